"""Amounts in words: how old somebody is counts nobody, and a figure without end holds nothing up."""

import time

import pytest

from dashboard.extraction.annotate.amounts import amount


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("two ten-year-old girls", (2, 2)),
        ("three 12 year old boys", (3, 3)),
        ("a seventy-year-old man", (1, 1)),
        ("1" * 40 + " people", None),
    ],
)
def test_an_age_and_an_endless_figure_count_nobody(words: str, bounds: tuple[int, int | None] | None) -> None:
    assert amount(words) == bounds


def test_the_longest_figure_is_read_in_a_moment() -> None:
    began = time.process_time()
    amount("1" * 100_000 + " people")
    assert (
        time.process_time() - began < 1
    )  # a minute and more, when each digit was tried as the first of a word

"""The standard's door: type and value of what was read, row by row; what the standard leaves out."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.temporal import tag
from tests.tables import Row, rows

VALUES = list(rows(Path(__file__).parent / "values.md"))
PUBLISHED = date(2018, 5, 21)


@pytest.mark.parametrize("row", VALUES, ids=lambda row: f"{row.place} {row['expression']}")
def test_words_have_the_value_in_their_row(row: Row) -> None:
    found = list(tag(row["expression"], date.fromisoformat(row.moment)))
    assert found, "nothing was read"
    assert found[-1][2:] == (row["type"], row["value"])


def test_both_ends_of_a_stretch_are_annotated_by_themselves() -> None:
    text = "Raids went on from 18 to 23 February 2018."
    assert [text[start:end] for start, end, _, _ in tag(text, PUBLISHED)] == ["18", "23 February 2018"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Sales rose in the third quarter.", ["the third quarter"]),
        ("The third-quarter loss grew.", ["third-quarter"]),
        ("Sales for the first nine months fell.", ["the first nine months"]),
        ("Sales rose in fiscal 2017.", ["fiscal 2017"]),
        ("In the past, the dam held; in the future, it may not.", ["the past", "the future"]),
        ("They fled over the summer and in the early 1990s.", ["the summer", "the early 1990s"]),
        ("The current plan fails.", ["current"]),
        ("Sales fell in the current year.", ["the current year"]),
        ("Since the fall of the town they wait.", []),
    ],
)
def test_a_phrase_takes_the_article_that_the_standard_gives_it(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end, _, _ in tag(text, PUBLISHED)] == spans


def test_the_three_months_to_a_day_are_told_by_that_day() -> None:
    text = "The mill lost 2 million in the quarter ended 31 July 2017."
    assert [(text[start:end], value) for start, end, _, value in tag(text, PUBLISHED)] == [
        ("the quarter", "2017-Q2"),
        ("31 July 2017", "2017-07-31"),
    ]


def test_words_of_chronicles_tell_nothing_in_the_news() -> None:
    assert not list(tag("The former governor and recent arrivals left at the same time.", PUBLISHED))

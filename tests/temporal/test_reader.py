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


def test_words_of_chronicles_tell_nothing_in_the_news() -> None:
    assert not list(tag("The former governor and recent arrivals left at the same time.", PUBLISHED))

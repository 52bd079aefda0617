"""Lengths counted from acts that the text dates elsewhere, and the acts that such a length dates."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.extraction.corpora import rows

_TABLE = Path(__file__).parent / "told_acts.md"
_NONE = "–"


@pytest.mark.parametrize(
    ("published", "text", "expression", "value", "start", "end", "why"), rows(str(_TABLE))
)
def test_a_length_from_an_act_has_the_time_that_the_text_gives_the_act(
    published: str, text: str, expression: str, value: str, start: str, end: str, why: str
) -> None:
    reading = read_time(text, date.fromisoformat(published))
    found = next(timex for timex in reading.timexes if timex.text.lower() == expression.lower())
    interval = found.interval
    told = (f"{interval.start:%F %R}", f"{interval.end:%F %R}") if interval else (_NONE, _NONE)
    assert (found.value, *told) == (value, start, end), why

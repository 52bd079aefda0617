"""Times within a report: what the sentences before, the tense of the verb and the heading make of an expression."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.extraction.corpora import rows

_TABLE = Path(__file__).parent / "within_reports.md"
_NONE = "–"


@pytest.mark.parametrize(("published", "text", "expression", "value", "why"), rows(str(_TABLE)))
def test_an_expression_has_the_value_that_its_report_gives_it(
    published: str, text: str, expression: str, value: str, why: str
) -> None:
    told = text.replace("\\n", "\n")
    reading = read_time(told, None if published == _NONE else date.fromisoformat(published))
    found = [timex for timex in reading.timexes if timex.text.lower() == expression.lower()]
    placed = [timex.value if timex.interval else _NONE for timex in found]
    assert placed[:1] == [value], f"{why}: {[(each.text, each.value) for each in reading.timexes]}"

"""Who does and who suffers: the sentences of semantic_roles.md."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report
from tests.tables import Row, rows

TABLE = list(rows(Path(__file__).with_name("semantic_roles.md")))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.place)
def test_an_event_has_its_actors_by_what_they_do(row: Row) -> None:
    event = read_report(Report(row["report"], published=date.fromisoformat(row.moment))).events[0]
    told = (event.actor1 or "-", event.actor2 or "-", set(event.assoc_actors.split("; ")) - {""})
    assert told == (row["first"], row["second"], set(row["beside"].split("; ")) - {"-"})

"""What a save leaves as it was."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    texts = (
        "Shells hit Douma, killing two. Then clashes took place in Homs.",
        "Shells hit Douma, killing two.",
    )
    with Store.open(str(path)) as store:
        store.save(as_reported(read_report(Report(text, published=date(2018, 5, 21))) for text in texts))
        event = store.load().events["event_id"].iloc[0]
        mentions = store.load().mentions
        several = mentions[mentions["event_id"] == event]["mention_id"]
        store.split(event, [several.iloc[0]], "another street", NOW)
    return path


def changed(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_half_a_character_is_kept_as_a_damaged_one() -> None:
    with Store.open("sqlite://") as store:
        reading = read_report(Report("Shells hit Douma \ud800, killing two.", published=date(2018, 5, 21)))
        store.save(as_reported([reading]))
        assert "\ufffd" in store.load().reports["text"].iloc[0]


def test_saving_nothing_new_leaves_what_is_kept_consolidated(database: Path) -> None:
    def stamped() -> tuple[str, ...]:
        with sqlite3.connect(database) as connection:
            found = connection.execute(
                "SELECT value FROM meta WHERE key IN ('saves', 'together') ORDER BY key"
            ).fetchall()
        connection.close()
        return tuple(value for (value,) in found)

    reading = read_report(Report("Shells hit Douma, killing two.", published=date(2018, 5, 21)))
    with Store.open(str(database)) as store:
        store.load()
        before = stamped()
        assert store.save(as_reported([reading])).added == 0
        assert stamped() == before
        store.save(
            as_reported([read_report(Report("Clashes took place in Idlib.", published=date(2018, 5, 21)))])
        )
        assert stamped() != before

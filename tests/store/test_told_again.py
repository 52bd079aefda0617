"""Coders mend their rows and publish them again: what they say now holds, and a person's edits lie above it."""

import pytest

from dashboard.store import Saved, Store
from dashboard.store.coded import LEAST
from dashboard.store.told_again import never
from dashboard.table import Dataset
from tests.store.told import NOON, at, reported, row


def told(dataset: str = "2023", **said: object) -> Dataset:
    rows = [
        {
            "event_id": "SYR1",
            "dataset": dataset,
            "location": "Douma",
            "fatalities": 3,
            "actor1": "Red Brigade",
            **said,
        }
    ]
    return Dataset.from_rows([*rows, {"event_id": "SYR2", "dataset": dataset, "location": "Homs"}], name=dataset)  # fmt: skip


def test_a_row_told_otherwise_takes_the_place_of_the_one_before_and_stays_in_its_dataset(
    store: Store,
) -> None:
    store.save(told())
    assert store.save(told("2024", fatalities=4)) == Saved(added=0, already=1, replaced=1)
    mended = row(store.load(), "SYR1")
    assert (mended["fatalities"], mended["location"], mended["dataset"]) == (4, "Douma", "2023")
    assert len(store.load().events) == 2


def test_a_table_told_again_unchanged_changes_nothing(store: Store) -> None:
    store.save(told(latitude=33.5711, start="2018-03-05T00:00Z", ongoing=True, notes="قصف"))
    before = store.content()
    again = told("another name", latitude=33.5711, start="2018-03-05T00:00Z", ongoing=True, notes="قصف")
    assert store.save(again) == Saved(added=0, already=2)
    assert store.content() == before


def test_a_row_that_is_older_than_the_one_that_is_there_changes_nothing(store: Store) -> None:
    store.save(told(extra="new"))
    assert store.save(told(extra="old", fatalities=9), outdated=lambda now, before: now > before).already == 2
    assert row(store.load(), "SYR1")["fatalities"] == 3
    assert not never("old", "new")


def test_what_a_person_corrected_stays_above_a_mended_row_and_says_what_is_told_now(store: Store) -> None:
    store.save(told())
    number = store.correct("SYR1", {"fatalities": 5}, because="a list of names", at=NOON)
    store.save(told(fatalities=4, actor1="Blue Front"))
    shown = row(store.load(), "SYR1")
    assert (shown["fatalities"], shown["actor1"]) == (5, "Blue Front")
    assert shown["doubts"] == "fatalities was set by hand when 3 was read; now 4 is read"
    (edit,) = store.history("SYR1")
    assert [(each.field, each.read, each.now) for each in edit.beneath] == [("fatalities", 3, 4)]
    store.undo(number, NOON)
    assert row(store.load(), "SYR1")["fatalities"] == 4


def test_a_row_with_the_id_of_an_event_that_a_report_tells_does_not_replace_it(store: Store) -> None:
    store.save(reported("Artillery shelled Douma on 5 March 2018, killing three people."))
    before = store.load()
    event_id = at(before, "Douma")
    table = Dataset.from_rows([{"event_id": event_id, "location": "Aleppo"}], name="a table")
    assert store.save(table) == Saved(added=0, already=1)
    assert row(store.load(), event_id) == row(before, event_id)


@pytest.mark.parametrize("many", [3, LEAST])
def test_a_row_known_by_its_words_keeps_the_id_that_a_store_of_before_gave_it(
    many: int, store: Store
) -> None:
    def table(dataset: str, prefix: str) -> Dataset:
        rows = [{"event_id": f"{prefix}{number:016x}", "dataset": dataset} for number in range(many)]
        return Dataset.from_rows(rows, name=dataset)

    store.save(table("ours", ""))
    store.correct(f"{1:016x}", {"fatalities": 4}, because="a list", at=NOON)
    assert store.save(table("ours", "ours:")) == Saved(added=0, already=many)
    assert store.save(table("theirs", "theirs:")) == Saved(added=many, already=0)
    assert store.save(table("theirs", "theirs:")) == Saved(added=0, already=many)
    assert len(store.load().events) == 2 * many
    assert row(store.load(), f"{1:016x}")["fatalities"] == 4

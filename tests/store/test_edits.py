"""What a person joins and splits: kept with its reason, still there when reports are read again, and undone at will."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.consolidation import dataset_from
from dashboard.consolidation.consolidate import consolidated
from dashboard.errors import EditError, StoreError
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.text import Report
from tests.store.told import EVENING, FIRST, NOON, SECOND, at, mentions, reported


@pytest.fixture
def store(told_twice: Store) -> Store:
    return told_twice


def once(*texts: str) -> Dataset:
    return consolidated(reported(*texts))


def test_what_two_reports_tell_is_consolidated_as_it_is_loaded(store: Store) -> None:
    dataset = store.load()
    assert sorted(dataset.events["location"]) == ["Arbin", "Douma", "Zamalka"]
    assert len(mentions(dataset, at(dataset, "Douma"))) == 2


def test_a_report_read_later_joins_what_is_there(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "later.db")) as store:
        for text in (SECOND, FIRST):
            store.save(reported(text))
        dataset = store.load()
    assert len(mentions(dataset, at(dataset, "Douma"))) == 2


FRAMES = ("events", "mentions", "reports")


@pytest.mark.parametrize("frame", FRAMES)
def test_what_was_consolidated_is_kept_as_it_was_made(database: str, frame: str) -> None:
    with Store.open(database) as store:
        store.save(reported(FIRST, SECOND))
        made, kept = store.load(), store.load()
    pd.testing.assert_frame_equal(getattr(made, frame), getattr(kept, frame))
    pd.testing.assert_frame_equal(getattr(made, frame), getattr(once(FIRST, SECOND), frame))


def test_what_is_kept_is_made_anew_after_every_change(store: Store) -> None:
    assert len(store.load().events) == 3
    store.save(reported("Rockets hit Daraya on Tuesday."))
    assert len(store.load().events) == 4
    number = store.join([at(store.load(), "Daraya"), at(store.load(), "Zamalka")], "one salvo", NOON)
    assert len(store.load().events) == 3
    store.undo(number, EVENING)
    assert len(store.load().events) == 4


def test_what_was_consolidated_by_other_rules_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with Store.open(str(path)) as store:
        store.save(reported(FIRST, SECOND))
        made = store.load()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE brought_events SET location = 'Nowhere'")
        connection.execute("UPDATE meta SET value = value || '0' WHERE key = 'together'")
        connection.commit()
    with Store.open(str(path)) as store:
        pd.testing.assert_frame_equal(store.load().events, made.events)


def test_a_store_that_somebody_is_writing_to_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with Store.open(f"sqlite:///{path}?timeout=0") as store:
        store.save(reported(FIRST, SECOND))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            assert sorted(store.load().events["location"]) == ["Arbin", "Douma", "Zamalka"]


def test_a_split_holds_when_the_reports_are_read_again(store: Store) -> None:
    douma = at(store.load(), "Douma")
    _, leaving = mentions(store.load(), douma)
    store.split(douma, [leaving], "another street", NOON)
    store.save(reported(FIRST, SECOND))
    dataset = store.load()
    assert sorted(dataset.events["location"]) == ["Arbin", "Douma", "Douma", "Zamalka"]
    assert len(mentions(dataset, douma)) == 1


def test_a_join_holds_and_names_its_reason(store: Store) -> None:
    before = store.load()
    store.join([at(before, "Douma"), at(before, "Zamalka")], "one salvo", NOON)
    dataset = store.load()
    assert sorted(dataset.events["location"]) == ["Arbin", "Douma"]
    assert len(mentions(dataset, at(before, "Douma"))) == 3
    assert "joined by hand: one salvo" in dataset.mentions["likeness"].tolist()


def test_an_edit_undone_leaves_the_table_as_it_was_and_stays_in_the_history(store: Store) -> None:
    before = store.load()
    number = store.join([at(before, "Douma"), at(before, "Zamalka")], "one salvo", NOON)
    store.undo(number, EVENING)
    pd.testing.assert_frame_equal(store.load().events, before.events)
    (edit,) = store.edits()
    assert (edit.kind, edit.because, edit.made, edit.undone) == ("join", "one salvo", NOON, EVENING)


def test_a_split_after_a_join_parts_what_was_joined(store: Store) -> None:
    before = store.load()
    douma = at(before, "Douma")
    leaving = mentions(before, at(before, "Zamalka"))
    store.join([douma, at(before, "Zamalka")], "one salvo", NOON)
    store.split(douma, leaving, "two after all", EVENING)
    pd.testing.assert_frame_equal(store.load().events, before.events)


def test_nothing_is_lost_by_any_edit(store: Store) -> None:
    before = store.load()
    douma = at(before, "Douma")
    store.join([douma, at(before, "Arbin"), at(before, "Zamalka")], "one attack", NOON)
    store.split(douma, mentions(before, douma)[:1], "not this", EVENING)
    after = store.load()
    assert set(after.mentions["mention_id"]) == set(before.mentions["mention_id"])
    assert int(after.events["n_mentions"].sum()) == len(before.mentions)


def test_a_mention_read_anew_is_known_by_its_characters(store: Store) -> None:
    before = store.load()
    douma = at(before, "Douma")
    _, leaving = mentions(before, douma)
    store.split(douma, [leaving], "another street", NOON)
    anew = reported(FIRST, SECOND)
    renamed = anew.mentions.assign(mention_id=anew.mentions["mention_id"] + "x")
    store.save(Dataset(anew.events, renamed, anew.reports, anew.name))
    assert sorted(store.load().events["location"]) == ["Arbin", "Douma", "Douma", "Zamalka"]


@pytest.mark.parametrize(
    ("ids", "because", "why"),
    [
        (["nobody", "else"], "x", "nobody: is no event here"),
        (["nobody"], "x", "name two events or more"),
        (["nobody", "nobody"], "x", "name two events or more"),
    ],
)
def test_a_join_of_what_is_not_there_is_refused(store: Store, ids: list[str], because: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        store.join(ids, because, NOON)
    assert store.edits() == ()


def test_an_edit_without_a_reason_is_refused(store: Store) -> None:
    before = store.load()
    with pytest.raises(EditError, match="needs a reason"):
        store.join([at(before, "Douma"), at(before, "Zamalka")], "  ", NOON)


def test_a_split_of_all_mentions_or_of_strange_ones_is_refused(store: Store) -> None:
    douma = at(store.load(), "Douma")
    with pytest.raises(StoreError, match="one has to stay"):
        store.split(douma, mentions(store.load(), douma), "x", NOON)
    with pytest.raises(StoreError, match="strange: name mentions of the event"):
        store.split(douma, ["strange"], "x", NOON)


def test_undoing_what_is_no_edit_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="7: is no edit that can be undone"):
        store.undo(7, NOON)


def test_a_consolidated_table_is_not_taken_for_what_reports_tell(tmp_path: Path) -> None:
    readings = [read_report(Report(text, published=date(2018, 3, 6))) for text in (FIRST, SECOND)]
    with (
        Store.open(str(tmp_path / "other.db")) as store,
        pytest.raises(StoreError, match="rests on several reports"),
    ):
        store.save(dataset_from(readings))


def test_an_edit_made_at_a_moment_with_no_zone_is_kept_as_one_of_utc(store: Store) -> None:
    first, second = store.load().events["event_id"].head(2)
    store.join([first, second], "one raid", NOON.replace(tzinfo=None))
    assert store.edits()[-1].made == NOON

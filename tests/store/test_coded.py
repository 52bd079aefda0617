"""Many coded rows are kept in blocks of columns, and nothing but their speed tells: every door gives them as it gives others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import select, update

from dashboard.errors import StoreError
from dashboard.store import Saved, Store, remembered
from dashboard.store.backup import back_up
from dashboard.store.coded import LEAST
from dashboard.store.schema import BLOCKS, EVENTS
from dashboard.store.streaming import stream_of
from dashboard.table import Dataset
from tests.store.told import reported, row

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
MANY = LEAST + 500
_PLACES = ("Douma", "حلب", "Kafr Nabl", "")


def coded(first: int = 0, many: int = MANY, name: str = "made", **said: object) -> Dataset:
    """So many rows, on days that come round, some of no time."""
    rows = [
        {
            "event_id": f"made:{number}",
            "dataset": name,
            "start": f"20{number % 23:02}-03-05T00:00Z" if number % 7 else None,
            "end": f"20{number % 23:02}-03-06T00:00Z" if number % 7 else None,
            "timezone": "Asia/Damascus",
            "location": _PLACES[number % 4],
            "latitude": 33.5 + number / 10_000 if number % 3 else None,
            "longitude": 36.25 if number % 3 else None,
            "fatalities": number % 9 if number % 5 else None,
            "notes": f"Row {number} said “nothing”.",
            "review_status": "unreviewed",
            **said,
        }
        for number in range(first, first + many)
    ]
    return Dataset.from_rows(rows, name=name)


@pytest.fixture(scope="module")
def rows() -> Dataset:
    return coded()


@pytest.fixture
def filled(database: str, rows: Dataset) -> Iterator[Store]:
    with Store.open(database) as store:
        assert store.save(rows) == Saved(added=MANY, already=0)
        yield store


def rows_in_the_table(store: Store) -> int:
    with store.engine.connect() as connection:
        return len(connection.execute(select(EVENTS.c.event_id)).all())


def test_they_come_back_as_they_were_types_and_order_too(filled: Store, rows: Dataset) -> None:
    assert rows_in_the_table(filled) == 0
    assert_frame_equal(filled.load().events, rows.events)
    assert_frame_equal(filled.load("made").events, rows.events)
    assert len(filled.load("another").events) == 0


def test_told_again_unchanged_they_change_nothing(filled: Store, rows: Dataset) -> None:
    before = filled.content()
    assert filled.save(rows) == Saved(added=0, already=MANY)
    assert filled.save(coded(many=3)) == Saved(added=0, already=3)
    assert filled.content() == before


def test_what_is_new_is_added_and_what_is_told_otherwise_takes_the_place_of_what_was(filled: Store) -> None:
    mended = coded(MANY - 2, 4, "again", fatalities=77)
    assert filled.save(mended) == Saved(added=2, already=0, replaced=2)
    events = filled.load().events
    assert len(events) == events["event_id"].nunique() == MANY + 2
    assert row(filled.load(), f"made:{MANY - 1}")["fatalities"] == 77
    assert row(filled.load(), f"made:{MANY - 1}")["dataset"] == "made"
    assert filled.save(mended) == Saved(added=0, already=4)


def test_all_of_them_told_otherwise_are_there_once(filled: Store) -> None:
    assert filled.save(coded(fatalities=50)) == Saved(added=0, already=0, replaced=MANY)
    events = filled.load().events
    assert (len(events), events["fatalities"].unique().tolist()) == (MANY, [50])


def test_a_correction_of_one_lies_above_it_and_is_undone(filled: Store) -> None:
    number = filled.correct("made:8", {"fatalities": 50}, because="a list of names", at=NOON)
    assert row(filled.load(), "made:8")["fatalities"] == 50
    (edit,) = filled.history("made:8")
    assert [(each.before, each.after) for each in edit.changes if each.field == "fatalities"] == [(8, 50)]
    filled.undo(number, NOON)
    assert row(filled.load(), "made:8")["fatalities"] == 8


def test_beside_reports_they_are_shown_together(filled: Store) -> None:
    filled.save(reported("Artillery shelled Douma on 5 March 2018, killing three people."))
    events = filled.load().events
    assert len(events) == MANY + 1
    assert events["start"].dropna().is_monotonic_increasing


def test_piece_by_piece_they_are_what_they_are_at_once(filled: Store) -> None:
    filled.save(coded(MANY, MANY, "more"))
    filled.save(reported("Artillery shelled Douma on 5 March 2018, killing three people."))
    stream = stream_of(filled, least=1)
    assert stream is not None
    pieces = list(stream.pieces(rows=1_000))
    assert len(pieces) > 5
    together = pd.concat([each.astype(object) for each in pieces], ignore_index=True)
    assert_frame_equal(together, filled.load().events.astype(object))
    assert stream.home_zone == "Asia/Damascus"
    assert set(stream.outline["location"]) == set(_PLACES)


def test_a_clean_copy_holds_them(filled: Store, rows: Dataset, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "copy.db")
    with Store.open(str(tmp_path / "copy.db")) as copy:
        assert_frame_equal(copy.load().events, rows.events)


def test_a_damaged_block_is_named(filled: Store) -> None:
    with filled.engine.begin() as connection:
        data = connection.execute(select(BLOCKS.c.data).where(BLOCKS.c.number == 1)).scalar_one()
        connection.execute(
            update(BLOCKS).where(BLOCKS.c.number == 1).values(data=bytes(data)[:-9] + b"\0" * 9)
        )
    with pytest.raises(StoreError, match="the block 1 of coded rows is not as it was written; it is damaged"):
        filled.load("made")


def test_what_only_some_blocks_tell_is_empty_in_the_others() -> None:
    plain, told = coded(), coded(MANY, url="https://example.org/a", injured=2, published="2018-03-07T00:00Z")
    with Store.open("sqlite://") as store:
        store.save(plain)
        store.save(told)
        events = store.load().events.set_index("event_id")
    one, other = events.loc["made:1"], events.loc[f"made:{MANY}"]
    assert one["url"] == ""
    assert one[["injured", "published"]].isna().all()
    assert (other["url"], other["injured"]) == ("https://example.org/a", 2)
    assert other["published"] == pd.Timestamp("2018-03-07T00:00Z")
    assert not events["url"].isna().any()


def test_a_copy_that_is_made_a_few_columns_at_a_time_gives_what_the_store_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    with Store.open(str(path)) as store:
        store.save(reported())
        store.save(coded())
        store.save(coded(MANY, name="other"))
    monkeypatch.setattr(remembered, "_MANY", LEAST)
    with Store.open(str(path)) as store:
        copied = store.load()
    kept = Path(f"{path}.cache")
    assert kept.is_file()
    kept.unlink()
    kept.mkdir()  # so that no copy can be kept
    with Store.open(str(path)) as store:
        loaded = store.load()
    assert copied.name == loaded.name
    for table in ("events", "mentions", "reports"):
        assert_frame_equal(getattr(copied, table), getattr(loaded, table))

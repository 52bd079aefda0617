"""Edits laid over a frame give what setting them one by one gives, in the same order and with the same dtypes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import pandas as pd
import pytest

from dashboard.store import Change, Edit, EditKind, edited
from dashboard.store.edits import Value
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import by_time, typed
from tests.store.told import NOON, coded

_DAY = timedelta(days=1)


def one_by_one(dataset: Dataset, edits: Sequence[Edit]) -> pd.DataFrame:
    """The slow way: rows as dictionaries, a change at a time."""
    records = dataset.events.astype(object).to_dict("records")
    rows = {str(each["event_id"]): {str(name): value for name, value in each.items()} for each in records}
    for edit in edits:
        if edit.kind is EditKind.ADD:
            rows[edit.changes[0].subject] = {"event_id": edit.changes[0].subject, "doubts": "", "tags": ""}
        for change in edit.changes:
            _set(rows[change.subject], change)
    kept = [each for each in rows.values() if not each.pop("deleted", False)]
    return by_time(typed(pd.DataFrame(kept, dtype=object), EVENT_COLUMNS))


def _set(row: dict[str, object], change: Change) -> None:
    if change.field.startswith("tag:"):
        tags = [each for each in str(row["tags"]).split("; ") if each and each != change.field[4:]]
        row["tags"] = "; ".join([*tags, change.field[4:]] if change.after else tags)
    else:
        row[change.field] = change.after


def drawn(random: Random, ids: Sequence[str], count: int) -> list[Edit]:
    day = datetime(2018, 1, 1, tzinfo=UTC)

    def when(name: str, shift: int) -> Value:
        return (day + (random.randrange(8) + shift) * _DAY).isoformat() if random.random() < 0.9 else None

    edits = []
    for number in range(1, count + 1):
        event_id = random.choice(ids)
        values: dict[str, Value] = random.choice(
            [
                {"start": when("start", 0), "end": when("end", 9)},
                {"location": random.choice(["Homs", "Aleppo", ""])},
                {"fatalities": random.choice([None, 3])},
                {"notes": "corrected"},
                {"ongoing": True},
                {"latitude": 33.5, "longitude": 36.25},
                {"review_status": "accepted"},
                {"deleted": random.random() < 0.5},
                {"tag:new": True},
            ]
        )
        edits.append(_edit(number, event_id, values))
    return edits


def _edit(number: int, event_id: str, values: dict[str, Value], kind: EditKind = EditKind.SET) -> Edit:
    changes = tuple(Change(event_id, name, None, value) for name, value in values.items())
    return Edit(number, NOON, kind, (), "why", changes=changes)


@pytest.mark.parametrize("seed", range(12))
def test_all_at_once_is_the_same_as_one_by_one(seed: int) -> None:
    random = Random(seed)
    dataset = coded(60, missing_times=seed % 4)
    ids = dataset.events["event_id"].tolist()
    edits = drawn(random, ids, 40)
    if seed % 2:
        added: dict[str, Value] = {
            "location": "Saqba",
            "start": "2018-01-03T00:00:00+00:00",
            "end": "2018-01-04T00:00:00+00:00",
        }
        edits.insert(0, _edit(0, "h1", added, EditKind.ADD))
        edits += drawn(random, ["h1"], 2)
    given = dataset.events.copy(deep=True)
    found = edited(dataset, edits).events
    beside = {name: found[name] for name in found.columns if name != "doubts"}
    wanted = one_by_one(dataset, edits)
    pd.testing.assert_frame_equal(pd.DataFrame(beside), wanted[list(beside)])
    pd.testing.assert_frame_equal(dataset.events, given, obj="what was given is not changed in place")


def test_without_an_edit_that_holds_the_dataset_is_given_back_itself() -> None:
    dataset = coded(5)
    assert edited(dataset, ()) is dataset
    undone = Edit(1, NOON, EditKind.SET, (), "x", undone=NOON, changes=(Change("c0001", "notes", "", "x"),))
    assert edited(dataset, (undone,)) is dataset


def test_an_edit_of_an_event_that_is_no_more_changes_nothing_and_breaks_nothing() -> None:
    dataset = coded(5)
    found = edited(dataset, (_edit(1, "gone", {"notes": "x", "deleted": True, "tag:a": True}),))
    pd.testing.assert_frame_equal(found.events, dataset.events)


def test_where_another_value_is_read_now_the_doubts_say_so_and_not_for_what_is_read_as_before() -> None:
    dataset = coded(3)
    edits = (
        Edit(1, NOON, EditKind.SET, (), "x", changes=(Change("c0001", "fatalities", 4, 9, 4),)),
        Edit(2, NOON, EditKind.SET, (), "x", changes=(Change("c0002", "fatalities", 2, 9, 2),)),
    )
    doubts = edited(dataset, edits).events.set_index("event_id")["doubts"]
    assert doubts["c0001"] == "fatalities was set by hand when 4 was read; now 1 is read"
    assert doubts["c0002"] == ""

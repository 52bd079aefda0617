from datetime import UTC, datetime, timedelta
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import SelectionError
from dashboard.table import Dataset
from dashboard.table.lanes import LANES, extents, lane_names, pack
from tests.sample import dataset

BEGINNING = datetime(2018, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def lasting(*spans: tuple[int, int], place: str = "Douma") -> pd.DataFrame:
    """Events of one place from hour to hour."""
    rows = [
        {
            "event_id": f"{at:03}",
            "location": place,
            "start": BEGINNING + first * HOUR,
            "end": BEGINNING + last * HOUR,
        }
        for at, (first, last) in enumerate(spans)
    ]
    return Dataset.from_rows(rows).events


def rows_of(events: pd.DataFrame, min_width: timedelta = timedelta(0)) -> list[int]:
    return [int(row) for row in pack(events, min_width=min_width)["row"]]


def test_events_one_after_the_other_share_a_row() -> None:
    assert rows_of(lasting((0, 1), (1, 2), (2, 3))) == [0, 0, 0]


def test_events_at_the_same_time_stand_below_each_other() -> None:
    assert rows_of(lasting((0, 3), (1, 2), (2, 4))) == [0, 1, 1]


def test_a_mark_is_packed_as_wide_as_it_is_drawn() -> None:
    assert rows_of(lasting((0, 1), (2, 3)), min_width=4 * HOUR) == [0, 1]


def test_room_beside_a_mark_is_kept_free() -> None:
    events = lasting((0, 1), (2, 3), (6, 7))
    room = pd.Series(pd.to_timedelta([2, 0, 0], unit="h"), index=events.index)
    assert pack(events, beside=room)["row"].tolist() == [0, 1, 0]
    assert pack(events, before=room[::-1].set_axis(events.index))["row"].tolist() == [0, 0, 0]
    assert pack(events, before=4 * room[::-1].set_axis(events.index))["row"].tolist() == [1, 1, 0]


def test_lanes_stand_in_the_order_of_their_first_event() -> None:
    packed = pack(dataset().events).sort_values("lane")
    assert list(dict.fromkeys(packed["label"])) == ["Homs", "Misraba", "Kafr Batna", "Harasta", "Douma"]


def test_an_undated_event_has_no_lane() -> None:
    events = dataset().events
    assert set(events.index) - set(pack(events).index) == set(events.index[events["start"].isna()])


@pytest.mark.parametrize(
    ("by", "label"), [("location", "no place"), ("actor1", "no actor"), ("source", "no source")]
)
def test_what_is_not_said_has_a_lane_with_a_name(by: str, label: str) -> None:
    events = Dataset.from_rows([{"event_id": "e", "start": BEGINNING, "end": BEGINNING + HOUR}]).events
    assert pack(events, by)["label"].tolist() == [label]


def test_lanes_by_an_unknown_column_are_refused() -> None:
    with pytest.raises(SelectionError, match="no lanes by 'notes'"):
        pack(dataset().events, "notes")


def test_an_empty_table_packs_to_nothing() -> None:
    rows = Dataset.from_rows().index.everything
    named = [rows.frame().assign(**{by: lane_names(rows, by)}) for by in LANES]
    assert [len(pack(each, by)) for each, by in zip(named, LANES, strict=True)] == [0] * len(LANES)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), min_size=1, max_size=40), st.integers(0, 5)
)
def test_no_two_marks_of_a_row_cover_each_other(spans: list[tuple[int, int]], width: int) -> None:
    events = lasting(*((first, first + length) for first, length in spans))
    packed = pack(events, min_width=width * HOUR)
    first, last = extents(events, width * HOUR)
    for one, other in combinations(range(len(events)), 2):
        if packed["row"].iloc[one] == packed["row"].iloc[other]:
            assert last[one] <= first[other] or last[other] <= first[one]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), min_size=1, max_size=40))
def test_there_are_no_more_rows_than_events_at_once(spans: list[tuple[int, int]]) -> None:
    packed = pack(lasting(*((first, first + length) for first, length in spans)))
    busiest = max(sum(first <= hour < first + length for first, length in spans) for hour in range(60))
    assert packed["row"].max() + 1 == busiest

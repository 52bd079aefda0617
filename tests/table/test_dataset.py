import pandas as pd

from dashboard.consolidation import dataset_from
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import by_time, typed
from tests.sample import reading


def test_the_columns_and_dtypes_are_the_same_with_and_without_rows() -> None:
    full, empty = dataset_from([reading()]).events, Dataset.from_rows().events
    assert list(full.columns) == list(empty.columns) == [column.name for column in EVENT_COLUMNS]
    assert [str(dtype) for dtype in full.dtypes] == [column.dtype for column in EVENT_COLUMNS]
    assert [str(dtype) for dtype in empty.dtypes] == [column.dtype for column in EVENT_COLUMNS]


def test_events_stand_in_order_of_time_and_the_undated_last() -> None:
    events = dataset_from([reading()]).events
    assert events["start"].dropna().is_monotonic_increasing
    assert events["start"].isna().tolist() == [False] * 7 + [True]


def test_a_report_read_twice_counts_once() -> None:
    assert len(dataset_from([reading(), reading()]).events) == len(dataset_from([reading()]).events)


def test_what_a_row_does_not_say_is_told_as_unknown() -> None:
    (row,) = Dataset.from_rows([{"event_id": "e"}]).events.to_dict("records")
    assert (row["granularity"], row["modality"], row["event_type"]) == ("unknown", "happened", "")


def test_events_are_in_order_of_time_then_id_and_those_without_a_time_last() -> None:
    told = [
        ("b", "2018-03-05", "2018-03-06"),
        ("é", None, None),
        ("a", "2018-03-05", "2018-03-06"),
        ("أ", "2018-03-05", "2018-03-06"),
        ("open", "2018-03-05", None),
        ("z", None, None),
        ("first", "2017-01-01", "2019-01-01"),
    ]
    rows = [{"event_id": each, "start": start, "end": end} for each, start, end in told]
    events = typed(pd.DataFrame(rows), EVENT_COLUMNS)
    ordered = by_time(events)
    assert ordered["event_id"].tolist() == ["first", "a", "b", "أ", "open", "z", "é"]
    keys = ["start", "end", "event_id"]
    pd.testing.assert_frame_equal(ordered, events.sort_values(keys, na_position="last", ignore_index=True))
    pd.testing.assert_frame_equal(by_time(ordered), ordered)
    assert events["event_id"].tolist() == [each for each, _, _ in told]

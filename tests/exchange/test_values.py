import json
from datetime import UTC, datetime

from dashboard.exchange.values import records
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from tests.sample import dataset


def test_a_record_has_every_column_in_order() -> None:
    assert all(
        list(record) == [column.name for column in EVENT_COLUMNS] for record in records(dataset().events)
    )


def test_values_are_plain_and_what_is_missing_is_none() -> None:
    found = {str(record["sub_event_type"]): record for record in records(dataset().events)}
    struck, bombed = found["Shelling/artillery/missile attack"], found["Air/drone strike"]
    assert (struck["fatalities"], struck["fatalities_high"], struck["ongoing"]) == (3, None, False)
    assert (bombed["fatalities"], bombed["start"]) == (0, "2018-03-05T12:20:00Z")
    assert (struck["latitude"], struck["core_start"], struck["tags"]) == (33.572, None, "")


def test_every_record_is_strict_json() -> None:
    for record in records(dataset().events):
        assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_a_fraction_of_a_second_is_not_lost() -> None:
    frame = Dataset.from_rows(events=[{"start": datetime(2018, 5, 21, 1, 2, 3, 500, tzinfo=UTC)}]).events
    assert next(records(frame))["start"] == "2018-05-21T01:02:03.000500Z"

import io

import pandas as pd
import pytest

from dashboard.errors import RowError
from dashboard.table.check import checked
from tests.sample import dataset

REFUSED = [
    ({"latitude": 200}, "latitude 200 is off the map"),
    ({"longitude": -180.5}, "longitude -180.5 is off the map"),
    ({"start": "2018-03-02", "end": "2018-03-01"}, "end 2018-03-01 00:00:00+00:00 is before start 2018-03-02 00:00:00+00:00"),
    ({"start": "soon"}, "start 'soon' is no time"),
    ({"core_start": "2018-01-01", "core_end": "2018-01-02"}, "the certain part 2018-01-01"),
    ({"event_type": "War"}, "event_type 'War' is not known: use one of Battles"),
    ({"modality": "perhaps"}, "modality 'perhaps' is not known"),
    ({"granularity": "moment"}, "granularity 'moment' is not known"),
    ({"fatalities": -1}, "fatalities -1 is less than none"),
    ({"fatalities": 1.5}, "fatalities 1.5 is no whole number"),
    ({"fatalities_low": 5, "fatalities_high": 2}, "fatalities_high 2 is before fatalities_low 5"),
    ({"geo_precision": 4}, "geo_precision 4 is not 1, 2 or 3"),
    ({"confidence": 1.01}, "confidence 1.01 is not between 0 and 1"),
    ({"timezone": "Asia/Atlantis"}, "timezone 'Asia/Atlantis' is not known"),
    ({"timezone": "../etc/passwd"}, "timezone '../etc/passwd' is not known"),
    ({"ongoing": "maybe"}, "ongoing 'maybe' is neither true nor false"),
    ({"event_id": ""}, "event_id is empty"),
]  # fmt: skip


def with_cells(cells: dict[str, object], row: int = 0) -> pd.DataFrame:
    events = dataset().events.astype(object)
    for name, value in cells.items():
        said = events[name].tolist()
        events[name] = pd.Series([*said[:row], value, *said[row + 1 :]], dtype=object)
    return events


@pytest.mark.parametrize(("cells", "what"), REFUSED)
def test_a_row_that_cannot_be_true_is_refused_by_file_and_row(cells: dict[str, object], what: str) -> None:
    with pytest.raises(RowError) as refused:
        checked(with_cells(cells, row=2), origin="events.csv")
    assert f"events.csv:4: {what}" in str(refused.value)


def test_an_id_used_twice_is_refused_at_its_second_row() -> None:
    events = with_cells({"event_id": dataset().events["event_id"][0]}, row=3)
    with pytest.raises(RowError, match=r"^events\.csv:5: event_id .* stands in an earlier row too$"):
        checked(events, origin="events.csv")


def test_the_first_problems_are_told_in_order_and_the_rest_counted() -> None:
    events = dataset().events.astype(object).assign(latitude=91, longitude=181)
    with pytest.raises(RowError) as refused:
        checked(events, origin="places.xlsx")
    lines = str(refused.value).splitlines()
    assert [line.split(" ")[0] for line in lines[:5]] == [f"places.xlsx:{row}:" for row in (2, 2, 3, 3, 4)]
    assert lines[5:] == ["… and 11 more"]


def test_every_problem_of_a_row_is_told_also_beside_an_unreadable_cell() -> None:
    with pytest.raises(RowError) as refused:
        checked(with_cells({"end": "nope", "latitude": 200}), origin="a.csv")
    assert [line.split(": ")[1].split(" ")[0] for line in str(refused.value).splitlines()] == [
        "end",
        "latitude",
    ]


def test_a_table_that_holds_passes_unchanged() -> None:
    events = dataset().events
    pd.testing.assert_frame_equal(checked(events, origin="sample"), events)


def test_a_csv_file_of_texts_gets_its_dtypes_back() -> None:
    events = dataset().events
    texts = pd.read_csv(io.StringIO(events.to_csv(index=False)), dtype=str)
    pd.testing.assert_frame_equal(checked(texts, origin="events.csv"), events)


def test_a_moment_without_a_zone_is_utc() -> None:
    table = checked(pd.DataFrame({"event_id": ["e"], "start": ["2018-05-21 06:00"]}), origin="a.csv")
    assert table["start"][0] == pd.Timestamp("2018-05-21 06:00", tz="UTC")

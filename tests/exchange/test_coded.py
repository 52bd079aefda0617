"""ACLED-style and UCDP-style tables: what was imported comes back, what was read is coded as the codebooks say."""

import csv
import io
from datetime import UTC, datetime
from functools import partial
from types import ModuleType

import pandas as pd
import pytest

from dashboard.exchange.formats import format_of
from dashboard.exchange.provenance import provenance_of
from dashboard.exchange.tabular import acled, ucdp
from dashboard.exchange.tabular.batch import Asked, Cells, Reading
from dashboard.exchange.tabular.built import built
from dashboard.exchange.tabular.seen import Seen
from dashboard.exchange.write import to_bytes
from dashboard.table import Dataset
from tests.exchange.tabular.made import acled_rows, ucdp_rows
from tests.sample import dataset

MADE = datetime(2026, 3, 1, tzinfo=UTC)
FORMS = [pytest.param(acled, acled_rows, id="acled"), pytest.param(ucdp, ucdp_rows, id="ucdp")]
ZONE = "Asia/Damascus"


def rows_of(of: Dataset, name: str) -> list[dict[str, str]]:
    said = provenance_of(of.events, of=len(of.events), title="", zone="UTC", made=MADE)
    content = to_bytes(of, format_of(f".{name}.csv"), said).decode()
    return list(csv.DictReader(io.StringIO(content, newline="")))


def imported(form: ModuleType, rows: pd.DataFrame) -> Dataset:
    numbered = rows.set_axis(range(2, len(rows) + 2))
    reading = Reading(form.KIND, partial(form.told, asked=Asked()))
    batch, _ = built(Cells(numbered), reading, "made", Seen())
    return batch.dataset


def event(**told: object) -> Dataset:
    base = {"event_id": "e1", "event_type": "Battles", "timezone": ZONE, "granularity": "day"}
    return Dataset.from_rows(events=[base | told])


def between(first: str, end: str, *, certain: bool) -> dict[str, object]:
    start, stop = (pd.Timestamp(each, tz=ZONE) for each in (first, end))
    bounds: dict[str, object] = {"start": start, "end": stop}
    return bounds | {"core_start": start, "core_end": stop} if certain else bounds


@pytest.mark.parametrize(("form", "made"), FORMS)
def test_imported_rows_come_back_letter_for_letter_and_in_the_formats_columns(
    form: ModuleType, made: object
) -> None:
    rows = made(200)  # type: ignore[operator]
    back = rows_of(imported(form, rows), form.KIND.name)
    assert list(back[0]) == list(form.HEADER)
    own = form.HEADER[0]
    assert sorted(back, key=lambda row: row[own]) == sorted(rows.to_dict("records"), key=lambda row: row[own])


def test_columns_that_a_file_brought_along_come_back_behind() -> None:
    rows = acled_rows(5).assign(checked="yes").rename(columns={"event_date": "EVENT_DATE"})
    back = rows_of(imported(acled, rows), "acled")
    assert list(back[0]) == [*acled.HEADER, "checked"]
    assert {row["event_date"] for row in back} == set(rows["EVENT_DATE"])
    assert {row["checked"] for row in back} == {"yes"}


def test_a_corrected_toll_is_written_and_all_else_stays() -> None:
    rows = acled_rows(5).assign(fatalities="1.0")
    before = imported(acled, rows)
    events = before.events.assign(fatalities=before.events["fatalities"].where(before.events.index != 0, 9))
    back = rows_of(Dataset(events, before.mentions, before.reports), "acled")
    assert sorted(row["fatalities"] for row in back) == ["1.0", "1.0", "1.0", "1.0", "9"]
    assert {row["timestamp"] for row in back} == set(rows["timestamp"])


@pytest.mark.parametrize(("form", "made"), FORMS)
def test_a_cell_that_a_spreadsheet_would_run_is_harmless(form: ModuleType, made: object) -> None:
    rows = made(1).assign(country='=HYPERLINK("x")', latitude="-12.5")  # type: ignore[operator]
    (back,) = rows_of(imported(form, rows), form.KIND.name)
    assert (back["country"], back["latitude"]) == ('\'=HYPERLINK("x")', "-12.5")


def test_days_that_are_certain_are_a_row_each_and_their_toll_is_split() -> None:
    five = event(**between("2018-05-01", "2018-05-06", certain=True), fatalities=7)
    back = rows_of(five, "acled")
    assert [row["event_date"][-2:] for row in back] == ["01", "02", "03", "04", "05"]
    assert [row["fatalities"] for row in back] == ["3", "1", "1", "1", "1"]
    assert {row["time_precision"] for row in back} == {"1"}
    assert len({row["event_id_cnty"] for row in back}) == 5
    assert [row["best"] for row in rows_of(five, "ucdp")] == ["3", "1", "1", "1", "1"]


# what is known of the time: ACLED's day and code, UCDP's first and last day and code
WINDOWS = [
    ("2018-05-21", "2018-05-22", "2018-05-21", "1", "2018-05-21", "2018-05-21", "1"),
    ("2018-05-20 18:00", "2018-05-21 06:00", "2018-05-20", "2", "2018-05-20", "2018-05-21", "2"),
    ("2018-05-20", "2018-05-23", "2018-05-21", "2", "2018-05-20", "2018-05-22", "2"),
    ("2018-05-14", "2018-05-21", "2018-05-17", "2", "2018-05-14", "2018-05-20", "3"),
    ("2018-05-01", "2018-06-01", "2018-05-16", "3", "2018-05-01", "2018-05-31", "4"),
    ("2018-01-01", "2019-01-01", "2018-07-02", "3", "2018-01-01", "2018-12-31", "5"),
]


@pytest.mark.parametrize(("start", "end", "day", "code", "first", "last", "prec"), WINDOWS)
def test_a_window_is_one_row_whose_code_says_how_exact_it_is(
    start: str, end: str, day: str, code: str, first: str, last: str, prec: str
) -> None:
    somewhere = event(**between(start, end, certain=False))
    (row,) = rows_of(somewhere, "acled")
    assert (row["event_date"], row["time_precision"]) == (day, code)
    (row,) = rows_of(somewhere, "ucdp")
    assert (row["date_start"][:10], row["date_end"][:10], row["date_prec"]) == (first, last, prec)


def test_a_day_that_is_not_the_whole_truth_says_so_in_the_notes() -> None:
    month = event(**between("2018-05-01", "2018-06-01", certain=False), granularity="month", notes="Clashes.")
    assert rows_of(month, "acled")[0]["notes"] == "Clashes. [time: in May 2018]"


def test_what_has_no_row_is_left_out_and_told() -> None:
    assert [str(each) for each in format_of(".acled.csv").left_out(dataset())] == [
        "1 event left out: a coded row needs a date",
        "2 events left out: planned or denied, and coded datasets hold what happened",
    ]
    assert len(rows_of(dataset(), "acled")) == 5
    assert "4 events left out: no organised violence, which is all that UCDP holds" in [
        str(each) for each in format_of(".ucdp.csv").left_out(dataset())
    ]
    assert {row["type_of_violence"] for row in rows_of(dataset(), "ucdp")} <= {"1", "2", "3"}


def test_a_read_row_has_acleds_codes() -> None:
    row = next(row for row in rows_of(dataset(), "acled") if row["location"] == "Douma")
    assert (row["iso"], row["disorder_type"], row["fatalities"]) == ("760", "Political violence", "3")
    assert row["region"] == "Middle East"

"""Whole reports, each with what is counted from another day than its own, and every reading."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.temporal import Frame, TimeReading, Timex, read_time
from tests.tables import Row, rows

CORPUS = Path(__file__).parent / "frames.md"
FOLDERS = (Path("tests/gold/reports"), Path(__file__).parent / "reports")
ROWS = list(rows(CORPUS))
STRETCHES = [row for row in ROWS if "opened by" in row.cells]
PHRASES = [row for row in ROWS if "expression" in row.cells]
REPORTS = sorted({row.heading.split(":")[0] for row in ROWS})


@cache
def text_of(name: str) -> str:
    found = [path for folder in FOLDERS if (path := folder / f"{name}.txt").exists()]
    return found[0].read_text(encoding="utf-8")


@cache
def read(report: str) -> TimeReading:
    name, _, published = report.partition(", published ")
    return read_time(text_of(name), date.fromisoformat(published))


def report_of(row: Row) -> str:
    return row.heading.split(":")[0]


def told(report: str) -> list[Timex]:
    """What is on the calendar, without words like "now"."""
    return [timex for timex in read(report).timexes if timex.interval and not timex.value.endswith("_REF")]


def described(frame: Frame, text: str) -> tuple[str, ...]:
    words = frame.span.of(text).strip(" :–—-\n").split()
    return frame.opened_by, str(frame.day), frame.kind, " ".join(words[:3]), " ".join(words[-3:])


def numbered(table: list[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among those of its report."""
    reports = [report_of(row) for row in table]
    return [(reports[:at].count(report_of(row)), row) for at, row in enumerate(table)]


def named(value: object) -> str:
    return value.place if isinstance(value, Row) else ""


@pytest.mark.parametrize(("number", "row"), numbered(STRETCHES), ids=named)
def test_a_stretch_opens_and_ends_as_its_row_says(number: int, row: Row) -> None:
    report = report_of(row)
    frame = read(report).frames[number + 1]
    assert described(frame, text_of(report.split(",")[0])) == tuple(row.cells.values())


@pytest.mark.parametrize(("number", "row"), numbered(PHRASES), ids=named)
def test_a_phrase_counts_from_the_day_of_its_stretch(number: int, row: Row) -> None:
    timex = told(report_of(row))[number]
    start, end = (f"{moment:%Y-%m-%d %H:%M}" if moment else "" for moment in (timex.start, timex.end))
    assert (timex.text, str(timex.bearing), start, end, timex.frame) == tuple(row.cells.values())


@pytest.mark.parametrize("report", REPORTS)
def test_nothing_else_is_counted_from_another_day(report: str) -> None:
    stretches = [row for row in STRETCHES if report_of(row) == report]
    phrases = [row for row in PHRASES if report_of(row) == report]
    assert (len(read(report).frames) - 1, len(told(report))) == (len(stretches), len(phrases))


def test_every_report_written_for_its_frames_has_tables() -> None:
    files = {path.stem for path in FOLDERS[1].glob("*.txt")}
    assert files <= {report.split(",")[0] for report in REPORTS}


PIECES = st.sampled_from(
    ["The Observatory published yesterday that ", "it had said on Monday that ", "As it published on Sunday, ",
     "(posted on 3 March)", "(", ")", "\n", "\n\n", "3 May: ", "KHARTOUM, 12 April (Example News) – ", "10:42 GMT — ",
     "UPDATE, Tuesday: ", "Update 14:00: ", "Tuesday 5 March\n", "And ", "Yesterday, the Observatory published that ",
     "shells fell today. ", "shells fell an hour ago, ", "today, Monday the 21st of May 2018, ", "نشر المرصد أمس أن ", "ورصد "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS, st.none() | st.dates(date(1950, 1, 1), date(2090, 1, 1)))
@settings(max_examples=300, deadline=None)
def test_stretches_lie_inside_one_another_however_they_are_told(text: str, day: date | None) -> None:
    reading = read_time(text, day)
    for frame in reading.frames[1:]:
        assert frame.parent is not None
        assert reading.frames[frame.parent].span.covers(frame.span)
    for timex in reading.timexes:
        assert reading.frames[timex.frame_number].span.covers(timex.span)


@pytest.mark.parametrize(
    "piece", ["x fell today (posted on 3 March). ", "3 May: x fell.\n", "it published yesterday that "]
)
def test_thousands_of_stretches_are_no_trouble(piece: str) -> None:
    assert len(read_time(piece * 2000, date(2018, 5, 21)).frames) > 1

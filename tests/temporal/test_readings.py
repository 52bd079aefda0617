"""Each row of the corpora is a test: words, a moment of speech, the interval they mean."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.language.languages import language_named
from dashboard.temporal import TimeReading, read_time
from tests.tables import Row, rows

CORPORA = Path(__file__).parent / "corpora"
SEED = Path("seeds/000_1e335448c29988f3.txt").read_text(encoding="utf-8")
OTHERS = ("french.md", "french-not-times.md", "bearings.md", "not_times.md", "seed.md")
READINGS = list(rows(*sorted(path for path in CORPORA.glob("*.md") if path.name not in OTHERS)))
BEARINGS = list(rows(CORPORA / "bearings.md"))
NOT_TIMES = list(rows(CORPORA / "not_times.md"))
FRENCH = language_named("fr")
FRENCH_READINGS = list(rows(CORPORA / "french.md"))
FRENCH_NOT_TIMES = list(rows(CORPORA / "french-not-times.md"))
SEED_ROWS = list(rows(CORPORA / "seed.md"))


def spoken(moment: str) -> date | datetime | None:
    if not moment:
        return None
    return datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)


def written(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


@pytest.mark.parametrize("row", READINGS, ids=lambda row: f"{row.place} {row['expression']}")
def test_words_mean_the_interval_in_their_row(row: Row) -> None:
    timexes = read_time(row["expression"], spoken(row.moment)).timexes
    assert timexes, "nothing was read"
    last = timexes[-1]
    assert (written(last.start), written(last.end), str(last.granularity)) == (
        row["from"],
        row["until"],
        row["granularity"],
    )


@pytest.mark.parametrize("row", NOT_TIMES, ids=lambda row: f"{row.place} {row['text']}")
def test_what_is_no_time_is_not_read_as_one(row: Row) -> None:
    assert [timex.text for timex in read_time(row["text"], date(2018, 5, 21)).timexes] == []


@pytest.mark.parametrize("row", FRENCH_READINGS, ids=lambda row: f"{row.place} {row['expression']}")
def test_french_words_mean_the_interval_in_their_row(row: Row) -> None:
    last = read_time(row["expression"], spoken(row.moment), language=FRENCH).timexes[-1]
    assert (written(last.start), written(last.end), str(last.granularity)) == (
        row["from"],
        row["until"],
        row["granularity"],
    )


@pytest.mark.parametrize("row", FRENCH_NOT_TIMES, ids=lambda row: f"{row.place} {row['text']}")
def test_french_that_tells_no_time_is_not_read_as_one(row: Row) -> None:
    found = read_time(row["text"], date(2018, 5, 21), language=FRENCH).timexes
    assert [timex.text for timex in found] == []


def test_a_french_report_is_read_as_french_without_being_told() -> None:
    text = "Les combats ont repris dans la ville de Homs et des obus sont tombés sur le marché hier soir, selon les habitants."
    assert [timex.text for timex in read_time(text, date(2018, 5, 21)).timexes] == ["hier soir"]


def test_every_day_of_a_list_takes_its_month_and_year() -> None:
    read = read_time("Aid entered on 5, 7 and 9 March 2017.", date(2018, 5, 21)).timexes
    assert [written(timex.start) for timex in read] == [f"2017-03-{day:02d} 00:00" for day in (5, 7, 9)]


def test_a_time_counted_from_an_event_is_not_placed_and_says_so() -> None:
    timex = read_time("Gunmen came the day before the strike.", date(2018, 5, 21)).timexes[0]
    assert (timex.interval, timex.text) == (None, "the day before")
    assert "not placed" in timex.offset


def test_eid_with_no_second_name_keeps_the_other_feast_as_another_reading() -> None:
    timex = read_time("Clashes broke out on Eid.", date(2018, 6, 20)).timexes[0]
    assert written(timex.start) == "2018-06-15 00:00"
    assert [written(other.interval.start) for other in timex.others] == ["2017-09-01 00:00"]


@pytest.mark.parametrize("row", BEARINGS, ids=lambda row: f"{row.place} {row['expression']}")
def test_words_bear_on_what_is_told_as_their_row_says(row: Row) -> None:
    last = read_time(row["expression"], spoken(row.moment)).timexes[-1]
    assert str(last.bearing) == row["bearing"]


@pytest.fixture(scope="module")
def seed() -> TimeReading:
    return read_time(SEED)


@pytest.mark.parametrize(
    ("number", "row"), list(enumerate(SEED_ROWS)), ids=lambda value: str(getattr(value, "place", value))
)
def test_the_seed_is_read_as_its_table_says(seed: TimeReading, number: int, row: Row) -> None:
    timex = seed.timexes[number]
    read = (
        timex.text,
        str(timex.bearing),
        written(timex.start),
        written(timex.end),
        str(timex.granularity),
        timex.frame,
    )
    assert read == tuple(
        row[column] for column in ("expression", "bearing", "from", "until", "granularity", "frame")
    )


def test_the_seed_has_no_other_time_phrases(seed: TimeReading) -> None:
    assert len(seed.timexes) == len(SEED_ROWS)


def test_the_seeds_day_is_worked_out_with_its_evidence(seed: TimeReading) -> None:
    assert seed.published.day == date(2018, 5, 21)
    assert seed.published.source == "text"
    assert "the morning of today, Monday" in seed.published.evidence


def test_frames_of_the_seed_nest(seed: TimeReading) -> None:
    assert [frame.parent for frame in seed.frames] == [None, 0, 1, 0]


def test_every_reading_of_the_seed_keeps_its_rule_and_reference(seed: TimeReading) -> None:
    assert all(timex.rule and timex.reference and timex.frame for timex in seed.timexes)


def test_the_elided_unit_is_noted(seed: TimeReading) -> None:
    elided = next(timex for timex in seed.timexes if timex.text == "36")
    assert elided.value == "PT36H"
    assert "missing" in elided.notes[0]

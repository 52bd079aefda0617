"""Dates that no calendar has: refused where a person gives them, unread in a text, and never another day."""

from datetime import date, datetime

import pytest

from dashboard.errors import DateError
from dashboard.extraction import read_report
from dashboard.temporal import read_moment, read_time
from dashboard.text import Report
from tests.benchmarks.fuzz import inputs, report_fault, time_fault

DAY = date(2018, 5, 21)
TYPED = [
    ("31 April 2018", "there is no 31 April: the month has 30 days"),
    ("April 31, 2018", "there is no 31 April"),
    ("31/04/2018", "there is no 31 April"),
    ("30.02.2018", "there is no 30 February: the month has 28 days"),
    ("2018-02-30", "there is no 30 February"),
    ("2018/02/30", "there is no 30 February"),
    ("29 Feb 2015", "there is no 29 February 2015"),
    ("31 Feb 2018", "there is no 31 February"),
    ("31 نيسان 2018", "there is no 31 April"),
    ("9999-12-31", "beyond the calendar"),
    ("31.12.9999", "beyond the calendar"),
    ("the 100th century", "beyond the calendar"),
    ("100 centuries ago", "is no date this reads"),
    ("the 31st of February 2018", "there is no 31 February"),
    ("the fifth Monday of February 2018", "there is no 5th Monday in February 2018"),
    ("32 April 18 +1300", "is no date this reads"),
    ("2018-05-21T25:00", "is no date this reads"),
    ("٣١ نيسان ٢٠١٨", "there is no 31 April"),
    ("٣٠/٠٢/٢٠١٨", "there is no 30 February"),
    ("31 avril 2018", "is no date this reads"),
    ("2018-13-45", "there is no month 13"),
    ("13/13/2018", "there is no month 13"),
    ("31/31/2018", "there is no month 31"),
    ("32 May 2018", "there is no 32 May"),
    ("21 May 2018 or so they say", "is no date this reads"),
]
IN_TEXTS = [
    ("Shells hit Homs on 31 April 2018.", "31 April 2018", "there is no 31 April"),
    ("On 29 Feb 2015 shells hit Homs.", "29 Feb 2015", "there is no 29 February 2015"),
    ("Shells hit Homs on 31/04/2018.", "31/04/2018", "there is no 31 April"),
    ("Shells hit Homs on 2018-02-30.", "2018-02-30", "there is no 30 February"),
    ("Shells hit Homs from 25 to 31 April.", "25 to 31 April", "there is no 31 April"),
    ("Shells hit Homs on the night of 31 April.", "the night of 31 April", "there is no 31 April"),
    ("Shells hit Homs on 2018-13-45.", "2018-13-45", "there is no month 13"),
    ("Shells hit Homs on 32 May 2018.", "32 May 2018", "there is no 32 May"),
    ("Shells hit Homs on the 31st of last month.", "the 31st of last month", "there is no 31 April"),
    ("Shells hit Homs today, Sunday 31 April 2018.", "today, Sunday 31 April 2018", "there is no 31 April"),
    ("The temple was built 3000 years ago.", "3000 years ago", "beyond the calendar"),
    ("سقطت قذائف في 31 نيسان 2018.", "31 نيسان 2018", "there is no 31 April"),
    ("سقطت قذائف في ٣٠/٠٢/٢٠١٨.", "٣٠/٠٢/٢٠١٨", "there is no 30 February"),
    ("The permit was valid to 31.12.9999.", "31.12.9999", "beyond the calendar"),
]
EDGES = [date(1, 1, 1), date(9999, 12, 31), datetime(9999, 12, 31, 23, 59), date(2, 1, 1), date(9998, 12, 31)]


@pytest.mark.parametrize(("typed", "why"), TYPED)
def test_a_date_that_does_not_exist_is_refused_where_it_is_given(typed: str, why: str) -> None:
    with pytest.raises(DateError, match=why) as refused:
        read_moment(typed, datetime(2026, 11, 28, 10, 0))
    assert typed in str(refused.value)


@pytest.mark.parametrize(("text", "words", "why"), IN_TEXTS)
def test_a_date_that_does_not_exist_is_unread_with_its_reason(text: str, words: str, why: str) -> None:
    found = {timex.text: timex for timex in read_time(text, DAY).timexes}
    assert found[words].interval is None
    assert why in found[words].fault


def test_an_event_on_a_day_that_does_not_exist_has_no_day() -> None:
    reading = read_report(Report("Shells hit Homs on 31 April 2018, killing three.", published=DAY))
    assert [(event.start, event.end) for event in reading.events] == [(None, None)]
    assert "there is no 31 April" in reading.events[0].time_notes
    why = "a date on no calendar: there is no 31 April: the month has 30 days"
    assert [(each.text, each.why) for each in reading.unread] == [("31 April 2018", why)]


@pytest.mark.parametrize(
    "text", ["On 29 February shells fell.", "On 21 May 2018 civilians fled.", "May 21, 2018 shells fell"]
)
def test_a_date_that_exists_is_read_whatever_stands_beside_it(text: str) -> None:
    timex = read_time(text, DAY).timexes[0]
    assert timex.start in (datetime(2016, 2, 29), datetime(2018, 5, 21))


def test_a_leap_day_that_the_year_lacks_is_said_to_be_of_another() -> None:
    timex = read_time("On 29 February shells fell.", DAY).timexes[0]
    assert timex.notes == ("2018 has no 29 February: that of 2016 is meant",)


def test_a_day_that_does_not_exist_says_nothing_of_the_day_of_publication() -> None:
    assert read_time("Shells hit Homs today, Sunday 31 April 2018.").published.day is None
    assert read_time("Shells hit Homs today, Sunday 31 April 2018.", DAY).published.notes == ()


COUNTED = [
    "On 31 April shells hit Homs. On the same day clashes broke out in Aleppo.",
    "On 31 April shells hit Homs. The next day warplanes bombed Idlib.",
    "On 31 April shells hit Homs, and later rebels shelled Douma.",
    "On Monday calm held. On 31 April shells hit Homs, and rebels shelled Douma.",
    "30 April: Calm.\n31 April: Shells fell on Douma. Rebels shelled Homs yesterday.\n1 May: Calm.",
    "The Observatory published on Sunday 31 April 2018 that shells hit Douma yesterday, killing three.",
]


@pytest.mark.parametrize("text", COUNTED)
@pytest.mark.parametrize("day", [DAY, None])
def test_nothing_is_dated_by_counting_from_a_day_that_does_not_exist(text: str, day: date | None) -> None:
    events = read_report(Report(text, published=day)).events
    assert events
    assert [(event.start, event.end) for event in events] == [(None, None)] * len(events)


def test_what_names_its_own_day_is_read_beside_a_day_that_does_not_exist() -> None:
    text = "31 April: Shells fell on Douma. Rebels stormed Homs on 3 May 2018, killing four.\n4 May: Rebels shelled Idlib."
    starts = [event.start for event in read_report(Report(text, published=DAY)).events]
    assert starts == [None, datetime(2018, 5, 3), datetime(2018, 5, 4)]


@pytest.mark.parametrize("day", EDGES)
def test_a_day_of_publication_at_the_calendars_edge_is_not_used_and_said(day: date) -> None:
    reading = read_time("Shells fell yesterday and on Monday night, for the third week.", day)
    assert reading.published.day is None
    assert "was not used" in " ".join(reading.published.notes)


@pytest.mark.parametrize(
    "words",
    ["more than 1200 have been wounded", "some 2000 fled", "1500 were displaced", "killed 1400 and wounded 2000",
     "at least 1980 rebels died", "a total of 1800 left", "1200 rebels left", "about 1800 rebels left", "1250 Syrians fled",
     "1300 Palestinian prisoners fled", "1400 killed and 2000 wounded", "a further 1500 fled", "1500 metres", "2000 buses",
     "the toll reached 1900", "the number rose to 1200", "1200 had fled", "over 2000 left", "up to 1900 left"],
)  # fmt: skip
def test_so_many_people_are_no_year(words: str) -> None:
    assert read_time(f"In Homs {words}.", DAY).timexes == ()


@pytest.mark.parametrize(
    ("words", "year"),
    [("since about 1990", 1990), ("around 1950", 1950), ("since at least 1999", 1999), ("in 2015 were killed", 2015),
     ("2015 was quiet", 2015), ("in 1200", 1200), ("of 1989", 1989), ("up to 2018", 2018), ("over 2016", 2016),
     ("in 2000 rebels fled", 2000), ("the 2000 elections", 2000), ("since about 1850", 1850), ("1861 was quiet", 1861),
     ("in the 1850 census", 1850), ("The blockade, 1861", 1861), ("2014 clashes", 2014),
     ("in 2013 people were killed", 2013), ("throughout 2016", 2016)],
)  # fmt: skip
def test_a_year_stays_a_year(words: str, year: int) -> None:
    interval = read_time(f"{words}.", DAY).timexes[0].interval
    assert interval is not None
    assert (interval.start, interval.granularity) == (datetime(year, 1, 1), "year")


@pytest.mark.parametrize(
    ("words", "start"),
    [("clashes on 1 January 9998.", datetime(9998, 1, 1)), ("in the year 627 clashes", datetime(627, 1, 1)),
     ("On 21 May 1500 civilians fled", datetime(2018, 5, 21)), ("On 21 May 3000 fled", datetime(2018, 5, 21)),
     ("On May 21, 3000 fled", datetime(2018, 5, 21)), ("in the year 12000", None), ("valid to 31 May 9999", None)],
)  # fmt: skip
def test_a_year_behind_its_day_is_read_or_said_to_be_beyond_the_calendar(
    words: str, start: datetime | None
) -> None:
    (timex,) = read_time(words, DAY).timexes
    assert timex.start == start
    assert bool(timex.fault) == (start is None)


def test_an_event_a_century_away_is_marked_for_review() -> None:
    event = read_report(Report("In the year 1200 clashes took place in Homs.", published=DAY)).events[0]
    assert event.confidence is not None
    assert event.confidence <= 0.2
    assert "more than a century" in event.time_notes


def test_random_words_never_fail_to_be_read() -> None:
    assert [fault for text, day in inputs(4_000, seed=7) if (fault := time_fault(text, day))] == []


def test_random_reports_never_fail_to_be_read() -> None:
    assert [fault for text, day in inputs(600, seed=8) if (fault := report_fault(text, day))] == []

"""What a person gives: the day of a report in whatever words, and the zone of its places.

Refused where it is given: a day that no calendar has or no report can be of, words that name no day, a zone
that nobody keeps. So no reading ever rests on a day that nobody wrote.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo, available_timezones

from dashboard.errors import DateError
from dashboard.temporal.absolute import read_moment
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.moment import UNPUBLISHABLE, is_publishable

_IN_FIGURES = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]\d{4}")
_MONTHS = 12
_WEEK = re.compile(r"\d{4}-?W\d\d")
_WANTED = "a publication date is a day, like 2018-05-21 or 21 May 2018"
_ONE, _OTHER = date(2001, 1, 2), date(2010, 6, 24)  # days that differ in weekday, day, month and year


def day_given(text: str, zone: str, now: date | datetime) -> date | datetime:
    """The publication date in a person's words, as a day or, with a clock time, a moment of the zone.

    Raises DateError for words that are no date, one coarser than a day, or one that no report can be of.

    >>> (
    ...     day_given("yesterday", "", date(2018, 5, 22)),
    ...     day_given("2018-05-21T09:00Z", "Asia/Damascus", date.max),
    ... )
    (datetime.date(2018, 5, 21), datetime.datetime(2018, 5, 21, 12, 0))
    """
    return possible(_iso(text, zone) or _in_words(text, now), text)


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day of publication as it was typed, and what the person should know of how it is read."""

    day: date | datetime
    notes: tuple[str, ...] = ()


def typed_day(words: str, zone: str, now: datetime) -> TypedDay:
    """The publication date in a person's words, counted from a moment on her clocks.

    Raises DateError for words that are no date, one coarser than a day, or one that no report can be of.

    >>> typed_day("5/6/2018", "", datetime(2026, 1, 1)).notes
    ("'5/6/2018' is read as 05 June 2018, day first; write 2018-06-05 to be sure",)
    """
    day = day_given(words, zone, now)
    notes = (
        f"{words!r} is read as {day:%d %B %Y}, day first; write {day:%Y-%m-%d} to be sure"
        if is_ambiguous(words)
        else "",
        f"the publication date {day} is in the future"
        if ((day > now) if isinstance(day, datetime) else (day > now.date()))
        else "",
    )
    return TypedDay(day, tuple(filter(None, notes)))


def full_day_given(text: str, zone: str) -> date | datetime:
    """The same for words that name one day in full; raises DateError for those that depend on when or where they are said.

    >>> full_day_given("6 March 2018", "")
    datetime.date(2018, 3, 6)
    """
    given = day_given(text, zone, _ONE)
    if given != day_given(text, zone, _OTHER):
        msg = f"{text!r} depends on today; name the day in full, like 2018-03-06"
        raise DateError(msg)
    if is_ambiguous(text):
        msg = f"{text!r} can be read in two ways; write {given:%Y-%m-%d}, or {given:%Y-%d-%m}"
        raise DateError(msg)
    return given


def is_ambiguous(text: str) -> bool:
    """Whether it is a day in figures of which day and month can be taken for each other.

    >>> is_ambiguous("05/06/2018"), is_ambiguous("21/05/2018"), is_ambiguous("2018-06-05")
    (True, False, False)
    """
    numbers = _IN_FIGURES.fullmatch(text.strip())
    if numbers is None or numbers[1] == numbers[2]:
        return False
    return int(numbers[1]) <= _MONTHS and int(numbers[2]) <= _MONTHS


def possible(day: date, words: str) -> date:
    """The day, when a report can be of it; raises DateError otherwise."""
    if not is_publishable(day):
        msg = f"{words!r} can't be the day of a report: {UNPUBLISHABLE}"
        raise DateError(msg)
    return day


def local(moment: datetime, zone: str) -> datetime:
    """A moment as the clock of the zone shows it; as it is where it or the zone is not known."""
    if moment.tzinfo and zone:
        moment = moment.astimezone(ZoneInfo(zone))
    return moment.replace(tzinfo=None)


def known_zone(name: str) -> str:
    """The zone's name, when there is such a zone; raises DateError otherwise.

    >>> known_zone("Asia/Damascus")
    'Asia/Damascus'
    """
    if name and name not in available_timezones():
        msg = f"{name!r} is no time zone; write it like Asia/Damascus, Europe/Kyiv or UTC"
        raise DateError(msg)
    return name


def _iso(text: str, zone: str) -> date | datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if _WEEK.fullmatch(text.strip()):
        msg = f"{text!r} is a week; {_WANTED}"
        raise DateError(msg)
    possible(moment, text)  # before its zone moves it over the calendar's edge
    return local(moment, zone) if ":" in text or moment.tzinfo else moment.date()


def _in_words(text: str, now: date | datetime) -> date | datetime:
    given = read_moment(text, now)
    if given.start is None or given.granularity.rank > Granularity.DAY.rank:
        msg = f"{text!r} is a {given.granularity}; {_WANTED}"
        raise DateError(msg)
    return given.start.date() if given.granularity is Granularity.DAY else given.start

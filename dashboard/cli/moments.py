"""Days and zones as people type them."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

from dashboard.cli.output import note
from dashboard.errors import DateError
from dashboard.temporal import UNPUBLISHABLE, Granularity, Interval, is_publishable, read_moment

_IN_FIGURES = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]\d{4}")
_MONTHS = 12
_WEEK = re.compile(r"\d{4}-?W\d\d")
_WANTED = "a publication date is a day, like 2018-05-21 or 21 May 2018"


def published_on(text: str | None, zone: str = "") -> date | datetime | None:
    """The publication date typed by a person, as a day or, with a clock time, a local moment.

    Raises DateError for words that are no date, one coarser than a day, or one that no report can be of.
    """
    if text is None:
        return None
    told = _iso(text, zone) or _in_words(text)
    _refuse_far(text, told)
    _two_ways(text, told)
    now = datetime.now()
    if (told > now) if isinstance(told, datetime) else (told > now.date()):
        note(f"the publication date {told} is in the future")
    return told


def _two_ways(text: str, told: date) -> None:
    """Say how a day in figures was read that could be read in two ways."""
    numbers = _IN_FIGURES.fullmatch(text.strip())
    if numbers and int(numbers[1]) <= _MONTHS and int(numbers[2]) <= _MONTHS and numbers[1] != numbers[2]:
        note(f"{text!r} is read as {told:%d %B %Y}, day first; write {told:%Y-%m-%d} to be sure")


def known_zone(name: str) -> str:
    """The zone's name, when there is such a zone; raises DateError otherwise.

    >>> known_zone("Asia/Damascus")
    'Asia/Damascus'
    """
    if name and name not in available_timezones():
        msg = f"{name!r} is no time zone; write it like Asia/Damascus, Europe/Kyiv or UTC"
        raise DateError(msg)
    return name


def _refuse_far(text: str, told: date) -> None:
    if not is_publishable(told):
        msg = f"{text!r} can't be the day of a report: {UNPUBLISHABLE}"
        raise DateError(msg)


def _iso(text: str, zone: str) -> date | datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if _WEEK.fullmatch(text.strip()):
        msg = f"{text!r} is a week; {_WANTED}"
        raise DateError(msg)
    _refuse_far(text, moment)  # before its zone moves it over the calendar's edge
    if moment.tzinfo:
        moment = moment.astimezone(ZoneInfo(zone or "UTC")) if zone else moment
        return moment.replace(tzinfo=None)
    return moment if ":" in text else moment.date()


def _in_words(text: str) -> date | datetime:
    told = read_typed(text)
    if told.start is None or told.granularity.rank > Granularity.DAY.rank:
        msg = f"{text!r} is a {told.granularity}; {_WANTED}"
        raise DateError(msg)
    return told.start.date() if told.granularity is Granularity.DAY else told.start


def read_typed(text: str) -> Interval:
    """Whatever date or time a person types, counted from now; raises DateError when it is none."""
    return read_moment(text, datetime.now())


def now_utc() -> datetime:
    """This moment."""
    return datetime.now(UTC)

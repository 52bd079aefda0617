"""Days and zones as people type them, counted from now."""

from datetime import UTC, date, datetime

from dashboard.cli.output import note
from dashboard.temporal import Interval, known_zone, read_moment, typed_day

__all__ = ["known_zone", "now_local", "now_utc", "published_on", "read_typed"]


def published_on(text: str | None, zone: str = "") -> date | datetime | None:
    """The publication date typed by a person, as a day or, with a clock time, a local moment.

    Raises DateError for words that are no date, one coarser than a day, or one that no report can be of.
    """
    if text is None:
        return None
    given = typed_day(text, zone, datetime.now())
    for each in given.notes:
        note(each)
    return given.day


def read_typed(text: str) -> Interval:
    """Whatever date or time a person types, counted from now; raises DateError when it is none."""
    return read_moment(text, datetime.now())


def now_local() -> datetime:
    """This moment on the clocks here, as "yesterday" is counted from it."""
    return datetime.now()


def now_utc() -> datetime:
    """This moment."""
    return datetime.now(UTC)

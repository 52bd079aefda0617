"""Days and zones as people type them, counted from now."""

from datetime import UTC, date, datetime

from dashboard.cli.output import note
from dashboard.temporal import Interval, day_given, is_ambiguous, known_zone, read_moment

__all__ = ["known_zone", "now_local", "now_utc", "published_on", "read_typed"]


def published_on(text: str | None, zone: str = "") -> date | datetime | None:
    """The publication date typed by a person, as a day or, with a clock time, a local moment.

    Raises DateError for words that are no date, one coarser than a day, or one that no report can be of.
    """
    if text is None:
        return None
    now = datetime.now()
    given = day_given(text, zone, now)
    if is_ambiguous(text):
        note(f"{text!r} is read as {given:%d %B %Y}, day first; write {given:%Y-%m-%d} to be sure")
    if (given > now) if isinstance(given, datetime) else (given > now.date()):
        note(f"the publication date {given} is in the future")
    return given


def read_typed(text: str) -> Interval:
    """Whatever date or time a person types, counted from now; raises DateError when it is none."""
    return read_moment(text, datetime.now())


def now_local() -> datetime:
    """This moment on the clocks here, as "yesterday" is counted from it."""
    return datetime.now()


def now_utc() -> datetime:
    """This moment."""
    return datetime.now(UTC)

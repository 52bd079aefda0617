"""What the sun tells of a time once a place is known: "dusk" becomes the dusk there and then.

Where no place is known, or the sun does not get there, the hours of the lexicon stay, and the reason is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dashboard.temporal.calendar.interval import Interval, is_on_calendar
from dashboard.temporal.calendar.skies import Spot
from dashboard.temporal.calendar.sun import BySun, SolarPart, Window, window
from dashboard.temporal.timex import Timex

NO_PLACE = "the usual hours, not the sun’s: no place is known"
NO_SUN = "the usual hours: the sun does not get there on that day"


@dataclass(frozen=True, slots=True)
class Lit:
    """The interval as the sun tells it, and the sun's times that were used; None and the reason where it tells none."""

    interval: Interval | None
    notes: tuple[str, ...]


def in_sunlight(interval: Interval, sun: BySun, spots: Sequence[Spot]) -> Lit:
    """The interval at a spot; the widest over several, such as the towns of a country."""
    if not spots:
        return Lit(None, (NO_PLACE,))
    first, last = (_window(told, spots) for told in (sun.start, sun.end))
    if (sun.start and first is None) or (sun.end and last is None):
        return Lit(None, (NO_SUN,))
    start, end = first.start if first else interval.start, last.end if last else interval.end
    if not _is_stretch(start, end):
        return Lit(None, (NO_SUN,))
    notes = (first.begun if first else "", last.over if last else "")
    return Lit(Interval(start, end, interval.granularity), tuple(dict.fromkeys(filter(None, notes))))


def lit(timex: Timex, spots: Sequence[Spot]) -> Timex:
    """The timex as the sun tells it; with the reason where it stays as it is."""
    if timex.sun is None or timex.interval is None:
        return timex
    found = in_sunlight(timex.interval, timex.sun, spots)
    told = replace(timex, notes=(*timex.notes, *found.notes))
    return replace(told, interval=found.interval, sun=None) if found.interval else told


def _window(told: SolarPart | None, spots: Sequence[Spot]) -> Window | None:
    return window(told, spots) if told else None


def _is_stretch(start: datetime | None, end: datetime | None) -> bool:
    ordered = start is None or end is None or start < end
    return ordered and is_on_calendar(start) and is_on_calendar(end)

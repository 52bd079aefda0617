"""What an expression gives: a Sense; and what makes something an expression."""

from dataclasses import dataclass
from typing import Protocol

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.interval import BEYOND, Interval
from dashboard.temporal.calendar.moment import Moment


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of the same words, and why it was not taken."""

    interval: Interval
    why: str


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression says at a moment: the interval, TIMEX3 type and value, what to note.

    ``offset`` tells in words where the time lies when no day of publication could place it;
    ``fault`` why words that name a date name no day of the calendar.
    """

    interval: Interval | None
    type: str
    value: str
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    offset: str = ""
    fault: str = ""


class Expression(Protocol):
    """Time words, understood but not yet counted."""

    def at(self, moment: Moment) -> Sense:
        """What it says when spoken at that moment."""


def said(meaning: Expression, moment: Moment) -> Sense:
    """What words say when spoken at that moment; no interval where that is beyond the calendar.

    Whoever asks an expression from outside asks through this: "a million years ago" is a time, and on no calendar.
    """
    try:
        return meaning.at(moment)
    except cal.NoSuchDayError as error:
        return _faulty(str(error))
    except (OverflowError, ValueError):
        return _faulty(BEYOND)


def _faulty(why: str) -> Sense:
    return Sense(None, "DATE", "", (why,), fault=why)


def date_sense(interval: Interval, *notes: str) -> Sense:
    """A DATE on the calendar."""
    return Sense(interval, "DATE", cal.timex_value(interval), notes)

"""What an expression gives: a Sense; and what makes something an expression."""

from dataclasses import dataclass
from typing import Protocol

from dashboard.temporal import calendar as cal
from dashboard.temporal.interval import Interval
from dashboard.temporal.moment import Moment


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of the same words, and why it was not taken."""

    interval: Interval
    why: str


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression says at a moment: the interval, TIMEX3 type and value, what to note.

    ``offset`` tells in words where the time lies when no day of publication could place it.
    """

    interval: Interval | None
    type: str
    value: str
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    offset: str = ""


class Expression(Protocol):
    """Time words, understood but not yet counted."""

    def at(self, moment: Moment) -> Sense:
        """What it says when spoken at that moment."""


def date_sense(interval: Interval, *notes: str) -> Sense:
    """A DATE on the calendar."""
    return Sense(interval, "DATE", cal.timex_value(interval), notes)

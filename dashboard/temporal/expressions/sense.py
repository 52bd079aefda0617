"""What an expression gives, a Sense, and what every expression can be asked; to add a question, give it here the answer of most."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import ClassVar

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.interval import BEYOND, Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.sun import BySun
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of the same words, and why it was not taken."""

    interval: Interval
    why: str


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression says at a moment: the interval, TIMEX3 type and value, what to note.

    ``offset`` tells in words where the time lies when no day of publication could place it;
    ``fault`` why words that name a date name no day of the calendar; ``sun`` what the sun tells of it where a place is known.
    """

    interval: Interval | None
    type: TimexType
    value: str
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    offset: str = ""
    fault: str = ""
    sun: BySun | None = None


class Deixis(Enum):
    """How near to the moment of speech words count from it."""

    NONE = auto()  # dates, and what counts from the time last mentioned
    LOOSE = auto()  # now, last year
    TODAY = auto()
    NEAR = auto()  # yesterday, Monday night, last week


@dataclass(frozen=True, slots=True)
class TwoWays:
    """What to note of "05/04/2018" as read, the day it would be in the other order, and when that is meant.

    ``told`` says whether the document's own dates tell their order, ``turned`` what to note where the other is taken.
    """

    note: str
    other: date
    why: str
    told: bool = True
    turned: str = ""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """What the words of a date state themselves: year, month, day, weekday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    two_ways: TwoWays | None = None

    @property
    def full(self) -> bool:
        """Whether it names one day by itself."""
        return None not in (self.year, self.month, self.day)

    @property
    def lacks_year(self) -> bool:
        """Whether a month or a day of one is named without its year."""
        return self.year is None and self.month is not None

    @property
    def weekday_only(self) -> bool:
        """Whether a weekday is named and no day of a month."""
        return self.weekday is not None and self.day is None


class Expression(ABC):
    """Time words, understood but not yet counted.

    They tell what they mean at a moment of speech (``at``), and answer before that what else is asked of them.
    Each question has the answer of most expressions here; those that answer otherwise say so.
    """

    __slots__ = ()

    is_clock: ClassVar[bool] = False
    """14:20, of whatever day."""
    is_length: ClassVar[bool] = False
    """Two days: an amount of time, which has no place by itself."""
    is_feast: ClassVar[bool] = False
    """A feast by its name, which wars and risings are called after."""
    is_fixed: ClassVar[bool] = False
    """One interval whenever said: 2018-05-21T09:00."""
    is_timeless: ClassVar[bool] = False
    """The same in a clause that looks ahead or back: a length, every day, the 1990s."""
    is_last_mentioned: ClassVar[bool] = False
    """That day, the same day."""
    is_step: ClassVar[bool] = False
    """Counted in units from a day: yesterday, last week, the following day."""
    is_intended: ClassVar[bool] = False
    """Where somebody means to do something, it is then, as a date would be: "vowed to return in two weeks"."""
    tells_moment: ClassVar[bool] = False
    """A moment at which something may be said: a date, yesterday, Sunday night."""

    @abstractmethod
    def at(self, moment: Moment) -> Sense:
        """What it says when spoken at that moment."""

    @property
    def inner(self) -> "Expression | None":
        """The day or the whole that it is a part of, if it is one."""
        return None

    @property
    def of_day(self) -> "Expression":
        """The day of a part of a day or of a clock time; else itself."""
        return self

    @property
    def named_day(self) -> "Expression":
        """The name of a day that is said twice; else itself."""
        return self

    @property
    def last_end(self) -> "Expression":
        """The last end of a range; else itself."""
        return self

    @property
    def annotated(self) -> tuple[tuple["Expression", Span], ...]:
        """The parts that TIMEX3 annotates by themselves, with their words."""
        return ()

    @property
    def stated(self) -> StatedDate | None:
        """What is stated of a date; None for all that is no date of the calendar."""
        return None

    @property
    def tells_day(self) -> bool:
        """Whether it names a day, by date, weekday or twice."""
        return False

    @property
    def names_month(self) -> bool:
        """Whether a month is named, by itself or with a day or a part: March, 3 March, early March."""
        return self.inner is not None and self.inner.names_month

    @property
    def years_named(self) -> tuple[int, ...]:
        """The years that words name outright: "late 1913", "the night of 9 May 1913", "1914–18"."""
        return self.inner.years_named if self.inner else ()

    @property
    def leaves_out(self) -> bool:
        """Whether words leave out what a chronicle stated before: the year of "in May", the day of "on Friday"."""
        return self.inner is not None and self.inner.leaves_out

    @property
    def deixis(self) -> Deixis:
        """How near to the moment of speech it counts from it."""
        return self.inner.deixis if self.inner else Deixis.NONE

    @property
    def counts_from_speech(self) -> bool:
        """Whether its day may follow from the day of speech: not of a date, nor of what counts from a day mentioned."""
        return True

    @property
    def counts_from_publication(self) -> bool:
        """Whether a chronicle counts it from its own day of publication: yesterday, two years ago, this morning."""
        return self.inner is not None and self.inner.counts_from_publication

    @property
    def steps_ahead(self) -> bool:
        """Whether it names a time still to come, so that a tale does not go on from there: next summer."""
        return False

    @property
    def compares(self) -> bool:
        """Whether it is mentioned for comparison only, so that nothing counts from it: a year ago, the year-ago quarter."""
        return False

    @property
    def names_quarter(self) -> bool:
        """Whether it names a quarter by its number: the third quarter."""
        return False

    @property
    def is_fiscal(self) -> bool:
        """Whether it is a quarter by a company's own count: the fiscal second quarter."""
        return False

    @property
    def sums_up(self) -> bool:
        """Whether it is a count of months as a report sums up more than a quarter: the nine months."""
        return False

    @property
    def names_ancient_year(self) -> bool:
        """Whether it names by itself a time before our era."""
        return False

    def spoken_on(self, moment: Moment) -> date | None:  # noqa: ARG002 - most words do not tell it
        """The day of speech, where the words tell it by saying a day twice: "yesterday, Saturday the 19th"."""
        return None

    def tells_in_chronicle(self, moment: Moment) -> bool:
        """Whether words that tell time in chronicles only do so at this moment."""
        return moment.narrative

    def after_ancient(self, moment: Moment) -> Moment | None:  # noqa: ARG002 - most are of our era
        """The moment once a time before our era has been mentioned; None for all else."""
        return None

    def up_to_now(self, moment: Moment) -> Interval | None:  # noqa: ARG002 - only lengths have two ends to choose
        """So long, up to the moment."""
        return None

    def up_to(self, last: Interval) -> Interval | None:  # noqa: ARG002 - as above
        """So long, up to the end of that day."""
        return None


@dataclass(frozen=True, slots=True)
class OfDay(Expression):
    """A part of a day, or what lies about it."""

    day: Expression

    @property
    def inner(self) -> Expression:
        """The day."""
        return self.day


@dataclass(frozen=True, slots=True)
class OfWhole(Expression):
    """A part of something longer."""

    whole: Expression

    @property
    def inner(self) -> Expression:
        """The whole."""
        return self.whole


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
    return Sense(None, TimexType.DATE, "", (why,), fault=why)


def date_sense(interval: Interval, *notes: str) -> Sense:
    """A DATE on the calendar."""
    return Sense(interval, TimexType.DATE, cal.timex_value(interval), notes)

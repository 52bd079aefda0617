"""Years before our era, which no interval of ours reaches: they have a TIMEX3 value and no place on the line."""

from dataclasses import dataclass, replace

from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.days import Calendar
from dashboard.temporal.expressions.hours import DayPart
from dashboard.temporal.expressions.lengths import Length
from dashboard.temporal.expressions.offsets import LastMentioned, Shift
from dashboard.temporal.expressions.ranges import Edge, LastMentionedSpan, SeasonOf, ThisPeriod
from dashboard.temporal.expressions.sense import Expression, Sense
from dashboard.temporal.expressions.vague import Since

_NOTE = "before the first year that can be drawn"


@dataclass(frozen=True, slots=True)
class Ancient(Expression):
    """A time before year 1; ``year`` where it names one, so that what follows can be counted from it.

    ``outright`` is off for a bare number ("in 490"), a year only where the chronicle is of those times.
    """

    value: str
    year: int | None = None
    outright: bool = True
    is_timeless = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - the same whenever said
        """TIMEX3's value; not placed on the line."""
        return Sense(None, TimexType.DATE, self.value, (_NOTE,))

    @property
    def names_ancient_year(self) -> bool:
        """A bare number names none."""
        return self.outright

    def tells_in_chronicle(self, moment: Moment) -> bool:
        """A bare number does where the chronicle is of those times."""
        return moment.narrative if self.outright else moment.ancient is not None

    def after_ancient(self, moment: Moment) -> Moment:
        """What follows counts from this year, if it names one."""
        return replace(moment, ancient=self.year or moment.ancient)


def in_ancient_years(meaning: Expression, year: int) -> Sense | None:
    """What words without a year mean where the year last mentioned is before our era; None for other words.

    >>> (
    ...     in_ancient_years(Calendar(None, 8), 480).value,
    ...     in_ancient_years(Shift("Y", 1, from_mentioned=True), 480).value,
    ... )
    ('BC0480-08', 'BC0479')
    """
    value = _ancient_value(meaning, year)
    kind = TimexType.TIME if "T" in value else TimexType.DATE
    return Sense(None, kind, value, (_NOTE,)) if value else None


def _ancient_value(meaning: Expression, year: int) -> str:
    match meaning:
        case Edge(whole=whole):
            return _ancient_value(whole, year)
        case Calendar(year=None, month=int(month), day=day):
            return f"BC{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        case SeasonOf(year=None, letters=letters):
            return f"BC{year:04d}-{letters}"
        case ThisPeriod(unit=Unit.YEAR) | LastMentionedSpan():
            return f"BC{year:04d}"
    return _day_of_year(meaning, year) or _years_on(meaning, year)


def _day_of_year(meaning: Expression, year: int) -> str:
    """The same day, the next day, at night: a day of that year, and nobody said which."""
    match meaning:
        case LastMentioned() | Shift(unit=Unit.DAY, from_mentioned=True):
            return f"BC{year:04d}-XX-XX"
        case DayPart(day=day, part=part) if day.is_last_mentioned:
            return f"BC{year:04d}-XX-XXT{part.letters}"
    return ""


def _years_on(meaning: Expression, year: int) -> str:
    """The following year, a decade earlier, the previous century: years before our era count down."""
    match meaning:
        case Shift(unit=Unit.YEAR, from_mentioned=True, count=count):
            return f"BC{year - count:04d}"
        case Shift(unit=Unit.DECADE, from_mentioned=True, count=count):
            return f"BC{year // 10 - count:03d}"
        case Shift(unit=Unit.CENTURY, from_mentioned=True, count=count):
            return f"BC{(year - 1) // 100 - count:02d}"
        case Since(length=Length(unit=Unit.DECADE, count=float() | int() as many), sign=sign):
            return f"BC{year - sign * round(10 * many):04d}"
    return ""

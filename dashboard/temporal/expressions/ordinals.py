"""Days and pieces of a month or year named by counting, and steps whose start depends on what is reported around them."""

from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.expressions.lengths import Length, unit_granularity
from dashboard.temporal.expressions.offsets import Shift
from dashboard.temporal.expressions.sense import Expression, OfDay, Sense, date_sense
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class DayOfMonth(Expression):
    """A day of a month named by counting: the 5th of last month."""

    day: int
    month: Expression

    def at(self, moment: Moment) -> Sense:
        """That day; raises NoSuchDayError where the month has none."""
        sense = self.month.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        first = sense.interval.start
        day = (first + timedelta(days=self.day - 1)).date()
        if midnight(day) >= sense.interval.end:
            day = cal.day_of(first.year, first.month, self.day)
        return date_sense(Interval.of_day(day))


@dataclass(frozen=True, slots=True)
class WeekOfMonth(Expression):
    """A week of a month by its number: the second week of May."""

    number: int
    month: Expression

    def at(self, moment: Moment) -> Sense:
        """Seven days, the first week from the 1st on; the month's own sense where it has no such week."""
        sense = self.month.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start = sense.interval.start + timedelta(weeks=self.number - 1)
        end = min(start + timedelta(weeks=1), sense.interval.end)
        return date_sense(Interval(start, end, Granularity.WEEK)) if start < end else sense


@dataclass(frozen=True, slots=True)
class Later(Expression):
    """So many units after the time last mentioned; from the reference day where the words look ahead."""

    unit: str
    count: int

    def at(self, moment: Moment) -> Sense:
        """The unit so many steps on, whole."""
        return Shift(self.unit, self.count, from_mentioned=not moment.future).at(moment)


@dataclass(frozen=True, slots=True)
class PieceOf(Expression):
    """The first or last so many units of something longer: the first three months of 2024, the last week of May."""

    length: Length
    whole: Expression
    last: bool = False
    spans: tuple[Span, Span] | None = None

    @property
    def inner(self) -> Expression:
        """The whole."""
        return self.whole

    @property
    def annotated(self) -> tuple[tuple[Expression, Span], ...]:
        """The length and the whole."""
        return ((self.length, self.spans[0]), (self.whole, self.spans[1])) if self.spans else ()

    def at(self, moment: Moment) -> Sense:
        """Counted from its start, or back from its end; the whole's own sense where the piece is longer."""
        sense = self.whole.at(moment)
        whole = sense.interval
        if whole is None or whole.start is None or whole.end is None:
            return sense
        cut = self.length.before(whole.end) if self.last else self.length.after(whole.start)
        if cut is None or not whole.start < cut < whole.end:
            return sense
        piece = replace(whole, start=cut) if self.last else replace(whole, end=cut)
        fine = min(unit_granularity(self.length.unit), whole.granularity, key=lambda each: each.rank)
        return Sense(replace(piece, granularity=fine), TimexType.DATE, sense.value, sense.notes)


@dataclass(frozen=True, slots=True)
class WeekdayOf(Expression):
    """A weekday by its number in a month: the first Monday of March, the last Friday of the month."""

    weekday: int
    number: int
    month: Expression
    days: int = 1  # two for a weekend

    def at(self, moment: Moment) -> Sense:
        """That day, -1 for the last, -2 for the last but one; raises NoSuchDayError where the month has none."""
        sense = self.month.at(moment)
        month = sense.interval
        if month is None or month.start is None or month.end is None:
            return sense
        first = month.start + timedelta(days=(self.weekday - month.start.weekday()) % 7)
        in_all = (month.end - first - timedelta(days=1)).days // 7 + 1
        weeks = in_all + self.number if self.number < 0 else self.number - 1
        day = first + timedelta(weeks=weeks)
        if not month.start <= day < month.end:
            msg = f"there is no {self.number}th {day:%A} in {month.start:%B %Y}"
            raise cal.NoSuchDayError(msg)
        return date_sense(
            replace(Interval.of_day(day.date()), end=day + timedelta(days=self.days)), *sense.notes
        )


@dataclass(frozen=True, slots=True)
class UpTo(Expression):
    """A week or month by its last day: the week ending 12 May."""

    length: Length
    last: Expression

    def at(self, moment: Moment) -> Sense:
        """So long, that day the last of it."""
        sense = self.last.at(moment)
        end = sense.interval.end if sense.interval else None
        start = self.length.before(end) if end else None
        if start is None or end is None:
            return sense
        return replace(sense, interval=Interval(start, end, unit_granularity(self.length.unit)))


@dataclass(frozen=True, slots=True)
class SameDay(OfDay):
    """The reference day, or the day last mentioned, in another year: a year ago today, the same day in 2019."""

    years: Expression

    def at(self, moment: Moment) -> Sense:
        """That day or month of that year."""
        sense, years = self.day.at(moment), self.years.at(moment).interval
        interval = sense.interval
        if interval is None or interval.start is None or years is None or years.start is None:
            return sense
        back = 12 * (years.start.year - interval.start.year)
        start = cal.add_months(interval.start, back)
        if interval.granularity is Granularity.MONTH:
            return date_sense(cal.months(start, 1, Granularity.MONTH))
        return date_sense(Interval.of_day(start.date()))

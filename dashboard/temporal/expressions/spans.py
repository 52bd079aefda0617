"""Amounts in several units, and what is counted by them: an hour and 40 minutes, two weeks and three days ago, for six days from Monday."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.lengths import SHORT, Length
from dashboard.temporal.expressions.offsets import Shift
from dashboard.temporal.expressions.sense import Deixis, Expression, Sense, date_sense
from dashboard.text import Span

_MINUTE = timedelta(minutes=1)
_BY_MONTHS = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


@dataclass(frozen=True, slots=True)
class Lengths(Expression):
    """An amount of time told in several units, the longest first: two years and three months."""

    parts: tuple[Length, ...]
    is_length = True
    is_timeless = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a length is the same whenever it is said
        """A DURATION; not placed on the line by itself."""
        return Sense(None, TimexType.DURATION, self.value)

    @property
    def value(self) -> str:
        """TIMEX3's way to write it.

        >>> Lengths((Length("D", 3), Length("TH", 4))).value
        'P3DT4H'
        """
        days = "".join(each.value[1:] for each in self.parts if not each.value.startswith("PT"))
        hours = "".join(each.value[2:] for each in self.parts if each.value.startswith("PT"))
        return f"P{days}T{hours}" if hours else f"P{days}"

    @property
    def finest(self) -> str:
        """The unit of the last amount."""
        return self.parts[-1].unit

    @property
    def granularity(self) -> G:
        """How fine a stretch so counted is."""
        return self.parts[-1].granularity

    def before(self, end: datetime) -> datetime | None:
        """The moment this long before; None beyond the calendar."""
        return self._from(end, -1)

    def after(self, start: datetime) -> datetime | None:
        """The moment this long after; None as above."""
        return self._from(start, 1)

    def _from(self, moment: datetime, sign: int) -> datetime | None:
        found: datetime | None = moment
        for each in self.parts:
            if found is not None:
                found = each.after(found) if sign > 0 else each.before(found)
        return found

    def up_to_now(self, moment: Moment) -> Interval | None:
        """The window that ends at the moment."""
        start = self.before(moment.latest if moment.exact else midnight(moment.day))
        return Interval(start, moment.latest, self.granularity) if start else None

    def up_to(self, last: Interval) -> Interval | None:
        """So long before that day began, to its end."""
        start = self.before(midnight(last.start.date())) if last.start else None
        return Interval(start, last.end, self.granularity) if start and last.end else None


Amount = Length | Lengths


def lasting(seconds: int) -> Lengths:
    """So many seconds, as a running time is told in hours, minutes and seconds.

    >>> lasting(9669).value
    'PT2H41M9S'
    """
    counts = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    units = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
    return Lengths(tuple(Length(unit, count) for unit, count in zip(units, counts, strict=True) if count))


@dataclass(frozen=True, slots=True)
class SpanAway(Expression):
    """So long before or after a time: two weeks and three days ago, a week before last Friday.

    It counts from ``start`` if stated, from the time last mentioned, or from the reference day.
    """

    amount: Amount
    sign: int
    start: Expression | None = None
    from_mentioned: bool = False
    tells_moment = True

    @property
    def deixis(self) -> Deixis:
        """As near as so long ago is."""
        if self.from_mentioned or self.start is not None:
            return Deixis.NONE
        return _first(self.amount).nearness

    @property
    def counts_from_speech(self) -> bool:
        """Unless it counts from another time."""
        return self.start.counts_from_speech if self.start else not self.from_mentioned

    @property
    def counts_from_publication(self) -> bool:
        """As above."""
        return self.start.counts_from_publication if self.start else not self.from_mentioned

    def at(self, moment: Moment) -> Sense:
        """The day so far away; the month where months are the finest that was counted."""
        base, notes = self._base(moment)
        found = None
        if base is not None:
            found = self.amount.after(base) if self.sign > 0 else self.amount.before(base)
        if found is None:
            return Sense(None, TimexType.DATE, "", notes)
        unit = self.amount.finest
        if unit in _BY_MONTHS and self.start is None:
            return date_sense(cal.months(found, 1, G.MONTH), *notes)
        if unit in SHORT and self.start is not None and self.start.is_clock:
            return replace(date_sense(Interval(found, found + _MINUTE, G.MINUTE)), type=TimexType.TIME)
        if unit in SHORT and self._is_sharp(moment):
            interval = Interval(found, found + (cal.DAY / 24), G.HOUR)
            return Sense(interval, TimexType.TIME, cal.timex_value(interval), notes)
        return date_sense(Interval.of_day(found.date()), *notes)

    def _is_sharp(self, moment: Moment) -> bool:
        """Whether hours can be counted from where it counts: a clock time, told or known."""
        if not self.from_mentioned:
            return moment.exact
        return moment.mentioned is not None and moment.mentioned.granularity.rank < G.DAYPART.rank

    def _base(self, moment: Moment) -> tuple[datetime | None, tuple[str, ...]]:
        if self.start is not None:
            sense = self.start.at(moment)
            return (sense.interval.start if sense.interval else None), sense.notes
        if self.from_mentioned:
            return (moment.mentioned.start if moment.mentioned else midnight(moment.day)), ()
        return (moment.latest if moment.exact else midnight(moment.day)), ()


@dataclass(frozen=True, slots=True)
class Lasting(Expression):
    """So long from a time on: for six days from Monday 4 March, from 9:30 a.m. for seven hours.

    Where nothing says that it lasts (``lasts`` is false) and the words tell nothing that is over, it is the day so far
    away: "will leave four days from Sunday".
    """

    start: Expression
    amount: Amount
    lasts: bool = True
    spans: tuple[Span, Span] | None = None
    tells_moment = True

    @property
    def inner(self) -> Expression:
        """Its beginning."""
        return self.start

    @property
    def annotated(self) -> tuple[tuple[Expression, Span], ...]:
        """The beginning and the length."""
        return ((self.start, self.spans[0]), (self.amount, self.spans[1])) if self.spans else ()

    @property
    def counts_from_speech(self) -> bool:
        """As its beginning does."""
        return self.start.counts_from_speech

    def at(self, moment: Moment) -> Sense:
        """From the beginning on, so long."""
        if not self.lasts and (moment.future or not moment.past):
            weekday = self.start.stated is not None and self.start.stated.weekday_only
            ahead = replace(moment, future=moment.future or weekday)
            return SpanAway(self.amount, 1, self.start).at(ahead)
        sense = self.start.at(moment)
        start = sense.interval.start if sense.interval else None
        end = self.amount.after(start) if start else None
        if sense.interval is None or start is None or end is None:
            return sense
        granularity = sense.interval.granularity
        return replace(sense, interval=Interval(start, end, granularity))


@dataclass(frozen=True, slots=True)
class Hence(Expression):
    """In three days: so far ahead where the words look ahead, else a length ("built in three days")."""

    length: Length
    is_length = True
    is_intended = True

    def at(self, moment: Moment) -> Sense:
        """The unit so many steps on, whole, or a DURATION."""
        if not moment.future or moment.narrative or self.length.count is None:
            return self.length.at(moment)
        return away(self.length, 1).at(moment)

    def up_to_now(self, moment: Moment) -> Interval | None:
        """As the length."""
        return self.length.up_to_now(moment)

    def up_to(self, last: Interval) -> Interval | None:
        """As the length."""
        return self.length.up_to(last)


def away(length: Length, sign: int) -> Expression:
    """So far from the reference day: a whole unit where whole units were counted, else the day."""
    count = length.count or 0
    whole = count % 1 == 0 and length.unit not in SHORT
    return Shift(length.unit, sign * int(count)) if whole else SpanAway(length, sign)


def _first(amount: Amount) -> Length:
    return amount if isinstance(amount, Length) else amount.parts[0]

"""So long after or before an act whose time is told elsewhere: "the fort fell on 3 May. Six days after its fall …"."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.lengths import SHORT
from dashboard.temporal.expressions.modifiers import FromEvent
from dashboard.temporal.expressions.offsets import shifted
from dashboard.temporal.expressions.sense import Expression, Sense
from dashboard.temporal.expressions.spans import Amount

_LONG = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_AS_COARSE = {G.MONTH: _LONG, G.QUARTER: _LONG[1:], G.YEAR: _LONG[2:], G.DECADE: _LONG[3:]}


@dataclass(frozen=True, slots=True)
class FromAct(Expression):
    """So long after an act (``sign`` below zero: before it) that ``act`` dates; ``counted`` is what the words mean alone."""

    counted: FromEvent
    amount: Amount
    sign: int
    act: Expression
    tells_moment = True

    @property
    def counts_from_speech(self) -> bool:
        """As the time of the act does."""
        return self.act.counts_from_speech

    @property
    def counts_from_publication(self) -> bool:
        """As above."""
        return self.act.counts_from_publication

    def at(self, moment: Moment) -> Sense:
        """The day so far from the act, on no calendar where the act's time is too coarse to count so from."""
        told = self.act.at(moment).interval
        found = so_far_from(told, self.amount, self.sign) if told else None
        if told is None or found is None:
            return self.counted.at(moment)
        day = _counted_day(told, self.amount, self.sign)
        value = cal.timex_value(Interval.of_day(day) if day else found)
        kind = TimexType.TIME if found.granularity.rank < G.DAY.rank else TimexType.DATE
        return Sense(found, kind, value, (_counted_from(told),))


@dataclass(frozen=True, slots=True)
class OtherAct(Expression):
    """A length between two acts, the one dated and the other told behind it: "on Monday, ten days after troops took the town".

    By itself it is a length; where it stands it dates the other act.
    """

    counted: FromEvent
    amount: Amount
    sign: int
    act: Expression

    def at(self, moment: Moment) -> Sense:
        """The length, placed where the other act was."""
        sense, told = self.counted.at(moment), self.act.at(moment).interval
        found = so_far_from(told, self.amount, -self.sign) if told else None
        if told is None or found is None:
            return sense
        return replace(sense, interval=found, notes=(_counted_from(told),), offset="")


def so_far_from(told: Interval, amount: Amount, sign: int) -> Interval | None:
    """The time so far from that of an act, as fine as both are; None where the act's is too coarse or nobody said how far."""
    start = told.start and (amount.after(told.start) if sign > 0 else amount.before(told.start))
    if told.start is None or told.end is None or start is None:
        return _some_hours_from(told, amount)
    if sign < 0 and amount.finest in SHORT and told.granularity is G.DAY:
        start = amount.before(told.end) or start  # an hour before an act of Friday it need not be Thursday
    if told.granularity.rank > G.DAY.rank:
        fits = amount.finest in _AS_COARSE.get(told.granularity, ())
        return Interval(start, start + (told.end - told.start), told.granularity) if fits else None
    if amount.finest in _LONG:
        return shifted(start.date(), amount.finest, 0)
    if amount.finest not in SHORT or told.granularity is G.DAY:
        return Interval.of_day(start.date())
    if told.granularity is G.DAYPART:
        return Interval(start, start + (told.end - told.start), G.DAYPART)
    return Interval(start, start + cal.DAY / 24, G.HOUR)


def _some_hours_from(told: Interval, amount: Amount) -> Interval | None:
    """The day of an act, where nobody said how many hours from it: "hours before the truce"; None for days and more."""
    hours = amount.finest in SHORT and told.granularity.rank <= G.DAY.rank
    return Interval.of_day(told.start.date()) if hours and told.start and told.end else None


def _counted_day(told: Interval, amount: Amount, sign: int) -> date | None:
    """The day to which months and years lead from a day, though the interval is as broad as the unit."""
    if told.start is None or told.granularity.rank > G.DAY.rank or amount.finest not in _LONG:
        return None
    found = amount.after(told.start) if sign > 0 else amount.before(told.start)
    return found.date() if found else None


def _counted_from(told: Interval) -> str:
    return f"counted from the act told of {told}"

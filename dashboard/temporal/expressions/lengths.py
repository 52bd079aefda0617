"""Amounts of time, and windows that end or begin at the moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.sense import Deixis, Expression, Sense, said


@dataclass(frozen=True, slots=True)
class Length(Expression):
    """An amount of time: 2 days, 36 hours, some months (no count); ``decimal`` where figures tell a fraction, "4.5 hours"."""

    unit: str
    count: float | None
    elided: bool = False
    decimal: bool = False
    is_length = True
    is_timeless = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a length is the same whenever it is said
        """A DURATION; not placed on the line by itself."""
        notes = ("the unit is missing: hours, as reports count them",) if self.elided else ()
        return Sense(None, TimexType.DURATION, self.value, notes)

    @property
    def value(self) -> str:
        """TIMEX3's way to write it: P2D, PT36H, PXM.

        >>> Length("TH", 36).value, Length("M", None).value, Length("10Y", 2).value
        ('PT36H', 'PXM', 'P20Y')
        """
        many = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.FORTNIGHT: 2}.get(Unit(self.unit), 1)
        letter = self.unit.lstrip("0123456789")
        if self.count and self.count % 1 == 0.5 and self.unit in _HALVES and not self.decimal:
            whole, half = _HALVES[Unit(self.unit)]
            return (
                f"{whole.format(int(self.count)) if self.count > 1 else 'PT' if 'T' in whole else 'P'}{half}"
            )
        if self.count is None:
            amount = "X"
            letter = {Unit.DECADE: "DE", Unit.CENTURY: "CE"}.get(Unit(self.unit), letter)
        else:
            amount = f"{self.count * many:.14g}"
        if letter.startswith("T"):
            return f"PT{amount}{letter[1:]}"
        return f"P{amount}{letter}"

    def up_to_now(self, moment: Moment) -> Interval | None:
        """The window that ends at the moment."""
        return said(Window(self), moment).interval

    def up_to(self, last: Interval) -> Interval | None:
        """So long before that day began, to its end; None when nobody said how long."""
        start = self.before(midnight(last.start.date())) if last.start else None
        if start is None or last.end is None or start >= last.end:
            return None
        return Interval(start, last.end, self.granularity)

    @property
    def sums_up(self) -> bool:
        """Six months or nine."""
        return self.unit == Unit.MONTH and self.count in _SUMMED_UP

    @property
    def finest(self) -> str:
        """The unit."""
        return self.unit

    @property
    def granularity(self) -> G:
        """How fine a stretch counted in that unit is."""
        return G.DAY if self.unit in SHORT else unit_granularity(self.unit)

    @property
    def nearness(self) -> Deixis:
        """How near to the moment of speech what is so far from it lies: days and weeks are news, months are not."""
        return Deixis.NEAR if self.unit in _UNITS_OF_NEWS else Deixis.LOOSE

    def before(self, end: datetime) -> datetime | None:
        """The moment this long before; None when nobody said how long, or beyond the calendar."""
        return self._from(end, -1)

    def after(self, start: datetime) -> datetime | None:
        """The moment this long after; None as above."""
        return self._from(start, 1)

    def _from(self, moment: datetime, sign: int) -> datetime | None:
        if self.count is None:
            return None
        try:
            if self.unit in _MONTHS:
                return cal.add_months(moment, sign * round(self.count * _MONTHS[Unit(self.unit)]))
            return moment + sign * self.count * _STEPS[Unit(self.unit)]
        except (OverflowError, ValueError):  # longer than the calendar
            return None


_HALVES = {
    Unit.YEAR: ("P{}Y", "6M"),
    Unit.DAY: ("P{}D", "T12H"),
    Unit.HOUR: ("PT{}H", "30M"),
    Unit.MINUTE: ("PT{}M", "30S"),
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


_STEPS = {
    Unit.SECOND: timedelta(seconds=1),
    Unit.MINUTE: timedelta(minutes=1),
    Unit.HOUR: timedelta(hours=1),
    Unit.DAY: timedelta(days=1),
    Unit.WEEK: timedelta(weeks=1),
    Unit.FORTNIGHT: timedelta(weeks=2),
    Unit.WEEKEND: timedelta(days=2),
}


_SUMMED_UP = (6, 9)
SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_UNITS_OF_NEWS = (*SHORT, Unit.DAY, Unit.WEEKEND, Unit.WEEK)


@dataclass(frozen=True, slots=True)
class Window(Expression):
    """A stretch that ends at the moment (past 24 hours) or begins there (next two weeks)."""

    length: Length
    ahead: bool = False

    def at(self, moment: Moment) -> Sense:
        """The outer bounds: with no clock known, the whole day of speech lies within."""
        start, end = self._ahead(moment) if self.ahead else (self._start(moment), moment.latest)
        placed = start is None or end is None or start < end
        interval = Interval(start, end, self.length.granularity) if placed else None
        carried = moment.carried_from and "carried over from an earlier report or new: both days lie within"
        return Sense(interval, TimexType.DURATION, self.length.value, (carried,) if carried else ())

    def _ahead(self, moment: Moment) -> tuple[datetime | None, datetime | None]:
        before = self.length.before(moment.latest)
        end = moment.latest + (moment.latest - before) if before else None
        return moment.latest if moment.exact else midnight(moment.day), end

    def _start(self, moment: Moment) -> datetime | None:
        begin = moment.latest if moment.exact else midnight(moment.day)
        if self.length.count is None:
            return midnight(moment.carried_from or moment.day) if self.length.unit in SHORT else None
        return self.length.before(begin)

    @property
    def deixis(self) -> Deixis:
        """As long as it is."""
        return self.length.nearness


def unit_granularity(unit: str) -> G:
    """How fine a count of such units is."""
    return {Unit.HOUR: G.HOUR, Unit.MINUTE: G.MINUTE, Unit.SECOND: G.MINUTE, Unit.DAY: G.DAY, Unit.WEEKEND: G.DAY, Unit.WEEK: G.WEEK, Unit.FORTNIGHT: G.WEEK,
            Unit.MONTH: G.MONTH, Unit.QUARTER: G.QUARTER, Unit.DECADE: G.DECADE, Unit.CENTURY: G.CENTURY}.get(Unit(unit), G.YEAR)  # fmt: skip

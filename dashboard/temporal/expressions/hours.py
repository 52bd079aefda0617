"""Parts of a day and clock times."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.sun import BySun, SolarPart
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.expressions.offsets import LastMentioned, told_onward
from dashboard.temporal.expressions.sense import Expression, OfDay, Other, Sense

_NOON = 12


@dataclass(frozen=True, slots=True)
class DayPart(OfDay):
    """A part of a day: Sunday night, this morning; ``edge`` where "early" or "late" tells it, no word of its own."""

    part: cal.PartOfDay
    edge: bool = False
    tells_moment = True

    @property
    def of_day(self) -> Expression:
        """The day."""
        return self.day

    def at(self, moment: Moment) -> Sense:
        """Those hours of that day; with no day of their own behind a night or a late evening, of the next."""
        sense = self.day.at(moment)
        if isinstance(self.day, LastMentioned) and self.day.unsaid:
            sense = told_onward(sense, moment, self.part.start, self.part.end)
        if sense.interval is None or sense.interval.start is None:
            return sense
        interval = self.part.of(sense.interval.start.date())
        if self.edge:  # TIMEX3 keeps modifiers out of the value
            return replace(sense, interval=interval)
        value = f"{interval.start.date()}T{self.part.letters}" if interval.start else ""
        told = self.part.sun and SolarPart(self.part.sun, sense.interval.start.date())
        sun = BySun(told, told) if told else None
        return Sense(interval, TimexType.TIME, value, sense.notes, sense.others, sense.offset, sun=sun)


@dataclass(frozen=True, slots=True)
class MidnightAfter(OfDay):
    """After midnight of a day: the midnight that ends it, so the first hours of the next."""

    convention = "after midnight of a day is counted into the day that then begins"

    @property
    def of_day(self) -> Expression:
        """The day."""
        return self.day

    def at(self, moment: Moment) -> Sense:
        """00:00–06:00 of the next day, with the other reading kept."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        named = sense.interval.start.date()
        early = cal.PartOfDay(0, 6, "NI")
        other = Other(early.of(named), "if the midnight that begins the day is meant")
        day = named + cal.DAY
        return Sense(early.of(day), TimexType.TIME, f"{day}TNI", (*sense.notes, self.convention), (other,))


@dataclass(frozen=True, slots=True)
class Clock(OfDay):
    """A clock time of a day; ``said`` where it was told in words, and neither half of the day with them; ``earlier`` where it is said to be before what was told."""

    hour: int
    minute: int | None = None
    about: bool = False
    said: bool = False
    earlier: bool = False
    is_clock = True
    convention = "an hour told in words is the one gone by last when it was said"

    @property
    def of_day(self) -> Expression:
        """The day."""
        return self.day

    def at(self, moment: Moment) -> Sense:
        """An hour or a minute, as stated; "half past three", said at 17:20 of that day, is 15:30."""
        sense = self._day_told(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        day, notes, others, hour = sense.interval.start, sense.notes, sense.others, self.hour
        if self.said and hour < _NOON and _is_gone_by(self._on(day, hour + _NOON), moment):
            others = (*others, Other(self._on(day, hour), "if the morning is meant"))
            notes, hour = (*notes, self.convention), hour + _NOON
        value = f"{day:%Y-%m-%d}T{hour:02d}:{self.minute or 0:02d}"  # midnight ends its day: T24:00
        return Sense(self._on(day, hour), TimexType.TIME, value, notes, others)

    def _day_told(self, moment: Moment) -> Sense:
        """Its day; behind a night or a late evening an hour of the morning is of the next: "On Monday night … at 3 a.m."."""
        sense = self.day.at(moment)
        if not isinstance(self.day, LastMentioned) or self.earlier:
            return sense
        return told_onward(sense, moment, self.hour, self.hour + 1)

    def _on(self, day: datetime, hour: int) -> Interval:
        start = day.replace(hour=0, minute=0) + timedelta(hours=hour, minutes=self.minute or 0)
        step = timedelta(hours=1) if self.minute is None else timedelta(minutes=1)
        return Interval(start, start + step, G.HOUR if self.minute is None else G.MINUTE)


def _is_gone_by(time: Interval, moment: Moment) -> bool:
    """Whether a time had begun on the day of a speaker whose clock is known."""
    start, now = time.start, moment.latest
    return moment.exact and start is not None and start.date() == now.date() and start <= now

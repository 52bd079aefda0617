"""Parts of a day and clock times."""

from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.sun import BySun, SolarPart
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.expressions.sense import Expression, OfDay, Other, Sense


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
        """Those hours of that day."""
        sense = self.day.at(moment)
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
    """A clock time of a day; ``zone`` is the gloss beside it, if any."""

    hour: int
    minute: int | None = None
    about: bool = False
    is_clock = True

    @property
    def of_day(self) -> Expression:
        """The day."""
        return self.day

    def at(self, moment: Moment) -> Sense:
        """An hour or a minute, as stated."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        start = sense.interval.start.replace(hour=0, minute=0) + timedelta(
            hours=self.hour, minutes=self.minute or 0
        )
        step = timedelta(hours=1) if self.minute is None else timedelta(minutes=1)
        interval = Interval(start, start + step, G.HOUR if self.minute is None else G.MINUTE)
        day = sense.interval.start
        value = f"{day:%Y-%m-%d}T{self.hour:02d}:{self.minute or 0:02d}"  # midnight ends its day: T24:00
        return Sense(interval, TimexType.TIME, value, sense.notes, sense.others)

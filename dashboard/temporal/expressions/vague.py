"""Words that are on no calendar: now, once, every week, a few days ago."""

from dataclasses import dataclass

from dashboard.temporal.expressions.lengths import SHORT, Length, unit_granularity
from dashboard.temporal.expressions.sense import Sense
from dashboard.temporal.granularity import Granularity as G
from dashboard.temporal.interval import Interval, midnight
from dashboard.temporal.moment import Moment


@dataclass(frozen=True, slots=True)
class Ref:
    """Now, once, some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str

    def at(self, moment: Moment) -> Sense:
        """Now is the reference day; the vague past and future are on no calendar."""
        interval = (
            Interval(midnight(moment.day), moment.latest, G.DAY) if self.value == "PRESENT_REF" else None
        )
        return Sense(interval, "DATE", self.value)


@dataclass(frozen=True, slots=True)
class Every:
    """A repetition: every day, weekly."""

    value: str

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a habit has no moment
        """A SET; on no calendar."""
        return Sense(None, "SET", self.value)


@dataclass(frozen=True, slots=True)
class Ago:
    """A vague or broken amount of time ago: a few days ago, two and a half years ago."""

    length: Length

    def at(self, moment: Moment) -> Sense:
        """From ten such units ago to one ago; hours ago are of the same day."""
        count, unit = self.length.count, self.length.unit
        if unit in SHORT:
            return Sense(Interval(midnight(moment.day), moment.latest, G.DAY), "DATE", "PAST_REF")
        if count is None:
            start, end = Length(unit, 10).before(midnight(moment.day)), Length(unit, 1).before(moment.latest)
        else:
            start = Length(unit, count + 0.5).before(moment.latest)
            end = Length(unit, count - 0.5).before(moment.latest)
        interval = Interval(start, end, unit_granularity(unit)) if start and end else None
        return Sense(
            interval, "DATE", "PAST_REF", ("how many was not told: one to ten",) if count is None else ()
        )


@dataclass(frozen=True, slots=True)
class Since:
    """A vague number of units after or before the time last told: a few weeks later, some days earlier."""

    unit: str
    sign: int

    def at(self, moment: Moment) -> Sense:
        """From one such unit to ten, on or back from what was told; TIMEX3 calls both vague."""
        told = moment.told_span
        near, far = (Length(self.unit, -self.sign * count) for count in (1, 10))
        base = told.start or midnight(moment.day)
        ends = sorted(end for end in (near.before(base), far.before(base)) if end)
        if self.sign > 0 and not (moment.future or moment.narrative) and ends[0] < moment.latest:
            ends[-1] = min(ends[-1], moment.latest)  # what a report tells is over when it is told
        interval = Interval(ends[0], ends[-1], unit_granularity(self.unit)) if len(ends) > 1 else None
        value = "FUTURE_REF" if self.sign > 0 else "PAST_REF"
        return Sense(interval, "DATE", value, ("how many was not told: one to ten",))


@dataclass(frozen=True, slots=True)
class Recently:
    """Recent weeks: so many units, nobody knows how many, up to now."""

    length: Length

    def at(self, moment: Moment) -> Sense:
        """An open window; TIMEX3 calls it the vague past."""
        return Sense(Interval(None, moment.latest, unit_granularity(self.length.unit)), "DATE", "PAST_REF")

"""Words that are on no calendar: now, once, every week, a few days ago."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.lengths import SHORT, Length, unit_granularity
from dashboard.temporal.expressions.sense import Deixis, Expression, Sense

_NOT_COUNTED = "how many was not told: one to ten"


@dataclass(frozen=True, slots=True)
class Ref(Expression):
    """Now, once, some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str
    is_timeless = True

    @property
    def deixis(self) -> Deixis:
        """Now, loosely; the vague past and future do not count."""
        return Deixis.LOOSE if self.value == "PRESENT_REF" else Deixis.NONE

    def at(self, moment: Moment) -> Sense:
        """Now is the reference day; the vague past and future are on no calendar."""
        interval = (
            Interval(midnight(moment.day), moment.latest, G.DAY) if self.value == "PRESENT_REF" else None
        )
        return Sense(interval, TimexType.DATE, self.value)


@dataclass(frozen=True, slots=True)
class Every(Expression):
    """A repetition: every day, weekly."""

    value: str
    is_timeless = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a habit has no moment
        """A SET; on no calendar."""
        return Sense(None, TimexType.SET, self.value)


@dataclass(frozen=True, slots=True)
class Ago(Expression):
    """A vague, broken or round amount of time ago: a few days, two and a half years, a decade ago."""

    length: Length
    deixis = Deixis.LOOSE
    counts_from_publication = True

    def at(self, moment: Moment) -> Sense:
        """From ten such units ago to one ago, half a unit about what was counted; hours of the same day without a clock."""
        count, unit = self.length.count, self.length.unit
        if unit in SHORT and not (moment.exact and count):
            return Sense(Interval(midnight(moment.day), moment.latest, G.DAY), TimexType.DATE, "PAST_REF")
        if count is None:
            start, end = Length(unit, 10).before(midnight(moment.day)), Length(unit, 1).before(moment.latest)
        else:
            start, end = (Length(unit, each).before(moment.latest) for each in _about(count)[::-1])
        interval = Interval(start, end, unit_granularity(unit)) if start and end else None
        middle = self.length.before(midnight(moment.day))
        return Sense(
            interval, TimexType.DATE, _round(middle, unit) or "PAST_REF", () if count else (_NOT_COUNTED,)
        )


@dataclass(frozen=True, slots=True)
class Since(Expression):
    """A vague or round amount of time after or before the time last mentioned: a few weeks later, a decade earlier."""

    length: Length
    sign: int

    def at(self, moment: Moment) -> Sense:
        """From one such unit to ten, on or back from what was stated, or half a unit about what was counted."""
        count, unit = self.length.count, self.length.unit
        base = moment.mentioned_span.start or midnight(moment.day)
        near, far = _about(count) if count else (1.0, 10.0)
        found = (Length(unit, -self.sign * many).before(base) for many in (near, far))
        ends = sorted(end for end in found if end)
        if len(ends) < 2:
            return Sense(None, TimexType.DATE, "FUTURE_REF" if self.sign > 0 else "PAST_REF")
        if self.sign > 0 and not (moment.future or moment.narrative) and ends[0] < moment.latest:
            ends[-1] = min(ends[-1], moment.latest)  # what a report tells is over when it is reported
        interval = Interval(ends[0], ends[-1], unit_granularity(unit))
        value = _round(Length(unit, -self.sign * (count or 1)).before(base) if count else None, unit)
        vague = "FUTURE_REF" if self.sign > 0 else "PAST_REF"
        return Sense(interval, TimexType.DATE, value or vague, () if count else (_NOT_COUNTED,))


def _about(count: float) -> tuple[float, float]:
    """What somebody who did not count may mean: half a unit less to half a unit more."""
    half = min(0.5, count / 2)
    return count - half, count + half


def _round(middle: datetime | None, unit: str) -> str:
    """The year for decades and the decade for centuries, in the middle of what is meant; else nothing."""
    digits = {Unit.DECADE: 4, Unit.CENTURY: 3}.get(Unit(unit))
    return f"{middle.year:04d}"[:digits] if middle and digits else ""


@dataclass(frozen=True, slots=True)
class Recently(Expression):
    """Recent weeks: so many units, nobody knows how many, up to now."""

    length: Length

    def at(self, moment: Moment) -> Sense:
        """An open window; TIMEX3 calls it the vague past."""
        return Sense(
            Interval(None, moment.latest, unit_granularity(self.length.unit)), TimexType.DATE, "PAST_REF"
        )

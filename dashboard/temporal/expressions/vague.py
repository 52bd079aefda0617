"""Words that are on no calendar: now, once, every week."""

from dataclasses import dataclass

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

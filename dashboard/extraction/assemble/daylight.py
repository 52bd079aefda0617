"""An event's time as the sun told it at its place: "at dusk" is the dusk there and then.

It comes last: which mentions are one event is told by the usual hours, as their words are.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Self

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.when import When
from dashboard.extraction.attach.where import Where
from dashboard.extraction.spots import spots_of
from dashboard.gazetteer import Gazetteer
from dashboard.gazetteer.place import Place
from dashboard.temporal import Interval, Spot, in_sunlight


@dataclass(frozen=True)
class Daylight:
    """Where the sun of a report's events is looked up: ``country`` for those with no place.

    ``zone`` is the one that was given, if any; ``shown`` the one that stands beside the events.
    """

    known: Gazetteer
    country: str
    zone: str
    shown: str

    @classmethod
    def of(cls, annotations: Annotations) -> Self:
        """That of the events of a report."""
        return cls(annotations.known, annotations.country, annotations.report.timezone, annotations.zone)

    def on(self, when: When, where: Where | None) -> When:
        """The time as the sun told it; with the reason where it stays as it is."""
        timex = when.timex
        if timex is None or timex.interval is None or timex.sun is None:
            return when
        found = in_sunlight(timex.interval, timex.sun, self._spots(where))
        noted = replace(when, notes=(*when.notes, *found.notes))
        return _moved(noted, timex.interval, found.interval) if found.interval else noted

    def _spots(self, where: Where | None) -> tuple[Spot, ...]:
        """The event's place, or the one around it; else all of the report's country."""
        named = (where.place, where.around) if where else ()
        places = [each.place for each in named if each is not None and each.place is not None]
        return (self._at(places[0]) if places else ()) or self._everywhere

    def _at(self, place: Place) -> tuple[Spot, ...]:
        """The spots of a place; where another zone stands beside the events, the name says whose clock is meant."""
        spots = spots_of(place, self.known, self.zone)
        return tuple(
            each if each.zone == self.shown else replace(each, name=f"{each} (clock of {each.zone})")
            for each in spots
        )

    @cached_property
    def _everywhere(self) -> tuple[Spot, ...]:
        edges = self.known.edges_of(self.country) if self.country else ()
        return tuple(spot for each in edges for spot in spots_of(each, self.known, self.zone))


def _moved(when: When, usual: Interval, lit: Interval) -> When:
    """Whatever began or ended with the usual hours begins and ends with the sun's."""

    def to(moment: datetime | None) -> datetime | None:
        return lit.start if moment == usual.start else lit.end if moment == usual.end else moment

    start, end = to(when.start), to(when.end)
    if start and end and end <= start:
        return when
    core = (to(when.core_start), to(when.core_end)) if when.core_start and when.core_end else (None, None)
    held = core if core[0] and core[1] and core[0] < core[1] else (None, None)
    return replace(when, start=start, end=end, core_start=held[0], core_end=held[1])

"""Events part by part, with what supports them: for formats that tell of mentions and reports too, however many rows there are.

A million coded rows rest on no report: only the events are many. They pass by once, in order of time, and what has to be
known of all of them is counted meanwhile.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import pandas as pd

from dashboard.consolidation.links import Beside, Link, few_in
from dashboard.exchange.narrative.tallies import Tallies
from dashboard.exchange.pieces import slices
from dashboard.table import Dataset


@dataclass(frozen=True, slots=True, eq=False)
class Supported:
    """Events in order of time, each part taken once, and the mentions and reports they rest on.

    ``support`` tells those, its own events do not count · ``few`` are the events of the smaller datasets, with which those of
    the largest are compared; none where they are many.
    """

    parts: Iterable[pd.DataFrame]
    support: Dataset
    few: pd.DataFrame


def supported(dataset: Dataset) -> Supported:
    """A dataset that is in memory, in parts."""
    return Supported(slices(dataset.events), dataset, few_in(dataset.events))


def tallied(events: Supported) -> Tallies:
    """What all events tell in numbers, which are taken for it."""
    return reduce(Tallies.plus, events.parts, Tallies())


class Passing:
    """The parts on their way into a file, once; what they tell together is known when all have passed."""

    def __init__(self, of: Supported) -> None:
        self.tallies = Tallies()
        self._parts = of.parts
        self._beside = Beside(of.few)

    def __iter__(self) -> Iterator[pd.DataFrame]:
        for part in self._parts:
            self.tallies = self.tallies.plus(part)
            self._beside.see(part)
            yield part

    def links(self) -> tuple[Link, ...]:
        """Events of different datasets that seem to be one."""
        return self._beside.links()

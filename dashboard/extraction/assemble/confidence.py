"""How likely a row is wholly right (time, place, type, toll), as a probability that was measured, and what speaks against it.

Each doubt is a question to the row and a row of ``data/confidence.toml``: what it says to people and how much it
weighs. The weights are fitted on coded reports (``python -m tests.benchmarks.calibration``). To add a doubt: a question
in ``_ASKED``, a row with its words in that file, and fit again.
"""

import math
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from dashboard.bundled import bundled
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.link.retold import Group
from dashboard.extraction.model import Event, Harm
from dashboard.gazetteer import REGION
from dashboard.temporal import Granularity

_AT_MOST_WHEN_FAR = 0.2
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may speak against a row: the field it is about, in words, and its weight in log-odds (below 0: against)."""

    name: str
    about: str
    words: str
    weight: float

    @property
    def counts(self) -> bool:
        """Whether it speaks against the row by as much as is told: not by a weight that is written "-0.0"."""
        return round(self.weight, 1) < 0

    def __str__(self) -> str:
        return f"{self.about}: {self.words} ({self.weight:+.1f})"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The probability that a row is wholly right, and the doubts that hold, the weightiest first."""

    confidence: float
    doubts: tuple[Doubt, ...]

    def __str__(self) -> str:
        """The weightiest doubts, for people."""
        return "; ".join(str(each) for each in self.doubts[:_SHOWN] if each.counts)


@dataclass(frozen=True, slots=True)
class Case:
    """A row and the candidates it is made of, the best in front."""

    group: Group
    row: Event


def assessed(group: Group, row: Event, *, far: bool) -> Assessment:
    """The assessment of a row made of a group, the best candidate first; ``far``: its year was most likely misread."""
    table, base = _table()
    held = sorted((table[name] for name in doubts_of(group, row)), key=lambda doubt: doubt.weight)
    sure = probability(base, (doubt.weight for doubt in held))
    return Assessment(round(min(sure, _AT_MOST_WHEN_FAR) if far else sure, 2), tuple(held))


def doubts_of(group: Group, row: Event) -> tuple[str, ...]:
    """The names of the doubts that hold, in the order of the questions."""
    case = Case(group, row)
    return tuple(name for name, holds in _ASKED.items() if holds(case))


def doubt_names() -> tuple[str, ...]:
    """The names of all doubts that are asked."""
    return tuple(_ASKED)


def probability(base: float, weights: Iterable[float]) -> float:
    """The logistic function of the sum.

    >>> round(probability(1.0, [-1.0]), 2)
    0.5
    """
    return 1 / (1 + math.exp(-(base + sum(weights))))


@cache
def _table() -> tuple[dict[str, Doubt], float]:
    with (bundled("data") / "confidence.toml").open("rb") as file:
        rows = tomllib.load(file)
    return {row["name"]: Doubt(**row) for row in rows["doubt"]}, rows["base"]


def _is_timed_by(*bases: TimeBasis) -> Callable[[Case], bool]:
    return lambda case: case.group[0].when.basis in bases


def _tolls_differ(case: Case) -> bool:
    counts = (each.casualties.of(Harm.KILLED) for each in case.group)
    return len({(count.low, count.high) for count in counts if count and not count.aggregate}) > 1


def _is_coarse(case: Case) -> bool:
    when = case.group[0].when
    return when.granularity is Granularity.UNKNOWN or when.granularity.rank > Granularity.DAY.rank


def _names_several_places(case: Case) -> bool:
    return len({each.location for each in case.group[0].clause.places}) > 1


_ASKED: dict[str, Callable[[Case], bool]] = {
    "time-elaborated": _is_timed_by(TimeBasis.ELABORATED),
    "time-taken-over": _is_timed_by(TimeBasis.TAKEN_OVER),
    "time-of-story": _is_timed_by(TimeBasis.STORY),
    "time-of-report": _is_timed_by(TimeBasis.TELLING, TimeBasis.REPORT),
    "time-coarse": _is_coarse,
    "place-taken-over": lambda case: all(each.where.inherited for each in case.group),
    "place-unknown": lambda case: case.row.latitude is None,
    "place-wide": lambda case: case.row.geo_precision == REGION,
    "places-several": _names_several_places,
    "type-weak": lambda case: all(each.clause.hints for each in case.group),
    "toll-told": lambda case: bool(case.row.fatalities),
    "tolls-differ": _tolls_differ,
    "no-actor": lambda case: not case.row.actor1 and not case.row.actor2,
    "merged": lambda case: len(case.group) > 1,
    "contradicted": lambda case: bool(case.row.conflicts),
}

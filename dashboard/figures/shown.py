"""What is shown: the dated events that may overlap the window, measured once on the clock of a zone.

All that a chart needs to know of the table is read here; what follows counts in microseconds of the wall clock.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd

from dashboard.figures.wall_clock import to_local
from dashboard.table.choices import counted
from dashboard.table.epochs import EVER_AFTER, Instants, Mask, instants
from dashboard.table.index import Index, Rows, covered, rows_of
from dashboard.table.links import contradicting
from dashboard.wording.say import to_say

MOST_MARKS, MOST_LANES, BINS = 1_200, 60, 400
COUNTED = to_say("counts – zoom in for single events")

Stretch = tuple[int, int]
Edges = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a chart draws one by one: more events than ``marks`` are counted, and of more ``lanes`` the smallest are one.

    Counted in so many ``bins``; ``advice`` is said where something is. ``hovers``: what a pointer brings up of an event comes with it;
    a page asks for it once somebody points there.
    """

    marks: int = MOST_MARKS
    lanes: int = MOST_LANES
    bins: int = BINS
    advice: str = COUNTED
    hovers: bool = True


SCREEN = Limits()


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The events in view, the lane of each, and when each was.

    ``first`` and ``last`` are the outer bounds, EVER_BEFORE and EVER_AFTER where a side is open · ``window`` as asked ·
    ``dated`` from the first to the last edge whose year can be meant, None when there is none · ``far``: how many
    events lie outside of that, where no window was asked for.
    """

    rows: Rows
    by: str
    zone: str
    window: Stretch | None
    dated: Stretch | None
    far: int
    first: Instants
    last: Instants
    limits: Limits = SCREEN

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many events to draw each by itself."""
        return len(self.rows) > self.limits.marks

    @property
    def types(self) -> list[str]:
        """The types of event there are, in the order of their words."""
        words = self.rows.index.words("event_type")
        return [words[code] for code in np.flatnonzero(counted(self.rows.codes("event_type"), len(words)))]


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What is drawn of each event: its bounds, the part that is certain, and the times that contradict it.

    Bounds of an unknown end are closed by the report; ``others`` are those of contradicting mentions, by event.
    """

    first: Instants
    last: Instants
    certain: list[Stretch | None]
    others: dict[str, tuple[Stretch, ...]]


def shown_of(
    events: pd.DataFrame | Rows, zone: str, window: Edges | None, by: str, limits: Limits = SCREEN
) -> Shown:
    """The dated events that may overlap the window, all of them when there is none."""
    edges = None if window is None else _instants(window)
    rows = _in_view(rows_of(events), edges)
    known = rows.of(rows.index.plausible)
    drawn = covered(rows.where(known))
    first, last = _local(rows.index, zone)
    return Shown(
        rows=rows,
        by=by,
        zone=zone,
        window=None if edges is None else _pair(to_local(edges, zone)),
        dated=None if drawn is None else _pair(to_local(np.array(drawn), zone)),
        far=0 if window else int(np.count_nonzero(~known)),
        first=rows.of(first),
        last=rows.of(last),
        limits=limits,
    )


def measured(shown: Shown) -> Measured:
    """What is drawn of each event that is shown, of which there are few."""
    rows, zone = shown.rows, shown.zone
    first, last = rows.of(rows.index.times.first), rows.of(rows.index.times.last)
    begun, ended, sure = map(rows.of, rows.index.core)
    reported = instants(rows.frame(["published"])["published"])
    last = np.where((last == EVER_AFTER) & (reported > first), reported, last)
    mentions = contradicting(rows)
    others = {} if mentions is None or mentions.empty else _others(rows, mentions, zone)
    certain = _certain(to_local(begun, zone), to_local(ended, zone), sure)
    return Measured(shown.first, to_local(last, zone), certain, others)


def _in_view(rows: Rows, edges: Instants | None) -> Rows:
    times = rows.index.times
    here = times.dated if edges is None else times.reaching(*_pair(edges))
    return rows.where(rows.of(here))


def _local(index: Index, zone: str) -> tuple[Instants, Instants]:
    """The outer bounds of all events on the clock of a zone."""

    def made() -> tuple[Instants, Instants]:
        return to_local(index.times.first, zone), to_local(index.times.last, zone)

    return index.once.lately(("local", zone), made)


def _instants(window: Edges) -> Instants:
    return instants(pd.Series(pd.to_datetime(list(window), utc=True)))


def _pair(edges: Instants) -> Stretch:
    first, last = edges.tolist()
    return first, last


def _certain(first: Instants, last: Instants, known: Mask) -> list[Stretch | None]:
    ends = zip(first.tolist(), last.tolist(), known.tolist(), strict=True)
    return [(begin, max(end, begin + 1)) if sure else None for begin, end, sure in ends]


def _others(rows: Rows, mentions: pd.DataFrame, zone: str) -> dict[str, tuple[Stretch, ...]]:
    """Times of mentions that contradict their event, by event."""
    events = rows.frame(["event_id", "start", "end"])
    both = mentions.dropna(subset=["start", "end"]).merge(events, on="event_id", suffixes=("", "_event"))
    odd = both[(both["end"] <= both["start_event"]) | (both["start"] >= both["end_event"])]
    return _by_event(
        odd["event_id"], to_local(instants(odd["start"]), zone), to_local(instants(odd["end"]), zone)
    )


def _by_event(ids: "pd.Series[str]", first: Instants, last: Instants) -> dict[str, tuple[Stretch, ...]]:
    found: defaultdict[str, dict[Stretch, None]] = defaultdict(dict)
    for event_id, begin, end in zip(ids, first.tolist(), last.tolist(), strict=True):
        found[event_id][begin, max(end, begin + 1)] = None
    return {event_id: tuple(stretches) for event_id, stretches in found.items()}

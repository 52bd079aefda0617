"""Where each event is drawn: its lane, and a row of the lane in which nothing covers it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from heapq import heappop, heappush
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.errors import SelectionError
from dashboard.table.choices import counted
from dashboard.table.dataset import Values
from dashboard.table.epochs import Instants, bounds, dated
from dashboard.table.index import Codes, Index, Rows
from dashboard.table.laned import best_sources, one_place, sides
from dashboard.wording.say import term, to_say


class LanesBy(StrEnum):
    """What lanes can go by: columns, and the side that the first actor is on."""

    PLACE = "location"
    DISTRICT = "admin2"
    GOVERNORATE = "admin1"
    COUNTRY = "country"
    TYPE = "event_type"
    ACTOR = "actor1"
    SIDE = "side"
    SOURCE = "source"
    DATASET = "dataset"
    REVIEW = "review_status"


LANES = tuple(each.value for each in LanesBy)
NAMELESS: Mapping[str, str] = {
    LanesBy.PLACE: to_say("no place"),
    LanesBy.DISTRICT: to_say("no district"),
    LanesBy.GOVERNORATE: to_say("no governorate"),
    LanesBy.COUNTRY: to_say("no country"),
    LanesBy.TYPE: to_say("unknown type"),
    LanesBy.ACTOR: to_say("no actor"),
    LanesBy.SIDE: to_say("no side known"),
    LanesBy.SOURCE: to_say("no source"),
    LanesBy.DATASET: to_say("no dataset"),
    LanesBy.REVIEW: to_say("unreviewed"),
}
REGIONS = (LanesBy.PLACE, LanesBy.DISTRICT, LanesBy.GOVERNORATE, LanesBy.COUNTRY)
"""From fine to coarse."""
_CODED = frozenset({LanesBy.TYPE, LanesBy.SIDE, LanesBy.REVIEW})
"""Those whose names are words of a closed set, and no names of the world."""
MOST_BY_PLACE = 15
_NAMED_SHARE = 0.8
_COLUMN = {LanesBy.SIDE: "actor1"}
_LANED = {LanesBy.PLACE: one_place, LanesBy.SIDE: sides, LanesBy.SOURCE: best_sources}

Room: TypeAlias = "pd.Series[pd.Timedelta] | None"

_MICROSECOND = timedelta(microseconds=1)


def pack(
    events: pd.DataFrame,
    by: str = LanesBy.PLACE,
    *,
    min_width: timedelta = timedelta(0),
    before: Room = None,
    beside: Room = None,
) -> pd.DataFrame:
    """Lane number, lane label and row within the lane of each dated event, under the events' index.

    The events have a column of that name, as ``lane_names`` gives it. Lanes stand in the order of their
    first event. ``min_width`` is the least width a mark is drawn with, about its middle; ``before`` and
    ``beside`` the time that more room on its left and right takes (a label, an arrow). Raises SelectionError when there are no lanes by that name.
    """
    if by not in LANES:
        msg = f"there are no lanes by {by!r}: use one of {', '.join(LANES)}"
        raise SelectionError(msg)
    shown = events.loc[dated(events)]
    first, last = extents(shown, min_width)
    lanes, names = _lanes(shown[by].astype(object).where(shown[by] != "", NAMELESS[by]), first)
    rows = _rows(first - _room(before, shown), last + _room(beside, shown), lanes)
    return pd.DataFrame({"lane": lanes, "label": names[lanes], "row": rows}, index=shown.index)


def lanes_for(rows: Rows) -> LanesBy:
    """The lanes that tell most of these events: by place as long as there are few, else by the region that leaves few.

    A level that most events do not name is none.
    """
    found = [(by, *_named(rows, by)) for by in REGIONS]
    fit = [(by, lanes) for by, lanes, share in found if share >= _NAMED_SHARE or by is LanesBy.PLACE]
    few = (by for by, lanes in fit if lanes <= MOST_BY_PLACE)
    return next(few, min(fit, key=lambda each: each[1])[0])


def in_lane(rows: Rows, by: str, lane: str) -> Rows:
    """Those of the events that stand in the lane of that name."""
    codes, names = lane_codes(rows, by)
    wanted = "" if lane == NAMELESS[LanesBy(by)] else lane
    return rows.where(codes == names.index(wanted)) if wanted in names else rows.first(0)


def _named(rows: Rows, by: LanesBy) -> tuple[int, float]:
    """How many lanes there would be, and the share of the events that have a name there."""
    codes, names = lane_codes(rows, by)
    sizes = counted(codes, len(names))
    named = sizes[[at for at, name in enumerate(names) if name]]
    return int(np.count_nonzero(sizes)), float(named.sum() / max(len(rows), 1))


def longest_name(rows: Rows, by: str) -> int:
    """How many letters the longest name of their lanes has."""
    codes, names = lane_codes(rows, by)
    letters = rows.index.once.of(("letters", by), lambda: np.array([len(name) for name in names]))
    return int(letters[counted(codes, len(names)) > 0].max(initial=0))


def first_lanes(index: Index, by: str) -> list[str]:
    """The names of all lanes, in the order of their first dated events."""
    rows = index.everything.where(index.times.dated)
    codes, names = lane_codes(rows, by)
    return [names[code] or NAMELESS[LanesBy(by)] for code in pd.unique(codes).tolist()]


def lane_words(by: str, label: str) -> str:
    """What people read of a lane's name: those of a closed set are said in the language at hand.

    >>> lane_words(LanesBy.TYPE, "Battles"), lane_words(LanesBy.PLACE, "Homs")
    ('Battles', 'Homs')
    """
    return term(label) if by in _CODED or label == NAMELESS.get(by) else label


def lane_names(rows: Rows, by: str) -> Values:
    """What the lane of each of a few events is called."""
    codes, names = lane_codes(rows, by)
    return pd.Series([names[code] for code in codes.tolist()], dtype="str").astype("category")


def extents(events: pd.DataFrame, min_width: timedelta = timedelta(0)) -> tuple[Instants, Instants]:
    """Outer bounds of the marks, none narrower than the least width."""
    first, last = bounds(events)
    missing = np.maximum(min_width // _MICROSECOND - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2


def lane_codes(rows: Rows, by: str) -> tuple[Codes, list[str]]:
    """The number of each event's lane, and what the lanes are called, "" where they are nameless."""
    index, laned = rows.index, _LANED.get(LanesBy(by))
    if laned is None:
        return rows.codes(by), index.words(by)
    names, lane_of = index.once.of(("lanes", by), lambda: laned(index))
    return lane_of[rows.codes(_COLUMN.get(LanesBy(by), by))], names


def _lanes(labels: "pd.Series[str]", first: Instants) -> tuple[Instants, "npt.NDArray[np.object_]"]:
    """The lane of each event, and the lanes' labels in the order of their first events."""
    order = np.argsort(first, kind="stable")
    sorted_lanes, names = pd.factorize(labels.to_numpy(dtype=object)[order])
    lanes = np.empty(len(order), dtype=np.int64)
    lanes[order] = sorted_lanes
    return lanes, np.asarray(names, dtype=object)


def _room(room: Room, events: pd.DataFrame) -> Instants:
    if room is None:
        return np.zeros(len(events), dtype=np.int64)
    return room.reindex(events.index).to_numpy(dtype="timedelta64[us]").astype(np.int64)


def _rows(first: Instants, last: Instants, lanes: Instants) -> Instants:
    """The lowest free row of the lane for each mark, taken in the order they begin."""
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    free: defaultdict[int, list[int]] = defaultdict(list)
    rows = np.zeros(len(first), dtype=np.int64)
    for at in np.argsort(first, kind="stable").tolist():
        busy, idle = taken[int(lanes[at])], free[int(lanes[at])]
        while busy and busy[0][0] <= first[at]:
            heappush(idle, heappop(busy)[1])
        row = heappop(idle) if idle else len(busy)
        heappush(busy, (int(last[at]), row))
        rows[at] = row
    return rows

"""Events and dead per day, week, month or year, each between what is certain and what is possible.

An event is certainly in a bin when it must overlap it, as in ``bins``, and possibly in every other bin that its outer
bounds reach. Of the dead, those are certainly in a bin whose event lies within it with all its bounds, by the lowest
figure told; all that its events may have cost, by the highest, are possibly there. What is
planned or denied is only possible.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from dashboard.extraction.model import Modality
from dashboard.table.binned import bin_of
from dashboard.table.bins import bin_edges, closed, spread
from dashboard.table.dead import dead
from dashboard.table.epochs import Instants, instant
from dashboard.table.index import Rows
from dashboard.table.lanes import NAMELESS, LanesBy, lane_codes

Counts = npt.NDArray[np.int64]
_MOST_BINS, _MOST_GROUPS = 130, 7
OTHERS = "others"
COUNTED_BY = (LanesBy.TYPE.value, LanesBy.SIDE.value)
_UNREAL = (Modality.PLANNED.value, Modality.DENIED.value, Modality.HYPOTHETICAL.value)


class Per(StrEnum):
    """How long a bin is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


SIZES = {Per.DAY: "D", Per.WEEK: "W-MON", Per.MONTH: "MS", Per.YEAR: "YS"}
_LENGTHS = {Per.DAY: 1, Per.WEEK: 7, Per.MONTH: 28, Per.YEAR: 365}


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Two counts a bin: what is certain, and what is possible."""

    certain: Counts
    possible: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The events of a type or side by its name, "" where it has none: their number, their dead, and how many tell of dead."""

    name: str
    events: Band
    dead: Band
    count: int
    told: int


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The edges of all bins, the groups with most events first, and how many of the events are in no bin."""

    per: Per
    edges: Instants
    groups: tuple[Group, ...]
    outside: int


def counted(
    rows: Rows,
    *,
    zone: str,
    per: Per | None = None,
    by: LanesBy | None = None,
    window: tuple[datetime, datetime] | None = None,
) -> Counted:
    """Bands of all events together, or by type or side; the finest bins that are not too many where none are asked for.

    Undated events, and those whose year can't be meant, are in no bin; nor is what lies outside the window.
    """
    known = rows.where(rows.of(rows.index.times.dated) & rows.of(rows.index.plausible))
    if not len(known):
        return Counted(per or Per.DAY, np.zeros(0, dtype=np.int64), (), len(rows))
    first, last = closed(known)
    opens, closes = (instant(each) for each in window) if window else (int(first.min()), int(last.max()))
    inside = (first < closes) & (last > opens)
    known, first, last = known.where(inside), first[inside], last[inside]
    if not len(known):
        return Counted(per or Per.DAY, np.zeros(0, dtype=np.int64), (), len(rows))
    size = _fine_enough(per, closes - opens)
    edges = bin_edges(max(int(first.min()), opens), min(int(last.max()), closes), zone, SIZES[size])
    groups = (_group(known, first, last, edges, name, here) for name, here in _grouped(known, by))
    return Counted(size, edges, tuple(groups), len(rows) - len(known))


def _fine_enough(per: Per | None, span: int) -> Per:
    """The bins asked for, or else the finest, as long as they are not too many to be seen."""
    days = timedelta(microseconds=span) / timedelta(days=1)
    order = [*Per] if per is None else [*Per][[*Per].index(per) :]
    most = _MOST_BINS if per is None else 6 * _MOST_BINS
    return next((each for each in order if days / _LENGTHS[each] <= most), Per.YEAR)


def _grouped(rows: Rows, by: LanesBy | None) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Each group's name and its events, the largest first; all that are left over as one."""
    if by is None:
        yield "", np.ones(len(rows), dtype=bool)
        return
    codes, names = lane_codes(rows, by)
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    order = [at for at in np.argsort(-counts, kind="stable").tolist() if counts[at]]
    for at in order[:_MOST_GROUPS]:
        yield names[at] or NAMELESS[by], codes == at
    if len(order) > _MOST_GROUPS:
        yield OTHERS, np.isin(codes, order[_MOST_GROUPS:])


def _group(
    rows: Rows, first: Instants, last: Instants, edges: Instants, name: str, here: npt.NDArray[np.bool_]
) -> Group:
    these, first, last = rows.where(here), first[here], last[here]
    bins = len(edges) - 1
    begins, ends = bin_of(edges, first), bin_of(edges, last - 1)
    within = (begins == ends) & (first >= edges[0]) & (last <= edges[-1])
    real = np.isin(these.codes("modality"), [at for at, each in enumerate(these.index.words("modality")) if each not in _UNREAL])  # fmt: skip
    within &= real
    core_first, core_last, certain = map(these.of, these.index.core)
    core = np.flatnonzero(certain & real & (core_first < edges[-1]) & (core_last > edges[0]))
    must = spread(bin_of(edges, core_first[core]), bin_of(edges, core_last[core] - 1), bins)
    must += np.bincount(begins[within & ~certain], minlength=bins)
    low, high, told = map(these.of, dead(these.index))
    sure = np.bincount(begins[within], low[within], minlength=bins).astype(np.int64)
    return Group(
        name,
        Band(must, spread(begins, ends, bins)),
        Band(sure, spread(begins, ends, bins, high)),
        len(these),
        int(told.sum()),
    )

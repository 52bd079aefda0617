"""How much happened when, over a whole dataset: counts per bin, the certain apart from the possible."""

from datetime import timedelta
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.tseries.frequencies import to_offset

from dashboard.table.binned import bin_of
from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, Instants, instants
from dashboard.table.index import Rows, covered, rows_of

CERTAIN, UNCERTAIN = "certain", "uncertain"
SIZES = ("h", "6h", "D", "W-MON", "MS", "YS")

_LENGTHS = {
    "h": timedelta(hours=1),
    "6h": timedelta(hours=6),
    "D": timedelta(days=1),
    "W-MON": timedelta(days=7),
    "MS": timedelta(days=28),
    "YS": timedelta(days=365),
}

Weights: TypeAlias = "npt.NDArray[np.float64] | None"

_NONE: Instants = np.array([], dtype=np.int64)


def bins(
    events: pd.DataFrame | Rows, *, zone: str = "UTC", size: str | None = None, at_most: int = 240
) -> pd.DataFrame:
    """Counts per bin: ``start`` and ``end`` (UTC), ``certain`` and ``uncertain`` events.

    An event is certain in a bin when it must overlap it: its certain part does, or its outer bounds
    lie within; it is uncertain in every other bin its outer bounds reach. Edges are those of local hours,
    days, weeks (from Monday), months or years of the zone; without ``size`` the finest that makes
    no more than ``at_most`` bins. Undated events are in none; an open side reaches to the last moment known.
    """
    rows = rows_of(events)
    shown = rows.where(rows.of(rows.index.times.dated))
    if not len(shown):
        return _table(_NONE, _NONE, _NONE)
    first, last = closed(shown)
    edges = bin_edges(int(first.min()), int(last.max()), zone, size or _fitting(first, last, at_most))
    begins, ends = bin_of(edges, first), bin_of(edges, last - 1)
    core_first, core_last, certain = map(shown.of, shown.index.core)
    known = np.flatnonzero(certain)
    single = begins[(begins == ends) & ~certain]
    possible = spread(begins, ends, len(edges) - 1)
    must = spread(bin_of(edges, core_first[known]), bin_of(edges, core_last[known] - 1), len(edges) - 1)
    must += np.bincount(single, minlength=len(edges) - 1)
    return _table(edges, must, possible - must)


def closed(rows: Rows) -> tuple[Instants, Instants]:
    """Outer bounds with open sides drawn in to the first and last moments known."""
    times = rows.index.times
    first, last = rows.of(times.first), rows.of(times.last)
    known = covered(rows) or (0, 0)
    first = np.where(first == EVER_BEFORE, known[0], first)
    last = np.where(last == EVER_AFTER, known[1], last)
    return first, np.maximum(last, first + 1)


def _fitting(first: Instants, last: Instants, at_most: int) -> str:
    span = timedelta(microseconds=int(last.max() - first.min()))
    return next((size for size in SIZES if span / _LENGTHS[size] < at_most - 1), SIZES[-1])


def bin_edges(first: int, last: int, zone: str, size: str) -> Instants:
    """Edges of local bins that hold both moments, as instants."""
    step = to_offset(size)
    ends = pd.to_datetime([first, last], unit="us", utc=True).tz_convert(zone).tz_localize(None)
    opens = step.rollback(ends[0].floor("h" if size == "h" else "D"))
    local = pd.date_range(opens, ends[1] + step, freq=step)
    aware = local.tz_localize(zone, ambiguous="NaT", nonexistent="shift_forward").dropna().unique()
    edges = instants(aware.tz_convert("UTC").tz_localize(None).to_series())
    return edges[: np.searchsorted(edges, last) + 1]


def spread(begins: Instants, ends: Instants, bins_: int, weights: Weights = None) -> Instants:
    """How many stretches reach each bin, by adding one (or each its weight) where they begin and taking it after they end."""
    up = np.bincount(begins, weights, minlength=bins_ + 1)
    down = np.bincount(ends + 1, weights, minlength=bins_ + 1)
    return np.rint(np.cumsum(up - down)[:bins_]).astype(np.int64)


def _table(edges: Instants, certain: Instants, uncertain: Instants) -> pd.DataFrame:
    moments = pd.to_datetime(edges, unit="us", utc=True).as_unit("us")
    return pd.DataFrame({"start": moments[:-1], "end": moments[1:], CERTAIN: certain, UNCERTAIN: uncertain})

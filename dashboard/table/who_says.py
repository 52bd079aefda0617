"""Who says what: for the events of a view which source told of each, which contradicted, which was silent, and how each keeps its rhythm.

A source is silent about an event only where it published something between the event's beginning and a week after its
end, and told of it in none; where it published nothing then, its silence says nothing. What is called silence is that of the
reports that are here: others of the same source may not be.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from dashboard.table.accounts import Accounts, Publications, accounts_of
from dashboard.table.epochs import DAY, EVER_AFTER, EVER_BEFORE, MISSING, Instants, Mask, instant
from dashboard.table.index import Numbers, Rows

MOST_SOURCES, MOST_EVENTS = 40, 200
FOLLOWS = 7 * DAY
"""How long after an event a source that publishes may be expected to tell of it."""
_LEAST_DAYS, _LEAST_GAP, _TIMES = 5, 3, 3

States = npt.NDArray[np.int8]


class Said(IntEnum):
    """What a source says of an event."""

    ABSENT = 0
    SILENT = 1
    TOLD = 2
    CONTRADICTED = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in which a source published nothing and others did: the first, the last, ``still`` to the last day that anybody published."""

    first: int
    last: int
    still: bool = False

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, eq=False)
class Rhythm:
    """On which days a source published, counted since 1970, how many days mostly lie from one to the next (None: too few to say), and its gaps."""

    days: Numbers
    usual: int | None
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WhoSays:
    """The matrix: ``said[source, event]``, and between how many microseconds after an event a source told of it (MISSING: not known).

    ``events`` in order of time · ``left_events`` and ``left_sources`` are not drawn, as they would be too many ·
    ``undated`` events have no column.
    """

    sources: tuple[str, ...]
    events: Rows
    said: States
    soonest: Instants
    latest: Instants
    rhythms: tuple[Rhythm, ...]
    left_events: int = 0
    left_sources: int = 0
    undated: int = 0

    def count(self, source: int, said: Said) -> int:
        """How many of the events a source says that of."""
        return int((self.said[source] == said).sum())


def who_says(rows: Rows, window: tuple[datetime, datetime] | None = None) -> WhoSays:
    """Who says what of these events: those that reach into the window, as many as are told of by most sources."""
    accounts = accounts_of(rows.index)
    here = _in_window(rows, window)
    known = rows.where(here)
    undated = int((~rows.of(rows.index.times.dated)).sum())
    theirs = np.isin(accounts.event, known.numbers)
    tellers = np.bincount(accounts.event[theirs], minlength=len(rows.index))
    shown = _most_told(known, tellers)
    columns = shown.numbers
    picked = np.isin(accounts.event, columns)
    first, last = (shown.of(each) for each in (rows.index.times.first, rows.index.times.last))
    sources, left = _sources(accounts, picked, first, last)
    said, soonest, latest = _matrix(accounts, picked, columns, sources, (first, last))
    rhythms = tuple(_rhythm(accounts.published, source) for source in sources.tolist())
    names = tuple(accounts.names[each] for each in sources.tolist())
    return WhoSays(names, shown, said, soonest, latest, rhythms, len(known) - len(shown), left, undated)


def _in_window(rows: Rows, window: tuple[datetime, datetime] | None) -> Mask:
    times = rows.index.times
    here: Mask = rows.of(times.dated) & rows.of(rows.index.plausible)
    if window:
        opens, closes = map(instant, window)
        here &= (rows.of(times.first) < closes) & (rows.of(times.last) > opens)
    return here


def _most_told(rows: Rows, tellers: Numbers) -> Rows:
    """As many as are drawn: those that most sources tell of, in order of time."""
    if len(rows) <= MOST_EVENTS:
        return rows
    most = np.sort(np.argsort(-rows.of(tellers), kind="stable")[:MOST_EVENTS])
    return Rows(rows.index, rows.numbers[most])


def _sources(accounts: Accounts, picked: Mask, first: Instants, last: Instants) -> tuple[Numbers, int]:
    """The sources that tell of most, then those that published meanwhile; and how many there are besides."""
    told = np.bincount(accounts.source[picked], minlength=len(accounts.names))
    published = np.zeros(len(told), dtype=bool)
    if len(first):
        moments = accounts.published.moments
        owner = np.repeat(np.arange(len(told)), np.diff(accounts.published.edges))
        meanwhile = (moments >= first.min()) & (moments < _followed(last).max())
        published = np.bincount(owner[meanwhile], minlength=len(told)) > 0
    every = np.flatnonzero((told > 0) | published)
    order = sorted(every.tolist(), key=lambda each: (-int(told[each]), accounts.names[each].casefold()))
    return np.array(order[:MOST_SOURCES], dtype=np.int64), max(len(order) - MOST_SOURCES, 0)


def _followed(last: Instants) -> Instants:
    """Until when a source that publishes may be expected to tell of events that end so; an open end stays open."""
    return np.where(last == EVER_AFTER, last, last + FOLLOWS)


def _matrix(
    accounts: Accounts,
    picked: Mask,
    columns: Numbers,
    sources: Numbers,
    bounds: tuple[Instants, Instants],
) -> tuple[States, Instants, Instants]:
    shape = (len(sources), len(columns))
    first, last = bounds
    said = np.full(shape, Said.ABSENT, dtype=np.int8)
    for at, source in enumerate(sources.tolist()):
        theirs = accounts.published.moments[accounts.published.of(source)]
        meanwhile = np.searchsorted(theirs, _followed(last)) > np.searchsorted(theirs, first)
        said[at, meanwhile] = Said.SILENT
    soonest, latest = np.full(shape, MISSING), np.full(shape, MISSING)
    row_of = np.full(len(accounts.names), -1)
    row_of[sources] = np.arange(len(sources))
    told = np.flatnonzero(picked)
    told = told[row_of[accounts.source[told]] >= 0]
    cells = row_of[accounts.source[told]], np.searchsorted(columns, accounts.event[told])
    said[cells] = np.where(accounts.contradicts[told], Said.CONTRADICTED, Said.TOLD)
    begins, ends = first[cells[1]], last[cells[1]]
    known = (accounts.soonest[told] != MISSING) & (begins != EVER_BEFORE) & (ends != EVER_AFTER)
    soonest[cells] = np.where(known, accounts.soonest[told] - np.where(known, ends, 0), MISSING)
    latest[cells] = np.where(known, accounts.latest[told] - np.where(known, begins, 0), MISSING)
    return said, soonest, latest


def _rhythm(published: Publications, source: int) -> Rhythm:
    """A gap is three times as long as is usual, no less than three days, and others published in it."""
    days = np.unique(published.days[published.of(source)])
    if len(days) < _LEAST_DAYS:
        return Rhythm(days, None, ())
    usual = int(np.median(np.diff(days)))
    every = np.unique(published.days)
    gaps = [each for each in _gaps(days, int(every[-1])) if each.days >= max(_LEAST_GAP, _TIMES * usual)]
    told = [each for each in gaps if _any_between(every, each)]
    return Rhythm(days, usual, tuple(told))


def _gaps(days: Numbers, end: int) -> Iterator[Gap]:
    for one, other in zip(days[:-1].tolist(), days[1:].tolist(), strict=True):
        if other - one > 1:
            yield Gap(one + 1, other - 1)
    if end > days[-1]:
        yield Gap(int(days[-1]) + 1, end, still=True)


def _any_between(every: Numbers, gap: Gap) -> bool:
    first, last = np.searchsorted(every, [gap.first, gap.last + 1]).tolist()
    return bool(last > first)

"""Who told of which event, when, and who contradicted: each source's account of each event, worked out once a dataset.

A source tells of an event by the reports that mention it; of a row that rests on no report, its column ``source`` says who
did. A report whose publication is known to the day may have come out at any hour of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from dashboard.table.epochs import DAY, MISSING, Instants, Mask, instants
from dashboard.table.index import Index, Numbers
from dashboard.table.links import links_of
from dashboard.table.sources import sources_of


@dataclass(frozen=True, slots=True, eq=False)
class Publications:
    """Everything that was published, by source and then in order of time: those of source ``n`` are from ``edges[n]`` to ``edges[n + 1]``.

    ``days`` are counted since 1970 on the clock of the report.
    """

    moments: Instants
    days: Numbers
    edges: Numbers

    def of(self, source: int) -> slice:
        """Where those of a source stand."""
        return slice(int(self.edges[source]), int(self.edges[source + 1]))


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """One for each event and source that tells of it, in the order of the events.

    ``soonest`` and ``latest``: between which moments its first report of the event came out, MISSING where nobody knows
    · ``contradicts``: some of what it tells is not as the row has it.
    """

    names: tuple[str, ...]
    event: Numbers
    source: Numbers
    soonest: Instants
    latest: Instants
    contradicts: Mask
    published: Publications


def accounts_of(index: Index) -> Accounts:
    """The accounts of all events."""
    return index.once.of("accounts", lambda: _accounts(index))


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """Accounts as they are found, the same event told of by a source as often as it is; a clock is the number of a zone."""

    event: Numbers
    source: Numbers
    published: Instants
    clock: Numbers
    contradicts: Mask

    def where(self, true: Mask) -> "_Told":
        """Those for which it is true."""
        return _Told(*(getattr(self, each.name)[true] for each in fields(self)))

    def and_those(self, other: "_Told") -> "_Told":
        """These and others."""
        return _Told(*(np.concatenate([getattr(self, each.name), getattr(other, each.name)]) for each in fields(self)))  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Reports:
    """Of each report its source, its clock and when it was published."""

    source: Numbers
    clock: Numbers
    published: Instants


def _accounts(index: Index) -> Accounts:
    frame = index.reports if index.reports is not None else index.events.iloc[:0]
    event, said, published = _of_rows(index)
    sources, names = _numbered([*map(str, frame["source"]), *said])
    clocks, zones = _numbered([*map(str, frame["timezone"]), *map(str, index.events["timezone"])])
    reports = _Reports(sources[: len(frame)], clocks[: len(frame)], instants(frame["published"]))
    by_report = _of_reports(index, reports)
    nothing_odd = np.zeros(len(event), dtype=bool)
    by_row = _Told(event, sources[len(frame) :], published, clocks[len(frame) :][event], nothing_odd)
    left = by_row.where(_told_by_rows_alone(by_row, by_report, names))
    publications = _Reports(
        *(np.concatenate([getattr(reports, name), getattr(left, name)]) for name in ("source", "clock", "published"))
    )  # fmt: skip
    told = _each_once(by_report.and_those(left), zones)
    return Accounts(names, *told, _publications(publications, zones, len(names)))


def _numbered(words: list[str]) -> tuple[Numbers, tuple[str, ...]]:
    """The number of each word, and the words."""
    codes, every = pd.factorize(np.array(words, dtype=object))
    return codes.astype(np.int64), tuple(map(str, every))


def _of_rows(index: Index) -> tuple[Numbers, list[str], Instants]:
    """Event, source and publication as the rows say them; of several sources only the first is the one whose day it is."""
    codes, named = index.codes("source"), [sources_of(each) for each in index.words("source")]
    if not len(codes):
        return np.zeros(0, np.int64), [], np.zeros(0, np.int64)
    sizes = np.array([len(each) for each in named], dtype=np.int64)[codes]
    event = np.repeat(np.arange(len(codes)), sizes)
    place = np.arange(len(event)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    published = np.where(place == 0, instants(index.events["published"])[event], MISSING)
    return event, [name for code in codes.tolist() for name in named[code]], published


def _of_reports(index: Index, reports: _Reports) -> _Told:
    """Event, source and publication as the mentions say them."""
    links, mentions = links_of(index), index.mentions
    if links is None or mentions is None or index.reports is None:
        nothing = np.zeros(0, np.int64)
        return _Told(nothing, nothing, nothing, nothing, nothing.astype(bool))
    here = np.flatnonzero((links.event >= 0) & (links.report >= 0))
    report = links.report[here]
    odd = (mentions["conflict"] != "").to_numpy()[here]
    return _Told(links.event[here], reports.source[report], reports.published[report], reports.clock[report], odd)  # fmt: skip


def _told_by_rows_alone(rows: _Told, reports: _Told, names: tuple[str, ...]) -> Mask:
    """True for what no report tells; a row that names nobody counts only where no report tells of its event."""
    known = np.isin(rows.event * len(names) + rows.source, reports.event * len(names) + reports.source)
    nobody = names.index("") if "" in names else -1
    alone: Mask = ~known & ~(np.isin(rows.event, reports.event) & (rows.source == nobody))
    return alone


def _each_once(told: _Told, zones: tuple[str, ...]) -> tuple[Numbers, Numbers, Instants, Instants, Mask]:
    """Each event and source once, with its first publication; a known one comes before one that is not."""
    unknown = told.published == MISSING
    order = np.lexsort((told.published, unknown, told.source, told.event))
    event, source = told.event[order], told.source[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (event[1:] != event[:-1]) | (source[1:] != source[:-1])
    begins = np.flatnonzero(new)
    odd = np.logical_or.reduceat(told.contradicts[order], begins) if len(begins) else told.contradicts[order]
    soonest = told.published[order][begins]
    _, whole = _local_days(soonest, told.clock[order][begins], zones)
    return event[begins], source[begins], soonest, np.where(whole, soonest + DAY, soonest), odd


def _publications(reports: _Reports, zones: tuple[str, ...], sources: int) -> Publications:
    known = np.flatnonzero(reports.published != MISSING)
    moments, source = reports.published[known], reports.source[known]
    days, _ = _local_days(moments, reports.clock[known], zones)
    order = np.lexsort((moments, source))
    edges = np.searchsorted(source[order], np.arange(sources + 1))
    return Publications(moments[order], days[order], edges)


def _local_days(moments: Instants, clocks: Numbers, zones: tuple[str, ...]) -> tuple[Numbers, Mask]:
    """The day of each moment on its clock, and whether it is midnight there: then only the day is known."""
    days, whole = np.zeros(len(moments), np.int64), np.zeros(len(moments), bool)
    for clock, zone in _clocks(clocks, zones):
        here = np.flatnonzero((clocks == clock) & (moments != MISSING))
        there = (
            pd.to_datetime(moments[here], unit="us", utc=True)
            .as_unit("us")
            .tz_convert(zone)
            .tz_localize(None)
        )
        local = there.to_numpy().astype(np.int64)
        days[here], whole[here] = local // DAY, local % DAY == 0
    return days, whole


def _clocks(clocks: Numbers, zones: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for clock in np.unique(clocks).tolist():
        yield clock, zones[clock] or "UTC"

"""Which mentions tell of an event, in which report they stand, and back: by number, so that nothing is ever looked for row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.table.epochs import MISSING, Instants, Mask, instants
from dashboard.table.index import Index, Numbers, Rows

_FEW = 4_000  # from so few events it is shorter to go to their reports than to come from the reports
_STEP = 256

Seen = Callable[[Numbers], Mask]


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The numbers of rows by the number of what they belong to: those of ``n`` are from ``edges[n]`` to ``edges[n + 1]``."""

    rows: Numbers
    edges: Numbers

    def of(self, numbers: Numbers) -> Numbers:
        """The rows of all of these, one after the other."""
        first, sizes = self.edges[numbers], self.sizes(numbers)
        begins = np.cumsum(sizes) - sizes
        return self.rows[np.repeat(first - begins, sizes) + np.arange(int(sizes.sum()))]

    def sizes(self, numbers: Numbers) -> Numbers:
        """How many rows each of these has."""
        return self.edges[numbers + 1] - self.edges[numbers]


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """The event and the report of each mention (-1: not here), and the mentions of each."""

    event: Numbers
    report: Numbers
    by_event: Grouped
    by_report: Grouped


def links_of(index: Index) -> Links | None:
    """What tells of the events; None where nobody says which mentions do."""
    if index.mentions is None:
        return None
    return index.once.of("links", lambda: _links(index))


def contradicting(rows: Rows) -> pd.DataFrame | None:
    """The mentions that contradict these events, in the order of the events; None where nobody says which are theirs."""
    links, mentions = links_of(rows.index), rows.index.mentions
    if links is None or mentions is None:
        return None
    odd = rows.index.once.of("contradicting", lambda: _odd(mentions))
    told = links.by_event.of(rows.numbers)
    return mentions.iloc[told[odd[told]]]


def _odd(mentions: pd.DataFrame) -> Mask:
    """True for those that contradict their event."""
    return (mentions["conflict"] != "").to_numpy()


def told_in(index: Index, report_id: str) -> Rows:
    """The events that a report tells of."""
    links = links_of(index)
    at = number_of(index.reports, "report_id", report_id)
    if links is None or at is None:
        return index.everything.first(0)
    events = np.unique(links.event[links.by_report.of(np.array([at]))])
    return Rows(index, events[events >= 0])


def mentions_in(index: Index, report_id: str) -> pd.DataFrame:
    """The mentions that stand in a report."""
    links, at = links_of(index), number_of(index.reports, "report_id", report_id)
    if links is None or at is None or index.mentions is None:
        return pd.DataFrame()
    return index.mentions.iloc[links.by_report.of(np.array([at]))]


def told_of(rows: Rows) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions of these events, and the reports those stand in."""
    links, index = links_of(rows.index), rows.index
    if links is None or index.mentions is None or index.reports is None:
        return pd.DataFrame(), pd.DataFrame()
    mentions = links.by_event.of(rows.numbers)
    reports = np.unique(links.report[mentions])
    return index.mentions.iloc[mentions], index.reports.iloc[reports[reports >= 0]]


def number_of(frame: pd.DataFrame | None, column: str, key: str) -> int | None:
    """The number of the row with this id; None where there is none."""
    if frame is None or not key:
        return None
    here = (frame[column] == key).to_numpy()
    return int(here.argmax()) if here.any() else None


def telling(rows: Rows, span: tuple[int, int], seen: Seen, most: int) -> Numbers:
    """The last reports published in a span that are seen and tell of these events, in order of time; all where nobody says which tell.

    From the last backwards, and no further than needed.
    """
    links = links_of(rows.index)
    dated, published = _dated(rows.index)
    first, last = np.searchsorted(published, span).tolist()
    found: list[int] = []
    for some in _backwards(dated[first:last], _tells(rows, links)):
        found += some[seen(some)][::-1].tolist()
        if len(found) >= most:
            break
    return np.array(found[:most][::-1], dtype=np.int64)


def _tells(rows: Rows, links: Links | None) -> Seen:
    """Which of some reports tell of one of the events."""
    if links is None:
        return lambda reports: np.ones(len(reports), dtype=bool)
    if len(rows) <= _FEW:
        theirs = np.unique(links.report[links.by_event.of(rows.numbers)])
        return lambda reports: np.isin(reports, theirs)
    here = np.append(rows.mask(), False)

    def tell(reports: Numbers) -> Mask:
        told = here[links.event[links.by_report.of(reports)]]
        report = np.repeat(np.arange(len(reports)), links.by_report.sizes(reports))
        return np.bincount(report[told], minlength=len(reports)) > 0

    return tell


def _backwards(reports: Numbers, tell: Seen) -> Iterator[Numbers]:
    """Those that tell, from the last to the first, in steps that grow; within a step in order of time."""
    end, step = len(reports), _STEP
    while end > 0:
        some = reports[max(end - step, 0) : end]
        yield some[tell(some)]
        end, step = end - step, step * 4


def _dated(index: Index) -> tuple[Numbers, Instants]:
    def made() -> tuple[Numbers, Instants]:
        published = (
            instants(index.reports["published"]) if index.reports is not None else np.zeros(0, np.int64)
        )
        order = np.argsort(published, kind="stable")
        order = order[published[order] != MISSING]
        return order, published[order]

    return index.once.of("reports by time", made)


def _links(index: Index) -> Links:
    mentions, reports = index.mentions, index.reports
    if mentions is None:
        event = report = np.zeros(0, dtype=np.int64)
    else:
        event = _found(index.events["event_id"], mentions["event_id"])
        report = np.full(len(mentions), -1)
        if reports is not None:
            report = _found(reports["report_id"], mentions["report_id"])
    of_reports = _grouped(report, 0 if reports is None else len(reports))
    return Links(event, report, _grouped(event, len(index)), of_reports)


def _found(ids: "pd.Series[str]", wanted: "pd.Series[str]") -> Numbers:
    """The row in which each of the wanted ids stands first; -1 where none does."""
    if wanted.empty:
        return np.zeros(0, dtype=np.int64)
    codes, known = pd.factorize(pd.concat([ids, wanted], ignore_index=True))
    row = np.full(len(known), -1, dtype=np.int64)
    row[codes[: len(ids)][::-1]] = np.arange(len(ids))[::-1]
    return row[codes[len(ids) :]]


def _grouped(owner: Numbers, owners: int) -> Grouped:
    order = np.argsort(owner, kind="stable")
    return Grouped(order, np.searchsorted(owner[order], np.arange(owners + 1)))

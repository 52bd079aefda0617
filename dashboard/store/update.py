"""What a dataset says that the store does not know yet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from dashboard.store.rows import Values, rows_of
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS
from dashboard.text.report import DateSource

_READ = tuple(column for column in EVENT_COLUMNS if column.name != "dataset")
_UNREAD = frozenset(
    {"sha256", "read_at"}
)  # the same words read again, or from another file, are no other reading
_OF_REPORT = tuple(column for column in REPORT_COLUMNS if column.name not in _UNREAD)


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be written.

    ``reports`` ids with the fingerprint of each · ``stale`` those of them that stand in the store with
    another reading · ``events`` ids, ``coded`` those of them that rest on no report.
    """

    reports: Mapping[str, str]
    stale: frozenset[str]
    events: frozenset[str]
    coded: frozenset[str]


def update_of(dataset: Dataset, before: Mapping[str, tuple[str, str]]) -> Update:
    """What to write, given fingerprint and date's source of every report in the store."""
    fresh = {
        report_id: fingerprint
        for report_id, fingerprint, source in _read(dataset)
        if report_id not in before or _says_more((fingerprint, source), before[report_id])
    }
    of_fresh = dataset.mentions["report_id"].isin(list(fresh))
    on_none = ~dataset.events["event_id"].isin(dataset.mentions["event_id"])
    coded = frozenset(dataset.events["event_id"][on_none])
    events = coded.union(dataset.mentions["event_id"][of_fresh])
    return Update(fresh, frozenset(fresh.keys() & before.keys()), events, coded)


def _says_more(now: tuple[str, str], before: tuple[str, str]) -> bool:
    """Whether a new reading replaces the old: not one that lacks the date a person gave."""
    return now[0] != before[0] and (now[1] == DateSource.GIVEN or before[1] != DateSource.GIVEN)


def _read(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Every report's id, the fingerprint of all that was read from it, and the source of its date."""
    lines = _lines(dataset)
    for report_id, source in zip(
        dataset.reports["report_id"], dataset.reports["published_source"], strict=True
    ):
        digest = blake2b(repr(lines[report_id]).encode("utf-8", "backslashreplace"), digest_size=16)
        yield report_id, digest.hexdigest(), source


def _lines(dataset: Dataset) -> Mapping[str, list[Values]]:
    lines: defaultdict[str, list[Values]] = defaultdict(list)
    for report_id, row in zip(
        dataset.reports["report_id"], rows_of(dataset.reports, _OF_REPORT), strict=True
    ):
        lines[report_id].append(row)
    mentions = dataset.mentions
    reported = dataset.events[dataset.events["event_id"].isin(mentions["event_id"])]
    events = dict(zip(reported["event_id"], rows_of(reported, _READ), strict=True))
    rows = rows_of(mentions, MENTION_COLUMNS)
    for report_id, event_id, row in zip(mentions["report_id"], mentions["event_id"], rows, strict=True):
        lines[report_id] += (row, events.get(event_id, ()))
    return lines

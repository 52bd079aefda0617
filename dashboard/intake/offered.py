"""A report before it is kept: what was found of its day, how much it tells, and what of it was not read."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten
from typing import Any

import pandas as pd

from dashboard.corpus import Batch
from dashboard.readers.named_days import suggested
from dashboard.store import KeptReport
from dashboard.table.describe import day_or_moment
from dashboard.text import Report

_BEGINS = 240
_FEW_UNREAD = 8


@dataclass(frozen=True, slots=True)
class Offered:
    """One report that was looked at.

    ``day`` is empty where nothing tells one, ``by`` whose word it is by, ``evidence`` the words it stands in, ``suggested``
    the day in its file's name: offered, never taken. ``undated`` of its ``events`` have no usable time. ``language``: the one
    it is in, where events are not read from it. ``known``: the store has it already.
    """

    report_id: str
    name: str
    title: str
    source: str = ""
    day: str = ""
    by: str = ""
    evidence: tuple[str, ...] = ()
    timezone: str = ""
    suggested: date | None = None
    events: int = 0
    undated: int = 0
    unread: tuple[tuple[str, str], ...] = ()
    unread_in_all: int = 0
    notes: tuple[str, ...] = ()
    begins: str = ""
    language: str = ""
    known: bool = False


def offered_of(batch: Batch, reports: Mapping[str, Report]) -> Iterator[Offered]:
    """What was read of each report of a batch."""
    read = {each.report_id: (each.name, each.language) for each in batch.read}
    counts = _counts(batch)
    for row in batch.dataset.reports.to_dict("records"):
        report_id = str(row["report_id"])
        name, language = read.get(report_id, ("", ""))
        found = _offered(row, name, counts.get(report_id, (0, 0)), reports[report_id])
        yield replace(found, language=language)


def offered_again(report: Report, kept: KeptReport | None) -> Offered:
    """A report that the store has already, read the same way."""
    day = _day(kept.published, "") if kept and kept.published else ""
    by = kept.published_source if kept else ""
    count = kept.events if kept else 0
    return Offered(
        report.report_id, report.called, report.title, report.source, day, by, events=count, known=True
    )


def _offered(row: Mapping[Any, Any], name: str, counts: tuple[int, int], report: Report) -> Offered:
    unread = json.loads(str(row["unread"]) or "[]")
    zone, published = str(row["timezone"]), row["published"]
    day = "" if pd.isna(published) else _day(published, zone)
    return Offered(
        report_id=str(row["report_id"]),
        name=name,
        title=str(row["title"]),
        source=str(row["source"]),
        day=day,
        by=str(row["published_source"]),
        evidence=tuple(filter(None, str(row["published_evidence"]).splitlines())),
        timezone=zone,
        suggested=None if day else suggested(name),
        events=counts[0],
        undated=counts[1],
        unread=tuple((str(each["text"]), str(each["why"])) for each in unread[:_FEW_UNREAD]),
        unread_in_all=len(unread),
        notes=tuple(filter(None, str(row["notes"]).splitlines())),
        begins=shorten(report.text[: 2 * _BEGINS], _BEGINS, placeholder=" …"),
    )


def _counts(batch: Batch) -> dict[str, tuple[int, int]]:
    """How many events each report tells, and how many of them have no usable time."""
    data = batch.dataset
    told = data.mentions[["event_id", "report_id"]].drop_duplicates()
    timeless = data.events.loc[data.events["start"].isna(), "event_id"]
    grouped = told["event_id"].isin(timeless).groupby(told["report_id"].astype(str))
    return {str(key): (int(each.size), int(each.sum())) for key, each in grouped}


def _day(published: Any, zone: str) -> str:
    """The day in words, with its clock time where one is told."""
    name = zone or str(getattr(published.tzinfo, "key", "") or "UTC")
    return day_or_moment(published, name)

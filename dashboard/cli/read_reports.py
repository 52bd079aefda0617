"""``read``: reports into events, on standard output."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import pandas as pd

from dashboard.cli.explain import WIDTH, say_explained
from dashboard.cli.gather import Given, explain, name_of, read_all, reports_at
from dashboard.cli.output import counted, note, say, say_json, say_table
from dashboard.cli.progress import counted_up, meanwhile
from dashboard.cli.stored import keep, open_store, places_of
from dashboard.consolidation import dataset_from
from dashboard.exchange.values import records
from dashboard.extraction import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.table import Dataset
from dashboard.table.describe import title, when
from dashboard.text import Report

_HEADS = ("when", "what", "where", "quote")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Printing:
    """How a reading is shown: as JSON, or for people, with or without every clause."""

    as_json: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where readings are kept, if anywhere, and what they are called together."""

    into: str | None = None
    dataset: str = ""


def print_events(
    paths: Sequence[Path | Report],
    given: Given,
    database: str | None,
    look: Printing,
    keeping: Keeping = Keeping(),
) -> int:
    """Print the events of all reports that can be read, one row each, and keep them if asked to; gives the exit code.

    ``database`` is the store whose added places are known; without it the default one, if it is there.
    """
    places = places_of(keeping.into or database)
    found = list(reports_at(paths, given))
    readable = [report for report in found if report is not None]
    tried = [_read(report, places, look) for report in counted_up(readable, "report")]
    readings = [reading for reading in tried if reading is not None]
    name = keeping.dataset or name_of(paths)
    with meanwhile("bringing together what the reports tell"):
        dataset = dataset_from(readings, name)
    if look.as_json:
        for record in records(dataset.events):
            say_json(record)
    elif len(readings) > 1:
        _say_together(dataset)
    elif readings and not look.explain:
        _say_events(dataset.events)
        _say_unread(readings[0])
    if keeping.into and readings:
        with open_store(keeping.into) as store:
            keep(store, readings, name)
        note(f"show them: conflict-timeline serve --database {keeping.into}")
    return int(len(readings) < len(found))


def _read(report: Report, places: Gazetteer, look: Printing) -> Reading | None:
    """The reading, and for people its head at once: a folder may take a while."""
    if look.explain and not look.as_json:
        explained = explain(report, places)
        if explained is None:
            return None
        _say_head(explained.reading)
        say_explained(explained)
        return explained.reading
    reading = read_all(report, places)
    if reading and not look.as_json:
        _say_head(reading)
    return reading


def _say_head(reading: Reading) -> None:
    report = reading.report
    for line in wrap(f"{report.called}: {report.title}" if report.title else report.called, WIDTH):
        say(line)
    day = (
        f"{reading.published:%A} {reading.published.day} {reading.published:%B %Y} ({reading.published_source})"
        if reading.published
        else "on an unknown day"
    )
    zone = reading.timezone or "time zone unknown"
    say(f"published {day} · {zone} · {counted(len(reading.events), 'event')}")


def _say_together(dataset: Dataset) -> None:
    """The events of several reports, and how many of them more than one tells of."""
    reports = dataset.mentions.groupby("event_id")["report_id"].nunique()
    several = int((reports > 1).sum())
    shared = f"{several} told by more than one" if several else "none told by more than one"
    say()
    say(f"{counted(len(dataset.reports), 'report')} · {counted(len(dataset.events), 'event')}, {shared}")
    _say_events(dataset.events)


def _say_events(events: pd.DataFrame) -> None:
    if len(events):
        say_table(_HEADS, (_row(event) for _, event in events.iterrows()))
    for _, event in events[events["conflicts"] != ""].iterrows():
        say(f"contradicted: {title(event)}, {event['location']}: {event['conflicts']}")


def _say_unread(reading: Reading) -> None:
    for unread in reading.unread:
        say(f"not read: {unread.text!r} ({unread.why})")
    say()


def _row(event: pd.Series) -> tuple[str, ...]:
    quote = " ".join(str(event["notes"]).split())
    short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
    return when(event), title(event), str(event["location"]), short

"""``read``: reports into events, on standard output."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import wrap

import pandas as pd

from dashboard.cli.explain import WIDTH, say_explained
from dashboard.cli.filled import dates_by_hand, fill_with_many, keep
from dashboard.cli.gather import Given, explain, name_of, read_all, reports_at
from dashboard.cli.many import ALL_CORES, Crew, are_many, read_together, say_summary, tell_failures
from dashboard.cli.output import complain, counted, note, say, say_json, say_table
from dashboard.cli.progress import counted_up, meanwhile
from dashboard.cli.stored import added_rows, open_store, places_of
from dashboard.consolidation import consolidated, dataset_from
from dashboard.exchange.values import records
from dashboard.extraction import Reading
from dashboard.extraction.explain import Explained
from dashboard.gazetteer import Gazetteer
from dashboard.intake import dated
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


@dataclass(frozen=True, slots=True)
class _Shown:
    """A reading, with every clause of it where that was asked for."""

    reading: Reading
    explained: Explained | None = None


def print_events(
    paths: Sequence[Path | Report],
    given: Given,
    database: str | None,
    look: Printing,
    keeping: Keeping = Keeping(),
    crew: Crew = ALL_CORES,
) -> int:
    """Print the events of all reports that can be read, one row each, and keep them if asked to; gives the exit code.

    What is to be kept is kept before anything is printed: whoever reads the output may leave. Many reports are summed
    up. ``database`` is the store whose added places are known; without it the default one, if it is there.
    """
    if not look.explain and are_many(paths, crew):
        return _print_many(paths, given, database, look, keeping, crew)
    places = places_of(keeping.into or database)
    dates = dates_by_hand(keeping.into) if keeping.into else {}
    found = [report and dated(report, dates) for report in reports_at(paths, given)]
    readable = [report for report in found if report is not None]
    tried = [_read(report, places, look) for report in counted_up(readable, "report")]
    shown = [each for each in tried if each is not None]
    readings = [each.reading for each in shown]
    name = keeping.dataset or name_of(paths)
    if keeping.into and readings:
        with open_store(keeping.into) as store:
            keep(store, readings, name)
    _say_few(shown, name, look)
    if keeping.into and readings:
        note(f"show them: conflict-timeline serve --database {keeping.into}")
    return int(len(readings) < len(found))


def _read(report: Report, places: Gazetteer, look: Printing) -> _Shown | None:
    if look.explain and not look.as_json:
        explained = explain(report, places)
        return _Shown(explained.reading, explained) if explained else None
    reading = read_all(report, places)
    return _Shown(reading) if reading else None


def _say_few(shown: Sequence[_Shown], name: str, look: Printing) -> None:
    """Each report with its events; those of several brought together."""
    readings = [each.reading for each in shown]
    with meanwhile("bringing together what the reports tell"):
        dataset = dataset_from(readings, name)
    if look.as_json:
        _say_records(dataset)
        return
    for each in shown:
        _say_head(each.reading)
        if each.explained:
            say_explained(each.explained)
    if len(readings) > 1:
        _say_together(dataset)
    elif readings and not look.explain:
        _say_events(dataset.events)
        _say_unread(readings[0])


def _print_many(
    paths: Sequence[Path | Report],
    given: Given,
    database: str | None,
    look: Printing,
    keeping: Keeping,
    crew: Crew,
) -> int:
    """Keep what can be read of many, or bring it together, and print a summary, or each event as JSON."""
    name = keeping.dataset or name_of(paths)
    if keeping.into:
        with open_store(keeping.into) as store:
            summary = fill_with_many(store, paths, given, name, crew)
            dataset = store.load()
        told = dataset.mentions["event_id"][dataset.mentions["report_id"].isin(list(summary.ids))]
        dataset = replace(dataset, events=dataset.events[dataset.events["event_id"].isin(told)])
    else:
        reported, summary = read_together(paths, given, name, crew, added_rows(database))
        with meanwhile("bringing together what the reports tell"):
            dataset = consolidated(reported)
    tell_failures(summary.failed)
    missing = list(given.dates.missing(summary.names))
    for each in missing:
        complain(each)
    if look.as_json:
        _say_records(dataset)
    else:
        say_summary(summary, dataset)
    if keeping.into:
        note(f"show them: conflict-timeline serve --database {keeping.into}")
    return int(bool(summary.failed or missing))


def _say_records(dataset: Dataset) -> None:
    for record in records(dataset.events):
        say_json(record)


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

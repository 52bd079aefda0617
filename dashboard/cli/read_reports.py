"""``read``: reports into events, on standard output."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from dashboard.cli.gather import Told, name_of, read_all, reports_at
from dashboard.cli.output import say, say_json, say_table
from dashboard.cli.stored import places_of
from dashboard.exchange import records
from dashboard.extraction.model import Reading
from dashboard.table import Dataset, dataset_from
from dashboard.table.words import title, when

_HEADS = ("when", "what", "where", "quote")
_LONGEST = 160


def print_events(paths: Sequence[Path], told: Told, database: str | None, *, as_json: bool) -> int:
    """Print the events of every report that can be read; gives the exit code.

    ``database`` is the store whose added places are known; without it the default one, if it is there.
    """
    places = places_of(database)
    failed = False
    for report in reports_at(paths, told):
        if report is None:
            failed = True
            continue
        reading = read_all(report, places)
        dataset = dataset_from([reading], name_of(paths))
        _print_json(dataset) if as_json else _print_table(reading, dataset)
    return int(failed)


def _print_json(dataset: Dataset) -> None:
    for record in records(dataset.events):
        say_json(record)


def _print_table(reading: Reading, dataset: Dataset) -> None:
    report = reading.report
    say(f"{report.url}: {report.title}" if report.title else report.url)
    day = (
        f"{reading.published:%A} {reading.published.day} {reading.published:%B %Y} ({reading.published_source})"
        if reading.published
        else "on an unknown day"
    )
    count = len(dataset.events)
    told = f"{count} event{'' if count == 1 else 's'}"
    say(f"published {day} · {reading.timezone or 'time zone unknown'} · {told}")
    if len(dataset.events):
        say_table(_HEADS, (_row(event) for _, event in dataset.events.iterrows()))
    for unread in reading.unread:
        say(f"not read: {unread.text!r} ({unread.why})")
    say()


def _row(event: pd.Series) -> tuple[str, ...]:
    quote = " ".join(str(event["notes"]).split())
    short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
    return when(event), title(event), str(event["location"]), short

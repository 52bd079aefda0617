"""What is read into a store, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.cli.gather import Given, name_of, read_all, reports_at
from dashboard.cli.many import ALL_CORES, Crew, Summary, are_many, read_into, read_now, tell_failures
from dashboard.cli.output import counted, note
from dashboard.cli.progress import counted_up, meanwhile
from dashboard.cli.sample import tell_of_sample
from dashboard.cli.stored import maybe_store
from dashboard.errors import InputError
from dashboard.extraction import Reading
from dashboard.intake import dated
from dashboard.store import GivenDate, Saved, Store, known_places
from dashboard.table import as_reported
from dashboard.text import Report


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read into a store: what the save did, and of how many reports."""

    saved: Saved
    reports: int


def fill(
    store: Store, paths: Sequence[Path | Report], given: Given, name: str = "", crew: Crew = ALL_CORES
) -> Filled:
    """Read the paths into the store; raises InputError when not one report could be read."""
    if are_many(paths, crew):
        summary = fill_with_many(store, paths, given, name or name_of(paths), crew)
        tell_failures(summary.failed)
        return Filled(summary.saved, summary.reports)
    places, dates = known_places(store), store.given_dates()
    found = [report and dated(report, dates) for report in reports_at(paths, given)]
    tried = [read_all(report, places) if report else None for report in counted_up(found, "report")]
    readings = [reading for reading in tried if reading is not None]
    if not readings:
        msg = f"{' '.join(map(str, paths))}: nothing could be read"
        raise InputError(msg)
    return keep(store, readings, name or name_of(paths))


def fill_with_many(
    store: Store, paths: Sequence[Path | Report], given: Given, name: str, crew: Crew
) -> Summary:
    """Read many reports into the store, and say what is new in it."""
    summary = read_into(store, paths, given, name, crew)
    note(in_words(Filled(summary.saved, summary.reports), store))
    tell_of_sample(store)
    return summary


def dates_by_hand(database: str | None) -> Mapping[str, GivenDate]:
    """The days and zones that a person gave reports of a store; none while there is no such store."""
    with maybe_store(database) as store:
        return store.given_dates() if store else {}


def keep(store: Store, readings: Sequence[Reading], name: str) -> Filled:
    """Keep readings in the store, and say what is new in it, and whether the sample is in it too."""
    with meanwhile("keeping what was read"):
        filled = Filled(store.save(read_now(as_reported(readings, name))), len(readings))
    note(in_words(filled, store))
    tell_of_sample(store)
    return filled


def in_words(filled: Filled, store: Store) -> str:
    """What was kept where.

    >>> in_words(Filled(Saved(2, 1), 1), Store.open("sqlite://"))
    'memory: 2 events read from 1 report, 1 there already, 0 read anew'
    """
    saved = filled.saved
    return (
        f"{store.place}: {counted(saved.added, 'event')} read from {counted(filled.reports, 'report')}, "
        f"{saved.already} there already, {saved.replaced} read anew"
    )

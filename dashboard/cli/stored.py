"""The store a command works on: where it is, what is read into it, and what a bare command shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard import gazetteer
from dashboard.bundled import bundled
from dashboard.cli.gather import Given, name_of, read_all, reports_at
from dashboard.cli.many import ALL_CORES, Crew, Summary, are_many, read_into, read_now, tell_failures
from dashboard.cli.output import counted, note
from dashboard.cli.own import own_file
from dashboard.cli.progress import counted_up, meanwhile
from dashboard.consolidation import dataset_from
from dashboard.errors import InputError
from dashboard.extraction import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.gazetteer.added import Brought
from dashboard.intake import dated
from dashboard.store import GivenDate, Saved, Store, added_places, known_places
from dashboard.table import Dataset, as_reported
from dashboard.text import Report

SEEDS = bundled("seeds")
SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read into a store: what the save did, and of how many reports."""

    saved: Saved
    reports: int


def open_store(database: str | None) -> Store:
    """The store that was asked for, or the default one.

    That is a file in the checkout's ``data/``, wherever the command is run from; where there is no
    checkout, a file in the user's own data folder.
    """
    if database:
        return Store.open(database)
    own = own_file()
    own.parent.mkdir(parents=True, exist_ok=True)
    return Store.open(str(own))


def places_of(database: str | None) -> Gazetteer:
    """The gazetteer, with the places that were added to the store, if there is one."""
    if database is None and not own_file().is_file():
        return gazetteer.load()
    with open_store(database) as store:
        return known_places(store)


def added_rows(database: str | None) -> Sequence[Brought]:
    """The places that were added to the store, if there is one."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return added_places(store).rows


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
    _tell_of_sample(store)
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
    _tell_of_sample(store)
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


@contextmanager
def maybe_store(database: str | None) -> Iterator[Store | None]:
    """The store, if there is one already: to show the sample none is made."""
    if not is_there(database):
        yield None
        return
    with open_store(database) as store:
        yield store


def is_there(database: str | None) -> bool:
    """Whether there is such a store already; the default one where none is named."""
    return own_file().is_file() if database is None else not _is_missing(database)


def _is_missing(database: str) -> bool:
    """Whether it names a file that is not there: to look at it, none is made."""
    return ":" not in database and not Path(database).exists()


def own_dataset(database: str | None) -> Dataset | None:
    """What is in the store; None while that is nothing, or in the default one nothing but the sample."""
    with maybe_store(database) as store:
        dataset = store.load() if store else None
        return dataset if store and dataset and is_own(store, dataset, database) else None


def is_own(store: Store, dataset: Dataset, database: str | None) -> bool:
    """Whether there is something in the store to be shown; in the default one more than the sample."""
    if dataset.events.empty:
        return False
    return bool(database or store.report_ids() - sample_ids()) or _is_coded(dataset)


def _is_coded(dataset: Dataset) -> bool:
    """Whether there are events in it that rest on no report: somebody imported a table."""
    return not dataset.events["event_id"].isin(dataset.mentions["event_id"]).all()


def shown_dataset(database: str | None) -> Dataset:
    """What a command shows that names no reports: what is in the store, or the sample while nobody's own is."""
    own = own_dataset(database)
    if own is None:
        tell_of_sample_shown()
    return sample() if own is None else own


def tell_of_sample_shown() -> None:
    """Say that what is shown is the sample."""
    note(
        "this is the sample that comes with the product; show your own reports with: conflict-timeline serve FOLDER"
    )


@cache
def sample() -> Dataset:
    """The events of the sample report, which lives apart from everybody's own."""
    return dataset_from(_sample_readings(), SAMPLE)


def keep_sample(store: Store) -> None:
    """Keep the sample in a store that is for nothing else."""
    store.save(as_reported(_sample_readings(), SAMPLE))


def _sample_readings() -> list[Reading]:
    places = gazetteer.load()
    readings = (read_all(report, places) for report in _sample_reports())
    return [reading for reading in readings if reading is not None]


def sample_ids() -> frozenset[str]:
    """The ids of the sample's reports."""
    return frozenset(report.report_id for report in _sample_reports())


@cache
def _sample_reports() -> tuple[Report, ...]:
    return tuple(report for report in reports_at([SEEDS], Given()) if report is not None)


def _tell_of_sample(store: Store) -> None:
    """Stores of earlier versions may hold the sample beside a person's own reports: it is theirs to take out."""
    there: Iterable[str] = store.report_ids() & sample_ids()
    for report_id in there:
        note(
            f"{store.place}: also holds the sample report; 'conflict-timeline reports remove {report_id}' takes it out"
        )

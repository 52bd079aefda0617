"""The store a command works on: where it is, and what is read into it first."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard import gazetteer
from dashboard.bundled import bundled
from dashboard.cli.gather import Told, name_of, read_all, reports_at
from dashboard.cli.output import note
from dashboard.cli.own import own_file
from dashboard.errors import InputError
from dashboard.gazetteer import Gazetteer
from dashboard.store import Saved, Store, added_places
from dashboard.table import as_told
from dashboard.text import Report

SEEDS = bundled("seeds")


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


def known_places(store: Store) -> Gazetteer:
    """The gazetteer, with the places that were added to this store."""
    added = added_places(store)
    return Gazetteer(added=added) if added.rows else gazetteer.load()


def fill(store: Store, paths: Sequence[Path], told: Told) -> None:
    """Read the paths into the store; raises InputError when not one report could be read."""
    reports = [report for report in reports_at(paths, told) if report is not None]
    if not reports:
        msg = f"{' '.join(map(str, paths))}: nothing could be read"
        raise InputError(msg)
    _keep(store, reports, name_of(paths))


def fill_with_seeds(store: Store) -> bool:
    """Read the sample reports into an empty store; into one that has them, what a better reader makes of them.

    Gives whether the sample is all that is there now.
    """
    if not SEEDS.is_dir():
        return False
    there = store.report_ids()
    found = [report for report in reports_at([SEEDS], Told()) if report is not None]
    _keep(store, [report for report in found if not there or report.report_id in there], name_of([SEEDS]))
    return bool(found) and store.report_ids() <= {report.report_id for report in found}


def _keep(store: Store, reports: Iterable[Report], name: str) -> None:
    places = known_places(store)
    saved = store.save(as_told((read_all(report, places) for report in reports), name))
    if saved.added or saved.replaced:
        note(_in_words(saved))


def _in_words(saved: Saved) -> str:
    return f"{saved.added} events read, {saved.already} were there already, {saved.replaced} read anew"

"""Looking at what was brought: everything is read, and nothing is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dashboard.corpus import Batch, Setup
from dashboard.intake.days import dated
from dashboard.intake.offered import Offered, offered_again, offered_of
from dashboard.intake.opening import NOTHING_SAID, Origin, open_all
from dashboard.intake.progress import Stage, Tell
from dashboard.intake.reading import read_all
from dashboard.intake.sheets import SheetFound, sheet_found
from dashboard.readers import Unreadable
from dashboard.store import Store, added_places
from dashboard.text import Report


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """All that was found: reports and what is offered of each, tables, what can't be read, and what was passed over."""

    name: str
    reports: tuple[Report, ...]
    batches: tuple[Batch, ...]
    offered: tuple[Offered, ...]
    tables: tuple[SheetFound, ...]
    failed: tuple[Unreadable, ...]
    notes: tuple[str, ...]


def look(
    folder: Path, store: Store, name: str, tell: Tell, origins: Mapping[str, Origin] = NOTHING_SAID
) -> Looked:
    """Open and read all that is in a folder; ``name`` is what its reports are called together.

    A day that a person gave one of the reports before is its day.
    """
    opened = open_all(folder, tell, origins)
    reports = tuple({each.report_id: each for each in reversed(opened.reports)}.values())[::-1]
    batches = tuple(read_all(reports, setup_for(store, name), tell))
    tables = _tables(opened.tables, store, tell)
    broken = tuple(each for batch in batches for each in batch.failed)
    offered = _all_offered(reports, batches, store)
    return Looked(name, reports, batches, offered, tables, (*opened.failed, *broken), opened.notes)


def setup_for(store: Store, name: str) -> Setup:
    """How reports are read for a store: with its places, and the days that were given before; what it knows is left."""
    given = partial(dated, dates=store.given_dates())
    return Setup(given, name, places=tuple(added_places(store).rows), known=store.marks())


def _tables(files: Sequence[Path], store: Store, tell: Tell) -> tuple[SheetFound, ...]:
    found = list[SheetFound]()
    for file in files:
        tell(Stage.TABLES, len(found), len(files))
        found.append(sheet_found(file, store))
    return tuple(found)


def _all_offered(reports: Sequence[Report], batches: Sequence[Batch], store: Store) -> tuple[Offered, ...]:
    """What is offered of each report, in the order in which they came."""
    by_id = {each.report_id: each for each in reports}
    found = {each.report_id: each for batch in batches for each in offered_of(batch, by_id)}
    there = {each.report_id: each for each in store.reports()}
    told = (
        replace(found[key], known=key in there) if key in found else offered_again(each, there.get(key))
        for key, each in by_id.items()
        if key in found or key in there
    )
    return tuple(told)

"""Tables among what is to be read: told apart from reports by their content, imported, and told of."""

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.cli.ahead import one_ahead
from dashboard.cli.gather import Given
from dashboard.cli.output import complain, counted, note, say, say_json, say_table
from dashboard.cli.parted import Parted, parted
from dashboard.cli.places import add_places
from dashboard.cli.progress import meanwhile
from dashboard.cli.stored import open_store
from dashboard.errors import InputError
from dashboard.exchange.tables import (
    Asked,
    Batch,
    Fault,
    Table,
    mapping_of,
    read,
    table_in,
)
from dashboard.exchange.tabular.editions import is_outdated, stays
from dashboard.exchange.values import records
from dashboard.readers import shown
from dashboard.store import Saved, Store, keep_mapping, kept_mapping, known_places
from dashboard.table.describe import title, when

_HEADS = ("when", "what", "where", "told")
_SHOWN_ROWS, _SHOWN_FAULTS, _LONGEST = 20, 10, 100
_STANDARD_INPUT = Path("-")
_OWN = "own"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person typed of tables: what columns tell, where rows go that were left out, whether places are learnt."""

    maps: tuple[str, ...] = ()
    bad_rows: Path | None = None
    learn: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a table became events, were there already, took the place of others, and were left out."""

    events: int = 0
    already: int = 0
    anew: int = 0
    faults: tuple[Fault, ...] = ()
    left: int = 0


def read_tables(found: Parted, given: Given, into: str | None, dataset: str, wishes: Wishes) -> int:
    """Import every table, print or keep its events; gives the exit code: 1 where anything was left out."""
    with ExitStack() as stack:
        store = stack.enter_context(open_store(into)) if into and found.tables else None
        codes = [
            _read_one(path, found.unpacked.get(path, ""), store, given, dataset, wishes, first=not at)
            for at, path in enumerate(found.tables)
        ]
    if into and wishes.learn:
        codes += [_learnt(path, into) for path in found.tables]
    return max(codes, default=0)


def keep_tables(store: Store, paths: Sequence[Path], given: Given, dataset: str = "") -> Parted:
    """Keep the tables among the paths in the store; gives them and what is left."""
    with parted(paths, given.largest) as found:
        for path in found.tables:
            _read_one(path, found.unpacked.get(path, ""), store, given, dataset, Wishes(), first=False)
    return found


def _read_one(
    path: Path,
    called: str,
    store: Store | None,
    given: Given,
    dataset: str,
    wishes: Wishes,
    *,
    first: bool,
) -> int:
    try:
        table = table_in(path, called)
        if table is None:
            return 0
        asked = _asked(table, store, given, dataset, wishes)
        tally = _taken(table, asked, store, wishes)
    except InputError as error:
        complain(str(error).replace(shown(path), called or shown(path)))
        return 1
    _tell(table, tally, store, wishes)
    if wishes.bad_rows and tally.faults:
        _write(wishes.bad_rows, table.sheet.name, tally.faults, table.sheet.header, anew=first)
    if store is not None and (asked.mapping or asked.kept):
        keep_mapping(store, table.fingerprint, mapping_of(table.sheet, asked))
    return int(bool(tally.left))


def _asked(table: Table, store: Store | None, given: Given, dataset: str, wishes: Wishes) -> Asked:
    kept = kept_mapping(store, table.fingerprint) if store is not None else {}
    if kept:
        note(f"{table.sheet.name}: its columns are read as the last time")
    places = (
        known_places(store) if store is not None and table.form.name not in {_OWN, "acled", "ucdp"} else None
    )
    return Asked(dataset, _maps(wishes.maps), kept, given.published, given.timezone, places)


def _maps(typed: Sequence[str]) -> Mapping[str, str]:
    """``--map date=When,place=Where`` in its parts; raises InputError for one without an equals sign."""
    parts = [each for one in typed for each in next(csv.reader([one]), []) if each.strip()]
    for each in parts:
        if "=" not in each:
            msg = f"--map {each}: is no ROLE=COLUMN, like date=When"
            raise InputError(msg)
    return {role.strip(): column.strip() for role, column in (each.split("=", maxsplit=1) for each in parts)}


def _taken(table: Table, asked: Asked, store: Store | None, wishes: Wishes) -> Tally:
    """Every batch kept or printed as it comes; what is left out is counted, and held as far as it is to be shown or written."""
    tally = Tally()
    most = None if wishes.bad_rows else _SHOWN_FAULTS
    with meanwhile(f"reading {table.sheet.name}") as doing:
        for batch in one_ahead(read(table, asked)):
            for each in batch.notes:
                note(f"{table.sheet.name}: {each}")
            saved = _saved(store, table, batch)
            _print(batch, tally.events, store, wishes)
            tally = Tally(
                tally.events + len(batch.dataset.events),
                tally.already + saved.already,
                tally.anew + saved.replaced,
                (*tally.faults, *batch.faults)[:most],
                tally.left + len(batch.faults),
            )
            doing(f"reading {table.sheet.name}: {tally.events:,} events")
    return tally


def _saved(store: Store | None, table: Table, batch: Batch) -> Saved:
    """Keep a batch, where there is a store; a row told again takes the place of an older one, but of none that we exported."""
    if store is None:
        return Saved(0, 0)
    return store.save(batch.dataset, outdated=stays if table.form.name == _OWN else is_outdated)


def _print(batch: Batch, before: int, store: Store | None, wishes: Wishes) -> None:
    """As JSON every event; for people, where nothing is kept, the first ones."""
    if wishes.as_json:
        for record in records(batch.dataset.events):
            say_json(record)
    elif store is None and before == 0 and len(batch.dataset.events):
        say_table(_HEADS, (_row(event) for _, event in batch.dataset.events.head(_SHOWN_ROWS).iterrows()))


def _row(event: pd.Series) -> tuple[str, ...]:
    words = " ".join(str(event["notes"] or event["title"]).split())
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return when(event), title(event), str(event["location"]), short


def _tell(table: Table, tally: Tally, store: Store | None, wishes: Wishes) -> None:
    name = table.sheet.name
    for fault in tally.faults[:_SHOWN_FAULTS]:
        complain(f"{name}: {fault}")
    if tally.left > _SHOWN_FAULTS:
        more = f"{tally.left - _SHOWN_FAULTS:,} more rows were left out"
        complain(f"{name}: {more}{'' if wishes.bad_rows else '; --bad-rows FILE writes them all'}")
    what = f"{counted(tally.events, 'event')} from {name} ({table.form.label})"
    left = f", {counted(tally.left, 'row')} left out" if tally.left else ""
    if store is not None:
        anew = f", {tally.anew:,} said otherwise before" if tally.anew else ""
        note(f"{store.place}: {what}, {tally.already:,} there already{anew}{left}")
        return
    unseen = tally.events - _SHOWN_ROWS
    rest = f"; {unseen:,} are not shown: --into DATABASE keeps them, --json prints all" if unseen > 0 else ""
    (note if wishes.as_json else say)(f"{what}{left}{'' if wishes.as_json else rest}")


def _write(out: Path, source: str, faults: Sequence[Fault], header: Sequence[str], *, anew: bool) -> None:
    """The rows that were left out, with their numbers and the reasons, as a table that can be mended and read again."""
    try:
        with out.open("w" if anew else "a", encoding="utf-8-sig" if anew else "utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("file", "row", "why", *header))
            writer.writerows((source, each.row, each.why, *each.cells) for each in faults)
    except OSError as error:
        msg = f"{shown(out)}: can't be written ({(error.strerror or 'unknown reason').lower()})"
        raise InputError(msg) from error
    note(f"{shown(out)}: {counted(len(faults), 'row')} left out")


def _learnt(path: Path, into: str) -> int:
    try:
        return add_places([path], into)
    except InputError as error:
        complain(str(error))
        return 1

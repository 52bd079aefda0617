"""A table before it is kept: what its columns are taken for, some of its rows, and those that can't be used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.errors import InputError
from dashboard.exchange.tables import Asked, Table, mapping_of, read, table_in
from dashboard.exchange.tabular.batch import Cells
from dashboard.readers import shown
from dashboard.store import Store, kept_mapping, known_places
from dashboard.table.describe import title, when

FIRST_ROWS = 2_000
"""As many are read to see what a mapping makes of a table; of a million, the first tell enough."""
MAPPED_BY_HAND = frozenset({"timelinejs", "timemap", "geojson", "kml", "hxl", "table"})
"""Forms whose columns a person may name otherwise; the others have columns of their own."""
_SAMPLE = 5
_FEW = 8
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A table that was looked at: its form, its columns with some of their cells, and the role of each in ``mapping``.

    ``events`` and ``left`` count what the first ``rows`` would give; ``faults`` say why rows are left out. ``trouble`` says
    why nothing of it can be read, and what to do; ``shown`` are the first events as they would be.
    """

    file: Path
    name: str
    form: str = ""
    label: str = ""
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    mapping: Mapping[str, str] | None = None
    rows: int = 0
    events: int = 0
    left: int = 0
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    shown: tuple[tuple[str, str, str], ...] = ()
    trouble: str = ""

    @property
    def is_mapped_by_hand(self) -> bool:
        """Whether a person may say what its columns tell."""
        return self.form in MAPPED_BY_HAND


def sheet_found(file: Path, store: Store, mapping: Mapping[str, str] | None = None) -> SheetFound:
    """What a table would give, with its columns as a person named them, as they were named last time, or as guessed."""
    name = shown(file.name)
    try:
        table = table_in(file)
        if table is None:
            return SheetFound(file, name, trouble="is no table of events")
        return _looked(SheetFound(file, name), table, store, mapping)
    except InputError as error:
        return SheetFound(file, name, trouble=bare(error, file))


def asked_of(table: Table, store: Store, dataset: str, mapping: Mapping[str, str] | None) -> Asked:
    """How a table is to be read: with the columns a person named, else those of the last time."""
    kept = mapping if mapping is not None else kept_mapping(store, table.fingerprint)
    named = table.form.name in MAPPED_BY_HAND
    return Asked(dataset, kept=kept, places=known_places(store) if named else None)


def _looked(found: SheetFound, table: Table, store: Store, mapping: Mapping[str, str] | None) -> SheetFound:
    sample = table.sheet.sample.head(_SAMPLE)
    columns = tuple(
        (name, tuple(str(cell)[:_LONGEST] for cell in sample[name] if str(cell).strip()))
        for name in table.sheet.header
        if name in sample
    )
    known = replace(found, form=table.form.name, label=table.form.label, columns=columns)
    asked = asked_of(table, store, "", mapping)
    told = mapping_of(table.sheet, asked) if known.is_mapped_by_hand else None
    if mapping is not None and not mapping:
        told, asked = {}, replace(asked, kept={}, mapping=dict.fromkeys(told or {}, "-"))
    known = replace(known, mapping=told)
    try:
        return _tried(known, table, asked)
    except InputError as error:
        return replace(known, trouble=bare(error, found.file))


def _tried(found: SheetFound, table: Table, asked: Asked) -> SheetFound:
    """The table with what its first rows give."""
    few = replace(table, sheet=replace(table.sheet, batches=lambda: _first(table.sheet.batches())))
    for batch in read(few, asked):
        events = batch.dataset.events
        first = tuple(
            (when(event), title(event), str(event["location"]))
            for _, event in events.head(_SAMPLE).iterrows()
        )
        return replace(
            found,
            rows=len(events) + len(batch.faults),
            events=len(events),
            left=len(batch.faults),
            faults=tuple(str(each) for each in batch.faults[:_FEW]),
            notes=tuple(each for each in batch.notes if not each.startswith("columns: ")),
            shown=first,
        )
    return found


def _first(batches: Iterator[Cells]) -> Iterator[Cells]:
    for cells in batches:
        frame = cells.frame.head(FIRST_ROWS)
        yield Cells(frame, cells.faults if len(frame) == len(cells.frame) else ())
        return


def bare(error: InputError, file: Path) -> str:
    """What is wrong with it, without its name; what to do stands on the page."""
    words = str(error).replace(str(file), shown(file.name)).removeprefix(f"{shown(file.name)}: ")
    return words.replace("name it with --map date=COLUMN", "name it below")

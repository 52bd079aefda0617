"""Keeping what was looked at, with the days and the columns as a person wants them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from dashboard.corpus import Batch
from dashboard.corpus.batches import without
from dashboard.errors import InputError
from dashboard.exchange.tables import mapping_of, read, table_in
from dashboard.exchange.tabular.editions import is_outdated, stays
from dashboard.intake.days import read_at
from dashboard.intake.looking import Looked, setup_for
from dashboard.intake.progress import Stage, Tell
from dashboard.intake.reading import read_all
from dashboard.intake.sheets import SheetFound, asked_of, bare
from dashboard.readers import Unreadable
from dashboard.store import GivenDate, Saved, Store, keep_mapping
from dashboard.table.dataset import put_together
from dashboard.text import Report

_OWN = "own"
_FEW = 20
_AT_ONE_GO = 25
_NOT_GIVEN = GivenDate(None, "")


@dataclass(frozen=True, slots=True)
class TableDecision:
    """What a person said of a table: whether it is left out, and what its columns tell."""

    left_out: bool = False
    mapping: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person said of what was looked at: days and zones by report, reports to leave out, and tables by their place."""

    days: Mapping[str, GivenDate] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    tables: Mapping[int, TableDecision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intaken:
    """What was kept: reports, what that did in events, rows of tables, rows left out with some reasons, and failures."""

    reports: int = 0
    saved: Saved = field(default_factory=lambda: Saved(0, 0))
    rows: int = 0
    rows_left: int = 0
    faults: tuple[str, ...] = ()
    failed: tuple[Unreadable, ...] = ()
    first: str = ""

    def plus(self, batch: Batch, saved: Saved) -> "Intaken":
        """The same with a batch of reports more."""
        first = self.first or (batch.read[0].report_id if batch.read else "")
        return replace(
            self,
            reports=self.reports + len(batch.read),
            saved=self.saved.plus(saved),
            failed=(*self.failed, *batch.failed),
            first=first,
        )


def keep(looked: Looked, decisions: Decisions, store: Store, at: datetime, tell: Tell) -> Intaken:
    """Keep all that was not left out: reports as they were read, those with another day read anew, and tables.

    What is kept stays when it is stopped; the same again goes on from there.
    """
    kept = Intaken()
    missing = _missing(looked, store)
    anew = [_given(each, decisions.days) for each in looked.reports if _is_anew(each, decisions, missing)]
    ids = decisions.left_out | {each.report_id for each in anew}
    few = list(_together([_less(batch, ids) for batch in looked.batches], looked.name))
    for done, batch in enumerate(few):
        tell(Stage.KEEPING, done, len(few))
        kept = _saved(kept, batch, store, at)
    setup = replace(setup_for(store, looked.name), known={})
    for batch in _together(read_all(anew, setup, tell) if anew else (), looked.name):
        kept = _saved(kept, batch, store, at)
    for number, sheet in enumerate(looked.tables):
        decision = decisions.tables.get(number, TableDecision())
        if not decision.left_out:
            kept = _with_table(kept, sheet, decision, store, tell)
    return kept


def _missing(looked: Looked, store: Store) -> frozenset[str]:
    """Reports that were known where they were looked at, and are not in the store they are kept in."""
    read = {each.report_id for batch in looked.batches for each in batch.read}
    known = {each.report_id for each in looked.reports} - read
    return frozenset(known - store.report_ids() if known else ())


def _is_anew(report: Report, decisions: Decisions, missing: frozenset[str]) -> bool:
    wanted = report.report_id in decisions.days or report.report_id in missing
    return wanted and report.report_id not in decisions.left_out


def _given(report: Report, days: Mapping[str, GivenDate]) -> Report:
    given = days.get(report.report_id, _NOT_GIVEN)
    return report.given(given.published, given.timezone)


def _less(batch: Batch, ids: frozenset[str]) -> Batch:
    """The batch without these reports; what failed in it was told when it was looked at."""
    again = [each for each in batch.read if each.report_id in ids]
    return replace(without(batch, again) if again else batch, failed=())


def _together(batches: Iterable[Batch], name: str) -> Iterator[Batch]:
    """The same in larger batches: to keep many reports at one go takes hardly longer than one."""
    rest = iter(batches)
    while some := list(islice(rest, _AT_ONE_GO)):
        read = [each for each in some if each.read]
        yield replace(
            some[0],
            dataset=put_together([each.dataset for each in read], name),
            read=tuple(one for each in some for one in each.read),
            failed=tuple(one for each in some for one in each.failed),
        )


def _saved(kept: Intaken, batch: Batch, store: Store, at: datetime) -> Intaken:
    if not batch.read:
        return replace(kept, failed=(*kept.failed, *batch.failed))
    marks = {each.report_id: each.mark for each in batch.read}
    return kept.plus(batch, store.save(read_at(batch.dataset, at), marks))


def _with_table(
    kept: Intaken, sheet: SheetFound, decision: TableDecision, store: Store, tell: Tell
) -> Intaken:
    """Every batch of the table kept as it comes; what can't be read of it is told with the rest."""
    try:
        for told in _batches_of(sheet, decision, store):
            kept = replace(
                kept,
                rows=kept.rows + told.rows,
                rows_left=kept.rows_left + told.rows_left,
                saved=kept.saved.plus(told.saved),
                faults=(*kept.faults, *told.faults)[:_FEW],
            )
            tell(Stage.KEEPING, kept.rows, 0)
    except InputError as error:
        return replace(kept, failed=(*kept.failed, Unreadable(sheet.name, bare(error, sheet.file))))
    return kept


def _batches_of(sheet: SheetFound, decision: TableDecision, store: Store) -> Iterator[Intaken]:
    table = table_in(sheet.file)
    if table is None:
        msg = f"{sheet.name}: is no table of events"
        raise InputError(msg)
    mapping = decision.mapping if sheet.is_mapped_by_hand else None
    asked = asked_of(table, store, "", mapping)
    for batch in read(table, asked):
        saved = store.save(batch.dataset, outdated=stays if table.form.name == _OWN else is_outdated)
        faults = tuple(f"{sheet.name}: {each}" for each in batch.faults[:_FEW])
        yield Intaken(saved=saved, rows=len(batch.dataset.events), rows_left=len(batch.faults), faults=faults)
    if mapping:
        keep_mapping(store, table.fingerprint, mapping_of(table.sheet, asked))

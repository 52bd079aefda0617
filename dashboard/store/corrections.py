"""What a person may do with what was read: the store's methods that correct, and that tell what was corrected.

Each takes who (``by``), when (``at``) and why (``because``). ``upon`` is the revision of the event that the person
looked at (``revision``, or the number of the last edit seen): where somebody else edited the same since, nothing is
written and ConflictError carries both values. Without ``upon`` what stands now is corrected, whoever set it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from dashboard.errors import EditError
from dashboard.store.current import current
from dashboard.store.damage import naming
from dashboard.store.edit_rows import history, undo
from dashboard.store.editing import (
    Wish,
    add,
    both,
    carry_out,
    correcting,
    history_of,
    marking,
    must_have_reason,
    reviewing,
    tagging,
)
from dashboard.store.edits import REGROUPING, Act, Edit, EditKind
from dashboard.store.notebook import Notebook
from dashboard.store.redated import (
    GivenDate,
    Reread,
    before_it,
    given_dates,
    keep_date,
    kept_report,
    must_be_the_last,
    read_again,
    replace_reading,
)
from dashboard.store.stamps import count_edit, queue_up, wait_for
from dashboard.table import Dataset

BY_HAND = "by hand"
"""The dataset of events that a person adds, unless another is named."""


@dataclass(frozen=True, slots=True)
class Added:
    """An event that was added by hand: its id, and the edit's number."""

    event_id: str
    number: int


@dataclass(frozen=True, slots=True)
class Corrections(Notebook):
    """The methods that correct; the store has them all."""

    def correct(
        self,
        event_ids: str | Sequence[str],
        values: Mapping[str, object],
        *,
        because: str,
        at: datetime,
        by: str = "",
        upon: int | None = None,
        put: Sequence[str] = (),
        off: Sequence[str] = (),
    ) -> int:
        """Set fields of an event, or of many in one edit, until it is undone; gives the edit's number.

        Tags may be ``put`` on and taken ``off`` in the same edit.

        Times are aware moments or ISO text with an offset; an empty text or None empties a field. Raises EditError,
        and writes nothing, for a value its column can't hold, or one that contradicts another of the row.
        """
        sets = both(correcting(values), tagging(put, off)) if put or off else correcting(values)
        wish = Wish(EditKind.SET, _several(event_ids), sets, upon)
        return self._wished(wish, Act(because, at, by))

    def delete(
        self,
        event_ids: str | Sequence[str],
        *,
        because: str,
        at: datetime,
        by: str = "",
        upon: int | None = None,
    ) -> int:
        """Mark events as none: they are no longer shown, and nothing of them is erased."""
        wish = Wish(EditKind.DELETE, _several(event_ids), marking(deleted=True), upon)
        return self._wished(wish, Act(because, at, by))

    def restore(
        self,
        event_ids: str | Sequence[str],
        *,
        because: str,
        at: datetime,
        by: str = "",
        upon: int | None = None,
    ) -> int:
        """Bring deleted events back, with all that was corrected of them."""
        wish = Wish(EditKind.RESTORE, _several(event_ids), marking(deleted=False), upon)
        return self._wished(wish, Act(because, at, by))

    def review(
        self,
        event_ids: str | Sequence[str],
        status: str,
        *,
        at: datetime,
        because: str = "",
        by: str = "",
        upon: int | None = None,
    ) -> int:
        """Say what a person made of events: a word of ReviewStatus."""
        wish = Wish(EditKind.REVIEW, _several(event_ids), reviewing(status), upon)
        return self._wished(wish, Act(because, at, by))

    def tag(
        self,
        event_ids: str | Sequence[str],
        put: Sequence[str] = (),
        off: Sequence[str] = (),
        *,
        at: datetime,
        because: str = "",
        by: str = "",
    ) -> int:
        """Put tags on events and take others off; two people's tags do not collide."""
        wish = Wish(EditKind.TAG, _several(event_ids), tagging(put, off))
        return self._wished(wish, Act(because, at, by))

    def add(
        self,
        values: Mapping[str, object],
        *,
        because: str,
        at: datetime,
        by: str = "",
        dataset: str = BY_HAND,
    ) -> Added:
        """Add an event that no report tells; the same fields give the same id."""
        act = Act(because, at, by)
        return Added(*self._in_turn(lambda connection: add(connection, values, dataset, act)))

    def join(
        self, event_ids: Sequence[str], because: str, at: datetime, *, by: str = "", upon: int | None = None
    ) -> int:
        """Make one event of several, for a reason, until it is undone; gives the edit's number.

        ``at`` is when the person did it. Raises StoreError for an id that is no event, EditError without a reason.
        """
        return self._wished(Wish(EditKind.JOIN, event_ids, upon=upon), Act(because, at, by))

    def split(
        self,
        event_id: str,
        mention_ids: Sequence[str],
        because: str,
        at: datetime,
        *,
        by: str = "",
        upon: int | None = None,
    ) -> int:
        """Make an event of its own of some of an event's mentions, until it is undone; gives the edit's number."""
        wish = Wish(EditKind.SPLIT, (event_id,), upon=upon, leaving=mention_ids)
        return self._wished(wish, Act(because, at, by))

    def date_report(
        self,
        report_id: str,
        reread: Reread,
        *,
        because: str,
        at: datetime,
        published: date | datetime | None = None,
        timezone: str = "",
        by: str = "",
    ) -> int:
        """Set a report's day of publication (local to its place), or its zone, and read it again; gives the edit's number.

        ``reread`` reads a report. The times of its events move; what was corrected of them stays.
        """
        act = Act(because, at, by)
        must_have_reason(EditKind.DATE, act)
        with naming(self.place), self.engine.connect() as connection:
            kept = kept_report(connection, report_id, self.place)
        dataset = read_again(kept, GivenDate(published, timezone), reread, at)
        with naming(self.place), self.engine.begin() as connection:
            return keep_date(connection, kept, dataset, act)

    def given_dates(self) -> Mapping[str, GivenDate]:
        """The days and zones that a person gave, by report: whoever reads reports again passes them on."""
        with naming(self.place), self.engine.connect() as connection:
            return given_dates(connection)

    def undo(self, number: int, at: datetime, *, by: str = "", reread: Reread | None = None) -> None:
        """Take an edit back, of all its events; it stays in the history. Raises StoreError when it is none, or was undone.

        Where it set a report's day, the report is read again with ``reread``.
        """
        self.undo_all([number], at, by=by, reread=reread)

    def undo_all(
        self, numbers: Sequence[int], at: datetime, *, by: str = "", reread: Reread | None = None
    ) -> None:
        """Take edits back, one after the other and for whoever looks in one step: all of them, or where one can't be, none."""
        act = Act("", at, by)
        with naming(self.place), self.engine.connect() as connection:
            edits = {each.number: each for each in history(connection, list(numbers)) if each.holds}
            kept = {
                number: kept_report(connection, each.subjects[0], self.place)
                for number, each in edits.items()
                if each.kind is EditKind.DATE
            }
        if kept and reread is None:
            msg = f"{min(kept)}: set the day of a report, which has to be read again to take it back"
            raise EditError(msg)
        before = {
            number: read_again(before_it(report, edits[number]), GivenDate(None, ""), reread, at)
            for number, report in kept.items()
            if reread is not None
        }
        with naming(self.place), self.engine.begin() as connection:
            wait_for(connection)
            for number in numbers:
                _take_back(connection, number, edits.get(number), before.get(number), act)

    def edits(self) -> tuple[Edit, ...]:
        """Everything a person did, undone or not, in order."""
        with naming(self.place), self.engine.connect() as connection:
            return history(connection)

    def history(self, event_id: str) -> tuple[Edit, ...]:
        """The edits of one event, undone ones too, in order; each says where the reading changed beneath it.

        Raises EditError for an id that is no event.
        """
        return self._in_turn(lambda connection: history_of(current(connection, [event_id]), event_id))

    def revision(self, event_id: str) -> int:
        """The number of the last edit of an event, or of its undoing; 0 while it has none."""
        return max((each.revision for each in self.history(event_id)), default=0)

    def _wished(self, wish: Wish, act: Act) -> int:
        return self._in_turn(lambda connection: carry_out(connection, wish, act))


def _take_back(
    connection: Connection, number: int, edit: Edit | None, before: Dataset | None, act: Act
) -> None:
    """Mark an edit as undone; of a report's day, with the reading from ``before`` it in place."""
    if edit is None or before is None:
        undo(connection, number, act)
        (queue_up if edit is not None and edit.kind in REGROUPING else count_edit)(connection)
        return
    must_be_the_last(connection, edit)
    replace_reading(connection, before)
    undo(connection, number, act)


def _several(event_ids: str | Sequence[str]) -> Sequence[str]:
    return (event_ids,) if isinstance(event_ids, str) else tuple(event_ids)

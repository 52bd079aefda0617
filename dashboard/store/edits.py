"""What a person did with events and reports, each edit with who, when and why, in the order in which it was done.

An edit is never erased and never changes what was read: it is a layer above the reading (``edited.py``). It holds on
to mentions by id, and by their characters in the report where a better reader cuts them anew; an event that rests on no
report is known by its id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
DELETED = "deleted"
"""The field of a mark that an event is none; what was read of it stays."""
TAG = "tag:"
"""The field of one tag; each is set by itself, so that two people's tags do not collide."""
Value = str | int | float | bool | None
Anchor = tuple[str, str, int, int]
"""A mention's id, its report's, and its first and last characters there."""


class EditKind(StrEnum):
    """What a person may do."""

    JOIN = "join"
    SPLIT = "split"
    SET = "set"
    DELETE = "delete"
    RESTORE = "restore"
    ADD = "add"
    REVIEW = "review"
    TAG = "tag"
    DATE = "date"


REGROUPING = frozenset({EditKind.JOIN, EditKind.SPLIT})
WHOLE_EVENT = REGROUPING | {EditKind.DELETE}
"""Kinds that concern all of an event, and so collide with every other edit of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an edit sets: of which event (or report), as it was shown before, as it is after, and as it was read."""

    subject: str
    field: str
    before: Value
    after: Value
    read: Value = None


@dataclass(frozen=True, slots=True)
class Beneath:
    """Where the reading changed beneath an edit: what was read when it was made, and what is read now."""

    event_id: str
    field: str
    read: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit as it stands in the store: its number, when it was made, why and by whom, and when it was undone, if it was.

    ``changes`` are the values it sets; ``anchors`` the mentions each edited event rested on; ``sides`` the mentions that
    it joined or split. ``beneath`` is filled by the history of an event.
    """

    number: int
    made: datetime
    kind: EditKind
    sides: tuple[tuple[Anchor, ...], ...]
    because: str
    undone: datetime | None = None
    who: str = ""
    undone_by: str = ""
    undone_as: int | None = None
    changes: tuple[Change, ...] = ()
    anchors: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)
    beneath: tuple[Beneath, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it was not undone."""
        return self.undone is None

    @property
    def revision(self) -> int:
        """The number it changed something last: its own, or that of its undoing."""
        return self.undone_as or self.number

    @property
    def subjects(self) -> tuple[str, ...]:
        """The events (or reports) it is about, by the ids they had then."""
        return tuple(dict.fromkeys((*(each.subject for each in self.changes), *self.anchors)))


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, when and why."""

    because: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that is to be written."""

    kind: EditKind
    changes: Sequence[Change] = ()
    anchors: Mapping[str, Sequence[Anchor]] = field(default_factory=dict)
    sides: Sequence[Sequence[Anchor]] = ()


def ticks(at: datetime) -> int:
    """Since 1970; a moment with no zone is taken for UTC."""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return (aware - _EPOCH) // _TICK


def moment(since: int) -> datetime:
    """The moment so long after 1970."""
    return _EPOCH + since * _TICK

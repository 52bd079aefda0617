"""Edits as they are made: proposed on what stands now, held against what others did in between, and written."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from sqlalchemy import Connection

from dashboard.errors import EditError, RevisionError, StoreError
from dashboard.store.anchors import Mention, anchors_of
from dashboard.store.checked import checked, follows, must_make_sense
from dashboard.store.collisions import must_not_collide
from dashboard.store.current import Current, current
from dashboard.store.edit_rows import write
from dashboard.store.edits import (
    DELETED,
    REGROUPING,
    TAG,
    Act,
    Anchor,
    Change,
    Draft,
    Edit,
    EditKind,
    Value,
)
from dashboard.store.stamps import count_edit, queue_up
from dashboard.table.columns import ReviewStatus
from dashboard.table.tags import tags_of

Row = Mapping[str, Value]
Setter = Callable[[str, Row], Mapping[str, Value]]
"""What an edit sets of an event, by field, given the row that is shown."""
_REASONED = frozenset(EditKind) - {EditKind.REVIEW, EditKind.TAG}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants done with some events: of which kind, what is set, and upon which revision of them."""

    kind: EditKind
    event_ids: Sequence[str]
    sets: Setter = lambda _, __: {}
    upon: int | None = None
    leaving: Sequence[str] = field(default_factory=tuple)


def correcting(values: Mapping[str, object]) -> Setter:
    """Sets fields of an event; raises EditError for values that can't be."""
    plain = checked(values)
    if not plain:
        msg = "name a field and its value, like fatalities=5"
        raise EditError(msg)

    def sets(_: str, row: Row) -> Mapping[str, Value]:
        found = follows(plain, row)
        tags = found.pop("tags", None)
        return found if tags is None else found | _retagged(str(tags), row)

    return sets


def _retagged(tags: str, row: Row) -> dict[str, Value]:
    """A whole cell of tags, as tags put on and taken off one by one."""
    now, then = tags_of(tags), tags_of(str(row["tags"] or ""))
    return {f"{TAG}{each}": each in now for each in dict.fromkeys((*then, *now))}


def marking(*, deleted: bool) -> Setter:
    """Marks an event as none, or takes that back."""
    return lambda _, __: {DELETED: deleted}


def reviewing(status: str) -> Setter:
    """Sets what a person made of an event."""
    if status not in set(ReviewStatus):
        msg = f"{status!r} is no review status; those there are: {', '.join(ReviewStatus)}"
        raise EditError(msg)
    return lambda _, __: {"review_status": str(status)}


def tagging(put: Sequence[str], off: Sequence[str]) -> Setter:
    """Puts tags on an event, and takes others off."""
    tags = {**{each: False for text in off for each in tags_of(text)}, **{each: True for text in put for each in tags_of(text)}}  # fmt: skip
    if not tags or any("\0" in each for each in tags):
        msg = "name a tag to put on or to take off"
        raise EditError(msg)
    return lambda _, __: {f"{TAG}{each}": on for each, on in tags.items()}


def both(first: Setter, second: Setter) -> Setter:
    """Sets what the one sets, and what the other does."""
    return lambda event_id, row: {**first(event_id, row), **second(event_id, row)}


def _must_be_a_revision(now: Current, wish: Wish) -> None:
    """Raise RevisionError for a revision that none of the events has reached: a slip would leave others' edits unguarded."""
    last = max((edit.revision for each in wish.event_ids for edit in now.about[each]), default=0)
    if wish.upon is not None and not 0 <= wish.upon <= last:
        msg = f"{wish.upon}: is no revision of {' '.join(wish.event_ids)}, whose last is {last}; 'events show' tells it"
        raise RevisionError(msg)


def carry_out(connection: Connection, wish: Wish, act: Act) -> int:
    """Write what is wished; gives the edit's number. Raises an error, and writes nothing, where that can't be.

    ConflictError where somebody else edited the same after the revision the wish is made upon.
    """
    must_have_reason(wish.kind, act)
    now = current(connection, wish.event_ids)
    draft = _regrouped(now, wish) if wish.kind in REGROUPING else _proposed(now, wish)
    if wish.upon is not None:
        _must_be_a_revision(now, wish)
        for each in draft.anchors.keys() | {change.subject for change in draft.changes}:
            must_not_collide(now, each, draft, wish.upon)
    if wish.kind is EditKind.SET:
        for each, values in _by_event(draft.changes).items():
            must_make_sense(each, {**now.shown[each], **values})
    number = write(connection, draft, act)
    (queue_up if wish.kind in REGROUPING else count_edit)(connection)
    return number


def _by_event(changes: Sequence[Change]) -> Mapping[str, Row]:
    found: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for each in changes:
        found[each.subject][each.field] = each.after
    return found


def must_have_reason(kind: EditKind, act: Act) -> None:
    """Raise EditError for a correction nobody says the reason of."""
    if kind in _REASONED and not act.because.strip():
        msg = f"a {kind} needs a reason: say why"
        raise EditError(msg)


def _proposed(now: Current, wish: Wish) -> Draft:
    changes = [change for each in now.ids for change in _changes(now, wish, each)]
    if not changes:
        msg = f"{_named(wish.event_ids)}: nothing would change; it says so already"
        raise EditError(msg)
    subjects = {change.subject for change in changes}
    return Draft(wish.kind, changes, _anchored(now, subjects))


def _changes(now: Current, wish: Wish, event_id: str) -> Iterator[Change]:
    shown = now.shown.get(event_id)
    if shown is None:
        msg = f"{event_id}: is no event here; 'events list' shows those there are"
        raise EditError(msg)
    if event_id in now.deleted and wish.kind is not EditKind.RESTORE:
        msg = f"{event_id}: was deleted; 'events restore {event_id}' brings it back"
        raise EditError(msg)
    for name, after in wish.sets(event_id, shown).items():
        before = _value(now, event_id, name, shown)
        if before != after:
            read = now.as_read.get(event_id)
            yield Change(event_id, name, before, after, read.get(name) if read else None)


def _value(now: Current, event_id: str, name: str, row: Row) -> Value:
    """What is shown of a field, a mark or a tag."""
    if name == DELETED:
        return event_id in now.deleted
    if name.startswith(TAG):
        return name.removeprefix(TAG) in tags_of(str(row["tags"] or ""))
    return row[name]


def _anchored(now: Current, event_ids: set[str]) -> dict[str, list[Anchor]]:
    told: defaultdict[str, list[Mention]] = defaultdict(list)
    for each in now.mentions:
        if each[1] in event_ids:
            told[each[1]].append(each)
    return {event_id: anchors_of(mentions) for event_id, mentions in told.items()}


def _regrouped(now: Current, wish: Wish) -> Draft:
    """A join or a split; raises an error for what can't be joined or split."""
    for each in wish.event_ids:
        if each in now.deleted:
            msg = f"{each}: was deleted; 'events restore {each}' brings it back"
            raise EditError(msg)
    if wish.kind is EditKind.JOIN:
        joined = _sides_to_join(now, wish.event_ids)
        return Draft(wish.kind, anchors=joined, sides=list(joined.values()))
    (event_id,) = wish.event_ids
    sides = _sides_to_split(now, event_id, wish.leaving)
    return Draft(wish.kind, anchors={event_id: [each for side in sides for each in side]}, sides=sides)


def _sides_to_join(now: Current, event_ids: Sequence[str]) -> dict[str, list[Anchor]]:
    """The mentions of each event; raises StoreError when there are not two of them."""
    wanted = list(dict.fromkeys(event_ids))
    if len(wanted) < 2:
        msg = f"{' '.join(event_ids)}: name two events or more to join"
        raise StoreError(msg)
    return {each: anchors_of(_mentions_of(now, each)) for each in wanted}


def _sides_to_split(now: Current, event_id: str, mention_ids: Sequence[str]) -> list[list[Anchor]]:
    """The mentions that leave an event and those that stay; raises StoreError when either is nobody."""
    mentions = _mentions_of(now, event_id)
    strange = set(mention_ids) - {each[0] for each in mentions}
    if strange or not mention_ids:
        msg = f"{' '.join(sorted(strange)) or event_id}: name mentions of the event {event_id}; 'events show {event_id}' lists them"
        raise StoreError(msg)
    sides = [[each for each in mentions if (each[0] in mention_ids) is leaves] for leaves in (True, False)]
    if not sides[1]:
        msg = f"{event_id}: all its mentions would leave; one has to stay"
        raise StoreError(msg)
    return [anchors_of(side) for side in sides]


def _mentions_of(now: Current, event_id: str) -> list[Mention]:
    mentions = now.of_event(event_id)
    if not mentions:
        why = (
            "rests on no report: it can be neither joined nor split"
            if event_id in now.shown
            else "is no event here"
        )
        msg = f"{event_id}: {why}"
        raise StoreError(msg)
    return mentions


def history_of(now: Current, event_id: str) -> tuple[Edit, ...]:
    """The event's edits, each with the values that are read otherwise than when it was made."""
    if event_id not in now.shown:
        msg = f"{event_id}: is no event here; 'events list' shows those there are"
        raise EditError(msg)
    return tuple(replace(each, beneath=tuple(now.beneath(each, event_id))) for each in now.about[event_id])


def add(connection: Connection, values: Mapping[str, object], dataset: str, act: Act) -> tuple[str, int]:
    """Write an event that no report tells; gives its id and the edit's number."""
    must_have_reason(EditKind.ADD, act)
    plain = checked(values)
    if not any(value not in {None, ""} for value in plain.values()):
        msg = "an event needs a field at least: when it was, where, what"
        raise EditError(msg)
    row: dict[str, Value] = {**follows(plain, {}), "dataset": dataset}
    event_id = blake2b(json.dumps(row, sort_keys=True).encode(), digest_size=6).hexdigest()
    must_make_sense(event_id, row)
    if event_id in current(connection, [event_id]).shown:
        msg = f"{event_id}: is there already, with just these fields"
        raise EditError(msg)
    changes = [Change(event_id, name, None, value) for name, value in row.items()]
    number = write(connection, Draft(EditKind.ADD, changes), act)
    count_edit(connection)
    return event_id, number


def _named(event_ids: Sequence[str]) -> str:
    shown = " ".join(event_ids[:3])
    return f"{shown} … ({len(event_ids):,} events)" if len(event_ids) > 3 else shown

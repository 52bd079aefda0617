"""What the ``events`` commands do that correct: set, delete, restore, add, review, tag; and what they tell of it."""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.cli.moments import now_local, now_utc
from dashboard.cli.output import counted, say, say_json, say_table
from dashboard.cli.stored import open_store
from dashboard.errors import SelectionError
from dashboard.store import Change, Edit, EditKind, Store, known_places
from dashboard.store.typed_fields import Known, Places, parted, read_fields

_TAG = "tag:"
_LONGEST = 40
_DONE = {
    EditKind.SET: "set",
    EditKind.DELETE: "deleted",
    EditKind.RESTORE: "restored",
    EditKind.ADD: "added by hand",
    EditKind.REVIEW: "reviewed",
    EditKind.TAG: "tagged",
    EditKind.DATE: "report dated",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Why something is done, by whom, and upon which revision of the event."""

    because: str = ""
    by: str | None = None
    upon: int | None = None

    @property
    def who(self) -> str:
        """The name that was given, or that of the login."""
        return login_name() if self.by is None else self.by


def login_name() -> str:
    """Who is logged in; empty where nobody can tell."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def set_fields(words: Sequence[str], said: Said, database: str | None) -> int:
    """Set fields of one event or several, and tell what they were and are."""
    ids, typed = parted(words)
    if not ids or not typed:
        msg = f"{' '.join(words)}: name an event and a field with its value, like 525a1eaf4f78 fatalities=5"
        raise SelectionError(msg)
    with open_store(database) as store:
        values = read_fields(typed, _known(store, ids), Places(known_places(store)), now_local())
        number = store.correct(ids, values, because=said.because, at=now_utc(), by=said.who, upon=said.upon)
        _tell(store, number)
    return 0


def _known(store: Store, ids: Sequence[str]) -> Known:
    """Zone and country that all the events share."""
    events = store.load().events
    there = events[events["event_id"].isin(list(ids))]
    zones, isos = (there[name].astype(str).unique().tolist() for name in ("timezone", "iso"))
    return Known(zones[0] if len(zones) == 1 else "", isos[0] if len(isos) == 1 else "")


def delete_events(ids: Sequence[str], said: Said, database: str | None) -> int:
    """Mark events as none."""
    with open_store(database) as store:
        _tell(store, store.delete(ids, because=said.because, at=now_utc(), by=said.who, upon=said.upon))
    return 0


def restore_events(ids: Sequence[str], said: Said, database: str | None) -> int:
    """Bring deleted events back."""
    with open_store(database) as store:
        _tell(store, store.restore(ids, because=said.because, at=now_utc(), by=said.who, upon=said.upon))
    return 0


def add_event(words: Sequence[str], dataset: str, said: Said, database: str | None) -> int:
    """Add an event, and tell its id."""
    strange, typed = parted(words)
    if strange or not typed:
        msg = f"{' '.join(strange) or 'add'}: name fields with their values, like when='5 March 2018' place=Douma"
        raise SelectionError(msg)
    with open_store(database) as store:
        values = read_fields(typed, Known(), Places(known_places(store)), now_local())
        added = store.add(values, because=said.because, at=now_utc(), by=said.who, dataset=dataset)
    say(f"edit {added.number}: {added.event_id} was added; 'events undo {added.number}' takes it back")
    return 0


def review_events(ids: Sequence[str], status: str, said: Said, database: str | None) -> int:
    """Say what a person made of events."""
    with open_store(database) as store:
        number = store.review(ids, status, at=now_utc(), because=said.because, by=said.who, upon=said.upon)
        _tell(store, number)
    return 0


def tag_events(
    ids: Sequence[str], put: Sequence[str], off: Sequence[str], said: Said, database: str | None
) -> int:
    """Put tags on events, and take others off."""
    with open_store(database) as store:
        _tell(store, store.tag(ids, put, off, at=now_utc(), because=said.because, by=said.who))
    return 0


def print_history(event_id: str, database: str | None, *, as_json: bool) -> int:
    """Print every edit of an event, and where the reading changed beneath it."""
    with open_store(database) as store:
        edits = store.history(event_id)
    print_edits_of(edits, as_json=as_json)
    return 0


def print_edits_of(edits: Sequence[Edit], *, as_json: bool) -> None:
    """Edits as a table, or as one object a line."""
    if as_json:
        for each in edits:
            say_json(record(each))
        return
    say_table(("no.", "made.", "by", "what", "because", "holds"), (_row(each) for each in edits))
    for each in edits:
        for one in each.beneath:
            say(
                f"edit {each.number}: {one.field} was read as {_shown(one.read)} then, and is read as {_shown(one.now)} now"
            )


def record(edit: Edit) -> dict[str, object]:
    """An edit as JSON says it."""
    return {
        "number": edit.number,
        "kind": str(edit.kind),
        "by": edit.who,
        "made": edit.made.isoformat(),
        "because": edit.because,
        "events": list(edit.subjects),
        "changes": [
            {"event_id": each.subject, "field": each.field, "before": each.before, "after": each.after, "read": each.read}
            for each in edit.changes
        ],
        "mentions": [[anchor[0] for anchor in side] for side in edit.sides],
        "undone": edit.undone.isoformat() if edit.undone else None,
        "undone_by": edit.undone_by,
        "beneath": [
            {"event_id": each.event_id, "field": each.field, "read": each.read, "now": each.now}
            for each in edit.beneath
        ],
    }  # fmt: skip


def _row(edit: Edit) -> tuple[str, ...]:
    undone = f"undone {edit.undone:%Y-%m-%d %H:%M}{f' by {edit.undone_by}' if edit.undone_by else ''}" if edit.undone else "yes"  # fmt: skip
    return str(edit.number), f"{edit.made:%Y-%m-%d %H:%M}", edit.who, _what(edit), edit.because, undone


def _what(edit: Edit) -> str:
    if edit.sides:
        sides = " + ".join(str(len(side)) for side in edit.sides)
        return f"{'joined' if edit.kind is EditKind.JOIN else 'split'} {sides} mentions"
    subjects = edit.subjects
    of = subjects[0] if len(subjects) == 1 else counted(len(subjects), "event")
    if edit.kind in {EditKind.DELETE, EditKind.RESTORE, EditKind.ADD}:
        return f"{_DONE[edit.kind]}: {of}"
    return f"{_DONE[edit.kind]}: {of}: {', '.join(_changed(edit.changes))}"


def _changed(changes: Sequence[Change]) -> Iterator[str]:
    """What each field was and is; where several events had other values, what it is."""
    fields: dict[str, list[Change]] = {}
    for each in changes:
        fields.setdefault(each.field, []).append(each)
    for name, of in fields.items():
        if name.startswith(_TAG):
            yield f"{'+' if of[0].after else '−'}{name.removeprefix(_TAG)}"
        else:
            befores = {each.before for each in of}
            before = f"{_shown(of[0].before)} → " if len(befores) == 1 else ""
            yield f"{name} {before}{_shown(of[0].after)}"


def _shown(value: object) -> str:
    text = "nothing" if value in {None, ""} else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _tell(store: Store, number: int) -> None:
    edit = next(each for each in store.edits() if each.number == number)
    say(f"edit {number}: {_what(edit)}; 'events undo {number}' takes it back")

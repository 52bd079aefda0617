"""What may be done with events on the page: each verb from what was sent to an edit of the store, and what to say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.app.case import Case
from dashboard.app.editing.follow import followed
from dashboard.app.editing.queue import next_of
from dashboard.app.editing.typed import typed
from dashboard.app.kinds import is_number, is_text, is_texts, is_words, is_yes
from dashboard.app.part import Deed, Done, PagePart, Verb
from dashboard.errors import EditError
from dashboard.store import Store, reader
from dashboard.store.typed_fields import Known
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.table.describe import title, when
from dashboard.table.filters import wanted
from dashboard.table.links import number_of

if TYPE_CHECKING:
    import pandas as pd

MOST_AT_ONCE = 5_000
"""Events in one edit of the page: more are done at the terminal, where one can wait."""
_STATUS_WORDS = {
    ReviewStatus.ACCEPTED: "accepted",
    ReviewStatus.REJECTED: "rejected",
    ReviewStatus.UNREVIEWED: "not reviewed again",
    ReviewStatus.SECOND_LOOK: "marked for a second look",
}


def correct(case: Case, store: Store, deed: Deed) -> Done:
    """Set the fields of an event that were typed."""
    said = deed.said
    (event_id,) = _chosen(deed)
    found = typed(said.get("fields") or {}, _known(deed.dataset, event_id), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    number = store.correct(
        event_id, found.columns, because=_because(said), at=deed.at, by=deed.by, upon=said.get("upon")
    )
    after = case.dataset()
    view = replace(deed.view, edit="", event=followed(event_id, deed.dataset, after))
    return Done(f"Saved: {_words(after, view.event)}", view, number)


def correct_many(case: Case, store: Store, deed: Deed) -> Done:
    """Set the same fields, and put the same tags, on several events: those chosen, or all that the view shows."""
    said, ids = deed.said, _chosen(deed)
    given = {name: words for name, words in (said.get("fields") or {}).items() if words.strip()}
    tags = given.pop("put", "")
    if not given and not tags:
        msg = "say what to set: a type, a place, a status or a tag"
        raise EditError(msg)
    found = typed(given, _shared(deed.dataset, ids), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    number = None
    if found.columns:
        number = store.correct(ids, found.columns, because=_because(said), at=deed.at, by=deed.by)
    if tags:
        number = store.tag(ids, [tags], at=deed.at, because=_because(said), by=deed.by)
    return Done(f"Saved: {_events(len(ids))}", replace(deed.view, edit=""), number)


def review(case: Case, store: Store, deed: Deed) -> Done:
    """Say what was made of events; with ``next`` go on to the one that would change the picture most."""
    said, ids = deed.said, _chosen(deed)
    status = said.get("status") or ""
    number = store.review(ids, status, at=deed.at, because=_because(said), by=deed.by, upon=said.get("upon"))
    after = case.dataset()
    gone_on = next_of(after, deed.view, ids[0]) if said.get("next") else ""
    view = replace(deed.view, event=gone_on) if said.get("next") else deed.view
    what = _STATUS_WORDS.get(ReviewStatus(status), status)
    return Done(f"{_name(deed.dataset, ids)}: {what}", view, number)


def tag(case: Case, store: Store, deed: Deed) -> Done:
    """Put tags on events, and take others off."""
    said, ids = deed.said, _chosen(deed)
    number = store.tag(
        ids, said.get("put") or (), said.get("off") or (), at=deed.at, because=_because(said), by=deed.by
    )
    del case
    return Done(f"{_name(deed.dataset, ids)}: tags changed", None, number)


def delete(case: Case, store: Store, deed: Deed) -> Done:
    """Mark an event as none; it can be restored."""
    said, ids = deed.said, _chosen(deed)
    number = store.delete(ids, because=_because(said), at=deed.at, by=deed.by, upon=said.get("upon"))
    del case
    return Done(
        f"{_name(deed.dataset, ids)}: is no event from now on; nothing of it is erased",
        replace(deed.view, event="", edit=""),
        number,
    )


def restore(case: Case, store: Store, deed: Deed) -> Done:
    """Bring a deleted event back."""
    ids = _ids(deed)
    number = store.restore(ids, because=_because(deed.said) or "restored on the page", at=deed.at, by=deed.by)
    after = case.dataset()
    return Done(f"{_name(after, ids)}: is back", replace(deed.view, event=ids[0]), number)


def join(case: Case, store: Store, deed: Deed) -> Done:
    """Make one event of several."""
    said, ids = deed.said, _chosen(deed)
    number = store.join(ids, _because(said), deed.at, by=deed.by)
    after = case.dataset()
    view = replace(deed.view, edit="", event=followed(ids[0], deed.dataset, after))
    return Done(f"One event now: {_words(after, view.event)}", view, number)


def split(case: Case, store: Store, deed: Deed) -> Done:
    """Make an event of its own of some mentions."""
    said = deed.said
    (event_id,) = _chosen(deed)
    leaving = said.get("mentions") or []
    number = store.split(event_id, leaving, _because(said), deed.at, by=deed.by, upon=said.get("upon"))
    after = case.dataset()
    now = after.mentions.loc[after.mentions["mention_id"].isin(leaving), "event_id"]
    view = replace(deed.view, edit="", event=str(now.iloc[0]) if len(now) else "")
    return Done(f"An event of its own now: {_words(after, view.event)}", view, number)


def add(case: Case, store: Store, deed: Deed) -> Done:
    """Add an event that no report tells."""
    said = deed.said
    given = {name: words for name, words in (said.get("fields") or {}).items() if words.strip()}
    found = typed(given, Known(_zone(deed.dataset)), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    zone = {"timezone": _zone(deed.dataset)} if "start" in found.columns else {}
    added = store.add({**zone, **found.columns}, because=_because(said), at=deed.at, by=deed.by)
    after = case.dataset()
    view = replace(deed.view, edit="", event=added.event_id)
    return Done(f"Added by hand: {_words(after, added.event_id)}", view, added.number)


def undo(case: Case, store: Store, deed: Deed) -> Done:
    """Take an edit back."""
    number = deed.said.get("number") or 0
    store.undo(number, deed.at, by=deed.by, reread=reader(store))
    view = replace(deed.view, event=followed(deed.view.event, deed.dataset, case.dataset()))
    return Done(f"Edit {number} is undone; it stays in the history", view)


def note(case: Case, store: Store, deed: Deed) -> Done:
    """Write a note on an event."""
    (event_id,) = _chosen(deed)
    store.note(deed.said.get("text") or "", at=deed.at, by=deed.by, event_id=event_id)
    del case
    return Done("The note is kept")


def remove_note(case: Case, store: Store, deed: Deed) -> Done:
    """Take a note away."""
    store.remove_note(deed.said.get("number") or 0, at=deed.at, by=deed.by)
    del case
    return Done("The note is taken away")


def _ids(deed: Deed) -> list[str]:
    """The events that were named; raises EditError for none, or for more than are changed at once."""
    ids: list[str] = list(dict.fromkeys(deed.said.get("ids") or ()))
    if not ids:
        msg = "choose an event first"
        raise EditError(msg)
    if len(ids) > MOST_AT_ONCE:
        msg = f"{len(ids):,} events are more than the {MOST_AT_ONCE:,} that are changed at once; narrow the view"
        raise EditError(msg)
    return ids


def _chosen(deed: Deed) -> list[str]:
    """The events that were named, or all that the view shows where those are wanted and as many as were seen."""
    if not deed.said.get("all"):
        return _ids(deed)
    rows = wanted(deed.dataset.index, deed.view.selection)
    seen = deed.said.get("count")
    if seen is not None and seen != len(rows):
        msg = f"the view shows {_events(len(rows))} now, not {seen:,}; look again, then save"
        raise EditError(msg)
    ids = rows.first(MOST_AT_ONCE + 1).frame()["event_id"].tolist()
    return _ids(replace(deed, said={**deed.said, "ids": ids}))


def _because(said: Mapping[str, Any]) -> str:
    return str(said.get("because") or "")


def _row(dataset: Dataset, event_id: str) -> "pd.Series[Any] | None":
    at = number_of(dataset.events, "event_id", event_id)
    return None if at is None else dataset.events.iloc[at]


def _known(dataset: Dataset, event_id: str) -> Known:
    """The zone and the country of an event, where its times and places are looked for."""
    row = _row(dataset, event_id)
    return Known() if row is None else Known(str(row["timezone"] or ""), str(row["iso"] or ""))


def _shared(dataset: Dataset, ids: Sequence[str]) -> Known:
    """The zone and the country that all the events share."""
    there = dataset.events[dataset.events["event_id"].isin(list(ids))]
    zones, isos = (there[name].astype(str).unique().tolist() for name in ("timezone", "iso"))
    return Known(zones[0] if len(zones) == 1 else "", isos[0] if len(isos) == 1 else "")


def _zone(dataset: Dataset) -> str:
    """The zone that most events are of."""
    zones = dataset.events["timezone"].astype(str)
    zones = zones[zones != ""]
    return "" if zones.empty else str(zones.mode().iloc[0])


def _name(dataset: Dataset, ids: Sequence[str]) -> str:
    row = _row(dataset, ids[0])
    if len(ids) > 1 or row is None:
        return _events(len(ids))
    return f"{title(row)}, {row['location']}" if row["location"] else title(row)


def _words(dataset: Dataset, event_id: str) -> str:
    """What an event says now."""
    row = _row(dataset, event_id)
    return f"{_name(dataset, [event_id])}: {when(row)}" if row is not None else event_id


def _events(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"


_ONE = {"ids": is_texts, "because": is_text, "upon": is_number}
VERBS = (
    Verb("set", {**_ONE, "fields": is_words}, correct),
    Verb("set-many", {**_ONE, "fields": is_words, "all": is_yes, "count": is_number}, correct_many),
    Verb("review", {**_ONE, "status": is_text, "next": is_yes, "all": is_yes, "count": is_number}, review),
    Verb("tag", {**_ONE, "put": is_texts, "off": is_texts}, tag),
    Verb("delete", _ONE, delete),
    Verb("restore", _ONE, restore),
    Verb("join", _ONE, join),
    Verb("split", {**_ONE, "mentions": is_texts}, split),
    Verb("add", {"fields": is_words, "because": is_text}, add),
    Verb("undo", {"number": is_number}, undo),
    Verb("note", {"ids": is_texts, "text": is_text}, note),
    Verb("remove-note", {"number": is_number}, remove_note),
)
PART = PagePart(changes=VERBS)

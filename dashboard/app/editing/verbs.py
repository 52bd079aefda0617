"""What may be done with events on the page: each verb from what was sent to an edit of the store, and what to say of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.app.case import Case
from dashboard.app.editing.chosen import named_ids, only_one, still_there
from dashboard.app.editing.follow import followed
from dashboard.app.editing.queue import next_of
from dashboard.app.editing.typed import typed
from dashboard.app.editing.wording import (
    events_in_words,
    known_of,
    known_of_all,
    most_used_zone,
    name_of,
    row_of,
    words_of,
)
from dashboard.app.kinds import is_number, is_numbers, is_text, is_texts, is_words, is_yes
from dashboard.app.part import Deed, Done, PagePart, Verb
from dashboard.errors import EditError
from dashboard.store import Store, reader
from dashboard.store.typed_fields import Known
from dashboard.table.columns import ReviewStatus
from dashboard.wording.say import one_by_one, say, so_many, term, to_say

_LONGEST_TAG = 100
_NOTHING_TYPED = to_say("nothing is changed yet: set a field, then save")
_STATUS_WORDS = {
    ReviewStatus.ACCEPTED: to_say("accepted"),
    ReviewStatus.REJECTED: to_say("rejected"),
    ReviewStatus.UNREVIEWED: to_say("not reviewed again"),
    ReviewStatus.SECOND_LOOK: to_say("marked for a second look"),
}


def correct(case: Case, store: Store, deed: Deed) -> Done:
    """Set the fields of an event that were typed."""
    said = deed.said
    event_id = only_one(case, deed)
    if not said.get("fields"):
        return Done(errors={"": say(_NOTHING_TYPED)})
    found = typed(said["fields"], known_of(deed.dataset, event_id), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    number = store.correct(
        event_id, found.columns, because=_because(said), at=deed.at, by=deed.by, upon=said.get("upon")
    )
    after = case.dataset()
    view = replace(deed.view, edit="", event=followed(event_id, deed.dataset, after))
    return Done(say("Saved: {what}", what=words_of(after, view.event)), view, number)


def correct_many(case: Case, store: Store, deed: Deed) -> Done:
    """Set the same fields, and put the same tags, on several events: those chosen, or all that the view shows."""
    said, ids = deed.said, still_there(case, deed)
    given = {name: words for name, words in (said.get("fields") or {}).items() if words.strip()}
    put, off = ([tags] if (tags := given.pop(name, "")) else [] for name in ("put", "off"))
    if not given and not put and not off:
        msg = say("say what to set: a type, a place, a status or a tag")
        raise EditError(msg)
    found = typed(given, known_of_all(deed.dataset, ids), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    because, at, by = _because(said), deed.at, deed.by
    number = (
        store.correct(ids, found.columns, because=because, at=at, by=by, put=put, off=off)
        if found.columns
        else store.tag(ids, put, off, at=at, because=because, by=by)
    )
    return Done(say("Saved: {what}", what=events_in_words(len(ids))), replace(deed.view, edit=""), number)


def review(case: Case, store: Store, deed: Deed) -> Done:
    """Say what was made of events; with ``next`` go on to the one behind it in the queue: who passed one over is not led back to it."""
    said, ids = deed.said, still_there(case, deed)
    status = said.get("status") or ""
    number = store.review(ids, status, at=deed.at, because=_because(said), by=deed.by, upon=said.get("upon"))
    gone_on = next_of(deed.dataset, deed.view, ids[0]) if said.get("next") else ""
    view = replace(deed.view, event=gone_on) if said.get("next") else deed.view
    what = term(_STATUS_WORDS.get(ReviewStatus(status), status))
    return Done(say("{events}: {what}", events=name_of(deed.dataset, ids), what=what), view, number)


def tag(case: Case, store: Store, deed: Deed) -> Done:
    """Put tags on events, and take others off."""
    said, ids = deed.said, still_there(case, deed)
    if any(len(each) > _LONGEST_TAG for each in said.get("put") or ()):
        msg = say(
            "a tag is a word or a few, of {most} characters at most; a note has room for more",
            most=_LONGEST_TAG,
        )
        raise EditError(msg)
    number = store.tag(
        ids, said.get("put") or (), said.get("off") or (), at=deed.at, because=_because(said), by=deed.by
    )
    return Done(say("{events}: tags changed", events=name_of(deed.dataset, ids)), None, number)


def delete(case: Case, store: Store, deed: Deed) -> Done:
    """Mark an event as none; it can be restored."""
    said, ids = deed.said, still_there(case, deed)
    number = store.delete(ids, because=_because(said), at=deed.at, by=deed.by, upon=said.get("upon"))
    return Done(
        say("{events}: is no event from now on; nothing of it is erased", events=name_of(deed.dataset, ids)),
        replace(deed.view, event="", edit=""),
        number,
    )


def restore(case: Case, store: Store, deed: Deed) -> Done:
    """Bring a deleted event back."""
    ids = named_ids(deed)
    number = store.restore(
        ids, because=_because(deed.said) or say("restored on the page"), at=deed.at, by=deed.by
    )
    after = case.dataset()
    return Done(
        say("{events}: is back", events=name_of(after, ids)), replace(deed.view, event=ids[0]), number
    )


def join(case: Case, store: Store, deed: Deed) -> Done:
    """Make one event of several."""
    said, ids = deed.said, still_there(case, deed)
    number = store.join(ids, _because(said), deed.at, by=deed.by)
    after = case.dataset()
    view = replace(deed.view, edit="", event=followed(ids[0], deed.dataset, after))
    return Done(say("One event now: {event}", event=words_of(after, view.event)), view, number)


def split(case: Case, store: Store, deed: Deed) -> Done:
    """Make an event of its own of some mentions."""
    said = deed.said
    event_id = only_one(case, deed)
    leaving = said.get("mentions") or []
    if not leaving:
        return Done(errors={"": say("tick the sentences that leave first")})
    number = store.split(event_id, leaving, _because(said), deed.at, by=deed.by, upon=said.get("upon"))
    after = case.dataset()
    now = after.mentions.loc[after.mentions["mention_id"].isin(leaving), "event_id"]
    view = replace(deed.view, edit="", event=str(now.iloc[0]) if len(now) else "")
    told = [say("An event of its own now: {event}", event=words_of(after, view.event))]
    if row_of(after, event_id) is not None:
        told.append(say("what stays: {event}", event=words_of(after, event_id)))
    return Done(one_by_one(told), view, number)


def add(case: Case, store: Store, deed: Deed) -> Done:
    """Add an event that no report tells."""
    said = deed.said
    given = {name: words for name, words in (said.get("fields") or {}).items() if words.strip()}
    found = typed(given, Known(most_used_zone(deed.dataset)), case, deed.at)
    if found.errors:
        return Done(errors=found.errors)
    zone = {"timezone": most_used_zone(deed.dataset)} if "start" in found.columns else {}
    added = store.add({**zone, **found.columns}, because=_because(said), at=deed.at, by=deed.by)
    after = case.dataset()
    view = replace(deed.view, edit="", event=added.event_id)
    return Done(say("Added by hand: {event}", event=words_of(after, added.event_id)), view, added.number)


def undo(case: Case, store: Store, deed: Deed) -> Done:
    """Take an edit back, or several that were made together, the last first."""
    numbers = deed.said.get("numbers") or [deed.said.get("number") or 0]
    store.undo_all(sorted(numbers, reverse=True), deed.at, by=deed.by, reread=reader(store))
    view = replace(deed.view, event=followed(deed.view.event, deed.dataset, case.dataset()))
    if len(numbers) == 1:
        return Done(say("Edit {number} is undone; it stays in the history", number=numbers[0]), view)
    said = so_many("{count} edit is undone; it stays in the history", "{count} edits are undone; they stay in the history", len(numbers))  # fmt: skip
    return Done(said, view)


def note(case: Case, store: Store, deed: Deed) -> Done:
    """Write a note on an event."""
    event_id = only_one(case, deed)
    store.note(deed.said.get("text") or "", at=deed.at, by=deed.by, event_id=event_id)
    return Done(say("The note is kept"))


def remove_note(case: Case, store: Store, deed: Deed) -> Done:
    """Take a note away."""
    del case
    store.remove_note(deed.said.get("number") or 0, at=deed.at, by=deed.by)
    return Done(say("The note is taken away"))


def _because(said: Mapping[str, Any]) -> str:
    return str(said.get("because") or "")


_ONE = {"ids": is_texts, "because": is_text, "upon": is_number}
VERBS = (
    Verb("set", {**_ONE, "fields": is_words}, correct, reasoned=True),
    Verb(
        "set-many",
        {**_ONE, "fields": is_words, "all": is_yes, "count": is_number},
        correct_many,
        reasoned=True,
    ),
    Verb("review", {**_ONE, "status": is_text, "next": is_yes, "all": is_yes, "count": is_number}, review),
    Verb("tag", {**_ONE, "put": is_texts, "off": is_texts}, tag),
    Verb("delete", _ONE, delete, reasoned=True),
    Verb("restore", _ONE, restore),
    Verb("join", _ONE, join, reasoned=True),
    Verb("split", {**_ONE, "mentions": is_texts}, split, reasoned=True),
    Verb("add", {"fields": is_words, "because": is_text}, add, reasoned=True),
    Verb("undo", {"number": is_number, "numbers": is_numbers}, undo),
    Verb("note", {"ids": is_texts, "text": is_text}, note),
    Verb("remove-note", {"number": is_number}, remove_note),
)
PART = PagePart(changes=VERBS)

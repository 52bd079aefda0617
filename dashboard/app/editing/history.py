"""What was done with an event: each edit with who, when and why, and a click that takes it back."""

import json
from collections.abc import Iterator
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.labels import label_of
from dashboard.app.links import data
from dashboard.store import Change, Edit
from dashboard.store.edits import DELETED, TAG
from dashboard.table.columns import EVENT_COLUMNS, TIME
from dashboard.table.describe import moment
from dashboard.text.apart import apart
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import one_by_one, say, so_many, term

_LONGEST = 60
_MOMENTS = frozenset(column.name for column in EVENT_COLUMNS if column.dtype == TIME)


def history(edits: tuple[Edit, ...], zone: str) -> Component | None:
    """The edits of an event, the latest first, their times on its zone's clock; None where there are none."""
    if not edits:
        return None
    items = [_item(each, zone) for each in reversed(edits)]
    return html.Section(
        [
            html.H3(so_many("Corrected once", "Corrected {count} times", len(edits))),
            html.Ol(items, className="history"),
        ]
    )


def told_of(edit: Edit, zone: str) -> str:
    """An edit in a line: who did what, or who took it back."""
    what = one_by_one(_changes(edit, zone)) or term(edit.kind)
    who = apart(edit.undone_by if edit.undone else edit.who) or say("somebody")
    return (
        say("{who} took back {what}", who=who, what=what)
        if edit.undone
        else say("{who} changed {what}", who=who, what=what)
    )


def made_words(made: datetime, who: str) -> str:
    """When something was done, and by whom, as far as that is known."""
    when = f"{dated(made, Form.DAY)}, {made:%H:%M} UTC"
    return say("{time}, by {who}", time=when, who=apart(who)) if who else when


def deleted_words(edit: Edit) -> str:
    """When an event was deleted, by whom and why."""
    said = {"day": dated(edit.made, Form.DAY), "why": edit.because}
    if edit.who:
        return say("Deleted on {day} by {who}: “{why}”", who=edit.who, **said)
    return say("Deleted on {day}: “{why}”", **said)


def _undone(edit: Edit) -> str:
    return say("undone by {who}", who=apart(edit.undone_by)) if edit.undone_by else say("undone")


def _item(edit: Edit, zone: str) -> Component:
    words = one_by_one(_changes(edit, zone)) or term(edit.kind)
    hints = [made_words(edit.made, edit.who), *([_undone(edit)] if edit.undone else [])]
    said = [html.Div(words), html.Div(one_by_one(hints), className="hint")]
    why = [html.Div(f"“{edit.because}”", dir="auto")] if edit.because else []
    back = (
        []
        if edit.undone
        else [
            html.Button(
                say("Undo"), className="button", **data(do="undo", said=json.dumps({"number": edit.number}))
            )
        ]
    )
    return html.Li([*said, *why, *back], className="undone" if edit.undone else "")


def _changes(edit: Edit, zone: str) -> Iterator[str]:
    for each in edit.changes[:12]:
        yield _change(each, zone)


def _change(each: Change, zone: str) -> str:
    if each.field == DELETED:
        return say("marked as no event") if each.after else say("brought back")
    if each.field.startswith(TAG):
        tag = apart(each.field.removeprefix(TAG))
        return say("tag {tag} put on", tag=tag) if each.after else say("tag {tag} taken off", tag=tag)
    return say(
        "{field}: {before} → {after}",
        field=label_of(each.field),
        before=_short(each, each.before, zone),
        after=_short(each, each.after, zone),
    )


def _short(each: Change, value: object, zone: str) -> str:
    if value in {None, ""}:
        return say("nothing")
    if each.field in _MOMENTS:
        return moment(datetime.fromisoformat(str(value)), zone)
    words = term(str(value))
    return apart(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")

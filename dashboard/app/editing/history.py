"""What was done with an event: each edit with who, when and why, and a click that takes it back."""

import json
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.labels import label_of
from dashboard.app.links import data
from dashboard.store import Change, Edit
from dashboard.store.edits import DELETED, TAG
from dashboard.text.apart import apart

_LONGEST = 60


def history(edits: tuple[Edit, ...]) -> Component | None:
    """The edits of an event, the latest first; None where there are none."""
    if not edits:
        return None
    items = [_item(each) for each in reversed(edits)]
    return html.Section([html.H3(f"Corrected {len(edits):,}×"), html.Ol(items, className="history")])


def told_of(edit: Edit) -> str:
    """An edit in a line: who did what, or who took it back."""
    what = "; ".join(_changes(edit)) or str(edit.kind)
    who = edit.undone_by if edit.undone else edit.who
    return f"{apart(who) or 'somebody'} {'took back' if edit.undone else 'changed'} {what}"


def _item(edit: Edit) -> Component:
    who = f" by {apart(edit.who)}" if edit.who else ""
    undone = f"; undone{f' by {apart(edit.undone_by)}' if edit.undone_by else ''}" if edit.undone else ""
    words = "; ".join(_changes(edit)) or str(edit.kind)
    said = [html.Div(words), html.Div(f"{edit.made:%d %B %Y, %H:%M} UTC{who}{undone}", className="hint")]
    why = [html.Div(f"“{edit.because}”", dir="auto")] if edit.because else []
    back = (
        []
        if edit.undone
        else [
            html.Button(
                "Undo", className="button", **data(do="undo", said=json.dumps({"number": edit.number}))
            )
        ]
    )
    return html.Li([*said, *why, *back], className="undone" if edit.undone else "")


def _changes(edit: Edit) -> Iterator[str]:
    for each in edit.changes[:12]:
        yield _change(each)


def _change(each: Change) -> str:
    if each.field == DELETED:
        return "marked as no event" if each.after else "brought back"
    if each.field.startswith(TAG):
        return f"tag {apart(each.field.removeprefix(TAG))} {'put on' if each.after else 'taken off'}"
    return f"{label_of(each.field)}: {_short(each.before)} → {_short(each.after)}"


def _short(value: object) -> str:
    words = "nothing" if value in {None, ""} else str(value)
    return apart(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")

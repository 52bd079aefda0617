"""The form that sets the same of many events: all that the view shows, or those that are ticked in the table."""

from dash import html

from dashboard.app.editing.form import by_name, field, form
from dashboard.app.editing.wording import events_in_words
from dashboard.app.light import Tag

_NAMES = ("sub_event_type", "modality", "actor1", "review_status")


def many_form(count: int, by: str) -> Tag:
    """The form for all that the view shows; it asks once more before it does so."""
    events = events_in_words(count)
    words = html.P(f"What is set here is set of all {events} in view: narrow the view first.")
    ask = {"data-ask": f"Correct all {events} in view? One undo takes it back."}
    said = {"all": True, "count": count}
    return form("set-many", "Correct all in view", [words, *_fields()], said, by, more=ask)


def chosen_form(by: str) -> Tag:
    """The form for those that are ticked: which they are only the browser knows (assets/table.js)."""
    count = Tag("span", {"data-chosen": ""}, ["events"])
    words = Tag("p", {}, ["What is set here is set of the ", count, " ticked in the table."])
    ask = {"data-ask": "Correct the {n} ticked events? One undo takes it back.", "data-of": "chosen"}
    return form("set-many", "Correct the ticked events", [words, *_fields()], {}, by, more=ask)


def _fields() -> list[Tag]:
    return [
        field("fields.place", "Place"),
        *(by_name(name) for name in _NAMES),
        field("fields.put", "Put the tag"),
        field("fields.off", "Take off the tag"),
    ]

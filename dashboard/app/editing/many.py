"""The form that sets the same of many events: all that the view shows, or those that are ticked in the table."""

from dash import html

from dashboard.app.editing.form import by_name, field, form
from dashboard.app.editing.wording import events_in_words
from dashboard.app.light import Tag
from dashboard.wording.say import say

_NAMES = ("sub_event_type", "modality", "actor1", "review_status")


def many_form(count: int, by: str) -> Tag:
    """The form for all that the view shows; it asks once more before it does so."""
    events = events_in_words(count)
    words = html.P(
        say("What is set here is set of all {events} in view: narrow the view first.", events=events)
    )
    ask = {"data-ask": say("Correct all {events} in view? One undo takes it back.", events=events)}
    said = {"all": True, "count": count}
    return form("set-many", say("Correct all in view"), [words, *_fields()], said, by, more=ask)


def chosen_form(by: str) -> Tag:
    """The form for those that are ticked: which they are only the browser knows (assets/table.js)."""
    count = Tag("span", {"data-chosen": ""}, [])
    words = Tag("p", {}, [say("What is set here is set of all that are ticked in the table:"), " ", count])
    ask = {"data-ask": "", "data-of": "chosen"}
    return form("set-many", say("Correct the ticked events"), [words, *_fields()], {}, by, more=ask)


def _fields() -> list[Tag]:
    return [
        field("fields.place", say("Place")),
        *(by_name(name) for name in _NAMES),
        field("fields.put", say("Put the tag")),
        field("fields.off", say("Take off the tag")),
    ]

"""What a person sticks to an event: tags and notes, each taken off at a click; and the form that says that it is none."""

import json
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.form import Asked, do, error, form
from dashboard.app.editing.history import made_words
from dashboard.app.light import Tag
from dashboard.app.links import aria, data
from dashboard.store import Note
from dashboard.table.tags import STAR, tags_of
from dashboard.wording.say import say

NAMES = "tag-names"


def delete_form(asked: Asked) -> Tag:
    """The form that marks an event as none."""
    words = say(
        "It is no event: it leaves chart, table and files. Nothing of it is erased; the tab Review lists it and brings it back."
    )
    return form(
        "delete", say("Delete"), [html.P(words)], asked.said, asked.by, news=asked.news, save=say("Delete")
    )


def tags_of_event(event_id: str, tags: str, known: Sequence[str], by: str) -> Tag:
    """The tags of an event, each with a click that takes it off, and a box for another."""
    items = [
        html.Li([html.Span(each, dir="auto"), _off(event_id, each)], className="tag")
        for each in tags_of(tags)
    ]
    words = [Tag("option", {"value": each}, []) for each in known]
    box = Tag(
        "input",
        {
            "name": "put[]",
            "placeholder": say("another tag"),
            "autocomplete": "off",
            "list": NAMES,
            "aria-label": say("Another tag"),
        },
    )
    put = _line("tag", {"ids": [event_id]}, box, say("Put on"), by, Tag("datalist", {"id": NAMES}, words))
    return Tag("section", {}, [html.H3(say("Tags")), html.Ul(items, className="tags"), put])


def star(event_id: str, tags: str) -> Component:
    """The button that gives an event its star, or takes it: it is a tag, so it can be filtered by and is exported."""
    on = STAR in tags_of(tags)
    said = {"ids": [event_id], "off" if on else "put": [STAR]}
    button = do(say("★ Starred") if on else say("☆ Star"), "tag", said, "s")
    return html.Div(button, className="buttons star")


def notes_of_event(event_id: str, notes: Sequence[Note], by: str) -> Tag:
    """The notes on an event, each with who and when and a click that takes it away, and room for another."""
    items = [html.Li(_note(each)) for each in notes]
    box = Tag(
        "textarea",
        {
            "name": "text",
            "rows": "2",
            "placeholder": say("a note to those who work on this case"),
            "aria-label": say("A note"),
        },
    )
    write = _line("note", {"ids": [event_id]}, box, say("Keep the note"), by)
    return Tag("section", {}, [html.H3(say("Notes")), html.Ul(items, className="notes"), write])


def _note(note: Note) -> list[Component]:
    who = made_words(note.made, note.who)
    away = do(say("Take away"), "remove-note", {"number": note.number})
    return [html.Div(note.text, dir="auto"), html.Div([html.Span(who, className="hint"), away])]


def _off(event_id: str, tag: str) -> html.Button:
    said = json.dumps({"ids": [event_id], "off": [tag]})
    return html.Button(
        "×",
        className="quiet",
        title=say("Take off {tag}", tag=tag),
        **data(do="tag", said=said),
        **aria(label=say("Take off {tag}", tag=tag)),
    )


def _line(verb: str, said: dict[str, object], box: Tag, words: str, by: str, *more: Tag) -> Tag:
    """A form of one line, without a reason; the name is asked for where none is known yet."""
    name = Tag(
        "input",
        {
            "name": "by",
            "value": by,
            "data-who": "1",
            "class": "unseen-if-known",
            "placeholder": say("your name"),
            "aria-label": say("Your name"),
        },
    )
    parts = (
        box,
        name,
        *more,
        Tag("button", {"type": "submit", "class": "button"}, [words]),
        error("by"),
        error(""),
    )
    return Tag("form", {"class": "line", "data-do": verb, "data-said": json.dumps(said)}, parts)

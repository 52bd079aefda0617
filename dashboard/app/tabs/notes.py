"""The tab of notes: what people wrote on events and at moments, what they starred, and the views they kept under a name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.app.browser import CHANGED
from dashboard.app.case import Case
from dashboard.app.clock import reference_of, zone_of
from dashboard.app.editing.form import do, error
from dashboard.app.editing.history import made_words
from dashboard.app.editing.wording import in_a_line
from dashboard.app.kinds import is_text
from dashboard.app.light import Tag, light
from dashboard.app.links import link
from dashboard.app.own import Drawn
from dashboard.app.part import Answer, Deed, Done, PagePart, Verb
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View, search_of
from dashboard.errors import EditError
from dashboard.figures.pins import Sign
from dashboard.store import Note, SavedView, Store
from dashboard.table import Dataset
from dashboard.table.describe import moment
from dashboard.table.filters import wanted
from dashboard.table.tags import starred
from dashboard.temporal import read_moment
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say, to_say

NOTES = "notes"
LIST = "notes-list"
_MOST = 200
_EXAMPLE = date(2018, 3, 5)
_LONGEST_NAME = 120


def listed(view: View, dataset: Dataset, case: Case) -> list[object]:
    """Views, notes and stars, each with a click that leads there; forms where the case can be written to."""
    if view.tab != NOTES:
        return []
    store = case.store
    views = store.views() if store is not None else ()
    if store is None:
        kept: list[object] = [html.P(case.only_shown, className="hint")]
    else:
        kept = [html.H3(say("Keep this view under a name")), _view_form(case.by), html.H3(say("Write a note at a moment")), _note_form(case.by)]  # fmt: skip
    return [
        *_section(say("Views"), [_view(each) for each in views]),
        *_section(
            say("Notes"),
            [_note(each, view, dataset) for each in (store.pinned() if store is not None else ())],
        ),
        *_section(say("Starred events of this view"), _stars(view, dataset)),
        *kept,
    ]


def note_at(case: Case, store: Store, deed: Deed) -> Done:
    """Write a note at a moment; raises DateError where the words are none."""
    del case
    zone = zone_of(deed.view, deed.dataset)
    start = read_moment(deed.said.get("when") or "", reference_of(deed.dataset, zone)).start
    if start is None:
        msg = say(
            "{words} has no beginning: write a moment like {moment}",
            words=repr(deed.said.get("when")),
            moment=_example(),
        )
        raise EditError(msg)
    at = start.replace(tzinfo=ZoneInfo(zone))
    store.note(deed.said.get("text") or "", at=deed.at, by=deed.by, moment=at)
    return Done(say("The note is kept at {moment}", moment=moment(at, zone)))


def save_view(case: Case, store: Store, deed: Deed) -> Done:
    """Keep what the page shows under a name, in the place of a view that had it."""
    del case
    name = " ".join((deed.said.get("name") or "").split())
    if len(name) > _LONGEST_NAME:
        msg = say("a name has {most} characters at most", most=_LONGEST_NAME)
        raise EditError(msg)
    shown = replace(deed.view, edit="", tab="" if deed.view.tab == NOTES else deed.view.tab)
    store.save_view(name, search_of(shown), at=deed.at, by=deed.by)
    return Done(say("The view is kept as {name}", name=name))


def remove_view(case: Case, store: Store, deed: Deed) -> Done:
    """Take a kept view away."""
    del case
    store.remove_view(deed.said.get("name") or "", at=deed.at, by=deed.by)
    return Done(say("The view is taken away"))


def _section(heading: str, items: Sequence[list[Any]]) -> list[object]:
    if not items:
        return [html.H3(heading), html.P(say("none yet"), className="hint")]
    more = (
        [html.Li(say("and {left} more", left=len(items) - _MOST), className="hint")]
        if len(items) > _MOST
        else []
    )
    return [html.H3(heading), html.Ul([*(html.Li(each) for each in items[:_MOST]), *more], className="notes")]  # fmt: skip


def _view(saved: SavedView) -> list[Any]:
    """A link to it, as it was kept."""
    name = html.Div(dcc.Link(saved.name, href=f"?{saved.query}"), dir="auto")
    return [name, html.Div([_by(saved), do(say("Take away"), "remove-view", {"name": saved.name})])]


def _note(note: Note, view: View, dataset: Dataset) -> list[Any]:
    text = html.Div([f"{Sign.NOTE} ", html.Span(note.text, dir="auto")])
    away = do(say("Take away"), "remove-note", {"number": note.number})
    return [text, html.Div([_place(note, view, dataset), _by(note), away])]


def _place(note: Note, view: View, dataset: Dataset) -> Component:
    if note.moment is not None:
        return html.Span(moment(note.moment, zone_of(view, dataset)))
    at = dataset.events.index[dataset.events["event_id"] == note.event_id]
    words = in_a_line(dataset.events.loc[at[0]]) if len(at) else say("an event that is no more")
    return link(words, replace(view, event=note.event_id))


def _stars(view: View, dataset: Dataset) -> list[list[Any]]:
    events = starred(wanted(dataset.index, view.selection)).frame()
    return [
        [f"{Sign.STAR} ", link(in_a_line(row), replace(view, event=str(row["event_id"])))]
        for _, row in events.iterrows()
    ]


def _by(said: Note | SavedView) -> Component:
    return html.Span(made_words(said.made, said.who), className="hint", dir="auto")


def _view_form(by: str) -> Tag:
    return _line("save-view", (_box("name", say("name of the view")),), say("Keep the view"), by)


def _note_form(by: str) -> Tag:
    boxes = (_box("when", say("when, like {moment}", moment=_example())), _box("text", say("the note")))
    return _line("note-at", boxes, say("Keep the note"), by)


def _example() -> str:
    return f"{dated(_EXAMPLE, Form.DAY)} 14:00"


def _box(name: str, words: str) -> Tag:
    return Tag("input", {"name": name, "placeholder": words, "aria-label": words, "autocomplete": "off"})


def _line(verb: str, boxes: Sequence[Tag], words: str, by: str) -> Tag:
    name = {"name": "by", "value": by, "data-who": "1", "class": "unseen-if-known", "placeholder": say("your name"), "aria-label": say("Your name")}  # fmt: skip
    parts = (*boxes, Tag("input", name), Tag("button", {"type": "submit", "class": "button"}, [words]), error("by"), error(""))  # fmt: skip
    return Tag("form", {"class": "line", "data-do": verb, "data-said": "{}"}, parts)


def _shown(view: View, dataset: Dataset, case: Case, _: object = None) -> object:
    return light(listed(view, dataset, case))


TAB = Tab(
    NOTES,
    to_say("Notes"),
    above=lambda: [Drawn(id=LIST)],
    part=PagePart(
        answers=(Answer((Output(LIST, "data"),), _shown, (Input(CHANGED, "data"),), of_case=True),),
        changes=(
            Verb("note-at", {"when": is_text, "text": is_text}, note_at),
            Verb("save-view", {"name": is_text}, save_view),
            Verb("remove-view", {"name": is_text}, remove_view),
        ),
    ),
)

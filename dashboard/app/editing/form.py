"""The forms beside the card, as plain elements: what may be set of an event, each field with the words it has now."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from dash import html

from dashboard.app.editing.history import told_of
from dashboard.app.editing.labels import LABELS, label_of
from dashboard.app.editing.mode import JOIN, Mode
from dashboard.app.light import Tag
from dashboard.app.links import aria, data
from dashboard.extraction.acled import ExtType, SubEventType
from dashboard.store import Edit
from dashboard.store.checked import BY_HAND
from dashboard.table import Dataset
from dashboard.table.columns import FLAG, TIME, Column, ReviewStatus
from dashboard.table.describe import when
from dashboard.table.filters import Selection, facet_counts
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say, term, to_say

_MOST_OFFERED = 50
_NEWS = 12
_EXAMPLE = date(2018, 3, 5)
_OWN = frozenset({"location", "event_type"})  # set by the place and by the type


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form is of: the event, its dataset, what was done with it so far, and who corrects where nobody says so."""

    event: "pd.Series[Any]"
    dataset: Dataset
    edits: tuple[Edit, ...]
    by: str

    @property
    def upon(self) -> int:
        """The revision that it is."""
        return max((each.revision for each in self.edits), default=0)

    @property
    def news(self) -> list[tuple[int, str]]:
        """Its last edits, for whoever has begun to type before they were made: each revision with who did what."""
        return [(each.revision, told_of(each, str(self.event["timezone"]))) for each in self.edits[-_NEWS:]]

    @property
    def said(self) -> dict[str, object]:
        """What every wish of the form says."""
        return {"ids": [str(self.event["event_id"])], "upon": self.upon}


def edit_form(asked: Asked) -> Tag:
    """The form of one event's fields: those that are mostly wrong first, all others folded."""
    event = asked.event
    main = [_column(event, BY_HAND[name], term(label)) for name, label in LABELS.items()]
    rest = [
        _column(event, column, label_of(name))
        for name, column in BY_HAND.items()
        if name not in LABELS and name not in _OWN
    ]
    fields = (
        field(
            "fields.when",
            say("When"),
            placeholder=when(event),
            hint=say("like {moment}, or {month}", moment=_example(), month=dated(_EXAMPLE, Form.MONTH)),
        ),
        field(
            "fields.place",
            say("Place"),
            str(event["location"]),
            hint=say("a name, or an id of the gazetteer"),
        ),
        *main,
        Tag("details", {}, [html.Summary(say("Every other field")), *rest]),
    )
    return form("set", say("Correct"), fields, asked.said, asked.by, news=asked.news)


def add_form(by: str) -> Tag:
    """The form of an event that no report tells."""
    fields = (
        field("fields.when", say("When"), hint=say("like {moment}", moment=_example())),
        field("fields.place", say("Place")),
        *(_column({}, BY_HAND[name], term(label)) for name, label in LABELS.items() if name != "review_status"),
        Tag("label", {}, [say("What is known"), Tag("textarea", {"name": "fields.notes", "rows": "3"}), error("fields.notes")]),
    )  # fmt: skip
    return form("add", say("Add an event by hand"), fields, {}, by)


def form(
    verb: str,
    words: str,
    within: Iterable[object],
    said: Mapping[str, object],
    by: str,
    *,
    news: Sequence[tuple[int, str]] = (),
    save: str = "",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Tag:
    """A form that asks for a verb, with a reason and a name; ``news`` are what others may have done since one began to type."""
    parts = (
        html.H3(words),
        *within,
        field("because", say("Why"), hint=say("kept in the history")),
        Tag("label", {}, [say("Your name"), Tag("input", {"name": "by", "value": by, "data-who": "1", "autocomplete": "name"}), error("by")]),
        Tag("p", {"class": "error", "data-error": "", "role": "alert"}),
        Tag("div", {"class": "buttons"}, [Tag("button", {"type": "submit", "class": "button strong"}, [save or say("Save")]), cancel()]),
    )  # fmt: skip
    own = {"data-do": verb, "data-said": json.dumps(dict(said)), "data-news": json.dumps(list(news))}
    return Tag("form", {"class": "edit", **own, **more, "aria-label": words}, parts)


def _example() -> str:
    return f"{dated(_EXAMPLE, Form.DAY)} 14:00"


def field(name: str, label: str, value: str = "", *, placeholder: str = "", hint: str = "") -> Tag:
    """A line to type in, with room for what is wrong with it."""
    box = Tag("input", {"name": name, "value": value, "placeholder": placeholder, "autocomplete": "off"})
    hints = [html.Span(hint, className="hint")] if hint else []
    return Tag("label", {}, [label, box, *hints, error(name)])


def error(name: str) -> Tag:
    """Where it is said why a field can't be so."""
    return Tag("span", {"class": "error", "data-error": name, "role": "alert"})


def offered_actors(dataset: Dataset) -> list[str]:
    """The names of actors that are told most."""
    return [each for each in facet_counts(dataset.index, Selection(), "actor1") if each][:_MOST_OFFERED]


def by_name(name: str) -> Tag:
    """The field of a column, before anything is set."""
    return _column({}, BY_HAND[name], label_of(name))


def _column(event: "Mapping[str, Any] | pd.Series[Any]", column: Column, label: str) -> Tag:
    name, value = f"fields.{column.name}", _words(event, column)
    words = _choices(column)
    return select(name, label, words, value) if words else field(name, label, value)


def select(name: str, label: str, words: Iterable[str], value: str, *, coded: bool = True) -> Tag:
    """A choice of words, which are ``coded`` where they are of a closed set."""
    options = [
        Tag(
            "option",
            {"value": each, **({"selected": "1"} if each == value else {})},
            [(term(each) if coded else each) or "–"],
        )
        for each in dict.fromkeys(("", *words) if value == "" else words)
    ]
    return Tag("label", {}, [label, Tag("select", {"name": name}, options), error(name)])


def _choices(column: Column) -> tuple[str, ...]:
    kinds = {"sub_event_type": SubEventType, "ext_type": ExtType, "review_status": ReviewStatus}
    if column.name in kinds:
        return tuple(each.value for each in kinds[column.name])
    return (to_say("true"), to_say("false")) if column.dtype == FLAG else column.words


def _words(event: "Mapping[str, Any] | pd.Series[Any]", column: Column) -> str:
    value = event.get(column.name)
    if value is None or pd.isna(value):
        return ""
    if column.dtype == TIME:
        return f"{value.astimezone(ZoneInfo(str(event['timezone']) or 'UTC')):%Y-%m-%d %H:%M%z}"
    return str(value).lower() if column.dtype == FLAG else str(value)


def cancel() -> html.Button:
    """A button that closes the form; what was typed can be brought back (assets/drafts.js)."""
    return html.Button(say("Cancel"), className="button", **data(go='{"edit": ""}', cancels="1"))


def buttons(event_id: str, upon: int, mentions: int, *, goes_on: bool = False) -> html.Div:
    """What may be done with the open event; where the review ``goes_on``, the next one is opened after each."""
    said = {"ids": [event_id], "upon": upon}
    judging = {**said, **({"next": True} if goes_on else {})}
    ways = [(say("Edit"), {"edit": Mode.FIELDS.value})]
    ways += [(say("Join…"), {"edit": f"{JOIN}{event_id}"})] if mentions else []
    ways += [(say("Split…"), {"edit": Mode.SPLIT.value})] if mentions > 1 else []
    ways += [(say("Delete…"), {"edit": Mode.DELETE.value})]
    judged = ((say("Accept"), ReviewStatus.ACCEPTED, "a"), (say("Reject"), ReviewStatus.REJECTED, "r"), (say("Second look"), ReviewStatus.SECOND_LOOK, ""))  # fmt: skip
    return html.Div(
        [*(go(words, where) for words, where in ways), *(_judge(words, {**judging, "status": status.value}, key) for words, status, key in judged)],
        className="buttons",
        role="group",
        **aria(label=say("Correct this event")),
    )  # fmt: skip


def go(words: str, where: Mapping[str, str]) -> html.Button:
    """A button that goes to another address."""
    return html.Button(words, className="button", **data(go=json.dumps(dict(where))))


def _judge(words: str, said: Mapping[str, object], key: str) -> html.Button:
    return do(words, "review", said, key)


def do(words: str, verb: str, said: Mapping[str, object], key: str = "") -> html.Button:
    """A button that asks for a verb."""
    keyed = {**data(key=key), "title": say("key {key}", key=key)} if key else {}
    return html.Button(words, className="button", **data(do=verb, said=json.dumps(dict(said))), **keyed)  # fmt: skip

"""The card: one event, what is said of it, and how its time was read, from the bar back to the phrase."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.card.dossier import Dossier
from dashboard.app.found import marked
from dashboard.app.links import aria, cross, data, link
from dashboard.app.shown_report import REPORT
from dashboard.app.url import View
from dashboard.extraction.model import Modality
from dashboard.figures.theme import PAINTS
from dashboard.table.columns import EVENT_GROUPS, Group, ReviewStatus
from dashboard.table.describe import day, day_or_moment, title, when
from dashboard.table.sources import sources_of
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.text.apart import apart
from dashboard.text.report import DateSource
from dashboard.wording.numbers import percent
from dashboard.wording.retold import retold
from dashboard.wording.say import enumerated, say, so_many, term, to_say

SENTENCE = "the-sentence"
NEAR = {1: to_say("the place itself"), 2: to_say("near the place"), 3: to_say("somewhere in the region")}
_UNTOLD = frozenset({Modality.HAPPENED, ReviewStatus.UNREVIEWED})
FROM: dict[str, str] = {
    DateSource.GIVEN: to_say("given with the report"),
    DateSource.PAGE: to_say("from the page"),
    DateSource.TEXT: to_say("worked out from the text"),
    "quoted report": to_say("the day of the quoted report"),
    "user": to_say("set by a person"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a card is shown: the view around it, the zone, and what a citation has to name."""

    view: View
    zone: str
    permalink: str
    version: str


def card(dossier: Dossier | None, setting: Setting) -> list[Component]:
    """What the card shows: the open event, or that there is none of that id; nothing when none is open."""
    if dossier is None:
        return [_missing(setting.view)] if setting.view.event else []
    zone = setting.zone
    parts = (
        _head(dossier, setting.view),
        _when(dossier, zone),
        _conflicts(dossier),
        _sentence(dossier, setting.view.selection.text),
        _reading(dossier, zone),
        _facts(say("How sure"), _sure(dossier)),
        _facts(say("Where"), _where(dossier)),
        _facts(say("Who"), _who(dossier)),
        _facts(say("Toll"), _toll(dossier)),
        _mentions(dossier, setting),
        _foot(dossier, setting),
    )
    return [part for part in parts if part is not None]


def spoken(dossier: Dossier, zone: str) -> str:
    """The event in one sentence, for the live region."""
    place = apart(dossier.text("location"))
    name = title(dossier.event)
    said = when(dossier.event, zone)
    return (
        say("{event}, {place}: {time}", event=name, place=place, time=said)
        if place
        else say("{event}: {time}", event=name, time=said)
    )


def citation(dossier: Dossier, setting: Setting) -> str:
    """A reference to the sentence and the reading, ready to paste."""
    published, zone = dossier.event["published"], setting.zone
    source = sources_of(dossier.text("source"))[0]  # the title, the day and the quote are the best report's
    said = (
        source,
        f"“{dossier.text('title')}”" if dossier.text("title") else "",
        day(published, zone) if not pd.isna(published) else say("no date"),
        dossier.text("url") if dossier.text("url") != source else "",
        say("characters {first}–{last}", first=dossier.text("char_start"), last=dossier.text("char_end")),
    )
    read = say("Read as: {event} ({zone}).", event=spoken(dossier, zone), zone=zone)
    made = say(
        "Event {id}, conflict-timeline {version}, {link}",
        id=dossier.text("event_id"), version=setting.version, link=setting.permalink,
    )  # fmt: skip
    return "\n".join([enumerated(said) + ".", f"“{dossier.text('notes')}”", read, made])


def quoted(quote: str, first: int | None, last: int | None) -> list[Component | str]:
    """A quote with characters ``first`` to ``last`` of it highlighted.

    >>> quoted("left after midnight of yesterday", 5, 19)[0]
    'left '
    """
    if first is None or last is None or not 0 <= first < last <= len(quote):
        return [quote]
    return [quote[:first], html.Mark(quote[first:last]), quote[last:]]


def _head(dossier: Dossier, view: View) -> Component:
    event_type = dossier.text("event_type")
    paint = PAINTS.get(event_type, PAINTS[""])
    kind = " · ".join(
        each
        for each in (term(event_type) or say("type not known"), term(dossier.text("sub_event_type")))
        if each
    )
    close = link(
        [html.Span(say("Close"), className="unseen"), cross()],
        replace(view, event=""),
        look="close",
        hint=say("Close (Esc)"),
    )
    name = _headline(dossier)
    badges = [
        html.Span(apart(term(word)), className=f"badge {word}")
        for word in (dossier.text("modality"), dossier.text("ext_type"), dossier.text("review_status"))
        if word and word not in _UNTOLD and term(word).lower() not in name.lower()
    ]
    letter = html.Span(
        paint.letter, className="swatch", style={"--paint": paint.colour}, **aria(hidden="true")
    )
    return html.Header(
        [html.Div([letter, html.Span(kind, className="kind"), close], className="card-kind"),
         html.H2([name, *badges])]
    )  # fmt: skip


def _missing(view: View) -> Component:
    said = say("No event here has the id {id}. It may belong to another dataset.", id=view.event)
    return html.Section([html.P(said), link(say("Close"), replace(view, event=""), look="button")])


def _headline(dossier: Dossier) -> str:
    name, place = apart(title(dossier.event)), apart(dossier.text("location"))
    return say("{event}, {place}", event=name, place=place) if place else name


def _when(dossier: Dossier, zone: str) -> Component:
    said = when(dossier.event, zone)
    own = dossier.text("timezone")
    theirs = (
        [html.P(say("There ({zone}): {time}", zone=own, time=when(dossier.event, own)), className="hint")]
        if own != zone
        else []
    )
    return html.Section(
        [html.H3(say("When")), html.P(said[:1].upper() + said[1:], className="when"), *theirs]
    )


def _conflicts(dossier: Dossier) -> Component | None:
    said = dossier.text("conflicts")
    return (
        html.Section(
            [html.H3(say("What is told contradicts itself")), html.P(retold(said), dir="auto")],
            className="conflict",
        )
        if said
        else None
    )


def _sentence(dossier: Dossier, searched: str) -> Component:
    first = dossier.mentions.iloc[0] if len(dossier.mentions) else None
    words = _quote(first, searched) if first is not None else marked(dossier.text("notes"), searched)
    return html.Section(
        [html.H3(say("The sentence")), html.Blockquote(words, dir="auto", className="sentence")],
        className=SENTENCE,
    )


def _quote(mention: "pd.Series[Any]", searched: str) -> list[Component | str]:
    """A mention's sentence with the words of its time, and those that are searched for, marked."""
    start = mention["char_start"]
    edges = (mention["time_char_start"], mention["time_char_end"])
    first, last = (None if pd.isna(edge) or pd.isna(start) else int(edge - start) for edge in edges)
    parts = quoted(str(mention["quote"]), first, last)
    return [found for each in parts for found in _found(each, searched)]


def _found(part: Component | str, searched: str) -> list[Component | str]:
    if isinstance(part, str):
        return marked(part, searched)
    return [html.Mark(marked(str(part.children), searched))]


def _reading(dossier: Dossier, zone: str) -> Component | None:
    frame = str(dossier.mentions["frame"].iloc[0]) if len(dossier.mentions) else ""
    reference = dossier.event["reference_time"]
    source = dossier.text("reference_source")
    counted = _reference(reference, dossier.text("timezone") or zone)
    rows = (
        (
            say("Phrase"),
            f"“{dossier.text('time_text')}”" if dossier.text("time_text") else say("none in the sentence"),
        ),
        (say("Rule"), dossier.text("time_rule")),
        (
            say("Counted from"),
            f"{counted}{f' ({term(FROM.get(source, source))})' if source and counted else ''}",
        ),
        (say("Whose clock"), retold(frame)),
        (say("As fine as"), _fineness(dossier.text("granularity"))),
        (say("Notes"), retold(dossier.text("time_notes"))),
    )
    return _facts(say("How it was read"), [(name, value) for name, value in rows if value])


def _fineness(granularity: str) -> str:
    return say("a part of the day") if granularity == Granularity.DAYPART else term(granularity)


def _sure(dossier: Dossier) -> list[tuple[str, str]]:
    """The measured chance that the row is right, and what speaks against it; nothing for a row that nobody measured."""
    sure = dossier.event["confidence"]
    if pd.isna(sure):
        return []
    against = dossier.text("doubts").split("; ") if dossier.text("doubts") else []
    chance = say("{chance} that time, place, type and toll are all right", chance=percent(sure))
    return [
        (say("Chance"), chance),
        *((say("Against") if not at else "", retold(doubt)) for at, doubt in enumerate(against)),
    ]


def _reference(reference: object, zone: str) -> str:
    """The reference time; a local midnight is a day, not a clock time."""
    if not isinstance(reference, datetime) or pd.isna(reference):
        return ""
    return day_or_moment(reference, zone)


def _where(dossier: Dossier) -> list[tuple[str, str]]:
    near = dossier.event["geo_precision"]
    names = [apart(dossier.text(level)) for level in ("location", "admin3", "admin2", "admin1", "country")]
    way = " › ".join(dict.fromkeys(name for name in reversed(names) if name))
    ends = [apart(dossier.text(end)) for end in ("route_from", "route_to")]
    route = " → ".join(end or "…" for end in ends) if any(ends) else ""
    rows = (
        (say("Place"), way or say("no place named")),
        (say("Precision"), "" if pd.isna(near) else term(NEAR.get(int(near), str(near)))),
        (say("Point"), _point(dossier)),
        (say("Route"), route),
    )
    return [(name, value) for name, value in rows if value]


def _point(dossier: Dossier) -> str:
    at = (dossier.event["latitude"], dossier.event["longitude"])
    return "" if any(pd.isna(each) for each in at) else f"{at[0]:.3f}, {at[1]:.3f}"


def _who(dossier: Dossier) -> list[tuple[str, str]]:
    rows = (
        (say("Actor"), _actor(dossier, "actor1")),
        (say("Other side"), _actor(dossier, "actor2")),
        (say("Also named"), dossier.text("assoc_actors")),
    )
    return [(name, value) for name, value in rows if value]


def _actor(dossier: Dossier, column: str) -> str:
    name, kind = apart(dossier.text(column)), term(dossier.text(f"{column}_type"))
    return f"{name} ({kind})" if name and kind else name


def _toll(dossier: Dossier) -> list[tuple[str, str]]:
    low, high = dossier.count("fatalities_low"), dossier.count("fatalities_high")
    span = say("{low} to {high}", low=low, high=high) if low and high and low != high else ""
    rows = (
        (say("Killed"), span or dossier.count("fatalities") or low),
        (say("In words"), f"“{dossier.text('fatalities_text')}”" if dossier.text("fatalities_text") else ""),
        *((term(each.label), dossier.count(each.name)) for each in EVENT_GROUPS[Group.HARM] if each.label),
    )
    return [(name, value) for name, value in rows if value]


def _mentions(dossier: Dossier, setting: Setting) -> Component:
    count = len(dossier.mentions)
    items = [_mention(mention, dossier, setting) for _, mention in dossier.mentions.iterrows()]
    reports = dossier.mentions["report_id"].nunique()
    heading = (
        so_many(
            "Told {count} time in {reports} reports",
            "Told {count} times in {reports} reports",
            count,
            reports=reports,
        )
        if reports > 1
        else so_many("Told once", "Told {count} times", count)
    )
    return html.Section([html.H3(heading), html.Ol(items, className="mentions")])


def _mention(mention: "pd.Series[Any]", dossier: Dossier, setting: Setting) -> Component:
    report_id = str(mention["report_id"])
    report = dossier.report(report_id)
    head = [html.Div(_source(report, setting.zone), className="hint")] if report is not None else []
    tail = [html.Div(said, className="hint") for said in _remarks(mention, dossier)]
    show = link(say("Show in the report"), replace(setting.view, tab=REPORT, report=report_id))
    conflict = (
        [html.Div(retold(str(mention["conflict"])), className="contradicts", dir="auto")]
        if mention["conflict"]
        else []
    )
    return html.Li(
        [*head, html.Q(_quote(mention, setting.view.selection.text), dir="auto"), *tail, *conflict, show]
    )


def _remarks(mention: "pd.Series[Any]", dossier: Dossier) -> Iterator[str]:
    if mention["frame"]:
        yield say("Clock: {clock}", clock=retold(str(mention["frame"])))
    if mention["modality"] != dossier.event["modality"]:
        yield say("Told as: {modality}", modality=term(str(mention["modality"])))
    if mention["likeness"]:
        yield say("Of this event: {likeness}", likeness=retold(str(mention["likeness"])))


def _source(report: "pd.Series[Any]", zone: str) -> str:
    published = report["published"]
    told = (
        day_or_moment(published, str(report["timezone"]) or zone)
        if not pd.isna(published)
        else say("no date")
    )
    name = report["source"] or report["url"] or say("source not named")
    return say("{source}, {day}", source=apart(str(name)), day=told)


def _foot(dossier: Dossier, setting: Setting) -> Component:
    return html.Footer(
        [_copy(say("Copy link"), setting.permalink), _copy(say("Copy citation"), citation(dossier, setting)),
         html.Span(say("id {id}", id=dossier.text("event_id")), className="hint id")]
    )  # fmt: skip


def _copy(words: str, value: str) -> Component:
    """A button that puts a text on the clipboard (assets/hand.js)."""
    return html.Button(words, className="button", **data(copy=value))


def _facts(heading: str, rows: list[tuple[str, str]]) -> Component | None:
    if not rows:
        return None
    pairs = [part for name, value in rows for part in (html.Dt(name), html.Dd(value, dir="auto"))]
    return html.Section([html.H3(heading), html.Dl(pairs)])

"""Parts of a page as markup: the rows of a table, a card for each event, the key to the marks. Whatever is told is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote

import pandas as pd

from dashboard.exchange.described import Row, rows
from dashboard.exchange.narrative.chronology import Entry, Footnote, entries
from dashboard.exchange.provenance import PRODUCT, Provenance, Remark
from dashboard.figures.key import key
from dashboard.figures.pins import Sign
from dashboard.figures.theme import PAINTS, paint
from dashboard.figures.undrawn import many
from dashboard.table import Dataset
from dashboard.table.describe import moment, named, title, when
from dashboard.table.tags import STAR, tags_of
from dashboard.text.apart import unturned
from dashboard.wording.dates import Form, dated
from dashboard.wording.numbers import number
from dashboard.wording.say import say, term, to_say

MOST_ROWS = 2_000
"""Events that a page lists: more make it too heavy to be opened; the files of rows hold them all."""
_LONGER_THAN_WORDS = re.compile(r"(\S{30})(?=\S)")
_HEADS = (
    to_say("When"),
    to_say("Event"),
    to_say("Place"),
    to_say("Actors"),
    to_say("Killed"),
    to_say("Status"),
    to_say("Source"),
)


def _listed(dataset: Dataset) -> Dataset:
    """As much of the dataset as a page lists, with what it rests on."""
    events = dataset.events.head(MOST_ROWS)
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(events["event_id"])]
    reports = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
    return Dataset(events, mentions, reports, dataset.name)


def table(dataset: Dataset, zone: str, *, opens: bool = True) -> str:
    """The events as rows; where cards are there, each ``opens`` its own."""
    said = _more(len(dataset.events))
    heads = "".join(f'<th scope="col">{escape(term(each))}</th>' for each in _HEADS)
    body = "".join(_row(row, zone, opens=opens) for row in rows(dataset.events.head(MOST_ROWS)))
    return (
        f'{said}<div class="rows"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def cards(dataset: Dataset, version: str) -> dict[str, str]:
    """A card for each event that is listed, by its name: what happened, and the words that it rests on."""
    return {
        _name(str(row["event_id"])): _card(row, entry, version) for row, entry in entries(_listed(dataset))
    }


def marks() -> str:
    """The key: every mark and every type, with what it means."""
    drawn = "".join(f'<li><img src="{escape(each.source)}" alt=""><span>{escape(each.words)}</span></li>' for each in key(dark=False))  # fmt: skip
    types = "".join(f"<li>{_swatch(name)}<span>{escape(term(each.name))}</span></li>" for name, each in PAINTS.items())  # fmt: skip
    return f'<ul class="marks">{drawn}</ul><ul class="types">{types}</ul>'


def lines(words: Iterable[str]) -> str:
    """Sentences about the page, each a line of a list; names of others in them stay set apart."""
    said = "".join(f"<li dir=auto>{escape(unturned(each, apart=True))}</li>" for each in words)
    return f'<ul class="about">{said}</ul>'


def remarks(provenance: Provenance, events: Mapping[str, str]) -> str:
    """What people noted, each with its number on the chart and its moment or its event by name; nothing where nobody did."""
    if not provenance.remarks:
        return ""
    said = "".join(f"<li dir=auto>{Sign.NOTE}{number} {_text(each.text)} <span class=about>{_text(_pinned(each, provenance.zone, events))}</span></li>" for number, each in enumerate(provenance.remarks, 1))  # fmt: skip
    heading = say("Notes")
    return f"<h2>{escape(heading)}</h2><ul>{said}</ul>"


def _pinned(remark: Remark, zone: str, events: Mapping[str, str]) -> str:
    at = moment(remark.moment, zone) if remark.moment else events.get(remark.event_id, "")
    return " · ".join(filter(None, (at, remark.who, dated(remark.made, Form.DAY))))


def names(dataset: Dataset) -> dict[str, str]:
    """Each event that is listed by its id, in words."""
    return {str(row["event_id"]): named(row) for row in rows(dataset.events.head(MOST_ROWS))}


def _name(event_id: str) -> str:
    """The name of an event's card within a page."""
    return f"event-{event_id}"


def link_to(event_id: str) -> str:
    """What a link to that card says behind its #.

    >>> link_to('50% "sure"')
    'event-50%25%20%22sure%22'
    """
    return quote(_name(event_id), errors="replace")


def _more(count: int) -> str:
    if count <= MOST_ROWS:
        return ""
    words = say(
        "Listed are the first {most} of {events}; the files of rows (CSV, Excel) hold them all.",
        most=MOST_ROWS,
        events=many(count),
    )
    return f'<p class="more">{escape(words)}</p>'


def _row(row: Row, zone: str, *, opens: bool) -> str:
    killed = row["fatalities"]
    cells = (
        title(row),
        str(row["location"]),
        " / ".join(str(row[each]) for each in ("actor1", "actor2") if row[each]),
        "" if pd.isna(killed) else number(int(killed)),
        term(str(row["modality"])),
        str(row["source"]),
    )
    said = _text(when(row, zone))
    star = _star() if STAR in tags_of(str(row["tags"])) else ""
    first = f'<a href="#{link_to(str(row["event_id"]))}">{said}</a>' if opens else said
    rest = "".join(f"<td dir=auto>{_breakable(each)}</td>" for each in cells)
    return f"<tr><td>{_swatch(str(row['event_type']))} {first}{star}</td>{rest}</tr>"


def _star() -> str:
    words = say("starred")
    return f' <span title="{escape(words)}">{Sign.STAR}</span>'


def _card(row: Row, entry: Entry, version: str) -> str:
    head = f"<h3>{_swatch(str(row['event_type']))} <bdi>{_text(title(row))}</bdi></h3>"
    notes = "".join(map(_note, entry.notes))
    cited = escape("\n".join(_citation(row, entry, version)))
    close, citation = escape(say("Close")), escape(say("Citation"))
    return (
        f'<article class="card" id="{escape(_name(str(row["event_id"])))}" tabindex="-1">'
        f'<a class="close" href="#events" aria-label="{close}">×</a>{head}<p class="when">{_text(entry.when)}.</p><p dir="auto">{_text(entry.what)}</p>'
        f'<ol>{notes}</ol><details><summary>{citation}</summary><p class="cited" dir="auto">{cited}</p></details></article>'
    )  # fmt: skip


def _note(note: Footnote) -> str:
    quote = f'<blockquote dir="auto">{_text(note.quote)}</blockquote>' if note.quote else ""
    about = _text(note.about)
    if note.url:
        shown = escape(note.url)
        about = about.replace(shown, f'<a href="{shown}" rel="noreferrer noopener" target="_blank">{shown}</a>', 1)  # fmt: skip
    return f'<li>{quote}<p class="about" dir="auto">{about}</p></li>'


def _citation(row: Row, entry: Entry, version: str) -> Iterator[str]:
    """A reference to the sentence and to how it was read."""
    first: Sequence[Footnote] = entry.notes[:1]
    yield from (f"“{note.quote}”" for note in first if note.quote)
    yield from (note.about for note in first)
    yield say("Read as: {when}. {what}", when=entry.when, what=entry.what)
    program = f"{PRODUCT} {version}"
    yield say("Event {id}, {program}", id=str(row["event_id"]), program=program)


def _swatch(event_type: str) -> str:
    colour = paint(event_type)
    return f'<span class="swatch" style="--paint: {colour.colour}; --on: {colour.ink}" title="{escape(term(colour.name))}">{colour.letter}</span>'


def _breakable(words: str) -> str:
    """Text of a cell, in which what is longer than any word may be broken: an address would else widen its column over all others."""
    return "<wbr>".join(map(_text, _LONGER_THAN_WORDS.sub("\\1\0", words).split("\0")))


def _text(words: str) -> str:
    """What was told, as text that turns nothing beside it."""
    return escape(unturned(words))

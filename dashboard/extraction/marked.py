"""A reading as HTML: the text with what was read from it marked, for notebooks. Nothing in it is fetched or run.

Each mark says what its words were read as and why; hold the pointer over it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import pairwise

from dashboard.extraction.model import Event, Field, Mention, Unread
from dashboard.text import Report, Span

_LONGEST = 20_000  # characters shown
_INK = "color:#1b2129;border-radius:2px"
_STYLES = {
    "time": f"background:#fff3bf;{_INK}",
    "place": f"background:#d3f2d9;{_INK}",
    "actor": f"background:#e4dcfb;{_INK}",
    "harm": f"background:#fcd9d5;{_INK}",
    "what": "font-weight:bold",
    "event": "text-decoration:underline 2px #3f6f9f",
    "unread": "text-decoration:underline dotted #8a8f98",
}
_KINDS = {
    "sub_event_type": "what",
    "location": "place",
    "actor1": "actor",
    "actor2": "actor",
    "fatalities": "harm",
    "injured": "harm",
}
_NAMES = {"fatalities": "killed: ", "injured": "wounded: "}
_WHOLE = frozenset({"event", "unread"})  # marks of whole clauses, that others lie in


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where something was read, what kind of thing it is, and what to say of it."""

    span: Span
    kind: str
    why: str


def marked(report: Report, published: str, events: Sequence[Event], unread: Sequence[Unread]) -> str:
    """The headline and the day, the marked text, what the marks mean, and a row for each event."""
    parts = (report.title or report.url, f"published {published or 'on an unknown day'}", report.timezone)
    head = " · ".join(escape(part) for part in parts if part)
    marks = list(_marks(events, unread))
    return (
        f"<div><p><b>{head}</b></p><p style='white-space:pre-wrap' dir='auto'>{_text(report.text, marks)}</p>"
        f"<p><small>{_legend(marks)}</small></p>{_table(events)}</div>"
    )


def _text(text: str, marks: Sequence[_Mark]) -> str:
    shown = text[:_LONGEST]
    here = [each for each in marks if each.span.start < len(shown)]
    edges = {min(edge, len(shown)) for each in here for edge in (each.span.start, each.span.end)}
    pieces = pairwise(sorted({0, len(shown)} | edges))
    return "".join(_piece(shown, start, end, here) for start, end in pieces) + "…" * (len(text) > _LONGEST)


def _piece(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    here = [each for each in marks if each.span.start <= start and end <= each.span.end]
    if not here:
        return escape(text[start:end])
    inner = [each for each in here if each.kind not in _WHOLE] or here
    why = "; ".join(dict.fromkeys(each.why for each in inner))
    return f"<span style='{_style(each.kind for each in here)}' title='{escape(why)}'>{escape(text[start:end])}</span>"


def _style(kinds: Iterator[str]) -> str:
    return ";".join(_STYLES[kind] for kind in dict.fromkeys(kinds))


def _legend(marks: Sequence[_Mark]) -> str:
    kinds = {each.kind for each in marks}
    return " · ".join(
        f"<span style='{style}'>{kind}</span>" for kind, style in _STYLES.items() if kind in kinds
    )


def _marks(events: Sequence[Event], unread: Sequence[Unread]) -> Iterator[_Mark]:
    for event in events:
        for mention in event.mentions:
            yield from _of_mention(event, mention)
    for each in unread:
        yield _Mark(each.span, "unread", f"not read: {each.why}")


def _of_mention(event: Event, mention: Mention) -> Iterator[_Mark]:
    whole = f"{_what(event)}, {event.location or 'no place'}: {_interval(event.start, event.end)}"
    yield _Mark(Span(mention.char_start, mention.char_end), "event", whole)
    if mention.time_span:
        counted = f"{mention.time_rule}, counted from the {mention.frame}"
        yield _Mark(mention.time_span, "time", f"{_interval(mention.start, mention.end)} · {counted}")
    for field in mention.fields:
        if field.span and field.column in _KINDS:
            yield _Mark(field.span, _KINDS[field.column], _why(field))


def _why(field: Field) -> str:
    """Saraqib · only one of that name; killed: 4 · the dead counted."""
    return f"{_NAMES.get(field.column, '')}{field.value} · {field.rule}"


def _table(events: Sequence[Event]) -> str:
    if not events:
        return "<p>No events.</p>"
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _cells(each))}</tr>" for each in events
    )
    heads = "".join(f"<th>{head}</th>" for head in ("when", "what", "where", "who", "killed"))
    return f"<table><tr>{heads}</tr>{rows}</table>"


def _cells(event: Event) -> tuple[str, ...]:
    who = " – ".join(filter(None, (event.actor1, event.actor2)))
    killed = "" if event.fatalities is None else str(event.fatalities)
    return _interval(event.start, event.end), _what(event), event.location, who, killed


def _interval(start: datetime | None, end: datetime | None) -> str:
    if start is None and end is None:
        return "undated"
    first, last = (f"{edge:%Y-%m-%d %H:%M}" if edge else "…" for edge in (start, end))
    return f"{first} – {last}"


def _what(event: Event) -> str:
    return event.ext_type or event.sub_event_type

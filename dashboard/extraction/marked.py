"""A reading as HTML: the text with what was read from it marked, for notebooks. Nothing in it is fetched or run."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from dashboard.extraction.model import Event, Reading

_STYLE = {
    "time": "background:#fff3bf;color:#1b2129;border-radius:2px",
    "event": "text-decoration:underline 2px #3f6f9f",
    "unread": "text-decoration:underline dotted #8a8f98",
}
_LONGEST = 20_000  # characters shown


def marked(reading: Reading) -> str:
    """The headline and the day, the marked text, and a row for each event."""
    report = reading.report
    day = f"{reading.published} ({reading.published_source})" if reading.published else "on an unknown day"
    head = f"<b>{escape(report.title or report.url or 'Report')}</b> · published {escape(day)} · {escape(reading.timezone)}"
    return f"<div><p>{head}</p><p style='white-space:pre-wrap' dir='auto'>{_text(reading)}</p>{_table(reading.events)}</div>"


def _text(reading: Reading) -> str:
    text = reading.report.text[:_LONGEST]
    spans = [each for each in _spans(reading) if each[0] < len(text)]
    edges = sorted(
        {0, len(text)} | {min(edge, len(text)) for start, end, *_ in spans for edge in (start, end)}
    )
    shown = "".join(_piece(text, start, end, spans) for start, end in pairwise(edges))
    return shown + ("…" if len(reading.report.text) > _LONGEST else "")


def _spans(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Where something was read: from, to, what it is, and what to say of it."""
    for event in reading.events:
        for mention in event.mentions:
            yield (
                mention.char_start,
                mention.char_end,
                "event",
                f"{_what(event)}, {event.location or 'no place'}: {_when(event)}",
            )
            if mention.time_span:
                yield (
                    mention.time_span.start,
                    mention.time_span.end,
                    "time",
                    f"{_when(event)} · {mention.time_rule}",
                )
    for unread in reading.unread:
        yield unread.span.start, unread.span.end, "unread", f"not read: {unread.why}"


def _piece(text: str, start: int, end: int, spans: list[tuple[int, int, str, str]]) -> str:
    here = [(kind, why) for first, last, kind, why in spans if first <= start and end <= last]
    if not here:
        return escape(text[start:end])
    styles = ";".join(dict.fromkeys(_STYLE[kind] for kind, _ in here))
    return f"<span style='{styles}' title='{escape('; '.join(why for _, why in here), quote=True)}'>{escape(text[start:end])}</span>"


def _table(events: tuple[Event, ...]) -> str:
    if not events:
        return "<p>No events.</p>"
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in (_when(each), _what(each), each.location, _dead(each)))}</tr>"
        for each in events
    )
    return f"<table><tr><th>when</th><th>what</th><th>where</th><th>killed</th></tr>{rows}</table>"


def _when(event: Event) -> str:
    start, end = (f"{edge:%Y-%m-%d %H:%M}" if edge else "…" for edge in (event.start, event.end))
    return "undated" if event.start is None and event.end is None else f"{start} – {end}"


def _what(event: Event) -> str:
    return event.ext_type or event.sub_event_type


def _dead(event: Event) -> str:
    return "" if event.fatalities is None else str(event.fatalities)

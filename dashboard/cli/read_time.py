"""``time``: the time expressions of a text."""

import sys
from datetime import datetime

from dashboard.cli.moments import published_on
from dashboard.cli.output import note, say, say_json, say_table
from dashboard.readers import read_bytes
from dashboard.temporal import Timex, read_time

_HEADS = ("expression", "from.", "until.", "granularity.", "rule", "counted from, and notes")


def print_times(text: str, published: str | None, *, as_json: bool) -> int:
    """Print each expression; gives the exit code."""
    words = _standard_input() if text == "-" else text
    reading = read_time(words, published_on(published))
    if reading.published.day is None and any(timex.offset for timex in reading.timexes):
        note("no publication date could be worked out; give it with --published")
    if as_json:
        for timex in reading.timexes:
            say_json(_record(timex))
    elif reading.timexes:
        say_table(_HEADS, (_row(timex) for timex in reading.timexes))
    else:
        say("no time expression")
    return 0


def _standard_input() -> str:
    report = read_bytes(sys.stdin.buffer.read(), "standard input")
    for each in report.notes:
        note(f"standard input: {each}")
    return report.text


def _record(timex: Timex) -> dict[str, object]:
    return {
        "text": timex.text,
        "char_start": timex.span.start,
        "char_end": timex.span.end,
        "type": timex.type,
        "value": timex.value,
        "start": _iso(timex.start),
        "end": _iso(timex.end),
        "granularity": str(timex.granularity),
        "rule": timex.rule,
        "reference_time": _iso(timex.reference),
        "frame": timex.frame,
        "notes": list(timex.notes),
    }


def _row(timex: Timex) -> tuple[str, ...]:
    start, end = (f"{moment:%Y-%m-%d %H:%M}" if moment else "…" for moment in (timex.start, timex.end))
    return timex.text, start, end, str(timex.granularity), timex.rule, "; ".join((timex.frame, *timex.notes))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

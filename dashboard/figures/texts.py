"""What is said of an event on a chart: its name beside the mark, and what a pointer brings up."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime, time, timedelta
from html import escape
from textwrap import wrap
from typing import Any, cast
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.table.columns import ReviewStatus
from dashboard.table.describe import day_or_moment, moment, short, title, toll, when
from dashboard.text.apart import apart, unturned
from dashboard.wording.dates import Form, dated
from dashboard.wording.retold import retold
from dashboard.wording.say import enumerated, say, term, to_say
from dashboard.wording.spoken import spoken

QUOTE_LINES, QUOTE_CHARS = 4, 64
_NEAR = {2: to_say("near {place}"), 3: to_say("in the region of {place}")}

Row = Mapping[Hashable, Any]

COLUMNS = (
    "event_id", "start", "end", "granularity", "ongoing", "modality", "event_type", "sub_event_type", "ext_type", "location",
    "fatalities", "fatalities_low", "fatalities_high", "injured", "conflicts", "review_status",
)  # fmt: skip
"""The columns of which anything is said beside a mark."""
HOVER_COLUMNS = (
    *COLUMNS,
    "core_start",
    "core_end",
    "timezone",
    "time_notes",
    "geo_precision",
    "actor1",
    "actor2",
    "notes",
)
"""Those of which anything is said to whoever points at it."""


def label_of(row: Row, zone: str, *, with_place: bool = False) -> str:
    """The short name beside the mark with its toll, its place where the lane does not tell it, and what must be said with it."""
    place = str(row["location"]) if with_place else ""
    said = [enumerated((short(row), place, toll(row)))]
    if row["ongoing"] and known(row["end"]):
        said.append(say("ongoing as of {day}", day=_short_day(_last(row["end"]), zone)))
    if row["conflicts"]:
        said.append(say("contradicted"))
    if row["review_status"] == ReviewStatus.REJECTED:
        said.append(term(ReviewStatus.REJECTED))
    return said[0] if len(said) == 1 else f"{said[0]} ({', '.join(said[1:])})"


def hover_of(row: Row, zone: str) -> str:
    """What a pointer is told of an event, as text that can't be taken for markup."""
    name, *rest = map(safe, hover_lines(row, zone))
    return "<br>".join([f"<b>{name}</b>", *rest])


def hover_lines(row: Row, zone: str) -> list[str]:
    """Name, time, place, actors and quote, each a line or a few."""
    lines = [title(row), when(row, zone), _where(row), _who(row)]
    if row["ongoing"] and known(row["end"]):
        lines.insert(2, say("ongoing as of {day}", day=_until(row["end"], zone)))
    conflicts = [
        say("contradicted: {what}", what=retold(line)) for line in wrapped(str(row["conflicts"]))[:1]
    ]
    return [each for each in (*lines, *conflicts, *wrapped(str(row["notes"]))) if each]


def wrapped(text: str) -> Sequence[str]:
    """A long text as a few short lines.

    >>> wrapped("one " * 100)[-1].endswith("…"), len(wrapped("一" * 1000))
    (True, 4)
    """
    line = " ".join(text.split())
    if len(line) <= QUOTE_CHARS:
        return [line] if line else []
    most = QUOTE_LINES * QUOTE_CHARS
    return wrap(line[: 2 * most], QUOTE_CHARS, max_lines=QUOTE_LINES, placeholder=" …")


def shortened(words: str, most: int) -> str:
    """The words in no more than so many characters.

    >>> shortened("https://example.org/reports", 14), shortened("A monitor", 14)
    ('https://examp…', 'A monitor')
    """
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def safe(text: str) -> str:
    """Text that plotly shows as it is: it would read tags, so there are none.

    Isolated, so that Arabic beside it stays in order.

    >>> safe("<b>").strip("\u2068\u2069")
    '&lt;b&gt;'
    """
    return f"\u2068{escape(unturned(text), quote=False)}\u2069" if text else ""


def _last(end: datetime) -> datetime:
    """The last moment before an end: the day that ends at midnight is not the next one."""
    return end - timedelta(microseconds=1)


def _until(end: datetime, zone: str) -> str:
    """The moment up to which something is known; the day, where that is the end of one."""
    local = end.astimezone(ZoneInfo(zone))
    return day_or_moment(local - timedelta(days=1), zone) if local.time() == time() else moment(local, zone)


def _short_day(at: datetime, zone: str) -> str:
    return dated(at.astimezone(ZoneInfo(zone)), Form.SHORT_OF_YEAR)


def _where(row: Row) -> str:
    if not row["location"]:
        return ""
    place, precision = apart(str(row["location"])), row["geo_precision"]
    near = _NEAR.get(int(precision)) if known(precision) else None
    return say(near, place=place) if near else place


def _who(row: Row) -> str:
    return " – ".join(apart(str(row[name])) for name in ("actor1", "actor2") if row[name])


def ticks(stops: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """How the moments of an axis are written; each line in the direction of the language, though the axis runs left to right."""
    return [{**each, "value": "\n".join(map(turned, str(each["value"]).split("\n")))} for each in stops]


def turned(line: str) -> str:
    """A line that stands alone, in the direction of the language: a drawing has none of its own, and takes every line to run from the left."""
    return line if spoken().direction == "ltr" else f"\u2067{line}\u2069"


def known(value: object) -> bool:
    """Whether the table holds a value there."""
    return value is not None and bool(pd.notna(cast(Any, value)))

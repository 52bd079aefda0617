"""Figures of a few made-up events, and ways to look into them."""

from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.figures.timeline import timeline
from dashboard.table import Dataset
from tests.sample import ZONE

Figure = dict[str, Any]

USUAL: dict[str, object] = {
    "event_id": "e",
    "timezone": ZONE,
    "granularity": "daypart",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "location": "Douma",
    "notes": "They fought.",
}
MOMENTS = ("start", "end", "core_start", "core_end", "published")


def at(text: str) -> pd.Timestamp:
    """A wall-clock moment of May 2018 in Damascus: day and time."""
    return pd.Timestamp(f"2018-05-{text}", tz=ZONE)


def row(**given: object) -> dict[str, object]:
    """An event's row; moments are given as "21 06:00"."""
    moments = {name: at(str(given[name])) for name in MOMENTS if given.get(name)}
    return USUAL | given | moments


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    """The events of these rows."""
    return Dataset.from_rows(rows).events


def picture(*rows: dict[str, object], **asked: Any) -> Figure:
    """The timeline of these rows, with no reports unless asked for."""
    given: dict[str, Any] = {"zone": ZONE, "reports": Dataset.from_rows().reports} | asked
    return timeline(frame(*rows), **given)


def traces(figure: Figure, name: str) -> list[Figure]:
    """The traces of a name."""
    return [trace for trace in figure["data"] if trace.get("name") == name]


def bars(figure: Figure, style: str) -> list[tuple[str, str]]:
    """From when to when each bar of a style reaches, on the wall clock."""
    return [
        (clock(base), clock(str(pd.Timestamp(base) + pd.Timedelta(milliseconds=length))))
        for trace in traces(figure, style)
        for base, length in zip(trace["base"], trace["x"], strict=True)
    ]


def lines(figure: Figure) -> list[tuple[str, list[str]]]:
    """Each line's dash, and the moments of its corners."""
    found = []
    for trace in traces(figure, "outline"):
        corners: list[str] = []
        for moment in trace["x"]:
            if moment is None:
                found.append((trace["line"]["dash"], corners))
                corners = []
            else:
                corners.append(clock(moment))
    return found


def points(figure: Figure) -> list[tuple[str, int]]:
    """Symbol and size of each point."""
    return [
        (symbol, size)
        for trace in traces(figure, "point")
        for symbol, size in zip(trace["marker"]["symbol"], trace["marker"]["size"], strict=True)
    ]


def names(figure: Figure) -> list[str]:
    """The names beside and inside marks."""
    beside = [text for trace in traces(figure, "label") for text in trace["text"]]
    inside = [note["text"] for note in figure["layout"]["annotations"] if "bgcolor" in note]
    return [plain(text) for text in beside + inside]


def lane_names(figure: Figure) -> list[str]:
    """The lanes, from top to bottom."""
    return [note["name"] for note in figure["layout"]["annotations"] if note.get("name")]


def plain(text: str) -> str:
    """Text without the marks that isolate it from text of another direction."""
    return text.replace("\u2068", "").replace("\u2069", "")


def clock(text: str) -> str:
    """Day and time, to the minute."""
    return f"{datetime.fromisoformat(text):%d %H:%M}"

"""Figures of a few made-up events, and ways to look into them."""

import re
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


def shapes(figure: Figure, name: str) -> list[Figure]:
    """The shapes of a name."""
    return [shape for shape in figure["layout"]["shapes"] if shape.get("name") == name]


def _corner(words: str) -> tuple[str, float]:
    moment, height = words.split(",")
    return _moment(moment), float(height)


def _moment(words: str) -> str:
    return words.replace("_", "T")


def _stepped(how: str, to: str, moment: str, height: float) -> tuple[str, float]:
    """The corner that a step of a path leads to."""
    if how == "L":
        return _corner(to)
    return (_moment(to), height) if how == "H" else (moment, float(to))


def paths(shape: Figure) -> list[list[tuple[str, float]]]:
    """The corners of each line of a path shape: moments and heights."""
    found = []
    for part in re.findall(r"M([^MZ]+)", shape["path"]):
        start, *steps = re.split(r"(?=[LHV])", part)
        corners = [_corner(start)]
        for step in steps:
            corners.append(_stepped(step[0], step[1:], *corners[-1]))
        found.append(corners)
    return found


def boxes(figure: Figure, style: str) -> list[list[tuple[str, float]]]:
    """The corners of each bar of a style, in the order they are drawn."""
    found = [corners for shape in shapes(figure, style) for corners in paths(shape)]
    for trace in traces(figure, style):
        corners: list[tuple[str, float]] = []
        for moment, height in zip(trace["x"], trace["y"], strict=True):
            if moment is None:
                found.append(corners)
                corners = []
            else:
                corners.append((moment, height))
    return found


def bars(figure: Figure, style: str) -> list[tuple[str, str]]:
    """From when to when each bar of a style reaches, on the wall clock."""
    return [(clock(min(corners)[0]), clock(max(corners)[0])) for corners in boxes(figure, style)]


def lines(figure: Figure) -> list[tuple[str, list[str]]]:
    """Each line's dash, and the moments of its corners."""
    return [
        (shape["line"]["dash"], [clock(moment) for moment, _ in corners])
        for shape in shapes(figure, "outline")
        for corners in paths(shape)
    ]


def pointed_at(figure: Figure) -> dict[str, str]:
    """What a pointer is told of each event that can be pointed at."""
    return {
        event: text
        for trace in traces(figure, "events")
        for event, text in zip(trace["customdata"], trace["hovertext"], strict=True)
    }


def points(figure: Figure) -> list[tuple[str, int]]:
    """Symbol and size of each point."""
    return [
        (symbol, size)
        for trace in traces(figure, "point")
        for symbol, size in zip(trace["marker"]["symbol"], trace["marker"]["size"], strict=True)
    ]


def names(figure: Figure) -> list[str]:
    """The names beside and inside marks."""
    return [plain(text) for trace in traces(figure, "label") for text in trace["text"]]


def lane_names(figure: Figure) -> list[str]:
    """The lanes, from top to bottom."""
    return list(lane_hints(figure))


def lane_hints(figure: Figure) -> dict[str, str]:
    """What a pointer is told of each lane's name."""
    _, hits = traces(figure, "lanes")
    return {data[1]: plain(text) for data, text in zip(hits["customdata"], hits["hovertext"], strict=True)}


def lane_words(figure: Figure) -> list[str]:
    """What stands before each lane, from top to bottom."""
    return [plain(text) for text in traces(figure, "lanes")[0]["text"]]


def counted(figure: Figure) -> dict[str, list[int]]:
    """The counts of each strip's bins, by lane."""
    found: dict[str, list[int]] = {}
    for trace in traces(figure, "counts"):
        for row in trace["text"][::2]:
            said = [re.fullmatch(r"<b>(.*)</b><br>([\d,]+) events?", plain(text)) for text in row]
            lane = next(each[1] for each in said if each)
            found[lane] = [int(each[2].replace(",", "")) if each else 0 for each in said]
    return found


def plain(text: str) -> str:
    """Text without the marks that isolate it from text of another direction."""
    return text.replace("\u2068", "").replace("\u2069", "")


def clock(text: str) -> str:
    """Day and time, to the minute."""
    return f"{datetime.fromisoformat(text):%d %H:%M}"

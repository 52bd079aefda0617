"""What a careful coder reads in a report, from the tables beside it; README.md says how they are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tests.tables import Row, rows

FOLDER = Path(__file__).parent / "reports"
_MESSY = Path(__file__).parent / "reports2"
MESSY = tuple(_MESSY / each for each in ("retold", "seen"))
"""Reports with the mess of real pages."""

LATER = tuple(
    _MESSY / each
    for each in ("opened", "late", "cells", "latest", "newest", "unseen", "sealed", "aside", "held")
)
"""Reports that nobody had learnt from when they were read first, and that may be learnt from since."""

OPENED = tuple(
    _MESSY / each
    for each in (
        "apart",
        "kept",
        "next",
        "last",
        "many",
        "more",
        "wide",
        "final",
        "end",
        "shut",
        "broad",
        "closed",
        "spread",
    )
)
"""The same, opened after those."""

REWORDED = (_MESSY / "reworded",)
"""Reports of those opened last told again in other words, as another outlet would; they may be learnt from."""

NOT_LEARNT = tuple(_MESSY / each for each in ("locked", "guarded"))
"""Reports whose mistakes nobody has looked at: of them only how often rows are right is known."""

REWORDED_UNREAD = (_MESSY / "reworded_unread",)
"""Others of those opened last told again in other words, whose mistakes nobody has looked at."""

Interval = tuple[datetime, datetime]
Point = tuple[float, float]
Read = TypeVar("Read")

_PUBLISHED = re.compile(
    r"^Published (\d{4}-\d\d-\d\d), (told by the text|told by sums|not told)\.$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as coded. Where there are several times, types or tolls, each is right, the first is best.

    ``actors`` are those the text names, each with all its names; an empty ``dead`` means no toll told.
    """

    what: str
    words: tuple[str, ...]
    times: tuple[Interval, ...]
    grain: str
    places: tuple[str, ...]
    point: Point | None
    types: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]
    dead: tuple[int, ...]
    optional: bool
    vague: bool


@dataclass(frozen=True, slots=True)
class NotAnEvent:
    """A running total, or a plan, denial, statement or lull: what must not become an event."""

    what: str
    kind: str
    time: Interval
    places: tuple[str, ...]
    dead: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its coding; ``told`` says whether its text tells the day of publication."""

    name: str
    text: str
    published: date
    told: str
    events: tuple[Told, ...]
    others: tuple[NotAnEvent, ...]


def reports(folder: Path = FOLDER) -> list[str]:
    """The names of all coded reports of a folder."""
    return sorted(path.stem for path in folder.glob("*.md"))


def coded(name: str, folder: Path = FOLDER) -> Coded:
    """A report and its coding by the name of its files."""
    path = folder / f"{name}.md"
    found = _PUBLISHED.search(path.read_text(encoding="utf-8"))
    if not found:
        msg = f"{path.name}: no line such as 'Published 2018-05-21, told by the text.'"
        raise ValueError(msg)
    table = list(rows(path))
    return Coded(
        name=name,
        text=path.with_suffix(".txt").read_text(encoding="utf-8"),
        published=date.fromisoformat(found[1]),
        told=found[2],
        events=tuple(_event(row) for row in table if row.heading == "Events"),
        others=tuple(_other(row) for row in table if row.heading in ("Running totals", "Not events")),
    )


def _event(row: Row) -> Told:
    latitude, _, longitude = row["point"].partition(",")
    return Told(
        what=row["what"],
        words=() if row["time words"].startswith("(") else _each(row["time words"], "…", str),
        times=_each(row["time"], " or ", interval),
        grain=row["grain"],
        places=_each(row["place"], ";", str),
        point=(float(latitude), float(longitude)) if longitude else None,
        types=_each(row["type"], " or ", str),
        actors=_each(row["actors"], ";", lambda names: _each(names, " / ", str)),
        dead=_each(row["dead"], " or ", int),
        optional="optional" in row["mark"],
        vague="vague" in row["mark"],
    )


def _other(row: Row) -> NotAnEvent:
    dead = int(row.cells.get("dead") or 0)
    kind = row.cells.get("kind", "running total")
    return NotAnEvent(row["what"], kind, interval(row["time"]), _each(row["place"], ";", str), dead)


def _each(cell: str, mark: str, read: Callable[[str], Read]) -> tuple[Read, ...]:
    return tuple(read(part.strip()) for part in cell.split(mark) if part.strip())


def interval(cell: str) -> Interval:
    """A half-open interval: a day, a moment ("2018-05-21 14:30"), or from – until."""
    start, _, end = cell.partition(" – ")
    began = datetime.fromisoformat(start)
    if end:
        return began, datetime.fromisoformat(end)
    return began, began + timedelta(days=0 if ":" in start else 1)

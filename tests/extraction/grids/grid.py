"""Grids: each construction with each act and each of those it is done to, and how many of the sentences are read wholly right.

A file holds ``frame`` tables, the constructions, and tables of any other names, the axes. A sentence takes one row of every axis; its
words stand in the frame as ``{done}``, or ``{Who}`` with a capital. A row that lacks a word of the frame makes no sentence with it; nor does
one whose ``never`` names a word of the others.
A row with ``unlearnt = true`` was never learnt from: how its sentences are read nobody has looked at.

    python -m tests.extraction.grids.grid NAME [HOW MANY [HOW MANY TO SHOW]]
"""

import random
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

from dashboard.extraction import Event, read_report
from dashboard.text import Report
from tests.extraction.test_kinds_of_acts import plain

HERE = Path(__file__).parent
PUBLISHED = date(2024, 3, 5)  # a Tuesday: "on Monday" is the 4th
_MONDAY = "2024-03-04"
_TRIES = 40  # draws for each sentence wanted
_ASKED = ("type", "place", "day", "dead", "does", "suffers")
_ARTICLES = ("a ", "an ", "the ")
_NOT_DONE = ("planned", "hypothetical", "denied")

Row = dict[str, Any]


@dataclass(frozen=True)
class Cell:
    """A sentence of a grid, the rows it was made of, and all that they say of it."""

    text: str
    of: tuple[str, ...]
    told: Row

    @property
    def unlearnt(self) -> bool:
        """Whether one of its rows was never learnt from."""
        return bool(self.told.get("unlearnt"))


def _made(frame: Row, picked: Sequence[Row], shared: Row) -> Cell | None:
    """The sentence of a frame and a row of every axis; None where they make none."""
    rows = (frame, *picked)
    told = dict(shared)
    for row in (*picked, frame):
        told |= row
    told["unlearnt"] = any(row.get("unlearnt") for row in rows)
    if any(told.get(key) in barred for row in rows for key, barred in row.get("never", {}).items()):
        return None
    text = _told(_told(_told(frame["text"], told), told), told)
    if text is None:
        return None
    names = (frame["text"], *(next(iter(row.values())) for row in picked))
    return Cell(text[0].upper() + text[1:], tuple(map(str, names)), told)


def _told(text: str | None, told: Row) -> str | None:
    """The text with the words of the rows; None where one of them is missing."""
    if text is None:
        return None
    who = str(told.get("who", ""))
    many = told.get("count", 1) > 1
    words = {
        **told,
        "was": "were" if many else "was",
        "has": "have" if many else "has",
        "is": "are" if many else "is",
        "bare": next((who.removeprefix(each) for each in _ARTICLES if who.startswith(each)), who),
    }
    for field in [field for _, field, _, _ in Formatter().parse(text) if field]:
        if field not in words and field.lower() in words:
            word = str(words[field.lower()])
            words[field] = word[:1].upper() + word[1:]
        if field not in words:
            return None
    return text.format_map(words)


def wrong(cell: Cell) -> str:
    """What is read otherwise than it is told; nothing where all is right.

    A row tells ``type`` (more joined by " or "; none: there is no event, or one that is only planned), ``place``, ``day``, ``dead``, and
    a word of each side: ``does``, ``suffers``, in words of the rows if need be, and ``apart``, a word of those who are on neither. A
    frame with ``asks = "2"`` asks for the second act: ``type2``, ``place2`` and so on. What is read at other places is false, unless
    ``others``; or there are ``rows`` in all.
    """
    asks = str(cell.told.get("asks", ""))
    told = cell.told | ({key: cell.told.get(key + asks, "") for key in _ASKED} if asks else {})
    found: list[Event] = list(read_report(Report(cell.text, published=PUBLISHED)).events)
    place, kinds = (
        str(told.get("place", "")),
        [each for each in str(told.get("type", "")).split(" or ") if each],
    )
    if not kinds:
        return "false" if any(str(each.modality) not in _NOT_DONE for each in found) else ""
    here = [each for each in found if plain(place) in plain(each.location)]
    if not here:
        return "missed" if not found else "place"
    rows = told.get("rows", 1)
    more = len(found) > rows and not told.get("others")
    faults = ["double"] if len(here) > 1 or more else ["other missed"] if len(found) < rows else []
    event = next((each for each in here if str(each.sub_event_type) in kinds), here[0])
    faults += ["type"] if str(event.sub_event_type) not in kinds else []
    faults += ["day"] if f"{event.start:%Y-%m-%d}" != str(told.get("day", _MONDAY)) else []
    faults += ["toll"] if sum(each.fatalities or 0 for each in here) != _dead(told) else []
    for side, named in (("does", event.actor1), ("suffers", event.actor2)):
        word = _told(str(told.get(side, "")), told) or ""
        faults += [side] if plain(word) not in plain(named) else []
    apart = str(told.get("apart", ""))
    faults += ["apart"] if apart and plain(apart) in plain(f"{event.actor1} / {event.actor2}") else []
    return " ".join(faults)


def _dead(told: Row) -> int:
    """How many died in it: ``dead`` of a row, or as many as the act was done to if that is ``deadly``."""
    done_to = told.get("count", 1) if told.get("deadly") else 0
    return int(told.get("dead", done_to) or 0)


def sample(name: str, most: int, *, unlearnt: bool) -> list[Cell]:
    """Some of the sentences of a grid, always the same; fewer where it has no more. They are drawn and not picked from all, which may be millions."""
    tables = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    shared = {key: value for key, value in tables.items() if not isinstance(value, list)}
    axes = [value for key, value in tables.items() if isinstance(value, list) and key != "frame"]
    draw = random.Random(name)
    found: dict[str, Cell] = {}
    for _ in range(_TRIES * most):
        if len(found) == most:
            break
        cell = _made(draw.choice(tables["frame"]), [draw.choice(rows) for rows in axes], shared)
        if cell is not None and cell.unlearnt is unlearnt:
            found.setdefault(cell.text, cell)
    return list(found.values())


def _main(name: str, most: int = 1500, show: int = 60) -> None:
    for unlearnt in (False, True):
        read = [(cell, wrong(cell)) for cell in sample(name, most, unlearnt=unlearnt)]
        bad = [(cell, fault) for cell, fault in read if fault]
        print(
            f"{'un' if unlearnt else ''}learnt: {len(bad)} of {len(read)} wrong {Counter(fault for _, fault in bad)}"
        )
        if unlearnt:
            return
        for at in range(len(read[0][0].of)):
            all_of, bad_of = Counter(cell.of[at] for cell, _ in read), Counter(cell.of[at] for cell, _ in bad)
            worst = sorted(bad_of, key=lambda each: -bad_of[each] / all_of[each])
            print(
                "\n".join(f"  {bad_of[each]} of {all_of[each]}  {each!r}" for each in worst[:25]), end="\n\n"
            )
        for cell, fault in bad[:show]:
            rows = [
                f"{each.start:%m-%d} {each.location}, {each.sub_event_type}, {each.fatalities}, {each.actor1} / {each.actor2}"
                for each in read_report(Report(cell.text, published=PUBLISHED)).events
            ]
            print(f"{fault} | {cell.text!r} | {cell.told.get('type')}, {_dead(cell.told)} | read {rows}")


if __name__ == "__main__":
    _main(sys.argv[1], *map(int, sys.argv[2:4]))

"""Stars and notes on the chart: a thin row of marks above the lanes, each where its event begins, or at its moment.

They are drawn over the chart's own axis by assets/pins.js, so that a note that is written draws no chart anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.app.browser import CHANGED
from dashboard.app.case import Case
from dashboard.app.clock import zone_of
from dashboard.app.links import aria
from dashboard.app.outlook import looked_through
from dashboard.app.part import Answer, PagePart, Script
from dashboard.app.url import View
from dashboard.figures.wall_clock import iso, to_local
from dashboard.store import Note
from dashboard.table import Dataset
from dashboard.table.describe import moment, title, when
from dashboard.table.epochs import EVER_BEFORE, Instants, instant
from dashboard.table.filters import wanted
from dashboard.table.index import Rows
from dashboard.table.tags import starred

PINS = "pins"
DATA = "pins-data"
STAR_SIGN, NOTE_SIGN = "★", "✎"
MOST = 300
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Pin:
    """A mark: where it stands, its sign, what it says, and the event it is on, "" for a moment."""

    at: int
    sign: str
    words: str
    event_id: str = ""


def part() -> list[Component]:
    """Where the marks stand, above the chart."""
    return [
        html.Div(id=PINS, className="pins", role="group", **aria(label="Stars and notes")),
        dcc.Store(id=DATA),
    ]


def pins(view: View, dataset: Dataset, notes: Sequence[Note]) -> tuple[Pin, ...]:
    """The marks of the events that are wanted, and of the moments that are looked at, in order of time."""
    rows, zone = wanted(dataset.index, view.selection), zone_of(view, dataset)
    found = [*_of_stars(rows, zone), *_of_events(rows, notes, zone), *_of_moments(notes, zone)]
    window = looked_through(view, dataset)
    if window:
        opens, closes = map(instant, window)
        found = [each for each in found if opens <= each.at < closes]
    return tuple(sorted(found, key=lambda each: each.at))


def notes_of(case: Case) -> tuple[Note, ...]:
    """The notes of a case, for whoever works on it."""
    return case.store.pinned() if case.store is not None else ()


def _of_stars(rows: Rows, zone: str) -> Iterator[Pin]:
    for at, row in _dated(starred(rows)):
        yield Pin(at, STAR_SIGN, f"{_named(row)}, {when(row, zone)}", str(row["event_id"]))


def _of_events(rows: Rows, notes: Sequence[Note], zone: str) -> Iterator[Pin]:
    """A note on an event stands where that begins."""
    written = {each.event_id: each for each in notes if each.event_id}
    ids = rows.index.events["event_id"]
    here = rows.where(rows.of(ids.isin(written).to_numpy()))
    for at, row in _dated(here):
        several = [each for each in notes if each.event_id == row["event_id"]]
        for note in several:
            yield Pin(at, NOTE_SIGN, f"{_short(note)} – {_named(row)}, {when(row, zone)}", note.event_id)


def _of_moments(notes: Sequence[Note], zone: str) -> Iterator[Pin]:
    for note in notes:
        if note.moment is not None:
            yield Pin(instant(note.moment), NOTE_SIGN, f"{_short(note)} – {moment(note.moment, zone)}")


def _dated(rows: Rows) -> Iterator[tuple[int, dict[str, object]]]:
    """Events with a time, the first of them, and where each begins; one whose beginning nobody knows, where it ends."""
    times = rows.index.times
    some = rows.where(rows.of(times.dated)).first(MOST)
    first, last = some.of(times.first), some.of(times.last)
    begins = np.where(first == EVER_BEFORE, last, first)
    records = some.frame().to_dict("records")
    yield from ((int(at), {str(name): value for name, value in row.items()}) for at, row in zip(begins, records, strict=True))  # fmt: skip


def _named(row: dict[str, object]) -> str:
    return ", ".join(filter(None, (title(row), str(row["location"]))))


def _short(note: Note) -> str:
    words = " ".join(note.text.split())
    said = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f"{said} ({note.who})" if note.who else said


def sent(view: View, dataset: Dataset, case: Case, _: object = None) -> dict[str, object]:
    """The marks as data: moments on the page's clock, and how many there is no room for."""
    found = pins(view, dataset, notes_of(case))
    shown, zone = found[:MOST], zone_of(view, dataset)
    return {
        "pins": [
            {"at": at, "sign": each.sign, "words": each.words, "event": each.event_id}
            for at, each in zip(_stamps([each.at for each in shown], zone), shown, strict=True)
        ],
        "left": len(found) - len(shown),
    }


def _stamps(moments: Sequence[int], zone: str) -> list[str]:
    instants: Instants = np.array(moments, dtype=np.int64)
    return iso(to_local(instants, zone).tolist())


def _heeded(view: View) -> object:
    return view.selection, view.zone, view.whole


PART = PagePart(
    answers=(Answer((Output(DATA, "data"),), sent, (Input(CHANGED, "data"),), of_case=True, heeds=_heeded),),
    scripts=(Script("draw", (Input(DATA, "data"),), room="pins"),),
)

"""Stars and notes on the chart: a thin row of marks above the lanes, each where its event begins, or at its moment.

They are drawn over the chart's own axis by assets/pins.js, so that a note that is written draws no chart anew.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.app.browser import CHANGED
from dashboard.app.case import Case
from dashboard.app.clock import zone_of
from dashboard.app.links import aria
from dashboard.app.outlook import looked_through
from dashboard.app.own import Kept
from dashboard.app.part import Answer, PagePart
from dashboard.app.url import View
from dashboard.figures.drawn_window import DrawnWindow
from dashboard.figures.texts import shortened
from dashboard.figures.wall_clock import iso, to_local
from dashboard.store import Note
from dashboard.table import Dataset
from dashboard.table.describe import moment, named, when
from dashboard.table.epochs import EVER_BEFORE, Instants, instant
from dashboard.table.filters import wanted
from dashboard.table.index import Rows
from dashboard.table.tags import starred
from dashboard.wording.say import say

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
        html.Div(id=PINS, className="pins", role="group", **aria(label=say("Stars and notes"))),
        Kept(id=DATA, by="pins"),
    ]


def pins(view: View, dataset: Dataset, notes: Sequence[Note]) -> tuple[tuple[Pin, ...], int]:
    """The marks of the events that are wanted and of the moments that are looked at, in order of time; and how many there is no room for."""
    window, zone = looked_through(view, dataset), zone_of(view, dataset)
    rows = _looked_at(wanted(dataset.index, view.selection), window)
    stars = starred(rows)
    some = stars.first(MOST)
    found = [*_of_stars(some, zone), *_of_events(rows, notes, zone), *_of_moments(notes, window, zone)]
    shown = sorted(found, key=lambda each: each.at)[:MOST]
    return tuple(shown), len(found) - len(shown) + len(stars) - len(some)


def notes_of(case: Case) -> tuple[Note, ...]:
    """The notes of a case, for whoever works on it."""
    return case.store.pinned() if case.store is not None else ()


def _of_stars(rows: Rows, zone: str) -> Iterator[Pin]:
    for at, row in _dated(rows):
        yield Pin(at, STAR_SIGN, f"{_named(row)}, {when(row, zone)}", str(row["event_id"]))


def _of_events(rows: Rows, notes: Sequence[Note], zone: str) -> Iterator[Pin]:
    """A note on an event stands where that begins."""
    written = defaultdict[str, list[Note]](list)
    for note in notes:
        if note.event_id:
            written[note.event_id].append(note)
    if not written:
        return
    ids = rows.index.events["event_id"]
    for at, row in _dated(rows.where(rows.of(ids.isin(written).to_numpy()))):
        for note in written[str(row["event_id"])]:
            yield Pin(at, NOTE_SIGN, f"{_short(note)} – {_named(row)}, {when(row, zone)}", note.event_id)


def _of_moments(notes: Sequence[Note], window: DrawnWindow | None, zone: str) -> Iterator[Pin]:
    for note in notes:
        if note.moment is not None and (window is None or window[0] <= note.moment < window[1]):
            yield Pin(instant(note.moment), NOTE_SIGN, f"{_short(note)} – {moment(note.moment, zone)}")


def _looked_at(rows: Rows, window: DrawnWindow | None) -> Rows:
    """Events with a time that begin in what is drawn."""
    dated = rows.where(rows.of(rows.index.times.dated))
    if window is None:
        return dated
    opens, closes = map(instant, window)
    begins = _begins(dated)
    return dated.where((begins >= opens) & (begins < closes))


def _begins(rows: Rows) -> Instants:
    """Where each begins; one whose beginning nobody knows, where it ends."""
    first, last = (rows.of(each) for each in (rows.index.times.first, rows.index.times.last))
    return np.where(first == EVER_BEFORE, last, first)


def _dated(rows: Rows) -> Iterator[tuple[int, dict[str, object]]]:
    """Each event, and where it begins."""
    if not len(rows):
        return
    records = rows.frame().to_dict("records")
    yield from ((int(at), {str(name): value for name, value in row.items()}) for at, row in zip(_begins(rows), records, strict=True))  # fmt: skip


def _named(row: dict[str, object]) -> str:
    return shortened(named(row), _LONGEST)


def _short(note: Note) -> str:
    said = shortened(" ".join(note.text.split()), _LONGEST)
    return f"{said} ({note.who})" if note.who else said


def sent(view: View, dataset: Dataset, case: Case, _: object = None) -> dict[str, object]:
    """The marks as data: moments on the page's clock, and how many there is no room for."""
    shown, left = pins(view, dataset, notes_of(case))
    zone = zone_of(view, dataset)
    return {
        "pins": [
            {"at": at, "sign": each.sign, "words": each.words, "event": each.event_id}
            for at, each in zip(_stamps([each.at for each in shown], zone), shown, strict=True)
        ],
        "left": left,
    }


def _stamps(moments: Sequence[int], zone: str) -> list[str]:
    instants: Instants = np.array(moments, dtype=np.int64)
    return iso(to_local(instants, zone).tolist())


def _heeded(view: View) -> object:
    return view.selection, view.zone, view.whole


PART = PagePart(
    answers=(Answer((Output(DATA, "data"),), sent, (Input(CHANGED, "data"),), of_case=True, heeds=_heeded),),
)

"""Stars and notes above the lanes: each where its event begins, at the edge of the view where that lies before it, or at its moment.

The page draws them over its chart's own axis (assets/pins.js); into a picture they are drawn here, the notes with the numbers
under which they are listed beside it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from dashboard.exchange.provenance import Remark
from dashboard.figures.drawn_window import DrawnWindow, reached
from dashboard.figures.paths import across
from dashboard.figures.texts import safe, shortened
from dashboard.figures.theme import Theme
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso, to_local
from dashboard.table.describe import moment, named, when
from dashboard.table.epochs import EVER_BEFORE, Instants, instant
from dashboard.table.index import Rows
from dashboard.table.tags import starred
from dashboard.wording.say import say

MOST = 300
MOST_TOLD = 12
ROW = 1.0
"""The room of the row above the lanes, in rows."""
GAP_PX = 8
_LONGEST = 240
_LETTER_PX = 9.0

Part = dict[str, Any]


class Sign(StrEnum):
    """What stands before a mark for an event that began earlier, for a star, and for a note."""

    BEFORE = "◂"
    STAR = "★"
    NOTE = "✎"


@dataclass(frozen=True, slots=True)
class Pin:
    """A mark: where it stands, its sign, what it says, the event it is on ("" for a moment), which of the notes it is (0 for a star).

    ``before``: its event began earlier than what is drawn, so that it stands at the edge.
    """

    at: int
    sign: Sign
    words: str
    event_id: str = ""
    number: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Marks that would cover each other, as one."""

    at: int
    pins: tuple[Pin, ...]

    @property
    def words(self) -> str:
        """Its signs, and the numbers of its notes."""
        signs = (sign for sign in Sign if any(_has(each, sign) for each in self.pins))
        numbers = sorted(each.number for each in self.pins if each.number)
        return "".join(signs) + ", ".join(map(str, numbers))

    @property
    def pixels(self) -> float:
        """About how wide it is, with the gap to the next; one at the edge stands right of where it begins."""
        return (len(self.words) * _LETTER_PX + GAP_PX) * (2 if self.pins[0].before else 1)


def pins_of(
    rows: Rows, window: DrawnWindow | None, zone: str, remarks: Sequence[Remark], most: int = MOST
) -> tuple[tuple[Pin, ...], int]:
    """The marks of these events and of the moments that are looked at, in order of time; and how many there is no room for."""
    seen = reached(rows, window)
    stars = starred(seen)
    some = stars.first(most)
    found = [
        *_of_stars(some, window, zone),
        *_of_events(seen, window, zone, remarks),
        *_of_moments(window, zone, remarks),
    ]
    shown = sorted(found, key=lambda each: each.at)[:most]
    return tuple(shown), len(found) - len(shown) + len(stars) - len(some)


def pin_parts(pins: Sequence[Pin], view: TimeView, theme: Theme) -> tuple[list[Part], list[Part]]:
    """The marks as a trace in a row of their own above the lanes, and the line below that row; nothing where there are none."""
    groups = _gathered(pins, view)
    if not groups:
        return [], []
    trace = {
        "type": "scatter",
        "mode": "text",
        "name": "pins",
        "x": iso(each.at for each in groups),
        "y": [-ROW / 2] * len(groups),
        "text": [each.words for each in groups],
        "textposition": ["middle right" if each.pins[0].before else "middle center" for each in groups],
        "textfont": {"size": 12, "color": theme.ink},
        "customdata": [each.pins[0].event_id if len(each.pins) == 1 else "" for each in groups],
        "hovertext": ["<br>".join(safe(f"{pin.sign} {pin.words}") for pin in each.pins) for each in groups],
        "hoverinfo": "text",
        "showlegend": False,
    }
    return [trace], [across([0.0], theme.lane)]


def told(pins: Sequence[Pin], left: int = 0) -> tuple[str, ...]:
    """What a picture says of its marks, a line each: the starred events, and every note with its number."""
    stars = [each for each in pins if each.sign is Sign.STAR]
    notes = sorted((each for each in pins if each.number), key=lambda each: each.number)
    lines = [f"{Sign.STAR} {each.words}" for each in stars[:MOST_TOLD]]
    lines += [f"{Sign.NOTE}{each.number} {each.words}" for each in notes[:MOST_TOLD]]
    more = max(len(stars) - MOST_TOLD, 0) + max(len(notes) - MOST_TOLD, 0) + left
    return (*lines, *((say("and {left} more", left=more),) if more else ()))


def _gathered(pins: Sequence[Pin], view: TimeView) -> list[_Group]:
    """Those in view; such as would cover each other as one."""
    local = to_local(np.array([each.at for each in pins], dtype=np.int64), view.zone)
    groups: list[_Group] = []
    for begins, pin in zip(local.tolist(), pins, strict=True):
        at = max(begins, view.first) if pin.before else begins
        if not view.first <= at <= view.last:
            continue
        last = groups[-1] if groups else None
        alone = _Group(at, (pin,))
        if last and view.at(at) - view.at(last.at) < (last.pixels + alone.pixels) / 2:
            groups[-1] = _Group(last.at, (*last.pins, pin))
        else:
            groups.append(alone)
    return groups


def _has(pin: Pin, sign: Sign) -> bool:
    return pin.before if sign is Sign.BEFORE else pin.sign is sign


def _of_stars(rows: Rows, window: DrawnWindow | None, zone: str) -> Iterator[Pin]:
    for at, before, row in _placed(rows, window):
        yield Pin(at, Sign.STAR, _on(row, zone), str(row["event_id"]), before=before)


def _of_events(rows: Rows, window: DrawnWindow | None, zone: str, remarks: Sequence[Remark]) -> Iterator[Pin]:
    """A note on an event stands where that begins."""
    written = defaultdict[str, list[tuple[int, Remark]]](list)
    for number, remark in enumerate(remarks, 1):
        if remark.event_id:
            written[remark.event_id].append((number, remark))
    if not written:
        return
    ids = rows.index.events["event_id"]
    for at, before, row in _placed(rows.where(rows.of(ids.isin(written).to_numpy())), window):
        for number, remark in written[str(row["event_id"])]:
            words = f"{_short(remark)} – {_on(row, zone)}"
            yield Pin(at, Sign.NOTE, words, remark.event_id, number, before)


def _of_moments(window: DrawnWindow | None, zone: str, remarks: Sequence[Remark]) -> Iterator[Pin]:
    for number, remark in enumerate(remarks, 1):
        at = remark.moment
        if at is not None and (window is None or window[0] <= at < window[1]):
            yield Pin(instant(at), Sign.NOTE, f"{_short(remark)} – {moment(at, zone)}", number=number)


def _placed(rows: Rows, window: DrawnWindow | None) -> Iterator[tuple[int, bool, dict[str, object]]]:
    """Each event, where it begins, and whether that lies before what is drawn."""
    if not len(rows):
        return
    begins = _begins(rows, window)
    opens = instant(window[0]) if window else int(begins.min(initial=0))
    records = rows.frame().to_dict("records")
    for at, row in zip(begins.tolist(), records, strict=True):
        yield max(at, opens), at < opens, {str(name): value for name, value in row.items()}


def _begins(rows: Rows, window: DrawnWindow | None) -> Instants:
    """Where each begins; one whose beginning nobody knows, where it ends, as long as that is drawn."""
    first, last = (rows.of(each) for each in (rows.index.times.first, rows.index.times.last))
    ended = last if window is None else np.where(last < instant(window[1]), last, EVER_BEFORE)
    return np.where(first == EVER_BEFORE, ended, first)


def _on(row: dict[str, object], zone: str) -> str:
    return say("{event}, {time}", event=shortened(named(row), _LONGEST), time=when(row, zone))


def _short(remark: Remark) -> str:
    said = shortened(" ".join(remark.text.split()), _LONGEST)
    return f"{said} ({remark.who})" if remark.who else said

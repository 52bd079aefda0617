"""What is drawn for each event: its honest shape on the local clock, before it has a row.

The shapes are those of PlanningLines (Aigner et al. 2005): two outer bounds, and a certain part between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.extraction.model import Modality
from dashboard.figures.shown import Measured, Shown, Stretch, measured
from dashboard.figures.texts import COLUMNS, HOVER_COLUMNS, Row, hover_of, known, label_of
from dashboard.figures.theme import Paint, paint
from dashboard.figures.view import TimeView
from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, SECOND
from dashboard.table.index import Rows
from dashboard.table.lanes import LanesBy
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.wording.spoken import spoken

HOLLOW = frozenset({Modality.PLANNED, Modality.DENIED, Modality.HYPOTHETICAL})
INSTANT = 60 * SECOND
LEAST_PX = 3
DIAMOND_PX = 9
ARROW_PX = 11


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an event wherever and however wide it is drawn."""

    event_id: str
    to_the_minute: bool
    ongoing: bool
    open_start: bool
    open_end: bool
    hollow: bool
    paint: Paint
    label: str
    hover: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as it is drawn, in microseconds of the local clock.

    ``first`` to ``last`` is what the text supports, ``certain`` the part that is sure (None for a short
    event somewhere between). ``others`` are the times that contradicting mentions give.
    """

    event_id: str
    first: int
    last: int
    certain: Stretch | None
    instant: bool
    ongoing: bool
    open_start: bool
    open_end: bool
    hollow: bool
    others: tuple[Stretch, ...]
    paint: Paint
    label: str
    hover: str

    @property
    def extent(self) -> Stretch:
        """From the first to the last moment that any reading gives."""
        every = [(self.first, self.last), *self.others]
        return min(first for first, _ in every), max(last for _, last in every)

    @property
    def doubtful(self) -> tuple[Stretch, ...]:
        """The parts that may or may not belong to the event: around the certain part, or all of it."""
        if self.certain is None:
            return ((self.first, self.last),)
        sides = ((self.first, self.certain[0]), (self.certain[1], self.last))
        return tuple((first, last) for first, last in sides if first < last)


def marks_of(shown: Shown, view: TimeView) -> list[Mark]:
    """A mark for each event that is shown, in their order."""
    found = measured(shown)
    return [
        _mark(told, outer, certain, found.others.get(told.event_id, ()))
        for told, outer, certain in zip(_told(shown), _ends(found, view), found.certain, strict=True)
    ]


def _told(shown: Shown) -> list[Told]:
    """What is told of each event, the same in every view: put into words for those that were not drawn lately."""
    rows, zone, hovers = shown.rows, shown.zone, shown.limits.hovers
    with_place = shown.by != LanesBy.PLACE
    columns = HOVER_COLUMNS if hovers else COLUMNS

    def made(numbers: Sequence[int]) -> list[Told]:
        events = Rows(rows.index, np.array(numbers, dtype=np.int64)).frame(list(columns))
        return [
            _told_of(row, zone, with_place=with_place, hovers=hovers) for row in events.to_dict("records")
        ]

    key = ("told", zone, with_place, hovers, spoken().code)
    return rows.index.once.each(key, rows.numbers.tolist(), made)


def _told_of(row: Row, zone: str, *, with_place: bool, hovers: bool) -> Told:
    return Told(
        event_id=str(row["event_id"]),
        to_the_minute=row["granularity"] == Granularity.MINUTE,
        ongoing=bool(row["ongoing"]),
        open_start=not known(row["start"]),
        open_end=not known(row["end"]),
        hollow=row["modality"] in HOLLOW,
        paint=paint(str(row["event_type"])),
        label=label_of(row, zone, with_place=with_place),
        hover=hover_of(row, zone) if hovers else "",
    )


def _mark(told: Told, outer: Stretch, certain: Stretch | None, others: tuple[Stretch, ...]) -> Mark:
    return Mark(
        event_id=told.event_id,
        first=outer[0],
        last=outer[1],
        certain=certain,
        instant=told.to_the_minute and outer[1] - outer[0] <= INSTANT,
        ongoing=told.ongoing,
        open_start=told.open_start,
        open_end=told.open_end,
        hollow=told.hollow,
        others=others,
        paint=told.paint,
        label=told.label,
        hover=told.hover,
    )


def _ends(found: Measured, view: TimeView) -> list[Stretch]:
    """The outer bounds; a side that is open runs out of view."""
    last = np.where(found.last == EVER_AFTER, np.maximum(view.last + view.span, found.first), found.last)
    first = np.where(found.first == EVER_BEFORE, np.minimum(view.first - view.span, last), found.first)
    return list(zip(first.tolist(), np.maximum(last, first + 1).tolist(), strict=True))

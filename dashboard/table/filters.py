"""What of the table is wanted: a selection, the rows it leaves, and the counts beside each choice.

A category column is compared by its codes, never word by word, so a million rows answer in milliseconds.
What each filter leaves is kept for a while: the next question mostly repeats all of them but one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import reduce

import numpy as np
import pandas as pd

from dashboard.errors import SelectionError
from dashboard.table.area import Area, in_area
from dashboard.table.choices import Choices, choices_of
from dashboard.table.columns import EVENT_COLUMNS, ReviewStatus
from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, Mask, instant
from dashboard.table.index import Index, Rows, index_of
from dashboard.table.search import search
from dashboard.table.ways import at_places
from dashboard.temporal.calendar.interval import BEYOND, is_on_calendar

TYPE_LEVELS = ("event_type", "sub_event_type", "ext_type")
UNSAID = "-"
_FILTERED = [column for column in EVENT_COLUMNS if column.filter]
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "types": TYPE_LEVELS,
    **{by.filter: tuple(each.name for each in _FILTERED if each.filter == by.filter) for by in _FILTERED},
}
_FIELD_OF = {column: field for field, columns in _COLUMNS.items() for column in columns}
_PLACES, _WINDOW, _TEXT, _AREA = "places", "window", "text", "area"
_REVIEWS, _NOT_REJECTED = "reviews", "not rejected"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are wanted; an empty tuple, None or "" asks for nothing in particular.

    A place is a key of the place tree and takes everything below it. Events without a place answer to
    ``ways.NO_PLACE``, an empty value of any other column to ``UNSAID``. The window is half-open; with ``must``
    an event counts only when it must overlap the window, whatever its true time is. Undated events are
    kept unless there is a window. ``types`` are of any level: type, sub-type or finer. Every word of ``text`` must stand somewhere in the row.
    What a person rejected is left out, unless ``reviews`` ask for it or ``rejected`` events are wanted, too.
    An ``area`` leaves only events that have a point on the map.

    Raises SelectionError when the window is empty or in no time zone.
    """

    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    sub_event_types: tuple[str, ...] = ()
    ext_types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    must: bool = False
    text: str = ""
    rejected: bool = False
    area: Area | None = None

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            if moment is not None and moment.tzinfo is None:
                msg = f"the window's {moment:%Y-%m-%d %H:%M} is in no time zone: give one"
                raise SelectionError(msg)
            if moment is not None and not is_on_calendar(moment.replace(tzinfo=None)):
                msg = f"the window's {moment:%Y-%m-%d} is {BEYOND}"
                raise SelectionError(msg)
        if self.start is not None and self.end is not None and self.start >= self.end:
            span = f"{self.start:%Y-%m-%d %H:%M} to {self.end:%Y-%m-%d %H:%M}"
            msg = f"the window {span} ends before it starts: swap the two"
            raise SelectionError(msg)

    @property
    def has_window(self) -> bool:
        """Whether time is narrowed."""
        return self.start is not None or self.end is not None

    @property
    def hides_rejected(self) -> bool:
        """Whether what a person rejected is left out."""
        return not self.rejected and not self.reviews


def wanted(index: Index, selection: Selection) -> Rows:
    """The events wanted, of which nothing is copied; the answer is kept for the next who asks for the same."""
    return index.once.lately(("wanted", selection), lambda: index.everything.where(mask(index, selection)))


def select(events: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The events wanted, as a frame that keeps the rows' index and order."""
    return wanted(Index(events), selection).frame()


def mask(events: pd.DataFrame | Index, selection: Selection) -> Mask:
    """True for each row that is wanted."""
    index = index_of(events)
    return _all(_answers(index, selection).values(), len(index))


def facet_counts(events: pd.DataFrame | Index, selection: Selection, column: str) -> dict[str, int]:
    """How many events each value of a column would leave, under all filters but the column's own.

    Most frequent first. A value that is chosen stays in the list even when nothing is left of it. An
    actor counts once an event, on whichever side. Raises SelectionError for a column no filter goes by.
    """
    field = _FIELD_OF.get(column)
    if field is None:
        msg = f"no filter goes by {column!r}: use one of {', '.join(_FIELD_OF)}"
        raise SelectionError(msg)
    index = index_of(events)
    chosen = dict.fromkeys(map(_value, getattr(selection, field)), 0)
    counts = chosen | _choices(index, field).counts(left_by_others(index, selection, field))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def left_by_others(index: Index, selection: Selection, field: str) -> Rows:
    """The events that all filters but one leave: what is counted beside its choices."""
    return wanted(index, _without(selection, field))


def rejected_left_out(index: Index, selection: Selection) -> int:
    """How many events would be wanted, had a person not rejected them."""
    if not selection.hides_rejected or not _any_rejected(index):
        return 0
    return len(wanted(index, _without(selection, _REVIEWS))) - len(wanted(index, selection))


def _answers(index: Index, selection: Selection) -> dict[str, Mask]:
    """For each filter that is on, the rows that answer to it."""
    asked: dict[str, object] = {
        field: getattr(selection, field) for field in (*_COLUMNS, _PLACES, _TEXT, _AREA)
    }
    if selection.has_window:
        asked[_WINDOW] = (selection.start, selection.end, selection.must)
    if selection.hides_rejected and _any_rejected(index):
        asked[_NOT_REJECTED] = True
    return {
        field: index.once.lately((field, said), lambda field=field: _answer(index, selection, field))  # type: ignore[misc]  # the lambda is called here
        for field, said in asked.items()
        if said
    }


def _answer(index: Index, selection: Selection, field: str) -> Mask:
    if field == _PLACES:
        return at_places(index, selection.places)
    if field == _WINDOW:
        return _in_window(index, selection)
    if field == _TEXT:
        return search(index, selection.text).found
    if field == _NOT_REJECTED:
        return ~_rejected(index)
    if field == _AREA and selection.area:
        return in_area(index, selection.area)
    return _choices(index, field).answers(map(_value, getattr(selection, field)))


def _rejected(index: Index) -> Mask:
    return _choices(index, _REVIEWS).answers([ReviewStatus.REJECTED])


def _any_rejected(index: Index) -> bool:
    return index.once.of("any rejected", lambda: bool(_rejected(index).any()))


def _choices(index: Index, field: str) -> Choices:
    return index.once.of(("choices", field), lambda: choices_of(index, _COLUMNS[field]))


def _without(selection: Selection, field: str) -> Selection:
    kept = {each.name: getattr(selection, each.name) for each in fields(selection) if each.name != field}
    return Selection(**kept | ({"rejected": True} if field == _REVIEWS else {}))


def _all(masks: Iterable[Mask], rows: int) -> Mask:
    found = list(masks)
    return reduce(np.logical_and, found) if found else np.ones(rows, dtype=bool)


def _value(word: str) -> str:
    return "" if word == UNSAID else word


def _in_window(index: Index, selection: Selection) -> Mask:
    """True where an event may (or must) overlap the window.

    It must when its outer bounds lie within the window, or its certain part overlaps it.
    """
    opens = EVER_BEFORE if selection.start is None else instant(selection.start)
    closes = EVER_AFTER if selection.end is None else instant(selection.end)
    times = index.times
    if not selection.must:
        return times.reaching(opens, closes)
    core_first, core_last, certain = index.core
    sure = certain & (core_first < closes) & (core_last > opens)
    return times.dated & (sure | ((times.first >= opens) & (times.last <= closes)))

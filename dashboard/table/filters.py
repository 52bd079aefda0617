"""What of the table is wanted: a selection, the rows it leaves, and the counts beside each choice.

A category column is compared by its codes, never word by word, so a million rows answer in milliseconds.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from urllib.parse import unquote

import numpy as np
import pandas as pd

from dashboard.errors import SelectionError
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, Instants, Mask, bounds, core, dated, instant
from dashboard.table.sources import SEVERAL, sources_of
from dashboard.temporal.calendar.interval import BEYOND, is_on_calendar

NO_PLACE = "-"
TYPE_LEVELS = ("event_type", "sub_event_type", "ext_type")
UNSAID = "-"
LEVELS = ("country", "admin1", "admin2", "location")
_SEARCHED = tuple(column.name for column in EVENT_COLUMNS if column.searched)
_FILTERED = [column for column in EVENT_COLUMNS if column.filter]
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "types": TYPE_LEVELS,
    **{by.filter: tuple(each.name for each in _FILTERED if each.filter == by.filter) for by in _FILTERED},
}
_FIELD_OF = {column: field for field, columns in _COLUMNS.items() for column in columns}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are wanted; an empty tuple, None or "" asks for nothing in particular.

    A place is a key of the place tree and takes everything below it. Events without a place answer to
    ``NO_PLACE``, an empty value of any other column to ``UNSAID``. The window is half-open; with ``must``
    an event counts only when it must overlap the window, whatever its true time is. Undated events are
    kept unless there is a window. ``types`` are of any level: type, sub-type or finer. Every word of ``text`` must stand somewhere in the row.

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
    start: datetime | None = None
    end: datetime | None = None
    must: bool = False
    text: str = ""

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


def select(events: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The events wanted, as a new frame that keeps the rows' index and order."""
    return events.take(np.flatnonzero(mask(events, selection)))


def facet_counts(events: pd.DataFrame, selection: Selection, column: str) -> dict[str, int]:
    """How many events each value of a column would leave, under all filters but the column's own.

    Most frequent first. A value that is chosen stays in the list even when nothing is left of it. An
    actor counts once an event, on whichever side. Raises SelectionError for a column no filter goes by.
    """
    field = _FIELD_OF.get(column)
    if field is None:
        msg = f"no filter goes by {column!r}: use one of {', '.join(_FIELD_OF)}"
        raise SelectionError(msg)
    wanted = mask(events, _without(selection, field))
    chosen = dict.fromkeys(map(_value, getattr(selection, field)), 0)
    counts = chosen | _counts([events[each] for each in _COLUMNS[field]], wanted)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def mask(events: pd.DataFrame, selection: Selection) -> Mask:
    """True for each row that is wanted."""
    wanted = np.ones(len(events), dtype=bool)
    for field, columns in _COLUMNS.items():
        if words := getattr(selection, field):
            wanted &= _answers([events[column] for column in columns], words)
    if selection.places:
        wanted &= _at_places(events, selection.places)
    if selection.has_window:
        wanted &= _in_window(events, selection)
    for word in selection.text.split():
        wanted &= _any(_tells(events[column], word) for column in _SEARCHED)
    return wanted


def _without(selection: Selection, field: str) -> Selection:
    kept = {each.name: getattr(selection, each.name) for each in fields(selection) if each.name != field}
    return Selection(**kept)


def _any(masks: Iterable[Mask]) -> Mask:
    return np.asarray(np.logical_or.reduce(list(masks)), dtype=bool)


def _all(masks: Iterable[Mask]) -> Mask:
    return np.asarray(np.logical_and.reduce(list(masks)), dtype=bool)


def _value(word: str) -> str:
    return "" if word == UNSAID else word


def _answers(columns: list["pd.Series[str]"], words: Iterable[str]) -> Mask:
    """True where one of the columns holds one of the words, or all are empty and that was asked for."""
    values = {_value(word) for word in words}
    found = _any(_holds(column, values - {""}) for column in columns)
    if "" in values:
        found |= _all(_holds(column, {""}) for column in columns)
    return found


def _holds(column: "pd.Series[str]", values: set[str]) -> Mask:
    return _by_category(
        column, [not values.isdisjoint(_said(column, each)) for each in column.cat.categories]
    )


def _said(column: "pd.Series[str]", category: str) -> tuple[str, ...]:
    """The values that a category stands for: an event has as many sources as tell of it."""
    return sources_of(category) if column.name in SEVERAL else (category,)


def _by_category(column: "pd.Series[str]", known: list[bool]) -> Mask:
    """What is known of each category, said of each row; a missing value has code -1 and answers no."""
    return np.array([*known, False])[column.cat.codes.to_numpy()]


def _at_places(events: pd.DataFrame, keys: Iterable[str]) -> Mask:
    """True where the place is one of the keys' or lies below it."""
    columns = [events[level] for level in LEVELS]
    codes = [column.cat.codes.to_numpy() for column in columns]
    here = np.zeros(len(events), dtype=bool)
    for key in keys:
        names = [""] * len(LEVELS) if key == NO_PLACE else [unquote(part) for part in key.split("/")]
        way = [_code(column, name) for column, name in zip(columns, names, strict=False)]
        here |= _all(code == each for code, each in zip(codes, way, strict=False))
    return here


def _code(column: "pd.Series[str]", name: str) -> int:
    """The code of a name in a column, by which rows are compared; one that no row has, where it is not there."""
    names = column.cat.categories
    return int(names.get_indexer(pd.Index([name]))[0]) if name in names else -2


def _in_window(events: pd.DataFrame, selection: Selection) -> Mask:
    """True where an event may (or must) overlap the window.

    It must when its outer bounds lie within the window, or its certain part overlaps it.
    """
    opens = EVER_BEFORE if selection.start is None else instant(selection.start)
    closes = EVER_AFTER if selection.end is None else instant(selection.end)
    first, last = bounds(events)
    if not selection.must:
        return dated(events) & (first < closes) & (last > opens)
    core_first, core_last, certain = core(events)
    sure = certain & (core_first < closes) & (core_last > opens)
    return dated(events) & (sure | _within(first, last, opens, closes))


def _within(first: Instants, last: Instants, opens: int, closes: int) -> Mask:
    return (first >= opens) & (last <= closes)


def _tells(column: "pd.Series[str]", word: str) -> Mask:
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.str.contains(word, case=False, regex=False).to_numpy(dtype=bool)
    return _by_category(column, [word.casefold() in str(each).casefold() for each in column.cat.categories])


def _counts(columns: list["pd.Series[str]"], wanted: Mask) -> dict[str, int]:
    """Rows per value; a value in two columns of a row counts once, and empty only where all are."""
    if len(columns) == 1:
        return _counts_of_one(columns[0], wanted)
    values = list(dict.fromkeys(each for column in columns for each in column.cat.categories))
    codes = [_codes(column, values)[wanted] for column in columns]
    first, *others = codes
    sums = np.bincount(first, minlength=len(values) + 1)
    for other in others:
        sums += np.bincount(other[other != first], minlength=len(values) + 1)
    counts = {value: int(count) for value, count in zip(values, sums, strict=False) if count and value}
    unsaid = int(_all(_empty(code, values) for code in codes).sum())
    return counts | ({"": unsaid} if unsaid else {})


def _counts_of_one(column: "pd.Series[str]", wanted: Mask) -> dict[str, int]:
    """Rows per value of one column, whose rows may have several."""
    codes = column.cat.codes.to_numpy()[wanted]
    sums = np.bincount(codes[codes >= 0], minlength=len(column.cat.categories))
    counts: Counter[str] = Counter()
    for category, count in zip(column.cat.categories, sums.tolist(), strict=True):
        counts.update(dict.fromkeys(_said(column, category), count))
    return {value: count for value, count in counts.items() if count}


def _codes(column: "pd.Series[str]", values: list[str]) -> Instants:
    """Codes into a list of values shared by columns; one past its end where a value is missing."""
    shared = pd.Index(values).get_indexer(column.cat.categories)
    return np.array([*shared, len(values)])[column.cat.codes.to_numpy()]


def _empty(codes: Instants, values: list[str]) -> Mask:
    return np.equal(codes, values.index("") if "" in values else len(values))

"""What a person sets, checked by its column before anything is written: its type, its words, its bounds; and the row as a whole."""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum

from dashboard.errors import DateError, EditError
from dashboard.extraction.acled import EVENT_TYPES, EventType, ExtType, SubEventType
from dashboard.store.edits import Value
from dashboard.store.values import empty
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, FLAG, REAL, TIME, WHOLE, Column
from dashboard.temporal import known_zone
from dashboard.text import whole

BY_HAND = {column.name: column for column in EVENT_COLUMNS if column.by_hand}
SET_BY_HAND = "set by hand"
"""The rule of a time that a person set."""
_WORDS: Mapping[str, type[StrEnum]] = {"sub_event_type": SubEventType, "ext_type": ExtType}
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_MOST = 2**63 - 1


def checked(values: Mapping[str, object]) -> dict[str, Value]:
    """The values as they are kept; raises EditError for the first that its column can't hold.

    >>> checked({"fatalities": "5", "start": "2018-03-05T14:00+03:00", "injured": None})
    {'fatalities': 5, 'start': '2018-03-05T11:00:00+00:00', 'injured': None}
    """
    return {name: _value(_column(name), value) for name, value in values.items()}


def _column(name: str) -> Column:
    column = BY_HAND.get(name)
    if column is None:
        known = name in {each.name for each in EVENT_COLUMNS}
        why = "is not set by hand: it follows from the reports" if known else "is no field of an event"
        msg = f"{name}: {why}; those that can be set are {', '.join(BY_HAND)}"
        raise EditError(msg)
    return column


def _value(column: Column, value: object) -> Value:
    reader = _READERS.get(column.dtype, _text)
    if value is None or value == "":
        return empty(column)
    found = reader(column, value)
    return _in_bounds(column, found) if isinstance(found, int | float) and column.dtype != FLAG else found


def _refused(column: Column, value: object, wanted: str) -> EditError:
    shown = repr(value)
    shown = shown if len(shown) <= 60 else f"{shown[:60]}…"
    return EditError(f"{column.name}: {shown} is {wanted}")


def _time(column: Column, value: object) -> Value:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        if moment.tzinfo is None:
            raise _refused(column, value, "a moment of no zone; write it like 2018-03-05T14:00+03:00")
        return moment.astimezone(UTC).isoformat()
    except (ValueError, OverflowError) as error:
        raise _refused(column, value, "no moment; write one like 2018-03-05T14:00+03:00") from error


def _whole_number(column: Column, value: object) -> Value:
    try:
        if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
            raise ValueError
        number = int(str(value)) if isinstance(value, str) else int(value)  # type: ignore[call-overload]
    except (ValueError, TypeError, OverflowError) as error:
        raise _refused(column, value, "no whole number") from error
    if abs(number) > _MOST:
        raise _refused(column, value, "too large a number")
    return int(number)


def _real(column: Column, value: object) -> Value:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (ValueError, TypeError, OverflowError) as error:
        raise _refused(column, value, "no number") from error
    if not math.isfinite(number) or isinstance(value, bool):
        raise _refused(column, value, "no number")
    return number


def _flag(column: Column, value: object) -> Value:
    truth = _TRUTHS.get(str(value).strip().casefold())
    if truth is None:
        raise _refused(column, value, "neither yes nor no")
    return truth


def _text(column: Column, value: object) -> Value:
    if not isinstance(value, str):
        raise _refused(column, value, "no text")
    if "\0" in value:
        raise _refused(column, value, "no text that can be kept: it holds a zero character")
    text = whole(value.strip()) if column.dtype == CATEGORY else whole(value)
    words = column.words or tuple(_WORDS.get(column.name, ()))
    if words and text not in words:
        raise _refused(column, value, f"none of its words: {', '.join(filter(None, words))}")
    special = _SPECIAL.get(column.name)
    return special(column, text) if special else text


def _zone(column: Column, text: str) -> str:
    try:
        return known_zone(text)
    except DateError as error:
        raise _refused(column, text, f"no time zone ({error})") from error


def _iso(column: Column, text: str) -> str:
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise _refused(column, text, "no two letters of a country, like SY")
    return text.upper()


_READERS: Mapping[str, Callable[[Column, object], Value]] = {
    TIME: _time,
    WHOLE: _whole_number,
    REAL: _real,
    FLAG: _flag,
}
_SPECIAL: Mapping[str, Callable[[Column, str], str]] = {"timezone": _zone, "iso": _iso}


def _in_bounds(column: Column, number: float) -> Value:
    if column.least is not None and number < column.least:
        raise _refused(column, number, f"less than {column.least:g}")
    if column.most is not None and number > column.most:
        raise _refused(column, number, f"more than {column.most:g}")
    return number


def follows(values: Mapping[str, Value], row: Mapping[str, Value]) -> dict[str, Value]:
    """What a person sets, with what follows from it: the type of a sub-type, bounds that admit a toll, no certain part outside a new time.

    >>> follows({"sub_event_type": "Armed clash"}, {})
    {'sub_event_type': 'Armed clash', 'event_type': 'Battles'}
    """
    found = dict(values)
    sub = found.get("sub_event_type")
    if sub and "event_type" not in found:
        found["event_type"] = next(kind.value for kind, subs in EVENT_TYPES.items() if sub in subs)
    if "event_type" in found and "sub_event_type" not in found and not _fits(found["event_type"], row):
        found["sub_event_type"] = SubEventType.NONE.value
    found |= _unplaced(found, row)
    found |= {name: each for name, each in _bounds(found, row).items() if name not in found}
    if found.keys() & {"start", "end"}:
        found.setdefault("time_rule", SET_BY_HAND)
        after = {**row, **found}
        if not _core_within(after):
            found.setdefault("core_start", None)
            found.setdefault("core_end", None)
    return found


def _unplaced(values: Mapping[str, Value], row: Mapping[str, Value]) -> Mapping[str, Value]:
    """What was told of another place, emptied: a new name must not stand on an old point."""
    if "location" not in values or values["location"] == row.get("location"):
        if values.get("place_id", row.get("place_id")) != row.get("place_id"):
            msg = "place_id: goes with its location, latitude and longitude; set them too"
            raise EditError(msg)
        return {}
    left = {"place_id": "", "latitude": None, "longitude": None, "geo_precision": None}
    return {
        name: each for name, each in left.items() if name not in values and row.get(name) not in {None, ""}
    }


def _bounds(values: Mapping[str, Value], row: Mapping[str, Value]) -> Mapping[str, Value]:
    """The bounds of a toll that a person sets: itself where those that were read exclude it, none where it is emptied."""
    if "fatalities" not in values:
        return {}
    toll, low, high = values["fatalities"], row.get("fatalities_low"), row.get("fatalities_high")
    told = [each for each in (low, high) if isinstance(each, int)]
    if isinstance(toll, int) and (not told or min(told) <= toll <= max(told)):
        return {}
    bounds = {"fatalities_low": low, "fatalities_high": high}
    return {name: toll for name, each in bounds.items() if isinstance(each, int)}


def _fits(kind: Value, row: Mapping[str, Value]) -> bool:
    sub = row.get("sub_event_type")
    return not sub or not kind or sub in EVENT_TYPES.get(EventType(str(kind)), ())


def _core_within(row: Mapping[str, Value]) -> bool:
    start, end, core_start, core_end = (row.get(name) for name in ("start", "end", "core_start", "core_end"))
    return (core_start is None or (start is not None and at(start) <= at(core_start))) and (
        core_end is None or (end is not None and at(core_end) <= at(end))
    )


def must_make_sense(event_id: str, row: Mapping[str, Value]) -> None:
    """Raise EditError for a row of which one value contradicts another."""
    for low, high in (("start", "end"), ("core_start", "core_end")):
        first, last = row.get(low), row.get(high)
        if first is not None and last is not None and at(first) >= at(last):
            msg = f"{event_id}: its {low} {first} would not be before its {high} {last}; set both"
            raise EditError(msg)
    for low, high in (("fatalities_low", "fatalities_high"), ("fatalities_low", "fatalities"), ("fatalities", "fatalities_high")):  # fmt: skip
        least, most = row.get(low), row.get(high)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            msg = f"{event_id}: its {low} {least} would be more than its {high} {most}; set both"
            raise EditError(msg)
    if not _core_within(row):
        msg = f"{event_id}: its certain part (core_start, core_end) would not lie between its start and end; set them too"
        raise EditError(msg)
    if (row.get("latitude") is None) != (row.get("longitude") is None):
        msg = f"{event_id}: a point needs latitude and longitude; set both, or neither"
        raise EditError(msg)


def at(value: Value) -> datetime:
    """A kept moment."""
    return datetime.fromisoformat(str(value))

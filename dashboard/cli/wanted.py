"""What is to be exported, as people name it: places, types, a window."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches

import pandas as pd

from dashboard.cli.moments import read_typed
from dashboard.errors import SelectionError
from dashboard.gazetteer.spelling import key as spelling_key
from dashboard.table.build import to_utc
from dashboard.table.places import PlaceNode, place_tree

_TYPE_COLUMNS = ("event_type", "sub_event_type", "ext_type")
_SHOWN = 12


def places_named(events: pd.DataFrame, names: Iterable[str]) -> tuple[str, ...]:
    """The keys of the place tree with these names; a region takes all that lies in it.

    The letters decide, whatever their case; where nothing is spelled so, one spelling of a name stands
    for another (al-Tadamon, Tadamon). Raises SelectionError for a name that no event is at.
    """
    nodes = [node for top in place_tree(events) for node in _flat(top)]
    return tuple(node.key for name in names for node in _called(name, nodes))


def of_types(events: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """The events of any of these types, sub-types or finer types; all of them when none is named.

    Raises SelectionError for a type that no row of the table can have, or none has.
    """
    if not names:
        return events
    wanted = pd.Series(data=False, index=events.index)
    for name in names:
        wanted |= _is_type(events, name)
    return events[wanted]


def window_of(first: str | None, last: str | None, zone: str) -> tuple[datetime | None, datetime | None]:
    """The window from the first moment of one date to the last of another, in UTC; None where open."""
    start = read_typed(first).start if first is not None else None
    end = read_typed(last).end if last is not None else None
    if start and end and start >= end:
        msg = f"the window from {first} to {last} ends before it starts: swap the two"
        raise SelectionError(msg)
    return to_utc(start, zone), to_utc(end, zone)


def _called(name: str, nodes: Sequence[PlaceNode]) -> list[PlaceNode]:
    """The places of that name, the exact spelling first."""
    wanted = name.strip().casefold()
    same = [node for node in nodes if wanted in (node.label.casefold(), node.key.casefold())]
    alike = same or [node for node in nodes if spelling_key(node.label) == spelling_key(name)]
    if not alike:
        raise SelectionError(_unknown("place", name, [node.label for node in nodes]))
    return alike


def _flat(node: PlaceNode) -> Iterator[PlaceNode]:
    yield node
    for child in node.children:
        yield from _flat(child)


def _is_type(events: pd.DataFrame, name: str) -> pd.Series:
    known = {word for column in _TYPE_COLUMNS for word in events[column].cat.categories if word}
    words = {word for word in known if _is_called(word, name)}
    if not words:
        raise SelectionError(_unknown("type", name, sorted(known)))
    return events[list(_TYPE_COLUMNS)].isin(words).any(axis=1)


def _is_called(word: str, name: str) -> bool:
    """Whether it is the word, or one side of its slash: "explosions" for "Explosions/Remote violence"."""
    wanted = name.strip().casefold()
    return wanted in (word.casefold(), *word.casefold().split("/"))


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=3)
    rest = [word for word in dict.fromkeys(known) if word not in near]
    shown = [*near, *rest][:_SHOWN]
    more = " …" if len(near) + len(rest) > len(shown) else ""
    return f"no {kind} is called {name!r} here; there are: {', '.join(shown) or 'none'}{more}"

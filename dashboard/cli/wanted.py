"""What is to be exported, as people name it: places, types, a window."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches

import pandas as pd

from dashboard.cli.moments import read_typed
from dashboard.errors import SelectionError
from dashboard.exchange.headings import Headings
from dashboard.gazetteer.spelling import key as spelling_key
from dashboard.publish.extract import Wanted
from dashboard.table.build import to_utc
from dashboard.table.filters import TYPE_LEVELS, Selection
from dashboard.table.place_tree import PlaceNode, place_tree
from dashboard.table.zones import home_zone

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person asked for, as typed."""

    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    timezone: str = ""
    headings: Headings = Headings.MONTH


def wanted(events: pd.DataFrame, asked: Asked) -> Wanted:
    """What that means of these events. Raises SelectionError, or DateError, for what can't be meant."""
    start, end = window_of(asked.first, asked.last, asked.timezone or home_zone(events))
    places = places_named(events, asked.places)
    datasets = datasets_named(events, asked.datasets)
    whole = Selection(places=places, datasets=datasets, start=start, end=end, rejected=True)
    return Wanted(replace(whole, **types_named(events, asked.types)), asked.timezone, headings=asked.headings)  # type: ignore[arg-type]  # the names are ours


def places_named(events: pd.DataFrame, names: Iterable[str]) -> tuple[str, ...]:
    """The keys of the place tree with these names; a region takes all that lies in it.

    The letters decide, whatever their case; where nothing is spelled so, one spelling of a name stands
    for another (al-Tadamon, Tadamon). Raises SelectionError for a name that no event is at.
    """
    nodes = [node for top in place_tree(events) for node in _flat(top)]
    return tuple(node.key for name in names for node in _called(name, nodes))


def datasets_named(events: pd.DataFrame, names: Iterable[str]) -> tuple[str, ...]:
    """The datasets of these names, whatever their case. Raises SelectionError for a name that none has."""
    known = sorted(set(events["dataset"].cat.categories) - {""})
    folded = {each.casefold(): each for each in known}
    for name in names:
        if name.strip().casefold() not in folded:
            raise SelectionError(_unknown("dataset", name, known))
    return tuple(dict.fromkeys(folded[name.strip().casefold()] for name in names))


def types_named(events: pd.DataFrame, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The field of a selection that asks for these types, and its words; ``types`` where they are of several levels.

    Raises SelectionError for a type that no row of the table can have, or none has.
    """
    words = {level: set(events[level].cat.categories) - {""} for level in TYPE_LEVELS}
    wanted = tuple(dict.fromkeys(word for name in names for word in _types(name, words)))
    levels = [level for level in TYPE_LEVELS if not words[level].isdisjoint(wanted)]
    return {f"{levels[0]}s" if len(levels) == 1 else "types": wanted} if wanted else {}


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


def _types(name: str, words: Mapping[str, set[str]]) -> list[str]:
    """The words for types, of whatever level, that are called so."""
    known = sorted(set().union(*words.values()))
    called = [word for word in known if _is_called(word, name)]
    if not called:
        raise SelectionError(_unknown("type", name, known))
    return called


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

"""Tellings of one event brought together, each step with its reason.

Two tellings are one event when nothing they say apart contradicts (kind, wave, day, place) and enough of it
agrees (``likeness``). A telling is held against the groups there are; what one report tells apart stays
apart. Only what may be alike is compared: groups are found by kind, day and part of the map, so that a
thousand reports cost little more than a thousand times one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice

from dashboard.extraction.attach.when import STATES
from dashboard.extraction.link.features import Facts, Spot
from dashboard.extraction.link.similarity import Likeness, Point, likeness

_FELLOWS = 24
"""Tellings of an event that a new one is held against: more tell nothing new, and cost their square."""
_NEWEST = 512
"""Groups of one kind, day and part of the map that a telling is held against: the newest, so that a text of any
length costs no more than its length."""
_CLOSE = 0.1  # what it adds when all of a group agree and not only one
_LONG_DAYS = 45  # a longer stretch is kept by no day, and held against every group of its kind
_CELL = 0.5  # degrees: a part of the map, wider than any two places that are taken for one


_STATE_DAYS = 2  # days around a state on which it may be told again
_ALL, _LONG, _UNDATED, _ANYWHERE = "all", "long", "undated", "anywhere"


@dataclass(frozen=True, slots=True)
class Member:
    """One telling in a group: its number, and how alike it was to the group when it came; None for the first."""

    number: int
    likeness: Likeness | None = None


Key = tuple[str, object, object]
Group = tuple[Member, ...]
Batch = Sequence[int]
Apart = Mapping[int, frozenset[int]]


def grouped(
    told: Sequence[Facts], batches: Iterable[Batch] | None = None, apart: Apart | None = None
) -> list[Group]:
    """Groups of tellings, one an event, in order of the first of each.

    ``batches`` are tellings that come together and are told apart (the events of one report), best matches
    first; without them each comes alone. ``apart`` are tellings that a person keeps out of each other's group.

    >>> from datetime import datetime
    >>> day = {"start": datetime(2018, 5, 21), "end": datetime(2018, 5, 22)}
    >>> told = [
    ...     Facts("Battles", "Armed clash", **day),
    ...     Facts("Riots"),
    ...     Facts("Battles", "Armed clash", **day),
    ... ]
    >>> [[member.number for member in group] for group in grouped(told)]
    [[0, 2], [1]]
    """
    shelf = _Shelf(told, apart or {})
    for batch in batches if batches is not None else ([number] for number in range(len(told))):
        shelf.add(batch)
    return [tuple(group) for group in shelf.groups]


@dataclass(slots=True)
class _Shelf:
    """The groups so far, and where to look for those that a telling may belong to."""

    told: Sequence[Facts]
    apart: Apart
    groups: list[list[Member]] = field(default_factory=list)
    kept: defaultdict[Key, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, batch: Batch) -> None:
        """Each telling of the batch into the group most like it, no two into one, or into one of its own."""
        wanted = [(found.score, at, number, found) for number in batch for at, found in self._alike(number)]
        placed: dict[int, tuple[int, Likeness]] = {}
        taken: set[int] = set()
        for _, at, number, found in sorted(wanted, key=lambda each: each[:3], reverse=True):
            if number not in placed and at not in taken:
                placed[number] = (at, found)
                taken.add(at)
        for number in batch:
            self._put(number, *placed.get(number, (len(self.groups), None)))

    def _put(self, number: int, at: int, found: Likeness | None) -> None:
        if at == len(self.groups):
            self.groups.append([])
        self.groups[at].append(Member(number, found))
        for key in _kept_under(self.told[number]):
            self.kept[key][at] = None

    def _alike(self, number: int) -> Iterator[tuple[int, Likeness]]:
        """The groups that are enough like it, and how much."""
        keys = _sought_under(self.told[number])
        alike = {at for key in keys for at in islice(reversed(self.kept.get(key, {})), _NEWEST)}
        for at in sorted(alike)[-_NEWEST:]:
            found = self._likeness(number, self.groups[at])
            if found is not None and found.score >= found.enough:
                yield at, found

    def _likeness(self, number: int, group: Sequence[Member]) -> Likeness | None:
        """The telling against each of the group; None when something contradicts."""
        barred = self.apart.get(number)
        if barred and any(member.number in barred for member in group):
            return None
        fellows = [self.told[member.number] for member in group[:_FELLOWS]]
        found = [likeness(self.told[number], other) for other in fellows]
        agreed = [each for each in found if each]
        if not agreed or not _is_settled(fellows, found):
            return None
        best = max(agreed, key=lambda each: each.score)
        share = len(agreed) / len(found)
        return replace(best, points=(*best.points, Point("fellows", _CLOSE * share, f"{share:.0%} agree")))


def _is_settled(fellows: Sequence[Facts], found: Sequence[Likeness | None]) -> bool:
    """Whether a telling contradicts none of the fellows, or only those that contradict their own wave.

    A wave is one event even where its times disagree: what agrees with one telling of it belongs to it.
    """
    agreed = frozenset[str]().union(*(each.waves for each, pair in zip(fellows, found, strict=True) if pair))
    return all(pair or each.waves & agreed for each, pair in zip(fellows, found, strict=True))


def _kept_under(telling: Facts) -> Iterator[Key]:
    """Every shelf on which a group with this telling stands."""
    areas = [*_areas(telling), _ALL]
    for time in [*(_days(telling, _STATE_DAYS if _lasts(telling) else 0) or [_LONG]), _ALL]:
        for area in areas:
            yield telling.event_type, time, area
    if telling.waves:
        yield telling.event_type, telling.ext_type, "wave"


def _sought_under(telling: Facts) -> Iterator[Key]:
    """Every shelf on which a group that may be like this telling stands."""
    days = _days(telling, _STATE_DAYS if telling.ongoing or _lasts(telling) else 0)
    areas = [_ANYWHERE, *_around(telling)] if _areas(telling) != [_ANYWHERE] else [_ALL]
    for time in [*days, _LONG] if days else [_ALL]:
        for area in areas:
            yield telling.event_type, time, area
    if telling.waves:
        yield telling.event_type, telling.ext_type, "wave"


def _lasts(telling: Facts) -> bool:
    """Whether it may be told again on the days around: a state, or a headline without a time."""
    return telling.timeless or telling.ext_type in STATES


def _days(telling: Facts, more: int) -> list[object]:
    """The days it may be on, and some more at both ends; nothing for one too long or open to be kept by day."""
    if not telling.placed:
        return [_UNDATED]
    if telling.start is None or telling.end is None:
        return []
    first = telling.start.toordinal() - more
    last = (telling.end - timedelta(microseconds=1)).toordinal() + more
    return list(range(first, max(last, first) + 1)) if last - first <= _LONG_DAYS else []


def _areas(telling: Facts) -> list[object]:
    """The part of the map it is in, and its name; anywhere for what may be taken for other places."""
    spot = telling.spot
    if spot is None or spot.taken_over or spot.wide or telling.heading:
        return [_ANYWHERE]
    return [spot.name, *_cells(spot, 0)]


def _around(telling: Facts) -> list[object]:
    return [telling.spot.name, *_cells(telling.spot, 1)] if telling.spot else []


def _cells(spot: Spot, more: int) -> Iterator[object]:
    if not spot.place_id or spot.latitude is None or spot.longitude is None:
        return
    row, column = round(spot.latitude / _CELL), round(spot.longitude / _CELL)
    for north in range(-more, more + 1):
        for east in range(-more, more + 1):
            yield row + north, column + east

"""Accounts of one event brought together, each step with its reason.

Two accounts are one event when nothing they say apart contradicts (kind, batch, day, place) and enough of it
agrees (``similarity``). A account is held against the groups there are; what one report keeps apart stays
apart. Only what may be alike is compared: groups are found by kind, day and part of the map, so that a
thousand reports cost little more than a thousand times one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice

from dashboard.extraction.acled import STATES
from dashboard.extraction.link.features import Features, Spot
from dashboard.extraction.link.similarity import Agreement, Similarity, similarity

_FELLOWS = 24
"""Accounts of an event that a new one is held against: more say nothing new, and cost their square."""
_NEWEST = 512
"""Groups of one kind, day and part of the map that an account is held against: the newest, so that a text of any
length costs no more than its length."""
_CLOSE = 0.1  # what it adds when all of a group agree and not only one
_LONG_DAYS = 45  # a longer stretch is kept by no day, and held against every group of its kind
_CELL = 0.5  # degrees: a part of the map, wider than any two places that are taken for one


_STATE_DAYS = 2  # days around a state on which it may be reported again
_ALL, _LONG, _UNDATED, _ANYWHERE, _BATCH = "all", "long", "undated", "anywhere", "batch"


@dataclass(frozen=True, slots=True)
class Member:
    """One account in a group: its number, and how alike it was to the group when it came; None for the first."""

    number: int
    similarity: Similarity | None = None


Key = tuple[str, object, object]
Cluster = tuple[Member, ...]
Bundle = Sequence[int]
Apart = Mapping[int, frozenset[int]]


def grouped(
    accounts: Sequence[Features], bundles: Iterable[Bundle] | None = None, apart: Apart | None = None
) -> list[Cluster]:
    """Groups of accounts, one an event, in order of the first of each.

    ``bundles`` are accounts that come together and are kept apart (the events of one report), best matches
    first; without them each comes alone. ``apart`` are accounts that a person keeps out of each other's group.

    >>> from datetime import datetime
    >>> day = {"start": datetime(2018, 5, 21), "end": datetime(2018, 5, 22)}
    >>> accounts = [
    ...     Features("Battles", "Armed clash", **day),
    ...     Features("Riots"),
    ...     Features("Battles", "Armed clash", **day),
    ... ]
    >>> [[member.number for member in group] for group in grouped(accounts)]
    [[0, 2], [1]]
    """
    shelf = _Shelf(accounts, apart or {})
    for bundle in bundles if bundles is not None else ([number] for number in range(len(accounts))):
        shelf.add(bundle)
    return [tuple(group) for group in shelf.groups]


@dataclass(slots=True)
class _Shelf:
    """The groups so far, and where to look for those that an account may belong to."""

    accounts: Sequence[Features]
    apart: Apart
    groups: list[list[Member]] = field(default_factory=list)
    kept: defaultdict[Key, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, bundle: Bundle) -> None:
        """Each account of the bundle into the group most like it, no two into one, or into one of its own."""
        wanted = [(found.score, at, number, found) for number in bundle for at, found in self._alike(number)]
        placed: dict[int, tuple[int, Similarity]] = {}
        taken: set[int] = set()
        for _, at, number, found in sorted(wanted, key=lambda each: each[:3], reverse=True):
            if number not in placed and at not in taken:
                placed[number] = (at, found)
                taken.add(at)
        for number in bundle:
            self._put(number, *placed.get(number, (len(self.groups), None)))

    def _put(self, number: int, at: int, found: Similarity | None) -> None:
        if at == len(self.groups):
            self.groups.append([])
        self.groups[at].append(Member(number, found))
        for key in _kept_under(self.accounts[number]):
            self.kept[key][at] = None

    def _alike(self, number: int) -> Iterator[tuple[int, Similarity]]:
        """The groups that are enough like it, and how much."""
        keys = _sought_under(self.accounts[number])
        alike = {at for key in keys for at in islice(reversed(self.kept.get(key, {})), _NEWEST)}
        for at in sorted(alike)[-_NEWEST:]:
            found = self._similarity(number, self.groups[at])
            if found is not None and found.score >= found.enough:
                yield at, found

    def _similarity(self, number: int, group: Sequence[Member]) -> Similarity | None:
        """The account against each of the group; None when something contradicts."""
        barred = self.apart.get(number)
        if barred and any(member.number in barred for member in group):
            return None
        fellows = [self.accounts[member.number] for member in group[:_FELLOWS]]
        found = [similarity(self.accounts[number], other) for other in fellows]
        agreed = [each for each in found if each]
        if not agreed or not _is_settled(self.accounts[number], fellows, found):
            return None
        best = max(agreed, key=lambda each: each.score)
        share = len(agreed) / len(found)
        return replace(
            best, points=(*best.points, Agreement("fellows", _CLOSE * share, f"{share:.0%} agree"))
        )


def _is_headline_of(head: Features, account: Features) -> bool:
    """Whether a headline without a day may be of an account, whatever its day: its town, or none."""
    if not (head.heading and head.timeless):
        return False
    places = [
        each.place_id or each.name for each in (head.spot, account.spot) if each and not each.taken_over
    ]
    return len(set(places)) < 2


def _is_settled(account: Features, fellows: Sequence[Features], found: Sequence[Similarity | None]) -> bool:
    """Whether an account contradicts none of the fellows, or only headlines and those that contradict their own batch.

    A batch is one event even where its times disagree: what agrees with one account of it belongs to it.
    """
    agreed = frozenset[str]().union(
        *(each.batches for each, pair in zip(fellows, found, strict=True) if pair)
    )
    return all(
        pair or _is_headline_of(each, account) or each.batches & agreed
        for each, pair in zip(fellows, found, strict=True)
    )


def _kept_under(account: Features) -> Iterator[Key]:
    """Every shelf on which a group with this account stands."""
    areas = [*_areas(account), _ALL]
    for time in [*(_days(account, _STATE_DAYS if _lasts(account) else 0) or [_LONG]), _ALL]:
        for area in areas:
            yield account.event_type, time, area
    if account.batches:
        yield account.event_type, account.ext_type, _BATCH


def _sought_under(account: Features) -> Iterator[Key]:
    """Every shelf on which a group that may be like this account stands."""
    days = _days(account, _STATE_DAYS if account.ongoing or _lasts(account) else 0)
    areas = [_ANYWHERE, *_around(account)] if _areas(account) != [_ANYWHERE] else [_ALL]
    for time in [*days, _LONG] if days else [_ALL]:
        for area in areas:
            yield account.event_type, time, area
    if account.batches:
        yield account.event_type, account.ext_type, _BATCH


def looked_for_under(account: Features) -> Iterator[Key]:
    """Every shelf on which an account may stand that is like this one, whichever of the two came first."""
    return _sought_under(account)


def may_be_sought_under(account: Features) -> Iterator[Key]:
    """Every shelf on which this account is found by one that is like it, whichever of the two came first."""
    more = _STATE_DAYS if account.ongoing or _lasts(account) else 0
    areas = [*_areas(account), _ALL]
    for time in [*(_days(account, more) or [_LONG]), _ALL]:
        for area in areas:
            yield account.event_type, time, area
    if account.batches:
        yield account.event_type, account.ext_type, _BATCH


def is_enough(found: Similarity) -> bool:
    """Whether two accounts that are so alike may be in one group: by themselves, or with fellows that all agree."""
    return found.score + _CLOSE >= found.enough


def _lasts(account: Features) -> bool:
    """Whether it may be reported again on the days around: a state, or a headline without a time."""
    return account.timeless or account.ext_type in STATES


def _days(account: Features, more: int) -> list[object]:
    """The days it may be on, and some more at both ends; nothing for one too long or open to be kept by day."""
    if not account.placed:
        return [_UNDATED]
    if account.start is None or account.end is None:
        return []
    first = account.start.toordinal() - more
    last = (account.end - timedelta(microseconds=1)).toordinal() + more
    return list(range(first, max(last, first) + 1)) if last - first <= _LONG_DAYS else []


def _areas(account: Features) -> list[object]:
    """The part of the map it is in, and its name; anywhere for what may be taken for other places."""
    spot = account.spot
    if spot is None or spot.taken_over or spot.wide or account.heading:
        return [_ANYWHERE]
    return [spot.name, *_cells(spot, 0)]


def _around(account: Features) -> list[object]:
    return [account.spot.name, *_cells(account.spot, 1)] if account.spot else []


def _cells(spot: Spot, more: int) -> Iterator[object]:
    if not spot.place_id or spot.latitude is None or spot.longitude is None:
        return
    row, column = round(spot.latitude / _CELL), round(spot.longitude / _CELL)
    for north in range(-more, more + 1):
        for east in range(-more, more + 1):
            yield row + north, column + east

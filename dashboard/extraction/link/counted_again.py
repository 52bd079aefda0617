"""Groups that count the very same dead on the same day: one act, told once by its region and once by its village.

And those that only say that somebody was killed in a town where an act of that day has killed as many, or has killed at all: "a funeral
for two men who were killed on Friday".
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from dashboard.extraction.acled import EventType, SubEventType
from dashboard.extraction.link.acts import acts, is_struck
from dashboard.extraction.link.retold import Group
from dashboard.gazetteer import REGION

_FEWEST = 5  # two acts of one day seldom cost the same number of lives, if those are not few
_TWO = 2  # who tells of one dead may well tell of another one
_NEWEST = 20  # groups: so far back an act may have been told
_WHY = "told again: it counts the same dead on the same day"


def counted_again(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups; of two that are one act, the one with no town, or with no doer, put into the other."""
    kept: list[Group] = list(groups)
    for number, group in enumerate(kept):
        before = range(max(0, number - _NEWEST), number)
        at = next((at for at in reversed(before) if kept[at] and _is_one(kept[at], group)), None)
        if at is None:
            continue
        later = _only_kills(kept[at]) or (_is_in_town(group) and not _is_in_town(kept[at]))
        host, told = (number, at) if later else (at, number)
        more = tuple(replace(each, leans=True, alike=_WHY) for each in kept[told])
        kept[host], kept[told] = (*kept[host], *more), ()
    return tuple(group for group in kept if group)


def _is_one(one: Group, other: Group) -> bool:
    apart = any(each.clause.another for each in other) or one[0].clause.sentence == other[0].clause.sentence
    if apart or not _is_same_day(one, other):
        return False
    same = one[0].coding.event_type is other[0].coding.event_type and is_struck(one[0])
    counted = _dead_as_first_told(one) == _dead_as_first_told(other) >= _FEWEST
    return (same and counted) or _is_killing_of(one, other) or _is_killing_of(other, one)


def _is_killing_of(told: Group, act: Group) -> bool:
    """Whether it only says that somebody was killed, in the town of an act of that day: nobody counted, or as many."""
    if not _only_kills(told):
        return False
    places = [each.where.place for each in (*told, *act) if each.where.place]
    there = len({each.location for each in places}) == 1 and all(each.precision < REGION for each in places)
    done = act[0].coding.event_type is not EventType.STRATEGIC_DEVELOPMENTS
    uncounted, counted = (
        not _dead_as_first_told(told) and _dead_as_first_told(act) > 0,
        _dead_as_first_told(told) == _dead_as_first_told(act) >= _TWO,
    )
    return there and done and (uncounted or counted)


def _only_kills(group: Group) -> bool:
    """Whether it names nobody who did it, and tells of the killing in general words."""
    return all(
        each.coding.sub_event_type is SubEventType.ATTACK and not each.heading and not acts(each)
        for each in group
    )


def _is_same_day(one: Group, other: Group) -> bool:
    """Whether the two overlap, or one of them tells no day of its own."""
    told = ([each.when for each in group if each.when.start and each.when.end] for group in (one, other))
    return any(not first.is_apart(second) for first, second in product(*told))


def _dead_as_first_told(group: Group) -> int:
    """The first count of the dead in a group; 0 where nobody counted."""
    return next((each.casualties.killed.low for each in group if each.casualties.killed), 0)


def _is_in_town(group: Group) -> bool:
    places = (each.where for each in group if not each.leans)
    return any(
        each.place is not None and each.place.precision < REGION and not each.inherited for each in places
    )

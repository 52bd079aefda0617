"""Mentions of one event brought together, each step with its reason.

Two mentions are one event when nothing they say apart contradicts (kind, wave, day, place) and enough of it
agrees. A named wave ("the first batch") is one event even where the times told for it disagree: that is a
conflict to be shown, not a second event.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from dashboard.extraction.mentions import Draft
from dashboard.extraction.when import STATES
from dashboard.gazetteer import Resolved
from dashboard.temporal import Granularity, Interval

_ENOUGH = 2.6
_STATE_GAP = timedelta(hours=36)  # a state told on two days running is one state
_NEAR_KM = {"Strategic developments": 15.0}
_SAME_KM = 3.0
_FELLOWS = (
    24  # mentions of an event that a new one is held against: more tell nothing new, and cost their square
)
_WIDE = 3  # geo_precision of a region
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a mention is to a group of mentions, and why."""

    score: float
    reasons: tuple[str, ...]


Group = tuple[Draft, ...]


def merged(mentions: Iterable[Draft]) -> list[Group]:
    """Groups of mentions, one an event, in order of first mention."""
    groups: list[Group] = []
    for mention in mentions:
        scored = [(likeness(mention, group), at) for at, group in enumerate(groups)]
        best = max(
            ((found.score, at) for found, at in scored if found and found.score >= _ENOUGH), default=None
        )
        if best is None:
            groups.append((mention,))
        else:
            groups[best[1]] = (*groups[best[1]], mention)
    return groups


def likeness(mention: Draft, group: Group) -> Likeness | None:
    """The mention against each of the group; None when something contradicts."""
    group = group[:_FELLOWS]
    found = [pair for other in group if (pair := _pair(mention, other))]
    if not found or any(_waves_differ(mention, other) for other in group):
        return None
    best = max(found, key=lambda each: each.score)
    return Likeness(best.score + 0.1 * (len(found) / len(group)), best.reasons)


def _pair(one: Draft, other: Draft) -> Likeness | None:
    if not _one_kind(one, other) or _waves_differ(one, other):
        return None
    same_wave = bool(one.batch) and one.batch == other.batch and one.coding.ext_type == other.coding.ext_type
    time = 1.5 if same_wave else _time(one, other)
    place = _place(one, other)
    if time is None or place is None:
        return None
    words = [f"same kind: {one.coding.sub_event_type}", *(["the same wave"] if same_wave else [])]
    score = 1.0 + time + place + (1.0 if same_wave else 0.0) + _actors(one, other)
    return Likeness(score, (*words, f"time {time:.1f}", f"place {place:.1f}"))


def _one_kind(one: Draft, other: Draft) -> bool:
    first, second = one.coding, other.coding
    if first.event_type != second.event_type or one.preparation != other.preparation:
        return False
    if first.ext_type and second.ext_type:
        return first.ext_type == second.ext_type
    return first.sub_event_type == second.sub_event_type


def _waves_differ(one: Draft, other: Draft) -> bool:
    return bool(one.batch and other.batch) and one.batch != other.batch


def _time(one: Draft, other: Draft) -> float | None:
    """0.5 to 1.5 by how much the two overlap; None when they can't be the same time."""
    first, second = one.when, other.when
    if not first.placed or not second.placed:
        return 0.5 if first.notes == second.notes else None
    gap = _gap(first.start, first.end, second.start, second.end)
    if gap is None:
        return 0.5 + _shared(_bounds(first.start, first.end), _bounds(second.start, second.end))
    lasting = one.coding.ext_type in STATES or (first.ongoing and second.ongoing)
    return 0.5 if lasting and gap <= _STATE_GAP else None


def _gap(
    start: datetime | None, end: datetime | None, other_start: datetime | None, other_end: datetime | None
) -> timedelta | None:
    """The time between two stretches; None when they touch or an open side makes them."""
    if end and other_start and end <= other_start:
        return other_start - end
    if start and other_end and other_end <= start:
        return start - other_end
    return None


def _bounds(start: datetime | None, end: datetime | None) -> Interval | None:
    return Interval(start, end, Granularity.UNKNOWN) if start and end and start < end else None


def _shared(one: Interval | None, other: Interval | None) -> float:
    """The shorter one's share that lies in the longer one, weighed by how alike the lengths are: 0 to 1."""
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return 0.5
    shared = min(one.end, other.end) - max(one.start, other.start)
    lengths = sorted((one.end - one.start, other.end - other.start))
    return max(0.0, shared / lengths[0]) * (0.5 + 0.5 * (lengths[0] / lengths[1]))


def _place(one: Draft, other: Draft) -> float | None:
    """0.5 to 1.5; None when both name places that are too far apart."""
    first, second = one.where.place, other.where.place
    if first is None or second is None or one.where.inherited or other.where.inherited:
        return 0.7
    if first.location == second.location or _same_place(first, second):
        return 1.5
    if (one.heading or other.heading) and max(first.precision, second.precision) >= _WIDE:
        return 0.8
    if first.place is None or second.place is None:
        return 0.8 if _is_inside(one, other) or _is_inside(other, one) else None
    reach = _NEAR_KM.get(one.coding.event_type, _SAME_KM)
    apart = kilometres(first, second)
    region = max(first.precision, second.precision) >= 3 and first.place.admin1 == second.place.admin1
    return 0.8 if apart <= reach or region else None


def _is_inside(one: Draft, other: Draft) -> bool:
    """A headline's town and the square in it that is on no map."""
    around, place = one.where.around, other.where.place
    told = one.heading or other.heading
    return told and around is not None and place is not None and _same_place(around, place)


def _same_place(one: Resolved, other: Resolved) -> bool:
    return one.place is not None and other.place is not None and one.place.place_id == other.place.place_id


def kilometres(one: Resolved, other: Resolved) -> float:
    """Great-circle distance of two places on the map."""
    if one.place is None or other.place is None:
        return 0.0
    lat, lat2 = radians(one.place.latitude), radians(other.place.latitude)
    across = sin((lat2 - lat) / 2) ** 2
    along = sin(radians(other.place.longitude - one.place.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(across + cos(lat) * cos(lat2) * along))


def _actors(one: Draft, other: Draft) -> float:
    first, second = ({actor.name for actor in draft.actors} for draft in (one, other))
    return 0.3 if first & second else 0.0

"""How alike two accounts are, point by point: what agrees, what does not, the sum, and how much is enough.

One measure serves the mentions of one report and the events of several. Inside a report a name left out is
the one mentioned last; between reports nothing is taken for granted, so a place nobody names counts for less,
regions hold more than one event, and more has to agree.
"""

from dataclasses import dataclass
from datetime import timedelta

from dashboard.extraction.acled import STATES, VIOLENT, EventType, SubEventType
from dashboard.extraction.link.batches import FIRST, NEW
from dashboard.extraction.link.features import Features, Spot, kilometres

ENOUGH = 2.6
"""What the mentions of one report must reach to be one event: kind, day, and a place that fits."""
ENOUGH_BETWEEN = 3.0
"""What events of two reports must reach: kind, day and the same place, or a near one and more that agrees."""

_STATE_GAP = timedelta(hours=36)  # a state reported on two days running is one state
_WEEK = timedelta(days=7)  # a stretch this long sums up more than one event
_OF_A_SUM = 7  # and is not the event that takes a seventh of it
_NEAR_KM: dict[str, float] = {EventType.STRATEGIC_DEVELOPMENTS: 15.0}
_FAR_KM = 25.0  # so far a place that was taken over may be off
_FAR_FROM_HEADLINE_KM = 150.0  # and so far off what a headline tells
_SAME_KM, _BESIDE_KM = 3.0, 5.2  # two names of one place; a name and "near" another
_CROWD = EventType.PROTESTS
_BLASTS = {
    SubEventType.REMOTE_EXPLOSIVE,
    SubEventType.SUICIDE_BOMB,
}  # who tells of a blast need not know of the bomber
_DONE_THERE = frozenset(
    {SubEventType.LOOTING, SubEventType.ARRESTS}
)  # as a blow is, and no move from town to town
_FOUGHT = frozenset({EventType.BATTLES})  # what takes two sides
_BESIDE = 2  # geo_precision
_BATCH_DAYS = 7
_FEW_WORDS = 4  # fewer can't be said to be alike


@dataclass(frozen=True, slots=True)
class Agreement:
    """One point of a comparison: what was compared, what it counts for, and why."""

    what: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Similarity:
    """Everything compared, and how much is enough."""

    points: tuple[Agreement, ...]
    enough: float

    @property
    def score(self) -> float:
        """The sum."""
        return sum(point.score for point in self.points)

    def __str__(self) -> str:
        """The points in words, for people.

        >>> str(Similarity((Agreement("kind", 1.0, "Armed clash"), Agreement("time", 1.5, "the same")), 2.6))
        'kind +1.0 (Armed clash), time +1.5 (the same): 2.5, of 2.6 needed'
        """
        points = ", ".join(f"{each.what} {each.score:+.1f} ({each.why})" for each in self.points if each.why)
        return f"{points}: {self.score:.1f}, of {self.enough:.1f} needed"


def similarity(one: Features, other: Features) -> Similarity | None:
    """The comparison of two accounts; None when something they say contradicts (kind, batch, day, place).

    >>> from datetime import datetime
    >>> first = Features("Battles", "Armed clash", start=datetime(2018, 5, 21), end=datetime(2018, 5, 22))
    >>> similarity(
    ...     first, Features("Battles", "Armed clash", start=datetime(2018, 5, 22), end=datetime(2018, 5, 23))
    ... )
    """
    between = bool(one.report_ids) and one.report_ids.isdisjoint(other.report_ids)
    kind = _kind(one, other)
    if not between and _is_of_several(one, other):
        return None
    if kind is None or batches_differ(one, other) or (not between and _is_next(one, other)):
        return None
    batch = _same_batch(one, other, between=between)
    time = batch or _time(one, other, between=between)
    place = _place_between(one, other) if between else _place(one, other)
    if time is None or place is None:
        return None
    same_batch = Agreement("wave", 1.0 if batch else 0.0, "the same" if batch else "")
    more = (_casualties(one, other), _words(one, other)) if between else ()
    return Similarity(
        (kind, same_batch, time, place, _actors(one, other, between=between), *more),
        ENOUGH_BETWEEN if between else ENOUGH,
    )


def _is_of_several(one: Features, other: Features) -> bool:
    """Whether one speaks of several acts of a region together, and the other tells one of them in its town."""
    many, single = (one, other) if one.many else (other, one)
    towns = single.spot is not None and not single.spot.wide and not single.spot.taken_over
    return many.many and not single.many and towns and (many.spot is None or many.spot.wide)


def _is_next(one: Features, before: Features) -> bool:
    """Whether a report sets an act apart from one told before: "another raid", "later the rebels shelled the army", "in response shells hit Kfar Kila"."""
    sides = bool(one.acting and before.acting) and one.acting.isdisjoint(before.acting)
    return one.another or (one.follows and (sides or _are_named_apart(one.spot, before.spot)))


def _are_named_apart(one: Spot | None, other: Spot | None) -> bool:
    """Whether each has a place of its own, by another name."""
    if one is None or other is None or one.taken_over or other.taken_over or one.wide or other.wide:
        return False
    return not (_same_place(one, other) or share_name(one.name, other.name))


def batches_differ(one: Features, other: Features) -> bool:
    """Whether they are about different batches; "a new one" is any but the first.

    >>> batches_differ(Features("", batches=frozenset({"first"})), Features("", batches=frozenset({"new"})))
    True
    >>> batches_differ(Features("", batches=frozenset({"second"})), Features("", batches=frozenset({"new"})))
    False
    """
    if not one.batches or not other.batches or one.batches & other.batches:
        return False
    return FIRST in one.batches | other.batches or NEW not in one.batches | other.batches


def _kind(one: Features, other: Features) -> Agreement | None:
    """The same kind; what ACLED folds into one (an evacuation, a withdrawal) stays apart. A march and what police made of it are one."""
    if one.event_type != other.event_type or one.preparation != other.preparation:
        return None
    both = bool(one.ext_type and other.ext_type)
    alike = one.ext_type == other.ext_type if both else one.sub_event_type == other.sub_event_type
    crowd = one.event_type == _CROWD
    blast = not both and {one.sub_event_type, other.sub_event_type} == _BLASTS
    return Agreement("kind", 1.0, one.sub_event_type or one.event_type) if alike or crowd or blast else None


def _same_batch(one: Features, other: Features, *, between: bool) -> Agreement | None:
    """A named batch is one event even where the times stated for it disagree.

    Between reports only within some days: every movement has a first batch, and a new one every other day.
    """
    if not one.batches or not other.batches or one.ext_type != other.ext_type:
        return None
    reach = _BATCH_DAYS if one.batches & other.batches - {NEW} else 1
    return None if between and _days_apart(one, other) > reach else Agreement("time", 1.5, "of one wave")


def _days_apart(one: Features, other: Features) -> float:
    gap = _gap(one, other)
    return gap / timedelta(days=1) if gap else 0.0


def _time(one: Features, other: Features, *, between: bool) -> Agreement | None:
    """0.5 to 1.5 by how much the two overlap; None when they can't be the same time."""
    if not one.placed or not other.placed:
        same = one.untimed == other.untimed and not between and one.placed == other.placed
        return Agreement("time", 0.5, "the same words, on no calendar") if same else None
    gap = _gap(one, other)
    headline = not between and (one.timeless or other.timeless)
    lasting = bool({one.ext_type, other.ext_type} & STATES) or (one.ongoing and other.ongoing)
    if gap is not None:
        again = "one state, told again" if lasting else "the headline tells none" if headline else ""
        return Agreement("time", 0.5, again) if again and gap <= _STATE_GAP else None
    if between and not lasting and _sums_up(one, other):
        return None
    shared = _shared(one, other)
    return Agreement("time", 0.5 + shared, "the same" if shared == 1 else "overlapping")


def _gap(one: Features, other: Features) -> timedelta | None:
    """The time between two stretches; None when they touch or an open side makes them."""
    if one.end and other.start and one.end <= other.start:
        return other.start - one.end
    if one.start and other.end and other.end <= one.start:
        return one.start - other.end
    return None


def _lengths(one: Features, other: Features) -> tuple[timedelta, timedelta] | None:
    """The shorter and the longer; None when one of them is open or empty."""
    if not (one.start and one.end and other.start and other.end):
        return None
    shorter, longer = sorted((one.end - one.start, other.end - other.start))
    return (shorter, longer) if shorter else None


def _sums_up(one: Features, other: Features) -> bool:
    """Whether one is a long stretch and the other a small part of it: a month of raids is not Monday's."""
    lengths = _lengths(one, other)
    return lengths is not None and lengths[1] >= _WEEK and lengths[0] * _OF_A_SUM <= lengths[1]


def _shared(one: Features, other: Features) -> float:
    """The shorter one's share that lies in the longer one, weighed by how alike the lengths are: 0 to 1."""
    lengths = _lengths(one, other)
    if lengths is None or not (one.start and one.end and other.start and other.end):
        return 0.5
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, shared / lengths[0]) * (0.5 + 0.5 * (lengths[0] / lengths[1]))


def _place(one: Features, other: Features) -> Agreement | None:
    """Inside a report, 0.7 to 1.5; None when both name places that are too far apart."""
    first, second = one.spot, other.spot
    if first is None or second is None:
        return Agreement("place", 0.7, "named by one of them")
    if first.taken_over or second.taken_over:
        state = bool({one.ext_type, other.ext_type} & STATES)
        far = _FAR_FROM_HEADLINE_KM if one.heading or other.heading else _FAR_KM
        apart = not state and not _is_passed_over(first, second) and _far_apart(first, second, far)
        item = one.item != other.item and not (
            one.heading or other.heading
        )  # what it leaves out is told in it
        return None if apart or item else Agreement("place", 0.7, "named by one of them")
    if _same_place(first, second):
        return Agreement("place", 1.5, first.name)
    headed = one.heading or other.heading
    if headed and (first.wide or second.wide):
        return Agreement("place", 0.8, "the headline's region")
    if not first.place_id or not second.place_id:
        return _off_the_map(first, second, headed=headed)
    return _around(one, other, first, second)


def _around(one: Features, other: Features, first: Spot, second: Spot) -> Agreement | None:
    """Of two places on the map: near each other, or a region and a town in it; not where each heads an item of its own."""
    if one.item and other.item and one.item != other.item:
        return None
    near = None if _are_two_towns(one, other) else _near(one, other)
    return near or _region(first, second, 0.8)


def _off_the_map(first: Spot, second: Spot, *, headed: bool) -> Agreement | None:
    """Of two places, one of which is on no map: they share a name, or a headline tells the town that one lies in."""
    if not (first.place_id or second.place_id) and share_name(first.name, second.name):
        return Agreement("place", 0.8, f"{first.name} and {second.name} share a name")
    around = {first.around, second.around} & {first.place_id, second.place_id}
    inside = headed and bool(around - {""})
    return Agreement("place", 0.8, "the headline's town") if inside else None


def _are_two_towns(one: Features, other: Features) -> bool:
    """Whether acts of violence, looting or arrests are put into two towns by name: who names two means two, however near they are."""
    first, second = one.spot, other.spot
    done = one.event_type in VIOLENT or one.sub_event_type in _DONE_THERE
    if first is None or second is None or not done:
        return False
    exact = max(first.precision, second.precision) < _BESIDE
    return exact and not share_name(first.name, second.name)


def share_name(one: str, other: str) -> bool:
    """Whether a name is part of the other: a quarter and its town, a town and its market."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return shorter in longer


def _is_passed_over(first: Spot, second: Spot) -> bool:
    """Whether a place was taken over from before the other's own, which is on no map: who goes on means the nearer one."""
    taken, own = (first, second) if first.taken_over else (second, first)
    return not own.taken_over and not own.place_id and taken.named_at < own.named_at < taken.told_at


def _far_apart(one: Spot, other: Spot, far: float) -> bool:
    """Whether two points on the map can't be one place, though one was named before and not by these words."""
    vague = one.wide or other.wide or _same_place(one, other)
    apart = None if vague else kilometres(one, other)
    return apart is not None and apart > far


def _place_between(one: Features, other: Features) -> Agreement | None:
    """Between reports, 0.3 to 1.5; None when both name places that are too far apart."""
    first, second = one.spot, other.spot
    if first is None or second is None:
        return Agreement("place", 0.3, "named by one of them")
    if _same_place(first, second):
        return _same_between(first)
    if not first.place_id and not second.place_id:
        return None
    return (_near(one, other) if first.place_id and second.place_id else None) or _region(first, second, 0.3)


def _same_between(spot: Spot) -> Agreement:
    """A region holds more than one event a day, a country many."""
    if not spot.admin1 and spot.wide:
        return Agreement("place", 0.4, f"{spot.name}, which is wide")
    return Agreement("place", 1.0 if spot.wide and spot.place_id else 1.5, spot.name)


def _same_place(one: Spot, other: Spot) -> bool:
    if one.place_id and other.place_id:
        return one.place_id == other.place_id
    return one.name == other.name and one.iso == other.iso


def _near(one: Features, other: Features) -> Agreement | None:
    first, second = one.spot, other.spot
    if first is None or second is None:
        return None
    apart = kilometres(first, second)
    exact = _SAME_KM if max(first.precision, second.precision) < _BESIDE else _BESIDE_KM
    near = apart is not None and apart <= _NEAR_KM.get(one.event_type, exact)
    return Agreement("place", 0.8, f"{first.name} is near {second.name}") if near else None


def _region(first: Spot, second: Spot, score: float) -> Agreement | None:
    inside = (first.wide or second.wide) and (first.admin1, first.iso) == (second.admin1, second.iso)
    return Agreement("place", score, f"{first.name} and {second.name} are in one region") if inside else None


def _actors(one: Features, other: Features, *, between: bool) -> Agreement:
    """Who is named by both. Between reports two doers speak against it: but either side may be said to fight."""
    both = one.actors & other.actors
    if both:
        return Agreement("actors", 0.3, min(both))
    if between and doers_differ(one, other):
        return Agreement("actors", -1.2, f"{one.doer} and {other.doer}")
    return Agreement("actors", 0.0, "")


def doers_differ(one: Features, other: Features) -> bool:
    """Whether two are said to have done what one does alone: bombed, shelled, abducted."""
    return bool(one.doer and other.doer) and one.doer != other.doer and one.event_type not in _FOUGHT


def _casualties(one: Features, other: Features) -> Agreement:
    """The same number of dead is a strong sign; numbers that can't both be right speak against it, far ones more."""
    if not one.killed or not other.killed or not (one.killed[0] or other.killed[0]):
        return Agreement("toll", 0.0, "")
    if counts_differ(one.killed, other.killed):
        low, high = sorted((one.killed[0], other.killed[0]))
        return Agreement("toll", low / high - 1, f"{low} and {high} killed")
    return Agreement("toll", 0.6, f"{one.killed[0]} killed")


def counts_differ(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    """Whether two counts can't both be right; None is any number more.

    >>> counts_differ((3, 3), (4, 4)), counts_differ((3, None), (4, 4))
    (True, False)
    """
    low, high = sorted((one, other), key=lambda count: count[0])
    return low[1] is not None and low[1] < high[0]


def _words(one: Features, other: Features) -> Agreement:
    """The share of the shorter one's words that the other has too."""
    fewest = min(len(one.words), len(other.words))
    if fewest < _FEW_WORDS:
        return Agreement("words", 0.0, "")
    shared = len(one.words & other.words) / fewest
    return Agreement("words", 0.5 * shared, f"{shared:.0%} the same" if shared else "")

"""How well a reading agrees with a report's coding: which events were found, and what is right about them.

A read event may be paired with a coded one if both touch a common day and the places agree: by name, or
within 25 km. Of all ways to pair them the one with the most pairs is taken, then the one that agrees best.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache

from dashboard.extraction import Event
from dashboard.extraction.acled import EVENT_TYPE_OF
from dashboard.gazetteer import spelling
from tests.gold.coding import Coded, Interval, NotAnEvent, Point, Told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEAR = 25.0  # km: the next village is a mistake a reader forgives, the next province is not
HAPPENED = ("happened", "ongoing", "claimed")

# words that make no name of a place or an armed actor
_COMMON = (
    "city town village district neighbourhood camp area region province governorate state countryside outskirts "
    "north south east west northern southern eastern western northeast northwest southeast southwest "
    "of the and in near between from to"
)
_GENERIC = frozenset(_COMMON.split())


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that add up over reports. ``coded`` and ``read`` leave optional events out, ``told`` counts actors."""

    coded: int = 0
    read: int = 0
    paired: int = 0
    time: int = 0
    type: int = 0
    sub_type: int = 0
    toll: int = 0
    deadly: int = 0
    deadly_right: int = 0
    told: int = 0
    named: int = 0
    restated: int = 0
    deadly_coded: int = 0
    told_coded: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    def figures(self) -> dict[str, float]:
        """Percentages: F1 of the events, then how many of those found are right in each respect."""
        return {
            "F1": _percent(2 * self.paired, self.coded + self.read),
            "time": _percent(self.time, self.paired),
            "type": _percent(self.type, self.paired),
            "sub-type": _percent(self.sub_type, self.paired),
            "toll": _percent(self.toll, self.paired),
            "deadly": _percent(self.deadly_right, self.deadly),
            "actors": _percent(self.named, self.told),
        }

    def floors(self) -> dict[str, float]:
        """Percentages: F1 of the events, then how many of those coded are found and right in each respect.

        Unlike ``figures``, none of them falls because one more event is found.
        """
        return {
            "F1": _percent(2 * self.paired, self.coded + self.read),
            "time": _percent(self.time, self.coded),
            "type": _percent(self.type, self.coded),
            "sub-type": _percent(self.sub_type, self.coded),
            "toll": _percent(self.toll, self.coded),
            "deadly": _percent(self.deadly_right, self.deadly_coded),
            "actors": _percent(self.named, self.told_coded),
        }


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def score(report: Coded, events: Iterable[Event]) -> Tally:
    """What is found and right in one report. Planned and denied events are neither hits nor false."""
    read = [event for event in events if event.modality in HAPPENED]
    pairs = paired(report.events, read)
    hits = [(told, event) for told, event in pairs if not told.optional]
    left = [event for event in read if not any(event is used for _, used in pairs)]
    deadly = [toll_right(told, event) for told, event in hits if any(told.dead)]
    wanted = [told for told in report.events if not told.optional]
    return Tally(
        coded=len(wanted),
        read=len(left) + len(hits),
        paired=len(hits),
        time=sum(time_right(*hit) for hit in hits),
        type=sum(type_right(*hit) for hit in hits),
        sub_type=sum(sub_type_right(*hit) for hit in hits),
        toll=sum(toll_right(*hit) for hit in hits),
        deadly=len(deadly),
        deadly_right=sum(deadly),
        told=sum(len(told.actors) for told, _ in hits),
        named=sum(actors_named(*hit) for hit in hits),
        restated=sum(any(restates(event, other) for other in report.others) for event in left),
        deadly_coded=sum(any(told.dead) for told in wanted),
        told_coded=sum(len(told.actors) for told in wanted),
    )


def paired(told: tuple[Told, ...], read: list[Event]) -> list[tuple[Told, Event]]:
    """The best pairs of coded and read events, one to one."""

    @cache
    def best(at: int, used: frozenset[int]) -> tuple[float, tuple[tuple[int, int], ...]]:
        if at == len(told):
            return 0.0, ()
        found = best(at + 1, used)
        for other, event in enumerate(read):
            worth = 0 if other in used else agreement(told[at], event)
            if worth:
                rest, pairs = best(at + 1, used | {other})
                found = max(found, (worth + rest, ((at, other), *pairs)), key=lambda each: each[0])
        return found

    return [(told[at], read[other]) for at, other in best(0, frozenset())[1]]


def agreement(told: Told, event: Event) -> float:
    """How well two events agree; 0 if they cannot be one. A pair more outweighs any better agreement."""
    place = place_agreement(told.places, told.point, event)
    if not place or not any(_common_day(time, _interval(event)) for time in told.times):
        return 0
    return (
        1000 + 4 * time_right(told, event) + 3 * sub_type_right(told, event) + toll_right(told, event) + place
    )


def place_agreement(places: tuple[str, ...], point: Point | None, event: Event) -> float:
    """Up to 2: 2 for the name of the place itself, 1 for another name told, less for a point nearby."""
    names = [_same_name(place, event.location) for place in places]
    if any(names):
        return 2 if names[0] else 1
    if point is None or event.latitude is None or event.longitude is None:
        return 0
    return max(0.0, 1 - _kilometres(point, (event.latitude, event.longitude)) / NEAR)


def time_right(told: Told, event: Event) -> bool:
    """Whether the times agree as finely as the text tells; another reading than the first is taken as a part of a day or whole days."""
    first, *others = told.times
    read = _interval(event)
    if read and _same_time(first, read, told.grain):
        return True
    if read and told.vague and first[0] - DAY <= read[0] and read[1] <= first[1] + DAY:
        return True
    return read is not None and any(_same_time(time, read, _whole(time, told.grain)) for time in others)


def _whole(time: Interval, grain: str) -> str:
    whole_days = all(moment == datetime(moment.year, moment.month, moment.day) for moment in time)
    return "day" if whole_days else {"minute": "daypart", "hour": "daypart"}.get(grain, grain)


def _same_time(told: Interval, read: Interval, grain: str) -> bool:
    start, end = abs(told[0] - read[0]), abs(told[1] - read[1])
    match grain:
        case "minute" | "hour":
            return start <= HOUR / 2 and end <= HOUR
        case "daypart":
            return max(start, end) <= 3 * HOUR
        case "day":
            return _days(told) == _days(read)
        case _:
            return max(start, end) <= (3 * DAY if grain == "week" else 10 * DAY)


def type_right(told: Told, event: Event) -> bool:
    """Whether the event type, one of six, is that of a right sub-event type."""
    return event.event_type in {EVENT_TYPE_OF[each] for each in told.types}


def sub_type_right(told: Told, event: Event) -> bool:
    """Whether the sub-event type, one of 25, is a right one."""
    return event.sub_event_type in told.types


def toll_right(told: Told, event: Event) -> bool:
    """Whether the dead are counted right; none, 0 and not told are one here."""
    return (event.fatalities or 0) in (told.dead or (0,))


def actors_named(told: Told, event: Event) -> int:
    """How many of the coded actors the event names, by any of their names."""
    read = [event.actor1, event.actor2, *event.assoc_actors.split("; ")]
    return sum(any(_same_name(name, each) for name in names for each in read) for names in told.actors)


def restates(event: Event, other: NotAnEvent) -> bool:
    """Whether an event that should not be there repeats a running total, or makes a plan or denial happen."""
    if other.dead and event.fatalities == other.dead:
        return True
    read = _interval(event)
    days_agree = read is not None and _days(other.time) == _days(read)
    return days_agree and place_agreement(other.places, None, event) > 0


def _interval(event: Event) -> Interval | None:
    return (event.start, event.end or event.start) if event.start else None


def _days(time: Interval) -> Interval:
    last = max(time[0], time[1] - timedelta(microseconds=1))
    return _midnight(time[0]), _midnight(last)


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _common_day(told: Interval, read: Interval | None) -> bool:
    if read is None:
        return False
    (one, last_one), (other, last_other) = _days(told), _days(read)
    return one <= last_other and other <= last_one


@cache
def _words(name: str) -> frozenset[str]:
    kept = " ".join(word for word in spelling.words(name) if word not in _GENERIC)
    return frozenset(spelling.key(kept).split())


def _same_name(one: str, other: str) -> bool:
    """Whether one name holds all words of the other, in any spelling."""
    ours, theirs = _words(one), _words(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _kilometres(one: Point, other: Point) -> float:
    (a, b), (c, d) = (map(math.radians, each) for each in (one, other))
    return 6371 * math.acos(min(1.0, math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d)))

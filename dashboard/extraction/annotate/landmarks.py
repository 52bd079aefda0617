"""The names of places that something may have happened at: those that only lead to another are left out.

Found once for a report, so that a clause which takes its place over from before need not go through them all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import or_

from dashboard.extraction.lexicon import CLAUSES, THE, Worded, one_of
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.pairs import is_stretch
from dashboard.language.lexicon import any_case

_AHEAD_WORDS = CLAUSES["ahead"]
_LED_IN = 60  # characters before a name in which the word that leads to it stands
_AHEAD = Worded(
    CLAUSES["ahead"]["words"],
    rf"\b(?:{any_case(CLAUSES['ahead']['words'])})\s+(?i:{THE})(?:\w+\s+)?$",
    re.NOFLAG,
)
_WHENCE = re.compile(
    rf"\b(?:{any_case(CLAUSES['ahead']['words'])})\s+(?:[A-Z][\w’'-]*\s+){{1,3}}{one_of(CLAUSES['route']['from'])}\s+$"
)  # "bound for Tacurong from Kidapawan"
_WHENCE_REACH = 60
_ROADS = CLAUSES["ahead"]["roads"]
_LOWER = r"(?:(?-i:[a-z]\w*)\s+){0,2}"
_MOTION = rf"{one_of(CLAUSES['ahead']['motions'])}\s+(?:{one_of(CLAUSES['ahead']['home'])}\s+)?{one_of(CLAUSES['ahead']['motion'])}"
_UNDER_WAY = Worded(CLAUSES["ahead"]["motions"], rf"\b{_MOTION}\s+{THE}{_LOWER}$")
_AND_ON = re.compile(rf"\s+{CLAUSES['ahead']['motion'][0]}\s+{THE}[A-Z]")
_PASSED = Worded(
    [*_AHEAD_WORDS["whence"], *_AHEAD_WORDS["whither"], *_AHEAD_WORDS["brought"]],
    rf"\b(?:{one_of(CLAUSES['ahead']['whence'])}\s+{THE}(?:(?-i:[A-Z])[\w-]+['’]s\s+)?|{one_of(CLAUSES['ahead']['whither'])}\s+{THE}{_LOWER}"
    rf"|{one_of(CLAUSES['ahead']['brought'])}\s+{THE}(?:\w+\s+){{0,4}})$",
)
_ON_ROAD = Worded(_ROADS, rf"\b{one_of(_ROADS)}\s+{THE}$")
_FATE_LONG = 90  # characters between what became of somebody and a place
_WARDS = one_of(CLAUSES["found-dead"]["received"])
_WARD = re.compile(rf"(?:^|\s){_WARDS}\b", re.IGNORECASE)
_WARD_IN = Worded(
    CLAUSES["found-dead"]["received"], rf"\b{_WARDS}\s+{one_of(CLAUSES['route']['holds'])}\s+{THE}$"
)
_FATE = re.compile(
    rf"\b{one_of([*_AHEAD_WORDS['died'], *_AHEAD_WORDS['treated']])}\b[^.;!?\n]*$", re.IGNORECASE
)
_STOP = re.compile(r"[.!?;]\s|\n")
_MEASURED = re.compile(rf"\s*{one_of(CLAUSES['measured']['words'])}?\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The places in order, and for each the number of the last one up to it that is no region; -1 for none."""

    places: tuple[Resolved, ...]
    points: tuple[int, ...]


def landmarks(text: str, places: Sequence[Resolved]) -> Landmarks:
    """Those of the places that are no mere way to find another."""
    ways = tuple(each for each in places if not is_way(text, each))
    passed = [is_passed(text, each) or is_under_way(text, each) for each in ways]
    beside = _beside(text, ways, passed)
    named = tuple(
        each
        for each, by, other in zip(ways, passed, beside, strict=True)
        if not (other and (by or is_ward(text, each)))
    )
    points, last = [], -1
    for number, each in enumerate(named):
        road = last >= 0 and is_on_road(text, each)
        last = number if each.precision < REGION and not road else last
        points.append(last)
    return Landmarks(named, tuple(points))


def is_on_road(text: str, place: Resolved) -> bool:
    """Whether a name only tells a road by where it leads: "beside the road to Monte Redondo"."""
    return led_by(text, place, _ON_ROAD)


def is_passed(text: str, place: Resolved) -> bool:
    """Whether somebody only set out from there, or went there: "the jet took off from Meiktila", "was taken to Chernihiv with burns"."""
    return led_by(text, place, _PASSED)


def is_under_way(text: str, place: Resolved) -> bool:
    """Whether somebody was only on the way there or back: "passengers travelling to Addis Ababa"; "on the way from Gao to Bourem" is a stretch of road."""
    return led_by(text, place, _UNDER_WAY) and not _AND_ON.match(text, place.toponym.span.end)


def is_ward(text: str, place: Resolved) -> bool:
    """Whether one of those hurt lies or died there: "gave up the ghost at the General Hospital in Funtua"."""
    here = place.toponym.span
    ward = _WARD.match(text, here.end) or _WARD.search(place.location) or led_by(text, place, _WARD_IN)
    before = text[max(0, here.start - _FATE_LONG) : here.start]
    return bool(ward) and _FATE.search(before) is not None


def _beside(text: str, places: Sequence[Resolved], passed: Sequence[bool]) -> list[bool]:
    """For each, whether another town stands before it, or behind it in its sentence, where something may have happened."""
    towns = [each.precision < REGION and not by for each, by in zip(places, passed, strict=True)]
    before = list(accumulate(towns, or_, initial=False))[:-1]
    behind = [False] * len(places)
    for at in range(len(places) - 2, -1, -1):
        end, following = places[at].toponym.span.end, places[at + 1].toponym.span.start
        if towns[at + 1] or behind[at + 1]:
            behind[at] = _STOP.search(text, end, following) is None
    return [one or other for one, other in zip(before, behind, strict=True)]


def is_way(text: str, place: Resolved) -> bool:
    """Whether a name only says where something heads or how far off it is."""
    start = place.toponym.span.start
    whence = _WHENCE.search(text[max(0, start - _WHENCE_REACH) : start]) is not None
    return (
        whence
        or led_by(text, place, _AHEAD)
        or bool(_MEASURED.match(place.toponym.text) or is_stretch(place.toponym.relation))
    )


def led_by(text: str, place: Resolved, words: re.Pattern[str] | Worded) -> bool:
    """Whether words that end just before a name lead to it."""
    start = place.toponym.span.start
    return bool(words.search(text[max(0, start - _LED_IN) : start]))

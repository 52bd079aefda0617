"""Two names that tell one stretch: "between Saraqib and Ariha", "the road from Goma to Sake".

Both keep the whole stretch as their relation, so that an event there is put near one of them and says so.
"""

import re
from dataclasses import replace
from itertools import pairwise

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import Toponym
from dashboard.language.lexicon import one_of

_R = WORDS.relations
_ROADS = one_of(WORDS.roads)
_LEAD = rf"(?:(?:{_R['the']})\s+)?(?:[a-z]+\s+(?:{_R['of']})\s+){{0,2}}"  # "the town of"
_BETWEEN = re.compile(rf"\b(?:{_R['between']})\s+{_LEAD}$", re.IGNORECASE)
_AND = re.compile(rf"\s+(?:{_R['and']})\s+{_LEAD}")
_ROAD_FROM = re.compile(
    rf"\b(?P<road>{_ROADS})\s+(?:(?:{_R['that']})\s+)?(?:(?:{_R['road_words']})\s+)"
    rf"{_LEAD}$",
    re.IGNORECASE,
)
_TO = re.compile(rf"\s+(?:{_R['joining']})\s+{_LEAD}")
_DASH = re.compile(rf"\s?[-–—/]\s?|\s+(?:{_R['to']})\s+")
_ROAD_AFTER = re.compile(rf"\s+(?P<road>(?:[a-z]+\s+)?(?:{_ROADS}))\b", re.IGNORECASE)
_ROAD_JUST = re.compile(rf"\b(?P<road>{_ROADS})\s+$", re.IGNORECASE)  # "highway Culiacán–Mazatlán"
_STRETCH = re.compile(r"between .+ and |.+ from .+ to ")
_REACH = 60  # characters looked back over


def with_stretches(text: str, found: list[Toponym]) -> list[Toponym]:
    """The toponyms, the two ends of a stretch each with the stretch as its relation.

    >>> from dashboard import gazetteer
    >>> [each.relation for each in gazetteer.toponyms("A mine on the road from Goma to Sake.")]
    ['road from Goma to Sake', 'road from Goma to Sake']
    """
    kept = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        stretch = _stretch(text, first, second)
        if stretch:
            kept[at : at + 2] = (replace(each, relation=stretch) for each in (first, second))
    return kept


def is_stretch(relation: str) -> bool:
    """Whether a relation names both ends itself.

    >>> is_stretch("between Saraqib and Ariha"), is_stretch("south and west of")
    (True, False)
    """
    return bool(_STRETCH.match(relation))


def _stretch(text: str, first: Toponym, second: Toponym) -> str:
    """The stretch that two neighbouring names tell, empty when they don't."""
    if second.relation:
        return ""
    start = first.name_span.start
    before, between = text[max(0, start - _REACH) : start], text[first.span.end : second.span.start]
    road = _ROAD_FROM.search(before)
    if road and _TO.fullmatch(between):
        return f"{road['road'].lower()} from {first.name} to {second.name}"
    if _BETWEEN.search(before) and _AND.fullmatch(between):
        return f"between {first.name} and {second.name}"
    road = _ROAD_AFTER.match(text, second.name_span.end) or _ROAD_JUST.search(before)
    if road and not first.relation and _DASH.fullmatch(between):
        return f"{road['road'].lower()} from {first.name} to {second.name}"
    return ""

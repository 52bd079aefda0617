"""The country, as the place of an act that its words tell of no one town: drones shot down in a night, raids across the south."""

import re
from collections.abc import Callable

from dashboard.actors.dictionary import peoples
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.place_before import place_before
from dashboard.extraction.lexicon import CLAUSES, THE, Worded, one_of
from dashboard.gazetteer import REGION, Resolved, Toponym
from dashboard.text import Span

_MANY = 10  # missiles and drones shot down: fewer may be over one town
_SUBJECT = 20  # characters before "shot down": "Air defences downed"


def whole_country(annotations: Annotations, number: int) -> Resolved | None:
    """The country, or the part of it told, over which the act of a clause without a town was; None where it tells of none."""
    clause = annotations.clauses[number]
    if clause.coding is None or clause.heading:
        return None
    found = next((match for told in _TOLD if (match := told(clause)) is not None), None)
    if found is None:
        return None
    told = place_before(annotations, number)
    if _is_side_of_town(clause, found, told):
        return None
    iso = annotations.country or (told.place.iso if told is not None and told.place else "")
    if _VOLLEY.fullmatch(found.group()):
        iso = _whose(clause.quote[: found.start()]) or iso
    country = annotations.known.place(f"co:{iso}") if iso else None
    if country is None:
        return None
    side = found.groupdict().get("side")
    name = f"{side.lower()}ern {country.name}" if side else country.name
    span = Span(clause.span.start + found.start(), clause.span.start + found.end())
    return Resolved(
        Toponym(span, found.group(), country.name, span),
        country,
        REGION,
        name,
        reason="over the whole country",
    )


def _is_side_of_town(clause: AnnotatedClause, found: re.Match[str], told: Resolved | None) -> bool:
    """Whether "in the south" may be that of a town, told before or further on: no country is named, no raids and no other act told."""
    side = found.groupdict().get("side")
    if side is None or found["country"] or clause.another or _RAIDS.search(clause.quote):
        return False
    return told is None or told.toponym.span.start >= clause.span.start or told.precision < REGION


def _across(clause: AnnotatedClause) -> re.Match[str] | None:
    """Words for all the country, where the act was there and not the outcry over it: "sparking outrage across the country"."""
    found = _ACROSS.search(clause.quote)
    act = max(0, clause.trigger - clause.span.start)
    return found if found and not _OUTCRY.search(clause.quote, act, found.end()) else None


def _campaign(clause: AnnotatedClause) -> re.Match[str] | None:
    return None if _POINTS.search(clause.quote) else _CAMPAIGN.search(clause.quote)


def _whose(words: str) -> str:
    """The country of the people named last: "Russia's defence ministry said its air defences shot down 44 drones"."""
    named = (peoples().get(word) for word in reversed(_WORD.findall(words)))
    return next((iso for iso in named if iso), "")


def _volley(clause: AnnotatedClause) -> re.Match[str] | None:
    """So many missiles or drones shot down that no one town is meant, by an air force: "shot down 32 of 55 drones"."""
    wide = _NATIONAL.search(clause.quote) and not _POINTS.search(clause.quote)
    found = _VOLLEY.search(clause.quote) if wide else None
    counts = [int(each) for each in _NUMBER.findall(found.group())] if found else []
    act = found is not None and clause.trigger >= clause.span.start + found.start() - _SUBJECT
    return found if act and max(counts, default=0) >= _MANY else None


def _talks(clause: AnnotatedClause) -> re.Match[str] | None:
    """Talks that a government holds, begins or breaks off."""
    agreed = clause.coding is not None and clause.coding.sub_event_type is SubEventType.AGREEMENT
    return _TALKS.search(clause.quote) if agreed and _GOVERNMENT.search(clause.quote) else None


_WORDS = CLAUSES["whole-country"]
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[A-Z]\w*(?:['’]s)?")
_DOWNED, _FLYING = one_of(_WORDS["downed"]), one_of(_WORDS["flying"])
_NATIONAL = re.compile(rf"\b{one_of(_WORDS['national'])}\b", re.IGNORECASE)
_VOLLEY = re.compile(
    rf"\b(?:{_DOWNED}\s+(?:[\w-]+\s+){{0,4}}?\d+\s+(?:[\w’'-]+\s+){{0,6}}?{_FLYING}"
    rf"|\d+\s+(?:[\w’'-]+\s+){{0,6}}?{_FLYING}\s+(?:[\w’'-]+\s+){{0,3}}?{_DOWNED})\b"
)
_ACROSS = re.compile(rf"\b{one_of(_WORDS['across'])}\b", re.IGNORECASE)
_SIDE = re.compile(
    rf"\b{one_of(_WORDS['over'])}\s+{THE}(?P<side>north|south|east|west)\b(?:(?P<country>\s+{_WORDS['of']}\s+{THE}country)\b|(?=[.,;]|\s+(?:which|that|on|and)\b|$))"
)
_RAIDS = re.compile(rf"\b{one_of(_WORDS['raids'])}\b", re.IGNORECASE)
_OUTCRY = re.compile(rf"\b{one_of(_WORDS['outcry'])}\b", re.IGNORECASE)
_POINTS = Worded(_WORDS["points"], rf"\b{one_of(_WORDS['points'])}\b")
_CAMPAIGN = re.compile(rf"\b{one_of(_WORDS['campaign'])}\b", re.IGNORECASE)
_TALKS = re.compile(rf"\b{one_of(_WORDS['talks'])}\b", re.IGNORECASE)
_GOVERNMENT = re.compile(rf"\b{one_of(_WORDS['government'])}\b")
_TOLD: tuple[Callable[[AnnotatedClause], re.Match[str] | None], ...] = (
    lambda clause: _SIDE.search(clause.quote),
    _across,
    _volley,
    _campaign,
    _talks,
)

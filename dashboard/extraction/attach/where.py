"""A clause's place: the one its words lead to, else the one taken over; and the ends of a route."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.extraction.annotate.annotations import REFERS, Ground
from dashboard.extraction.annotate.clauses import LEXICON, Clause, words_pattern
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.landmarks import is_way, led_by
from dashboard.gazetteer import Resolved

_MOVEMENTS = frozenset({"evacuation", "displacement", "withdrawal"})


@dataclass(frozen=True, slots=True)
class Where:
    """A clause's place, the ends of a route, and whether the place was taken over from before.

    ``around`` is the place on the map that holds or neighbours one that is not.
    """

    place: Resolved | None
    origin: str = ""
    goal: str = ""
    inherited: bool = False
    around: Resolved | None = None


def where(base: Ground, number: int) -> Where:
    """The place of clause ``number``.

    A name after "in", "on" or "at" before one that only tells where that is ("136 km south of", "from").
    """
    inside = base.held[number].places
    moves = _moves(base.codings[number])
    origin = next((place for place in inside if led_by(base.text, place, _ORIGIN)), None) if moves else None
    goals = _goals(base.text, [each for each in inside if each is not origin]) if moves else []
    goal = next(iter(goals), None)
    chosen = (
        origin
        or _best(
            base, number, [each for each in inside if each not in goals and not _acts(base, number, each)]
        )
        or _arrival(base, number, goal)
    )
    ends = (_name(origin), _name(goal))
    if chosen is None or _is_dateline(base.text, base.clauses[number], chosen):
        taken = _told_after(base, number) or chosen or _before(base, number)
        return Where(taken, *ends, inherited=taken is not chosen, around=_around(base, number, taken))
    return Where(chosen, *ends, around=_around(base, number, chosen))


def _goals(text: str, places: Sequence[Resolved]) -> list[Resolved]:
    """The places moved to, with those joined to them: "towards A, B and C"."""
    goals: list[Resolved] = []
    for each in places:
        joined = goals and _JOIN.fullmatch(text, goals[-1].toponym.span.end, each.toponym.span.start)
        if joined or led_by(text, each, _GOAL):
            goals.append(each)
    return goals


def _arrival(base: Ground, number: int, goal: Resolved | None) -> Resolved | None:
    """Where a movement ends, when nothing before tells where it begins."""
    return goal if goal and _before(base, number) is None else None


def _moves(coding: Coding | None) -> bool:
    return coding is not None and coding.ext_type in _MOVEMENTS


def _acts(base: Ground, number: int, each: Resolved) -> bool:
    """Whether a country opens the clause as who does it ("The United States flew") or owns who does ("'s president")."""
    if each.place is None or each.place.kind != "country":
        return False
    clause, span, text = base.clauses[number].span, each.toponym.name_span, base.text
    opens = span.start - clause.start <= len("The ") and _DOES.match(text, span.end)
    return bool(opens) or text.startswith(("'s ", "’s "), span.end)


def _best(base: Ground, number: int, places: Sequence[Resolved]) -> Resolved | None:
    """The first that is no region, no dateline and no mere way to find another."""
    return min(places, key=lambda each: _rank(base, number, each), default=None)


def _rank(base: Ground, number: int, each: Resolved) -> tuple[bool, bool, int, int]:
    text, span = base.text, each.toponym.span
    return (
        _is_dateline(text, base.clauses[number], each),
        each.precision == 3,
        2 * is_way(text, each) + led_by(text, each, _ASIDE),
        span.start,
    )


def _is_dateline(text: str, clause: Clause, each: Resolved) -> bool:
    """Whether it opens the clause and a dash follows: "Homs – shells fell"."""
    span = each.toponym.span
    return span.start == clause.span.start and bool(_DASH.match(text, span.end))


def _opens_with_dateline(text: str, paragraph: int, each: Resolved) -> bool:
    return each.toponym.span.start == paragraph and bool(_DASH.match(text, each.toponym.span.end))


def _told_after(base: Ground, number: int) -> Resolved | None:
    """The place in the next clause, when that only tells more of an event with no place but a dateline's."""
    following = number + 1
    if following >= len(base.clauses) or base.codings[following] is not None:
        return None
    same = base.clauses[following].paragraph == base.clauses[number].paragraph
    wide = _before(base, following)
    if not same or (wide is not None and wide.precision < 3):
        return None
    points = [place for place in base.held[following].places if place.precision < 3]
    return (
        _best(base, following, points) if _HARM.search(base.clauses[following].span.of(base.text)) else None
    )


def _around(base: Ground, number: int, chosen: Resolved | None) -> Resolved | None:
    if chosen is None or chosen.place is not None:
        return None
    inside = [each for each in base.held[number].places if each.place]
    after = [each for each in inside if each.toponym.span.start > chosen.toponym.span.start]
    return next(iter(after + inside), None) or next(
        (each for each in _befores(base, number) if each.place), None
    )


def _before(base: Ground, number: int) -> Resolved | None:
    """The place that a clause without one takes over."""
    return next(_befores(base, number), None)


def _befores(base: Ground, number: int) -> Iterator[Resolved]:
    """The place last told in the sentence, then what the paragraph opens with, then the report."""
    clause = base.clauses[number]
    sentence, paragraph = _starts(base.clauses, number)
    told, points = base.landmarks.places, base.landmarks.points
    first, end = (
        bisect_left(told, at, key=lambda each: each.toponym.span.start)
        for at in (paragraph, clause.span.start)
    )
    dateline = [
        place
        for place in told[first : min(first + 1, end)]
        if _opens_with_dateline(base.text, paragraph, place)
    ]
    opens = first + len(dateline)
    if opens < end:
        if told[end - 1].toponym.span.start >= sentence:
            yield told[end - 1]
        refers = _BACK.search(clause.span.of(base.text)) or REFERS.match(base.text, sentence)
        if refers and points[end - 1] >= opens:
            yield told[points[end - 1]]
        yield told[opens]
    yield from (*dateline, *base.places[:1])


def _starts(clauses: Sequence[Clause], number: int) -> tuple[int, int]:
    """Where the clause's sentence and paragraph begin."""
    clause = clauses[number]
    sentence = bisect_left(clauses, clause.sentence, key=lambda each: each.sentence)
    paragraph = bisect_left(clauses, clause.paragraph, key=lambda each: each.paragraph)
    return clauses[sentence].span.start, clauses[paragraph].span.start


def _name(place: Resolved | None) -> str:
    return place.location if place else ""


_ORIGIN = re.compile(
    r"\b(?:from|out of|leave|leaving|left)\s+(?:the\s+)?(?:(?!for\b|to\b|towards?\b|into\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:towards?|to|into|(?:head(?:ed|ing)|bound|left|leave|leaving|depart(?:ed|ing)|set (?:out|off)) for)\s+(?:the\s+)?(?:(?!leave\b|quit\b|flee\b|exit\b|evacuate\b)\w+\s+(?:of\s+(?:the\s+)?)?)?$",
    re.IGNORECASE,
)
_DOES = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:has\s+|have\s+|had\s+)?[a-z]+(?:ed|ew|ent|ck|id|ys|es)\b")
_JOIN = re.compile(r",?\s+(?:and\s+)?")
_ASIDE = re.compile(r"\b(?:from|out of|via|through)\s+(?:the\s+)?$", re.IGNORECASE)
_HARM = re.compile(rf"\b(?:{words_pattern(LEXICON['harm']['words'])})\b", re.IGNORECASE)
_DASH = re.compile(r"(?:,\s[^,;\n]{1,20}){0,3}\s*(?:\([^()\n]{1,30}\)\s*)?[–—:-]\s")
_BACK = re.compile(
    r"\b(?:there|the (?:town|city|village|camp|neighbou?rhood|district|area|base|airport|hospital))\b(?!\s+of\b)",
    re.IGNORECASE,
)

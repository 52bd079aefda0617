"""Mentions: what each clause tells of an event: type, time, place, actors, toll, modality."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard import actors, gazetteer
from dashboard.actors import ActorMention
from dashboard.extraction.clauses import LEXICON, Clause, Link, clauses, is_furniture, words_pattern
from dashboard.extraction.modality import Modality, modality
from dashboard.extraction.model import Unread
from dashboard.extraction.tolls import Toll, tolls
from dashboard.extraction.types import Coding, code, cues
from dashboard.extraction.when import STATES, When, timed
from dashboard.gazetteer import Resolved
from dashboard.temporal import TimeReading
from dashboard.text import sentences

_MOVEMENTS = frozenset({"evacuation", "displacement", "withdrawal"})
_UNTOLD = {"denied": "a denial, not an event", "planned": "a forecast, not an event"}
_NOT_EVENTS = {"denial": "a denial, not an event", "claim": "a claim, not an event"}


@dataclass(frozen=True, slots=True)
class Where:
    """A clause's place, the ends of a route, and whether the place was taken over from before."""

    place: Resolved | None
    origin: str = ""
    goal: str = ""
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one clause tells it. Spans are characters of the report.

    ``batch`` tells one wave of a movement from another: "first", "new" or empty.
    """

    clause: Clause
    quote: str
    coding: Coding
    when: When
    where: Where
    actors: tuple[ActorMention, ...]
    toll: Toll
    modality: Modality
    batch: str
    preparation: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """A report with everything found in it, before clauses are read."""

    text: str
    time: TimeReading
    places: tuple[Resolved, ...]
    actors: tuple[ActorMention, ...]
    clauses: tuple[Clause, ...]
    codings: tuple[Coding | None, ...]


def ground(text: str, time: TimeReading, country: str) -> Ground:
    """Places, actors, clauses and their types."""
    found = tuple(clauses(text))
    places = gazetteer.resolve(gazetteer.toponyms(text), text, country or None)
    codings = tuple(_coding(text, clause) for clause in found)
    return Ground(text, time, tuple(places), tuple(actors.find(text, country)), found, codings)


def drafts(base: Ground) -> Iterator[Draft | Unread]:
    """Every clause's event, or why it has none though it has the words of one."""
    coded = [coding is not None for coding in base.codings]
    for number, coding in enumerate(base.codings):
        clause = base.clauses[number]
        quote = clause.span.of(base.text)
        if coding is None:
            yield from _said_otherwise(clause, quote)
            continue
        mood = _modality(quote, coding)
        why = _not_an_event(base, number, coding, mood)
        if why:
            yield Unread(clause.span, quote, why)
        else:
            yield _draft(base, number, coding, mood, coded)


def _said_otherwise(clause: Clause, quote: str) -> Iterator[Unread]:
    """A denial, a claim or a forecast, in a clause with no event's words."""
    said = next((cue.ext_type for cue in cues(quote) if cue.ext_type in _NOT_EVENTS), "")
    why = _NOT_EVENTS.get(said) or _UNTOLD.get(modality(quote).word)
    if why:
        yield Unread(clause.span, quote, why)


def furniture(text: str) -> Iterator[Unread]:
    """Sentences that belong to the page and not to the report."""
    for sentence in sentences(text):
        words = sentence.span.of(text)
        if is_furniture(words):
            yield Unread(sentence.span, words, "page furniture")


def _coding(text: str, clause: Clause) -> Coding | None:
    coding = code(clause.span.of(text))
    return coding if coding and coding.sub_event_type else None


def _modality(quote: str, coding: Coding) -> Modality:
    trigger = coding.cue.span
    found = modality(quote, trigger)
    if _PREPARATION.search(quote) and found.word == "planned" and _UNDERWAY.search(quote):
        return Modality("ongoing", found.span, found.text, "preparations under way")
    return found


def _not_an_event(base: Ground, number: int, coding: Coding, mood: Modality) -> str:
    """Why a clause with the words of an event is none; empty when it is one."""
    return next((why for holds, why in _reasons_against(base, number, coding, mood) if holds), "")


def _reasons_against(base: Ground, number: int, coding: Coding, mood: Modality) -> Iterator[tuple[bool, str]]:
    clause = base.clauses[number]
    when = timed(base.clauses, number, base.time, [True] * len(base.clauses), ongoing=False, state=False)
    toll = tolls(clause.span.of(base.text))
    yield coding.ext_type in _NOT_EVENTS, _NOT_EVENTS.get(coding.ext_type, "")
    yield mood.word == "hypothetical", f"only supposed: {mood.text}"
    yield mood.word == "planned" and when.told != "own", f"a forecast with no time of its own: {mood.text}"
    yield _is_evidence(base, number), "what was seen of the event told just before"
    yield coding.cue.strength < 2 and _told_beside(base, number), "harm of the event told beside it"
    yield (
        any(count and count.aggregate for count in (toll.killed, toll.wounded)),
        "a running total, not an event",
    )


def _told_beside(base: Ground, number: int) -> bool:
    """Whether another clause of the sentence, or the one just before, tells an event outright."""
    sentence = base.clauses[number].sentence
    return any(
        coding is not None and at != number and coding.cue.strength > 1
        for at, coding in enumerate(base.codings)
        if base.clauses[at].sentence == sentence or at == number - 1
    )


def _draft(base: Ground, number: int, coding: Coding, mood: Modality, coded: Sequence[bool]) -> Draft:
    clause = base.clauses[number]
    quote = clause.span.of(base.text)
    preparation = bool(_PREPARATION.search(coding.cue.text))
    ongoing = mood.word == "ongoing" or (
        coding.ext_type in STATES and mood.word == "happened" and not preparation
    )
    # what is only evidence of another event does not count as one when times are handed on
    own = [is_coded and not _is_evidence(base, at) for at, is_coded in enumerate(coded)]
    return Draft(
        clause=clause,
        quote=quote,
        coding=coding,
        when=timed(base.clauses, number, base.time, own, ongoing=ongoing, state=coding.ext_type in STATES),
        where=_where(base, number),
        actors=tuple(each for each in base.actors if clause.span.covers(each.span)),
        toll=_toll(base, number),
        modality=mood,
        batch=_batch(quote),
        preparation=preparation,
    )


def _is_evidence(base: Ground, number: int) -> bool:
    """Smoke or a blast of nobody's, told as more of an event told just before."""
    coding = base.codings[number]
    seen = coding is not None and coding.ext_type == "unattributed"
    before = number > 0 and base.codings[number - 1] is not None
    return seen and before and base.clauses[number].link is Link.ELABORATES


def _toll(base: Ground, number: int) -> Toll:
    """The clause's own toll, else that of an uncoded clause hanging on it ("with 14 dead")."""
    own = tolls(base.clauses[number].span.of(base.text))
    following = number + 1
    if own != Toll() or following >= len(base.clauses) or not _hangs(base, following):
        return own
    return tolls(base.clauses[following].span.of(base.text))


def _hangs(base: Ground, number: int) -> bool:
    """Whether a clause tells only what came of the one before: no event and no place of its own."""
    clause = base.clauses[number]
    placed = any(clause.span.covers(place.toponym.span) for place in base.places)
    near = clause.paragraph == base.clauses[number - 1].paragraph and clause.link is not Link.CONTRASTS
    coding = base.codings[number]
    return (coding is None or coding.cue.strength < 2) and near and not placed


def _where(base: Ground, number: int) -> Where:
    clause = base.clauses[number]
    inside = [place for place in base.places if clause.span.covers(place.toponym.span)]
    origin = next((place for place in inside if _led_by(base.text, place, _ORIGIN)), None)
    goal = next((place for place in inside if place is not origin and _led_by(base.text, place, _GOAL)), None)
    staying = [place for place in inside if place is not goal]
    chosen = origin or _most_exact(staying)
    ends = (_name(origin), _name(goal)) if _moves(base.codings[number]) else ("", "")
    if chosen is None:
        return Where(_place_before(base, number), *ends, inherited=True)
    return Where(chosen, *ends)


def _moves(coding: Coding | None) -> bool:
    return coding is not None and coding.ext_type in _MOVEMENTS


def _most_exact(places: list[Resolved]) -> Resolved | None:
    """The first place that is a point rather than a region; a found one rather than one not on the map."""
    ranked = [place for place in places if place.place is not None] or places
    return min(ranked, key=lambda place: (place.precision == 3, place.toponym.span), default=None)


def _place_before(base: Ground, number: int) -> Resolved | None:
    """The place last told in the sentence, else what the paragraph opens with, else the report."""
    clause = base.clauses[number]
    known = [place for place in base.places if place.place and not _led_by(base.text, place, _GOAL)]
    told = [place for place in known if place.toponym.span.start < clause.span.start]
    sentence = _start(base, lambda each: each.sentence == clause.sentence)
    paragraph = _start(base, lambda each: each.paragraph == clause.paragraph)
    inside = [place for place in told if place.toponym.span.start >= sentence]
    opening = [place for place in told if place.toponym.span.start >= paragraph]
    return next(iter(inside[-1:] + opening[:1] + known[:1]), None)


def _start(base: Ground, wanted: Callable[[Clause], bool]) -> int:
    return min(each.span.start for each in base.clauses if wanted(each))


def _led_by(text: str, place: Resolved, words: re.Pattern[str]) -> bool:
    return bool(words.search(text[max(0, place.toponym.span.start - 25) : place.toponym.span.start]))


def _name(place: Resolved | None) -> str:
    return place.location if place else ""


def _batch(quote: str) -> str:
    """Which wave of a movement: the first, a new one, or not told."""
    match = _BATCH.search(quote)
    if match is None:
        return ""
    return "first" if match["ordinal"].lower() in LEXICON["batches"]["first"] else "new"


@cache
def _ordinals() -> str:
    return words_pattern(LEXICON["batches"]["first"] + LEXICON["batches"]["new"])


_BATCH = re.compile(
    rf"\b(?P<ordinal>{_ordinals()})\s+(?:\w+\s+)?(?:{words_pattern(LEXICON['batches']['words'])})\b",
    re.IGNORECASE,
)
_PREPARATION = re.compile(rf"\b(?:{words_pattern(LEXICON['preparation']['words'])})\b", re.IGNORECASE)
_UNDERWAY = re.compile(r"\b(?:under\s?way|ongoing|continu\w+|in progress)\b", re.IGNORECASE)
_ORIGIN = re.compile(r"\b(?:from|out of|leaving|left)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:towards?|to|into|heading (?:to|for)|bound for)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)

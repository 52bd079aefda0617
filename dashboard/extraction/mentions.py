"""Mentions: what each clause tells of an event: type, time, place, actors, toll, modality."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.actors import ActorMention
from dashboard.extraction.clauses import LEXICON, Clause, Link, is_furniture, words_pattern
from dashboard.extraction.ground import REFERS, Ground
from dashboard.extraction.harm import UNARMED, is_harmless, is_outcome, moved, opening, toll_of
from dashboard.extraction.likeness import Likeness
from dashboard.extraction.modality import HAPPENED, Modality, modality
from dashboard.extraction.model import Unread
from dashboard.extraction.tolls import Toll
from dashboard.extraction.types import Coding
from dashboard.extraction.waves import waves
from dashboard.extraction.when import STATES, When, latest_of, timed, usable
from dashboard.extraction.where import Where, where
from dashboard.language import sentences
from dashboard.language.words import Words
from dashboard.text import Span, lowered

_NEAR = 3  # clauses: so far back an event still has its harm told
_UNTOLD = {"denied": "a denial, not an event", "planned": "a forecast, not an event"}
_NOT_EVENTS = {"denial": "a denial, not an event", "claim": "a claim, not an event"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one clause tells it.

    ``trigger`` are the words that decide its type; an item of a list has them in the clause that opens the
    list. Spans are characters of the report, those of the toll too. ``waves`` tell one batch of a movement from another ("first", "new"). ``likeness`` is how alike it is to
    the mentions it was brought together with.
    """

    clause: Clause
    quote: str
    coding: Coding
    trigger: Span
    when: When
    where: Where
    actors: tuple[ActorMention, ...]
    toll: Toll
    modality: Modality
    waves: frozenset[str]
    preparation: bool
    heading: bool = False
    likeness: Likeness | None = None


def drafts(base: Ground) -> Iterator[Draft | Unread]:
    """Every clause's event, or why it has none though it has the words of one."""
    # what is only evidence of another event does not count as one when times are handed on
    coded = [
        coding is not None and not _is_evidence(base, number) for number, coding in enumerate(base.codings)
    ]
    for number, coding in enumerate(base.codings):
        clause = base.clauses[number]
        quote = clause.span.of(base.text)
        if coding is None:
            yield from _said_otherwise(base, number)
            continue
        words = base.held[number].words
        mood = modality(words) if number in base.told_by else _modality(words, coding)
        why = _not_an_event(base, number, coding, mood)
        if why:
            yield Unread(clause.span, quote, why)
        else:
            yield _draft(base, number, coding, mood, coded)


def _said_otherwise(base: Ground, number: int) -> Iterator[Unread]:
    """A denial, a claim or a forecast, in a clause with no event's words."""
    span = base.clauses[number].span
    quote = span.of(base.text)
    said = next((cue.ext_type for cue in base.held[number].cues if cue.ext_type in _NOT_EVENTS), "")
    why = _NOT_EVENTS.get(said) or _UNTOLD.get(modality(base.held[number].words).word)
    if why:
        yield Unread(span, quote, why)


def furniture(text: str) -> Iterator[Unread]:
    """Sentences that belong to the page and not to the report."""
    lower = lowered(text)
    for sentence in sentences(text):
        if is_furniture(sentence.span.of(lower)):
            yield Unread(sentence.span, sentence.span.of(text), "page furniture")


def _modality(words: Words, coding: Coding) -> Modality:
    quote = words.text
    found = modality(words, coding.cue.span)
    if _PREPARATION.search(quote) and found.word == "planned" and _UNDERWAY.search(quote):
        return Modality("ongoing", found.span, found.text, "preparations under way")
    return found


def _not_an_event(base: Ground, number: int, coding: Coding, mood: Modality) -> str:
    """Why a clause with the words of an event is none; empty when it is one."""
    return next((why for holds, why in _reasons_against(base, number, coding, mood) if holds), "")


def _reasons_against(base: Ground, number: int, coding: Coding, mood: Modality) -> Iterator[tuple[bool, str]]:
    toll = base.held[number].toll
    yield coding.ext_type in _NOT_EVENTS, _NOT_EVENTS.get(coding.ext_type, "")
    yield mood.word == "hypothetical", f"only supposed: {mood.text}"
    yield (
        mood.word == "planned" and _as_told(base, number).told != "own",
        f"a forecast with no time of its own: {mood.text}",
    )
    yield number in base.lulls, "a lull, not an event"
    yield coding.ext_type == "breach" and _told_beside(base, number), "what the event told beside it broke"
    yield number in base.sums, "a sum of the events listed after it"
    yield _is_evidence(base, number), "what was seen of the event told just before"
    yield (
        any(count and count.aggregate for count in (toll.killed, toll.wounded, toll.displaced)),
        "a running total, not an event",
    )
    yield (
        coding.cue.strength < 2
        and _told_beside(base, number)
        and not _stands_apart(base, number, _as_told(base, number)),
        "harm of the event told beside it",
    )
    yield is_outcome(base, number) and _told_just_before(base, number), "harm of the event told just before"
    yield coding.cue.strength < 2 and is_harmless(toll), "only that nobody was harmed"
    yield _is_title(base, number), "a title over what follows"
    yield _is_share(base, number), "a share of a running total"


def _is_to_come(base: Ground, when: When) -> bool:
    """Whether its own words set it after the day of the report, whatever the verb: "the council meets tomorrow"."""
    latest = latest_of(base.time, when.frame)
    return when.told == "own" and None not in (latest, when.start) and when.start >= latest  # type: ignore[operator]  # neither is None


def _is_title(base: Ground, number: int) -> bool:
    """Whether a clause is a line of a few words that names what follows: no place, no time, no full stop."""
    span, held = base.clauses[number].span, base.held[number]
    line = _LINE.match(base.text, span.start)
    if span.of(base.text).isupper():
        return not held.places
    opens = base.text[max(0, span.start - 1) : span.start] in ("", "\n")
    alone = line is not None and line.end() <= span.end + 1
    return opens and alone and not held.places and not usable(base.time, base.clauses[number])


def _told_just_before(base: Ground, number: int) -> bool:
    """Whether the sentence, or the one before it in the paragraph, has told an event outright."""
    clause = base.clauses[number]
    at = bisect_left(base.outright, number) - 1
    if at < 0:
        return False
    before = base.clauses[base.outright[at]]
    return before.paragraph == clause.paragraph and clause.sentence - before.sentence <= 1


def _as_told(base: Ground, number: int) -> When:
    """The time of a clause, whatever goes on."""
    return _when(base, number, base.codings, ongoing=False, state=False)


def _is_share(base: Ground, number: int) -> bool:
    """Whether it splits a sum by kind and not by place: "129 in raids, 90 by rockets"."""
    clause = base.clauses[number]
    if clause.link is not Link.COUNTED or base.held[number].places:
        return False
    told = base.held[opening(base, number)].toll.killed
    return told is not None and told.aggregate


def _told_beside(base: Ground, number: int) -> bool:
    """Whether another clause of the sentence, or one just before in the paragraph, tells an event outright."""
    first, last = base.sentence(number)
    before = max(number - _NEAR, 0)
    while base.clauses[before].paragraph != base.clauses[number].paragraph:
        before += 1
    return base.tells_outright(min(first, before), last, number)


def _stands_apart(base: Ground, number: int, when: When) -> bool:
    """Whether a sentence has a time of its own, other than that of the event told before it."""
    if when.told != "own" or base.clauses[number].link is not Link.OPENS:
        return False
    at = bisect_left(base.outright, number) - 1
    if at < 0 or base.clauses[base.outright[at]].paragraph != base.clauses[number].paragraph:
        return False
    told = _when(base, base.outright[at], base.codings, ongoing=False, state=False)
    if None in (when.start, when.end, told.start, told.end):
        return False
    return when.end <= told.start or told.end <= when.start  # type: ignore[operator]  # none of them is None


def _draft(base: Ground, number: int, coding: Coding, mood: Modality, coded: Sequence[bool]) -> Draft:
    clause = base.clauses[number]
    quote = clause.span.of(base.text)
    preparation = bool(_PREPARATION.search(coding.cue.text))
    ongoing = mood.word == "ongoing" or (
        coding.ext_type in STATES and mood.word == "happened" and not preparation
    )
    when = _when(base, number, coded, ongoing=ongoing, state=coding.ext_type in STATES)
    return Draft(
        clause=clause,
        quote=quote,
        coding=coding,
        trigger=moved(coding.cue.span, _at(base, number) - coding.cue.span.start),
        when=when,
        where=where(base, number),
        actors=_actors(base, number),
        toll=toll_of(base, number),
        modality=_TO_COME if mood.word == HAPPENED and _is_to_come(base, when) else mood,
        waves=waves(quote),
        preparation=preparation,
        heading=base.is_heading(number),
    )


def _when(base: Ground, number: int, coded: Sequence[object], *, ongoing: bool, state: bool) -> When:
    """Its own time, else for an item of a list the time of the clause that tells its kind."""
    again = bool(_AGAIN.search(base.clauses[number].span.of(base.text)))
    at = _at(base, number)
    when = timed(base.clauses, number, base.time, coded, at=at, ongoing=ongoing, state=state, again=again)
    if when.told == "own" or number not in base.told_by:
        return when
    source = base.told_by[number]
    given = timed(base.clauses, source, base.time, coded, at=_at(base, source), ongoing=ongoing, state=state)
    return replace(given, told="report" if given.told == "report" else "taken over")


def _at(base: Ground, number: int) -> int:
    """Where the trigger of a clause stands, in the clause that opens the list for an item of it."""
    coding = base.codings[number]
    start = base.clauses[base.told_by.get(number, number)].span.start
    return start + coding.cue.span.start if coding else start


def _actors(base: Ground, number: int) -> tuple[ActorMention, ...]:
    """Those the clause names, and where nobody armed is among them and it refers back, those told before."""
    own = base.held[number].actors
    clause = base.clauses[number]
    if number in base.told_by:
        return own + base.held[base.told_by[number]].actors
    refers = clause.link in _REFERRING or REFERS.match(clause.span.of(base.text))
    if any(each.category not in UNARMED for each in own) or not refers or not number:
        return own
    before = number - 1
    same = base.clauses[before].paragraph == clause.paragraph
    return own + base.held[before].actors if same else own


def _is_evidence(base: Ground, number: int) -> bool:
    """Smoke or a blast of nobody's, told as more of an event told just before."""
    coding = base.codings[number]
    seen = coding is not None and coding.ext_type == "unattributed"
    before = number > 0 and base.codings[number - 1] is not None
    return seen and before and base.clauses[number].link is Link.ELABORATES


_PREPARATION = re.compile(rf"\b(?:{words_pattern(LEXICON['preparation']['words'])})\b", re.IGNORECASE)
_UNDERWAY = re.compile(r"\b(?:under\s?way|ongoing|continu\w+|in progress)\b", re.IGNORECASE)
_REFERRING = (Link.JOINED, Link.CONTRASTS, Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS)
_AGAIN = re.compile(
    rf"\b(?:the|this|that|these) (?:{words_pattern(LEXICON['told-again']['words'])})\b", re.IGNORECASE
)
_LINE = re.compile(r"[^\n.!?;:]{1,40}?:?(?=[ \t\r]*\n)")
_TO_COME = Modality("planned", rule="a time to come")

"""A text with its time words understood, before anybody says when it was published.

One parse serves every candidate day of publication, so working the day out costs no second reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.language import STOP
from dashboard.language.languages import Language, spoken_in
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.cues import Surroundings, surroundings
from dashboard.temporal.context.date_order import in_order
from dashboard.temporal.context.names import is_name
from dashboard.temporal.context.signals import bearing_beside, meaning_beside
from dashboard.temporal.context.tense import clause_around
from dashboard.temporal.expressions import (
    Ancient,
    Calendar,
    Every,
    Expression,
    Fixed,
    Length,
    Named,
    Part,
    Ref,
    Years,
)
from dashboard.temporal.lexing.lexicon import Lexicon, lexicon
from dashboard.temporal.lexing.tokens import Island, Node, islands
from dashboard.temporal.rules import all_rules
from dashboard.temporal.timex import Bearing
from dashboard.text import Span

_BEARINGS = {
    "since": Bearing.SINCE,
    "starting": Bearing.SINCE,
    "compared": Bearing.COMPARISON,
    "since-or-ago": Bearing.SINCE,
    "since-for": Bearing.SINCE,
    "until": Bearing.UNTIL,
    "before": Bearing.BEFORE,
    "after": Bearing.AFTER,
    "after-first": Bearing.AFTER,
    "after-noun": Bearing.AFTER,
    "for": Bearing.FOR,
}
_SKIPPED = {
    "the",
    "a",
    "about",
    "around",
    "shortly",
    "under",
    "beyond",
    "edge",
    "in",
    "in-bare",
    "in-or-ahead",
    "on",
    "of",
    "of-or-from",
}
_TENSELESS = (Ancient, Every, Fixed, Length, Ref, Years)  # the same before and behind
_ANY_DAY = Moment.of(date(2000, 1, 1))
_HEAD = 25  # characters before a phrase that still opens its sentence
_OPENING = re.compile(rf"""(?:(?:{STOP}|:)["”’)\]]*\s+|\n\s*)(?:[\w,]+\s){{0,3}}$""")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase: where, what it means, by which rule, how the words around make it bear."""

    span: Span
    meaning: Expression
    kind: str
    rule: str
    bearing: Bearing
    future: bool
    past: bool
    state: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its time phrases in order; ``named`` are those that say a day twice."""

    text: str
    phrases: tuple[Phrase, ...]
    named: tuple[Phrase, ...]
    words: Lexicon


def understood(text: str, language: Language | None = None) -> Document:
    """The text with its time phrases, read in a language; without one in its own."""
    words = lexicon(*(each.code for each in spoken_in(text, language)))
    rules = all_rules()
    told = [
        place
        for island in in_order(text, list(islands(text, words)))
        for place in _told(rules.understand(island), text, words)
    ]
    around = surroundings(text, (Span(node.start, node.end) for _, _, node in told), words)
    found = tuple(_phrase(island, at, node, around) for island, at, node in told)
    return Document(text, found, tuple(filter(_says_twice, found)), words)


def named_in(phrase: Phrase) -> Named | None:
    """The day said twice in a phrase: "yesterday, Saturday", "this morning, Tuesday the 6th"."""
    meaning = phrase.meaning.day if isinstance(phrase.meaning, Part) else phrase.meaning
    return meaning if isinstance(meaning, Named) else None


def _says_twice(phrase: Phrase) -> bool:
    """Whether a phrase says a day of the calendar twice; "today, 31 April" says none."""
    named = named_in(phrase)
    return named is not None and named.spoken_on(_ANY_DAY) is not None


def opens_sentence(document: Document, phrase: Phrase) -> bool:
    """Whether the phrase stands at the head of its sentence: "In May …"."""
    start = phrase.span.start
    return _OPENING.search(document.text, max(0, start - _HEAD), start) is not None


def _told(island: Island, text: str, words: Lexicon) -> Iterator[tuple[Island, int, Node]]:
    """Where an island tells time: the island, the place in it, the node there."""
    return (
        (island, at, node)
        for at, node in enumerate(island)
        if hasattr(node.value, "at") and not is_name(island, at, text, words)
    )


def _phrase(island: Island, at: int, node: Node, around: Surroundings) -> Phrase:
    span = Span(node.start, node.end)
    clause = clause_around(span, around)
    lasts = isinstance(node.value, Length) or node.kind == "ago"
    state = lasts and clause.goes_on()
    bearing = _bearing(island, at, continuing=state)
    tensed = not isinstance(node.value, _TENSELESS)
    future = tensed and bearing is not Bearing.SINCE and clause.looks_ahead(dated=_is_dated(node.value))
    return Phrase(
        span,
        meaning_beside(island, at, around, bearing),
        node.kind,
        node.rule,
        bearing_beside(bearing, clause),
        future,
        tensed and not future and clause.is_over(),
        state,
    )


def _bearing(island: Island, at: int, *, continuing: bool) -> Bearing:
    """What the nearest word before says, over articles and the like.

    Arabic says "two days ago" and "for two days" alike; what is going on is meant to go on.
    """
    if at + 1 < len(island) and island[at + 1].kind == "onward":
        return Bearing.SINCE
    before = at - 1
    while before >= 0 and island[before].kind in _SKIPPED:
        before -= 1
    if before < 0:
        return Bearing.AT
    if island[at].kind == "ago" and not continuing:
        return Bearing.AT
    kind = island[before].kind
    if kind == "in-or-for":  # French "pendant" says both
        return Bearing.FOR if isinstance(island[at].value, Length) else Bearing.AT
    bearing = _BEARINGS.get(kind, Bearing.AT)
    if bearing is Bearing.SINCE and before and island[before - 1].kind == "first-time":
        return Bearing.COMPARISON
    return bearing


def _is_dated(meaning: object) -> bool:
    """Whether a month is named, by itself or with a day or a part: March, 3 March, early March."""
    inner = getattr(meaning, "whole", None) or getattr(meaning, "day", None)
    if isinstance(meaning, Calendar):
        return meaning.month is not None
    return inner is not None and not isinstance(inner, int) and _is_dated(inner)

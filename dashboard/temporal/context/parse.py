"""A text with its time words understood, before anybody says when it was published.

One parse serves every candidate day of publication, so working the day out costs no second reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.language.languages import Language, spoken_in
from dashboard.language.spans import Taken
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.act_days import days_of_acts
from dashboard.temporal.context.acts import counted_from_acts
from dashboard.temporal.context.cues import Cues, cues_around
from dashboard.temporal.context.date_order import in_order
from dashboard.temporal.context.lent_days import lent_days
from dashboard.temporal.context.line_labels import pointed_days, with_plain_days, with_plain_labels
from dashboard.temporal.context.names import is_name, tells_no_time, weekday_before
from dashboard.temporal.context.signals import bearing_by_signals, meaning_by_signals
from dashboard.temporal.context.tense import PhraseClause, clause_around
from dashboard.temporal.context.told_acts import dated_by_acts
from dashboard.temporal.expressions import Expression
from dashboard.temporal.lexing.lexicon import Lexicon, lexicon
from dashboard.temporal.lexing.tokens import Island, islands
from dashboard.temporal.rules import all_rules
from dashboard.temporal.timex import Bearing
from dashboard.text import Span, blanked

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
    "in-plain",
    "in-bare",
    "in-or-ahead",
    "on",
    "of",
    "of-or-from",
}
_ANY_DAY = Moment.of(date(2000, 1, 1))


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

    def without(self, aside: Sequence[Span]) -> "Document":
        """The document with blanks in place of those stretches, which stand in order, and none of the phrases in them."""
        if not aside:
            return self
        taken = Taken(self.text, aside)
        phrases, named = (
            tuple(each for each in found if taken.free(each.span)) for found in (self.phrases, self.named)
        )
        return replace(self, text=blanked(self.text, aside), phrases=phrases, named=named)


def understood(text: str, language: Language | None = None) -> Document:
    """The text with its time phrases, read in a language; without one in its own."""
    words = lexicon(*(each.code for each in spoken_in(text, language)))
    rules = all_rules()
    pointed = pointed_days(text)
    figured = with_plain_days(with_plain_labels(text), pointed)
    times = [
        place
        for island in in_order(figured, list(islands(figured, words)), pointed)
        for place in _times(rules.understand(island), text, words)
    ]
    places = (Span(island[at].start, island[at].end) for island, at, _ in times)
    cues = cues_around(text, places, words)
    found = counted_from_acts(text, [_phrase(*each, cues) for each in times], words)
    found = days_of_acts(text, dated_by_acts(text, found, words), words)
    found = lent_days(text, found, words)
    return Document(text, found, tuple(filter(_says_twice, found)), words)


def day_meant(phrase: Phrase) -> Expression:
    """The day of a part of a day; else the phrase's own meaning, a clock time's too."""
    return phrase.meaning if phrase.meaning.is_clock else phrase.meaning.of_day


def _says_twice(phrase: Phrase) -> bool:
    """Whether a phrase says a day of the calendar twice ("this morning, Tuesday the 6th"); "today, 31 April" says none."""
    return day_meant(phrase).spoken_on(_ANY_DAY) is not None


def _times(island: Island, text: str, words: Lexicon) -> Iterator[tuple[Island, int, Expression]]:
    """Where an island tells time: the island, the place in it, what is meant there."""
    for at, node in enumerate(island):
        if not isinstance(node.value, Expression) or tells_no_time(node, node.value, text, words):
            continue
        weekday = weekday_before(island, at, text, words)
        if weekday and isinstance(weekday.value, Expression):
            yield [*island[:at], weekday, *island[at + 1 :]], at, weekday.value
        elif not is_name(island, at, node.value, text, words):
            yield island, at, node.value


def _phrase(island: Island, at: int, meaning: Expression, cues: Cues) -> Phrase:
    node = island[at]
    span = Span(node.start, node.end)
    clause = clause_around(span, cues)
    lasts = meaning.is_length or node.kind == "ago"
    state = lasts and clause.goes_on()
    bearing = _bearing(island, at, meaning, continuing=state)
    tensed = not meaning.is_timeless
    future = tensed and bearing is not Bearing.SINCE and _looks_ahead(clause, meaning)
    return Phrase(
        span,
        meaning_by_signals(island, at, meaning, cues, bearing),
        node.kind,
        node.rule,
        bearing_by_signals(bearing, clause, meaning),
        future,
        tensed and not future and clause.is_over(),
        state,
    )


def _looks_ahead(clause: PhraseClause, meaning: Expression) -> bool:
    return clause.lies_ahead() if meaning.is_intended else clause.looks_ahead(dated=meaning.names_month)


def _bearing(island: Island, at: int, meaning: Expression, *, continuing: bool) -> Bearing:
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
        return Bearing.FOR if meaning.is_length else Bearing.AT
    bearing = _BEARINGS.get(kind, Bearing.AT)
    if bearing is Bearing.SINCE and before and island[before - 1].kind == "first-time":
        return Bearing.COMPARISON
    return bearing

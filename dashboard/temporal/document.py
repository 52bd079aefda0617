"""A text with its time words understood, before anybody says when it was published.

One parse serves every candidate day of publication, so working the day out costs no second reading.
"""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.temporal.expressions import Expression
from dashboard.temporal.lexicon.table import Lexicon, lexicon
from dashboard.temporal.rules import engine
from dashboard.temporal.timex import Bearing
from dashboard.temporal.tokens import Island, Node, islands
from dashboard.text import Sentence, Span, sentences

_BEARINGS = {
    "since": Bearing.SINCE,
    "until": Bearing.UNTIL,
    "before": Bearing.BEFORE,
    "after": Bearing.AFTER,
    "for": Bearing.FOR,
}
_SKIPPED = {"the", "a", "about", "edge", "in", "on", "of"}
_CLAUSE_END = re.compile(r"[.;:\n]|,? (?:where|while|which|but|after which|whereas|amid) ")
_LOOK_BACK, _LOOK_AHEAD = 100, 40
_NEXT_WORDS = 2
_LAST_WORD = re.compile(r"(\w+)\W+(?:(?:on|in|late|early|by|at|the)\W+)*$", re.IGNORECASE)
_PAST_VERB = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bis )\b\w+ed\W+(?:(?:on|late|early)\W+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase: where, what it means, by which rule, how the words around make it bear."""

    span: Span
    meaning: Expression
    kind: str
    rule: str
    bearing: Bearing
    future: bool
    state: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its sentences and its time phrases in order."""

    text: str
    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    words: Lexicon


def understood(text: str, language: str = "en") -> Document:
    """The text with its time phrases."""
    words = lexicon(language)
    rules = engine()
    found = [
        phrase
        for island in islands(text, words)
        for phrase in _phrases(rules.understand(island), text, words)
    ]
    return Document(text, tuple(sentences(text)), tuple(found), words)


def _phrases(island: Island, text: str, words: Lexicon) -> list[Phrase]:
    return [
        _phrase(island, at, node, text, words) for at, node in enumerate(island) if hasattr(node.value, "at")
    ]


def _phrase(island: Island, at: int, node: Node, text: str, words: Lexicon) -> Phrase:
    before, after = _clause(text, node)
    return Phrase(
        Span(node.start, node.end),
        node.value,  # type: ignore[arg-type]  # the caller saw that it has an ``at``
        node.kind,
        node.rule,
        _bearing(island, at),
        _looks_ahead(before, after, words),
        bool(word_pattern(words, "state-words").search(f"{before} {after}")),
    )


def _bearing(island: Island, at: int) -> Bearing:
    """What the nearest word before says, over articles and the like."""
    before = at - 1
    while before >= 0 and island[before].kind in _SKIPPED:
        before -= 1
    if before < 0:
        return Bearing.AT
    bearing = _BEARINGS.get(island[before].kind, Bearing.AT)
    if bearing is Bearing.SINCE and before and island[before - 1].kind == "first-time":
        return Bearing.COMPARISON
    return bearing


def _clause(text: str, node: Node) -> tuple[str, str]:
    """The clause around a phrase: at most a hundred characters before it and forty after."""
    before = text[max(0, node.start - _LOOK_BACK) : node.start]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    after = text[node.end : node.end + _LOOK_AHEAD]
    stop = _CLAUSE_END.search(after)
    return before[ends[-1] if ends else 0 :], after[: stop.start() if stop else None]


def _looks_ahead(before: str, after: str, words: Lexicon) -> bool:
    """Whether a verb of the days to come rules the phrase: "will leave on Friday", not "said Friday it will"."""
    future = word_pattern(words, "future-words")
    cues = list(future.finditer(before))
    if not cues:
        follows = future.search(after)
        return follows is not None and len(after[: follows.start()].split()) <= _NEXT_WORDS
    return not (_PAST_VERB.search(before) or _ends_in(before, words, "past-words")) and not word_pattern(
        words, "reporting-verbs"
    ).search(before, cues[-1].end())


def _ends_in(before: str, words: Lexicon, name: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[1].lower() in words.lists[name]


@cache
def _compiled(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words)))})(?!\w)", re.IGNORECASE)


def word_pattern(words: Lexicon, name: str) -> re.Pattern[str]:
    """Any word of one of the lexicon's lists."""
    return _compiled(words.lists[name])

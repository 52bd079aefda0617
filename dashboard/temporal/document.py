"""A text with its time words understood, before anybody says when it was published.

One parse serves every candidate day of publication, so working the day out costs no second reading.
"""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.temporal.arabic import is_arabic
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
from dashboard.temporal.lexicon.table import Lexicon, lexicon
from dashboard.temporal.rules import all_rules
from dashboard.temporal.timex import Bearing
from dashboard.temporal.tokens import Island, Node, islands
from dashboard.text import Span

_BEARINGS = {
    "since": Bearing.SINCE,
    "since-or-ago": Bearing.SINCE,
    "until": Bearing.UNTIL,
    "before": Bearing.BEFORE,
    "after": Bearing.AFTER,
    "after-first": Bearing.AFTER,
    "for": Bearing.FOR,
}
_SKIPPED = {"the", "a", "about", "edge", "in", "on", "of"}
_CLAUSE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Co))(?<!\b(?:Mrs|Inc|Gen|Col|Gov|Sen))\.(?=\s)|[;؛\n]|:(?=\s)|,? (?:where|while|which|but|after which|whereas|amid) |،? (?:فيما|بينما|حيث|كما|في حين) "
)
_CLAUSE_STOP = re.compile(rf"{_CLAUSE_END.pattern}|\b(?:that|[أإ]ن)\b")
_LOOK_BACK, _LOOK_AHEAD = 100, 40
_NEXT_WORDS = 2
_TENSELESS = (Ancient, Every, Fixed, Length, Ref, Years)  # the same before and behind
_LAST_WORD = re.compile(r"(\w+)\W+(?:(?:on|in|late|early|by|at|the)\W+)*$", re.IGNORECASE)
_HEAD = 25  # characters before a phrase that still opens its sentence
_OPENING = re.compile(r"""(?:[.!?:]["”’)\]]*\s+|\n\s*)(?:[\w,]+\s){0,3}$""")
_POSSESSIVE = ("'s", "’s")
_DEADLINE = re.compile(r"\b(?:by|to|until|till|through|effective|around|expires?)\s+$", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:until|by|effective)\s+$", re.IGNORECASE)
_EFFECTIVE = re.compile(r"\beffective\s+$", re.IGNORECASE)
_NO_LONGER_AHEAD = re.compile(
    r"\b(?:had|was|were|originally|initially|previously)\s+(?:been\s+)?(?:due|scheduled|expected|planned|set)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|be\b)[a-z]+\b", re.IGNORECASE)
_BARE_VERB_LAST = re.compile(r"\bto\s+\w+\W+(?:(?:on|in|late|early|by|at|the)\W+)*$", re.IGNORECASE)
_MOVED_TO = re.compile(r"\b(?:to|until|till|for)\s+(?:\w+\s+)?$", re.IGNORECASE)
_A_PLAN = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|[’']s)\s+(?:\w+\s+)?$", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\bbe\s+\w+\W+(?:(?:on|late|early)\W+)?$", re.IGNORECASE)
_ENDS_IN_ED = re.compile(r"\b\w+ed\b")
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
    past: bool
    state: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its time phrases in order; ``named`` are those that say a day twice."""

    text: str
    phrases: tuple[Phrase, ...]
    named: tuple[Phrase, ...]
    words: Lexicon


def understood(text: str) -> Document:
    """The text with its time phrases."""
    words = (
        lexicon() if is_arabic(text) else lexicon("en")
    )  # the script tells the language; both in one table read mixed texts
    rules = all_rules()
    found = [
        phrase
        for island in islands(text, words)
        for phrase in _phrases(rules.understand(island), text, words)
    ]
    return Document(text, tuple(found), tuple(filter(named_in, found)), words)


def named_in(phrase: Phrase) -> Named | None:
    """The day said twice in a phrase: "yesterday, Saturday", "this morning, Tuesday the 6th"."""
    meaning = phrase.meaning.day if isinstance(phrase.meaning, Part) else phrase.meaning
    return meaning if isinstance(meaning, Named) else None


def _phrases(island: Island, text: str, words: Lexicon) -> list[Phrase]:
    return [
        _phrase(island, at, node, text, words) for at, node in enumerate(island) if hasattr(node.value, "at")
    ]


def _phrase(island: Island, at: int, node: Node, text: str, words: Lexicon) -> Phrase:
    before, after = _clause(text, node)
    tensed = not isinstance(node.value, _TENSELESS)
    bearing = _bearing(island, at, continuing=False) if tensed else Bearing.AT
    future = (
        tensed
        and bearing is not Bearing.SINCE
        and _looks_ahead(before, after, words, dated=_is_dated(node.value))
    )
    lasts = isinstance(node.value, Length) or node.kind == "ago"
    state = lasts and bool(word_pattern(words, "state-words").search(f"{before} {after}"))
    return Phrase(
        Span(node.start, node.end),
        node.value,  # type: ignore[arg-type]  # the caller saw that it has an ``at``
        node.kind,
        node.rule,
        _bearing(island, at, continuing=state),
        future,
        tensed and not future and _is_over(before, after, words),
        state,
        _OPENING.search(text, max(0, node.start - _HEAD), node.start) is not None,
    )


def _bearing(island: Island, at: int, *, continuing: bool) -> Bearing:
    """What the nearest word before says, over articles and the like.

    Arabic says "two days ago" and "for two days" alike; what is going on is meant to go on.
    """
    before = at - 1
    while before >= 0 and island[before].kind in _SKIPPED:
        before -= 1
    if before < 0:
        return Bearing.AT
    if island[at].kind == "ago" and not continuing:
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
    stop = _CLAUSE_STOP.search(after)
    return before[ends[-1] if ends else 0 :], after[: stop.start() if stop else None]


def _looks_ahead(before: str, after: str, words: Lexicon, *, dated: bool) -> bool:
    """Whether a verb of the days to come rules the phrase: "will leave on Friday", not "said Friday it will".

    ``dated`` phrases name a month: "agreed to leave in March" speaks of the next one, where a weekday may
    be that of the agreement.
    """
    known_already = after.startswith(_POSSESSIVE) or _NO_LONGER_AHEAD.search(before)  # "Wednesday's ruling"
    if known_already:
        return False
    if (
        _is_limit(before, after, words)
        or _is_put_off(before, words)
        or (dated and _is_intended(before, words))
    ):
        return True
    future = word_pattern(words, "future-words")
    cues = [cue for cue in future.finditer(before) if not _is_noun(before, cue)]
    if not cues:
        follows = None if _ends_in(before, words, "reporting-verbs") else future.search(after)
        return follows is not None and _rules_what_precedes(before, after[: follows.start()], words)
    if (
        not _BARE_VERB_LAST.search(before)
        and not _TO_BE_DONE.search(before)
        and (_PAST_VERB.search(before) or _ends_in(before, words, "past-words"))
    ):
        return False
    return not word_pattern(words, "reporting-verbs").search(before, cues[-1].end())


def _rules_what_precedes(before: str, between: str, words: Lexicon) -> bool:
    """Whether a verb so far behind the phrase still rules it: "on Friday he will", not "took office in May, plans"."""
    if len(between.split()) > _NEXT_WORDS:
        return False
    return "," not in between or not _has_past_verb(before, "", words)


def _is_limit(before: str, after: str, words: Lexicon) -> bool:
    """By Friday, effective 1 February, to pay by March: a day to come, unless what it limits is over."""
    if not _LIMIT.search(before):
        return False
    return (
        bool(_EFFECTIVE.search(before))
        or not _has_past_verb(before, after, words)
        or _ends_in_infinitive(before, words)
    )


def _is_put_off(before: str, words: Lexicon) -> bool:
    """Extended for a month, to 30 September: what is put off lies ahead."""
    return bool(_MOVED_TO.search(before) and word_pattern(words, "deferring-words").search(before))


def _is_intended(before: str, words: Lexicon) -> bool:
    """Agreed to sell in April: what is agreed on lies ahead."""
    cue = word_pattern(words, "intent-words").search(before)
    return cue is not None and _ends_in_infinitive(before[cue.end() :], words)


def _ends_in_infinitive(before: str, words: Lexicon) -> bool:
    """Whether "to pay" is the last verb before the phrase."""
    infinitives = list(_INFINITIVE.finditer(before))
    return bool(infinitives) and not _has_past_verb(before[infinitives[-1].end() :], "", words)


def _is_noun(before: str, cue: re.Match[str]) -> bool:
    """Announced the plan on Friday: a thing, not something yet to come; "the plan to leave on Friday" is."""
    if not cue[0].lower().startswith("plan"):
        return False
    return bool(_A_PLAN.search(before[: cue.start()])) and not _INFINITIVE.search(before, cue.end())


def _is_dated(meaning: object) -> bool:
    """Whether a month is named, by itself or with a day or a part: March, 3 March, early March."""
    inner = getattr(meaning, "whole", None) or getattr(meaning, "day", None)
    if isinstance(meaning, Calendar):
        return meaning.month is not None
    return inner is not None and not isinstance(inner, int) and _is_dated(inner)


def _is_over(before: str, after: str, words: Lexicon) -> bool:
    """Whether a past tense rules the phrase: "was killed on 15 December", but not "was extended to 15 December"."""
    if _DEADLINE.search(before) or _NO_LONGER_AHEAD.search(before):
        return False
    return _has_past_verb(before, after, words)


def _has_past_verb(before: str, after: str, words: Lexicon) -> bool:
    return any(
        _ENDS_IN_ED.search(part) or word_pattern(words, "past-words").search(part) for part in (before, after)
    )


def _ends_in(before: str, words: Lexicon, name: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[1].lower() in words.lists[name]


@cache
def _compiled(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words)))})(?!\w)", re.IGNORECASE)


def word_pattern(words: Lexicon, name: str) -> re.Pattern[str]:
    """Any word of one of the lexicon's lists."""
    return _compiled(words.lists[name])

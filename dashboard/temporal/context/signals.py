"""What the words right beside a time phrase make of it: an event it counts from, a noun it belongs to, a comparison."""

import re
from functools import cache

from dashboard.temporal.context.cues import Surroundings
from dashboard.temporal.context.tense import Clause
from dashboard.temporal.expressions import Beside, Expression
from dashboard.temporal.lexing.tokens import Island
from dashboard.temporal.timex import Bearing

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_THE_NOUN = re.compile(r"\s+the\s+([^\W\d_]+)", re.IGNORECASE)
_TOLD_OF = 1500  # characters: what was told further back is not what "the" means
_STEPS_FROM_TOLD = frozenset({"the <unit> before", "the <unit> after", "the <part> before"})
_POSSESSIVE = ("'s", "’s")


def meaning_beside(
    island: Island, at: int, meaning: Expression, around: Surroundings, bearing: Bearing
) -> Expression:
    """What the node means; on no calendar where it counts from an event told beside it."""
    node, text = island[at], around.text
    if node.rule in _STEPS_FROM_TOLD:
        opener = _NEXT_WORD.match(text, node.end)
        opens = opener is not None and opener[1].lower() in around.lists["event-openers"]
        return Beside(meaning) if opens and not _told_already(node.start, node.end, text) else meaning
    beside = meaning.is_length and bearing is not Bearing.FOR and _counts_from_event(island, at, text)
    return Beside(meaning) if beside else meaning


def _told_already(start: int, end: int, text: str) -> bool:
    """Whether "the day before the fighting" speaks of fighting told of before: then the time last told is its."""
    noun = _THE_NOUN.match(text, end)
    return noun is not None and noun[1].lower() in text[max(0, start - _TOLD_OF) : start].lower()


def _counts_from_event(island: Island, at: int, text: str) -> bool:
    """Whether "two days" goes on as "after the truce began", with no time told behind it."""
    step = island[at + 1] if at + 1 < len(island) else None
    if step is None or step.kind not in ("before", "after"):
        return False
    return _NEXT_WORD.match(text, step.end) is not None and not any(
        isinstance(each.value, Expression) for each in island[at + 2 :]
    )


def bearing_beside(bearing: Bearing, clause: Clause) -> Bearing:
    """The bearing, seen with the noun that the time belongs to or is compared by.

    "After Monday's raid" may still be Monday; "the worst raid since Monday" compares.
    """
    text, lists = clause.around.text, clause.around.lists
    if bearing is Bearing.SINCE:
        compares = _comparison(lists["superlatives"]).search(text, clause.start, clause.phrase.start)
        return Bearing.COMPARISON if compares else bearing
    if bearing not in (Bearing.AFTER, Bearing.BEFORE):
        return bearing
    if text.startswith(_POSSESSIVE, clause.phrase.end):
        return Bearing.SINCE if bearing is Bearing.AFTER else Bearing.UNTIL
    noun = _NEXT_WORD.match(text, clause.phrase.end)
    return Bearing.AT if noun and noun[1].lower() in lists["rites"] else bearing


@cache
def _comparison(superlatives: frozenset[str]) -> re.Pattern[str]:
    """A superlative and its noun straight before "since"; "the first convoy has waited since" compares nothing."""
    words = "|".join(sorted(map(re.escape, superlatives)))
    verbs = "has|have|had|been|is|are|was|were|remains|remained"
    return re.compile(
        rf"\b(?:{words})\b(?:\s+(?!(?:{verbs})\b)[\w’'-]+){{0,6}}\s+since\s+(?:the\s+|at\s+)?(?:\w+\s+)?$",
        re.IGNORECASE,
    )

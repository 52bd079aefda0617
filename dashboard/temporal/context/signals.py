"""What the words right beside a time phrase make of it: an event it counts from, a noun it belongs to, a comparison."""

import re

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.cues import Cues, is_past
from dashboard.temporal.context.tense import PhraseClause
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import Every, Expression, FromEvent, Hence, Length, Ref
from dashboard.temporal.lexing.tokens import Island
from dashboard.temporal.timex import Bearing

_CLOSING = frozenset({"dot", "comma", "close", "in", "in-plain", "on", "from", "to", "and"})
_A_NUMBER_OF = Wording(r"(?:\d|\b(?:{many-words}))(?:\s+(?!(?:{lasting-preps})\b)[\w’'-]+){0,2}\s+$")
_ONE_DAY = Length(Unit.DAY, 1)
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_GOES_ON = re.compile(r"\s+\w")  # "three days after 42 people died" too
_THE_NOUN = re.compile(r"\s+the\s+([^\W\d_]+)", re.IGNORECASE)
_LONGEST_MARK = 20  # characters
_MENTIONED_WITHIN = 1500  # characters: what was mentioned further back is not what "the" means
_STEPS_FROM_MENTIONED = frozenset({"the <unit> before", "the <unit> after", "the <part> before"})
_NEAR = 60  # characters
_LONG_NEAR = 100
_COUNTED_IN = Wording(r"\b(?:{counted-in})\b(?:\s+[\w’'-]+){1,4}\s+in\s+$")
_POSSESSIVE = ("'s", "’s")
_COMPARISON = Wording(  # its noun straight before "since"; "the first convoy has waited since" compares nothing
    r"\b(?:{superlatives})\b(?:\s+(?!(?:{state-verbs})\b)[\w’'-]+){0,6}\s+since\s+(?:the\s+|at\s+)?(?:\w+\s+)?$"
)
_MEASURED = Wording(  # "as opposed to a peak of 1,600 in summer 2007" compares; "down from the hills in March" has no number
    r"\b(?:{measures})\s+(?:[\w’'-]+\s+){0,4}?[\d,.]*\d(?:\s+[\w’'-]+){0,3}?\s+(?:in|on|during|of|for)\s+(?:the\s+)?$"
)
_DENIED = Wording(  # "on Sunday, not Monday", "was not on Monday but", "on Sunday rather than Monday"
    r"(?:(?:\b(?:{be-forms})|[,–—(])\s*(?:(?:{and-words})\s+)?(?:{not-words})|\b(?:{rather-words}))\s+(?:(?:on|in|at)\s+)?$"
)
_RANKED = Wording(  # "for the third time", "the second strike on the capital"; "the first protests took place this week" tells when
    r"\b(?:{superlatives}|{ordinal-words})\b(?:\s+(?!(?:{be-forms}|{had-words}|{beginning-verbs}|{came-after})\b)[\w’'-]+){1,6}\s+(?:so\s+far\s+)?$"
)
_BEGUN_SINCE = Wording(  # "the worst day since protests began on 1 July": that day opens a time, and nothing told here was then
    r"\bsince\s+(?!then\b)(?:[\w’'-]+\s+){1,7}?(?:{beginning-verbs})\s+(?:(?:on|in)\s+)?(?:the\s+)?$"
)
_ASKED = Wording(  # how those who tell worked: "We interviewed 41 people between 4 and 26 November", "The panel heard 19 witnesses on 12 May"
    r"(?:\b(?:{inquirers})\s+(?:[\w’'&-]+\s+){0,6}?(?:{inquiry-verbs})|\b(?:{asking-verbs})|\bheard\s+(?:[\w’'-]+\s+){0,4}?(?:{the-heard})"
    r"|(?<!\w)(?:{inquiries}))\b(?:\s+(?!(?:{reporting-verbs}|{that-words})\b)[\w’'(),&-]+)*\s+$"
)
_CONTACTED = Wording(  # "according to a resident reached by telephone this Monday, they came at 3 p.m."
    r"\b(?:{contact-verbs})\s+(?:{contact-ways})\s+(?:on\s+)?$|\bcontacted\s+(?:on\s+)?$"
    r"|\b(?:{recorded-images})\s+(?:of|from|dated)\s+$"
)
_ASKED_BEHIND = Wording(  # "Between 4 and 26 November, we interviewed …"
    r",?\s+(?:{inquirers})\s+(?:[\w’'&-]+\s+){0,6}?(?:{inquiry-verbs}|{asking-verbs}|heard\s+(?:[\w’'-]+\s+){0,4}?(?:{the-heard}))\b"
)
_BEHIND_COMMA = re.compile(r",\s+([^\W\d_]+)")
_AND_APART = Wording(r"\b(?:{and-words}),\s+(?:(?:{roughly-words})\s+)?$")
_A_MARK = Wording(r"^\s+(?:{marks})\b")


def meaning_by_signals(
    island: Island, at: int, meaning: Expression, cues: Cues, bearing: Bearing
) -> Expression:
    """What the node means; on no calendar where it counts from an event mentioned beside it."""
    node, text = island[at], cues.text
    if isinstance(meaning, Length) and meaning.count == 1 and _is_rate(island, at, cues):
        return Every(meaning.value)
    if (
        meaning.is_length
        and meaning == _ONE_DAY
        and next(cues.before(node.start, node.start - _NEAR), "") in cues.lists["modal-words"]
    ):
        return Ref("FUTURE_REF")  # "will one day return"
    if isinstance(meaning, Hence) and _COUNTED_IN.of(cues.lists).search(
        text, max(0, node.start - _NEAR), node.start
    ):
        return meaning.length
    if node.rule in _STEPS_FROM_MENTIONED:
        opener = _NEXT_WORD.match(text, node.end)
        opens = opener is not None and opener[1].lower() in cues.lists["event-openers"]
        return (
            FromEvent(meaning) if opens and not _is_mentioned_before(node.start, node.end, text) else meaning
        )
    beside = meaning.is_length and bearing is not Bearing.FOR and _counts_from_event(island, at, text)
    return FromEvent(meaning) if beside else meaning


def _is_rate(island: Island, at: int, cues: Cues) -> bool:
    """Whether a number of things stands before it and nothing behind counts on: "30 raids a day", no "30 men a day later"."""
    if at + 1 < len(island) and island[at + 1].kind not in _CLOSING:
        return False
    start = island[at].start
    return _A_NUMBER_OF.of(cues.lists).search(cues.text, max(0, start - _NEAR), start) is not None


def _is_mentioned_before(start: int, end: int, text: str) -> bool:
    """Whether "the day before the fighting" speaks of fighting mentioned before: then the time last mentioned is its."""
    noun = _THE_NOUN.match(text, end)
    return noun is not None and noun[1].lower() in text[max(0, start - _MENTIONED_WITHIN) : start].lower()


def _counts_from_event(island: Island, at: int, text: str) -> bool:
    """Whether "two days" goes on as "after the truce began", with no time mentioned behind it."""
    step = island[at + 1] if at + 1 < len(island) else None
    if step is None or step.kind not in ("before", "after"):
        return False
    return _GOES_ON.match(text, step.end) is not None and not any(
        isinstance(each.value, Expression) for each in island[at + 2 :]
    )


def bearing_by_signals(bearing: Bearing, clause: PhraseClause, meaning: Expression) -> Bearing:
    """The bearing, seen with the noun that the time belongs to or is compared by.

    "After Monday's raid" may still be Monday; "the worst raid since Monday" compares; "and, an hour later, shells fell"
    dates what it opens and nothing before it.
    """
    text, lists = clause.cues.text, clause.cues.lists
    if bearing is Bearing.AT and _opens_another_act(clause, meaning):
        return Bearing.APART
    if bearing is Bearing.SINCE:
        compares = _COMPARISON.of(lists).search(text, clause.start, clause.phrase.start)
        return Bearing.COMPARISON if compares else bearing
    if bearing is Bearing.AT:
        return _of_a_point(clause)
    if bearing not in (Bearing.AFTER, Bearing.BEFORE):
        return bearing
    if text.startswith(_POSSESSIVE, clause.phrase.end):
        return Bearing.SINCE if bearing is Bearing.AFTER else Bearing.UNTIL
    noun = _NEXT_WORD.match(text, clause.phrase.end)
    return Bearing.AT if noun and noun[1].lower() in lists["rites"] else bearing


def _opens_another_act(clause: PhraseClause, meaning: Expression) -> bool:
    """Whether a step on stands between commas behind "and", before somebody who acts: "fled at noon and, an hour later, a bomb fell"."""
    if meaning.counts_from_speech or meaning.tells_day or meaning.is_length:
        return False
    text, start = clause.cues.text, clause.phrase.start
    joined = _AND_APART.of(clause.cues.lists).search(text, max(0, start - _NEAR), start)
    behind = _BEHIND_COMMA.match(text, clause.phrase.end) if joined else None
    return behind is not None and not is_past(behind[1].lower(), clause.cues.lists)


def _of_a_point(clause: PhraseClause) -> Bearing:
    """The bearing of a time that stands by itself: denied, the beginning of something, compared by, or when it was."""
    text, lists, start = clause.cues.text, clause.cues.lists, clause.phrase.start
    if _DENIED.of(lists).search(text, max(0, start - _NEAR), start):
        return Bearing.DENIED
    if _BEGUN_SINCE.of(lists).search(text, max(0, start - _LONG_NEAR), start):
        return Bearing.SINCE
    if _dates_inquiry(clause):
        return Bearing.INQUIRY
    return Bearing.COMPARISON if _compares(clause) else Bearing.AT


def _dates_inquiry(clause: PhraseClause) -> bool:
    """Whether those who tell asked and looked then; what follows does not count from it."""
    text, lists = clause.cues.text, clause.cues.lists
    asked = _ASKED.of(lists).search(text, clause.start, clause.phrase.start) or _CONTACTED.of(lists).search(
        text, max(0, clause.phrase.start - _NEAR), clause.phrase.start
    )
    return bool(asked or _ASKED_BEHIND.of(lists).match(text, clause.phrase.end))


def _compares(clause: PhraseClause) -> bool:
    """Whether a number is measured by that of the time, "down from 1,440 in May", or an act counted in it, "the third strike this month"."""
    text, lists = clause.cues.text, clause.cues.lists
    words = clause.phrase.of(text).lower()
    near = max(0, clause.phrase.start - _NEAR)
    if words in lists["counted-within"] and _RANKED.of(lists).search(text, near, clause.phrase.start):
        return True
    if _MEASURED.of(lists).search(text, clause.start, clause.phrase.start):
        return True
    behind = text[clause.phrase.end : clause.phrase.end + _LONGEST_MARK]
    return _A_MARK.of(lists).search(behind) is not None

"""The day that words tell by an act whose day the text tells: "the day of the vote", "the night before the raid", "election day".

Where the text dates no such act, the words stay what they were.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.kindred import Kindred, named_act
from dashboard.temporal.context.told_acts import act_before, told_before
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import DayPart, Expression, FromAct, FromEvent, Length, Ref, Shift
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.text import Span

if TYPE_CHECKING:
    from dashboard.temporal.context.parse import Phrase

_BY_AN_ACT = Wording(
    r"(?<!\w)(?:the\s+)?(?:very\s+|same\s+)?(?P<day>{act-days})\s+(?:of|(?P<after>{after-acts})|(?P<before>{before-acts}))\b"
)
_HELD = Wording(r"(?<!\w)(?P<held>{polling-words})[ -](?P<day>{act-days})\b")
_COUNTED_FROM = Wording(r"\b(?:of|{after-acts}|{before-acts})\s+(?:{definite-words}\s+)?$")
_NEAR = 30  # characters
_EVE = "eve"
_EVENING = 16  # hour: a part of a day that begins later ends the day of the act it is told after


def days_of_acts(text: str, phrases: Sequence["Phrase"], words: Lexicon) -> tuple["Phrase", ...]:
    """The phrases, with those that tell a day by an act told before."""
    found = list(phrases)
    for told in _BY_AN_ACT.of(words.lists).finditer(text):
        _put(text, found, told, None, words)
    for told in _HELD.of(words.lists).finditer(text):  # "the day after polling day" is told above
        counted = _COUNTED_FROM.of(words.lists).search(text, max(0, told.start() - _NEAR), told.start())
        act = None if counted else named_act(told["held"], words)
        if act:
            _put(text, found, told, act, words)
    return tuple(found)


def _put(
    text: str, phrases: list["Phrase"], told: re.Match[str], act: Kindred | None, words: Lexicon
) -> None:
    """Puts what those words mean among the phrases, in the place of the phrase that they hold; of the act named behind them, if none is given."""
    first = next((at for at, each in enumerate(phrases) if each.span.end > told.start()), len(phrases))
    inside = first < len(phrases) and phrases[first].span.start < told.end()
    if inside and not _tells_no_day(phrases[first]):
        return
    before = phrases[:first]
    dated = (
        told_before(text, before, told.start(), act, words)
        if act
        else act_before(text, before, told.end(), words)
    )
    if dated is None:
        return
    meaning = _meaning(told, dated.meaning, words)
    if inside:
        phrases[first] = replace(phrases[first], meaning=meaning)
    else:
        new = replace(
            dated,
            span=Span(*told.span()),
            meaning=meaning,
            kind="time" if isinstance(meaning, DayPart) else "day",
            rule="the <part> of <act>",
        )
        phrases.insert(first, new)


def _tells_no_day(phrase: "Phrase") -> bool:
    """Whether it leaves open of which day it is: "morning", "the eve of", "the day after"; "the 5th day" is counted, "Monday night" told."""
    meaning = phrase.meaning
    steps = isinstance(meaning, Shift) and meaning.from_mentioned
    return steps or isinstance(meaning, FromEvent) or meaning.of_day.is_last_mentioned


def _meaning(told: re.Match[str], act: Expression, words: Lexicon) -> Expression:
    """The day, or the part of it, so near to the act."""
    groups = told.groupdict()
    part = _hours(groups["day"].lower(), words)
    if groups.get("before") or groups["day"].lower() == _EVE:
        steps = -1
    else:
        steps = 1 if groups.get("after") and (part is None or part.start < _EVENING) else 0
    day = FromAct(FromEvent(Ref("")), Length(Unit.DAY, abs(steps)), steps, act)
    return DayPart(day, part) if part else day


def _hours(name: str, words: Lexicon) -> PartOfDay | None:
    """The hours that a word for a part of a day tells; None for "day" and "eve"."""
    entry = words.words.get(name)
    if entry is None or entry.kind != "part" or not isinstance(entry.value, list):
        return None
    start, end, letters, *_ = entry.value
    return PartOfDay(int(start), int(end), str(letters))

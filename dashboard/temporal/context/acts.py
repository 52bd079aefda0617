"""The first day of what a day is counted in: "the battle began on 4 April … on the 5th day of the battle".

Where the text tells when the act began, in words before it or straight behind, the day is counted from there; where it
does not, the day of the report is the last day of the count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import DayCount, DayOfAct
from dashboard.temporal.lexing.lexicon import Lexicon

if TYPE_CHECKING:
    from dashboard.temporal.context.parse import Phrase

_THE_ACT = re.compile(r"\s+(?:of|in|into)\s+(?:\w+\s+)?([^\W\d_]+(?:[ -][^\W\d_]+){0,2})")
_STRAIGHT_BEHIND = Wording(r"^[^.\n]{0,80}\b(?:{beginning-verbs})\s+(?:{between-verb-and-day})?\s*$")
_BEGAN = Wording(r"\b(?:{beginning-verbs})\b")
_SENTENCE = re.compile(r"[^.!?\n]*")
_SHORTEST = 4  # letters of a word that can name an act
_WITHIN = 1500  # characters back


def counted_from_acts(text: str, phrases: Sequence["Phrase"], words: Lexicon) -> tuple["Phrase", ...]:
    """The phrases, each "day so many of" counted from the day on which the text says that the act began."""
    if not any(isinstance(phrase.meaning, DayCount) for phrase in phrases):
        return tuple(phrases)
    return tuple(_counted(text, phrases, at, words) for at in range(len(phrases)))


def _counted(text: str, phrases: Sequence["Phrase"], at: int, words: Lexicon) -> "Phrase":
    phrase = phrases[at]
    act = _THE_ACT.match(text, phrase.span.end) if isinstance(phrase.meaning, DayCount) else None
    if act is None or not isinstance(phrase.meaning, DayCount):
        return phrase
    first = next(_beginnings(text, phrases, at, act[1], words), None)
    return replace(phrase, meaning=DayOfAct(phrase.meaning.number, first.meaning)) if first else phrase


def _beginnings(
    text: str, phrases: Sequence["Phrase"], at: int, act: str, words: Lexicon
) -> Iterator["Phrase"]:
    """The phrases that date the beginning of the act: the one behind, then those before, the nearest first."""
    here = phrases[at]
    if at + 1 < len(phrases):
        between = text[here.span.end : phrases[at + 1].span.start]
        if _STRAIGHT_BEHIND.of(words.lists).search(between):
            yield phrases[at + 1]
    names = [word.lower() for word in re.findall(r"[^\W\d_]+", act) if len(word) >= _SHORTEST]
    for before in reversed(phrases[:at]):
        if here.span.start - before.span.end > _WITHIN:
            return
        sentence = _sentence(text, before).lower()
        if any(name in sentence for name in names) and _BEGAN.of(words.lists).search(sentence):
            yield before


def _sentence(text: str, phrase: "Phrase") -> str:
    """The sentence that the phrase stands in."""
    start = max(text.rfind(stop, 0, phrase.span.start) for stop in (".", "!", "?", "\n")) + 1
    end = _SENTENCE.match(text, phrase.span.end)
    return text[start : end.end() if end else None]

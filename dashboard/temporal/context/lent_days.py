"""The day that a part of a day takes from what is told after it: "killed two in Kirkuk in the morning and one in Daquq at night on 5 May".

Only where no day was told before: else a part of a day is of the day told last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import Clock, DayPart
from dashboard.temporal.lexing.lexicon import Lexicon

if TYPE_CHECKING:
    from dashboard.temporal.context.parse import Phrase

_WITHIN = 160  # characters
_ONE_SENTENCE = re.compile(r"[^.;!?\n]*")
_JOINED = Wording(r"\b(?:{and-words})\b")


def lent_days(text: str, phrases: Sequence["Phrase"], words: Lexicon) -> tuple["Phrase", ...]:
    """The phrases, those at the head that tell hours and no day with the day of the next one, if "and" joins the two."""
    found = list(phrases)
    for at, (phrase, behind) in enumerate(pairwise(phrases)):
        if not phrase.meaning.of_day.is_last_mentioned or not isinstance(phrase.meaning, DayPart | Clock):
            break
        between = text[phrase.span.end : behind.span.start]
        joined = len(between) <= _WITHIN and _ONE_SENTENCE.fullmatch(between)
        if joined and _names_its_day(behind) and _JOINED.of(words.lists).search(between):
            found[at] = replace(phrase, meaning=replace(phrase.meaning, day=behind.meaning.of_day))
            break
    return tuple(found)


def _names_its_day(phrase: "Phrase") -> bool:
    """Whether it is hours of a day of the calendar: "at night on 5 May", "at 6 p.m. on Friday"."""
    stated = phrase.meaning.of_day.stated
    hours = isinstance(phrase.meaning, DayPart | Clock)
    return hours and stated is not None and phrase.meaning.of_day.tells_day

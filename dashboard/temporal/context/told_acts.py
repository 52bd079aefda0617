"""The day of an act that "six days after its loss" counts from, or that "ten days after troops took the town" dates.

An act is found again by its name ("the quake"), by a word of the same stem ("surrendered … the surrender"), by one that means
the same ("was lost … its loss"), or, for "the attack", as the last that was dated. Where none is told the length stays one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.kindred import LAST_TOLD, Kindred, kindred, last_act
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import (
    Amount,
    Around,
    Expression,
    FromAct,
    FromEvent,
    Length,
    Lengths,
    Near,
    OtherAct,
    Shift,
)
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.temporal.timex import Bearing
from dashboard.text import Span

if TYPE_CHECKING:
    from dashboard.temporal.context.parse import Phrase

_SIDE = Wording(r"\s+(?:(?P<after>{after-acts})|{before-acts})\b")
_INEXACT = Wording(r"\b(?:{inexact-words})\s+$")
_OF_ITS_DATE = Wording(r"^\s+(?:(?:{event-openers})\s+)?(?:[\w’'-]+\s+){1,3}(?:{of-words})\s+(?:the\s+)?$")
_ITS_DATE = re.compile(r"^\s+[^.,;:!?\n–—]{1,60}\s$")
_FROM_MAIN = Wording(r"^[^.;:!?\n]*(?:[,–—]\s*|\s(?:{came-after})\s+)(?:(?:{roughly-words})\s+)?$")
_TO_MAIN = re.compile(r"^[^.;:!?\n,]+,[^.;:!?\n]*$")
_CAME = Wording(
    r"\s*(?:(?P<it>{it-words})|(?:{definite-words})\s+(?P<latest>latest\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?:,[^,.;:\n]{2,80},)?\s+(?:{came-after})\s+(?:(?:{roughly-words})\s+)?"
)
_SAID = Wording(  # "reported after the vote of" tells when the vote was
    r"\b(?:{reporting-verbs}|{statements})\b(?:\s+(?!(?:{after-acts}|{before-acts})\b)[\w’'-]+){0,4}\s*$"
)
_ANOTHER = Wording(r"[,;]|\b(?:{and-words})\b")
_OF_A_DATELINE = re.compile(
    r"[\n(]?[ \t]*\(?(?-i:[A-Z])[^.!?:\n]{1,50}"
)  # "Bahir Dar, 10 February 2024 –", "(Nairobi, 3 December)"
_DATELINE_ENDS = re.compile(r"\)?(?:\s*\([^)\n]{1,40}\))?\s*(?:[–—]|--?\s)")
_BESIDE = re.compile(
    r",?\s+(?:(?:on|of|in|held on)\s+)?"
)  # between an act and its own date: "the vote, on 5 May,"
_NEAR = 40  # characters
_A_HEADING = 80  # characters: no line that is shorter tells a story
_HEADED = re.compile(r"\n\s*\n(?:[^\W\d_a-z]|\d+[.)]\s)[^\n.!?:;,]{2,60}\n|\n[ \t]*[•◦▪*–-]\s")
_BEFORE, _ACROSS = 12, 200  # characters by which a date before the act, or across an "and", is farther
_WITHIN = 1500  # characters back
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\S))*")


@dataclass(frozen=True, slots=True)
class _Distance:
    """How far, on which side, and where the words of the act begin."""

    amount: Amount
    sign: int
    act: int


def dated_by_acts(text: str, phrases: Sequence["Phrase"], words: Lexicon) -> tuple["Phrase", ...]:
    """The phrases, each length from an act counted from the day that the text gives the act."""
    found = list(phrases)
    for at, phrase in enumerate(phrases):
        away = _distance(text, phrase, words)
        if away:
            _date(text, found, at, away, words)
    return tuple(found)


def _distance(text: str, phrase: "Phrase", words: Lexicon) -> _Distance | None:
    counted = phrase.meaning.counted if isinstance(phrase.meaning, FromEvent) else None
    if counted is None or _INEXACT.of(words.lists).search(
        text, max(0, phrase.span.start - _NEAR), phrase.span.start
    ):
        return None
    if isinstance(counted, Shift):
        return _Distance(
            Length(counted.unit, abs(counted.count)), 1 if counted.count > 0 else -1, phrase.span.end
        )
    side = _SIDE.of(words.lists).match(text, phrase.span.end)
    if side is None or not isinstance(counted, Length | Lengths):
        return None
    return _Distance(counted, 1 if side["after"] else -1, side.end())


def _date(text: str, phrases: list["Phrase"], at: int, away: _Distance, words: Lexicon) -> None:
    """Puts the phrase on the calendar by its act's date behind it, the act told before, or the dated act beside it."""
    phrase = phrases[at]
    if not isinstance(phrase.meaning, FromEvent):
        return
    behind = phrases[at + 1] if at + 1 < len(phrases) else None
    between = text[away.act : behind.span.start] if behind else ""
    if behind and _is_date(behind) and _ITS_DATE.match(between):
        main = _main_before(text, phrases, at, words)
        if main and not isinstance(phrase.meaning.counted, Shift):
            meaning = OtherAct(phrase.meaning, away.amount, away.sign, main.meaning)
            phrases[at] = replace(phrase, meaning=meaning, bearing=Bearing.APART)
            return  # "on Monday, hours after a rocket hit Metula on Sunday": each has its day
        if _OF_ITS_DATE.of(words.lists).match(between):  # "the vote of 5 May" dates the vote and nothing else
            phrases[at + 1] = replace(behind, bearing=Bearing.COMPARISON)
        phrases[at] = _counted(phrase, away, behind.meaning)
        return
    told = act_before(text, phrases[:at], away.act, words)
    if told:
        phrases[at] = _counted(phrase, away, told.meaning)
        return
    main = _main(text, phrases, at, words) or _known_act(text, phrases, at, words)
    if main and not isinstance(phrase.meaning.counted, Shift):
        meaning = OtherAct(phrase.meaning, away.amount, away.sign, main.meaning)
        phrases[at] = replace(phrase, meaning=meaning, bearing=Bearing.APART)


def _counted(phrase: "Phrase", away: _Distance, act: Expression) -> "Phrase":
    if not isinstance(phrase.meaning, FromEvent):
        return phrase
    return replace(phrase, meaning=FromAct(phrase.meaning, away.amount, away.sign, act))


def _is_date(phrase: "Phrase") -> bool:
    """Whether it dates what it stands beside: no length, and nothing that only began or ended then."""
    plain = phrase.bearing is Bearing.AT and not phrase.future
    meaning = phrase.meaning
    return (
        plain
        and not meaning.is_length
        and not isinstance(meaning, FromEvent | FromAct)
        and _tells_date(meaning)
    )


def _tells_date(meaning: Expression) -> bool:
    """Whether a day or a month is named in it, or counted from the report: a clock time of Tuesday, yesterday evening."""
    counted = isinstance(meaning, Shift) and meaning.unit == Unit.DAY and not meaning.from_mentioned
    if counted or meaning.tells_day or meaning.names_month:
        return True
    within = meaning.time if isinstance(meaning, Around | Near) else meaning.inner
    return within is not None and _tells_date(within)


def _main(text: str, phrases: Sequence["Phrase"], at: int, words: Lexicon) -> "Phrase | None":
    """The date of the act on the other side: "on Monday, ten days after …", or "Ten days after …, on Monday …"."""
    before = _main_before(text, phrases, at, words)
    if before:
        return before
    here = phrases[at].span
    behind = phrases[at + 1] if at + 1 < len(phrases) else None
    opens = not text[: here.start].rsplit("\n", 1)[-1].rsplit(". ", 1)[-1].strip()
    fronted = behind and opens and _TO_MAIN.match(text[here.end : behind.span.start])
    return behind if fronted and behind and _is_date(behind) else None


def _main_before(text: str, phrases: Sequence["Phrase"], at: int, words: Lexicon) -> "Phrase | None":
    """The date of the act before the length: "on Monday, ten days after …"."""
    here, before = phrases[at].span, phrases[at - 1] if at else None
    dated = before is not None and _is_date(before)
    opens = _FROM_MAIN.of(words.lists)
    return before if before and dated and opens.match(text[before.span.end : here.start]) else None


def _known_act(text: str, phrases: Sequence["Phrase"], at: int, words: Lexicon) -> "Phrase | None":
    """The date of the act that a sentence opens with as one known: "The strike came five days after guided bombs levelled a school"."""
    start, sentence = _sentence(text, phrases[at])
    ends = start + len(sentence)
    if any(each.span.start < ends and _is_date(each) for each in phrases[at + 1 : at + 2]):
        return None  # "It comes a week after like attacks in the north: on January 25 …"
    came = _CAME.of(words.lists).fullmatch(text, start, phrases[at].span.start)
    if came is None:
        return None
    opens = max(start - (not text[start].isspace()), 0)
    here = phrases[at].span.start
    if came["it"]:
        return told_before(text, phrases[:at], here, LAST_TOLD, words)
    named = LAST_TOLD if came["latest"] else kindred(text, opens, words)
    by_name = named and not named.last_told and told_before(text, phrases[:at], here, named, words)
    if by_name or not (named or last_act(text, opens, words)):
        return by_name or None
    opens_paragraph = not text[text.rfind("\n", 0, here) + 1 : start].strip()
    story = _day_of_story(text, phrases[:at], words) if opens_paragraph else None
    return story or told_before(text, phrases[:at], here, LAST_TOLD, words)


def _day_of_story(text: str, phrases: Sequence["Phrase"], words: Lexicon) -> "Phrase | None":
    """The first day told in running text behind the last heading under which any is: that of the act that a report is about.

    "The attack came five days after …" in a paragraph of its own speaks of that act, whatever has been dated since.
    """
    first: Phrase | None = None
    for phrase in phrases:
        line = text[text.rfind("\n", 0, phrase.span.start) + 1 : _end_of_line(text, phrase.span.end)]
        if len(line) < _A_HEADING or not _tells_a_day(phrase) or _dates_a_saying(text, phrase, words):
            continue
        if first is None or _HEADED.search(text, first.span.end, phrase.span.start):
            first = phrase
    return first


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _tells_a_day(phrase: "Phrase") -> bool:
    return _is_date(phrase) and (phrase.kind != "when" or not phrase.meaning.names_month)


def act_before(text: str, phrases: Sequence["Phrase"], start: int, words: Lexicon) -> "Phrase | None":
    """The phrase that dates the act named from that place on: by words that tell the same, else "the strike" is the act dated last."""
    for act in (kindred(text, start, words), last_act(text, start, words)):
        if told := told_before(text, phrases, start, act, words):
            return told
    return None


def told_before(
    text: str, phrases: Sequence["Phrase"], here: int, act: Kindred | None, words: Lexicon
) -> "Phrase | None":
    """The phrase that dates the act in a sentence before that place: the nearest sentence, and in it the nearest date."""
    if act is None:
        return None
    for phrase in reversed(phrases):
        if here - phrase.span.end > _WITHIN:
            return None
        if (
            _is_date(phrase)
            and not _dates_a_saying(text, phrase, words)
            and not _same_sentence(text, phrase, here)
        ):
            start, sentence = _sentence(text, phrase)
            if act.last_told and act.name in sentence:
                return phrase
            if place := act.place_in(sentence):
                reach = range(start, start + len(sentence))
                return _nearest(text, phrases, reach, place.moved(start), words)
    return None


def _nearest(text: str, phrases: Sequence["Phrase"], reach: range, act: Span, words: Lexicon) -> "Phrase":
    """The date nearest to the act's word in its sentence: one behind it sooner than one before, none across an "and"."""
    apart = _ANOTHER.of(words.lists)

    def distance(phrase: "Phrase") -> int:
        behind = phrase.span.start >= act.end
        start, end = (act.end, phrase.span.start) if behind else (phrase.span.end, act.start)
        if behind and _BESIDE.fullmatch(text, start, end):
            return 0
        return end - start + (0 if behind else _BEFORE) + (_ACROSS if apart.search(text, start, end) else 0)

    dates = (each for each in phrases if each.span.start in reach and _is_date(each))
    return min((each for each in dates if not _dates_a_saying(text, each, words)), key=distance)


def _same_sentence(text: str, phrase: "Phrase", here: int) -> bool:
    start, sentence = _sentence(text, phrase)
    return start + len(sentence) > here


def _dates_a_saying(text: str, phrase: "Phrase", words: Lexicon) -> bool:
    """Whether somebody told it then: "officials said on Friday", a dateline."""
    if _DATELINE_ENDS.match(text, phrase.span.end):
        line = text.rfind("\n", 0, phrase.span.start) + 1
        if _OF_A_DATELINE.fullmatch(text, line, phrase.span.start):
            return True
    start = max(0, phrase.span.start - _NEAR)
    return _SAID.of(words.lists).search(text, start, phrase.span.start) is not None


def _sentence(text: str, phrase: "Phrase") -> tuple[int, str]:
    """Where the sentence begins that the phrase stands in, and the sentence."""
    start = max(text.rfind(stop, 0, phrase.span.start) for stop in (". ", "! ", "? ", "\n")) + 1
    end = _SENTENCE.match(text, phrase.span.end)
    return start, text[start : end.end() if end else None]

"""Acts that words give as the reason for another one: "on Tuesday youths blocked the road over the killing of a trader on Sunday"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dashboard.extraction.lexicon import CLAUSES, THE, one_of
from dashboard.language.stops import NOTES
from dashboard.temporal import Bearing, Granularity, TimeReading, Timex

_REASONS, _AGAIN = CLAUSES["reasons"], CLAUSES["told-again"]
_NIGHT = "<part> of <day>"  # rules of time
_OF_A_DAY = {_NIGHT, "<weekday>", "<weekday>, <day> <month> <year>"}
_REACH = 200  # characters to either side: so far a day is looked for
_GENITIVE = 40  # characters behind a day that opens the words: so far its act is looked for
_LINK = one_of([*_REASONS["before"], *_REASONS["why"], *_REASONS["answers"]])
_FOR = re.compile(rf"\b{_LINK}(?:\s+{_LINK})*\s+", re.IGNORECASE)
_WHY = re.compile(rf"\b{one_of([*_REASONS['why'], *_REASONS['answers']])}\b", re.IGNORECASE)
_ANSWERS = re.compile(rf"\b{one_of(_REASONS['answers'])}\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    rf"{one_of(_REASONS['of_people'])}\s+(?!{one_of(_REASONS['opens'])}\b|\w+['’]s\b)", re.IGNORECASE
)
_PLACE = re.compile(rf"\b{one_of(CLAUSES['coordinated']['stands'])}\s+{THE}[A-Z]")
_ACT = re.compile(
    rf"\b{one_of([*_REASONS['acts'], *_AGAIN['any'], *_AGAIN['words'], *CLAUSES['coordinated']['acts']])}\b",
    re.IGNORECASE,
)
_DIED = re.compile(rf"\b{one_of(CLAUSES['old-wounds']['died'])}\b", re.IGNORECASE)
_ENDS = re.compile(rf"[.;:!?]{NOTES}\s|\n")


def reasons_in(text: str, time: TimeReading) -> tuple[int, ...]:
    """Where the acts begin that are told as the reason for another, each on a day of its own, in their order."""
    days = [each for each in time.timexes if is_day(each)]
    return tuple(_reasons(text, days)) if days else ()


def _reasons(text: str, days: Sequence[Timex]) -> Iterator[int]:
    starts = [each.span.start for each in days]
    for match in _FOR.finditer(text):
        if _OF_PEOPLE.match(text, match.start()):
            continue  # who they are, and not why they acted
        at = bisect_left(starts, match.start())
        if at == len(days) or not _is_act_of(text, match.end(), days[at]) or _is_death(text, match.start()):
            continue
        if _ANSWERS.search(match[0]) and not _is_placed(text, match.end()):
            continue  # what was answered was somewhere else
        before = (
            days[at - 1] if at and is_one_sentence(text, days[at - 1].span.start, match.start()) else None
        )
        if are_apart(before, days[at]) if before else _WHY.search(match[0]):
            yield match.end()


def _is_act_of(text: str, start: int, day: Timex) -> bool:
    """Whether the words that begin there tell an act of that day: "the killing of a trader on Sunday", "Sunday's killing of a trader"."""
    end = day.span.end if day.span.start > start else day.span.end + _GENITIVE
    return is_one_sentence(text, start, day.span.end) and _ACT.search(text, start, end) is not None


def _is_placed(text: str, start: int) -> bool:
    """Whether the rest of the sentence names a place of its own."""
    place = _PLACE.search(text, start, start + _REACH)
    return place is not None and is_one_sentence(text, start, place.start())


def is_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two characters, which stand near each other."""
    return end - start <= _REACH and _ENDS.search(text, start, end) is None


def _is_death(text: str, at: int) -> bool:
    """Whether what is told before it in its sentence is only that somebody died: "he died on Monday after he was shot on Sunday"."""
    return _DIED.search(text, opening(text, at), at) is not None


def opening(text: str, at: int) -> int:
    """Where the sentence of a character opens, or as far before it as an act is looked for."""
    first = max(0, at - _REACH)
    return max((each.end() for each in _ENDS.finditer(text, first, at)), default=first)


def is_day(timex: Timex) -> bool:
    """Whether a time phrase tells a day, or a part of one, on which something was."""
    at = timex.bearing is Bearing.AT and timex.interval is not None
    return at and timex.granularity.rank <= Granularity.DAY.rank


def are_apart(one: Timex, other: Timex) -> bool:
    """Whether two time phrases tell times that do not touch; "Sunday night" ends where Monday has begun, and is of Sunday."""
    if not (one.start and one.end and other.start and other.end):
        return False
    if _NIGHT in (one.rule, other.rule) and {one.rule, other.rule} <= _OF_A_DAY:
        return one.start.date() != other.start.date()
    return one.end <= other.start or other.end <= one.start

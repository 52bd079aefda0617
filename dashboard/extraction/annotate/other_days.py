"""Acts of a sentence that are each of a day of their own: "stole cattle on 13 May and fought gendarmes the next day", "four men taken on Monday were freed on Friday"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.extraction.annotate.reasons import are_apart, is_day, is_one_sentence, opening
from dashboard.extraction.lexicon import AND, CLAUSES, one_of
from dashboard.temporal import TimeReading, Timex
from dashboard.text import Span

_ROWS = CLAUSES["other-days"]
_AGAIN = CLAUSES["told-again"]
_WORD = r"[\w’'-]+"
_DONE = one_of(_ROWS["done"])
_DID = one_of([*_ROWS["acts"], *_ROWS["done"]])
_NO_VERB = "".join(rf"(?<!\b{each}\s)" for each in _ROWS["helpers"])
_SUBJECT = rf"(?:(?!{one_of(_ROWS['not_subjects'])}\b){_WORD}\s+){{1,6}}?"
_ACT = re.compile(
    rf"\b{one_of([*_ROWS['acts'], *_ROWS['done'], *_ROWS['released'], *_AGAIN['words'], *_AGAIN['any']])}\b",
    re.IGNORECASE,
)
_DAY_OPENS = re.compile(rf"(?:,\s*|\s+)(?P<right>{AND}\s+(?:{one_of(_ROWS['on'])}\s+)?)$")
_THEN_DID = re.compile(rf",?\s+(?:{_SUBJECT})?{_DID}\b")
_BEHIND = (
    re.compile(
        rf"(?:,\s*|\s+)(?P<right>{AND}\s+(?:{_WORD}ly\s+)?(?:{_SUBJECT})?{_DID}\b)"
    ),  # "and burned a school the next day"
    re.compile(
        rf"(?:,\s*|\s+)(?P<right>(?:{one_of(_ROWS['whom'])}|{one_of(_ROWS['which'])}\s+(?!{_DID}|{one_of(_ROWS['helpers'])}\b)[\w’'-]+)"
        rf"\s+(?:{_WORD}\s+){{0,6}}?{_DID}\b)"
    ),  # "whom it had arrested on May 12"
    re.compile(
        rf"(?<=[\w’'])\s+{_NO_VERB}(?P<right>{_DONE}(?=\s+{one_of(_ROWS['where'])}\b|\s*$))"
    ),  # "teachers taken in Djibo on Monday"
)
_OF_THOSE = re.compile(rf"(?<=[\w’',])\s+{_NO_VERB}{_DONE}\b[^.;]*$")
_NOW = re.compile(
    rf"[^.;]{{0,40}}?(?P<right>\b(?:{one_of(_ROWS['now'])},?\s+(?:{_WORD},?\s+){{0,4}}?{one_of([*_ROWS['released'], *_ROWS['done']])}|{one_of(_ROWS['free'])})\b)"
)
_ASIDE = re.compile(rf"\b{one_of([*_ROWS['whom'], *_ROWS['which']])}\s+[^,;]*\b{_DID}\b[^,;]*$")
_AFTER_ASIDE = re.compile(rf",\s+(?P<right>{_SUBJECT}{_DID}\b)")


def other_days_in(text: str, time: TimeReading) -> tuple[int, ...]:
    """Where a second act of a sentence begins, or the main one behind it, each on a day of its own, in their order."""
    days = [each for each in time.timexes if is_day(each)]
    return tuple(sorted(set(_edges(text, days))))


def _edges(text: str, days: Sequence[Timex]) -> Iterator[int]:
    for number, (one, other) in enumerate(pairwise(days)):
        first, last = one.span, other.span
        if not (are_apart(one, other) and is_one_sentence(text, first.end, last.start)):
            continue
        opens = max(opening(text, first.start), days[number - 1].span.end if number else 0)
        edge = _edge(text, opens, first, last)
        if edge is not None:
            yield edge


def _edge(text: str, opens: int, first: Span, last: Span) -> int | None:
    """Where the act of the second day begins, in a sentence that opens there; None where one act is told."""
    if aside := _ASIDE.search(text, opens, first.start) and _AFTER_ASIDE.match(text, first.end, last.start):
        return aside.start("right")  # "which they took on Monday, fighters looted a market on Friday"
    if _OF_THOSE.search(text, opens, first.start) and (now := _NOW.match(text, first.end, last.start)):
        return now.start("right")  # "men taken on Monday were freed on Friday"
    joint = _DAY_OPENS.search(text, first.end, last.start)
    if joint and _THEN_DID.match(text, last.end) and _ACT.search(text, opens, joint.start()):
        return joint.start("right")  # "and on Friday burned a school"
    found = (match for each in _BEHIND for match in each.finditer(text, first.end, last.start))
    acts = (match.start("right") for match in found if _ACT.search(text, opens, match.start()))
    return next(acts, None)

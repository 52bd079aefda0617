"""Weekdays told one after the other: which week they are of, where each by itself would be of another.

Counted back from the day of telling, "Tuesday … Wednesday" in a report of a Tuesday are today and six days ago; who tells them in
that order means those of the week before, and so does who goes on with what was done "the next day". In an entry of a chronicle, which goes on, "on Tuesday" is the one nearest to its day:
"Monday: gunmen raided Goma. On Tuesday they came back".
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dashboard.language.sentences import crosses
from dashboard.temporal.anchoring.headings import is_of_entry
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.discourse.attribution import is_reporting
from dashboard.temporal.expressions import Expression, Shift
from dashboard.temporal.timex import Bearing

_WEEK = 7
_ON = 2  # days from one to the next: who leaps further may tell what came before
_NEAR = 3  # days: the nearer half of a week
_REACH = 300  # characters
_JOINS = Wording(  # ", and another", "and on Bakhmut", ", three in Tulkarm", "; miners"
    r",\s+(?:{joins-days})\s|\s(?:{joins-days})\s+(?:[\w-]+\s+)?(?:{places-of-days})\s|,\s+\w+\s+(?:{places-of-days})\s|;"
)
_NEXT_DAY = ("following <unit>", "the following <part>")  # rules of time
_LATER = "<length> later"
_BEFORE_THAT = Wording(r"(?<!\w)(?:{perfect-past})(?!\w)")


def in_their_order(document: Document, phrase: Phrase, moment: Moment) -> Moment:
    """The moment that a weekday counts back from, so that it is the one meant; any other phrase keeps its own."""
    weekday = _weekday(phrase)
    if weekday is None or moment.narrative or moment.future or phrase.future or moment.heads:
        return moment
    if moment.written is not None:
        on = (weekday - moment.day.weekday()) % _WEEK
        later = moment.day + timedelta(days=on)
        goes_on = 0 < on <= _NEAR and later <= moment.written and is_of_entry(document, phrase)
        return replace(moment, day=later) if goes_on else moment
    if weekday != moment.day.weekday() or not _leads_on(document, phrase, weekday):
        return moment
    return replace(moment, day=moment.day - timedelta(days=_WEEK))


def _weekday(phrase: Phrase) -> int | None:
    """The weekday that is all the words of a day tell, none of "last Monday"."""
    stated = phrase.meaning.of_day.stated
    return stated.weekday if stated is not None and stated.weekday_only else None


def _leads_on(document: Document, phrase: Phrase, weekday: int) -> bool:
    """Whether it is the first told, and what was done on the next day or on the weekday that follows is joined on or the next sentence; nobody speaks on that day of telling."""
    if is_reporting(document, phrase) or phrase.bearing is not Bearing.AT:
        return False
    first = bisect_right(document.phrases, phrase.span.start, key=lambda each: each.span.start)
    if any(_weekday(each) is not None for each in document.phrases[: first - 1]):
        return False  # "on Saturday … on Sunday … and again on Monday" has come to today
    if _is_stepped_on(phrase, document.phrases[first : first + 1]):
        return True
    behind = (each for each in document.phrases[first:] if _weekday(each) is not None)
    after = next(behind, None)
    if after is None or after.span.start - phrase.span.end > _REACH or after.bearing is not Bearing.AT:
        return False
    on = ((_weekday(after) or 0) - weekday) % _WEEK
    if not (0 < on <= _ON and after.past) or is_reporting(document, after):
        return False
    between, lists = document.text[phrase.span.end : after.span.start], document.words.lists
    joined = _JOINS.of(lists).search(between) or crosses(document.text, phrase.span.end, after.span.start)
    return (
        bool(joined)
        and "\n" not in between
        and _BEFORE_THAT.of(lists).search(between) is None
        and not any(_weekday(each) == weekday and is_reporting(document, each) for each in document.phrases)
    )


def _is_stepped_on(phrase: Phrase, behind: Sequence[Phrase]) -> bool:
    """Whether the next time told is of a day or two later, and over: no Tuesday of today has a next day to tell of."""
    return any(
        each.past
        and not each.future
        and each.bearing is Bearing.AT
        and each.span.start - phrase.span.end <= _REACH
        and (each.rule in _NEXT_DAY or (each.rule == _LATER and _counts_days(each.meaning)))
        for each in behind
    )


def _counts_days(meaning: Expression) -> bool:
    return isinstance(meaning, Shift) and meaning.unit == Unit.DAY

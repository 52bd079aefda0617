"""Hours told before the day that they are of, in one sentence: "At about 6 a.m. a bomb exploded near a market on Monday"."""

from bisect import bisect_right

from dashboard.language.sentences import crosses
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.discourse.attribution import is_reporting
from dashboard.temporal.expressions import said
from dashboard.temporal.timex import Bearing

_NEAREST = 3  # phrases
_ANOTHER_CLAUSE = Wording(
    r"(?<!\w)(?:{clause-openers}|{relative-words}|{reporting-verbs}|{other-act-words}|{perfect-past})(?!\w)|[;:]"
)
_OPENS_ONE = Wording(  # "… at 8 a.m., and on Monday rockets fell", "at dawn, and the army left on Monday"
    r",\s+(?:\w+\s+)?$|\b(?:{and-words})\s+(?:(?:\w+\s+)?$|(?:{determiners})\s)"
)


def day_told_behind(document: Document, phrase: Phrase, moment: Moment) -> Interval | None:
    """The day that the clause of hours without a day names behind them; none of another clause, or on which somebody spoke."""
    if is_reporting(document, phrase):
        return None
    first = bisect_right(document.phrases, phrase.span.start, key=lambda each: each.span.start)
    for each in document.phrases[first : first + _NEAREST]:
        if crosses(document.text, phrase.span.end, each.span.start):
            return None
        meaning = each.meaning
        if not (meaning.tells_day or meaning.is_step) or each.bearing is not Bearing.AT:
            continue
        if each.future or _is_of_another_clause(document, phrase, each) or is_reporting(document, each):
            return None
        day = said(meaning, moment.speaking(future=each.future, past=each.past)).interval
        return day if day and day.granularity is Granularity.DAY else None
    return None


def _is_of_another_clause(document: Document, phrase: Phrase, day: Phrase) -> bool:
    between = document.text[phrase.span.end : day.span.start]
    lists = document.words.lists
    return (
        _ANOTHER_CLAUSE.of(lists).search(between) is not None
        or _OPENS_ONE.of(lists).search(between) is not None
    )

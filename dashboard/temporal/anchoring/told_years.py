"""The year of an old act that is told in full: the dates behind it in its paragraph go on in that year.

"On 22 September 1988 militants attacked the post. On 5 October the army …" is of 1988, not of the year of publication;
not where that day of this year was some months ago: then it is what the report is about.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.expressions import said
from dashboard.temporal.timex import Bearing, Timex

_OLD = timedelta(days=330)  # before publication: a younger act may go on in this year
_NEWS = timedelta(days=120)  # before publication: so near a day is what the report is about
_GOES_ON = timedelta(days=183)  # so far on a tale of an old act is told by dates without a year


@dataclass(frozen=True, slots=True)
class OldDay:
    """The day of an old act, and where its words end."""

    interval: Interval
    end: int


def goes_on_from(old: OldDay | None, phrase: Phrase, moment: Moment, document: Document) -> Moment:
    """The moment that a day of a month without its year counts from: the old day told in full before it in its paragraph."""
    stated = phrase.meaning.of_day.stated
    if old is None or stated is None or stated.day is None or not stated.lacks_year:
        return moment
    apart = "\n" in document.text[old.end : phrase.span.start]
    if apart or moment.narrative or phrase.future or stated.weekday is not None:
        return moment
    now = said(phrase.meaning, moment).interval
    if now and now.start and abs(midnight(moment.day) - now.start) <= _NEWS:
        return moment  # "The war began on 24 February 2022. On 5 June a missile …", told on 10 June
    return replace(moment, narrative=True, mentioned=old.interval)


def is_of_that_time(old: OldDay | None, timex: Timex) -> bool:
    """Whether a day lies within half a year behind the old day."""
    start = timex.interval.start if timex.interval else None
    told = old.interval.start if old else None
    return start is not None and told is not None and timedelta() <= start - told <= _GOES_ON


def old_day(old: OldDay | None, phrase: Phrase, timex: Timex, moment: Moment) -> OldDay | None:
    """The old day that the next dates may go on from: this one, if it is told in full, or goes on itself; none behind a day of now."""
    interval = timex.interval
    if interval is None or interval.start is None or timex.granularity.rank > Granularity.DAY.rank:
        return old
    if timex.bearing is not Bearing.AT:
        return old
    stated = phrase.meaning.of_day.stated
    told = stated is not None and stated.full and midnight(moment.day) - interval.start > _OLD
    return OldDay(interval, phrase.span.end) if told or is_of_that_time(old, timex) else None

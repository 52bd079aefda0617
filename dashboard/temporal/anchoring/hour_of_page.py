"""The day and the hour that stand over a page: what it tells of an evening with no day, and much later, was of the day before.

"June 5, 2024, 9:48 a.m. … armed men stripped two drivers about 22:30": of the 4th.
"""

import re
from datetime import datetime, timedelta

from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import any_of
from dashboard.temporal.discourse.datelines import line_before
from dashboard.temporal.expressions import said
from dashboard.temporal.timex import Timex
from dashboard.text import Span

ZONES = timedelta(hours=2)
"""An hour told so little ahead may be by another clock than the stamp."""
_LONG_AHEAD = timedelta(hours=9)  # a page that is written on may tell what is nearer
_EVENING = 18  # o'clock
_ZONE = re.compile(r"\s*\(?(?!(?i:[ap]\.?m\b))(?:[A-Z]{2,4}\b|[+-]\d\d)")
_ENTRY = re.compile(  # of a page that was opened then: "14:20 A missile hit a school"
    r"^\W*\d{1,2}[:.]\d\d\b", re.MULTILINE
)
_HEAD, _A_LINE = (
    400,
    70,
)  # characters: so far down, and so much beside it on its line, stands the hour of a page


def hour_of_page(document: Document, timexes: tuple[Timex, ...], spoken: Moment) -> datetime | None:
    """The last hour that a line over the page gives the day of publication.

    None where the page tells later hours of that day, has entries headed by hours, or tells zones, by which hours are apart.
    """
    stamps = []
    for phrase in document.phrases:
        if phrase.span.start > _HEAD:
            break
        stated = phrase.meaning.of_day.stated
        if (
            phrase.meaning.is_clock
            and stated
            and stated.full
            and _is_line_of_page(document.text, phrase.span)
        ):
            if _is_apart(document, phrase.span):
                return None
            told = said(phrase.meaning, spoken).interval
            stamps += [told.start] if told and told.start and told.start.date() == spoken.day else []
    last = max(stamps, default=None)
    later = last and any(is_ahead(each.interval, last) for each in timexes if not each.dayless)
    return None if later else last


def is_ahead(interval: Interval | None, stamp: datetime) -> bool:
    """Whether hours of the day of a stamp begin so long after it that they are of another day, or the page was changed."""
    start = interval.start if interval and interval.granularity.rank < Granularity.DAY.rank else None
    return start is not None and start.date() == stamp.date() and start - stamp > ZONES


def is_of_day_before(interval: Interval | None, stamp: datetime) -> bool:
    """Whether hours of an evening begin so long after a stamp of their day that they are of the day before."""
    start = interval.start if interval else None
    return (
        start is not None
        and is_ahead(interval, stamp)
        and start.hour >= _EVENING
        and start - stamp >= _LONG_AHEAD
    )


def says_when_updated(document: Document, phrase: Phrase) -> bool:
    """Whether a label says that the page was changed then: "Last updated: 4 November 2019"; nothing counts from that."""
    before = line_before(document.text, phrase.span.start)
    stated = phrase.meaning.of_day.stated
    if not before or stated is None or not stated.full:
        return False
    label = any_of(document.words.lists["update-words"]).search(before)
    return label is not None and not before[label.end() :].strip(" :–—-")


def _is_apart(document: Document, stamp: Span) -> bool:
    """Whether the hours of the text are by another clock than the one over it, or head entries below it."""
    zones = any_of(document.words.lists["local-time"]).search(document.text)
    zoned = _ZONE.match(document.text, stamp.end)
    return bool(zones or zoned or _ENTRY.search(document.text, stamp.end))


def _is_line_of_page(text: str, span: Span) -> bool:
    """Whether little else stands on its line, and no sentence."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    behind = text[span.end :].split("\n", 1)[0].strip()
    return len(before) + len(behind) <= _A_LINE and not behind.endswith(".")

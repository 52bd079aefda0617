"""The period that a bulletin covers, by its heading: "Weekly digest, 3–9 November 2018".

It gives the bare dates below their year, and says which week its "last week" is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dashboard.language.sentences import end_of
from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.expressions import Expression, Length, Shift, ThisPeriod, Window, said
from dashboard.temporal.timex import Timex

_ANY_DAY = Moment.of(date(2001, 1, 2))
_LONGEST_HEADING = 300  # characters up to the end of the line that names the period a report covers
_LONGEST_PERIOD = timedelta(days=31)
_WEEKS = range(5, 11)  # days that a bulletin calls a week
_SOON = timedelta(days=14)  # from the end of the week covered to the day of publication, at most
_THE_WEEK = (Shift(Unit.WEEK, 0), ThisPeriod(Unit.WEEK))
_OF_A_WEEK = (
    *_THE_WEEK,
    Shift(Unit.WEEK, -1),
    Window(Length(Unit.WEEK, 1)),
    Window(Length(Unit.DAY, 7)),
)


@dataclass(frozen=True, slots=True)
class Covered:
    """The period, its words, and whether they stand in a heading; a sentence with a full stop vouches for its own days only."""

    start: date
    end: date
    words: str
    heading: bool

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - cal.DAY

    def dates(self, interval: Interval | None) -> bool:
        """Whether a bare date, read as if reported on the last day, is of its year."""
        if interval is None or interval.start is None or interval.end is None:
            return self.heading
        return self.heading or (self.start <= interval.start.date() and interval.end.date() <= self.end)

    def dates_day(self, day: date | None) -> bool:
        """The same for a day."""
        return day is not None and self.dates(Interval.of_day(day))


def covered_period(document: Document) -> Covered | None:
    """The period of a few days or a month that the text's first lines or its first sentence name with its year."""
    first = end_of(document.text, 0, _LONGEST_HEADING)
    for phrase in document.phrases:
        above = document.text[: _line_end(document.text, phrase.span.end)]
        heading = len(above) <= _LONGEST_HEADING and not above.rstrip().endswith(".")
        if not heading and phrase.span.end > first:
            return None
        interval = said(phrase.meaning, _ANY_DAY).interval if _tells_year(phrase.meaning) else None
        if interval and interval.start and interval.end and interval.end - interval.start <= _LONGEST_PERIOD:
            return Covered(interval.start.date(), interval.end.date(), phrase.span.of(document.text), heading)
    return None


def in_week_covered(timexes: Iterable[Timex], document: Document) -> Iterator[Timex]:
    """The timexes, with "last week", "this week" as the week that the bulletin covers.

    "Last week" falls on some of it; "the week" and "this week" may also fall on the days of publication behind it.
    """
    covered = covered_period(document)
    if covered is None or (covered.end - covered.start).days not in _WEEKS:
        yield from timexes
        return
    week = Interval.of_day(covered.start)
    whole = replace(week, end=Interval.of_day(covered.last).end, granularity=Granularity.WEEK)
    value = f"{covered.start}/{covered.last}"
    spans = {phrase.span: phrase.meaning for phrase in document.phrases if phrase.meaning in _OF_A_WEEK}
    ahead = replace(whole, end=end + _SOON) if covered.heading and (end := whole.end) else whole
    for timex in timexes:
        near = ahead if spans.get(timex.span) in _THE_WEEK else whole
        of_it = timex.span in spans and (timex.interval is None or timex.interval.overlaps(near))
        note = f"the week that the report covers: “{covered.words}”"
        yield replace(timex, interval=whole, value=value, offset="", notes=(note,)) if of_it else timex


def leaves_year(phrase: Phrase) -> bool:
    """Whether a day or a month is named without its year."""
    stated = phrase.meaning.of_day.stated
    return stated is not None and stated.lacks_year


def _line_end(text: str, at: int) -> int:
    line_end = text.find("\n", at)
    return line_end if line_end >= 0 else len(text)


def _tells_year(meaning: Expression) -> bool:
    """Whether a period is mentioned with its year: "3–9 November 2018", "November 2018"."""
    stated = meaning.last_end.stated
    return stated is not None and None not in (stated.year, stated.month)

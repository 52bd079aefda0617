"""Reading a text whose day of publication nobody tells: what hangs on that day stays relative to it."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard.temporal.anchoring.covered import covered_period, in_week_covered, leaves_year
from dashboard.temporal.anchoring.resolve import Anchored, resolve
from dashboard.temporal.calendar.interval import midnight
from dashboard.temporal.context.parse import Document
from dashboard.temporal.discourse.frames import Quotation
from dashboard.temporal.discourse.narrative import passages
from dashboard.temporal.timex import Frame, PublicationDate, TimeReading, Timex

# Two days that differ in weekday, day, month and year: what reads alike from both, counted in days, is
# counted from the publication day and from nothing else.
_ONE, _OTHER = date(2001, 1, 2), date(2010, 6, 24)


def without_day(document: Document, quotes: tuple[Quotation, ...], dating: PublicationDate) -> TimeReading:
    """Every time expression of a text that does not tell its day of publication.

    What depends on that day stays relative. Dates without a year, and the entries they head, are of the
    period that the text's heading covers, if it names one: "Weekly digest, 3–9 November 2018".
    """
    parted = passages(document, None)
    one, other = (resolve(document, quotes, day, parted) for day in (_ONE, _OTHER))
    timexes = tuple(map(_relative, one.timexes, other.timexes))
    frames = _without_days(one, other)
    covered = covered_period(document)
    if covered:
        within = resolve(document, quotes, covered.last, parted)
        headed = {
            number
            for number, quote in enumerate(quotes)
            if quote.opener and leaves_year(quote.opener) and covered.dates_day(within.frames[number].day)
        }
        frames = tuple(
            there if there.number in headed else here
            for here, there in zip(frames, within.frames, strict=True)
        )
        dated = {phrase.span for phrase in document.phrases if leaves_year(phrase)}
        timexes = tuple(
            replace(there, notes=(*there.notes, f"the year is that of “{covered.words}”"))
            if (there.span in dated and covered.dates(there.interval)) or there.frame_number in headed
            else here
            for here, there in zip(timexes, within.timexes, strict=True)
        )
    return TimeReading(tuple(in_week_covered(timexes, document)), frames, dating, passages=parted)


def _without_days(one: Anchored, other: Anchored) -> tuple[Frame, ...]:
    pairs = zip(one.frames, other.frames, strict=True)
    return tuple(first if first.day == second.day else replace(first, day=None) for first, second in pairs)


def _relative(one: Timex, other: Timex) -> Timex:
    """As it is when it needs no publication date; else with its offset in words instead of an interval."""
    reference = one.reference if one.reference == other.reference else None
    one = replace(
        one, reference=reference, frame=one.frame if one.frame == other.frame else _of_unknown_date(one)
    )
    if one.interval == other.interval:
        return one
    unread = replace(one, interval=None, value="XXXX-XX-XX", reference=None, frame=_of_unknown_date(one))
    if not _moves_along(one, other):
        asked = f"publication day not known: “{one.text}” counts from it"
        return replace(unread, offset=asked, notes=(*one.notes, "needs the publication date", asked))
    return replace(unread, offset=_offset(one), notes=(*one.notes, _offset(one)))


def _of_unknown_date(timex: Timex) -> str:
    return f"{timex.frame.split(' of ', maxsplit=1)[0]} of unknown date"


def _moves_along(one: Timex, other: Timex) -> bool:
    if one.interval is None or other.interval is None:
        return False
    days = timedelta(days=(_OTHER - _ONE).days)
    return one.interval.shifted(days) == other.interval


def _offset(timex: Timex) -> str:
    """The reading counted from the publication day: "publication day − 1, 00:00–06:00"."""
    interval = timex.interval
    if interval is None or interval.start is None:
        return ""
    start, end = interval.start, interval.end
    first = _day_words((start.date() - _ONE).days)
    whole = start == midnight(start.date()) and end == start + timedelta(days=1)
    if whole or end is None:
        return first
    if end - start <= timedelta(days=1):
        last = "" if end.date() == start.date() or not (end.hour or end.minute) else " of the next day"
        return f"{first}, {start:%H:%M}–{'24:00' if not (end.hour or end.minute) else f'{end:%H:%M}'}{last}"
    return f"{first} to {_day_words((end.date() - _ONE).days)}"


def _day_words(days: int) -> str:
    if not days:
        return "publication day"
    return f"publication day {'−' if days < 0 else '+'} {abs(days)}"

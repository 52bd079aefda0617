"""The room's two doors: ``read_time`` for people and events, ``tag`` for the standard that taggers are measured by."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from dashboard.temporal.dating import worked_out
from dashboard.temporal.document import Document, understood
from dashboard.temporal.frames import Quotation, quotations
from dashboard.temporal.genre import passages
from dashboard.temporal.interval import midnight
from dashboard.temporal.resolve import Resolved, resolve
from dashboard.temporal.timex import Dating, Frame, TimeReading, Timex

# Two days that differ in weekday, day, month and year: what reads alike from both, counted in days, is
# counted from the publication day and from nothing else.
_ONE, _OTHER = date(2001, 1, 2), date(2010, 6, 24)


def read_time(text: str, published: date | datetime | None = None, source: str = "given") -> TimeReading:
    """Every time expression of the text, in order.

    Without a publication date it is worked out from the text; where the text does not tell it, what
    depends on it stays relative (``Timex.offset``) and is read again as soon as the date is known.
    ``source`` says who told ``published``.

    >>> reading = read_time("It began after midnight of yesterday.", date(2018, 5, 21))
    >>> print(reading.timexes[0].interval)
    2018-05-21 00:00 – 2018-05-21 06:00 (daypart)
    """
    document = understood(text)
    quotes = quotations(document)
    told = worked_out(document, quotes)
    dating = _agreed(published, source, told)
    if dating.day is None:
        return _undated(document, quotes, dating)
    parted = passages(document, dating.day.year)
    resolved = resolve(document, quotes, dating.day, parted)
    return TimeReading(resolved.timexes, resolved.frames, dating, resolved.latest, parted)


def tag(text: str, published: date | datetime | None = None) -> Iterator[tuple[int, int, str, str]]:
    """TIMEX3 annotations: start, end, type, value; both ends of a stretch by themselves.

    What the standard has no value for ("the eve of the vote") is left out.
    """
    for timex in read_time(text, published).timexes:
        for each in (timex.parts or (timex,)) if timex.value else ():
            yield each.span.start, each.span.end, each.type, each.value


def _agreed(published: date | datetime | None, source: str, told: Dating) -> Dating:
    if published is None:
        return told
    day = published.date() if isinstance(published, datetime) else published
    notes: tuple[str, ...] = ()
    if told.day not in (None, day):
        notes = (
            f"the text itself says {told.day:%A %d %B %Y} ({'; '.join(told.evidence)}), not {day:%d %B %Y}",
        )
    return Dating(published, source, told.evidence, told.worked_out, notes)


def _undated(document: Document, quotes: tuple[Quotation, ...], dating: Dating) -> TimeReading:
    parted = passages(document, None)
    one, other = (resolve(document, quotes, day, parted) for day in (_ONE, _OTHER))
    timexes = tuple(
        _relative(first, second) for first, second in zip(one.timexes, other.timexes, strict=True)
    )
    return TimeReading(timexes, _without_days(one, other), dating, passages=parted)


def _without_days(one: Resolved, other: Resolved) -> tuple[Frame, ...]:
    pairs = zip(one.frames, other.frames, strict=True)
    return tuple(first if first.day == second.day else replace(first, day=None) for first, second in pairs)


def _relative(one: Timex, other: Timex) -> Timex:
    """As it is when it needs no publication date; else with its offset in words instead of an interval."""
    reference = one.reference if one.reference == other.reference else None
    one = replace(
        one, reference=reference, frame=one.frame if one.frame == other.frame else _undated_frame(one)
    )
    if one.interval == other.interval:
        return one
    unread = replace(one, interval=None, value="XXXX-XX-XX", reference=None, frame=_undated_frame(one))
    if not _moves_along(one, other):
        asked = f"publication day not known: “{one.text}” counts from it"
        return replace(unread, offset=asked, notes=(*one.notes, "needs the publication date", asked))
    return replace(unread, offset=_offset(one), notes=(*one.notes, _offset(one)))


def _undated_frame(timex: Timex) -> str:
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

"""The room's two doors: ``read_time`` for people and events, ``tag`` for the standard that taggers are measured by."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial

from dashboard.language.languages import Language
from dashboard.temporal.anchoring.covered import in_week_covered
from dashboard.temporal.anchoring.publication_date import worked_out
from dashboard.temporal.anchoring.resolve import Anchored, resolve
from dashboard.temporal.anchoring.underspecified import without_day
from dashboard.temporal.calendar.moment import UNPUBLISHABLE, is_publishable
from dashboard.temporal.calendar.skies import Spot
from dashboard.temporal.context.parse import Document, understood
from dashboard.temporal.discourse.frames import Quotation, quotations
from dashboard.temporal.discourse.narrative import passages
from dashboard.temporal.sunlit import lit
from dashboard.temporal.timex import NarrativePassage, PublicationDate, TimeReading, Timex
from dashboard.text import Plain, Span


def read_time(
    text: str,
    published: date | datetime | None = None,
    source: str = "given",
    language: Language | None = None,
) -> TimeReading:
    """Every time expression of the text, in order.

    Without a publication date it is worked out from the text; where the text does not tell it, what
    depends on it stays relative (``Timex.offset``) and is read again as soon as the date is known.
    ``source`` says who gave ``published``. Without a language the text's own is told by its words and its script.
    "Dusk" and "after Friday prayers" have the usual hours of such words, until a place is known (``seen_from``).

    >>> reading = read_time("It began after midnight of yesterday.", date(2018, 5, 21))
    >>> print(reading.timexes[0].interval)
    2018-05-21 00:00 – 2018-05-21 06:00 (daypart)
    """
    plain = Plain.of(text)
    reading = read_plain(plain.text, published, source, language)
    return _as_it_came(reading, plain) if plain.pieces else reading


def read_plain(
    text: str,
    published: date | datetime | None = None,
    source: str = "given",
    language: Language | None = None,
    aside: Sequence[Span] = (),
) -> TimeReading:
    """The same of a plain text, whose characters are what they are read as.

    What stands in ``aside``, stretches in order that are the page's and not the report's, may tell its day; nothing is
    counted from there, and it is left out.
    """
    whole = understood(text, language)
    quotes = quotations(whole)
    counted = cache(partial(_counted, whole, quotes))  # the day worked out is most often the one given
    dating = _agreed(published, source, worked_out(whole, quotes, counted))
    document = whole.without(aside)
    if document is not whole:
        quotes = quotations(document)
        counted = cache(partial(_counted, document, quotes))
    if dating.day is None:
        return without_day(document, quotes, dating)
    resolved, parted = counted(dating.day)
    timexes = tuple(in_week_covered(resolved.timexes, document))
    return TimeReading(timexes, resolved.frames, dating, resolved.latest, parted)


def _as_it_came(reading: TimeReading, plain: Plain) -> TimeReading:
    """The reading of a plain text, with every span where it stands in the text as it came."""
    return replace(
        reading,
        timexes=tuple(_timex(each, plain) for each in reading.timexes),
        frames=tuple(replace(each, span=plain.back(each.span)) for each in reading.frames),
        passages=tuple(replace(each, span=plain.back(each.span)) for each in reading.passages),
    )


def _timex(timex: Timex, plain: Plain) -> Timex:
    span = plain.back(timex.span)
    parts = tuple(_timex(each, plain) for each in timex.parts)
    return replace(timex, span=span, text=span.of(plain.came), parts=parts)


def seen_from(place: Spot | None, reading: TimeReading) -> TimeReading:
    """The reading with what the sun tells of it at a place; without one with the reason why usual hours stay."""
    spots = (place,) if place else ()
    return replace(reading, timexes=tuple(lit(timex, spots) for timex in reading.timexes))


def tag(text: str, published: date | datetime | None = None) -> Iterator[tuple[int, int, str, str]]:
    """TIMEX3 annotations: start, end, type, value; both ends of a stretch by themselves.

    What the standard has no value for ("the eve of the vote") is left out.
    """
    for timex in read_time(text, published).timexes:
        for each in (timex.parts or (timex,)) if timex.value else ():
            yield each.span.start, each.span.end, each.type.value, each.value


def _counted(
    document: Document, quotes: tuple[Quotation, ...], day: date
) -> tuple[Anchored, tuple[NarrativePassage, ...]]:
    """The phrases as reported on that day, in the text parted into news and chronicle from there."""
    parted = passages(document, day.year)
    return resolve(document, quotes, day, parted), parted


def _agreed(published: date | datetime | None, source: str, stated: PublicationDate) -> PublicationDate:
    if published is None:
        return stated
    day = published.date() if isinstance(published, datetime) else published
    if not is_publishable(day):
        return replace(
            stated, notes=(*stated.notes, f"the day given, {day.isoformat()}, was not used: {UNPUBLISHABLE}")
        )
    notes: tuple[str, ...] = ()
    if stated.day not in (None, day):
        notes = (
            f"the text itself says {stated.day:%A %d %B %Y} ({'; '.join(stated.evidence)}), not {day:%d %B %Y}",
        )
    return PublicationDate(published, source, stated.evidence, stated.worked_out, notes)

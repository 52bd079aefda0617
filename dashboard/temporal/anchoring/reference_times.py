"""Whose clock counts where: the moment of speech of every frame, as a text is read from its start."""

from collections import deque
from dataclasses import replace
from datetime import date, timedelta

from dashboard.temporal.anchoring.headings import bare_years, in_year_over
from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import EARLIEST, Interval
from dashboard.temporal.calendar.moment import Moment, is_publishable
from dashboard.temporal.context.parse import Document, Phrase, day_meant
from dashboard.temporal.discourse.frames import Origin, Quotation, innermost
from dashboard.temporal.discourse.narrative import first_told
from dashboard.temporal.expressions import Sense, said
from dashboard.temporal.timex import Frame

_A_MINUTE = timedelta(minutes=1)
ImpliedDays = dict[int, tuple[date, Phrase]]


def implied_days(document: Document, quotes: tuple[Quotation, ...]) -> ImpliedDays:
    """The days frames were spoken on, where they name one of their own days twice, the date in full."""
    days: ImpliedDays = {}
    for phrase in document.named:
        meaning, stated = day_meant(phrase), day_meant(phrase).named_day.stated
        spoken = meaning.spoken_on(Moment.of(date(2000, 1, 1))) if stated and stated.full else None
        if spoken and is_publishable(spoken):
            days.setdefault(innermost(quotes, phrase.span.start), (spoken, phrase))
    return days


class ReferenceTimes:
    """Frames and their moments of speech: each opens when the words that date it have been read.

    Words that date what stands before them are read when the first phrase in it asks.
    """

    def __init__(self, document: Document, quotes: tuple[Quotation, ...], spoken: Moment) -> None:
        self._document, self._quotes = document, quotes
        self._days = implied_days(document, quotes)
        self._years = bare_years(document)
        self._openers = {
            quote.opener.span: number
            for number, quote in enumerate(quotes)
            if quote.opener and quote.origin is not Origin.CARRIED
        }
        self._carried = deque(number for number, quote in enumerate(quotes) if quote.origin is Origin.CARRIED)
        self._moments = {0: spoken}
        self._resting = _as_chronicle(spoken, document)  # each has a time last mentioned
        self._frames = {0: Frame(0, quotes[0].span, None, spoken.day)}

    def at(self, place: int) -> tuple[Moment, Frame]:
        """The moment and the frame that count there."""
        while self._carried and self._quotes[self._carried[0]].span.start <= place:
            self._open_carried(self._carried.popleft())
        number = innermost(self._quotes, place)
        if number not in self._moments:
            self._open(number)
        return self._moments[number], self._frames[number]

    def turn(self, *, chronicle: bool) -> None:
        """News or chronicle from here on, in the report's own frame."""
        if self._moments[0].narrative != chronicle:
            self._moments[0], self._resting = self._resting, self._moments[0]

    def opened_by(self, phrase: Phrase) -> Quotation | None:
        """The quotation that the phrase dates, if any; its frame is opened, if it was not yet."""
        number = self._openers.get(phrase.span)
        if number is None:
            return None
        self._open(number)
        return self._quotes[number]

    def go_on(self, frame: Frame, moment: Moment) -> None:
        """The frame's moment once something has been mentioned."""
        self._moments[frame.number] = moment

    def frames(self) -> tuple[Frame, ...]:
        """Every frame in order, those without time phrases too."""
        for number in range(len(self._quotes)):
            self._open(number)
        return tuple(self._frames[number] for number in sorted(self._frames))

    def _open(self, number: int) -> None:
        if number in self._moments:
            return
        quote = self._quotes[number]
        self._open(quote.parent)
        if quote.origin is Origin.CARRIED:
            self._open_carried(number)
            return
        opened = self._opened(quote)
        self._moments[number] = spoken = self._spoken(number, opened.interval if opened else None)
        words = quote.opener.span.of(self._document.text) if quote.opener else ""
        datelined = quote.origin is Origin.DATELINED
        by = words if datelined else f"{quote.verb} {words}"
        nowhere = self._frames[quote.parent].day is None or (opened is not None and bool(opened.fault))
        day = None if nowhere and number not in self._days else spoken.day
        latest = spoken.latest + _A_MINUTE if spoken.exact and day else None
        self._frames[number] = Frame(
            number, quote.span, quote.parent, day, by, datelined=datelined, latest=latest
        )

    def _opened(self, quote: Quotation) -> Sense | None:
        """What the opener says; "31 April" over a stretch says that it is of no day."""
        phrase = quote.opener
        if phrase is None:
            return None
        outer = self.counted_from(phrase, quote, self._moments[quote.parent])
        return said(phrase.meaning, replace(outer, future=phrase.future, past=phrase.past))

    def counted_from(self, phrase: Phrase, opened: Quotation | None, moment: Moment) -> Moment:
        """The moment that a phrase counts from: a clock over a stretch is of the day around it, an entry of the year over it."""
        heads = opened is not None and opened.origin is Origin.DATELINED
        if heads and opened and opened.opener and opened.opener.meaning.is_clock:
            return replace(moment, mentioned=None)
        if heads:
            moment = replace(moment, heads=True)
        return in_year_over(moment, phrase, self._years, self._document.text)

    def _spoken(self, number: int, opened: Interval | None) -> Moment:
        """The moment that the words which open the frame tell; a day that it names itself in full wins."""
        implied = self._days.get(number)
        if implied:
            return Moment.of(implied[0])
        if opened is None or opened.start is None:
            return Moment.of(self._moments[self._quotes[number].parent].day)
        if self._quotes[number].origin is Origin.DATELINED and opened.granularity is Granularity.MINUTE:
            return Moment.of(opened.start)
        spoken = Moment.of(opened.start.date())
        if self._quotes[number].origin is Origin.DATELINED:
            around = self._moments[self._quotes[number].parent]
            spoken = replace(spoken, written=around.written or around.day)
        if opened.end is None or opened.granularity.rank >= Granularity.DAY.rank:
            return spoken
        return replace(spoken, latest=opened.end)

    def _open_carried(self, number: int) -> None:
        quote = self._quotes[number]
        self._open(quote.source)
        outer = self._moments[quote.parent]
        day = self._moments[quote.source].day
        self._moments[number] = replace(outer, carried_from=day if day < outer.day else None, mentioned=None)
        words = quote.span.of(self._document.text).split(" ", 1)[0]
        day_ = None if self._frames[quote.parent].day is None else outer.day
        self._frames[number] = Frame(number, quote.span, quote.parent, day_, words, carried=True)


def _as_chronicle(spoken: Moment, document: Document) -> Moment:
    """The moment in a chronicle: what comes before the first year told is of that year, as in "The War of 1812. In August …"."""
    first = first_told(document)
    mentioned = cal.year_of(first) if first and EARLIEST.year <= first < spoken.day.year else None
    return replace(spoken, narrative=True, mentioned=mentioned)

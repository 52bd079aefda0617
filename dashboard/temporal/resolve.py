"""Time phrases of a document counted from a day of publication."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal import calendar as cal
from dashboard.temporal.document import Document, Phrase
from dashboard.temporal.expressions import (
    Calendar,
    Length,
    Named,
    Part,
    Ref,
    Sense,
    Shift,
    Stretch,
    Weekday,
    Window,
)
from dashboard.temporal.frames import Quotation, innermost, is_reporting
from dashboard.temporal.granularity import Granularity
from dashboard.temporal.interval import Interval, midnight
from dashboard.temporal.moment import Moment
from dashboard.temporal.timex import Bearing, Frame, Timex
from dashboard.text import Span

_ANCHORED_YEARS = 3  # a chronicle tells at least so many dates of other years


@dataclass(frozen=True, slots=True)
class Resolved:
    """The timexes, the frames, and the latest moment the report itself can be speaking."""

    timexes: tuple[Timex, ...]
    frames: tuple[Frame, ...]
    latest: datetime


def resolve(document: Document, quotes: tuple[Quotation, ...], published: date | datetime) -> Resolved:
    """Every phrase as told on that day.

    Counted twice: the parts of the day told of the day of publication bound the hour of writing, and
    windows that end "now" end there.
    """
    spoken = replace(Moment.of(published), narrative=is_narrative(document, published))
    timexes, frames = _pass(document, quotes, spoken)
    if spoken.exact:
        return Resolved(timexes, frames, spoken.latest)
    latest = _latest(timexes, spoken)
    timexes, frames = _pass(document, quotes, replace(spoken, latest=latest))
    return Resolved(timexes, frames, latest)


def is_narrative(document: Document, published: date | datetime) -> bool:
    """Whether the text tells of years gone by rather than of the days around its publication."""
    years = [date_.year for phrase in document.phrases if (date_ := _calendar(phrase)) and date_.year]
    other = sum(abs(year - published.year) > 1 for year in years)
    spoken = sum(_counts_from_today(phrase) for phrase in document.phrases)
    return other >= _ANCHORED_YEARS and other > len(years) / 2 and other > spoken


def _counts_from_today(phrase: Phrase) -> bool:
    """Yesterday, last week, Monday: words of somebody who writes from day to day."""
    meaning = phrase.meaning
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None and meaning.day is None
    return isinstance(meaning, Shift | Weekday | Window) and not getattr(meaning, "from_told", False)


def implied_day(document: Document, quotes: tuple[Quotation, ...], number: int) -> tuple[date, Phrase] | None:
    """The day a frame was spoken on, if it names one of its own days twice, the date in full."""
    for phrase in document.phrases:
        named = named_in(phrase)
        if named and named.name.full and innermost(quotes, phrase.span.start) == number:
            return named.spoken_on(Moment.of(date(2000, 1, 1))), phrase
    return None


def named_in(phrase: Phrase) -> Named | None:
    """The day said twice in a phrase: "yesterday, Saturday", "this morning, Tuesday the 6th"."""
    meaning = phrase.meaning.day if isinstance(phrase.meaning, Part) else phrase.meaning
    return meaning if isinstance(meaning, Named) else None


def _calendar(phrase: Phrase) -> Calendar | None:
    return phrase.meaning if isinstance(phrase.meaning, Calendar) else None


def _pass(
    document: Document, quotes: tuple[Quotation, ...], spoken: Moment
) -> tuple[tuple[Timex, ...], tuple[Frame, ...]]:
    moments = {0: spoken}
    frames = {0: Frame(0, quotes[0].span, None, spoken.day)}
    openers = {
        quote.opener: number
        for number, quote in enumerate(quotes)
        if quote.opener and quote.verb != "carried over"
    }
    carried = [number for number, quote in enumerate(quotes) if quote.verb == "carried over"]
    timexes = []
    for phrase in document.phrases:
        _open_carried(document, quotes, carried, moments, frames, phrase)
        number = innermost(quotes, phrase.span.start)
        timex = _timex(document, phrase, moments[number], frames[number], opens=phrase in openers)
        timexes.append(timex)
        if _tells(timex, moments[number]):
            moments[number] = moments[number].after_telling(timex.interval)
        if phrase in openers:
            _open(document, quotes, openers[phrase], moments, frames, timex)
    for number, quote in enumerate(quotes):
        frames.setdefault(
            number, Frame(number, quote.span, quote.parent, spoken.day, carried=number in carried)
        )
    return tuple(timexes), tuple(frames[number] for number in sorted(frames))


def _open(
    document: Document,
    quotes: tuple[Quotation, ...],
    number: int,
    moments: dict[int, Moment],
    frames: dict[int, Frame],
    opener: Timex,
) -> None:
    quote = quotes[number]
    parent = moments[quote.parent]
    implied = implied_day(document, quotes, number)
    told = opener.interval.start if opener.interval else None
    day = implied[0] if implied else told.date() if told else parent.day
    spoken = Moment.of(day)
    if (
        opener.interval
        and opener.interval.end
        and not implied
        and opener.granularity.rank < Granularity.DAY.rank
    ):
        spoken = replace(spoken, latest=opener.interval.end)
    moments[number] = spoken
    frames[number] = Frame(number, quote.span, quote.parent, day, f"{quote.verb} {opener.text}")


def _open_carried(
    document: Document,
    quotes: tuple[Quotation, ...],
    carried: list[int],
    moments: dict[int, Moment],
    frames: dict[int, Frame],
    phrase: Phrase,
) -> None:
    for number in carried:
        quote = quotes[number]
        if number not in moments and quote.span.start <= phrase.span.start:
            source = next(
                n for n, each in enumerate(quotes) if each.opener == quote.opener and each.verb != quote.verb
            )
            outer = moments[0]
            day = moments[source].day if source in moments else outer.day
            moments[number] = replace(outer, carried_from=day if day < outer.day else None, told=None)
            words = quote.span.of(document.text).split(" ", 1)[0]
            frames[number] = Frame(number, quote.span, 0, outer.day, words, carried=True)


def _timex(document: Document, phrase: Phrase, moment: Moment, frame: Frame, *, opens: bool) -> Timex:
    sense, bearing = _sense(document, phrase, replace(moment, future=phrase.future))
    if opens or is_reporting(document, phrase):
        bearing = Bearing.REPORTING
    return Timex(
        span=phrase.span,
        text=phrase.span.of(document.text),
        type=sense.type,
        value=sense.value,
        interval=sense.interval,
        rule=phrase.rule,
        reference=midnight(moment.day),
        frame=str(frame),
        frame_number=frame.number,
        bearing=bearing,
        future=phrase.future,
        notes=sense.notes,
        others=sense.others,
        parts=_parts(document, phrase, moment, frame),
    )


def _parts(document: Document, phrase: Phrase, moment: Moment, frame: Frame) -> tuple[Timex, ...]:
    meaning = phrase.meaning
    if not isinstance(meaning, Stretch) or meaning.spans is None:
        return ()
    ends = zip((meaning.first, meaning.last), meaning.spans, strict=True)
    pieces = [replace(phrase, meaning=each, span=span, bearing=Bearing.AT) for each, span in ends]
    return tuple(_timex(document, piece, moment, frame, opens=False) for piece in pieces)


def _sense(document: Document, phrase: Phrase, moment: Moment) -> tuple[Sense, Bearing]:
    try:
        sense = phrase.meaning.at(moment)
    except (OverflowError, ValueError):  # beyond the calendar: "a million years ago"
        return Sense(None, "DATE", "", ("beyond the calendar",)), phrase.bearing
    if isinstance(phrase.meaning, Length):
        return _length(document, phrase, phrase.meaning, moment, sense)
    return sense, phrase.bearing


def _length(
    document: Document, phrase: Phrase, length: Length, moment: Moment, sense: Sense
) -> tuple[Sense, Bearing]:
    """A duration finds its place where the words tell one of its ends."""
    if phrase.bearing is Bearing.FOR and phrase.state:
        interval = Window(length).at(moment).interval
        return replace(
            sense, interval=interval, notes=(*sense.notes, "ends at the reference time")
        ), Bearing.FOR
    follows = phrase.bearing is Bearing.AFTER and document.text[phrase.span.end :].lstrip()[:3] == "of "
    told = moment.told
    if not follows or told is None or told.start is None or told.end is None or length.count is None:
        return sense, phrase.bearing
    start = length.before(midnight(told.start.date()))
    interval = Interval(start, told.end, cal_granularity(length)) if start and start < told.end else None
    note = f"ends at what was last told, {told.start:%d %B %Y}"
    return replace(sense, interval=interval, notes=(*sense.notes, note)), Bearing.AFTER


def cal_granularity(length: Length) -> Granularity:
    """How fine a stretch counted in that unit is."""
    sense = Window(length).at(Moment.of(date(2000, 1, 1))).interval
    return sense.granularity if sense else Granularity.UNKNOWN


def _tells(timex: Timex, moment: Moment) -> bool:
    """Whether what follows may count from this time."""
    if timex.interval is None or timex.interval.start is None or timex.type in ("DURATION", "SET"):
        return False
    if timex.bearing is Bearing.COMPARISON or timex.value.endswith("_REF"):
        return False
    return moment.narrative or timex.granularity.rank <= Granularity.DAY.rank


def _latest(timexes: tuple[Timex, ...], spoken: Moment) -> datetime:
    day = midnight(spoken.day)
    ends = [
        timex.interval.end
        for timex in timexes
        if timex.interval and timex.interval.start and timex.interval.end and not timex.future
        and timex.frame_number == 0 and timex.granularity.rank <= Granularity.DAYPART.rank
        and day <= timex.interval.start < day + timedelta(days=1)
    ]  # fmt: skip
    return min(max(ends, default=spoken.latest), spoken.latest)


__all__ = ["Ref", "Resolved", "Span", "cal", "implied_day", "is_narrative", "named_in", "resolve"]

"""Time phrases of a document counted from a day of publication."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from dashboard.language.sentences import crosses, end_of
from dashboard.temporal.anchoring.day_behind import day_told_behind
from dashboard.temporal.anchoring.headings import is_of_entry, under_heading, year_of_heading
from dashboard.temporal.anchoring.hour_of_page import ZONES, hour_of_page, is_of_day_before, says_when_updated
from dashboard.temporal.anchoring.reference_times import ReferenceTimes
from dashboard.temporal.anchoring.told_years import goes_on_from, is_of_that_time, old_day
from dashboard.temporal.anchoring.weekdays_in_order import in_their_order
from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.context.cues import opens_sentence
from dashboard.temporal.context.names import speaks_of_trade
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import Wording, any_of
from dashboard.temporal.discourse.attribution import is_reporting
from dashboard.temporal.discourse.frames import Origin, Quotation
from dashboard.temporal.discourse.narrative import at_passage
from dashboard.temporal.expressions import (
    TODAY,
    DayPart,
    EarlyMentioned,
    From,
    LastMentioned,
    NextEarly,
    NightBefore,
    Sense,
    in_ancient_years,
    said,
)
from dashboard.temporal.timex import Bearing, Frame, NarrativePassage, Timex

_LONG_BEFORE = timedelta(days=7)
_AGO = "<length> ago"
_UNTIL_AN_ACT = Wording(r"\b(?:{until-words})\s+(?:[\w’'-]+\s+){1,6}$")
_BEFORE = 60  # characters
_BACK = Wording(r"\b(?:{back-words})\b|\b(?:{perfect-past})\s+(?!(?:{determiners}|{not-words})\b)")
_SENTENCE = 120  # characters before and behind hours in which their sentence says that it looks back
_REPORTED = (Bearing.AT, Bearing.FOR)
_SPOKEN_AFTER = timedelta(days=7)
_TWO_DAYS, _MOMENT = timedelta(days=2), timedelta(microseconds=1)
_BESIDE = 3  # characters: "on 5 June overnight"
_UNSAID, _MORNING = LastMentioned(unsaid=True), 6  # o'clock
_NO_DAY = "counts from a date that does not exist"
_FAR = (
    date(2001, 1, 2),
    date(2010, 6, 24),
)  # days of another year: what reads the same there counts from no day
_FROM_MENTIONED = "a chronicle: counted from the date last told"


@dataclass(frozen=True, slots=True)
class _Act:
    """The day of an act, and where the words end that name a later day, on which somebody spoke."""

    day: Interval
    spoken: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """The timexes, the frames, and the latest moment the report itself can be speaking."""

    timexes: tuple[Timex, ...]
    frames: tuple[Frame, ...]
    latest: datetime


def resolve(
    document: Document,
    quotes: tuple[Quotation, ...],
    published: date | datetime,
    parted: tuple[NarrativePassage, ...],
) -> Anchored:
    """Every phrase as reported on that day, in the text so parted into news and chronicle.

    Counted twice where that can change anything: the parts of the day named of the day of publication bound
    the hour of writing, and windows that end "now" end there.
    """
    spoken = Moment.of(published)
    timexes, frames = _pass(document, quotes, spoken, parted)
    if spoken.exact:
        return Anchored(timexes, frames, spoken.latest)
    stamp = hour_of_page(document, timexes, spoken)
    if stamp and any(each.dayless and is_of_day_before(each.interval, stamp) for each in timexes):
        spoken = replace(spoken, latest=stamp, stamped=True)
        timexes, frames = _pass(document, quotes, spoken, parted)
    latest = _latest(timexes, spoken)
    if latest != spoken.latest and any(_may_end_earlier(timex, latest) for timex in timexes):
        timexes, frames = _pass(document, quotes, replace(spoken, latest=latest), parted)
    return Anchored(timexes, frames, latest)


def _may_end_earlier(timex: Timex, latest: datetime) -> bool:
    """Whether the reading hangs on the latest moment of speech: what is over by then does not, roundly "ago" apart."""
    interval = timex.interval
    return interval is not None and (interval.end is None or interval.end > latest or timex.rule == _AGO)


def _pass(
    document: Document, quotes: tuple[Quotation, ...], spoken: Moment, parted: tuple[NarrativePassage, ...]
) -> tuple[tuple[Timex, ...], tuple[Frame, ...]]:
    times = ReferenceTimes(document, quotes, spoken)
    timexes = []
    heading, told, old = None, 0, None
    acts = dict[
        int, _Act | None
    ]()  # by frame the day of an act told last, before somebody's words of a later day
    for phrase, chronicle in at_passage(parted, document.phrases):
        times.turn(chronicle=chronicle)
        moment, frame = times.at(phrase.span.start)
        if chronicle:
            heading = year_of_heading(document, phrase) or heading
            moment = under_heading(moment, phrase, heading, document.text, told)
        if phrase.kind == "in-chronicles" and not phrase.meaning.tells_in_chronicle(moment):
            continue
        opened = times.opened_by(phrase)
        dates_a_telling = opened is not None and not opened.fronted
        spoken_at = times.counted_from(phrase, opened, moment)
        if opened is None:
            spoken_at = _on_day_of_act(acts.get(frame.number), phrase, spoken_at, document)
            spoken_at = in_their_order(document, phrase, spoken_at)
        told_at = goes_on_from(old, phrase, spoken_at, document)
        timex = _timex(document, phrase, told_at, frame, opens=dates_a_telling)
        if told_at is not spoken_at and not is_of_that_time(old, timex):
            timex = _timex(document, phrase, spoken_at, frame, opens=dates_a_telling)
        old = old_day(old, phrase, timex, moment)
        timex = _from_no_day(document, phrase, moment, frame, timex)
        timexes.append(timex)
        after = _after(moment, timex, phrase, document)
        heads = opened is not None and opened.origin is Origin.DATELINED  # an entry is nobody's saying
        acts[frame.number] = None if heads else _act(acts.get(frame.number), moment, timex)
        told = told if after is moment else phrase.span.end
        if after.reported or timex.granularity is Granularity.QUARTER:
            after = _with_figures(after, timex, phrase, document)
        times.go_on(frame, after)
    return tuple(timexes), times.frames()


def _act(before: _Act | None, moment: Moment, timex: Timex) -> _Act | None:
    """The day of an act told last, where somebody then spoke of it on a later one: "a raid on Tuesday … he said on Wednesday"."""
    if not _tells(timex) or timex.interval is None or timex.interval.start is None:
        return before
    if timex.bearing is not Bearing.REPORTING or timex.dayless:
        return before if timex.dayless else None
    told = before.day if before else moment.mentioned
    day = told.start if told and told.granularity.rank <= Granularity.DAY.rank else None
    later = day is not None and timedelta() < timex.interval.start - midnight(day.date()) <= _SPOKEN_AFTER
    return _Act(told, timex.span.end) if told and later else None


def _on_day_of_act(act: _Act | None, phrase: Phrase, moment: Moment, document: Document) -> Moment:
    """The moment from which a clock time with no day of its own counts, a sentence after somebody spoke: of the day of the act, not of the speaking."""
    hours = phrase.meaning.of_day.is_last_mentioned and not isinstance(phrase.meaning, DayPart)
    if act is None or not hours or not crosses(document.text, act.spoken, phrase.span.start):
        return moment
    return replace(moment, mentioned=act.day)


def _timex(document: Document, phrase: Phrase, moment: Moment, frame: Frame, *, opens: bool) -> Timex:
    told, spoken = phrase, moment.speaking(future=phrase.future, past=phrase.past)
    if not opens:
        told, spoken = _of_day_in_sentence(document, phrase, spoken)
    sense, bearing = _sense(document, told, spoken)
    if opens or (bearing is Bearing.AT and is_reporting(document, phrase)):
        bearing = Bearing.REPORTING
    from_mentioned = moment.narrative and moment.mentioned is not None and phrase.meaning.leaves_out
    return Timex(
        span=phrase.span,
        text=phrase.span.of(document.text),
        type=sense.type,
        value=sense.value,
        interval=sense.interval,
        rule=phrase.rule,
        reference=midnight(moment.mentioned_day if from_mentioned else moment.day),
        frame=_name(frame, chronicle=moment.narrative),
        frame_number=frame.number,
        bearing=bearing,
        future=phrase.future,
        offset=sense.offset,
        notes=(*sense.notes, _FROM_MENTIONED) if from_mentioned else sense.notes,
        others=sense.others,
        fault=sense.fault,
        sun=sense.sun,
        counted_from=_counted_from(phrase, moment),
        dayless=phrase.meaning.of_day.is_last_mentioned,
        parts=_parts(document, phrase, moment, frame),
    )


def _counted_from(phrase: Phrase, moment: Moment) -> Interval | None:
    return said(phrase.meaning.start, moment).interval if isinstance(phrase.meaning, From) else None


def _from_no_day(document: Document, phrase: Phrase, moment: Moment, frame: Frame, timex: Timex) -> Timex:
    """The timex, unplaced where it counts from a date that does not exist: "31 April: … yesterday … the next day"."""
    why = frame.opened_by if frame.day is None else moment.lost
    if not why or timex.interval is None or (moment.narrative and phrase.meaning.leaves_out):
        return timex
    far = _FAR[moment.day.year == _FAR[0].year]
    elsewhere = Moment.of(far) if frame.day is None else replace(moment, mentioned=Interval.of_day(far))
    if _timex(document, phrase, elsewhere, frame, opens=False).interval == timex.interval:
        return timex
    fault = f"{_NO_DAY}: “{why}”"
    return replace(timex, interval=None, value="", reference=None, notes=(fault,), fault=fault)


@lru_cache(maxsize=64)
def _name(frame: Frame, *, chronicle: bool) -> str:
    return f"chronicle in the {frame}" if chronicle else str(frame)


def _parts(document: Document, phrase: Phrase, moment: Moment, frame: Frame) -> tuple[Timex, ...]:
    """What TIMEX3 annotates by itself: both ends of a stretch."""
    annotated = phrase.meaning.annotated
    parts = [replace(phrase, meaning=each, span=span, bearing=Bearing.AT) for each, span in annotated]
    return tuple(_timex(document, part, moment, frame, opens=False) for part in parts)


def _sense(document: Document, phrase: Phrase, moment: Moment) -> tuple[Sense, Bearing]:
    ancient = in_ancient_years(phrase.meaning, moment.ancient) if moment.ancient else None
    if phrase.meaning.of_day.is_last_mentioned and moment.mentioned and _looks_back(document, phrase):
        moment = replace(moment, back=True)
    sense = ancient or _gone_by(said(phrase.meaning, moment), phrase, moment, document)
    return _length(document, phrase, moment, sense) if phrase.meaning.is_length else (sense, phrase.bearing)


def _looks_back(document: Document, phrase: Phrase) -> bool:
    """Whether the sentence round hours without a day tells of what was before: "Earlier in the day, …", "At 3 p.m. they had raided it".

    Not what had been where somebody said so, or in a clause within it: "At 4 p.m. a man who had fled was shot".
    """
    text, lists = document.text, document.words.lists
    if phrase.bearing is not Bearing.AT:
        return False
    start = max(0, phrase.span.start - _SENTENCE)
    end = end_of(text, phrase.span.end, _SENTENCE)
    within = any_of(lists["reporting-verbs"] | lists["relative-words"] | lists["clause-openers"])
    other = within.search(text, phrase.span.end, end)
    cues = _BACK.of(lists).finditer(text, start, other.start() if other else end)
    return any(not crosses(text, cue.end(), max(cue.end(), phrase.span.start)) for cue in cues)


def _of_day_in_sentence(document: Document, phrase: Phrase, moment: Moment) -> tuple[Phrase, Moment]:
    """The phrase and its moment; "after midnight" and "overnight" are of the day told before them in their sentence.

    "Yesterday sources said that a man was shot after midnight"; "On Monday drones hit Homs overnight", where the day opens the
    sentence, is that of the telling or stands beside: the night that ends on it. A night over two days begins on the first. By day
    nothing goes on from a night of its sentence: "Last night they hit back for the fire in the morning". Hours of another act are
    of its day: "It came a day after four had been hurt at about 9 a.m.".
    """
    meaning = phrase.meaning
    at = bisect_left(document.phrases, phrase.span.start, key=lambda each: each.span.start) - 1
    dayless = meaning.of_day.is_last_mentioned
    if not (dayless or isinstance(meaning, DayPart)):
        return phrase, moment
    before = document.phrases[at] if at >= 0 else None
    if before is None or crosses(document.text, before.span.end, phrase.span.start):
        return _of_day_behind(document, phrase, moment)
    if dayless and before.bearing is Bearing.APART:
        day = said(before.meaning, moment).interval
        return phrase, replace(moment, mentioned=day) if day else moment
    return _of_part_in_sentence(document, phrase, moment, before)


def _of_day_behind(document: Document, phrase: Phrase, moment: Moment) -> tuple[Phrase, Moment]:
    """The same for hours with nothing told before them in their sentence, and a day behind: "At dawn police raided a camp on Monday"."""
    meaning = phrase.meaning
    of_day = meaning.of_day
    night = isinstance(of_day, NightBefore) and of_day.day is TODAY
    early = isinstance(of_day, NextEarly | EarlyMentioned)
    if not (of_day.is_last_mentioned or night or early) or phrase.bearing is not Bearing.AT:
        return phrase, moment
    day = day_told_behind(document, phrase, moment)
    if day is None or day.start is None:
        return phrase, moment
    return phrase, replace(moment, mentioned=day, day=day.start.date() if night or early else moment.day)


def _of_part_in_sentence(
    document: Document, phrase: Phrase, moment: Moment, before: Phrase
) -> tuple[Phrase, Moment]:
    """The same for a part of a day and the phrase before it in its sentence."""
    meaning = phrase.meaning
    if not isinstance(meaning, DayPart):
        return phrase, moment
    if meaning.day == _UNSAID and phrase.bearing is Bearing.AT and meaning.part.start >= _MORNING:
        return replace(phrase, meaning=replace(meaning, day=LastMentioned())), moment
    if isinstance(meaning.day, NextEarly):
        return replace(phrase, meaning=replace(meaning, day=EarlyMentioned())), moment
    if isinstance(meaning.day, NightBefore) and meaning.day.day is TODAY and _leads(document, before, phrase):
        told = said(before.meaning, moment).interval
        if told and told.start and told.end and told.granularity.rank <= Granularity.DAY.rank:
            short = told.end - told.start <= _TWO_DAYS and told.end <= midnight(moment.day)
            return phrase, replace(moment, day=(told.end - _MOMENT).date()) if short else moment
    return phrase, moment


def _leads(document: Document, day: Phrase, phrase: Phrase) -> bool:
    """Whether a day opens the sentence in which a phrase stands, tells when somebody spoke, or stands beside it."""
    if day.bearing not in (Bearing.AT, Bearing.REPORTING):
        return False
    opens = opens_sentence(document.text, day.span.start)
    beside = phrase.span.start - day.span.end <= _BESIDE
    return opens or beside or day.bearing is Bearing.REPORTING


def _gone_by(sense: Sense, phrase: Phrase, moment: Moment, document: Document) -> Sense:
    """An hour told without its day that is still to come when it is told was of the day before: "around midnight", in a message of 6:40.

    A night that is told of as past was the last one, whatever was told of its day before, were it but a page's stamp; in an
    entry with its day before it, that of the day: "December 28: Militants attacked a post at night".
    """
    start, end = (sense.interval.start, sense.interval.end) if sense.interval else (None, None)
    of_day_before = start is not None and start.date() < moment.day and moment.mentioned is None
    if of_day_before and phrase.meaning.of_day.is_last_mentioned and is_of_entry(document, phrase):
        return said(phrase.meaning, replace(moment, mentioned=Interval.of_day(moment.day)))
    told_of_today = phrase.meaning.of_day.is_last_mentioned and moment.mentioned_day == moment.day
    to_come = end is not None and midnight(end.date()) < end and moment.day < end.date()
    if told_of_today and to_come and not (phrase.future or moment.exact):
        return said(phrase.meaning, replace(moment, mentioned=None))
    ahead = moment.exact and start is not None and start - moment.latest > ZONES
    if moment.stamped:
        ahead = is_of_day_before(sense.interval, moment.latest)
    if not (told_of_today and ahead) or phrase.future:
        return sense
    return said(phrase.meaning, replace(moment, day=moment.day - timedelta(days=1), mentioned=None))


def _length(document: Document, phrase: Phrase, moment: Moment, sense: Sense) -> tuple[Sense, Bearing]:
    """A duration finds its place where the words tell one of its ends."""
    if phrase.bearing is Bearing.FOR and phrase.state:
        interval = phrase.meaning.up_to_now(moment)
        note = "ends at the reference time"
        return replace(sense, interval=interval, notes=(*sense.notes, note)), phrase.bearing
    follows = phrase.bearing is Bearing.AFTER and document.text[phrase.span.end :].lstrip()[:3] == "of "
    last = moment.mentioned if follows else None
    interval = phrase.meaning.up_to(last) if last else None
    if last is None or last.start is None or interval is None:
        return sense, phrase.bearing
    note = f"ends at what was last told, {last.start:%d %B %Y}"
    return replace(sense, interval=interval, notes=(*sense.notes, note)), phrase.bearing


def _after(moment: Moment, timex: Timex, phrase: Phrase, document: Document) -> Moment:
    """The moment once the timex has been mentioned."""
    meaning = phrase.meaning
    if ancient := meaning.after_ancient(moment):
        return moment if timex.bearing is Bearing.SINCE and moment.ancient else ancient
    if timex.fault and not timex.bearing.dates_nothing:
        return replace(moment, lost=moment.lost or timex.text)
    if timex.interval is None or not _tells(timex) or meaning.compares:
        return moment
    far = timex.bearing is Bearing.SINCE and not moment.narrative and _is_far(timex.interval, moment)
    if far or _ends_its_day(timex, phrase, moment) or says_when_updated(document, phrase):
        return moment  # in news "since the war began on 1 July" dates nothing that follows
    moves = _turns_to_year(timex, phrase, document) or _moves_the_tale(timex, phrase, moment, document)
    if moment.narrative and not moves:
        return moment if meaning.counts_from_publication else moment.after_aside(timex.interval)
    return moment.after_mention(timex.interval)


def _with_figures(moment: Moment, timex: Timex, phrase: Phrase, document: Document) -> Moment:
    """The moment with what a business report's figures are of: a quarter told, no forecast and no aside, or so many months summed up."""
    if phrase.meaning.sums_up and moment.reported:
        return replace(moment, reported=cal.year_of(moment.day.year))
    told, whole = timex.interval, timex.granularity is Granularity.QUARTER and timex.type == TimexType.DATE
    if (
        not (whole and told and told.start and told.end and timex.bearing in _REPORTED)
        or phrase.meaning.compares
    ):
        return moment
    over, before = told.end.date() <= moment.day, moment.reported
    if before is None or before.start is None:
        reports = (over or not phrase.future) and speaks_of_trade(timex.span, document.text, document.words)
        return replace(moment, reported=told) if reports else moment
    later = phrase.meaning.is_fiscal or (phrase.meaning.names_quarter and told.start >= before.start)
    return replace(moment, reported=told) if over and later else moment


def _ends_its_day(timex: Timex, phrase: Phrase, moment: Moment) -> bool:
    """Whether it is the midnight that ends the day told: what follows need not be of the next."""
    start = timex.interval.start if timex.interval else None
    clock = phrase.meaning.is_clock and phrase.meaning.of_day.is_last_mentioned
    return clock and start == midnight(moment.mentioned_day + timedelta(days=1))


def _is_far(interval: Interval, moment: Moment) -> bool:
    return interval.start is not None and midnight(moment.day) - interval.start > _LONG_BEFORE


def _tells(timex: Timex) -> bool:
    """Whether what follows may count from this time at all."""
    if (
        timex.interval is None
        or timex.interval.start is None
        or timex.type in (TimexType.DURATION, TimexType.SET)
    ):
        return False
    return not timex.bearing.dates_nothing and not timex.value.endswith("_REF")


def _moves_the_tale(timex: Timex, phrase: Phrase, moment: Moment, document: Document) -> bool:
    """In a chronicle nothing counts from its publication, nor from what is only planned ("by next summer"), a year by the way or the end of what lasts."""
    if phrase.meaning.counts_from_publication or phrase.meaning.steps_ahead:
        return False
    if moment.mentioned is None:
        return True
    if timex.granularity.rank < Granularity.YEAR.rank:
        return not _ends_what_lasts(document, phrase)
    return opens_sentence(document.text, phrase.span.start)


def _turns_to_year(timex: Timex, phrase: Phrase, document: Document) -> bool:
    """Whether a chronicle goes on in a year counted from its publication: "What has happened this year? On 16 February …", "Last year, …"."""
    if timex.granularity is not Granularity.YEAR or not phrase.meaning.counts_from_publication:
        return False
    line = document.text[phrase.span.end :].split("\n", 1)[0].strip()
    return line == "?" or (opens_sentence(document.text, phrase.span.start) and line.startswith(","))


def _ends_what_lasts(document: Document, phrase: Phrase) -> bool:
    """Whether it dates the end of something told before: "a siege that lasted until the fall of Buda in February"."""
    start = phrase.span.start
    before = document.text[max(0, start - _BEFORE) : start]
    return _UNTIL_AN_ACT.of(document.words.lists).search(before) is not None


def _latest(timexes: tuple[Timex, ...], spoken: Moment) -> datetime:
    day = midnight(spoken.day)
    ends = [
        timex.interval.end
        for timex in timexes
        if timex.interval and timex.interval.start and timex.interval.end and not timex.future
        and timex.bearing is not Bearing.SINCE  # what has gone on since the morning was told later
        and timex.frame_number == 0 and timex.granularity.rank <= Granularity.DAYPART.rank
        and day <= timex.interval.start < day + timedelta(days=1)
    ]  # fmt: skip
    return min(max(ends, default=spoken.latest), spoken.latest)

"""When a clause's event was: its own time phrase, or the one it takes over, and from where.

Monitor prose says the time once and goes on. A clause that elaborates gives its time back to the clause it
elaborates; one that happens beside or after another takes that one's time; what is stated in the present
tense, with no time at all, is of the report's day.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.coded import COUNTS, NO_WORDS, Coded, TimeBasis, best, event_before
from dashboard.extraction.attach.day_lists import days_together
from dashboard.extraction.attach.hours_told import on_day_of_act, on_day_of_headline, on_days_of_telling
from dashboard.extraction.attach.labels import labels
from dashboard.extraction.attach.time_sources import SOURCES, SOURCES_OF_WHAT_GOES_ON
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.temporal import Bearing, Frame, Granularity, Interval, Timex
from dashboard.temporal.calendar.timex_types import TimexType

OLD_WOUNDS = re.compile(
    rf"\b{one_of(CLAUSES['old-wounds']['died'])}\b[^.;\n]{{0,60}}?\b{one_of(CLAUSES['old-wounds']['wounds'])}\b[^.;\n]{{0,30}}?\b{one_of(CLAUSES['old-wounds']['got'])}\b"
)
ACCUSED = re.compile(
    rf"\b{one_of(CLAUSES['accusations']['verbs'])}\b[^.;\n]{{0,80}}?\b{one_of(CLAUSES['accusations']['of'])}\b",
    re.IGNORECASE,
)
_SAID_ON = re.compile(
    rf"\b{one_of(CLAUSES['said-on']['verbs'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?$", re.IGNORECASE
)
_AFTER_FIGHTING = re.compile(
    rf"\b{one_of(CLAUSES['came-after']['after'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['of-many']['acts']])}\b",
    re.IGNORECASE,
)
_ANGRY = re.compile(rf"\b{one_of(CLAUSES['came-after']['protests'])}\b", re.IGNORECASE)
_SINCE_THEN = re.compile(rf"\b{one_of(CLAUSES['comments']['since'])}\b", re.IGNORECASE)
_LEAD_IN = 30  # characters between such words and a day
_ENDED = re.compile(rf"\b{one_of(CLAUSES['comments']['ended'])}\b")
_DIED_LATE = re.compile(
    rf"\b{one_of(CLAUSES['old-wounds']['whom'])}\s+{one_of(CLAUSES['old-wounds']['died'])}\b"
)
_COUNTED = re.compile(
    rf"\b{one_of(CLAUSES['comments']['units'])}\s+{one_of(CLAUSES['comments']['counted'])}\b"
)
_COUNTS_FROM = re.compile(rf"\s+{one_of(CLAUSES['comments']['words'])}\b")
_BEGUN = re.compile(
    rf"\b{one_of(CLAUSES['comments']['begun'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?$"
)
_TWO = 2
_LEAD = 1  # paragraphs: what somebody only speaks of there is told below, with its day
_SPOKEN_OF = re.compile(
    rf"\b{one_of(CLAUSES['said-on']['speaks'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?[A-Z]\w+\s+{one_of(CLAUSES['said-on']['article'])}\b"
)
_LED_TO = re.compile(rf"\b{one_of(CLAUSES['cause']['words'])}\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
_LENGTHS = ("<number> <unit>",)  # rules of time that read a length by itself
_BACK = (
    "that <part>",
    "that <unit>",
    *COUNTS,
)  # rules of time that lead back to what was told before, or count on
_OF_A_DAY = "PT"  # how the value of a length in hours or minutes begins
_A_DAY = timedelta(days=1)
_TOLD_DAYS = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class When:
    """An event's time as one mention gives it, wall-clock; ``basis`` says where the words stand.

    ``latest`` is the last moment that can be spoken of.
    """

    start: datetime | None
    end: datetime | None
    core_start: datetime | None
    core_end: datetime | None
    ongoing: bool
    granularity: Granularity
    timex: Timex | None
    frame: Frame
    basis: TimeBasis
    latest: datetime | None
    notes: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether it is on the calendar at all."""
        return self.start is not None or self.end is not None

    @property
    def to_come(self) -> bool:
        """Whether its own words set it after the day of the report, whatever the verb: "the council meets tomorrow"."""
        if self.basis is not TimeBasis.OWN or self.latest is None or self.start is None:
            return False
        return self.start >= self.latest

    def is_apart(self, other: "When") -> bool:
        """Whether the two can't overlap; False where one of them has an open side."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.end <= other.start or other.end <= self.start


@dataclass(frozen=True, slots=True)
class Times:
    """The time of a clause's event: as it would be whatever goes on in it, and as it is."""

    plain: When
    full: When


def times_of(annotations: Annotations) -> dict[int, Times]:
    """The times of all clauses with the words of an event, by their number."""
    headed = dict(labels(annotations))
    told = {at: day for at, day in _days_of_telling(annotations) if at not in headed}
    reporting = frozenset(
        each.start.date()
        for each in annotations.time.timexes
        if each.bearing is Bearing.REPORTING and each.start and each.granularity is Granularity.DAY
    )
    clauses = on_day_of_act(on_day_of_headline(on_days_of_telling(annotations.clauses, told)), reporting)
    clauses = tuple(_since_it_began(_behind_cause(each)) for each in clauses)
    plain = Coded.of(clauses, told=told, labels=headed)
    full = Coded.of(clauses, annotations.evidence, told, headed) if annotations.evidence else plain
    return {
        number: _times(plain, full, number, clause)
        for number, clause in enumerate(clauses)
        if clause.coding is not None
    }


def _days_of_telling(annotations: Annotations) -> Iterator[tuple[int, Timex]]:
    """By sentence the day on which it was told, where that was a day or two before the report's: "police said on Monday"."""
    clauses = annotations.clauses
    for timex in annotations.time.timexes:
        if timex.bearing is not Bearing.REPORTING or timex.granularity.rank > Granularity.DAY.rank:
            continue
        at = bisect_right(clauses, timex.span.start, key=lambda clause: clause.span.start) - 1
        day = clauses[max(at, 0)].frame.day if clauses else None
        if timex.interval and timex.start and day and timedelta() < day - timex.start.date() <= _TOLD_DAYS:
            whole = replace(timex, bearing=Bearing.AT, interval=Interval.of_day(timex.start.date()))
            yield clauses[max(at, 0)].sentence, whole


def _times(plain: Coded, full: Coded, number: int, clause: AnnotatedClause) -> Times:
    """What goes on is of now; what is only evidence of another event hands no time on."""
    as_told = _time(plain, number)
    if not (clause.is_ongoing or clause.is_state or full is not plain):
        return Times(as_told, as_told)
    return Times(as_told, _time(full, number, ongoing=clause.is_ongoing, state=clause.is_state))


def _time(coded: Coded, number: int, *, ongoing: bool = False, state: bool = False) -> When:
    """Its own time, else for an item of a list the time of the clause that says its kind."""
    source = coded.clauses[number].kind_from
    when = _timed(coded, number, ongoing=ongoing, state=state)
    if when.basis is TimeBasis.OWN or source is None:
        return when
    given = _timed(coded, source, ongoing=ongoing, state=state)
    if when.basis is TimeBasis.TAKEN_OVER and given.basis in NO_WORDS:
        return when  # "Bombs still endanger people. On Wednesday, one went off"
    basis = given.basis if given.basis in NO_WORDS else TimeBasis.TAKEN_OVER
    return replace(given, basis=basis)


def _timed(coded: Coded, number: int, *, ongoing: bool, state: bool) -> When:
    """The time of a clause: its own, else that of the first source that has one, else the report's day."""
    clause = coded.clauses[number]
    own = days_together(clause, best(_of_the_act(clause), clause.trigger))
    if clause.form and (given := clause.form.time_beside(own)):
        return _placed(given, clause, TimeBasis.FORM, ongoing=ongoing, state=state)
    if own:
        placed = _placed(own, clause, TimeBasis.OWN, ongoing=ongoing, state=state)
        return _lasting(placed, event_before(coded, number))
    for basis, find in SOURCES_OF_WHAT_GOES_ON if ongoing else SOURCES:
        found = find(coded, number)
        if found:
            lasts = state and basis is TimeBasis.ELABORATED
            return _placed(found, clause, basis, ongoing=ongoing, state=lasts)
    return _of_the_report(clause, ongoing=ongoing)


def _of_the_act(clause: AnnotatedClause) -> Sequence[Timex]:
    """Its times, but of somebody who died of old wounds those of the wounds: "he died today of wounds sustained on Monday".

    Not how many minutes or hours it went on: "the exchange of fire continued for 35 minutes".
    """
    accused = ACCUSED.search(clause.quote, 0, max(0, clause.trigger - clause.span.start))
    told = clause.span.start + accused.end() if accused else clause.span.start
    times = [
        each
        for each in clause.times
        if told <= each.span.start and not (_is_mere_length(each) or _is_comment(clause, each))
    ]
    times = _without_asides(clause, times)
    if (
        clause.heading and clause.paragraph == 0
    ):  # "TWO VILLAGES RAIDED ON THE SAME NIGHT": nothing was told before
        times = [each for each in times if each.rule not in _BACK]
    days = [each for each in times if not _is_said_then(clause, each)]
    dated = any(map(_is_day, days))
    spoken = clause.paragraph <= _LEAD and _SPOKEN_OF.search(clause.quote) is not None
    times = days if dated or spoken else times
    times = _of_promise(clause, _behind_count(clause, _before_what_led_to_it(clause, times)))
    wounds = OLD_WOUNDS.search(clause.quote)
    later = [each for each in times if wounds and each.span.start >= clause.span.start + wounds.end()]
    return later or times


def _before_what_led_to_it(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times without those of the fighting that it came after, where it has a day of its own: "took the town on 31 May after clashes that began the evening before"."""
    behind = max(0, clause.trigger - clause.span.start)
    fought = _AFTER_FIGHTING.search(clause.quote, behind) or _ANGRY.search(clause.quote)
    own = [each for each in times if fought and each.span.start < clause.span.start + fought.start()]
    return own if any(map(_is_day, own)) else times


def _behind_count(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times behind the words that count to its act, where they name a day: "the killings of Monday came a week after a lorry was ambushed on June 12"."""
    before = clause.trigger - clause.span.start
    known = clause.known_act is not None and not clause.known_act.start()
    reach = len(clause.quote) if known or before < 0 else before  # "the killings come a week after"
    counted = _COUNTED.search(clause.quote, 0, reach)
    behind = [each for each in times if counted and each.span.start >= clause.span.start + counted.end()]
    return behind if any(_is_day(each) for each in behind) else times


def _of_promise(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times of an agreement without those for which something was promised: "1 April – both undertake to hold fire from 3 April to 14 May"."""
    agreed = clause.coding is not None and clause.coding.sub_event_type is SubEventType.AGREEMENT
    day = clause.frame.day if agreed and clause.frame.datelined else None
    ahead = [each for each in times if day and each.start and each.start.date() > day]
    return [each for each in times if each not in ahead]


def _is_day(timex: Timex) -> bool:
    return timex.bearing is Bearing.AT and timex.granularity.rank <= Granularity.DAY.rank


def _behind_cause(clause: AnnotatedClause) -> AnnotatedClause:
    """The clause with the times behind the words that lead to its act, where there are days: "mourning from Wednesday after the killing of 58 on Monday"."""
    if clause.coding is None or len(clause.times) < _TWO:
        return clause
    led = _LED_TO.search(clause.quote, 0, max(0, clause.trigger - clause.span.start))
    behind = tuple(each for each in clause.times if led and each.span.start > clause.trigger)
    return replace(clause, times=behind) if any(map(_is_day, behind)) else clause


def _is_said_then(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether it is the day on which somebody spoke of the act: "the ministry condemned on Tuesday a strike that killed two on Monday"."""
    at = timex.span.start - clause.span.start
    return at > 0 and _SAID_ON.search(clause.quote, 0, at) is not None


def _is_mere_length(timex: Timex) -> bool:
    """Whether it only says for how long, in hours or minutes, and not up to when: no "past two hours"."""
    told_alone = timex.rule in _LENGTHS and timex.bearing is Bearing.FOR
    return told_alone and timex.value.startswith(_OF_A_DAY)


def _without_asides(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times without those, up to a comma, of when one of the hurt died, or of what has been so since: "one of whom died this morning"."""
    begun = _SINCE_THEN.search(clause.quote, max(0, clause.trigger - clause.span.start))
    asides = [each for each in (begun, _DIED_LATE.search(clause.quote)) if each]
    told = [clause.quote[each.end() : each.end() + _LEAD_IN].split(",")[0] for each in asides]
    spans = [(each.start(), each.end() + len(words)) for each, words in zip(asides, told, strict=True)]
    return [
        each
        for each in times
        if not any(start <= each.span.start - clause.span.start < end for start, end in spans)
    ]


def _is_comment(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether it counts from something with no day, behind the act: "killed seven, barely 48 hours after the governor spoke"."""
    counts = timex.type == TimexType.DURATION and timex.interval is None and clause.known_act is None
    behind = timex.span.start > clause.trigger and _COUNTS_FROM.match(
        clause.quote, timex.span.end - clause.span.start
    )
    return counts and bool(behind)


def _since_it_began(clause: AnnotatedClause) -> AnnotatedClause:
    """The clause without the day on which it only began, where it tells another: "fighting that began on Monday spread to Sake on Friday"."""
    begun = [
        each
        for each in clause.times
        if (at := each.span.start - clause.span.start) > 0
        and _BEGUN.search(clause.quote, max(0, at - _LEAD_IN), at)
    ]
    later = [each for each in clause.times if each not in begun[:1]]
    goes_on = begun and begun[0] is not clause.times[-1] and later[-1].bearing is Bearing.AT
    ends = _ENDED.search(clause.quote) is not None
    return replace(clause, times=tuple(later)) if goes_on and not ends else clause


def _lasting(when: When, before: Timex | None) -> When:
    """What lasted until noon began with what came just before, if that was within a day."""
    until = when.timex is not None and when.timex.bearing is Bearing.UNTIL
    if not until or before is None or before.start is None or when.end is None:
        return when
    return replace(when, start=before.start) if timedelta() < when.end - before.start <= _A_DAY else when


def _placed(timex: Timex, clause: AnnotatedClause, basis: TimeBasis, *, ongoing: bool, state: bool) -> When:
    faults = (f"“{timex.text}”: {timex.fault}",) if timex.fault else ()
    notes = (*(faults or timex.notes), *(f"{other.why}: {other.interval}" for other in timex.others))
    bare = When(
        timex.start,
        timex.end,
        None,
        None,
        ongoing,
        timex.granularity,
        timex,
        clause.frame,
        basis,
        clause.latest,
        tuple(dict.fromkeys(notes)),
    )
    if timex.interval is None:
        return bare
    if timex.bearing is Bearing.SINCE or (state and ongoing and timex.type != TimexType.DURATION):
        return _begun(bare, timex.interval, state=state)
    if timex.bearing is Bearing.UNTIL:
        return replace(bare, start=_least(timex.interval.start, clause.frame), end=timex.interval.end)
    if timex.interval.granularity in (Granularity.MINUTE, Granularity.HOUR) and timex.start and timex.end:
        return replace(bare, core_start=timex.start, core_end=timex.end)
    return bare


def _least(start: datetime | None, frame: Frame) -> datetime | None:
    """The start, no later than the frame's day; None where that is not known."""
    if frame.day is None:
        return None
    day = Interval.of_day(frame.day).start
    return min(each for each in (start, day) if each) if start or day else None


def _begun(when: When, interval: Interval, *, state: bool) -> When:
    """From somewhere in the interval until the speaker's moment; a state holds in between."""
    latest = when.latest
    end = latest if latest and interval.start and latest > interval.start else interval.end
    sure = state and interval.end is not None and end is not None and interval.end < end
    return replace(
        when,
        start=interval.start,
        end=end,
        core_start=interval.end if sure else None,
        core_end=end if sure else None,
        ongoing=state or when.ongoing,
    )


def _of_the_report(clause: AnnotatedClause, *, ongoing: bool) -> When:
    """No time words: the report's day, up to the moment it can be speaking."""
    frame, basis = clause.frame, TimeBasis.REPORT
    if frame.day is None:
        notes = ("publication day: no time is told",)
        return When(None, None, None, None, ongoing, Granularity.UNKNOWN, None, frame, basis, None, notes)
    start, end, notes = (
        Interval.of_day(frame.day).start,
        clause.latest,
        ("no time is told: the report's own day",),
    )
    return When(start, end, None, None, ongoing, Granularity.DAY, None, frame, basis, end, notes)

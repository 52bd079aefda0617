"""Which of a clause's own times are those of its act, and not of what somebody said, promised or counts from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.coded import COUNTS
from dashboard.extraction.attach.fates import is_in_fate, is_step
from dashboard.extraction.lexicon import AND, CLAUSES, Worded, one_of
from dashboard.temporal import Bearing, Granularity, Timex
from dashboard.temporal.calendar.timex_types import TimexType

OLD_WOUNDS = Worded(
    CLAUSES["old-wounds"]["wounds"],
    rf"\b{one_of(CLAUSES['old-wounds']['died'])}\b[^.;\n]{{0,60}}?\b{one_of(CLAUSES['old-wounds']['wounds'])}\b[^.;\n]{{0,30}}?\b{one_of(CLAUSES['old-wounds']['got'])}\b",
    re.NOFLAG,
)
ACCUSED = Worded(
    CLAUSES["accusations"]["verbs"],
    rf"\b(?!{one_of(CLAUSES['accusations']['are'])}\b){one_of(CLAUSES['accusations']['verbs'])}\b[^.;\n]{{0,80}}?\b{one_of(CLAUSES['accusations']['of'])}\b",
)
_SAID_ON = re.compile(
    rf"\b{one_of(CLAUSES['said-on']['verbs'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?$", re.IGNORECASE
)
_AFTER_FIGHTING = Worded(
    CLAUSES["came-after"]["after"],
    rf"\b{one_of(CLAUSES['came-after']['after'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['of-many']['acts']])}\b",
)
_LEFT_THEN = Worded(
    CLAUSES["before-they-left"]["before"],
    rf"\b{one_of(CLAUSES['before-they-left']['before'])}\s+(?:[\w-]+\s+){{0,4}}?{one_of(CLAUSES['before-they-left']['left'])}\b",
)
_ANSWERS = Worded(CLAUSES["came-after"]["answers"], rf"\b{one_of(CLAUSES['came-after']['answers'])}\s")
_PAYS_BACK = re.compile(one_of(CLAUSES["came-after"]["pays-back"]), re.IGNORECASE)
_BACK_THEN = timedelta(days=2)
_ANGRY = Worded(CLAUSES["came-after"]["protests"], rf"\b{one_of(CLAUSES['came-after']['protests'])}\b")
_SINCE_THEN = Worded(CLAUSES["comments"]["since"], rf"\b{one_of(CLAUSES['comments']['since'])}\b")
_LEAD_IN = 30  # characters between such words and a day
_ENDED = Worded(CLAUSES["comments"]["ended"], rf"\b{one_of(CLAUSES['comments']['ended'])}\b", re.NOFLAG)
DIED_LATE = re.compile(
    rf"\b{one_of(CLAUSES['old-wounds']['whom'])}\s+{one_of(CLAUSES['old-wounds']['died'])}\b"
)
_COUNTED = Worded(
    CLAUSES["comments"]["counted"],
    rf"\b{one_of(CLAUSES['comments']['units'])}\s+{one_of(CLAUSES['comments']['counted'])}\b",
    re.NOFLAG,
)
_ASIDE = re.compile(r",\s+(?:[\w-]+\s+){0,3}$")
_COUNTS_FROM = re.compile(rf"\s+{one_of(CLAUSES['comments']['words'])}\b")
_BEGUN = re.compile(
    rf"\b{one_of(CLAUSES['comments']['begun'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?$"
)
_TWO = 2
_SPOKEN_OF = Worded(
    CLAUSES["said-on"]["speaks"],
    rf"\b{one_of(CLAUSES['said-on']['speaks'])}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?[A-Z]\w+\s+{one_of(CLAUSES['said-on']['article'])}\b",
    re.NOFLAG,
)
_LED_TO = re.compile(rf"\b{one_of(CLAUSES['cause']['words'])}\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
_AROUND_TIME = re.compile(rf"\W*(?:(?:{AND}|{one_of(CLAUSES['day-lists']['on'])})\W*)*", re.IGNORECASE)
_LENGTHS = ("<number> <unit>",)  # rules of time that read a length by itself
_BACK = (
    "that <part>",
    "that <unit>",
    *COUNTS,
)  # rules of time that lead back to what was told before, or count on
_OF_A_DAY = "PT"  # how the value of a length in hours or minutes begins


def own_times(clause: AnnotatedClause) -> Sequence[Timex]:
    """Its times, but of somebody who died of old wounds those of the wounds: "he died today of wounds sustained on Monday".

    Not how many minutes or hours it went on: "the exchange of fire continued for 35 minutes".
    """
    accused = ACCUSED.search(clause.quote, 0, max(0, clause.trigger - clause.span.start))
    told = clause.span.start + accused.end() if accused else 0  # some are given back to it from before it
    times = [
        each
        for each in clause.times
        if told <= each.span.start and not (_is_mere_length(each) or _is_comment(clause, each))
    ]
    times = _without_asides(clause, times)
    times = [each for each in times if not (is_step(each) and is_in_fate(clause, each))]
    if (
        clause.heading and clause.paragraph == 0
    ):  # "TWO VILLAGES RAIDED ON THE SAME NIGHT": nothing was told before
        times = [each for each in times if each.rule not in _BACK]
    days = [each for each in times if not _is_said_then(clause, each)]
    dated = any(map(_is_day, days))
    spoken = clause.lead and _SPOKEN_OF.search(clause.quote) is not None
    times = days if dated or spoken else times
    times = _before_they_left(clause, times)
    times = _without_answered(clause, _before_what_led_to_it(clause, times))
    times = _of_promise(clause, _behind_count(clause, times))
    wounds = OLD_WOUNDS.search(clause.quote)
    later = [each for each in times if wounds and each.span.start >= clause.span.start + wounds.end()]
    return later or times


def _before_what_led_to_it(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times without those of the fighting that it came after, where it has a day of its own: "took the town on 31 May after clashes that began the evening before"."""
    behind = max(0, clause.trigger - clause.span.start)
    fought = _AFTER_FIGHTING.search(clause.quote, behind) or _ANGRY.search(clause.quote)
    own = [each for each in times if fought and each.span.start < clause.span.start + fought.start()]
    return own if any(map(_is_day, own)) else times


def _before_they_left(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times without the hours at which it was over: "14 were killed before the rebels pulled back at noon"."""
    left = _LEFT_THEN.search(clause.quote, max(0, clause.trigger - clause.span.start))
    return [
        each
        for each in times
        if left is None or not each.dayless or each.span.start < clause.span.start + left.end()
    ]


def _without_answered(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times without the old days of what was answered: "struck Izium on Tuesday in retaliation for an attack near Sudzha on March 28".

    Without a day of its own the day is the act's, unless an attack is paid back: "troops responding to a call on 1 March were ambushed".
    """
    answers = _ANSWERS.search(clause.quote, max(0, clause.trigger - clause.span.start))
    if answers is None or clause.frame.day is None:
        return times
    behind, until = clause.span.start + answers.end(), clause.frame.day - _BACK_THEN
    own = any(_is_day(each) and each.span.start < behind for each in times)
    if not own and not _PAYS_BACK.match(answers[0]):
        return times
    return [
        each for each in times if each.span.start < behind or each.start is None or each.start.date() > until
    ]


def _behind_count(clause: AnnotatedClause, times: list[Timex]) -> list[Timex]:
    """The times behind the words that count to its act, where they name a day: "the killings of Monday came a week after a lorry was ambushed on June 12".

    None that only set its own day beside another: "the blast happened on Tuesday, a day before the vote on Wednesday".
    """
    before = clause.trigger - clause.span.start
    known = clause.known_act is not None and not clause.known_act.start()
    reach = len(clause.quote) if known or before < 0 else before  # "the killings come a week after"
    counted = _COUNTED.search(clause.quote, 0, reach)
    aside = counted and _ASIDE.search(clause.quote, 0, counted.start())
    if aside and any(_is_day(each) and each.span.end <= clause.span.start + aside.start() for each in times):
        return [each for each in times if each.span.end <= clause.span.start + aside.start()]
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


def behind_cause(clause: AnnotatedClause) -> AnnotatedClause:
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
    asides = [each for each in (begun, DIED_LATE.search(clause.quote)) if each]
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


def since_it_began(clause: AnnotatedClause) -> AnnotatedClause:
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


def with_times_before(clauses: Sequence[AnnotatedClause]) -> Iterator[AnnotatedClause]:
    """The clauses, a time that was cut from the one it opens given back to it: "a soldier died on Friday; a day later, another bomb killed four"."""
    before: AnnotatedClause | None = None
    for clause in clauses:
        opened = before is not None and before.sentence == clause.sentence and not clause.times
        yield replace(clause, times=before.times) if opened and before and _is_mere_time(before) else clause
        before = clause


def _is_mere_time(clause: AnnotatedClause) -> bool:
    """Whether nothing but a time stands in a clause that something is told before: "a day later", "on Tuesday"."""
    told = clause.quote
    for each in reversed(clause.times):
        told = f"{told[: max(0, each.span.start - clause.span.start)]}{told[each.span.end - clause.span.start :]}"
    return bool(clause.times) and clause.link is not Link.OPENS and _AROUND_TIME.fullmatch(told) is not None

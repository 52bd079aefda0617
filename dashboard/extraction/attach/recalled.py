"""Acts of another time that words only recall: known of old, marked by an anniversary, or lasting for years."""

import re
from bisect import bisect_left
from datetime import date, timedelta
from itertools import islice, takewhile

from dashboard.extraction.acled import VIOLENT, ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.background import named_before, since_then
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.cues import named_in
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.place_before import label_over
from dashboard.extraction.lexicon import CLAUSES, Worded, any_of, one_of
from dashboard.extraction.model import Modality
from dashboard.temporal import Bearing, Granularity, Timex
from dashboard.temporal.calendar.timex_types import TimexType

_DESCRIBES = re.compile(rf"(?:^|,\s+){one_of(CLAUSES['descriptions']['opens'])}\s[^,]*$")
_ANNIVERSARY = Worded(
    CLAUSES["anniversaries"]["marks"],
    rf"\b{one_of(CLAUSES['anniversaries']['marks'])}\s[^.;\n]{{0,40}}?\b{one_of(CLAUSES['anniversaries']['of'])}\b",
)
_LONG_AGO, _ABOUT_THEN = timedelta(days=180), timedelta(days=60)
_OVER = timedelta(days=45)
_SEVERAL = 3
_THERE = any_of(CLAUSES["back"]["there"])


def is_background(case: Case) -> bool:
    """Whether it only names an act of another month or year as one known: "the July clashes that killed dozens"."""
    clause = case.clause
    trigger = clause.trigger - clause.span.start
    told = clause.quote, clause.span.start, clause.times, clause.frame.day
    named = tuple(named_before(*told))
    first = [cue.span.start for each in named for cue in named_in(clause.cues, each)]
    if (
        _opened_since(case)
        or trigger in first
        or any(not each.start for each in named)
        or any(each.start <= trigger < each.end for each in since_then(*told))
    ):
        return True
    if _is_of_no_place(case):
        return True
    coarse = case.when.granularity.rank >= Granularity.MONTH.rank
    known = clause.known_act is not None or _only_describes(clause)
    return case.when.basis is TimeBasis.OWN and coarse and known


def _is_of_no_place(case: Case) -> bool:
    """Whether it tells of a month or a year that is over, or of a day long ago, and names no place: "they ended a truce in November"."""
    when, clause = case.when, case.clause
    if when.basis is not TimeBasis.OWN or clause.places or when.timex is None or when.timex.interval is None:
        return False
    end, today = when.timex.interval.end, clause.frame.day
    over = _OVER if when.granularity.rank >= Granularity.MONTH.rank else _LONG_AGO
    old = end is not None and today is not None and today - end.date() > over
    if not old or today is None or _THERE.search(clause.quote):
        return False
    counted_from = when.timex.reference  # "the next day", of an act long ago that is told
    if counted_from is not None and today - counted_from.date() > over:
        return False
    of_its_time = when.granularity.rank <= Granularity.DAY.rank and _is_of_old_acts(case, today)
    labelled = label_over(case.annotations, case.number) is not None
    return not (of_its_time or labelled or _is_told_around(case))


def _is_told_around(case: Case) -> bool:
    """Whether the report tells an act of another day of that time as well: it is what the report is about, as in a judgment."""
    start = case.when.start
    others = (
        each
        for each in case.annotations.clauses
        if each.coding is not None and each.sentence != case.clause.sentence and each.places
    )
    days = (
        time.start for each in others for time in each.times if time.granularity.rank <= Granularity.DAY.rank
    )
    return start is not None and any(
        day is not None and timedelta() < abs(day - start) <= _ABOUT_THEN for day in days
    )


def _is_of_old_acts(case: Case, today: date) -> bool:
    """Whether most of the acts that the report tells with a day were long ago: it is a memorial or a chronicle."""
    days = [
        time.start.date()
        for each in case.annotations.clauses
        if each.coding is not None
        for time in each.times
        if time.start is not None and time.granularity.rank <= Granularity.DAY.rank
    ]
    old = sum(today - each > _LONG_AGO for each in days)
    return old >= _SEVERAL and 2 * old > len(days)


def is_anniversary(case: Case) -> bool:
    """Whether it names the act of which a day is kept: "Wednesday marks ten years since gunmen stormed the college"."""
    first, _ = case.annotations.sentence(case.number)
    start = case.annotations.clauses[first].span.start
    kept = _ANNIVERSARY.search(case.annotations.report.text, start, max(start, case.clause.trigger))
    return kept is not None


def is_long_lasting(case: Case) -> bool:
    """Whether it says what has gone on for years, or since long ago: "at war for a decade", "besieged since February"."""
    timex, violent = (
        case.when.timex,
        case.clause.coding is not None and case.clause.coding.event_type in VIOLENT,
    )
    if timex is None or case.when.basis is not TimeBasis.OWN:
        return False
    if timex.type == TimexType.DURATION:
        years = timex.granularity.rank >= Granularity.YEAR.rank
        for_years = (
            timex.bearing is Bearing.FOR and not case.clause.casualties.told
        )  # "have fought for decades"
        lasts = case.modality is Modality.ONGOING or for_years
        months = timex.granularity.rank >= Granularity.MONTH.rank and case.ext_type is ExtType.SIEGE
        return (violent and years and lasts) or (months and for_years)  # not "a year after gunmen killed 11"
    return (
        case.ext_type is ExtType.SIEGE
        and timex.bearing is Bearing.SINCE
        and _is_long_ago(timex, case.clause.frame.day)
    )


def _is_long_ago(timex: Timex, today: date | None) -> bool:
    return today is not None and timex.start is not None and today - timex.start.date() > _LONG_AGO


def _only_describes(clause: AnnotatedClause) -> bool:
    """Whether its event stands in words that say who or what is meant: "the movement, which seized power in May, …"."""
    before = clause.quote[: max(0, clause.trigger - clause.span.start)]
    return _DESCRIBES.search(before) is not None


def _opened_since(case: Case) -> bool:
    """Whether it says what opened a time long ago: "since May 2022, when they let the truce end"."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    if before is None or case.clause.link is not Link.ELABORATES or before.sentence != case.clause.sentence:
        return False
    if before.coding is not None:
        return False
    times = case.annotations.time.timexes
    at = bisect_left(times, before.span.start, key=lambda each: each.span.start)
    told = takewhile(lambda each: each.span.start < before.span.end, islice(times, at, None))
    since = (each for each in told if each.bearing in (Bearing.SINCE, Bearing.COMPARISON))
    return any(each.granularity.rank >= Granularity.MONTH.rank for each in since)

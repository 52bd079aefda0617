"""Running totals: counts over days, towns or a war, the lists they open and the shares they are split into."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate, takewhile

from dashboard.extraction.acled import VIOLENT, EventType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties, Count
from dashboard.extraction.annotate.casualty_words import MANY
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.annotate.places import is_far
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.casualties import leading_count
from dashboard.extraction.attach.coded import UNSAID, TimeBasis
from dashboard.extraction.attach.sums import (
    FEW,
    is_count_of_acts,
    is_count_of_period,
    is_done_since_long,
    is_figures,
    is_habit,
    is_harm_of_days,
    is_haul_of_long,
    is_of_long,
    is_one_act,
    is_over_many_places,
    is_recorded,
    tells_of_several,
)
from dashboard.extraction.attach.when import When
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import REGION
from dashboard.temporal import Bearing, Granularity

_SUM_LABEL = re.compile(
    rf"\W*(?:{one_of(CLAUSES['sum-labels']['before'])}\s+)?{one_of(CLAUSES['sum-labels']['words'])}\b[^.;\n]{{0,40}}$",
    re.IGNORECASE,
)
_OF_THESE = re.compile(rf"\W*{one_of(CLAUSES['numbers-of']['which'])}\b", re.IGNORECASE)
_SINCE = re.compile(rf"\W*{one_of(CLAUSES['background']['since'])}\b", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[•▪●◦*·–—-]|\d{1,2}[.)])[ \t]*\w")
_COLON = re.compile(r"\s*:")
_ONE = re.compile(r"\b(?:a|an)\s+(?:(?!of\b)[\w-]+\s+){0,2}$", re.IGNORECASE)  # not "a wave of"
_SUMS_UP = re.compile(rf"\b{one_of(CLAUSES['of-many']['sums-up'])}\b", re.IGNORECASE)
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)
_FROM_TO = "from <time> to <time>"  # the rule of time that reads "between June and August"
_LAST = "last <unit>"  # the rule of time that reads "last month", "last week"
_LEADS = 25  # clauses: so far on a sum over several acts has its parts


def is_running_total(case: Case) -> bool:
    """Whether it counts over days, towns or a war: its words say so, or nobody counts so many in one undated act."""
    harmed = case.clause.casualties
    if harmed.habit:
        return True
    if _is_one_known_act(case) or _is_one_act(case) or _is_single_act(case) or _is_deal(case):
        return False
    if any(count and count.aggregate for count in (harmed.killed, harmed.wounded, harmed.displaced)):
        return True
    counted = harmed.told or not _is_of_a_day(
        case.when
    )  # "Tuesday's attack is the worst this year" counts none
    if harmed.summed and counted and case.clause.hints and tells_of_harm(case.clause):
        return True
    if _goes_on_with_sum(case) or _is_counted_since(case) or _is_labelled_sum(case) or _is_part_of_sum(case):
        return True
    counts = (harmed.killed, harmed.wounded, harmed.captured)
    return any(count and count.low >= MANY and not _is_dated(case, count) for count in counts)


def _is_labelled_sum(case: Case) -> bool:
    """Whether its line opens with a label for a sum: "Total: 37 civilians killed", "Balance of the week: 41 violent deaths"."""
    first, _ = case.annotations.sentence(case.number)
    head = case.annotations.clauses[first]
    labelled = (
        first < case.number
        and not case.clause.form
        and head.coding is None
        and _SUM_LABEL.match(head.quote) is not None
    )
    return (
        labelled
        and _COLON.match(case.annotations.report.text, head.span.end) is not None
        and case.clause.casualties.told
    )


def _is_counted_since(case: Case) -> bool:
    """Whether it counts the harmed of a time that its sentence opens with: "Since 5 August, when …, at least four people have died"."""
    first, _ = case.annotations.sentence(case.number)
    head = case.annotations.clauses[first]
    counts = case.clause.casualties.killed is not None and not case.clause.armed
    undated = first == case.number and not (
        case.when.basis is TimeBasis.OWN or case.clause.places
    )  # "Since liberation 82 of our people have been killed"
    return (
        counts
        and (undated or (first < case.number and head.coding is None))
        and _SINCE.match(head.quote) is not None
    )


def _goes_on_with_sum(case: Case) -> bool:
    """Whether it only counts on, in the sentence that counts over days: "since May we took in 1,300; 208 of them died"."""
    first, _ = case.annotations.sentence(case.number)
    before = case.annotations.clauses[max(first, case.number - _LEADS) : case.number]
    counts = case.clause.casualties
    only = (case.clause.hints and counts.told) or counts.displaced is not None
    only = only and not (case.clause.places or case.clause.times)
    if only and case.clause.casualties.killed is not None and not case.clause.armed and _is_under_sum(case):
        return True
    return only and any(
        (_is_over_time(each.casualties) and each.casualties.told) or is_count_of_acts(each, case.when)
        for each in before
    )


def _is_under_sum(case: Case) -> bool:
    """Whether the sentence before it in the paragraph counts the harmed of a time: "Since May 340 have died. On the other side, 28 were killed"."""
    clauses, here = case.annotations.clauses, case.clause
    first, _ = case.annotations.sentence(case.number)
    before = [each for each in clauses[max(0, first - _LEADS) : first] if each.sentence == here.sentence - 1]
    counted = any(_is_over_time(each.casualties) and each.casualties.killed for each in before)
    return counted and all(each.paragraph == here.paragraph for each in before)


def _is_part_of_sum(case: Case) -> bool:
    """Whether it tells a part of those counted over a time in the sentence before: "… this year. Of these, 53 were killed in the Bastar division"."""
    first, _ = case.annotations.sentence(case.number)
    of_these = _OF_THESE.match(case.annotations.clauses[first].quote) is not None
    return of_these and case.clause.casualties.killed is not None and _is_under_sum(case)


def _is_over_time(counts: Casualties) -> bool:
    return counts.summed or counts.habit or counts.often


def is_of_many(case: Case) -> bool:
    """Whether it is told over many days or acts."""
    return (
        (is_habit(case.clause) and not _is_of_a_day(case.when))
        or is_recorded(case.clause)
        or is_figures(case.annotations.report.text, case.clause.span)
        or is_harm_of_days(case.clause, case.when)
        or is_over_many_places(case.clause)
        or is_count_of_acts(case.clause, case.when)
        or is_haul_of_long(case.clause, case.when)
        or is_done_since_long(case.clause, case.when)
        or is_count_of_period(case.clause)
    )


def _is_one_known_act(case: Case) -> bool:
    """Whether the words for one act of a day lead to the sum: "Friday's strike brings the year's dead to 41"."""
    clause = case.clause
    return (
        clause.outright
        and not tells_of_harm(clause)
        and clause.known_act is not None
        and _is_of_a_day(case.when)
    )


def _is_one_act(case: Case) -> bool:
    """Whether it says who struck what town, or what struck it: within a week, whoever were killed, or few of them in a longer time.

    "Since Friday 23 people were killed when militias clashed in Zawiya" and "Gunmen killed two guards in Jos in recent weeks" sum up nothing.
    """
    when, killed = case.when, case.clause.casualties.killed
    length = when.end - when.start if when.start is not None and when.end is not None else None
    named = when.timex is not None and when.timex.rule == _LAST and len(case.clause.times) == 1
    short = length is not None and length <= (_MONTH if named else _WEEK) and when.basis is TimeBasis.OWN
    since = when.timex is not None and when.timex.bearing is Bearing.SINCE
    if tells_of_several(case.clause) and (since or not short):
        return False
    few = (killed is None or killed.low < FEW) and not (when.timex and when.timex.rule == _FROM_TO)
    dated = when.timex is None or since or when.timex.bearing is Bearing.AT
    return dated and (short or (few and not is_of_long(case.clause))) and is_one_act(case.clause)


def _is_single_act(case: Case) -> bool:
    """Whether it tells one act in a time that words for sums have, too: "in the second half of May, an airstrike on a village left eight dead"."""
    clause = case.clause
    killed = clause.casualties.killed
    if not case.violent or tells_of_harm(clause) or (killed is not None and killed.low >= MANY):
        return False
    at = clause.trigger - clause.span.start
    return _ONE.search(clause.quote, 0, at) is not None and _SUMS_UP.search(clause.quote) is None


def _is_deal(case: Case) -> bool:
    """Whether it tells who made peace; what the war cost is said beside it: "elders sign a deal after clashes that claimed nine lives since May"."""
    coding = case.clause.coding
    return coding is not None and coding.sub_event_type is SubEventType.AGREEMENT


def is_sum_of_what_follows(case: Case) -> bool:
    """Whether it counts over two acts or more that are told one by one behind it, with their shares: 7, then 4 and 3."""
    total = case.clause.casualties.killed
    if total is None and case.clause.casualties.several and _is_told_one_by_one(case):
        return True
    if case.when.basis not in (TimeBasis.OWN, *UNSAID):  # its day may be all that dates them
        return False
    if not (case.clause.casualties.several and total and total.low > 1):
        return False
    following = case.annotations.clauses[case.number + 1 : case.number + _LEADS]
    parts = [each.casualties.killed.low for each in following if each.casualties.killed]
    if any(each.precision < REGION for each in case.clause.places):
        return _first_sum_to(parts, total.low) and not _is_first_of_towns(case.annotations, case.number)
    return some_sum_to(parts, total.low)


def is_sum_of_parts(annotations: Annotations, number: int) -> bool:
    """Whether those it counts are shared out among the places that its sentence goes on to name: "killed nine in Zamfara, four in Anka and five in Maru"."""
    total = annotations.clauses[number].casualties.killed
    shares = [share.low for each in _elided(annotations, number) if (share := leading_count(each))]
    summed = total is not None and len(shares) > 1 and sum(shares) == total.low
    return summed and not _is_first_of_towns(annotations, number)


def _elided(annotations: Annotations, number: int) -> Iterator[AnnotatedClause]:
    """The clauses behind one that only count on at places of their own: "and three in Maru"."""
    behind = annotations.clauses[number + 1 : number + _LEADS]
    return takewhile(
        lambda each: each.kind_from == number and is_elided(each.quote) and leading_count(each) is not None,
        behind,
    )


def _is_first_of_towns(annotations: Annotations, number: int) -> bool:
    """Whether its town is only one of those counted one by one, all far apart: "killed five in Baalbek, three in Tyre and two in Sidon"."""
    here = annotations.clauses[number].places
    others = [each.places for each in _elided(annotations, number)]
    return len(here) == 1 and len(others) > 1 and all(there and is_far(here[0], there[0]) for there in others)


def _first_sum_to(parts: Sequence[int], total: int) -> bool:
    """Whether the first two or more of the numbers make the total."""
    return total in tuple(accumulate(parts))[1:]


def some_sum_to(parts: Sequence[int], total: int) -> bool:
    """Whether two or more of the numbers make the total, others in between: what the other side did."""
    fewest: dict[int, int] = {0: 0}  # by sum the most numbers that make it
    for part in parts:
        if part:
            more = {held + part: count + 1 for held, count in fewest.items() if held + part <= total}
            fewest = more | {held: max(count, more.get(held, 0)) for held, count in fewest.items()}
    return fewest.get(total, 0) > 1


def _is_told_one_by_one(case: Case) -> bool:
    """Whether two acts or more at places of their own follow in the paragraph: "Two separate attacks hit Balkh. A bomb in …; in …"."""
    clauses = case.annotations.clauses
    behind = clauses[case.number + 1 : case.number + _LEADS]
    here = takewhile(lambda each: each.paragraph == case.clause.paragraph, behind)
    acts = [
        each for each in here if each.coding is not None and each.coding.event_type in VIOLENT and each.places
    ]
    return len({each.places[0].location for each in acts}) > 1


def _is_of_a_day(when: When) -> bool:
    at = when.timex is not None and when.timex.bearing is Bearing.AT
    return at and when.basis is TimeBasis.OWN and when.granularity.rank <= Granularity.DAY.rank


def _is_dated(case: Case, count: Count) -> bool:
    """Whether it has a time of its own, other than a count that reads like a year."""
    timex = case.when.timex
    own = case.when.basis is TimeBasis.OWN
    return own and not (timex and timex.span.touches(count.span.moved(case.clause.span.start)))


def tells_of_harm(clause: AnnotatedClause) -> bool:
    """Whether its words are those of violence against civilians."""
    return clause.coding is not None and clause.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS


def is_item_of_total(case: Case) -> bool:
    """Whether it is a line of a list that a running total opens, with no time of its own: "– 18 April: a mine went off" tells an act."""
    clauses, text = case.annotations.clauses, case.annotations.report.text
    if case.when.basis is TimeBasis.OWN or case.when.frame.datelined:
        return False
    at = case.number
    if not _is_item(text, case.clause):  # "By region:", between two lists
        at = at - 1 if _COLON.match(text, case.clause.span.end) else -1
    if at < 0 or not _is_item(text, clauses[at]):
        return False
    while at >= 0 and (opens := _opening(case.annotations, at)) is not None:
        first = case.annotations.paragraph(opens)
        if any(each.casualties.summed for each in clauses[first : opens + 1]):
            return True
        at = first - 1
    return False


def _opening(annotations: Annotations, number: int) -> int | None:
    """The last clause of the lines with a colon that lead to a list; a list may have several."""
    clauses, text = annotations.clauses, annotations.report.text
    while number and _is_item(text, clauses[number]):
        number -= 1
    leads = not _is_item(text, clauses[number]) and _COLON.match(text, clauses[number].span.end)
    return number if leads else None


def _is_item(text: str, clause: AnnotatedClause) -> bool:
    """Whether its line opens with a bullet or a number."""
    line = text.rfind("\n", 0, clause.span.start + 1) + 1
    return _BULLET.match(text, line) is not None


def is_share(case: Case) -> bool:
    """Whether it splits a sum by kind and not by place: "129 in raids, 90 by rockets"."""
    if case.clause.link is not Link.COUNTED or case.clause.places:
        return False
    summed = case.annotations.clauses[case.clause.opening].casualties.killed
    return summed is not None and summed.aggregate

"""Why a clause with the words of an event is none: supposed, summed up, said already."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.extraction.acled import EventType, ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.background import named_before, since_then
from dashboard.extraction.annotate.casualty_counts import MANY, Count
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.cues import named_in
from dashboard.extraction.annotate.form_told import FormPart
from dashboard.extraction.attach.casualties import only_adds_harm
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.elsewhere import is_elsewhere
from dashboard.extraction.attach.sums import is_count_of_acts, is_figures, is_habit, is_harm_of_days
from dashboard.extraction.attach.when import Times, When
from dashboard.extraction.model import Modality, Unread, UnreadReason
from dashboard.temporal import Bearing, Granularity

_LEADS = 25  # clauses: so far on a sum over several acts has its parts
_NEAR = 3  # clauses: so far back an event still has its harm stated
_BULLET = re.compile(r"[ \t]*(?:[•▪●◦*·–—-]|\d{1,2}[.)])[ \t]*\w")
_COLON = re.compile(r"\s*:")
_LINE = re.compile(r"[^\n.!?;:]{1,40}?:?(?=[ \t\r]*\n)")
_NOT_EVENTS = {ExtType.DENIAL: UnreadReason.DENIAL, ExtType.CLAIM: UnreadReason.CLAIM}
_UNSAID = {Modality.DENIED: UnreadReason.DENIAL, Modality.PLANNED: UnreadReason.FORECAST}
_WITH_WORDS = (UnreadReason.SUPPOSED, UnreadReason.UNTIMED_FORECAST)  # these name the words that say so


@dataclass(frozen=True, slots=True)
class _Case:
    """A clause with the words of an event; ``times`` are those of all such clauses, whatever goes on in them."""

    annotations: Annotations
    number: int
    clause: AnnotatedClause
    times: Mapping[int, Times]

    @property
    def ext_type(self) -> ExtType:
        return self.clause.coding.ext_type if self.clause.coding else ExtType.NONE

    @property
    def modality(self) -> Modality:
        return self.clause.modality.modality

    @property
    def when(self) -> When:
        return self.times[self.number].plain


def refusals(annotations: Annotations, times: Mapping[int, Times]) -> dict[int, Unread]:
    """By the number of their clause, all that is no event though its words are like those of one."""
    cases = (_Case(annotations, number, clause, times) for number, clause in enumerate(annotations.clauses))
    reasons = (
        (case, _reason(case) if case.clause.coding else _said_otherwise(case.clause)) for case in cases
    )
    return {case.number: _unread(case.clause, reason) for case, reason in reasons if reason}


def _unread(clause: AnnotatedClause, reason: UnreadReason) -> Unread:
    return Unread(clause.span, clause.quote, reason, clause.modality.text if reason in _WITH_WORDS else "")


def _said_otherwise(clause: AnnotatedClause) -> UnreadReason | None:
    """A denial, a claim or a forecast, in a clause with no event's words."""
    if clause.form and clause.form.part is FormPart.FIELD:
        return UnreadReason.FORM_FIELD if clause.cues else None
    said = (_NOT_EVENTS[cue.ext_type] for cue in clause.cues if cue.ext_type in _NOT_EVENTS)
    return next(said, None) or _UNSAID.get(clause.modality.modality)


def _reason(case: _Case) -> UnreadReason | None:
    """Why a clause with the words of an event is none; None when it is one."""
    found = next((reason for reason, holds in _REASONS if holds(case)), None)
    told = case.clause.form is not None and case.clause.form.is_main
    return None if told and found in _ONLY_WORDS else found


def _is_more_of_form(case: _Case) -> bool:
    return case.clause.form is not None and case.clause.form.part is FormPart.MORE


def _is_untimed_forecast(case: _Case) -> bool:
    return case.modality is Modality.PLANNED and case.when.basis is not TimeBasis.OWN


def _is_breach(case: _Case) -> bool:
    return case.ext_type is ExtType.BREACH and _has_event_beside(case)


def _is_running_total(case: _Case) -> bool:
    """Whether it counts over days, towns or a war: its words say so, or nobody counts so many in one undated act."""
    harmed = case.clause.casualties
    if _is_one_known_act(case):
        return False
    if any(count and count.aggregate for count in (harmed.killed, harmed.wounded, harmed.displaced)):
        return True
    counted = harmed.told or not _is_of_a_day(
        case.when
    )  # "Tuesday's attack is the worst this year" counts none
    if harmed.summed and counted and case.clause.hints and _tells_of_harm(case.clause):
        return True
    counts = (harmed.killed, harmed.wounded, harmed.captured)
    return any(count and count.low >= MANY and not _is_dated(case, count) for count in counts)


def _is_of_many(case: _Case) -> bool:
    """Whether it is told over many days or acts."""
    return (
        is_habit(case.clause)
        or is_figures(case.annotations.report.text, case.clause.span)
        or is_harm_of_days(case.clause, case.when)
        or is_count_of_acts(case.clause, case.when)
    )


def _is_one_known_act(case: _Case) -> bool:
    """Whether the words for one act of a day lead to the sum: "Friday's strike brings the year's dead to 41"."""
    clause = case.clause
    return (
        clause.outright
        and not _tells_of_harm(clause)
        and clause.known_act is not None
        and _is_of_a_day(case.when)
    )


def _is_sum_of_what_follows(case: _Case) -> bool:
    """Whether it counts over two acts or more that are told one by one behind it, with their shares: 7, then 4 and 3."""
    total = case.clause.casualties.killed
    if case.when.basis is not TimeBasis.OWN:  # its day may be all that dates them
        return False
    if not (case.clause.casualties.several and total and total.low > 1):
        return False
    summed = parts = 0
    for clause in case.annotations.clauses[case.number + 1 : case.number + _LEADS]:
        killed = clause.casualties.killed
        summed += killed.low if killed else 0
        parts += bool(killed)
        if summed >= total.low:
            break
    return parts > 1 and summed == total.low


def _is_of_a_day(when: When) -> bool:
    at = when.timex is not None and when.timex.bearing is Bearing.AT
    return at and when.basis is TimeBasis.OWN and when.granularity.rank <= Granularity.DAY.rank


def _is_dated(case: _Case, count: Count) -> bool:
    """Whether it has a time of its own, other than a count that reads like a year."""
    timex = case.when.timex
    own = case.when.basis is TimeBasis.OWN
    return own and not (timex and timex.span.touches(count.span.moved(case.clause.span.start)))


def _is_background(case: _Case) -> bool:
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
    coarse = case.when.granularity.rank >= Granularity.MONTH.rank
    return case.when.basis is TimeBasis.OWN and coarse and clause.known_act is not None


def _opened_since(case: _Case) -> bool:
    """Whether it says what opened a time long ago: "since May 2022, when they let the truce end"."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    if before is None or case.clause.link is not Link.ELABORATES or before.sentence != case.clause.sentence:
        return False
    since = (each for each in before.times if each.bearing is Bearing.SINCE)
    return before.coding is None and any(each.granularity.rank >= Granularity.MONTH.rank for each in since)


def _tells_of_harm(clause: AnnotatedClause) -> bool:
    return clause.coding is not None and clause.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS


def _is_item_of_total(case: _Case) -> bool:
    """Whether it is a line of a list that a running total opens, with no time of its own."""
    clauses, text = case.annotations.clauses, case.annotations.report.text
    if case.when.basis is TimeBasis.OWN:
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


def _is_unharmed(case: _Case) -> bool:
    """Whether it only says that nobody was harmed, or that nothing is known of it."""
    harmed = case.clause.casualties
    return case.clause.hints and (harmed.harmless or (harmed.unknown and not harmed.told))


def _is_harm_beside(case: _Case) -> bool:
    clause = case.clause
    if not clause.hints or clause.another or not _has_event_beside(case):
        return False
    return not (_stands_apart(case) or _is_fled_from(case) or is_elsewhere(case.annotations, case.number))


def _is_fled_from(case: _Case) -> bool:
    """Whether it says what the people of the clause before fled from."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    fled = before is not None and before.coding is not None and before.coding.ext_type is ExtType.DISPLACEMENT
    return fled and case.clause.link is Link.ELABORATES and case.clause.armed


def _is_harm_joined(case: _Case) -> bool:
    return bool(case.number) and only_adds_harm(case.clause, case.annotations.clauses[case.number - 1])


def _is_harm_before(case: _Case) -> bool:
    return case.clause.outcome and _has_event_just_before(case)


def _is_title(case: _Case) -> bool:
    """Whether a clause is a line of a few words that names what follows: no place, no time, no full stop."""
    clause, text = case.clause, case.annotations.report.text
    if clause.places or clause.quote.isupper():
        return not clause.places
    opens = text[max(0, clause.span.start - 1) : clause.span.start] in {"", "\n"}
    line = _LINE.match(text, clause.span.start) if opens else None
    return line is not None and line.end() <= clause.span.end + 1 and not clause.times


def _is_share(case: _Case) -> bool:
    """Whether it splits a sum by kind and not by place: "129 in raids, 90 by rockets"."""
    if case.clause.link is not Link.COUNTED or case.clause.places:
        return False
    summed = case.annotations.clauses[case.clause.opening].casualties.killed
    return summed is not None and summed.aggregate


def _has_event_just_before(case: _Case) -> bool:
    """Whether the sentence, or the one before it in the paragraph, has an event outright."""
    before = case.annotations.outright_before(case.number)
    return before is not None and case.clause.sentence - case.annotations.clauses[before].sentence <= 1


def _has_event_beside(case: _Case) -> bool:
    """Whether another clause of the sentence, or one just before in the paragraph, has an event outright."""
    first, last = case.annotations.sentence(case.number)
    before = max(case.number - _NEAR, case.annotations.paragraph(case.number), 0)
    return case.annotations.has_outright(min(first, before), last, case.number)


def _stands_apart(case: _Case) -> bool:
    """Whether a sentence has a time of its own, other than that of the event before it."""
    when, before = case.when, case.annotations.outright_before(case.number)
    if when.basis is not TimeBasis.OWN or case.clause.link is not Link.OPENS or before is None:
        return False
    return when.is_apart(case.times[before].plain)


_REASONS: tuple[tuple[UnreadReason, Callable[[_Case], bool]], ...] = (
    (UnreadReason.DENIAL, lambda case: case.ext_type is ExtType.DENIAL),
    (UnreadReason.CLAIM, lambda case: case.ext_type is ExtType.CLAIM),
    (UnreadReason.SUPPOSED, lambda case: case.modality is Modality.HYPOTHETICAL),
    (UnreadReason.UNTIMED_FORECAST, _is_untimed_forecast),
    (UnreadReason.FORM_MORE, _is_more_of_form),
    (UnreadReason.LULL, lambda case: case.number in case.annotations.lulls),
    (UnreadReason.BREACH, _is_breach),
    (UnreadReason.SUM_OF_LIST, lambda case: case.number in case.annotations.sums),
    (UnreadReason.EVIDENCE, lambda case: case.number in case.annotations.evidence),
    (UnreadReason.BACKGROUND, _is_background),
    (UnreadReason.RUNNING_TOTAL, _is_running_total),
    (UnreadReason.RUNNING_TOTAL, _is_item_of_total),
    (UnreadReason.RUNNING_TOTAL, _is_of_many),
    (UnreadReason.RUNNING_TOTAL, _is_sum_of_what_follows),
    (UnreadReason.HARM_BESIDE, _is_harm_joined),
    (UnreadReason.HARM_BESIDE, _is_harm_beside),
    (UnreadReason.HARM_BEFORE, _is_harm_before),
    (UnreadReason.NOBODY_HARMED, _is_unharmed),
    (UnreadReason.TITLE, _is_title),
    (UnreadReason.SHARE_OF_TOTAL, _is_share),
)
"""The reasons in the order in which they are tried."""
_ONLY_WORDS = frozenset(
    {UnreadReason.HARM_BESIDE, UnreadReason.HARM_BEFORE, UnreadReason.NOBODY_HARMED, UnreadReason.TITLE}
)
"""Reasons that do not hold of a form's own event: its lines are short, and another form may stand above."""

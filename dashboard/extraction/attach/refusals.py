"""Why a clause with the words of an event is none: supposed, summed up, said already."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import islice, takewhile

from dashboard.actors import section_at
from dashboard.extraction.acled import VIOLENT, ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.background import named_before, since_then
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.cues import named_in
from dashboard.extraction.annotate.form_told import FormPart
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.casualties import explains, only_adds_harm, only_counts
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.elsewhere import is_elsewhere
from dashboard.extraction.attach.no_act import (
    is_advice,
    is_danger,
    is_long_before,
    is_method,
    is_of_delegates,
    is_rumour,
)
from dashboard.extraction.attach.spoken_of import (
    is_aim,
    is_at_large,
    is_brought,
    is_called_for,
    is_died_later,
    is_end,
    is_found_later,
    is_habit,
    is_held,
    is_judged,
    is_known_harm,
    is_lasting,
    is_lived_through,
    is_nth,
    is_of_captives,
    is_of_somebody,
    is_owned_up,
    is_percentage,
    is_question,
    is_ranked,
    is_rate,
    is_seen,
    is_spoken_of,
    is_who_fled,
)
from dashboard.extraction.attach.totals import (
    is_item_of_total,
    is_of_many,
    is_running_total,
    is_share,
    is_sum_of_what_follows,
)
from dashboard.extraction.attach.when import Times
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.extraction.model import Modality, Unread, UnreadReason
from dashboard.gazetteer import REGION
from dashboard.temporal import Bearing, Granularity, Timex
from dashboard.temporal.calendar.timex_types import TimexType

_DESCRIBES = re.compile(rf"(?:^|,\s+){one_of(CLAUSES['descriptions']['opens'])}\s[^,]*$")
_ANNIVERSARY = re.compile(
    rf"\b{one_of(CLAUSES['anniversaries']['marks'])}\s[^.;\n]{{0,40}}?\b{one_of(CLAUSES['anniversaries']['of'])}\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(rf"\W*{one_of(CLAUSES['announced']['labels'])}\W*", re.IGNORECASE)
_LONG_AGO, _ABOUT_THEN = timedelta(days=180), timedelta(days=60)
_OVER = timedelta(days=45)
_FIRST_WORDS = 15  # characters: "no one was killed"
_NEAR = 3  # clauses: so far back an event still has its harm stated
_COLON = re.compile(r"\s*:")
_LINE = re.compile(r"[^\n.!?;:]{1,40}?:?(?=[ \t\r]*\n)")
_NOT_EVENTS = {ExtType.DENIAL: UnreadReason.DENIAL, ExtType.CLAIM: UnreadReason.CLAIM}
_UNSAID = {Modality.DENIED: UnreadReason.DENIAL, Modality.PLANNED: UnreadReason.FORECAST}
_WITH_WORDS = (UnreadReason.SUPPOSED, UnreadReason.UNTIMED_FORECAST)  # these name the words that say so


def refusals(annotations: Annotations, times: Mapping[int, Times]) -> dict[int, Unread]:
    """By the number of their clause, all that is no event though its words are like those of one."""
    cases = (Case(annotations, number, clause, times) for number, clause in enumerate(annotations.clauses))
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


def _reason(case: Case) -> UnreadReason | None:
    """Why a clause with the words of an event is none; None when it is one."""
    found = next((reason for reason, holds in _REASONS if holds(case)), None)
    told = case.clause.form is not None and case.clause.form.is_main
    return None if told and found in _ONLY_WORDS else found


def _is_more_of_form(case: Case) -> bool:
    return case.clause.form is not None and case.clause.form.part is FormPart.MORE


def _is_untimed_forecast(case: Case) -> bool:
    return case.modality is Modality.PLANNED and case.when.basis is not TimeBasis.OWN


def _is_announced(case: Case) -> bool:
    """Whether its line opens with words for what is to come: "Coming up: grain talks in Istanbul on Tuesday"."""
    first, _ = case.annotations.sentence(case.number)
    return first < case.number and _ANNOUNCED.fullmatch(case.annotations.clauses[first].quote) is not None


def _is_breach(case: Case) -> bool:
    return case.ext_type is ExtType.BREACH and _has_event_beside(case)


def _is_background(case: Case) -> bool:
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
    return old and not _is_told_around(case)


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


def _is_anniversary(case: Case) -> bool:
    """Whether it names the act of which a day is kept: "Wednesday marks ten years since gunmen stormed the college"."""
    first, _ = case.annotations.sentence(case.number)
    start = case.annotations.clauses[first].span.start
    kept = _ANNIVERSARY.search(case.annotations.report.text, start, max(start, case.clause.trigger))
    return kept is not None


def _is_long_lasting(case: Case) -> bool:
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
        return violent and years and lasts  # not "a year after gunmen killed 11"
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


def _is_unharmed(case: Case) -> bool:
    """Whether it only says that nobody was harmed, or that nothing is known of it."""
    harmed, clause = case.clause.casualties, case.clause
    nobody = harmed.harmless and clause.trigger - clause.span.start <= _FIRST_WORDS and not clause.places
    return nobody or (clause.hints and (harmed.harmless or (harmed.unknown and not harmed.told)))


def _is_harm_beside(case: Case) -> bool:
    clause = case.clause
    if not clause.hints or clause.another or not _has_event_beside(case):
        return False
    if clause.casualties.late or (clause.casualties.updated and not _has_event_just_before(case)):
        return False  # it brings a toll up to date
    apart = _stands_apart(case) or _has_its_own(case)
    return not (apart or _is_fled_from(case) or is_elsewhere(case.annotations, case.number))


def _has_its_own(case: Case) -> bool:
    """Whether it has a town and a day of its own, and what follows in its sentence has others: "four died in Gao on Monday and …"."""
    towns = {each.location for each in case.clause.places if each.precision < REGION}
    if not towns or _goes_on_elsewhere(case, towns):
        return bool(towns)
    if case.when.basis is not TimeBasis.OWN:
        return False
    _, end = case.annotations.sentence(case.number)
    behind = [at for at in range(case.number + 1, end) if case.annotations.clauses[at].outright]
    return bool(behind) and all(_is_of_its_own(case, at, towns) for at in behind)


def _goes_on_elsewhere(case: Case, towns: set[str]) -> bool:
    """Whether an "and" leads on to another act in other towns: "Gunmen wounded two in Djibo and burned a school in Arbinda"."""
    behind = next(iter(case.annotations.clauses[case.number + 1 : case.number + 2]), None)
    joined = behind is not None and behind.link is Link.JOINED and behind.sentence == case.clause.sentence
    if behind is None or not joined or case.clause.link is not Link.OPENS:
        return False
    return (
        behind.outright and bool(behind.places) and towns.isdisjoint(each.location for each in behind.places)
    )


def _is_of_its_own(case: Case, other: int, towns: set[str]) -> bool:
    """Whether another clause of the sentence names another town, on another day."""
    named = {each.location for each in case.annotations.clauses[other].places}
    when = case.times[other].plain
    return (
        bool(named) and towns.isdisjoint(named) and when.basis is TimeBasis.OWN and when.is_apart(case.when)
    )


def _is_harm_explained(case: Case) -> bool:
    """Whether the next clause of the sentence tells the act of which it counts the dead: "20 died, when bombs went off"."""
    following = next(iter(case.annotations.clauses[case.number + 1 : case.number + 2]), None)
    if following is None or following.sentence != case.clause.sentence or not only_counts(case.clause):
        return False
    violent = following.coding is not None and following.coding.event_type in VIOLENT
    return explains(following) and following.outright and violent and not following.known_act


def _is_fled_from(case: Case) -> bool:
    """Whether it says what the people of the clause before fled from."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    fled = before is not None and before.coding is not None and before.coding.ext_type is ExtType.DISPLACEMENT
    return fled and case.clause.link is Link.ELABORATES and case.clause.armed


def _is_harm_joined(case: Case) -> bool:
    return bool(case.number) and only_adds_harm(case.clause, case.annotations.clauses[case.number - 1])


def _is_harm_before(case: Case) -> bool:
    return case.clause.outcome and _has_event_just_before(case)


def _is_section_head(case: Case) -> bool:
    """Whether it stands in the head of a digest's section, which tells it below: "Myanmar: Clashes in southern Shan"."""
    span = case.clause.span
    section = section_at(case.annotations.report.text, span.end)
    return section is not None and section.titled and section.head.touches(span)


def _is_title(case: Case) -> bool:
    """Whether a clause is a line of a few words that names what follows: no place, no time, no full stop."""
    clause, text = case.clause, case.annotations.report.text
    label = clause.link is Link.OPENS and _COLON.match(text, clause.span.end) is not None
    if label and clause.coding is not None and clause.quote == clause.coding.cue.text:
        return True  # "Peace: the two teams did not meet"
    opens = text[max(0, clause.span.start - 1) : clause.span.start] in {"", "\n"}
    if clause.places or (clause.quote.isupper() and (opens or " " in clause.quote)):
        return not clause.places  # but "BAMA, 11 OCT: IED."
    line = _LINE.match(text, clause.span.start) if opens else None
    return line is not None and line.end() <= clause.span.end + 1 and not clause.times


def _has_event_just_before(case: Case) -> bool:
    """Whether the sentence, or the one before it in the paragraph, has an event outright."""
    before = case.annotations.outright_before(case.number)
    return before is not None and case.clause.sentence - case.annotations.clauses[before].sentence <= 1


def _has_event_beside(case: Case) -> bool:
    """Whether another clause of the sentence, or one just before in the paragraph, has an event outright."""
    first, last = case.annotations.sentence(case.number)
    before = max(case.number - _NEAR, case.annotations.paragraph(case.number), 0)
    return case.annotations.has_outright(min(first, before), last, case.number)


def _stands_apart(case: Case) -> bool:
    """Whether a sentence has a time of its own, other than that of the event before it."""
    when, before = case.when, case.annotations.outright_before(case.number)
    if when.basis is not TimeBasis.OWN or case.clause.link is not Link.OPENS or before is None:
        return False
    return when.is_apart(case.times[before].plain)


_REASONS: tuple[tuple[UnreadReason, Callable[[Case], bool]], ...] = (
    (UnreadReason.DENIAL, lambda case: case.ext_type is ExtType.DENIAL),
    (UnreadReason.CLAIM, lambda case: case.ext_type is ExtType.CLAIM),
    (UnreadReason.CLAIM, is_owned_up),
    (UnreadReason.DENIAL, is_rumour),
    (UnreadReason.FORECAST, is_advice),
    (UnreadReason.MENTIONED, is_danger),
    (UnreadReason.MENTIONED, is_method),
    (UnreadReason.MENTIONED, is_of_delegates),
    (UnreadReason.SUPPOSED, lambda case: case.modality is Modality.HYPOTHETICAL),
    (UnreadReason.UNTIMED_FORECAST, _is_untimed_forecast),
    (UnreadReason.FORECAST, _is_announced),
    (UnreadReason.FORM_MORE, _is_more_of_form),
    (UnreadReason.LULL, lambda case: case.number in case.annotations.lulls),
    (UnreadReason.BREACH, _is_breach),
    (UnreadReason.SUM_OF_LIST, lambda case: case.number in case.annotations.sums),
    (UnreadReason.EVIDENCE, lambda case: case.number in case.annotations.evidence),
    (UnreadReason.BACKGROUND, is_long_before),
    (UnreadReason.BACKGROUND, _is_background),
    (UnreadReason.BACKGROUND, _is_anniversary),
    (UnreadReason.BACKGROUND, _is_long_lasting),
    (UnreadReason.BACKGROUND, is_lasting),
    (UnreadReason.ON_TRIAL, is_judged),
    (UnreadReason.CALLED_FOR, is_called_for),
    (UnreadReason.HARM_BESIDE, is_brought),
    (UnreadReason.LULL, is_end),
    (UnreadReason.MENTIONED, is_aim),
    (UnreadReason.MENTIONED, is_nth),
    (UnreadReason.MENTIONED, is_of_captives),
    (UnreadReason.MENTIONED, is_of_somebody),
    (UnreadReason.HARM_BEFORE, is_found_later),
    (UnreadReason.HARM_BEFORE, is_known_harm),
    (UnreadReason.HARM_BEFORE, is_died_later),
    (UnreadReason.MENTIONED, is_lived_through),
    (UnreadReason.MENTIONED, is_ranked),
    (UnreadReason.MENTIONED, is_spoken_of),
    (UnreadReason.MENTIONED, is_who_fled),
    (UnreadReason.MENTIONED, is_at_large),
    (UnreadReason.HARM_BEFORE, is_seen),
    (UnreadReason.MENTIONED, is_held),
    (UnreadReason.MENTIONED, is_question),
    (UnreadReason.RUNNING_TOTAL, is_rate),
    (UnreadReason.RUNNING_TOTAL, is_habit),
    (UnreadReason.RUNNING_TOTAL, is_percentage),
    (UnreadReason.RUNNING_TOTAL, is_running_total),
    (UnreadReason.RUNNING_TOTAL, is_item_of_total),
    (UnreadReason.RUNNING_TOTAL, is_of_many),
    (UnreadReason.RUNNING_TOTAL, is_sum_of_what_follows),
    (UnreadReason.HARM_BESIDE, _is_harm_joined),
    (UnreadReason.HARM_BESIDE, _is_harm_beside),
    (UnreadReason.HARM_BESIDE, _is_harm_explained),
    (UnreadReason.HARM_BEFORE, _is_harm_before),
    (UnreadReason.NOBODY_HARMED, _is_unharmed),
    (UnreadReason.TITLE, _is_section_head),
    (UnreadReason.TITLE, _is_title),
    (UnreadReason.SHARE_OF_TOTAL, is_share),
)
"""The reasons in the order in which they are tried."""
_ONLY_WORDS = frozenset(
    {UnreadReason.HARM_BESIDE, UnreadReason.HARM_BEFORE, UnreadReason.NOBODY_HARMED, UnreadReason.TITLE}
)
"""Reasons that do not hold of a form's own event: its lines are short, and another form may stand above."""

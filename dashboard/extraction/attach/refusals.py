"""Why a clause with the words of an event is none: supposed, summed up, said already."""

import re
from collections.abc import Callable, Iterator, Mapping

from dashboard.actors import section_at
from dashboard.extraction.acled import ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.annotate.form_told import FormPart
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.harm_beside import (
    has_event_beside,
    is_coming,
    is_death_of_doers,
    is_going_on,
    is_harm_before,
    is_harm_beside,
    is_harm_explained,
    is_harm_joined,
    is_of_accident,
    is_unharmed,
)
from dashboard.extraction.attach.how_often import (
    is_at_large,
    is_habit,
    is_lasting,
    is_nth,
    is_percentage,
    is_ranked,
    is_rate,
)
from dashboard.extraction.attach.known_harm import (
    is_brought,
    is_died_later,
    is_found_later,
    is_known_harm,
    is_lived_through,
    is_of_captives,
    is_question,
    is_seen,
)
from dashboard.extraction.attach.no_act import (
    is_advice,
    is_contents,
    is_danger,
    is_long_before,
    is_method,
    is_no_news,
    is_of_delegates,
    is_rumour,
    is_sought,
    is_uneventful,
)
from dashboard.extraction.attach.only_named import (
    is_begun_long_ago,
    is_number_of_acts,
    is_stir,
    is_teaser,
    is_trend,
    is_truce_named,
)
from dashboard.extraction.attach.recalled import is_anniversary, is_background, is_long_lasting
from dashboard.extraction.attach.spoken_of import (
    is_aim,
    is_called_for,
    is_end,
    is_held,
    is_judged,
    is_laid_to_rest,
    is_of_somebody,
    is_owned_up,
    is_reacted_to,
    is_spoken_of,
    is_who_fled,
)
from dashboard.extraction.attach.totals import (
    is_item_of_total,
    is_of_many,
    is_running_total,
    is_share,
    is_sum_of_parts,
    is_sum_of_what_follows,
)
from dashboard.extraction.attach.when import Times
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.extraction.model import Modality, Unread, UnreadReason

_ANNOUNCED = re.compile(rf"\W*{one_of(CLAUSES['announced']['labels'])}\W*", re.IGNORECASE)
_COLON = re.compile(r"\s*:")
_LINE = re.compile(r"[^\n.!?;:]{1,40}?:?(?=[ \t\r]*\n)")
_NOT_EVENTS = {ExtType.DENIAL: UnreadReason.DENIAL, ExtType.CLAIM: UnreadReason.CLAIM}
_UNSAID = {Modality.DENIED: UnreadReason.DENIAL, Modality.PLANNED: UnreadReason.FORECAST}
_OF_ALL_ITS_PLACES = (
    *(
        UnreadReason.RUNNING_TOTAL,
        UnreadReason.SUPPOSED,
        UnreadReason.FORECAST,
        UnreadReason.UNTIMED_FORECAST,
    ),
    *(
        UnreadReason.SUM_OF_LIST,
        UnreadReason.BACKGROUND,
        UnreadReason.CALLED_FOR,
        UnreadReason.ON_TRIAL,
        UnreadReason.DENIAL,
    ),
)
_WITH_WORDS = (UnreadReason.SUPPOSED, UnreadReason.UNTIMED_FORECAST)  # these name the words that say so


def refusals(annotations: Annotations, times: Mapping[int, Times]) -> dict[int, Unread]:
    """By the number of their clause, all that is no event though its words are like those of one."""
    cases = (Case(annotations, number, clause, times) for number, clause in enumerate(annotations.clauses))
    reasons = (
        (case, _reason(case) if case.clause.coding else _said_otherwise(case.clause)) for case in cases
    )
    refused = {case.number: _unread(case.clause, reason) for case, reason in reasons if reason}
    return refused | dict(_more_of_refused(annotations, refused))


def _more_of_refused(annotations: Annotations, refused: Mapping[int, Unread]) -> Iterator[tuple[int, Unread]]:
    """The clauses that only name one more place of what is refused: "18 strikes since May, 17 in Hasakah and one in Aleppo"."""
    for number, clause in enumerate(annotations.clauses):
        source = refused.get(clause.kind_from) if clause.kind_from is not None else None
        if clause.kind_from is not None and is_sum_of_parts(annotations, clause.kind_from):
            continue  # "killed nine in Zamfara, four in Anka and five in Maru"
        if source is not None and source.reason in _OF_ALL_ITS_PLACES and is_elided(clause.quote):
            yield number, _unread(clause, source.reason)


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
    """Whether it is only planned, and not told for when: a day within the words for the plan is that of the saying, "threatened on Friday to attack"."""
    if case.modality is not Modality.PLANNED:
        return False
    plan, timex = case.clause.modality.span, case.when.timex
    of_saying = (
        plan is not None and timex is not None and plan.moved(case.clause.span.start).covers(timex.span)
    )
    return case.when.basis is not TimeBasis.OWN or of_saying


def _is_announced(case: Case) -> bool:
    """Whether its line opens with words for what is to come: "Coming up: grain talks in Istanbul on Tuesday"."""
    first, _ = case.annotations.sentence(case.number)
    return first < case.number and _ANNOUNCED.fullmatch(case.annotations.clauses[first].quote) is not None


def _is_breach(case: Case) -> bool:
    return case.ext_type is ExtType.BREACH and has_event_beside(case)


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


_REASONS: tuple[tuple[UnreadReason, Callable[[Case], bool]], ...] = (
    (UnreadReason.DENIAL, lambda case: case.ext_type is ExtType.DENIAL),
    (UnreadReason.CLAIM, lambda case: case.ext_type is ExtType.CLAIM),
    (UnreadReason.CLAIM, is_owned_up),
    (UnreadReason.DENIAL, is_rumour),
    (UnreadReason.FORECAST, is_advice),
    (UnreadReason.MENTIONED, is_danger),
    (UnreadReason.MENTIONED, is_method),
    (UnreadReason.MENTIONED, is_of_delegates),
    (UnreadReason.MENTIONED, is_no_news),
    (UnreadReason.LULL, is_uneventful),
    (UnreadReason.FORECAST, is_sought),
    (UnreadReason.SUPPOSED, lambda case: case.modality is Modality.HYPOTHETICAL),
    (UnreadReason.UNTIMED_FORECAST, _is_untimed_forecast),
    (UnreadReason.FORECAST, _is_announced),
    (UnreadReason.FORM_MORE, _is_more_of_form),
    (UnreadReason.LULL, lambda case: case.number in case.annotations.lulls),
    (UnreadReason.BREACH, _is_breach),
    (UnreadReason.SUM_OF_LIST, lambda case: case.number in case.annotations.sums),
    (UnreadReason.SUM_OF_LIST, is_contents),
    (UnreadReason.SUM_OF_LIST, lambda case: is_sum_of_parts(case.annotations, case.number)),
    (UnreadReason.SUM_OF_LIST, is_going_on),
    (UnreadReason.EVIDENCE, lambda case: case.number in case.annotations.evidence),
    (UnreadReason.BACKGROUND, is_long_before),
    (UnreadReason.BACKGROUND, is_background),
    (UnreadReason.BACKGROUND, is_anniversary),
    (UnreadReason.BACKGROUND, is_long_lasting),
    (UnreadReason.BACKGROUND, is_lasting),
    (UnreadReason.BACKGROUND, is_begun_long_ago),
    (UnreadReason.ON_TRIAL, is_judged),
    (UnreadReason.CALLED_FOR, is_called_for),
    (UnreadReason.HARM_BESIDE, is_brought),
    (UnreadReason.LULL, is_end),
    (UnreadReason.MENTIONED, is_aim),
    (UnreadReason.MENTIONED, is_nth),
    (UnreadReason.MENTIONED, is_of_captives),
    (UnreadReason.MENTIONED, is_of_somebody),
    (UnreadReason.MENTIONED, is_reacted_to),
    (UnreadReason.HARM_BEFORE, is_laid_to_rest),
    (UnreadReason.HARM_BEFORE, is_found_later),
    (UnreadReason.HARM_BEFORE, is_known_harm),
    (UnreadReason.HARM_BEFORE, is_died_later),
    (UnreadReason.MENTIONED, is_lived_through),
    (UnreadReason.MENTIONED, is_truce_named),
    (UnreadReason.MENTIONED, is_stir),
    (UnreadReason.MENTIONED, is_ranked),
    (UnreadReason.MENTIONED, is_spoken_of),
    (UnreadReason.MENTIONED, is_who_fled),
    (UnreadReason.MENTIONED, is_at_large),
    (UnreadReason.HARM_BEFORE, is_seen),
    (UnreadReason.MENTIONED, is_held),
    (UnreadReason.MENTIONED, is_question),
    (UnreadReason.RUNNING_TOTAL, is_trend),
    (UnreadReason.RUNNING_TOTAL, is_number_of_acts),
    (UnreadReason.RUNNING_TOTAL, is_rate),
    (UnreadReason.RUNNING_TOTAL, is_habit),
    (UnreadReason.RUNNING_TOTAL, is_percentage),
    (UnreadReason.RUNNING_TOTAL, is_running_total),
    (UnreadReason.RUNNING_TOTAL, is_item_of_total),
    (UnreadReason.RUNNING_TOTAL, is_of_many),
    (UnreadReason.RUNNING_TOTAL, is_sum_of_what_follows),
    (UnreadReason.HARM_BESIDE, is_of_accident),
    (UnreadReason.HARM_BESIDE, is_harm_joined),
    (UnreadReason.HARM_BESIDE, is_death_of_doers),
    (UnreadReason.HARM_BESIDE, is_harm_beside),
    (UnreadReason.HARM_BESIDE, is_harm_explained),
    (UnreadReason.HARM_BEFORE, is_harm_before),
    (UnreadReason.HARM_BESIDE, is_coming),
    (UnreadReason.NOBODY_HARMED, is_unharmed),
    (UnreadReason.TITLE, is_teaser),
    (UnreadReason.TITLE, _is_section_head),
    (UnreadReason.TITLE, _is_title),
    (UnreadReason.SHARE_OF_TOTAL, is_share),
)
"""The reasons in the order in which they are tried."""
_ONLY_WORDS = frozenset(
    {UnreadReason.HARM_BESIDE, UnreadReason.HARM_BEFORE, UnreadReason.NOBODY_HARMED, UnreadReason.TITLE}
)
"""Reasons that do not hold of a form's own event: its lines are short, and another form may stand above."""

"""The time of an act that words further on speak of: "it happened on Saturday", "Monday's strike"."""

import re
from dataclasses import replace
from datetime import timedelta

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType, Category
from dashboard.extraction.acled import VIOLENT, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import FARTHEST
from dashboard.extraction.annotate.semantic_roles import SemanticRole, semantic_roles
from dashboard.extraction.attach.coded import Coded, dated
from dashboard.extraction.attach.fates import but_of_fate, opens_with_fate
from dashboard.extraction.lexicon import CLAUSES, Worded, any_of, one_of
from dashboard.temporal import Bearing, Granularity, Timex

_HAPPENED = Worded(CLAUSES["dates-it"]["words"], rf"\b{one_of(CLAUSES['dates-it']['words'])}\b")
_OTHER = Worded(CLAUSES["dates-it"]["other"], rf"\b{one_of(CLAUSES['dates-it']['other'])}\b")
_PERSON = any_of(CLAUSES["dates-it"]["person"])
_ACTS = one_of(CLAUSES["told-again"]["any"] + CLAUSES["told-again"]["words"])
_AGAIN = re.compile(rf"\b{one_of(CLAUSES['told-again']['the'])} {_ACTS}\b", re.IGNORECASE)
_OF_THE_DAY = re.compile(rf"['’]s\s+(?:[\w-]+\s+)?{_ACTS}\b", re.IGNORECASE)
_STOPS = (".", "!", "?")
_COMING = re.compile(
    rf"\b(?:{one_of(CLAUSES['coming']['they'])}|{one_of(CLAUSES['coming']['the'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of(CLAUSES['coming']['comers'])})\b"
    rf"(?:,[^,\n]{{2,80}},)?\s+(?:{one_of(CLAUSES['coming']['before'])}\s+)?{one_of(CLAUSES['coming']['comes'])}\b"
    rf"|^who\b[^,\n]{{2,80}},\s+{one_of([*CLAUSES['coming']['comes'], *CLAUSES['coming']['struck']])}\b|\b{one_of(CLAUSES['coming']['meets'])}\b",
    re.IGNORECASE,
)
_TO_NAME = re.compile(
    rf"\s+(?:(?!{one_of([*CLAUSES['route']['from'], *CLAUSES['coming']['beside']])}\b)[\w-]+\s+){{0,5}}"
)
_LATELY = timedelta(days=7)
_NO_COMERS = (ActorType.STATE, ActorType.EXTERNAL, ActorType.CIVILIANS)
_SIDE = re.compile(rf"\b{one_of(CLAUSES['coming']['sides'])}\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_ITS_DAY = re.compile(
    rf"\s*{one_of(CLAUSES['told-again']['the'])}\s+(?:[\w.:’'-]+\s+){{0,4}}?{_ACTS}\s+(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?$",
    re.IGNORECASE,
)


def dated_by_reference(coded: Coded, number: int) -> Timex | None:
    """The day that words further on give what was told here: "It happened on Saturday", "the killings, which took place on Monday"."""
    clauses = coded.clauses
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        again = _only_refers(clauses[after])
        if (coded[after] and not again) or clauses[after].paragraph > clause.paragraph + 1:
            return None
        told = replace(clauses[after], times=but_of_fate(clauses[after]))
        found = _when_it_happened(told) or dated(told)
        if found and (again or _speaks_of_it(clauses[after], found)):
            return found if found.frame_number == clause.frame.number else None
    return None


def dated_further_on(coded: Coded, number: int) -> Timex | None:
    """The day that a report which tells an act with no day names at its end: "the raid, which happened on Saturday", "Thursday's rampage".

    Up to the next act with a day of its own, or that is said to be another.
    """
    clauses = coded.clauses
    clause = clauses[number]
    if not _is_violent(clause):
        return None
    elsewhere = _is_headline(coded, number) or _is_against_them(clause)  # it has the day of the lead
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        other = clauses[after]
        if other.frame.number != clause.frame.number:
            continue
        away = _is_at_another_place(clause, other)
        there = away and bool(clause.places) and _is_come_to(other)
        found = _day_of_known(other) or (None if elsewhere or there else _day_of_coming(other))
        if found or (coded[after] and _is_of_its_own(other)):
            return found
        elsewhere = elsewhere or (coded[after] and away)
    return None


def _is_headline(coded: Coded, number: int) -> bool:
    """Whether its line stands over the story and is no sentence."""
    clause, ends = coded.clauses[number], number
    while ends + 1 < len(coded.clauses) and coded.clauses[ends + 1].paragraph == clause.paragraph:
        ends += 1
    return clause.heading and not coded.clauses[ends].quote.rstrip('"”’)').endswith(_STOPS)


def _day_of_coming(clause: AnnotatedClause) -> Timex | None:
    """The day on which those who struck are said to have come: "the fighters, on motorcycles, reached the town at 10 p.m. on Monday"."""
    if clause.another or _OTHER.search(clause.quote) or not _COMING.search(clause.quote):
        return None
    found = dated(replace(clause, times=but_of_fate(clause)))
    return None if found is None or _is_long_before(found) else found


def _is_long_before(timex: Timex) -> bool:
    """Whether it is more than a week before the day of telling: a campaign began then, or another raid was."""
    told = timex.reference
    return timex.start is not None and told is not None and told - timex.start > _LATELY


def _is_come_to(clause: AnnotatedClause) -> bool:
    """Whether the words of coming lead to a place by its name: "the fighters entered Bandiagara"."""
    came = _COMING.search(clause.quote)
    starts = (each.toponym.name_span.start - clause.span.start for each in clause.places if each.place)
    return came is not None and any(_TO_NAME.fullmatch(clause.quote, came.end(), at) for at in starts)


def _is_against_them(clause: AnnotatedClause) -> bool:
    """Whether those who may be said to have come are who suffered it: "the army retook Sake", "a drone killed five fighters"."""
    if clause.coding is None:
        return False
    roles = semantic_roles(clause.quote, clause.span.start, clause.coding.cue.span, clause.actors)
    told = list(zip(clause.actors, roles, strict=True))
    unarmed = any(actor.type is ActorType.CIVILIANS and role is SemanticRole.SUFFERS for actor, role in told)
    others = [
        each for each in told if each[0].type not in _NO_COMERS and each[0].category is not Category.WEAPON
    ]
    if others:
        return any(role is SemanticRole.SUFFERS and not _fights(clause, actor) for actor, role in others)
    return not unarmed and any(role is SemanticRole.ACTS for _, role in told)


def _fights(clause: AnnotatedClause, actor: ActorMention) -> bool:
    """Whether it is told as one side of a fight, or whose attack it was: "clashes between troops and rebels", "an attack by rebels"."""
    return _SIDE.search(clause.quote[: actor.span.start - clause.span.start]) is not None


def _is_at_another_place(clause: AnnotatedClause, other: AnnotatedClause) -> bool:
    """Whether an act is told with a place, and that of the other is not among its own."""
    told = {each.location for each in clause.places}
    return bool(other.places) and told.isdisjoint(each.location for each in other.places)


def _when_it_happened(clause: AnnotatedClause) -> Timex | None:
    """The day behind "took place", where one before it says only when that was told."""
    happened = _HAPPENED.search(clause.quote)
    if happened is None:
        return None
    behind = clause.span.start + happened.end()
    return dated(replace(clause, times=tuple(each for each in clause.times if each.span.start >= behind)))


def mentions_again(clause: AnnotatedClause) -> bool:
    """Whether it speaks of an act told before: "the assault"."""
    return _AGAIN.search(clause.quote) is not None


def _is_of_its_own(clause: AnnotatedClause) -> bool:
    """Whether it tells another act: with a day of its own, or said to be another; not what came of the one before."""
    told = not clause.hints or bool(clause.places)
    return told and _is_violent(clause) and (clause.another or dated(clause) is not None)


def _is_violent(clause: AnnotatedClause) -> bool:
    coding = clause.coding
    return coding is not None and (
        coding.event_type in VIOLENT
        or coding.sub_event_type in (SubEventType.ABDUCTION, SubEventType.LOOTING)
    )


def _day_of_known(clause: AnnotatedClause) -> Timex | None:
    """The day of an act that a clause speaks of as known; not of one that another came after."""
    if clause.another or _OTHER.search(clause.quote):
        return None
    if its_day := _right_behind(clause):
        return its_day
    found = dated(clause) or _counted_from(clause)
    if found is None:
        return None
    happened = _HAPPENED.search(clause.quote) and mentions_again(clause)
    return found if happened or _only_refers(clause) or is_genitive(clause, found) else None


def _right_behind(clause: AnnotatedClause) -> Timex | None:
    """The day that stands right behind the name of a known act: "The 1am incident on Tuesday was confirmed by the commissioner"."""
    for each in clause.times:
        day = each.bearing is Bearing.AT and each.granularity.rank <= Granularity.DAY.rank
        if day and _ITS_DAY.match(clause.quote[: max(0, each.span.start - clause.span.start)]):
            return each
    return None


def _counted_from(clause: AnnotatedClause) -> Timex | None:
    """The day that a distance counts from, where that is an act's: "a month before Thursday's rampage"."""
    found = next((each for each in clause.times if each.counted_from), None)
    fine = found and found.counted_from and found.counted_from.granularity.rank <= Granularity.DAY.rank
    named = replace(found, interval=found.counted_from) if found and fine else None
    return named if named and is_genitive(clause, named) else None


def is_genitive(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether a time is that of an act that is named right behind it: "Monday's strike"."""
    return _OF_THE_DAY.match(clause.quote[timex.span.end - clause.span.start :]) is not None


def _only_refers(clause: AnnotatedClause) -> bool:
    """Whether it opens with the name of an act told before and tells no place, nobody and no harm: "the raid was on Sunday"."""
    act = clause.known_act
    opens = act is not None and not act.start() and not clause.another
    return opens and not (clause.places or clause.actors or clause.casualties.told)


def _speaks_of_it(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether the time of a clause is that of what was told before: "they came on Monday", "Monday's strike"."""
    return (
        clause.refers
        or (bool(_PERSON.match(clause.quote)) and not opens_with_fate(clause))
        or bool(_HAPPENED.search(clause.quote))
        or is_genitive(clause, timex)
    )

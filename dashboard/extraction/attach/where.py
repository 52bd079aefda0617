"""A clause's place: the one its words lead to, else the one taken over; and the ends of a route."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extraction.acled import CROWDS, MOVEMENTS, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.landmarks import is_on_road, is_ward, led_by
from dashboard.extraction.attach.best_place import (
    best_place,
    is_beside_the_act,
    is_border,
    is_dateline,
    is_home_of,
    is_street,
    is_vague,
    suffers_at_base,
)
from dashboard.extraction.attach.fates import is_in_fate
from dashboard.extraction.attach.own_times import OLD_WOUNDS
from dashboard.extraction.attach.place_before import (
    headline_town,
    is_settlement,
    label_over,
    place_before,
    place_of_what_harmed,
    places_before,
)
from dashboard.extraction.attach.place_further_on import named_after, said_to_be_at, told_further_on
from dashboard.extraction.attach.whole_country import whole_country
from dashboard.extraction.lexicon import AND, CLAUSES, THE, Worded, one_of
from dashboard.gazetteer import REGION, Resolved


@dataclass(frozen=True, slots=True)
class Where:
    """A clause's place, the ends of a route, and whether the place was taken over from before.

    ``around`` is the place on the map that holds or neighbours one that is not.
    """

    place: Resolved | None
    origin: str = ""
    goal: str = ""
    inherited: bool = False
    around: Resolved | None = None


def where(annotations: Annotations, number: int) -> Where:
    """The place of clause ``number``.

    A name after "in", "on" or "at" before one that only says where that is ("136 km south of", "from").
    """
    clause, text = annotations.clauses[number], annotations.report.text
    if clause.form and clause.form.place and (clause.form.is_main or not clause.places):
        return Where(clause.form.place, around=_around(annotations, number, clause.form.place))
    moves = clause.coding is not None and clause.coding.ext_type in MOVEMENTS
    origin = next((place for place in clause.places if led_by(text, place, _ORIGIN)), None) if moves else None
    goals = _goals(text, [each for each in clause.places if each is not origin]) if moves else []
    goal = next(iter(goals), None)
    there = [
        each for each in clause.places if each not in goals and (moves or not _is_gone_to(text, clause, each))
    ]
    there = [each for each in there if not _is_of_cause(text, clause, each)]
    there = _before_fate(annotations, number, _behind_wounds(clause, there), moves=moves)
    there = there if moves else _before_asides(annotations, number, there)
    chosen = origin or best_place(text, clause, there) or _arrival(annotations, number, goal)
    chosen = None if chosen is not None and is_border(text, chosen) else chosen
    ends = (_name(origin), _name(goal))
    told = (label_over(annotations, number) or whole_country(annotations, number)) if chosen is None else None
    if told is not None:
        return Where(told, *ends, around=_around(annotations, number, told))
    said = said_to_be_at(annotations, number) if chosen is None or is_vague(text, clause, chosen) else None
    if said is not None:
        return Where(said, *ends, around=_around(annotations, number, said))
    if chosen is None or is_dateline(text, clause.span.start, chosen):
        further = told_further_on(annotations, number)
        if further is not None:
            return Where(further, *ends, around=_around(annotations, number, further))
        taken = (
            named_after(annotations, number)
            or (
                chosen and next(headline_town(annotations, number), _of_dateline(text, clause, there, chosen))
            )
            or place_of_what_harmed(annotations, number)
            or place_before(annotations, number)
        )
        return Where(taken, *ends, inherited=taken is not chosen, around=_around(annotations, number, taken))
    return Where(chosen, *ends, around=_around(annotations, number, chosen))


def _of_dateline(
    text: str, clause: AnnotatedClause, places: Sequence[Resolved], chosen: Resolved
) -> Resolved:
    """The town of a dateline that names its country behind it: "Kherson, Ukraine, 4 March – "."""
    towns = (each for each in places if is_settlement(each) and is_dateline(text, clause.span.start, each))
    return chosen if is_settlement(chosen) else next(towns, chosen)


def _goals(text: str, places: Sequence[Resolved]) -> list[Resolved]:
    """The places moved to, with those joined to them: "towards A, B and C"."""
    goals: list[Resolved] = []
    for each in places:
        joined = goals and _JOIN.fullmatch(text, goals[-1].toponym.span.end, each.toponym.span.start)
        if joined or led_by(text, each, _GOAL):
            goals.append(each)
    return goals


def _behind_wounds(clause: AnnotatedClause, places: list[Resolved]) -> list[Resolved]:
    """The places, but of somebody who died of old wounds those of the act: "he died in Damascus of wounds sustained in Nawa"."""
    wounds = OLD_WOUNDS.search(clause.quote)
    if wounds is None or clause.heading:
        return places
    return [each for each in places if each.toponym.span.start >= clause.span.start + wounds.end()] or places


def _before_fate(
    annotations: Annotations, number: int, places: list[Resolved], *, moves: bool
) -> list[Resolved]:
    """The places without those of what became later of those hurt, where others are told here or before."""
    clause, text = annotations.clauses[number], annotations.report.text
    own = [
        each
        for each in places
        if not is_in_fate(clause, each) and not (not moves and _is_of_treated(text, each))
    ]
    told = own or label_over(annotations, number) or place_before(annotations, number)
    return own if told else places


def _before_asides(annotations: Annotations, number: int, places: list[Resolved]) -> list[Resolved]:
    """The places, none of them where all are only named for who comes, goes or fires and a town is told before; of streets their town."""
    text, clause = annotations.report.text, annotations.clauses[number]
    goes = clause.coding is not None and clause.coding.sub_event_type is SubEventType.CHANGE_TO_GROUP
    if places and all(map(is_street, places)):
        known = [each for each in places_before(annotations, number) if is_settlement(each)]
        first = clause.frame.span.start  # a post of a live blog tells of one town, the next of another
        towns = [
            each
            for each in known
            if each.toponym.span.start >= first and not (is_street(each) or is_on_road(text, each))
        ]
        return [each for each in towns if each.place][:1] or towns[:1] or places
    if not places or goes:
        return places
    label = label_over(annotations, number)
    if not all(is_beside_the_act(text, each) for each in places):
        home = all(is_home_of(text, clause, each, label=label is not None) for each in places)
        told = (label or _told_in_paragraph(annotations, number)) if home else None
        return places if told is None or not is_settlement(told) else []
    told = label or next(
        (each for each in places_before(annotations, number) if each not in clause.places), None
    )
    if told is None or not is_settlement(told):
        return places
    first, _ = annotations.sentence(number)
    begun = any(each.coding is not None for each in annotations.clauses[first:number])
    suffer = any(suffers_at_base(text, clause, each) for each in places)
    return places if suffer and not (begun or label) else []


def _told_in_paragraph(annotations: Annotations, number: int) -> Resolved | None:
    """The place told last before a clause, where its own paragraph names it."""
    clauses = annotations.clauses
    told = next(
        (each for each in places_before(annotations, number) if each not in clauses[number].places), None
    )
    first = clauses[annotations.paragraph(number)].span.start
    return (
        told if told is not None and first <= told.toponym.span.start < clauses[number].span.start else None
    )


def _is_of_treated(text: str, each: Resolved) -> bool:
    """Whether it is where one of those hurt was brought, or the hospital that he died in."""
    return led_by(text, each, _BROUGHT) or is_ward(text, each)


def _is_gone_to(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether somebody went there or was brought there after the act: "they threw a grenade and sped off toward Tipo-Tipo"."""
    return _GONE_TO.search(text, max(clause.trigger, clause.span.start), each.toponym.span.start) is not None


def _arrival(annotations: Annotations, number: int, goal: Resolved | None) -> Resolved | None:
    """Where a movement ends, when nothing before says where it begins."""
    return goal if goal and place_before(annotations, number) is None else None


def _is_of_cause(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it is where that was which a crowd was angry about: "the protest was called over the rape of a girl in Chabahar"."""
    crowd = clause.coding is not None and clause.coding.event_type in CROWDS
    return (
        crowd
        and _CAUSE.search(text, clause.trigger, max(clause.trigger, each.toponym.span.start)) is not None
    )


def _around(annotations: Annotations, number: int, chosen: Resolved | None) -> Resolved | None:
    if chosen is None or chosen.place is not None:
        return None
    if chosen.holder:
        return Resolved(chosen.toponym, chosen.holder, REGION, chosen.holder.name)
    at = (
        bisect_right(annotations.clauses, chosen.toponym.span.start, key=lambda clause: clause.span.start) - 1
    )
    clauses = (annotations.clauses[max(at, 0)], annotations.clauses[number])
    inside = [each for clause in clauses for each in clause.places if each.place]
    after = [each for each in inside if each.toponym.span.start > chosen.toponym.span.start]
    return next(iter(after + inside), None) or next(
        (each for each in places_before(annotations, number) if each.place), None
    )


def _name(place: Resolved | None) -> str:
    return place.location if place else ""


_ROUTE = CLAUSES["route"]
_ORIGIN = re.compile(
    rf"\b{one_of(_ROUTE['from'])}\s+{THE}(?:(?!{one_of(_ROUTE['not_from'])}\b)\w+\s+){{0,2}}$", re.IGNORECASE
)
_GOAL = re.compile(
    rf"\b{one_of(_ROUTE['to'] + _ROUTE['for'])}\s+{THE}"
    rf"(?:(?!{one_of(_ROUTE['not_to'])}\b)\w+\s+(?:{_ROUTE['of']}\s+{THE})?)?$",
    re.IGNORECASE,
)
_GONE_TO = Worded(
    [*_ROUTE["gone"], *_ROUTE["taken"]],
    rf"\b{one_of(_ROUTE['gone'])}\b[^.;,\n]{{0,60}}?\b{one_of(_ROUTE['whither'])}\s+{THE}(?:\w+\s+){{0,2}}$"
    rf"|\b{one_of(_ROUTE['taken'])}\s+(?:[\w’'-]+\s+){{1,4}}?{one_of(_ROUTE['whither'])}\s+{THE}$",
)
_BROUGHT = Worded(
    CLAUSES["ahead"]["brought"], rf"\b{one_of(CLAUSES['ahead']['brought'])}\s+{THE}(?:\w+\s+){{0,4}}$"
)
_JOIN = re.compile(rf",?\s+(?:{AND}\s+)?")
_WRONGS = [*_ROUTE["wrongs"], *CLAUSES["told-again"]["any"], *CLAUSES["told-again"]["words"]]
_CAUSE = re.compile(  # "the protest was called over the rape of a girl in Chabahar"
    rf"\b{one_of(_ROUTE['over'])}\s+(?:(?:{THE}|an?\s+)(?:\w+\s+){{0,2}}?){one_of(_WRONGS)}\b", re.IGNORECASE
)

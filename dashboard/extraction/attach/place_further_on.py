"""The place of an act that only what follows tells: the rest of its sentence, or the next ones."""

import re

from dashboard.extraction.acled import VIOLENT
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.landmarks import is_way, led_by
from dashboard.extraction.attach.best_place import ASIDE, best_place, is_dateline, is_holder
from dashboard.extraction.attach.place_before import is_region, is_settlement, place_before
from dashboard.extraction.lexicon import CLAUSES, THE, one_of, said
from dashboard.gazetteer import REGION, Resolved

_SAYS_MORE = (Link.ELABORATES, Link.CONTRASTS, Link.COUNTED)


def named_after(annotations: Annotations, number: int) -> Resolved | None:
    """The place in the next clause, when that only says more of an event with no place but a dateline's."""
    following = number + 1
    if following >= len(annotations.clauses):
        return None
    clause, same = annotations.clauses[following], annotations.clauses[number].paragraph
    if clause.coding is not None or clause.paragraph != same:
        return None
    wide = place_before(annotations, following)
    if wide is not None and wide.precision < REGION:
        return None
    points = [place for place in clause.places if place.precision < REGION]
    return best_place(annotations.report.text, clause, points) if _HARM.search(clause.quote) else None


def said_to_be_at(annotations: Annotations, number: int) -> Resolved | None:
    """The town in which the act was, as one of the next sentences says: "The attack hit Furcy, in the commune of Kenscoff"."""
    clauses, text = annotations.clauses, annotations.report.text
    here = clauses[number]
    violent = here.coding is not None and here.coding.event_type in VIOLENT
    if here.known_act is not None or not (here.outright and violent):
        return None
    for each in clauses[number + 1 : number + _SAID_SOON]:
        if _WAS_AT.match(each.quote):
            towns = [place for place in each.places if place.precision < REGION]
            return best_place(text, each, towns) if towns else None
        if each.outright and not here.heading:
            return None
    return None


def told_further_on(annotations: Annotations, number: int) -> Resolved | None:
    """The place that the rest of the sentence leads to, where nothing before it names one: "they shot nine, among them a baby, at Missong"."""
    clauses, text = annotations.clauses, annotations.report.text
    first, end = annotations.sentence(number)
    if any(
        not is_dateline(text, each.span.start, place)
        for each in clauses[first:number]
        for place in each.places
    ):
        return None
    for clause in clauses[number + 1 : end]:
        if clause.link is Link.JOINED and _is_shared(annotations, number, clause):
            return next((each for each in clause.places if _is_told_of(text, clause, each)), None)
        if clause.coding is not None or clause.link not in _SAYS_MORE:
            return None
        points = [each for each in clause.places if _is_told_of(text, clause, each)]
        if points or clause.places:
            return next(iter(points), None) or _region(annotations, number, clause)
    return None


def _region(annotations: Annotations, number: int, clause: AnnotatedClause) -> Resolved | None:
    """The region in which the rest of a sentence says that it was, where no town is told before: "shot seven men, including a doctor, in Ganderbal district"."""
    before = place_before(annotations, number)
    text = annotations.report.text
    regions = [each for each in clause.places if is_region(each) and led_by(text, each, _IN)]
    return next(iter(regions), None) if before is None or not is_settlement(before) else None


def _is_shared(annotations: Annotations, number: int, joined: AnnotatedClause) -> bool:
    """Whether what is joined has the same day and place, told behind both: "killed six villagers and burned homes near Muqdadiyah"."""
    here, paragraph = annotations.clauses[number], annotations.paragraph(number)
    opens = number == annotations.sentence(number)[0] == paragraph
    return opens and not (here.times and joined.times)


def _is_told_of(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether a clause that says more of an event names a place as where that was, and not first as where something else was."""
    opens = _OPENS_ELSEWHERE.fullmatch(text, clause.span.start, each.toponym.span.start) is not None
    aside = is_way(text, each) or led_by(text, each, ASIDE) or is_holder(text, each)
    return each.precision < REGION and not (opens or aside)


_ROUTE = CLAUSES["route"]
_OPENS_ELSEWHERE = re.compile(rf"\w+\s+(?:\w+\s+)?{THE}(?:\w+\s+{_ROUTE['of']}\s+)?")
_IN = re.compile(rf"\b{one_of(_ROUTE['at'])}\s+{THE}$", re.IGNORECASE)
_SAID_SOON = 10  # clauses
_SAYS = CLAUSES["says-where"]
_WAS_AT = re.compile(
    rf"\W*(?:(?:{one_of(CLAUSES['told-again']['the'])}|[A-Z]\w+['’]s)\s+(?:[\w'’-]+\s+){{0,2}}?"
    rf"{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\s+{one_of(_SAYS['was'])}"
    rf"|{one_of(CLAUSES['told-again']['the'])}\s+{one_of(_SAYS['sites'])}\s+{one_of(_SAYS['lies'])}\s+(?:(?:{one_of(_SAYS['some'])}|[\d.,]+)\s+){{0,3}}{one_of(_SAYS['there'])})\b",
    re.IGNORECASE,
)
_HARM = said("harm")

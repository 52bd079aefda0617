"""One act told of several towns, each far from the others: "Troops raided Jenin and Nablus on Monday" is an act in each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.acled import CROWDS, VIOLENT, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.places import is_far
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.casualties import is_of_each
from dashboard.extraction.attach.where import Where
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of
from dashboard.extraction.model import Modality
from dashboard.gazetteer import Resolved
from dashboard.text import Span

_NEXT = 5  # clauses
_DONE_THERE = (SubEventType.LOOTING, SubEventType.ARRESTS)
_MOST = 3  # towns: a longer list tells how far one wave of attacks reached
_JOIN = re.compile(rf"(?:,\s+|,?\s+{AND}\s+){THE}")
_AND = re.compile(rf",?\s+{AND}\s+{THE}")  # none in "in Singa, the capital of Sennar"
_ROAD = re.compile(
    rf"\s+(?:[a-z-]+\s+)?{one_of(CLAUSES['coordinated']['roads'])}\b"
)  # "the Kaduna and Abuja highway"
_ONE = re.compile(
    rf"\b{one_of(CLAUSES['of-many']['one'])}\s+(?:[\w-]+\s+){{1,3}}$", re.IGNORECASE
)  # "a village near Jenin and Nablus"
_ALONG = re.compile(rf"\b{one_of(CLAUSES['coordinated']['along'])}\s+{THE}$", re.IGNORECASE)


def in_its_towns(annotations: Annotations, number: int, told: Candidate) -> Iterator[Candidate]:
    """The act, and the same in the towns that are named with its own, where no dead are counted: those are of all of them.

    Unless so many died in each, or what is told next counts them town by town: "The one in Bago hurt nobody".
    """
    place, clause, text = told.where.place, told.clause, annotations.report.text
    if place is None or not _may_be_of_several(told):
        yield told
        return
    towns = [place]
    for each in _named_with(text, clause, place):
        if all(is_far(each, other) for other in towns):
            towns.append(each)
    dead = told.casualties.killed
    by_town = _told_by_town(annotations, number, towns) if len(towns) > 1 else {}
    in_each = Casualties(killed=dead) if dead and is_of_each(text, dead) else Casualties()
    yield replace(told, casualties=by_town.get(place.location, Casualties())) if by_town else told
    if dead and dead.low and not (by_town or in_each.told):
        return
    for each in towns[1:]:
        span = Span(each.toponym.span.start, clause.span.end)
        there = replace(
            clause,
            span=span,
            quote=span.of(text),
            link=Link.COUNTED,
            places=(each,),
            casualties=Casualties(),
            trigger=span.start,
            kind_from=number,
        )
        harmed = by_town.get(each.location, Casualties()) if by_town else in_each
        yield replace(told, clause=there, where=Where(each), casualties=harmed)


def _told_by_town(annotations: Annotations, number: int, towns: Sequence[Resolved]) -> dict[str, Casualties]:
    """By town what the next clauses only tell of harm there; none where the act's own clause or one of no town counts the dead."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    named = {each.location for each in towns}
    found = dict[str, Casualties]()
    for each in clauses[number + 1 : number + _NEXT]:
        if clause.casualties.killed or each.paragraph != clause.paragraph or each.outright:
            break
        if each.casualties.killed is None:
            continue
        there = {place.location for place in each.places}
        if len(there) != 1 or not there <= named:
            break
        found.setdefault(there.pop(), each.harm)
    return found


def _may_be_of_several(told: Candidate) -> bool:
    """Whether somebody was struck, taken or robbed, or a crowd came together, in a place that its own words name."""
    done = told.coding.event_type in VIOLENT | CROWDS or told.coding.sub_event_type in _DONE_THERE
    plain = told.modality.modality is Modality.HAPPENED and told.clause.kind_from is None
    return done and plain and not (told.where.inherited or told.heading)


def _named_with(text: str, clause: AnnotatedClause, place: Resolved) -> list[Resolved]:
    """The one or two towns that a place leads on to: "Jenin, Nablus and Tulkarm"; none of a road, a border, or a longer list."""
    start, here = clause.span.start, place.toponym
    if here.relation and _ONE.search(text, start, here.span.start):
        return []
    if _ALONG.search(text, start, here.name_span.start):
        return []
    towns = [place]
    for each in clause.places:
        at, last = each.toponym.span.start, towns[-1].toponym.span.end
        if at > last and _JOIN.fullmatch(text, last, at):
            towns.append(each)
    ends = towns[-2:]
    whole = len(ends) > 1 and _AND.fullmatch(text, ends[0].toponym.span.end, ends[1].toponym.span.start)
    road = _ROAD.match(text, ends[-1].toponym.span.end)
    return towns[1:] if whole and not road and len(towns) <= _MOST else []

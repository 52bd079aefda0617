"""The dead of an act as other sentences count them: a toll that climbs, is told of its place, or stood before."""

import re

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Count, both
from dashboard.extraction.annotate.clauses import FARTHEST
from dashboard.extraction.annotate.coordination import OTHER_CAUSE
from dashboard.extraction.attach.hanging import is_near, is_of_another_day, is_scene
from dashboard.extraction.lexicon import AND, CLAUSES, one_of, said
from dashboard.gazetteer import REGION
from dashboard.temporal import Bearing, Granularity

_FOUND_LATER, _TOLL = said("found-later"), said("tolls")
_OF_THEM = said("found-dead", "some")
_THEIR_BODIES, _FOUND = said("found-dead", "all"), said("found-dead", "found")
_BODY = re.compile(rf"(?:{AND}\s+)?{one_of(CLAUSES['found-dead']['body'])}\b", re.IGNORECASE)
_RECEIVED = said("found-dead", "received")
_NEAR = 3  # clauses


def found_dead(annotations: Annotations, number: int, taken: Count) -> Count | None:
    """Those taken of whom the next clauses say that they were found dead: "his body was found in an alley", "their bodies were found"."""
    clauses = annotations.clauses
    for clause in clauses[number + 1 : number + _NEAR]:
        if clause.paragraph != clauses[number].paragraph:
            return None
        if clause.casualties.killed and (_BODY.match(clause.quote) or _OF_THEM.search(clause.quote)):
            return clause.harm.killed
        if clause.places:
            return None
        if _THEIR_BODIES.search(clause.quote) and _FOUND.search(clause.quote):
            return taken
    return None


def updated_toll(annotations: Annotations, number: int, own: Count) -> Count | None:
    """The toll to which what follows brings that of a clause: "74 died, doctors said; the figure has climbed to 89".

    The rest of its sentence may; the sentences behind it only where they say that somebody died of it later.
    """
    clauses = annotations.clauses
    for clause in clauses[number + 1 : number + FARTHEST]:
        harmed, same = clause.casualties, clause.sentence == clauses[number].sentence
        died = harmed.late or harmed.more
        found = clause.outright and not (died or _FOUND_LATER.search(clause.quote))
        placed = any(is_scene(each, clause) for each in clause.places)
        if not same and (found or placed or not is_near(clause, clauses[number])):
            return None
        toll = _TOLL.search(clause.quote) is not None and not clause.outright
        only_harm = (
            clause.coding is None
            or (clause.hints and not clause.armed)
            or (died and (clause.hints or clause.kind_from is not None))
            or toll
        )
        later = (died or toll or clause.coding is None or clause.hints) and not placed
        if not (same or died or toll) and _is_of_others(clause, clauses[number]):
            continue
        if harmed.updated and only_harm and (same or later):
            new = clause.harm.killed
            if new and new.aggregate:
                continue  # "The toll of the war now stands at 14,000"
            if new and harmed.more:
                return both(own, new)
            if new is None or toll or (same and not died) or new.low >= own.low:
                return new
    return None


def _is_of_others(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether it counts bodies brought in on another day than the act's, in a longer time or in another town: "Hospitals received 30 bodies this week"."""
    towns = {each.location for each in clause.places if each.precision < REGION}
    if _RECEIVED.search(clause.quote) is None:
        return False
    elsewhere = bool(event.places) and not towns <= {each.location for each in event.places}
    long = any(
        each.bearing is not Bearing.UNTIL and each.granularity.rank > Granularity.DAY.rank
        for each in clause.times
    )
    return elsewhere or long or is_of_another_day(clause, event)


def told_of_its_place(annotations: Annotations, number: int, own: Count | None) -> Count | None:
    """The dead that later sentences count at the place of an act, with no other act there in between: "ten martyrs in Douma"."""
    clauses, here = annotations.clauses, annotations.clauses[number]
    places = {each.toponym.name for each in here.places if is_scene(each, here)}
    last = None
    if not (places and here.outright):
        return None
    for clause in clauses[number + 1 : number + FARTHEST]:
        named = {each.toponym.name for each in clause.places}
        if not places & named:
            continue
        if clause.outright or clause.another:
            break
        told = clause.harm.killed if clause.coding is None and named <= places else None
        if told is None or told.aggregate or is_of_another_day(clause, here) or _is_summed(clause):
            continue
        if own is None or told.low > own.low or clause.casualties.updated:
            last = told
    return last


def told_before(annotations: Annotations, number: int) -> Count | None:
    """The dead that the sentence before counts of the act that a clause opens with as with one known: "The blast hit the post in Kabal"."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    known = clause.known_act
    if known is None or known.start():
        return None
    for before in reversed(clauses[max(0, number - _NEAR) : number]):
        named = any(is_scene(each, before) for each in before.places)
        if clause.sentence - before.sentence > 1 or before.coding or named or _is_summed(before):
            return None
        if before.casualties.killed:
            return None if before.casualties.killed.aggregate else before.harm.killed
    return None


def _is_summed(clause: AnnotatedClause) -> bool:
    """Whether it counts over many acts or a long time, or those whom no act killed: "a bus crash killed five"."""
    harmed = clause.casualties
    many = harmed.summed or harmed.several or harmed.habit or harmed.often
    return many or OTHER_CAUSE.search(clause.quote) is not None

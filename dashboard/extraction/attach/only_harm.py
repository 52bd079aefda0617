"""Clauses that only count the harmed, and those that say in what these were."""

import re

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of

_FELL = any_of(CLAUSES["explains"]["fell"])
_NEAR = 3  # clauses
_EXPLAINS = re.compile(rf"{one_of(CLAUSES['explains']['words'])}\b", re.IGNORECASE)


def only_adds_harm(clause: AnnotatedClause, before: AnnotatedClause) -> bool:
    """Whether a clause joined to one that counts the dead only counts the hurt: no place, no time."""
    bare = clause.link is Link.JOINED and clause.hints and not (clause.places or clause.times)
    counted = clause.casualties.wounded and not clause.casualties.killed and before.casualties.killed
    return bool(bare and counted and clause.sentence == before.sentence)


def only_counts(clause: AnnotatedClause) -> bool:
    """Whether it counts the dead and says neither who killed them nor by what: "Twenty people were killed, most of them women"."""
    coding = clause.coding
    if coding is None or not clause.casualties.killed:
        return False
    if coding.sub_event_type is SubEventType.ATTACK:
        return not clause.armed
    fell = coding.sub_event_type is SubEventType.ARMED_CLASH and _FELL.search(coding.cue.text) is not None
    return fell and not any(each.span.start > clause.trigger for each in clause.actors)


def explains(clause: AnnotatedClause) -> bool:
    """Whether it opens as what says of what those counted before it died: "…, when gunmen waylaid a car"."""
    return _EXPLAINS.match(clause.quote) is not None


def harm_explained_by(annotations: Annotations, number: int) -> Casualties | None:
    """The harm told before in the sentence, where the clause says of what: "four people died, when gunmen waylaid a car"."""
    clauses = annotations.clauses
    if not explains(clauses[number]):
        return None
    for before in reversed(clauses[max(0, number - _NEAR) : number]):
        if before.sentence != clauses[number].sentence or (before.outright and not only_counts(before)):
            return None
        harmed = before.harm
        if harmed.killed or harmed.wounded:
            return None if harmed.killed and harmed.killed.aggregate else harmed
    return None

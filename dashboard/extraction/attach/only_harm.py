"""Clauses that only count the harmed, and those that say in what these were."""

import re

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties, Count
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import OTHER_CAUSE
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of

_FELL = any_of(CLAUSES["explains"]["fell"])
_NEAR = 3  # clauses
_BARE = 15  # characters behind the words for their death: "on the spot", and neither where nor when
_EXPLAINS = re.compile(rf"{one_of(CLAUSES['explains']['words'])}\b", re.IGNORECASE)
_HURT_TOO = re.compile(
    rf"(?:{one_of(CLAUSES['hurt-too']['opens'])}\s+)?(?:{one_of(CLAUSES['hurt-too']['more'])}\s+)*",
    re.IGNORECASE,
)
_GOES_ON = (Link.JOINED, Link.CONTRASTS, Link.CONCURRENT, Link.COUNTED)


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


def only_kills(clause: AnnotatedClause) -> bool:
    """Whether it says that somebody was killed by hand, or of nothing that is told, and names nobody who did it: "two soldiers were shot dead"."""
    coding = clause.coding
    if coding is None or coding.sub_event_type not in (SubEventType.ATTACK, SubEventType.ARMED_CLASH):
        return False
    more = clause.span.end - clause.trigger - len(coding.cue.text)
    return (
        bool(clause.casualties.killed)
        and more <= _BARE
        and not any(each.span.start > clause.trigger for each in clause.actors)
    )


def explains(clause: AnnotatedClause) -> bool:
    """Whether it opens as what says of what those counted before it died: "…, when gunmen waylaid a car"."""
    return _EXPLAINS.match(clause.quote) is not None


def goes_on_to_hurt(clause: AnnotatedClause, before: AnnotatedClause) -> bool:
    """Whether it goes on from the dead of a clause to the hurt of the same act: "Two died | and three others were injured in a clash"."""
    wounded = clause.casualties.wounded
    joined = clause.sentence == before.sentence and clause.link in _GOES_ON and not clause.another
    if not joined or OTHER_CAUSE.search(before.quote) or wounded is None or clause.casualties.killed:
        return False
    opens = _HURT_TOO.fullmatch(clause.quote, 0, wounded.span.start) is not None
    return opens and before.casualties.killed is not None and not (before.times or before.casualties.wounded)


def dead_before_the_hurt(annotations: Annotations, number: int) -> Count | None:
    """The dead of the clause that a clause goes on from to the hurt, where that tells no act of its own."""
    clauses = annotations.clauses
    before = clauses[number - 1] if number else None
    if before is None or not goes_on_to_hurt(clauses[number], before):
        return None
    killed = before.harm.killed
    placed = killed and any(each.toponym.span.start > killed.span.start for each in before.places)
    told = killed and killed.low and not killed.aggregate and (only_kills(before) or not before.outright)
    return killed if told and not placed else None


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

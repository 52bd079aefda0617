"""Who is named for a clause's event, and what each does in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import SemanticRole, is_named_as_doer, semantic_roles

_REFERRING = (Link.JOINED, Link.CONTRASTS, Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS)


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor and what it does; ``doer``: civilians whom the words name as who did it; ``taken_over``: of another clause."""

    actor: ActorMention
    role: SemanticRole
    doer: bool = False
    taken_over: bool = False


def who(annotations: Annotations, number: int, coding: Coding) -> Iterator[Participant]:
    """Those the clause names, and those taken over from another."""
    clause = annotations.clauses[number]
    taken_over = _taken_over(annotations, number, clause)
    roles = semantic_roles(clause.quote, clause.span.start, coding.cue.span, clause.actors)
    for actor, role in zip(clause.actors, roles, strict=True):
        start = actor.span.start - clause.span.start
        yield Participant(
            actor, role, doer=actor.category is Category.CIVILIANS and is_named_as_doer(clause.quote, start)
        )
    for actor in taken_over:
        speaks = actor.category is Category.SPEAKER
        yield Participant(actor, SemanticRole.TELLS if speaks else SemanticRole.ACTS, taken_over=True)


def _taken_over(annotations: Annotations, number: int, clause: AnnotatedClause) -> tuple[ActorMention, ...]:
    """Those of the clause that says its kind; where nobody armed is named and it refers back, those just before."""
    if clause.kind_from is not None:
        return annotations.clauses[clause.kind_from].actors
    if clause.armed or not number or not (clause.link in _REFERRING or clause.refers):
        return ()
    before = annotations.clauses[number - 1]
    return before.actors if before.paragraph == clause.paragraph else ()

"""Who is named for a clause's event, and what each does in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import (
    LEXICON,
    SemanticRole,
    is_named_as_doer,
    semantic_roles,
)
from dashboard.extraction.lexicon import one_of
from dashboard.text import Span

_REFERRING = (Link.REPORTED, Link.JOINED, Link.CONTRASTS, Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS)
_THEY = re.compile(
    rf"{one_of(LEXICON['carried']['pronouns'])},?\s+(?!{one_of(LEXICON['carried']['passive'])}\b)",
    re.IGNORECASE,
)
_FAR = 4  # clauses


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
    own = list(_own(clause, coding))
    yield from own
    armed_act = any(each.role is SemanticRole.ACTS and _is_armed(each.actor) for each in own)
    if _THEY.match(clause.quote) and not armed_act and clause.kind_from is None:
        yield from _meant_by_they(annotations, number)
        return
    for actor in _taken_over(annotations, number, clause):
        speaks = actor.category is Category.SPEAKER
        yield Participant(actor, SemanticRole.TELLS if speaks else SemanticRole.ACTS, taken_over=True)


def _own(clause: AnnotatedClause, coding: Coding | None) -> Iterator[Participant]:
    """Those the clause itself names; without an event's words, as if those stood at its end."""
    trigger = coding.cue.span if coding else Span(len(clause.quote), len(clause.quote))
    roles = semantic_roles(clause.quote, clause.span.start, trigger, clause.actors)
    for actor, role in zip(clause.actors, roles, strict=True):
        doer = actor.category is Category.CIVILIANS and is_named_as_doer(
            clause.quote, actor.span.start - clause.span.start
        )
        yield Participant(actor, role, doer=doer)


def _meant_by_they(annotations: Annotations, number: int) -> Iterator[Participant]:
    """Whom "they" at the head of a sentence means: the armed who act in the sentence before it."""
    sentence = annotations.clauses[number].sentence
    for before in reversed(annotations.clauses[max(0, number - _FAR) : number]):
        if sentence - before.sentence > 1:
            return
        acting = [each for each in _own(before, before.coding) if each.role is SemanticRole.ACTS]
        armed = [each.actor for each in acting if _is_armed(each.actor)]
        if armed:
            yield from (Participant(actor, SemanticRole.ACTS, taken_over=True) for actor in armed)
            return


def _is_armed(actor: ActorMention) -> bool:
    return actor.category not in (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)


def _taken_over(annotations: Annotations, number: int, clause: AnnotatedClause) -> tuple[ActorMention, ...]:
    """Those of the clause that says its kind; where nobody armed is named and it refers back, those just before."""
    if clause.kind_from is not None:
        return annotations.clauses[clause.kind_from].actors
    if clause.armed or not number or not (clause.link in _REFERRING or clause.refers):
        return ()
    before = annotations.clauses[number - 1]
    return before.actors if before.paragraph == clause.paragraph else ()

"""Weapons that one sentence names and the next only means: "Helicopters flew in. They opened up on Ye-U."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.acled import EVENT_TYPE_OF, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.cues import ARMS, BLOW, Coding, Cue
from dashboard.extraction.annotate.modality import modality_of
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.text import Span

_A_NAME = 3
"""The strength of a cue that names a weapon."""


def arms_of(spotted: Spotted) -> SubEventType:
    """What a clause's subject strikes with, if it is a weapon."""
    found = (ARMS[match.rule] for match in spotted.matches if match.rule in ARMS)
    return next(found, SubEventType.NONE)


def blow_of(spotted: Spotted) -> Span | None:
    """The verb of a blow whose subject was named before."""
    return next((match.trigger for match in spotted.matches if match.rule == BLOW), None)


def with_arms(clauses: Sequence[AnnotatedClause]) -> Iterator[AnnotatedClause]:
    """The clauses, each blow with the weapon that is its subject in the sentence before."""
    named, sentence, paragraph = SubEventType.NONE, -1, -1
    for clause in clauses:
        near = clause.paragraph == paragraph and clause.sentence - sentence == 1
        yield _struck(clause, named) if near and named else clause
        if clause.arms or (clause.blow and near and named):
            named = clause.arms or named
            sentence, paragraph = clause.sentence, clause.paragraph


def _struck(clause: AnnotatedClause, arms: SubEventType) -> AnnotatedClause:
    coded = clause.coding is not None and clause.coding.event_type is EventType.REMOTE_VIOLENCE
    if clause.blow is None or coded:
        return clause
    words = clause.blow.of(clause.quote)
    cue = Cue(clause.blow, words, arms, ExtType.NONE, _A_NAME, "weapon named before", "verb")
    coding = Coding(EVENT_TYPE_OF[arms], arms, ExtType.NONE, cue, (*clause.cues, cue))
    return replace(
        clause,
        coding=coding,
        modality=modality_of(clause.moods, coding),
        trigger=clause.span.start + clause.blow.start,
    )

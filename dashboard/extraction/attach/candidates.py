"""Candidates: what a clause says of an event: kind, time, place, actors, casualties, modality."""

from dataclasses import dataclass

from dashboard.actors import ActorMention
from dashboard.extraction.annotate.annotations import AnnotatedClause, Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.modality import TO_COME, ModalityCue
from dashboard.extraction.attach.casualties import casualties_of
from dashboard.extraction.attach.when import When, time_of
from dashboard.extraction.attach.where import Where, where
from dashboard.extraction.attach.who import Participant, who
from dashboard.extraction.model import Modality
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event as one clause has it.

    ``trigger`` are the words that decide its kind; an item of a list has them in the clause that opens the
    list. Spans are characters of the report, those of the casualties too. ``alike`` says why it was linked with others.
    """

    clause: AnnotatedClause
    coding: Coding
    trigger: Span
    when: When
    where: Where
    participants: tuple[Participant, ...]
    casualties: Casualties
    modality: ModalityCue
    heading: bool = False
    alike: str = ""

    @property
    def quote(self) -> str:
        """The words of its clause."""
        return self.clause.quote

    @property
    def actors(self) -> tuple[ActorMention, ...]:
        """All who are named for it, whatever they do."""
        return tuple(each.actor for each in self.participants)


def candidate(annotations: Annotations, number: int, coding: Coding) -> Candidate:
    """The event of a clause with the words of one, everything attached that belongs to it."""
    clause, modality = annotations.clauses[number], annotations.clauses[number].modality
    happened = modality.modality is Modality.HAPPENED
    ongoing = modality.modality is Modality.ONGOING or (clause.is_state and happened and not clause.prepares)
    when = time_of(annotations, number, ongoing=ongoing, state=clause.is_state, apart=annotations.evidence)
    return Candidate(
        clause=clause,
        coding=coding,
        trigger=coding.cue.span.moved(annotations.trigger(number) - coding.cue.span.start),
        when=when,
        where=where(annotations, number),
        participants=tuple(who(annotations, number, coding)),
        casualties=casualties_of(annotations, number),
        modality=TO_COME if happened and when.to_come else modality,
        heading=annotations.is_heading(number),
    )

"""Candidates: what a clause says of an event: kind, time, place, actors, casualties, modality."""

from dataclasses import dataclass

from dashboard.actors import ActorMention
from dashboard.extraction.acled import VIOLENT
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.modality import TO_COME, ModalityCue
from dashboard.extraction.attach.casualties import casualties_of
from dashboard.extraction.attach.struck_by_army import Strikes, struck_by_army
from dashboard.extraction.attach.when import When
from dashboard.extraction.attach.where import Where, where
from dashboard.extraction.attach.who import Participant, harmed, who
from dashboard.extraction.attach.whose_forces import at_home
from dashboard.extraction.model import Modality
from dashboard.temporal import FrameKind
from dashboard.text import Span

_HELD_UP = "a vehicle stopped, boarded or held up"  # a row of types.toml
_FROM_NOW = (
    "<deictic>",
    "last <unit>",
)  # "tomorrow", "next week": after the moment of speaking, in an entry as well


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
    leans: bool = False

    @property
    def quote(self) -> str:
        """The words of its clause."""
        return self.clause.quote

    @property
    def actors(self) -> tuple[ActorMention, ...]:
        """All who are named for it, whatever they do."""
        return tuple(each.actor for each in self.participants)


def candidate(
    annotations: Annotations, number: int, coding: Coding, when: When, strikes: Strikes
) -> Candidate:
    """The event of a clause with the words of one, everything attached that belongs to it."""
    clause = annotations.clauses[number]
    casualties = casualties_of(annotations, number)
    there = where(annotations, number)
    told = (
        *who(annotations, number, coding),
        *harmed(annotations, casualties.killed or casualties.wounded, number),
    )
    told = (*told, *struck_by_army(annotations, number, coding, there, told, strikes))
    to_come = (
        clause.modality.modality is Modality.HAPPENED and when.to_come and not _is_told_on(annotations, when)
    )
    return Candidate(
        clause=clause,
        coding=_of_its_dead(annotations, coding, casualties),
        trigger=Span(clause.trigger, clause.trigger + len(coding.cue.text)),
        when=when,
        where=there,
        participants=tuple(at_home(annotations, number, coding, there, told)),
        casualties=casualties,
        modality=TO_COME if to_come else clause.modality,
        heading=clause.heading,
    )


def _of_its_dead(annotations: Annotations, coding: Coding, casualties: Casualties) -> Coding:
    """The coding; of a hold-up whose dead are told next, that of the killing: "Militants stopped a bus. Seven people were shot dead"."""
    killed = casualties.killed
    if coding.cue.rule != _HELD_UP or killed is None or not killed.low:
        return coding
    told = (each.coding for each in annotations.clauses if each.span.covers(killed.span))
    return next((each for each in told if each and each.event_type in VIOLENT), coding)


def _is_told_on(annotations: Annotations, when: When) -> bool:
    """Whether an entry of a chronicle goes on to what came after its day, and is over by now: "May 1: … Three weeks later they are freed"."""
    now, entry = annotations.time.latest, when.frame.kind is FrameKind.ENTRY and when.frame.latest is None
    onward = when.timex is not None and when.timex.rule not in _FROM_NOW and not when.timex.future
    return entry and onward and now is not None and when.start is not None and when.start < now

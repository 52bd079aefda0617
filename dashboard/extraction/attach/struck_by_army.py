"""Whose shells and aircraft are meant where nobody says: those of the only side that strikes in a report, if that is an army.

It is told to strike by the same arms in the same paragraph, or at the same place. A foreign one has both ("Russian troops shelled Kherson.
During shelling at 16:45 a gas pipe was damaged"), the country's own the warplanes alone. Not where anybody else strikes in that country too,
where that army was hit itself or denies it, nor where the clause says that nobody knows, or tells it of a place that the army holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from dashboard.actors import ActorMention
from dashboard.actors.model import ANYBODY, OF_STATES, ActorType, Branch, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import LEXICON, SemanticRole, any_phrase
from dashboard.extraction.attach.where import Where
from dashboard.extraction.attach.who import Participant, named_by

_STRIKES = (SubEventType.AIR_STRIKE, SubEventType.SHELLING)
_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.WEAPON)
_FAR = 6  # clauses
_DENIES = re.compile(rf"\b{any_phrase(LEXICON['blamed']['not'])}\b", re.IGNORECASE)
_WORDS = LEXICON["struck-by-army"]
_NOT_THEIRS = re.compile(rf"\b{any_phrase([*_WORDS['unknown'], *_WORDS['occupation']])}\b", re.IGNORECASE)
_WHENCE = re.compile(rf"\b{any_phrase(_WORDS['whence'])}\b")
_DRONES = re.compile(rf"\b{any_phrase(_WORDS['drones'])}\b", re.IGNORECASE)
_ROCKETS = re.compile(rf"\b{any_phrase(_WORDS['rockets'])}\b", re.IGNORECASE)
_AIRCRAFT = re.compile(rf"\b{any_phrase(_WORDS['aircraft'])}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Strikes:
    """Who is told to strike in a report, each with the clause that tells it and the codes of the countries it names; none names them all."""

    told: tuple[tuple[ActorMention, AnnotatedClause, frozenset[str]], ...]

    @classmethod
    def of(cls, clauses: Sequence[AnnotatedClause]) -> Self:
        """Those of the clauses, in order."""
        struck = [each for each in clauses if each.coding and each.coding.sub_event_type in _STRIKES]
        return cls(
            tuple(
                (does.actor, each, frozenset(at.place.iso for at in each.places if at.place))
                for each in struck
                for does in named_by(each)
                if _does(does) and _is_side(does.actor)
            )
        )

    def of_army(self, iso: str) -> list[tuple[ActorMention, AnnotatedClause]]:
        """Those of the one army that strikes in a country; none where others strike there too."""
        there = [(actor, clause) for actor, clause, isos in self.told if not isos or iso in isos]
        alone = len({actor.name for actor, _ in there}) == 1
        armies = all(actor.type in OF_STATES and actor.country for actor, _ in there)
        return there if alone and armies else []


def struck_by_army(
    annotations: Annotations,
    number: int,
    coding: Coding,
    there: Where,
    told: Sequence[Participant],
    strikes: Strikes,
) -> Iterator[Participant]:
    """The army that did what a strike or shelling is told of without its doer."""
    kind, here = coding.sub_event_type, annotations.clauses[number]
    if kind not in _STRIKES or any(_does(each) for each in told):
        return
    iso = there.place.place.iso if there.place and there.place.place else annotations.country
    struck = strikes.of_army(iso) if iso else []
    army = next((actor for actor, clause in struck if _is_like(clause, here, kind, there)), None)
    if army is None or any(each.actor.country == army.country for each in told):
        return
    first, end = annotations.sentence(number)
    around = annotations.clauses[max(first, number - _FAR) : min(end, number + _FAR)]
    if _WHENCE.search(here.quote) or any(_NOT_THEIRS.search(each.quote) for each in around):
        return
    if army.country == iso and (not _AIRCRAFT.search(here.quote) or _DRONES.search(here.quote)):
        return
    if not any(_denies(each, army) for each in annotations.clauses[number : number + _FAR]):
        yield Participant(army, SemanticRole.ACTS, taken_over=True)


def _is_like(told: AnnotatedClause, here: AnnotatedClause, kind: SubEventType, there: Where) -> bool:
    """Whether an army's strike is told by the same arms, and in the same paragraph or at the same place."""
    at = there.place.location if there.place else None
    near = told.paragraph == here.paragraph or any(each.location == at for each in told.places)
    if not near or told.coding is None or told.coding.sub_event_type is not kind:
        return False
    return all(each.search(told.quote) for each in (_DRONES, _ROCKETS) if each.search(here.quote))


def _denies(clause: AnnotatedClause, army: ActorMention) -> bool:
    named = any(each.country == army.country for each in clause.actors)
    return named and _DENIES.search(clause.quote) is not None


def _does(each: Participant) -> bool:
    """Whether somebody armed acts."""
    return each.role is SemanticRole.ACTS and each.actor.category not in _UNARMED


def _is_side(actor: ActorMention) -> bool:
    armed = actor.category not in (*_UNARMED, Category.SPEAKER) and actor.type is not ActorType.CIVILIANS
    return armed and actor.branch is not Branch.POLICE and actor.name != ANYBODY

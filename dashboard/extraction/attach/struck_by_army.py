"""Whose shells and aircraft are meant where nobody says: those of the only side that strikes in a report, if that is an army.

It is told to strike by the same arms in the same paragraph, or at the same place. A foreign one has both ("Russian troops shelled Kherson.
During shelling at 16:45 a gas pipe was damaged"), the country's own the warplanes alone. Not where anybody else strikes in that country too,
where that army was hit itself or denies it, nor where the clause says that nobody knows, or tells it of a place that the army holds.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType, Branch, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import LEXICON, SemanticRole, any_phrase
from dashboard.extraction.attach.where import Where
from dashboard.extraction.attach.who import Participant, named_by

_STRIKES = (SubEventType.AIR_STRIKE, SubEventType.SHELLING)
_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.WEAPON)
_ARMIES = (ActorType.STATE, ActorType.EXTERNAL)
_ANYBODY = "Unidentified Armed Group"
_FAR = 6  # clauses
_DENIES = re.compile(rf"\b{any_phrase(LEXICON['blamed']['not'])}\b", re.IGNORECASE)
_WORDS = LEXICON["struck-by-army"]
_NOT_THEIRS = re.compile(rf"\b{any_phrase([*_WORDS['unknown'], *_WORDS['occupation']])}\b", re.IGNORECASE)
_WHENCE = re.compile(rf"\b{any_phrase(_WORDS['whence'])}\b")
_DRONES = re.compile(rf"\b{any_phrase(_WORDS['drones'])}\b", re.IGNORECASE)
_ROCKETS = re.compile(rf"\b{any_phrase(_WORDS['rockets'])}\b", re.IGNORECASE)
_AIRCRAFT = re.compile(rf"\b{any_phrase(_WORDS['aircraft'])}\b", re.IGNORECASE)


def struck_by_army(
    annotations: Annotations, number: int, coding: Coding, there: Where, told: Sequence[Participant]
) -> Iterator[Participant]:
    """The army that did what a strike or shelling is told of without its doer."""
    kind, here = coding.sub_event_type, annotations.clauses[number]
    if kind not in _STRIKES or any(_does(each) for each in told):
        return
    said = " ".join(each.quote for each in annotations.clauses[slice(*annotations.sentence(number))])
    if _NOT_THEIRS.search(said) or _WHENCE.search(here.quote):
        return
    iso = there.place.place.iso if there.place and there.place.place else annotations.country
    army, where = _only_army(annotations.clauses, iso) if iso else (None, ())
    if army is None or any(each.actor.country == army.country for each in told):
        return
    if not any(_is_like(each, here, kind, there) for each in where):
        return
    if army.country == iso and (not _AIRCRAFT.search(here.quote) or _DRONES.search(here.quote)):
        return
    if not any(_denies(each, army) for each in annotations.clauses[number : number + _FAR]):
        yield Participant(army, SemanticRole.ACTS, taken_over=True)


@lru_cache(maxsize=16)  # asked for every strike of a report
def _only_army(
    clauses: Sequence[AnnotatedClause], iso: str
) -> tuple[ActorMention | None, tuple[AnnotatedClause, ...]]:
    """The only one that is told to strike there, with the clauses that tell it."""
    told = [(each, clause) for clause in clauses for each in _strikers(clause, iso)]
    found = {each.name: each for each, _ in told}
    army = next(iter(found.values()), None)
    if army is None or len(found) > 1 or army.type not in _ARMIES or not army.country:
        return None, ()
    return army, tuple(clause for _, clause in told)


def _is_like(told: AnnotatedClause, here: AnnotatedClause, kind: SubEventType, there: Where) -> bool:
    """Whether an army's strike is told by the same arms, and in the same paragraph or at the same place."""
    arms = all(each.search(told.quote) for each in (_DRONES, _ROCKETS) if each.search(here.quote))
    same = told.coding is not None and told.coding.sub_event_type is kind and arms
    at = there.place.location if there.place else None
    return same and (told.paragraph == here.paragraph or any(each.location == at for each in told.places))


def _strikers(clause: AnnotatedClause, iso: str) -> Iterator[ActorMention]:
    """Who strikes in a clause, unless it is in another country."""
    if clause.coding is None or clause.coding.sub_event_type not in _STRIKES:
        return
    placed = {each.place.iso for each in clause.places if each.place}
    if not placed or iso in placed:
        yield from (each.actor for each in named_by(clause) if _does(each) and _is_side(each.actor))


def _denies(clause: AnnotatedClause, army: ActorMention) -> bool:
    named = any(each.country == army.country for each in clause.actors)
    return named and _DENIES.search(clause.quote) is not None


def _does(each: Participant) -> bool:
    """Whether somebody armed acts."""
    return each.role is SemanticRole.ACTS and each.actor.category not in _UNARMED


def _is_side(actor: ActorMention) -> bool:
    armed = actor.category not in (*_UNARMED, Category.SPEAKER) and actor.type is not ActorType.CIVILIANS
    return armed and actor.branch is not Branch.POLICE and actor.name != _ANYBODY

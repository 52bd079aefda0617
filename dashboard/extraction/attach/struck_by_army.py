"""Whose shells and aircraft are meant where nobody says: those of the only side that strikes in a report, if that is an army.

A foreign one has both ("Russian troops shelled Kherson. … During shelling at 16:45 a gas pipe was damaged"), the country's own the aircraft
alone. Not where anybody else strikes in that country too, nor where that army was hit itself or denies it.
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


def struck_by_army(
    annotations: Annotations, number: int, coding: Coding, there: Where, told: Sequence[Participant]
) -> Iterator[Participant]:
    """The army that did what a strike or shelling is told of without its doer."""
    kind = coding.sub_event_type
    if kind not in _STRIKES or any(_does(each) for each in told):
        return
    iso = there.place.place.iso if there.place and there.place.place else annotations.country
    army = _only_army(annotations.clauses, kind, iso) if iso else None
    if army is None or any(each.actor.country == army.country for each in told):
        return
    if not any(_denies(each, army) for each in annotations.clauses[number : number + _FAR]):
        yield Participant(army, SemanticRole.ACTS, taken_over=True)


@lru_cache(maxsize=16)  # asked for every strike of a report
def _only_army(clauses: Sequence[AnnotatedClause], kind: SubEventType, iso: str) -> ActorMention | None:
    """The only one that is told to strike there: a foreign one, or the country's own for a second air strike."""
    told = [(each, clause) for clause in clauses for each in _strikers(clause, iso)]
    found = {each.name: each for each, _ in told}
    army = next(iter(found.values()), None)
    if army is None or len(found) > 1 or army.type not in _ARMIES or not army.country:
        return None
    flies = any(clause.coding and clause.coding.sub_event_type is kind for _, clause in told)
    at_home = kind is SubEventType.AIR_STRIKE and flies
    return army if army.country != iso or at_home else None


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

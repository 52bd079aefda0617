"""The kind of an attack by whom it harmed: on armed people it is a clash."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.actors.model import ONCE_ARMED, ActorType, Category
from dashboard.extraction.acled import EVENT_TYPE_OF, SubEventType
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.who import Participant

_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)
_FIGHTS = (SubEventType.ATTACK, SubEventType.ARMED_CLASH)
_PEACEFUL = (ActorType.CIVILIANS, ActorType.PROTESTERS, ActorType.RIOTERS)


def by_victims(coding: Coding, participants: Sequence[Participant]) -> Coding:
    """The coding of an act: what harmed none but armed people was a clash, what harmed those who were armed once an attack."""
    if coding.sub_event_type in _FIGHTS and _is_by_a_mob(participants):
        return _as(coding, SubEventType.MOB_VIOLENCE)
    blamed = {each.actor.name for each in participants if each.blamed}  # "gunmen, suspected to be rebels"
    suffering = [
        each for each in participants if each.role is SemanticRole.SUFFERS and each.actor.name not in blamed
    ]
    if coding.sub_event_type not in _FIGHTS or not suffering:
        return coding
    if all(each.actor.group == ONCE_ARMED for each in suffering):
        return _as(coding, SubEventType.ATTACK)
    if coding.sub_event_type is not SubEventType.ATTACK:
        return coding
    armed = all(_is_armed(each) for each in suffering)
    return _as(coding, SubEventType.ARMED_CLASH) if armed else coding


def _as(coding: Coding, kind: SubEventType) -> Coding:
    return replace(coding, event_type=EVENT_TYPE_OF[kind], sub_event_type=kind)


def _is_by_a_mob(participants: Sequence[Participant]) -> bool:
    """Whether nobody acts but rioters."""
    acting = [each for each in participants if each.role is SemanticRole.ACTS]
    return bool(acting) and all(each.actor.name == ActorType.RIOTERS for each in acting)


def _is_armed(each: Participant) -> bool:
    return each.actor.category not in _UNARMED and each.actor.type not in _PEACEFUL

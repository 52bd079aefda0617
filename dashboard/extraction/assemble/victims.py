"""The kind of an attack by whom it harmed: on armed people it is a clash."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.actors.model import ActorType, Category
from dashboard.extraction.acled import EVENT_TYPE_OF, SubEventType
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.who import Participant

_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)
_PEACEFUL = (ActorType.CIVILIANS, ActorType.PROTESTERS, ActorType.RIOTERS)


def by_victims(coding: Coding, participants: Sequence[Participant]) -> Coding:
    """The coding of an act, an attack that harmed none but armed people as the clash that it was."""
    suffering = [each for each in participants if each.role is SemanticRole.SUFFERS]
    if coding.sub_event_type is not SubEventType.ATTACK or not suffering:
        return coding
    clash = SubEventType.ARMED_CLASH
    armed = all(_is_armed(each) for each in suffering)
    return replace(coding, event_type=EVENT_TYPE_OF[clash], sub_event_type=clash) if armed else coding


def _is_armed(each: Participant) -> bool:
    return each.actor.category not in _UNARMED and each.actor.type not in _PEACEFUL

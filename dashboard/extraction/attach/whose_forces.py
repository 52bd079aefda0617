"""Whose soldiers and police are meant where nobody says: those of the country that the act was in, and not those of the report's.

"In Michoacán, a landmine killed a soldier" in an overview of Latin America; "rockets on soldiers in Metula" in a report about Lebanon.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.actors import ActorMention, country_names
from dashboard.actors.model import OF_STATES, ActorType, Category
from dashboard.extraction.acled import EventType
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import LEXICON, SemanticRole
from dashboard.extraction.attach.where import Where
from dashboard.extraction.attach.who import Participant
from dashboard.extraction.lexicon import one_of

_PLAIN = re.compile(
    rf"(?:{one_of(LEXICON['plain-forces']['before'])}\s+)*{one_of(LEXICON['plain-forces']['words'])}",
    re.IGNORECASE,
)
_WITHOUT = frozenset(LEXICON["plain-forces"]["no_army"])


def at_home(
    annotations: Annotations, number: int, coding: Coding, there: Where, told: Iterable[Participant]
) -> Iterator[Participant]:
    """The participants, plain forces as those of the country of the act.

    Not where the paragraph names the forces of their own country, who may be abroad, nor where they strike from afar.
    """
    iso = there.place.place.iso if there.place and there.place.place else ""
    told = list(told)
    at_hand = {each.country for each in _named_near(annotations, number)}
    for each in told:
        afar = coding.event_type is EventType.REMOTE_VIOLENCE and each.role is not SemanticRole.SUFFERS
        if iso and not afar and _is_plain(each.actor) and each.actor.country not in {iso, *at_hand}:
            yield replace(each, actor=_of(each.actor, iso))
        else:
            yield each


def _named_near(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """The forces of states that the paragraph names by their country or by name."""
    paragraph = annotations.clauses[number].paragraph
    for clause in annotations.clauses[max(0, number - _FAR) : number + _FAR]:
        if clause.paragraph == paragraph:
            yield from (each for each in clause.actors if each.type in OF_STATES and not _is_plain(each))


_FAR = 12  # clauses


def _is_plain(actor: ActorMention) -> bool:
    """Whether words for the forces of any state tell not which."""
    force = actor.category is Category.GENERIC and actor.type in OF_STATES and bool(actor.country)
    return force and _PLAIN.fullmatch(actor.text) is not None


def _of(actor: ActorMention, iso: str) -> ActorMention:
    """The same forces of another country; those without an army keep theirs."""
    names = country_names()
    whose = names.get(iso, "")
    if not whose or iso in _WITHOUT:
        return actor
    name = actor.name.replace(names.get(actor.country, "\0"), whose)
    return replace(actor, name=name, country=iso, type=ActorType.STATE)

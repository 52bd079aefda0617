"""Who did what a clause tells without its doer, by the sentence itself and those beside it.

"He was found shot dead two days after gunmen had taken him", "Eight armed men burst into a cockpit. Five people died", "A trader was shot.
The attackers fled on a motorcycle".
"""

import re
from collections.abc import Iterator

from dashboard.actors import ActorMention
from dashboard.actors.model import OF_STATES, ActorType, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.semantic_roles import LEXICON, any_phrase
from dashboard.extraction.attach.hanging import tells_another

_WORDS = LEXICON["doers-near"]
_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER, Category.WEAPON)
_SENTENCES = 2  # behind the act


_TOOK = re.compile(rf"\b{any_phrase(_WORDS['took'])}\b", re.IGNORECASE)
_CAME = re.compile(rf"\s+(?:[^.;,]{{0,40}}?\s)??{any_phrase(_WORDS['came'])}\b", re.IGNORECASE)
_KNOWN = re.compile(
    rf"(?:{any_phrase(_WORDS['the'])}\s+)?(?:\w+\s+)?{any_phrase(_WORDS['known'])}", re.IGNORECASE
)
_OPENS = re.compile(rf"\W*(?:{any_phrase(_WORDS['the'])}\s+){{0,2}}", re.IGNORECASE)


def doers_near(
    annotations: Annotations, number: int, *, found_dead: bool, attackers_hurt: bool
) -> tuple[ActorMention, ...]:
    """The doers told nearest: of the same sentence where people are ``found_dead``, the sentence before, those behind.

    Not behind where ``attackers_hurt``: of bandits who were killed, "the attackers" who fled are the rest.
    """
    taken = tuple(_who_took_them(annotations, number)) if found_dead else ()
    ways = (
        taken,
        _who_came(annotations, number),
        () if attackers_hurt else _who_left(annotations, number),
    )
    return next((found for way in ways if (found := tuple(way))), ())


def _who_took_them(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """Who had taken those that are found dead, told in the same sentence."""
    first, end = annotations.sentence(number)
    for clause in annotations.clauses[first:end]:
        taken = clause.coding is not None and clause.coding.sub_event_type is SubEventType.ABDUCTION
        if clause is not annotations.clauses[number] and (taken or _TOOK.search(clause.quote)):
            yield from (each for each in clause.actors[:1] if _is_armed(each))
            return


def _who_came(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """The armed, no state's, who come in the sentence before, which tells no act of its own; where what follows is in no other place or day."""
    here = annotations.clauses[number]
    first, _ = annotations.sentence(number)
    if not first or here.places or here.times or here.another:
        return
    start, end = annotations.sentence(first - 1)
    before = annotations.clauses[start:end]
    if before[0].paragraph != here.paragraph or any(each.coding is not None for each in before):
        return
    for clause in before:
        for each in clause.actors:
            behind = each.span.end - clause.span.start
            if _is_armed(each) and each.type not in OF_STATES and _CAME.match(clause.quote, behind):
                yield each
                return


def _who_left(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """The attackers, spoken of as known, with whom one of the next sentences opens."""
    here = annotations.clauses[number]
    _, first = annotations.sentence(number)
    for _ in range(_SENTENCES):
        if first >= len(annotations.clauses):
            return
        _, end = annotations.sentence(first)
        told = annotations.clauses[first:end]
        if told[0].paragraph != here.paragraph or any(
            each.outright or tells_another(each, here) for each in told
        ):
            return
        for each in told[0].actors[:1]:
            opens = _OPENS.fullmatch(told[0].quote, 0, max(0, each.span.start - told[0].span.start))
            if opens and _is_armed(each) and _KNOWN.fullmatch(each.text):
                yield each
                return
        first = end


def _is_armed(actor: ActorMention) -> bool:
    return actor.category not in _UNARMED and actor.type is not ActorType.CIVILIANS

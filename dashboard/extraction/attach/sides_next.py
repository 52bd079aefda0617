"""Who fought, where only a sentence beside says it.

The next one ("Fighting broke out in Kidal. The army and Tuareg rebels blamed each other") or those before ("Rebels fired on the village.
Volunteers fired back. The gunfight lasted until ten").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import REGION, Resolved

_MUTUAL = re.compile(rf"\b{one_of(CLAUSES['sides-next']['mutual'])}\b", re.IGNORECASE)
_IN_IT = re.compile(
    rf"\b{one_of(CLAUSES['sides-next']['in'])}\s+{one_of(CLAUSES['told-again']['the'])}\s+(?:\w+\s+)?"
    rf"{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b",
    re.IGNORECASE,
)
_UNARMED = (Category.CIVILIANS, Category.CROWD)
_BETWEEN = re.compile(rf"\b(?:{'|'.join(CLAUSES['sides-next']['between'])})\b", re.IGNORECASE)
_TWO = 2
_FAR = 5  # clauses
_FARTHER = 8
_NEAR = 2  # sentences
_ONE_MORE = re.compile(rf"\b{one_of(CLAUSES['sides-next']['one_more'])}\b", re.IGNORECASE)
_BOTH = re.compile(rf"\b(?:{'|'.join(CLAUSES['sides-next']['both'])})\b".replace(" ", r"\s+"), re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\b(?:{'|'.join(CLAUSES['sides-next']['goes_on'])})\b".replace(" ", r"\s+"), re.IGNORECASE
)
_FIGHT = re.compile(rf"\b(?:{'|'.join(CLAUSES['sides-next']['fight'])})\b", re.IGNORECASE)
_AGAINST = re.compile(
    rf"\b(?:{'|'.join(CLAUSES['sides-next']['fight'])})\s+(?:[\w-]+\s+){{0,4}}?{CLAUSES['sides-next']['of_two']}\b"
    rf"|\b(?:{'|'.join(CLAUSES['sides-next']['pits'])})\b",
    re.IGNORECASE,
)  # "hostilities between A and B"
_OF_OTHERS = re.compile(rf"\b{one_of(CLAUSES['sides-next']['of_others'])}\b", re.IGNORECASE)
_LONG = 14  # clauses: the sides of a war stand at the head of what is told of it
_AGAIN = re.compile(rf"\b{one_of(CLAUSES['told-again']['the'])}\s+(?:\w+\s+)?$", re.IGNORECASE)


def sides_next(annotations: Annotations, number: int, named: Collection[str]) -> Iterator[ActorMention]:
    """The two sides of a clash that its clause does not name, or the other of the one it names."""
    clauses, here = annotations.clauses, annotations.clauses[number]
    if (
        here.coding is None
        or here.coding.sub_event_type is not SubEventType.ARMED_CLASH
        or len(named) >= _TWO
    ):
        return
    _, end = annotations.sentence(number)
    if end >= len(clauses) or clauses[end].paragraph != here.paragraph:
        return
    first, last = annotations.sentence(end)
    behind = clauses[first:last]
    if any(each.places or each.times or each.another for each in behind):
        return  # another act, somewhere else or another day
    told = annotations.report.text[behind[0].span.start : behind[-1].span.end]
    mutual = _MUTUAL.search(told) is not None
    if not (mutual or _IN_IT.search(told)):
        return
    found: dict[str, ActorMention] = {}
    for each in (actor for clause in behind for actor in clause.actors):
        armed = each.category not in _UNARMED and each.type is not ActorType.CIVILIANS
        if armed and (mutual or each.category is not Category.SPEAKER) and each.name not in named:
            found.setdefault(each.name, each)
    if len(found) + len(named) == _TWO:
        yield from found.values()


def sides_before(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """The armed of the sentences before a clash told again ("the gunfight"), in its paragraph, up to another place."""
    here = annotations.clauses[number]
    if not _told_again(annotations, number):
        another = tuple(_sides_of_another(annotations, number))
        yield from another or _sides_of_the_war(annotations, number)
        return
    found: dict[str, ActorMention] = {}
    for before in reversed(annotations.clauses[max(0, number - _FAR) : number]):
        if before.paragraph != here.paragraph or here.sentence - before.sentence > _NEAR:
            break
        if before.places and here.places:
            break  # fought somewhere else
        for each in reversed(before.actors):
            armed = (
                each.category not in (*_UNARMED, Category.SPEAKER) and each.type is not ActorType.CIVILIANS
            )
            if armed:
                found.setdefault(each.name, each)
    if len(found) >= _TWO:
        yield from reversed(found.values())


def _sides_of_another(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """Who fought in the clash told last in the paragraph, where one is told as one more of them: "Clashes were also reported in Dabat"."""
    here = annotations.clauses[number]
    if not _is_clash(here) or not _ONE_MORE.search(here.quote):
        return
    for before in reversed(annotations.clauses[max(0, number - _FARTHER) : number]):
        if before.paragraph != here.paragraph:
            return
        if _is_clash(before):
            found = {
                each.name: each
                for each in before.actors
                if each.category not in (*_UNARMED, Category.SPEAKER) and each.type is not ActorType.CIVILIANS
            }
            yield from found.values() if len(found) == _TWO else ()
            return


def _sides_of_the_war(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """The two whose fight is told as one that goes on, for a clash of its paragraph: "Clashes between A and B have come closer. Fighting was reported in Kazgeil".

    For "both groups fought" and "the two exchanged fire" those of the last fight, wherever it stands.
    """
    here = annotations.clauses[number]
    if not _is_clash(here):
        return
    both = _BOTH.search(here.quote) is not None
    if not both and _is_bare(here):
        only, where = _only_pair(annotations.clauses)
        if only and _is_of_their_fight(here, where):
            yield from only
            return
    for before in reversed(annotations.clauses[max(0, number - _LONG) : number]):
        if not both and before.paragraph != here.paragraph:
            return
        found = {each.name: each for each in before.actors if _fights(each)}
        if len(found) == _TWO and _BETWEEN.search(before.quote):
            yield from found.values() if both or _GOES_ON.search(before.quote) else ()
            return


def _is_bare(clause: AnnotatedClause) -> bool:
    """Whether a clash is told with nobody who fought in it, by a word for the fight: "armed clashes in Tibú forced 212 people to leave"."""
    fought = clause.coding is not None and _FIGHT.search(clause.coding.cue.text) is not None
    return fought and not any(_fights(each) for each in clause.actors)


@lru_cache(maxsize=8)  # asked for every such clash of a report
def _only_pair(
    clauses: tuple[AnnotatedClause, ...],
) -> tuple[tuple[ActorMention, ...], tuple[AnnotatedClause, ...]]:
    """The two sides between which a report tells of fighting, where it tells of no other two, with the sentence that does."""
    pairs: dict[frozenset[str], tuple[tuple[ActorMention, ...], tuple[AnnotatedClause, ...]]] = {}
    for clause in clauses:
        found = {each.name: each for each in clause.actors if _fights(each)}
        if len(found) == _TWO and _AGAINST.search(clause.quote):
            told = tuple(each for each in clauses if each.sentence == clause.sentence)
            pairs.setdefault(frozenset(found), (tuple(found.values()), told))
    return next(iter(pairs.values())) if len(pairs) == 1 else ((), ())


def _is_of_their_fight(here: AnnotatedClause, told: Sequence[AnnotatedClause]) -> bool:
    """Whether a clash is where a fight is told, or in its province: of another town on no other day; of a fight of no place, if that goes on."""
    if _OF_OTHERS.search(here.quote):
        return False
    places = [each for clause in told for each in clause.places]
    if not places:
        return any(_GOES_ON.search(each.quote) for each in told)
    return not here.places or any(
        one.location == other.location
        or (_is_in_province(one, other) and (one.precision >= REGION or not here.times))
        for one in places
        for other in here.places
    )


def _is_in_province(one: Resolved, other: Resolved) -> bool:
    first, last = one.place, other.place
    return bool(first and last and first.admin1 and (first.iso, first.admin1) == (last.iso, last.admin1))


def _fights(each: ActorMention) -> bool:
    return each.category not in (*_UNARMED, Category.SPEAKER) and each.type is not ActorType.CIVILIANS


def _is_clash(clause: AnnotatedClause) -> bool:
    return clause.coding is not None and clause.coding.sub_event_type is SubEventType.ARMED_CLASH


def _told_again(annotations: Annotations, number: int) -> bool:
    """Whether a clause tells of a clash as of one known."""
    here = annotations.clauses[number]
    if here.coding is None or not _is_clash(here):
        return False
    return _AGAIN.search(here.quote, 0, here.coding.cue.span.start) is not None

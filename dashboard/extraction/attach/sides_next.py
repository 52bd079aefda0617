"""Who fought, where only the next sentence says it: "Fighting broke out in Kidal. The army and Tuareg rebels blamed each other"."""

import re
from collections.abc import Collection, Iterator

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.lexicon import CLAUSES, one_of

_MUTUAL = re.compile(rf"\b{one_of(CLAUSES['sides-next']['mutual'])}\b", re.IGNORECASE)
_IN_IT = re.compile(
    rf"\b{one_of(CLAUSES['sides-next']['in'])}\s+{one_of(CLAUSES['told-again']['the'])}\s+(?:\w+\s+)?"
    rf"{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b",
    re.IGNORECASE,
)
_UNARMED = (Category.CIVILIANS, Category.CROWD)
_TWO = 2


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

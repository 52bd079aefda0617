"""Who is said, after an act is told, to have done it: "The group claimed responsibility", "Residents blamed the army".

Only where the act's own clause names nobody by name who did it, and where all who speak of it name the same one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.actors import ActorMention
from dashboard.actors.model import ANYBODY, ActorType, Category
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.semantic_roles import LEXICON, any_phrase, is_said_to_be_helped

_WORDS = LEXICON["blamed"]
_FAR = 8  # clauses: a reaction stands near what it is about
_WINDOW = 90  # characters


def blamed(annotations: Annotations, number: int) -> tuple[ActorMention, ...]:
    """Those who own up to the act of a clause, or are blamed for it, further on; nobody where the blame goes to and fro."""
    told = tuple(_reactions(annotations, number))
    laid_on = [actor for clause in told for actor in _named(clause, annotations.report.text)]
    found = [each for each in laid_on if each.name != ANYBODY] or laid_on
    sides = {each.name for each in found}
    if len(sides) != 1:
        return ()
    denying = {each.name for clause in told for each in clause.actors if _is_denied(clause, each)}
    return () if sides & denying else (_as_doer(found[0]),)


def _as_doer(actor: ActorMention) -> ActorMention:
    """Somebody who "claimed the attack" speaks, and did it."""
    return replace(actor, category=Category.NAMED) if actor.category is Category.SPEAKER else actor


def _reactions(annotations: Annotations, number: int) -> Iterator[AnnotatedClause]:
    """The clauses of an act's sentence before it that tell no other, its own, and those after it, up to where another act is told."""
    first, _ = annotations.sentence(number)
    before = annotations.clauses[max(first, number - _FAR) : number]
    yield from (each for each in before if not each.outright)
    yield annotations.clauses[number]
    for clause in annotations.clauses[number + 1 : number + _FAR]:
        if _tells_another(clause) and (
            _is_elsewhere(clause, annotations.clauses[number]) or not _SPEAKS.search(clause.quote)
        ):
            return
        yield clause


def _is_elsewhere(clause: AnnotatedClause, act: AnnotatedClause) -> bool:
    """Whether it is of another paragraph, and names places but none of the act's: who is blamed there is blamed for what was done there."""
    here, there = ({each.location for each in one.places} for one in (act, clause))
    apart = clause.outright and clause.paragraph != act.paragraph
    return apart and bool(here and there) and here.isdisjoint(there)


def _tells_another(clause: AnnotatedClause) -> bool:
    """Whether it tells an act of its own: outright, or harm at a place or a time of its own; not with what it was done, as somebody says."""
    if clause.link is Link.REPORTED and not (clause.places or clause.times or clause.armed):
        return False
    own = clause.outright or (clause.coding is not None and (clause.places or clause.times))
    return bool(own) and clause.known_act is None


def _named(clause: AnnotatedClause, text: str) -> Iterator[ActorMention]:
    """Those of a clause to whom its words, or a label before it ("Authors: "), lay an act told before; none where they deny it."""
    able = [each for each in clause.actors if _may_act(each)]
    label = _LABEL.search(text, max(0, clause.span.start - _WINDOW), clause.span.start)
    led = label.group() if label else ""
    if not able or not _SPEAKS.search(led + clause.quote):
        return
    for actor in able:
        start, end = actor.span.start - clause.span.start, actor.span.end - clause.span.start
        before = (led + clause.quote[:start])[-_WINDOW:]
        laid = _LAID_ON.search(before) or _OWNS_UP.match(clause.quote, end)
        helped = is_said_to_be_helped(clause.quote, start, end)
        if laid and not (helped or _is_denied(clause, actor)):
            yield actor


def _is_denied(clause: AnnotatedClause, actor: ActorMention) -> bool:
    """Whether the part of a clause that names somebody takes back what it says: "no group has claimed it but residents accuse the army" does not."""
    at = actor.span.start - clause.span.start
    start = max((each.end() for each in _PARTS.finditer(clause.quote, 0, max(0, at))), default=0)
    behind = _PARTS.search(clause.quote, max(0, at))
    return _DENIES.search(clause.quote, start, behind.start() if behind else len(clause.quote)) is not None


def _may_act(actor: ActorMention) -> bool:
    return (
        actor.category not in (Category.CIVILIANS, Category.CROWD) and actor.type is not ActorType.CIVILIANS
    )


_SPEAKS = re.compile(rf"\b{any_phrase([*_WORDS['before'], *_WORDS['after']])}", re.IGNORECASE)
_DENIES = re.compile(rf"\b{any_phrase(_WORDS['not'])}\b", re.IGNORECASE)
_LABEL = re.compile(r"[^.:;\n]+:\s+$")
_PARTS = re.compile(rf"[;:]|\b{any_phrase(_WORDS['parts'])}\b", re.IGNORECASE)
_LAID_ON = re.compile(rf"\b{any_phrase(_WORDS['before'])}\s+(?:[\w’'-]+\s+){{0,6}}[“\"‘']?$", re.IGNORECASE)
_OWNS_UP = re.compile(
    rf"[”\"’']?(?:\s+\([^()]{{1,20}}\))?(?:\s+(?:{any_phrase(_WORDS['between'])}))*,?\s+{any_phrase(_WORDS['after'])}",
    re.IGNORECASE,
)

"""Who acts and who is acted upon: by position before and after the trigger, with a rule for the passive."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.actors import ActorMention
from dashboard.extraction.facts import Group
from dashboard.extraction.mentions import Draft

_BY = re.compile(r"\bby\s+(?:the\s+)?[“\"]?$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|on|targeting|with)\s+(?:the\s+)?[“\"]?$", re.IGNORECASE)
_SKIPPED = "weapon"
_KNOWN = ("named", "anaphora")


@dataclass(frozen=True, slots=True)
class Roles:
    """The first and second actor and the others named; empty where nobody is."""

    actor1: str = ""
    actor1_type: str = ""
    actor2: str = ""
    actor2_type: str = ""
    assoc: tuple[str, ...] = ()


def roles(group: Group) -> Roles:
    """The roles that the mentions tell together: a name before "fighters", the first mention's word first."""
    clauses = [_of_clause(draft) for draft in group]
    acting = _named_first(actor for pair in clauses for actor in pair[0])
    acted = _named_first(actor for pair in clauses for actor in pair[1])
    first = acting[0] if acting else None
    second = next((each for each in acted + acting if first and each.name != first.name), None)
    chosen = {each.name for each in (first, second) if each}
    return Roles(
        first.name if first else "",
        first.type if first else "",
        second.name if second else "",
        second.type if second else "",
        tuple(dict.fromkeys(each.name for each in acting + acted if each.name not in chosen)),
    )


def _named_first(found: Iterable[ActorMention]) -> list[ActorMention]:
    """One mention an actor, in order; the named before the generic."""
    once: dict[str, ActorMention] = {}
    for actor in found:
        once.setdefault(actor.name, actor)
    return sorted(once.values(), key=lambda actor: actor.category not in _KNOWN)


def _of_clause(draft: Draft) -> tuple[Sequence[ActorMention], Sequence[ActorMention]]:
    """Those that act and those acted upon in one clause; aircraft and the like belong to a side untold."""
    trigger = draft.clause.span.start + draft.coding.cue.span.start
    acting, acted = [], []
    for actor in sorted(_identified(draft.actors), key=lambda each: each.category == _SKIPPED):
        before = draft.quote[: actor.span.start - draft.clause.span.start]
        if _AGAINST.search(before):
            acted.append(actor)
        elif _BY.search(before) or actor.span.start < trigger:
            acting.append(actor)
        else:
            acted.append(actor)
    if not acting and acted and draft.coding.event_type != "Violence against civilians":
        return acted[:1], acted[1:]
    return acting, acted


def _identified(actors: Sequence[ActorMention]) -> list[ActorMention]:
    """Without "fighters" and the like beside a named group: they are that group's."""
    named = any(actor.category in _KNOWN for actor in actors)
    return [actor for actor in actors if not (named and actor.name.startswith("Unidentified Armed"))]

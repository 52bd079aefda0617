"""Who acts and who is acted upon in an event, put as ACLED puts it.

Civilians where they are the target, protesters and rioters where a crowd acts, allies and kinds of civilians beside them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType, Branch, Category
from dashboard.extraction.facts import Group
from dashboard.extraction.mentions import Draft
from dashboard.extraction.parts import LEXICON, Part, is_told_by, parts
from dashboard.text import Span

_KNOWN = ("named", "anaphora")
_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_ON_THINGS = ("Explosions/Remote violence", "Looting/property destruction")
_CIVIL = re.compile(rf"\b(?:{'|'.join(LEXICON['civilian']['targets'])})\b", re.IGNORECASE)
_OF_STATES = ("State Forces", "External/Other Forces")
_ATTACKED = "Violence against civilians"
_CROWDS = {"Protests": "Protesters", "Riots": "Rioters"}
_ANYBODY = re.compile(rf"\b(?:{'|'.join(LEXICON['anybody']['words'])})$", re.IGNORECASE)
_ABOUT = re.compile(
    rf"\b(?:{'|'.join(LEXICON['protest']['about'])})\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE
)
# Said beside a group's name these are that group's men; "gunmen" may be others.
_MEMBERS = re.compile(
    r"(?:(?:the|its|their|armed|local|allied|several) )*(?:fighters?|militants?|militiam[ae]n|militias?)",
    re.IGNORECASE,
)

_LABELS = ("Opposition Rebels", "Islamist Militia", "Separatists", "Unidentified Armed Group")
_LABELLED = re.compile(
    r"(?:the )?(?:rebels?|guerrillas?|insurgents?|jihadi(?:st)?s?|extremists?|terrorists?|separatists?|gunm[ae]n|attackers?|assailants?)",
    re.IGNORECASE,
)
_DOWNED = re.compile(
    r"\b(?:downed|shot down|shoot down|brought down|intercept\w*|destroyed)\b", re.IGNORECASE
)
_CIVILIANS = ActorMention(Span(0, 0), "", "Civilians", ActorType.CIVILIANS, Category.CIVILIANS)


@dataclass(frozen=True, slots=True)
class Roles:
    """The first and second actor and the others named; empty where nobody is."""

    actor1: str = ""
    actor1_type: str = ""
    actor2: str = ""
    actor2_type: str = ""
    assoc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cast:
    """The actors of a clause, or of all clauses of an event, by their part."""

    acting: tuple[ActorMention, ...] = ()
    acted: tuple[ActorMention, ...] = ()
    helping: tuple[ActorMention, ...] = ()


def roles(group: Group) -> Roles:
    """The roles that the mentions tell together: a name before "fighters", the first mention's word first."""
    casts = [_of_clause(draft) for draft in group]
    kind = group[0].coding.event_type
    acting = _without_weapons(_named_first(actor for cast in casts for actor in cast.acting))
    acted = _named_first(actor for cast in casts for actor in cast.acted)
    helping = _named_first(actor for cast in casts for actor in cast.helping)
    return _in_order(*_as_coded(kind, acting, acted), helping)


def _in_order(
    acting: Sequence[ActorMention], acted: Sequence[ActorMention], helping: Sequence[ActorMention]
) -> Roles:
    first = acting[0] if acting else None
    second = next((each for each in (*acted, *acting) if not first or each.name != first.name), None)
    chosen = {each.name for each in (first, second) if each}
    others = [each.name for each in (*acting, *acted, *helping) if each.name not in chosen]
    kinds = [each.group for each in (*acting, *acted) if each.group]
    return Roles(
        first.name if first else "",
        first.type if first else "",
        second.name if second else "",
        second.type if second else "",
        tuple(dict.fromkeys((*others, *kinds))),
    )


def _named_first(found: Iterable[ActorMention]) -> list[ActorMention]:
    """One mention an actor and kind of civilians, in order; the named first, aircraft and civilians last."""
    once: dict[tuple[str, str], ActorMention] = {}
    for actor in found:
        once.setdefault((actor.name, actor.group), actor)
    return sorted(once.values(), key=_weight)


def _weight(actor: ActorMention) -> int:
    if actor.category in _KNOWN:
        return 0
    if actor.type in _OF_STATES and actor.category != "weapon":
        return 0
    return {"crowd": 1, "civilians": 2, "weapon": 3}.get(actor.category, 1)


def _as_coded(
    kind: str, acting: list[ActorMention], acted: list[ActorMention]
) -> tuple[list[ActorMention], list[ActorMention]]:
    """With those whom the kind of event takes for granted: a crowd that protests, civilians attacked."""
    if kind in _CROWDS:
        crowd = [each for each in (*acting, *acted) if each.category == "crowd"]
        if not crowd and kind == "Riots" and any(_is_armed(each) for each in acting):
            return acting, acted  # vigilantes
        crowd = crowd or [_crowd(_CROWDS[kind])]
        return crowd, [each for each in (*acting, *acted) if each.category != "crowd"]
    if kind == _ATTACKED and not acted:
        return acting, [_CIVILIANS]
    if not acting and acted and kind not in _VIOLENT[1:]:
        return acted[:1], acted[1:]  # a clash or an agreement has sides, whoever began it
    return acting, acted


def _crowd(name: str) -> ActorMention:
    return replace(_CIVILIANS, name=name, type=ActorType(name), category=Category.CROWD)


def _of_clause(draft: Draft) -> _Cast:
    """Those that act, are acted upon and help in one clause."""
    start, kind = draft.clause.span.start, draft.coding.event_type
    trigger = draft.coding.cue.span
    own = [each for each in draft.actors if draft.clause.span.covers(each.span)]
    taken_over = [each for each in draft.actors if not draft.clause.span.covers(each.span)]
    told = [*zip(own, parts(draft.quote, start, trigger, own), strict=True)]
    told += [(each, Part.ACTS) for each in taken_over if each.category != "speaker"]
    cast = [_fitting(actor, part, draft) for actor, part in told]
    by_part = {part: [actor for actor, its in cast if its is part] for part in Part}
    acting = _with_speaker(kind, by_part)
    if not by_part[Part.SUFFERS] and _hits_civilians(draft):
        by_part[Part.SUFFERS] = [_CIVILIANS]
    return _Cast(
        tuple(_identified(acting, cast, Part.ACTS)),
        tuple(_identified(by_part[Part.SUFFERS], cast, Part.SUFFERS)),
        tuple(by_part[Part.HELPS]),
    )


def _hits_civilians(draft: Draft) -> bool:
    """Whether shells or arsonists hit what is civilians': homes, markets, schools."""
    kinds = (draft.coding.event_type, draft.coding.sub_event_type)
    return any(kind in _ON_THINGS for kind in kinds) and bool(_CIVIL.search(draft.quote))


def _with_speaker(kind: str, by_part: dict[Part, list[ActorMention]]) -> list[ActorMention]:
    """Who tells of its own battle is a side of it, where only the other side is named."""
    acting = by_part[Part.ACTS]
    sides = [each for each in (*acting, *by_part[Part.SUFFERS]) if _is_armed(each)]
    if kind != "Battles" or len(sides) > 1:
        return acting
    return [
        *acting,
        *(each for each in by_part[Part.TELLS] if _is_armed(each) and each.branch is not Branch.POLICE),
    ]


def _is_armed(actor: ActorMention) -> bool:
    return actor.category not in ("civilians", "crowd", "weapon") and actor.type != "Civilians"


def _fitting(actor: ActorMention, part: Part, draft: Draft) -> tuple[ActorMention, Part]:
    """The actor and its part as the kind of event has it."""
    kind = draft.coding.event_type
    if actor.category == "civilians" and part in (Part.ACTS, Part.SUFFERS):
        return _people(actor, part, draft)
    if actor.category == "weapon" and part is Part.SUFFERS and not _DOWNED.search(draft.quote):
        return actor, Part.ACTS
    if kind == "Riots" and actor.name == "Protesters":
        return _as(actor, "Rioters", ActorType.RIOTERS, Category.CROWD), part
    if actor.category is Category.GENERIC and kind in _VIOLENT and actor.branch is Branch.GOVERNMENT:
        return replace(actor, name=actor.name.replace("Government", "Military Forces", 1)), part
    return actor, part


def _people(actor: ActorMention, part: Part, draft: Draft) -> tuple[ActorMention, Part]:
    """People as the kind of event has them: a crowd, armed men, a mob, else its victims."""
    kind = draft.coding.event_type
    if kind in _CROWDS:
        marching = _as(actor, _CROWDS[kind], ActorType(_CROWDS[kind]), Category.CROWD)
        return (marching, Part.ACTS) if _marches(actor, part, draft) else (actor, part)
    if part is Part.ACTS and _ANYBODY.search(actor.text) and _does_harm(draft):
        return replace(
            _as(actor, "Unidentified Armed Group", ActorType.POLITICAL, Category.GENERIC), group=""
        ), part
    if kind in _VIOLENT and is_told_by(draft.quote, actor.span.start - draft.clause.span.start):
        return _as(actor, "Rioters", ActorType.RIOTERS, Category.CROWD), part
    return actor, Part.SUFFERS if kind in _VIOLENT else part


def _as(actor: ActorMention, name: str, kind: ActorType, category: Category) -> ActorMention:
    return replace(actor, name=name, type=kind, category=category)


def _marches(actor: ActorMention, part: Part, draft: Draft) -> bool:
    """Whether people in a clause of a protest are those who protest, and not what it is about."""
    before = draft.quote[: max(0, actor.span.start - draft.clause.span.start)]
    if part is Part.ACTS or any(each.type == "State Forces" for each in draft.actors):
        return True  # whom the police meets at a protest are those who protest
    return draft.coding.event_type == "Protests" and not _ABOUT.search(before)


def _does_harm(draft: Draft) -> bool:
    return draft.coding.event_type in _VIOLENT or "Looting" in draft.coding.sub_event_type


def _without_weapons(acting: list[ActorMention]) -> list[ActorMention]:
    """Aircraft and the like are theirs who are named beside them."""
    armed = [each for each in acting if each.category != "weapon" and _is_armed(each)]
    return [each for each in acting if each.category != "weapon"] if armed else acting


def _identified(
    actors: Sequence[ActorMention], cast: Sequence[tuple[ActorMention, Part]], part: Part
) -> Iterator[ActorMention]:
    """Without "fighters" and the like beside a named group: they are that group's, "guerrillas" on the same side."""
    named = {its for each, its in cast if each.category in _KNOWN}
    beside = {its for each, its in cast if each.category in _KNOWN and each.type not in _OF_STATES}
    for actor in actors:
        words = actor.text
        if named and actor.name == "Unidentified Armed Group" and _MEMBERS.fullmatch(words):
            continue
        if part in beside and actor.name in _LABELS and _LABELLED.fullmatch(words):
            continue
        yield actor

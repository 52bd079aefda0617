"""Who acts and who is acted upon in an event, put as ACLED puts it.

Civilians where they are the target, protesters and rioters where a crowd acts, allies and kinds of civilians beside them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.actors import ActorMention
from dashboard.actors.model import ANYBODY, OF_STATES, ActorType, Branch, Category
from dashboard.extraction.acled import EventType, SubEventType
from dashboard.extraction.annotate.casualty_counts import Count
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.semantic_roles import LEXICON, SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.link.retold import Group
from dashboard.language import wordlists
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_KNOWN = (Category.NAMED, Category.ANAPHORA)
_HITS = (EventType.REMOTE_VIOLENCE, EventType.VIOLENCE_AGAINST_CIVILIANS)
_VIOLENT = (EventType.BATTLES, *_HITS)
_ON_THINGS = (EventType.REMOTE_VIOLENCE, SubEventType.LOOTING)
_ONE_SIDED = (SubEventType.LOOTING, SubEventType.ARRESTS, SubEventType.DISRUPTED_WEAPONS_USE)
_TAKEN = (SubEventType.ARRESTS, SubEventType.ABDUCTION)
_CROWDS = {EventType.PROTESTS: ActorType.PROTESTERS, EventType.RIOTS: ActorType.RIOTERS}
_WEIGHTS = {
    Category.CROWD: 1,
    Category.CIVILIANS: 2,
    Category.WEAPON: 3,
}  # of those who are not armed themselves
_LABELS = ("Opposition Rebels", "Islamist Militia", "Separatists", ANYBODY)


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


_CIVIL = re.compile(rf"\b{_any(LEXICON['civilian']['targets'])}\b", re.IGNORECASE)
_ANYBODY = re.compile(rf"\b{_any(LEXICON['anybody']['words'])}$", re.IGNORECASE)
_CROWD = re.compile(rf"\b{_any(LEXICON['anybody']['crowds'])}\b", re.IGNORECASE)
_ABOUT = re.compile(rf"\b{_any(LEXICON['protest']['about'])}\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)
_DOWNED = re.compile(rf"\b{_any(LEXICON['downed']['words'])}\b", re.IGNORECASE)
_MEMBERS = re.compile(
    rf"(?:{_any(LEXICON['members']['before'])} )*{_any(LEXICON['members']['words'])}", re.IGNORECASE
)
_LABELLED = re.compile(rf"(?:{LEXICON['labels']['the']} )?{_any(LEXICON['labels']['words'])}", re.IGNORECASE)
_NO_CIVILIANS = frozenset(
    form for noun in LEXICON["counted"]["no_civilian"] for form in (noun, wordlists.plural(noun))
)
_ARMED = _NO_CIVILIANS - frozenset(LEXICON["counted"]["anybody"])
_PEOPLE = frozenset(
    form
    for form, classes in wordlists.word_classes(lexicon("casualty_counts")["words"]).items()
    if "person" in classes
)
_SUSPECTS = re.compile(rf"\b{_any(LEXICON['anybody']['suspects'])}$", re.IGNORECASE)
_AT_WORK = frozenset(LEXICON["anybody"]["at_work"])
_BESIDE = 3  # characters
_ARTICLES = frozenset(lexicon("casualty_counts")["bounds"]["new"])
_COUNTED = re.compile(r"(?:\s+[\w’'-]+){0,3}")  # behind a number: who they are
_CIVILIANS = ActorMention(Span(0, 0), "", "Civilians", ActorType.CIVILIANS, Category.CIVILIANS)


@dataclass(frozen=True, slots=True)
class AcledActors:
    """The first and second actor and the others named; empty where nobody is."""

    actor1: str = ""
    actor1_type: str = ""
    actor2: str = ""
    actor2_type: str = ""
    assoc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cast:
    """The actors of a clause, or of all clauses of an event, by their role."""

    acting: tuple[ActorMention, ...] = ()
    acted: tuple[ActorMention, ...] = ()
    helping: tuple[ActorMention, ...] = ()


def acled_actors(group: Group) -> AcledActors:
    """The actors that the candidates name together: a name before "fighters", the first candidate's word first."""
    casts = [_of_clause(candidate) for candidate in group]
    acting = _without_weapons(_named_first(actor for cast in casts for actor in cast.acting))
    acted = _named_first(actor for cast in casts for actor in cast.acted)
    helping = _named_first(actor for cast in casts for actor in cast.helping)
    return _in_order(group[0].coding.event_type, *_as_coded(group[0].coding, acting, acted), helping)


def _in_order(
    kind: EventType,
    acting: Sequence[ActorMention],
    acted: Sequence[ActorMention],
    helping: Sequence[ActorMention],
) -> AcledActors:
    """The sides; of two states that strike from afar together the second is beside the first, and not what is hit."""
    first = acting[0] if acting else None
    together = kind is EventType.REMOTE_VIOLENCE and first is not None and first.type in OF_STATES
    sides = [each for each in acting if not (together and each.type in OF_STATES)]
    second = next((each for each in (*acted, *sides) if not first or each.name != first.name), None)
    chosen = {each.name for each in (first, second) if each}
    others = [each.name for each in (*acting, *acted, *helping) if each.name not in chosen]
    kinds = [each.group for each in (*acting, *acted) if each.group]
    return AcledActors(
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
    if actor.type in OF_STATES and actor.category is not Category.WEAPON:
        return 0
    return _WEIGHTS.get(actor.category, 1)


def _as_coded(
    coded: Coding, acting: list[ActorMention], acted: list[ActorMention]
) -> tuple[list[ActorMention], list[ActorMention]]:
    """With those whom the kind of event takes for granted: a crowd that protests, civilians attacked."""
    kind = coded.event_type
    if kind in _CROWDS:
        crowd = [each for each in (*acting, *acted) if each.category is Category.CROWD]
        if not crowd and kind is EventType.RIOTS and any(_is_armed(each) for each in acting):
            return acting, acted  # vigilantes
        crowd = crowd or [_crowd(_CROWDS[kind])]
        return crowd, [each for each in (*acting, *acted) if each.category is not Category.CROWD]
    if kind is EventType.VIOLENCE_AGAINST_CIVILIANS and not acted:
        return acting, [_CIVILIANS]
    sided = acted and not (kind is EventType.BATTLES and acted[0].category is Category.CIVILIANS)
    if not acting and sided and coded.sub_event_type not in _ONE_SIDED and kind not in _HITS:
        return acted[:1], acted[1:]  # a clash or an agreement has sides, whoever began it
    return acting, acted


def _crowd(kind: ActorType) -> ActorMention:
    return replace(_CIVILIANS, name=kind.value, type=kind, category=Category.CROWD)


def _of_clause(candidate: Candidate) -> _Cast:
    """Those that act, are acted upon and help in one clause."""
    roles = [
        (each.actor, SemanticRole.SUFFERS if _is_counted(each.actor, candidate) else each.role, each.doer)
        for each in candidate.participants
        if not (each.taken_over and each.role is SemanticRole.TELLS)
    ]
    cast = [_fitting(actor, role, candidate, doer=doer) for actor, role, doer in roles]
    by_role = {role: [actor for actor, its in cast if its is role] for role in SemanticRole}
    acting = _with_speaker(candidate.coding.event_type, by_role)
    if not by_role[SemanticRole.SUFFERS] and (_hits_civilians(candidate) or _counts_civilians(candidate)):
        by_role[SemanticRole.SUFFERS] = [_CIVILIANS]
    return _Cast(
        tuple(_identified(acting, cast, SemanticRole.ACTS)),
        tuple(_identified(by_role[SemanticRole.SUFFERS], cast, SemanticRole.SUFFERS)),
        tuple(by_role[SemanticRole.HELPS]),
    )


def _is_counted(actor: ActorMention, candidate: Candidate) -> bool:
    """Whether the harm counted is the actor's: who was killed, wounded or taken does not act."""
    counts = (candidate.casualties.killed, candidate.casualties.wounded, candidate.casualties.captured)
    return any(count and count.low and actor.span.touches(count.span) for count in counts)


def _hits_civilians(candidate: Candidate) -> bool:
    """Whether shells or arsonists hit what is civilians': homes, markets, schools."""
    kinds = (candidate.coding.event_type, candidate.coding.sub_event_type)
    return any(kind in _ON_THINGS for kind in kinds) and bool(_CIVIL.search(candidate.quote))


def _counts_civilians(candidate: Candidate) -> bool:
    """Whether those whom a blast or shells harmed, or who were taken, are counted by a word for unarmed people: "two brothers", "17 of its staff"."""
    harmed = candidate.casualties
    if candidate.coding.event_type is EventType.REMOTE_VIOLENCE:
        counts = (harmed.killed, harmed.wounded)
        return any(_is_civil(count, candidate, _NO_CIVILIANS) for count in counts if count and count.low)
    taken = harmed.captured if candidate.coding.sub_event_type in _TAKEN else None
    return bool(taken and taken.low and _is_civil(taken, candidate, _ARMED))


def _is_civil(count: Count, candidate: Candidate, others: frozenset[str]) -> bool:
    here = candidate.clause.span
    end = _COUNTED.match(candidate.quote, count.span.end - here.start) if here.covers(count.span) else None
    words = f"{count.text} {end[0] if end else ''}".lower().split()
    if (
        words[0] in _ARTICLES
        and len(words) > 1
        and not any(each.span.touches(count.span) for each in candidate.clause.actors)
    ):
        return others.isdisjoint(words)  # "a gold prospector": whoever is no soldier
    people = [word for word in words if word in _PEOPLE]
    return bool(people) and others.isdisjoint(people)


def _with_speaker(kind: EventType, by_role: dict[SemanticRole, list[ActorMention]]) -> list[ActorMention]:
    """Who reports its own battle is a side of it, where only the other side is named."""
    acting = by_role[SemanticRole.ACTS]
    sides = [each for each in (*acting, *by_role[SemanticRole.SUFFERS]) if _is_armed(each)]
    if kind is not EventType.BATTLES or len(sides) > 1:
        return acting
    return [
        *acting,
        *(
            each
            for each in by_role[SemanticRole.TELLS]
            if _is_armed(each) and each.branch is not Branch.POLICE
        ),
    ]


def _is_armed(actor: ActorMention) -> bool:
    return actor.category not in _WEIGHTS and actor.type is not ActorType.CIVILIANS


def _fitting(
    actor: ActorMention, role: SemanticRole, candidate: Candidate, *, doer: bool
) -> tuple[ActorMention, SemanticRole]:
    """The actor and its role as the kind of event has it."""
    kind = candidate.coding.event_type
    if actor.category is Category.CIVILIANS and role in (SemanticRole.ACTS, SemanticRole.SUFFERS):
        return _people(actor, role, candidate, doer=doer)
    if (
        actor.category is Category.WEAPON
        and role is SemanticRole.SUFFERS
        and not _DOWNED.search(candidate.quote)
    ):
        return actor, SemanticRole.ACTS
    if kind is EventType.RIOTS and actor.name == ActorType.PROTESTERS:
        return _as(actor, ActorType.RIOTERS.value, ActorType.RIOTERS, Category.CROWD), role
    if kind is EventType.RIOTS and role is SemanticRole.ACTS and _is_of_a_people(actor):
        return _as(actor, ActorType.RIOTERS.value, ActorType.RIOTERS, Category.CROWD), role
    if actor.category is Category.GENERIC and kind in _VIOLENT and actor.branch is Branch.GOVERNMENT:
        return replace(actor, name=actor.name.replace("Government", "Military Forces", 1)), role
    return actor, role


def _is_of_a_people(actor: ActorMention) -> bool:
    """Whether it is farmers, fishermen or the like, without a name: armed in a battle, a crowd in a riot."""
    return actor.category is Category.GENERIC and actor.type is ActorType.IDENTITY


def _people(
    actor: ActorMention, role: SemanticRole, candidate: Candidate, *, doer: bool
) -> tuple[ActorMention, SemanticRole]:
    """People as the kind of event has them: a crowd, armed men, a mob, else its victims."""
    kind = candidate.coding.event_type
    if kind is EventType.BATTLES and _SUSPECTS.search(actor.text):
        return replace(_as(actor, ANYBODY, ActorType.POLITICAL, Category.GENERIC), group=""), role
    if kind in _CROWDS and role is SemanticRole.SUFFERS and actor.group in _AT_WORK:
        return actor, role
    if kind in _CROWDS:
        marching = _as(actor, _CROWDS[kind].value, _CROWDS[kind], Category.CROWD)
        return (marching, SemanticRole.ACTS) if _marches(actor, role, candidate) else (actor, role)
    acts = role is SemanticRole.ACTS
    crowd = acts and _CROWD.search(actor.text) is not None
    looting = candidate.coding.sub_event_type is SubEventType.LOOTING
    if acts and _ANYBODY.search(actor.text) and _does_harm(candidate) and not (crowd and looting):
        return replace(_as(actor, ANYBODY, ActorType.POLITICAL, Category.GENERIC), group=""), role
    mob = (crowd and _does_harm(candidate)) or (acts and looting and _is_before(actor, candidate))
    if mob or (kind in _VIOLENT and doer):
        return _as(actor, ActorType.RIOTERS.value, ActorType.RIOTERS, Category.CROWD), role
    return actor, SemanticRole.SUFFERS if kind in _VIOLENT else role


def _is_before(actor: ActorMention, candidate: Candidate) -> bool:
    """Whether people stand right before the word for what was done: "hungry residents looted a store"."""
    return 0 <= candidate.trigger.start - actor.span.end <= _BESIDE


def _as(actor: ActorMention, name: str, kind: ActorType, category: Category) -> ActorMention:
    return replace(actor, name=name, type=kind, category=category)


def _marches(actor: ActorMention, role: SemanticRole, candidate: Candidate) -> bool:
    """Whether people in a clause of a protest are those who protest, and not what it is about."""
    before = candidate.quote[: max(0, actor.span.start - candidate.clause.span.start)]
    if role is SemanticRole.ACTS or any(each.type is ActorType.STATE for each in candidate.actors):
        return True  # whom the police meets at a protest are those who protest
    return candidate.coding.event_type is EventType.PROTESTS and not _ABOUT.search(before)


def _does_harm(candidate: Candidate) -> bool:
    return candidate.coding.event_type in _VIOLENT or candidate.coding.sub_event_type is SubEventType.LOOTING


def _without_weapons(acting: list[ActorMention]) -> list[ActorMention]:
    """Aircraft and the like are theirs who are named beside them."""
    armed = [each for each in acting if each.category is not Category.WEAPON and _is_armed(each)]
    return [each for each in acting if each.category is not Category.WEAPON] if armed else acting


def _identified(
    actors: Sequence[ActorMention], cast: Sequence[tuple[ActorMention, SemanticRole]], role: SemanticRole
) -> Iterator[ActorMention]:
    """Without "fighters" and the like beside a named group: they are that group's, "guerrillas" on the same side."""
    named = {its for each, its in cast if each.category in _KNOWN}
    beside = {its for each, its in cast if each.category in _KNOWN and each.type not in OF_STATES}
    for actor in actors:
        words = actor.text
        if named and actor.name == ANYBODY and _MEMBERS.fullmatch(words):
            continue
        if role in beside and actor.name in _LABELS and _LABELLED.fullmatch(words):
            continue
        yield actor

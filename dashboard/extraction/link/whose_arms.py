"""Who struck where a strike is told without: the only army that strikes there in the report, or that has such arms over the country."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.actors import ActorMention
from dashboard.actors.arms import army, owner_of
from dashboard.actors.model import ActorType, Branch, Category
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.who import Participant
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.extraction.link.retold import Group
from dashboard.text import Span

_STRIKES = (SubEventType.AIR_STRIKE, SubEventType.SHELLING)
_STATES = (ActorType.STATE, ActorType.EXTERNAL)
_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER, Category.WEAPON)
_ARMS = {name: any_of(words) for name, words in CLAUSES["arms-of-states"].items()}
_UNKNOWN = any_of(CLAUSES["unknown-arms"]["words"])


def with_strikers(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups; a strike of nobody's is laid on who alone strikes so there, but never on whom it hit."""
    countries = tuple(_countries(groups))
    told = tuple(zip(groups, countries, strict=True))
    return tuple(_with_striker(group, country, told) for group, country in told)


def _with_striker(group: Group, country: str, told: Sequence[tuple[Group, str]]) -> Group:
    if not (country and group[0].coding.sub_event_type in _STRIKES) or _is_somebodys(group):
        return group
    alike = [other for other, there in told if there == country and _is_alike(group, other)]
    found = _only_striker(alike) or _owner(group, country)
    if found is None or _is_hit(found, group):
        return group
    doer = Participant(found, SemanticRole.ACTS, taken_over=True, alone=True)
    return (replace(group[0], participants=(*group[0].participants, doer)), *group[1:])


def _is_hit(striker: ActorMention, group: Group) -> bool:
    """Whether an army, or the police of its country, has another part in the act."""
    named = [each for one in group for each in one.actors if each.type in _STATES]
    return any(striker.country == each.country or striker.name == each.name for each in named)


def _countries(groups: Sequence[Group]) -> Iterator[str]:
    """The country (ISO) of each, that of the one before where its place is on no map."""
    own = [_country(group) for group in groups]
    last = next(filter(None, own), "")
    for country in own:
        last = country or last
        yield last


def _country(group: Group) -> str:
    places = (each.where.place for each in group)
    return next((place.place.iso for place in places if place and place.place), "")


def _is_alike(group: Group, other: Group) -> bool:
    return other is not group and other[0].coding.sub_event_type is group[0].coding.sub_event_type


def _is_somebodys(group: Group) -> bool:
    """Whether somebody armed is told to strike, or nobody is said to know who did."""
    return any(True for _ in _strikers(group)) or any(_UNKNOWN.search(each.quote) for each in group)


def _strikers(group: Group) -> Iterator[ActorMention]:
    for each in (participant for one in group for participant in one.participants):
        unarmed = each.actor.category in _UNARMED or each.actor.type is ActorType.CIVILIANS
        if each.role is SemanticRole.ACTS and not unarmed:
            yield each.actor


def _only_striker(groups: Sequence[Group]) -> ActorMention | None:
    """The army that alone is told to strike; None where there are several, or others than armies."""
    found = {each.name: each for group in groups for each in _strikers(group)}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only and only.type in _STATES and only.branch is Branch.MILITARY else None


def _owner(group: Group, country: str) -> ActorMention | None:
    """The army that alone has the arms named over the country on that day."""
    for one in (each for each in group if not each.leans):
        day = one.when.start.date() if one.when.start else None
        for arms, words in _ARMS.items():
            named = words.search(one.quote)
            owner = owner_of(arms, country, day) if named else ""
            if named and owner:
                span = Span(one.clause.span.start + named.start(), one.clause.span.start + named.end())
                return army(owner, country, span, named.group())
    return None

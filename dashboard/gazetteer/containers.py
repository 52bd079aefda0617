"""What the words beside a name say it lies in: "Bara, in the Khyber district of Pakistan", "Congo's Ituri province".

A region or country told beside a name binds it: what lies there is meant, and what lies elsewhere is not, however
well known it is. Where none of that name lies there, the name is on no map of ours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.namesakes import filed_together
from dashboard.gazetteer.place import SETTLEMENTS, Place, PlaceCandidate, PlaceKind, Toponym
from dashboard.gazetteer.spelling import key
from dashboard.language.lexicon import one_of
from dashboard.text import Span

Ranked = tuple[PlaceCandidate, ...]
_R = WORDS.relations
_KIND = rf"(?:{one_of(word for word in WORDS.generic if word.isascii())}|{_R['kinds_besides']})"
_THE = rf"(?:(?:{_R['the']}|{_R['a']})\s+)?"
_SIDE = rf"(?:(?:{one_of(WORDS.directions)})\s+)?"
_OF_KIND = rf"(?:{_KIND}\s+(?:{_R['of']})\s+{_THE})?"
_WITHIN = re.compile(
    rf"(?P<kind>\s+{_KIND})?\s*(?:,\s*{_THE}{_SIDE}{_KIND}\s+)?(?P<link>,\s*(?:{_R['inside']})\s|[,(]|(?:{_R['inside']})\s)\s*{_THE}{_SIDE}{_OF_KIND}{_SIDE}"
)
_AND = re.compile(rf",?\s+(?:{_R['and']}|{_R['or']})\s+{_THE}")
_OWNS = re.compile(rf"['’]s?\s+{_SIDE}(?:{_KIND}\s+(?:{_R['of']})\s+{_THE})?{_SIDE}")
_PEOPLE_OWNS = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}?{_KIND}\s+(?:(?:{_R['of']})\s+)?{_THE}")
_ORIGIN = re.compile(rf"\b(?:{_R['origins']})\s+{_THE}{_OF_KIND}$", re.IGNORECASE)
_COMMA = frozenset({",", "("})
_FARTHEST = 120  # characters between a people and the town that is theirs
_REACH = 30  # characters looked back over
_LIKELY = 3.0  # points behind the best candidate: what a container may mean as well
_AMONG = 4  # candidates of a container that are looked at
_INSIDE_KM = 60.0
_OUTSIDE_KM = 150.0
_TOWN = "gn:"  # of a table that tells the region of each
_STATES = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
_MOST = 6  # names in a row, each in the next: more are a list, and a long one would be gone through for each of its names
POINTS = 6.0
"""What a place gains for lying where the text says."""


@dataclass(frozen=True, slots=True)
class Container:
    """What a name is said to lie in: the words, the places they may mean, and whether they bind it."""

    name: str
    places: tuple[Place, ...]
    binds: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """A people right before a name, with the country on the map: "the Syrian town of …"."""

    span: Span
    country: Place


def containers(
    text: str, toponyms: Sequence[Toponym], found: Sequence[Ranked], owners: Sequence[Owner]
) -> list[tuple[Container, ...]]:
    """For each toponym all that it is said to lie in, the nearest first; ``owners`` stand in the order of the text."""
    held: list[tuple[Container, ...]] = [()] * len(toponyms)
    for at in range(len(toponyms) - 1, -1, -1):
        held[at] = (*_following(text, toponyms, found, held, at), *_owner(text, toponyms, found, owners, at))
    return held


def _following(
    text: str,
    toponyms: Sequence[Toponym],
    found: Sequence[Ranked],
    held: Sequence[tuple[Container, ...]],
    at: int,
) -> Iterator[Container]:
    """The place told after the name, and what that lies in."""
    if at + 1 >= len(toponyms):
        return
    wider = toponyms[at + 1]
    link = _WITHIN.fullmatch(text, toponyms[at].name_span.end, wider.name_span.start)
    if link is None or (link["link"] not in _COMMA and _is_origin(text, toponyms[at])):
        return
    places = _wide(found[at + 1])
    sure = bool(places) and not _is_list(text, toponyms, at + 1) and _is_sure(link, wider, found[at + 1])
    if places:
        yield Container(wider.name, places, sure)
    owned = at + 2 < len(toponyms) and _OWNS.fullmatch(
        text, wider.name_span.end, toponyms[at + 2].name_span.start
    )
    if owned and (inner := _wide(found[at + 2])):
        yield Container(toponyms[at + 2].name, inner, sure or link["link"] not in _COMMA)
    yield from held[at + 1][:_MOST]


def _is_sure(link: re.Match[str], wider: Toponym, ranked: Ranked) -> bool:
    """Whether the words between say that the one lies in the other: "in", or a comma before what is surely a region."""
    if link["link"] in _COMMA:
        return _is_region(wider, ranked)
    return link["link"].split()[-1] != _R["of"] or bool(link["kind"])


def _is_list(text: str, toponyms: Sequence[Toponym], at: int) -> bool:
    """Whether a name goes on to another of its own rank: "Crockett, Palestine and Houston"."""
    if at + 1 >= len(toponyms):
        return False
    return _AND.fullmatch(text, toponyms[at].span.end, toponyms[at + 1].span.start) is not None


def _is_origin(text: str, toponym: Toponym) -> bool:
    """Whether words of leaving stand before the name: who comes "from Idlib in Homs" is in Homs."""
    start = toponym.name_span.start
    return _ORIGIN.search(text, max(0, start - _REACH), start) is not None


def _owner(
    text: str, toponyms: Sequence[Toponym], found: Sequence[Ranked], owners: Sequence[Owner], at: int
) -> Iterator[Container]:
    """The country or people right before the name that owns it: "Congo's Ituri", "the Syrian town of Nawa"."""
    start = toponyms[at].name_span.start
    if at and _OWNS.fullmatch(text, toponyms[at - 1].name_span.end, start) and (wide := _wide(found[at - 1])):
        yield Container(toponyms[at - 1].name, wide, binds=True)
    first, last = (
        bisect_left(owners, place, key=lambda owner: owner.span.end) for place in (start - _FARTHEST, start)
    )
    for owner in owners[first:last]:
        if _PEOPLE_OWNS.fullmatch(text, owner.span.end, start):
            yield Container(owner.span.of(text), (owner.country,), binds=True)


def _wide(ranked: Ranked) -> tuple[Place, ...]:
    """The regions and countries that a container's name may mean."""
    near = (
        each
        for each in ranked[:_AMONG]
        if each.score >= ranked[0].score - _LIKELY or each.place.precision == 3
    )
    return tuple(each.place for each in near if each.place.precision == 3)


def _is_region(toponym: Toponym, ranked: Ranked) -> bool:
    """Whether a name tells a region by itself: a country, one with the kind told, one that no town there bears."""
    best = ranked[0].place
    if best.kind == PlaceKind.COUNTRY or toponym.generic in WORDS.region:
        return True
    towns = (each for each in ranked if each.place.kind in SETTLEMENTS and each.place.iso == best.iso)
    return best.kind in _STATES and not ranked[0].respelt and next(towns, None) is None


def within(ranked: Ranked, holders: Sequence[Container]) -> Ranked:
    """The candidates by what holds them: more for those inside; those outside left out where that binds."""
    for holder in holders:
        kept = _within(ranked, holder)
        ranked = kept or (ranked if _is_of_a_rank(ranked, holder) else ())
    return tuple(sorted(ranked, key=lambda each: (-each.score, each.place.place_id)))


def _within(ranked: Ranked, holder: Container) -> Ranked:
    kept = []
    for each in ranked:
        if any(lies_in(each.place, wider) for wider in holder.places):
            kept.append(plus(each, POINTS, f"in {holder.name}"))
        elif not holder.binds or any(_may_lie_in(each.place, wider) for wider in holder.places):
            kept.append(each)
    return tuple(kept)


def _is_of_a_rank(ranked: Ranked, holder: Container) -> bool:
    """Whether a name is a state's or region's as its holder's is: of "Kuwait, Egypt" neither lies in the other."""
    best = ranked[0] if ranked else None
    if best is None or best.respelt:
        return False
    return best.place.kind == PlaceKind.COUNTRY or (
        best.place.kind == PlaceKind.ADMIN1 and any(each.kind == PlaceKind.ADMIN1 for each in holder.places)
    )


def bound_to(holders: Sequence[Container]) -> Place | None:
    """The place that a name surely lies in, a region rather than its country; None where nothing binds it."""
    bound = [each.places[0] for each in holders if each.binds]
    return min(bound, key=lambda place: place.kind == PlaceKind.COUNTRY, default=None)


def lies_in(place: Place, wider: Place) -> bool:
    """Whether a place lies in a wider one, as far as the tables tell."""
    if place.place_id == wider.place_id or not _of_country(place, wider):
        return False
    return (
        wider.kind == PlaceKind.COUNTRY or _of_region(place, wider) or place.kilometres_to(wider) < _INSIDE_KM
    )


def _of_country(place: Place, wider: Place) -> bool:
    return place.iso == wider.iso or filed_together(place.iso, wider.iso)


def _of_region(place: Place, wider: Place) -> bool:
    names = {key(wider.name), key(wider.admin1)} if wider.kind == PlaceKind.ADMIN1 else {key(wider.name)}
    return bool({key(place.admin1), key(place.admin2)} - {""} & names)


def _may_lie_in(place: Place, wider: Place) -> bool:
    """Whether nothing tells that a place lies outside."""
    if not (place.iso and wider.iso) or place.place_id == wider.place_id:
        return True
    if not _of_country(place, wider):
        return False
    if wider.kind == PlaceKind.ADMIN1 and place.iso == wider.iso and place.place_id.startswith(_TOWN):
        return _of_region(place, wider)
    return wider.kind not in _STATES or place.kilometres_to(wider) < _OUTSIDE_KM


def plus(each: PlaceCandidate, score: float, reason: str) -> PlaceCandidate:
    """A candidate with more points and the reason of them."""
    return PlaceCandidate(each.place, each.score + score, (*each.reasons, reason), each.respelt)

"""Toponyms put on the map by what the text says around them.

One name, many places: the country the text speaks of, the container told beside the name, the places
nearby in the text and then the size decide, in this order of weight; what lost is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from dashboard.gazetteer.answers import resolved, seat
from dashboard.gazetteer.company import (
    IN_THE_REGION,
    Ranked,
    by_neighbours,
    by_region,
    in_order,
    shares_of,
    without_the_far,
)
from dashboard.gazetteer.containers import Container, Owner, bound_to, containers, plus, within
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.openings import opening
from dashboard.gazetteer.place import REGIONS, Place, PlaceCandidate, PlaceKind, Resolved, Toponym
from dashboard.gazetteer.relations import SEAT_OF
from dashboard.gazetteer.seats import is_seat
from dashboard.gazetteer.spelling import key, shape
from dashboard.text import Span


class LookUp(Protocol):
    """Looks a name up: every place it may mean, best first."""

    def __call__(self, name: str, country: str | None = None, /) -> tuple[PlaceCandidate, ...]:
        """The candidates of a name."""


AMBIGUOUS = 4  # so many candidates are worth a look at their neighbours
_HINT, _COUNTRY = 6.0, 3.0
_STATE, _STATE_ALONE = 9.0, 2.0  # a state is meant by its name, whatever village bears it too
_FOREIGN = 6.0  # what a state loses whose name in another language a place at home bears: Argelia in Colombia
_DISTRICTS = frozenset({PlaceKind.ADMIN2, PlaceKind.ADMIN3})  # they bear their seats' names
_STANDS_BACK = 0.5  # what a name that only sounds alike speaks for its country where another place bears it
_SOUNDS = 3.0  # what a name that only sounds alike loses where another bears it in that country
_LIKELY = 2.0  # points behind the best candidate of a name: what lies further back is not meant
_PEOPLE = 0.5  # a people fights abroad as well
_FURTHER = 0.4  # what a second place of that name in one country adds, for each
_AT_WAR = 2.0  # a place in a country at war is meant rather than its namesake
_AHEAD = 1.5  # the country of a text has so many times the votes of the next
_LITTLE, _WELL = 0.1, 0.3  # shares of the votes
_SLIPS = 2  # letters more or fewer, in a name that only sounds like the city's: "Odaisseh" is not Odesa
_LARGE = 50_000  # people: a town that may be told of far from all others
_WELL_KNOWN = 100_000  # people: a town whose name may be spelt with other vowels where no country is told


@dataclass(frozen=True)
class Survey:
    """The names of places in a text, and what they say together of its country.

    ``peoples`` are the names of peoples ("Syrian") with the ISO codes of their countries; ``look`` looks names up.
    """

    index: Index
    look: LookUp
    text: str
    toponyms: tuple[Toponym, ...]
    peoples: tuple[tuple[Span, str], ...]

    @cached_property
    def _people_at(self) -> Mapping[int, str]:
        """The country of the people whose name begins at a character."""
        return {span.start: iso for span, iso in reversed(self.peoples)}

    @cached_property
    def votes(self) -> Mapping[str, float]:
        """How much speaks for each country: each name shares one vote among those that may be meant, a people half."""
        return self._votes(self.toponyms)

    def _votes(self, toponyms: Iterable[Toponym]) -> Mapping[str, float]:
        votes: dict[str, float] = defaultdict(float)
        for toponym in toponyms:
            for iso, share in self._leanings(toponym).items():
                votes[iso] += share
        for _, iso in self.peoples:
            votes[iso] += _PEOPLE
        return votes

    def _leanings(self, toponym: Toponym) -> dict[str, float]:
        """How likely each country is by a name alone: by its best place of that name, more where there is war."""
        ranked = self.look(self._words(toponym))[:AMBIGUOUS]
        spelt = any(not each.respelt for each in ranked)
        weights: dict[str, float] = {}
        for each in ranked:
            iso = each.place.iso
            if iso and each.score >= ranked[0].score - _LIKELY:
                likely = 2.0 ** (each.score - ranked[0].score) * self._war(iso)
                likely *= _STANDS_BACK if spelt and each.respelt else 1.0
                weights[iso] = weights[iso] + _FURTHER * likely if iso in weights else likely
        return shares_of(weights)

    def _war(self, iso: str) -> float:
        return _AT_WAR if iso in self.index.tables.at_war else 1.0

    @property
    def countries_of_peoples(self) -> Iterator[tuple[Span, Place]]:
        """The names of peoples with their countries on the map."""
        countries = self.index.tables.countries
        return ((span, countries[iso].place) for span, iso in self.peoples)

    @cached_property
    def country(self) -> str:
        """The ISO code of the country the text is mostly about, empty when nothing tells or too many may be meant."""
        return _ahead(self.votes)

    def country_without(self, names: Collection[Toponym], also: Mapping[str, float] | None = None) -> str:
        """The country the text is mostly about, when these names, which tell of no place, are left out; that with them else.

        ``also``: what speaks for countries besides places.
        """
        others = [each for each in self.toponyms if each not in names]
        votes = self._votes(others) if others and len(others) < len(self.toponyms) else self.votes
        return _ahead(
            {iso: votes.get(iso, 0.0) + (also or {}).get(iso, 0.0) for iso in {*votes, *(also or {})}}
        )

    def resolve(self, hint: str | None = None) -> list[Resolved]:
        """Each toponym with the place it most likely means, in the order of the text."""
        found, held = self._weighed(hint)
        return [
            _held(self._resolved(each, ranked, hint or self.country), holders)
            for each, ranked, holders in zip(self.toponyms, found, held, strict=True)
        ]

    def _resolved(self, toponym: Toponym, ranked: Ranked, home: str) -> Resolved:
        """A toponym at the best of its candidates; a capital told without its name at that of its people, or at home."""
        people = self._people_at.get(toponym.name_span.start, "")
        if is_seat(self.text, toponym) and toponym.relation != SEAT_OF:
            return seat(self.index, toponym, people or home)
        return resolved(self.index, toponym, ranked)

    def _weighed(self, hint: str | None) -> tuple[list[Ranked], list[tuple[Container, ...]]]:
        """The candidates of each toponym, best first by all that the text tells, and what holds it."""
        shares = shares_of(self.votes)
        found = by_region([self._ranked(each, shares, hint) for each in self.toponyms])
        owners = [Owner(span, country) for span, country in self.countries_of_peoples]
        held = containers(self.text, self.toponyms, found, owners)
        found = [within(ranked, holders) for ranked, holders in zip(found, held, strict=True)]
        found = [opening(self.text, self.toponyms, found, at) for at in range(len(found))]
        found = without_the_far(found, self._is_capital, self._is_known_abroad)
        backed = by_neighbours([self._backed(*each, hint) for each in zip(self.toponyms, found, strict=True)])
        return backed, held

    def _ranked(self, toponym: Toponym, shares: Mapping[str, float], hint: str | None) -> Ranked:
        """The candidates with points for their country."""
        found = self._candidates(toponym, hint)
        homes = {hint} if hint else {iso for iso, share in shares.items() if share > _WELL}
        at_home = any(
            each.place.iso in homes
            and not each.respelt
            and (hint or each.place.kind != PlaceKind.COUNTRY)
            and each.place.kind not in _DISTRICTS
            for each in found
        )

        def with_country(each: PlaceCandidate) -> PlaceCandidate:
            share = shares.get(each.place.iso, 0.0)
            if each.place.iso and each.place.iso == hint:
                sounds = each.respelt and at_home
                each = plus(each, _HINT - _SOUNDS * sounds, "country given")
            elif share > _LITTLE:
                each = plus(each, _COUNTRY * share, "country of the report")
            named = each.place.kind == PlaceKind.COUNTRY and not each.respelt
            if named and at_home and key(each.place.name) != key(toponym.name):
                return plus(each, -_FOREIGN, "another language's name of a country")
            if named and hint and not self._is_region_there(toponym, each, hint):
                return plus(each, _STATE, "a country's name")
            if named and not hint and not at_home:
                return plus(each, _STATE_ALONE, "a country's name")
            return each

        return in_order(with_country(each) for each in found)

    def _is_region_there(self, toponym: Toponym, country: PlaceCandidate, hint: str) -> bool:
        """Whether a country's name is that of a region of the country given, far from it: Georgia in the United States."""
        known = self.index.tables.countries.get(hint)
        near = known is not None and country.place.iso in known.neighbours
        return not near and any(
            each.place.kind == PlaceKind.ADMIN1 and each.place.iso == hint and not each.respelt
            for each in self.look(toponym.name)
        )

    def _candidates(self, toponym: Toponym, hint: str | None) -> Ranked:
        """What the name may mean; of a village or a quarter only what lies in a country told of."""
        found = self._of_kind(toponym, hint)
        if not hint or toponym.generic not in WORDS.small or self._is_adjective(toponym):
            return found
        return tuple(
            each for each in found if each.place.iso == hint or each.place.iso in self.countries_named
        )

    def _of_kind(self, toponym: Toponym, hint: str | None) -> Ranked:
        """What the name may mean by itself; only regions where the word for a region stands beside it and there are any."""
        words = self._words(toponym)
        found = self.look(words) or (self.look(words, hint) if hint else ())
        if toponym.generic not in WORDS.region:
            return found
        return tuple(each for each in found if each.place.kind in REGIONS and not each.respelt) or found

    def _words(self, toponym: Toponym) -> str:
        """The name to look up, with the word for its kind."""
        told = toponym.generic in toponym.name.lower() or self._is_adjective(toponym)
        return toponym.name if told else f"{toponym.name} {toponym.generic}"

    def _is_adjective(self, toponym: Toponym) -> bool:
        """Whether a country's name only says whose an unnamed town is: "a northern Mali town"."""
        country = toponym.generic in WORDS.settlement and self.index.country_named(toponym.name)
        return bool(country) and toponym.text.lower().endswith(toponym.generic)

    def _backed(self, toponym: Toponym, ranked: Ranked, hint: str | None) -> Ranked:
        """The candidates without those that only sound like the name and that nothing else in the text speaks for."""
        return tuple(
            each for each in ranked if not each.respelt or self._is_backed(toponym, each.place, hint)
        )

    def _is_capital(self, place: Place) -> bool:
        return place.kind == PlaceKind.CITY and place == self.index.capital(place.iso)

    def _is_known_abroad(self, at: int, each: PlaceCandidate) -> bool:
        """Whether the text says where it lies; of what only sounds alike, whether it is a region or a large town."""
        told = any(reason.startswith("in ") for reason in each.reasons)
        if not each.respelt:
            return told or IN_THE_REGION in each.reasons
        alike = shape(key(self.toponyms[at].name)) == shape(key(each.place.name))
        return told or (alike and (each.place.population >= _LARGE or each.place.kind in REGIONS))

    def _is_backed(self, toponym: Toponym, place: Place, hint: str | None) -> bool:
        given = hint if hint != self.country else None
        if (
            place.iso in ("", given)
            or place.iso in self.countries_named
            or place.iso in self._others(toponym.name)
        ):
            return True
        alike = shape(key(toponym.name)) == shape(key(place.name))
        longer = abs(len(toponym.name) - len(place.name))
        known = place.population >= _WELL_KNOWN and place.kind != PlaceKind.COUNTRY
        return alike and known and longer <= _SLIPS and self._beside(toponym.name) in ("", place.iso)

    def _beside(self, name: str) -> str:
        """The country that the text is mostly about when a name is left out, looked for once a name."""
        if name not in self._countries_beside:
            named = [each for each in self.toponyms if each.name == name]
            self._countries_beside[name] = self.country_without(named)
        return self._countries_beside[name]

    @cached_property
    def _countries_beside(self) -> dict[str, str]:
        return {}

    def _others(self, name: str) -> frozenset[str]:
        """The countries that another name of the text speaks for."""
        names = self._spoken_for.items()
        return frozenset(iso for other, isos in names if other != name for iso in isos)

    @cached_property
    def _spoken_for(self) -> Mapping[str, frozenset[str]]:
        """The countries that each name may well lie in; abroad it has to be the name of a place there, not only sound like it."""
        return {
            each.name: frozenset(
                iso
                for iso, share in self._leanings(each).items()
                if share > _WELL and (self.country in ("", iso) or iso in self._borne_in(each))
            )
            for each in self.toponyms
        }

    def _borne_in(self, toponym: Toponym) -> frozenset[str]:
        """The countries in which a place bears the name as it is spelt."""
        ranked = self.look(self._words(toponym))[:AMBIGUOUS]
        return frozenset(each.place.iso for each in ranked if not each.respelt)

    @cached_property
    def countries_named(self) -> frozenset[str]:
        """The ISO codes of the countries named, by themselves or by their people."""
        named = (self.index.country_named(each.name) for each in self.toponyms)
        return frozenset((*named, *(iso for _, iso in self.peoples)))


def _held(found: Resolved, holders: tuple[Container, ...]) -> Resolved:
    """With where a name on no map lies."""
    holder = bound_to(holders) if found.place is None else None
    return replace(found, holder=holder, reason=f"none of that name in {holder.name}") if holder else found


def _ahead(votes: Mapping[str, float]) -> str:
    """The country that has far more votes than the next, empty where none has."""
    first, second, *_ = (*sorted(votes, key=lambda iso: (-votes[iso], iso)), "", "")
    return first if votes.get(first, 0.0) >= _AHEAD * votes.get(second, 0.0) else ""

"""Toponyms put on the map by what the text says around them.

One name, many places: the country the text speaks of, the container told beside the name, the places
nearby in the text and then the size decide, in this order of weight; what lost is kept.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from dashboard.gazetteer.answers import resolved, seat
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import Place, PlaceCandidate, PlaceKind, Resolved, Toponym
from dashboard.language import STOP, STOPPED
from dashboard.text import Span

K = TypeVar("K")


class LookUp(Protocol):
    """Looks a name up: every place it may mean, best first."""

    def __call__(self, name: str, country: str | None = None, /) -> tuple[PlaceCandidate, ...]:
        """The candidates of a name."""


AMBIGUOUS = 4  # so many candidates are worth a look at their neighbours
_HINT, _COUNTRY, _REGION, _CONTAINER, _CLOSE = 6.0, 3.0, 3.0, 6.0, 1.5
_CLOSE_KM = 120.0
_CLOSE_DEGREES = 1.1  # of latitude: no less than that
_CAPITAL = re.compile(r"^(?:the\s+)?capital$", re.IGNORECASE)
_INSIDE = re.compile(
    rf"\s*(?:,|\(|{WORDS.relations['inside']})\s*(?:(?:{WORDS.relations['the']})\s+)?(?:\w+ern\s+)?"
)
_OPENS = re.compile(
    rf"(?:^|{STOP}\s*|[\n–—]\s*)(?:(?:{WORDS.relations['sentence_openers']}),?\s+)?[Ii]n\s+(?:the\s+)?$"
)
_SENTENCE_END = re.compile(rf"{STOPPED}|\n\s*\n")
_REACH = 40  # characters looked back over for how a sentence opens
_LIKELY = 2.0  # points behind the best candidate of a name: what lies further back is not meant
_PEOPLE = 0.5  # a people fights abroad as well
_FURTHER = 0.4  # what a second place of that name in one country adds, for each
_AT_WAR = 2.0  # a place in a country at war is meant rather than its namesake
_AHEAD = 1.5  # the country of a text has so many times the votes of the next
_COMPANY = 60  # sure places that the others are compared with: the first of the text


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
    def votes(self) -> Mapping[str, float]:
        """How much speaks for each country: each name shares one vote among those that may be meant, a people half."""
        votes: dict[str, float] = defaultdict(float)
        for toponym in self.toponyms:
            for iso, share in self._leanings(toponym.name).items():
                votes[iso] += share
        for _, iso in self.peoples:
            votes[iso] += _PEOPLE
        return votes

    def _leanings(self, name: str) -> dict[str, float]:
        """How likely each country is by a name alone: by its best place of that name, more where there is war."""
        ranked = self.look(name)[:AMBIGUOUS]
        weights: dict[str, float] = {}
        for each in ranked:
            iso = each.place.iso
            if iso and each.score >= ranked[0].score - _LIKELY:
                likely = 2.0 ** (each.score - ranked[0].score) * self._war(iso)
                weights[iso] = weights[iso] + _FURTHER * likely if iso in weights else likely
        return _shares(weights)

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
        first, second, *_ = (*sorted(self.votes, key=lambda iso: (-self.votes[iso], iso)), "", "")
        sure = self.votes.get(first, 0.0) >= _AHEAD * self.votes.get(second, 0.0)
        return first if sure else ""

    def resolve(self, hint: str | None = None) -> list[Resolved]:
        """Each toponym with the place it most likely means, in the order of the text."""
        index, toponyms = self.index, self.toponyms
        home = hint or self.country
        return [
            seat(index, each, home) if _CAPITAL.match(each.name) else resolved(index, each, ranked)
            for each, ranked in zip(toponyms, self._weighed(hint), strict=True)
        ]

    def _weighed(self, hint: str | None) -> list[tuple[PlaceCandidate, ...]]:
        """The candidates of each toponym, best first by all that the text tells."""
        toponyms, shares = self.toponyms, _shares(self.votes)
        found = [_ranked(self._candidates(each, hint), shares, hint) for each in toponyms]
        regions = _regions(found)
        found = [_sorted(_in_region(each, regions) for each in ranked) for ranked in found]
        found = [
            _in_container(found[at], toponyms[at], toponyms[at + 1], self.text, found[at + 1])
            for at in range(len(found) - 1)
        ] + found[-1:]
        found = [self._opening(found, at) for at in range(len(found))]
        clear = {ranked[0].place.place_id: ranked[0].place for ranked in found if ranked and _clear(ranked)}
        settled = list(clear.values())[:_COMPANY]
        return [_near(ranked, settled) for ranked in found]

    def _opening(self, found: Sequence[tuple[PlaceCandidate, ...]], at: int) -> tuple[PlaceCandidate, ...]:
        """More for the region where a sentence opens with it and goes on to a town in it: "In Zacatecas, … in Jerez"."""
        ranked, span = found[at], self.toponyms[at].name_span
        opens = _OPENS.search(self.text, max(0, span.start - _REACH), span.start)
        if not (
            opens and self.text[span.end : span.end + 1] == "," and at + 1 < len(found) and found[at + 1]
        ):
            return ranked
        town, between = found[at + 1][0].place, self.text[span.end : self.toponyms[at + 1].name_span.start]
        if town.precision == 3 or _SENTENCE_END.search(between):
            return ranked
        return _sorted(
            _plus(each, _CONTAINER, f"{town.name} is in it")
            if each.place.kind == PlaceKind.ADMIN1 and _lies_in(town, each.place)
            else each
            for each in ranked
        )

    def _candidates(self, toponym: Toponym, hint: str | None) -> tuple[PlaceCandidate, ...]:
        """What the name may mean; of a village or a quarter only what lies in a country told of."""
        is_told = toponym.generic in toponym.name.lower()
        words = toponym.name if is_told else f"{toponym.name} {toponym.generic}"
        found = self.look(words) or (self.look(words, hint) if hint else ())
        if not hint or toponym.generic not in WORDS.small:
            return found
        return tuple(
            each for each in found if each.place.iso == hint or each.place.iso in self.countries_named
        )

    @cached_property
    def countries_named(self) -> frozenset[str]:
        """The ISO codes of the countries named, by themselves or by their people."""
        named = (self.index.country_named(each.name) for each in self.toponyms)
        return frozenset((*named, *(iso for _, iso in self.peoples)))


def _regions(found: Sequence[tuple[PlaceCandidate, ...]]) -> dict[tuple[str, str], float]:
    """How much of the text lies in each first-level region, by the places its names may mean."""
    votes: dict[tuple[str, str], float] = defaultdict(float)
    for ranked in {candidates[0].place.place_id: candidates for candidates in found if candidates}.values():
        likely = {
            (each.place.iso, each.place.admin1) for each in ranked if each.score >= ranked[0].score - 3.0
        }
        for region in sorted(likely):
            votes[region] += 1.0 / len(likely) if region[1] else 0.0
    return _shares(votes)


def _shares(votes: Mapping[K, float]) -> dict[K, float]:
    total = sum(votes.values()) or 1.0
    return {each: count / total for each, count in votes.items()}


def _in_region(each: PlaceCandidate, regions: dict[tuple[str, str], float]) -> PlaceCandidate:
    share = regions.get((each.place.iso, each.place.admin1), 0.0)
    return _plus(each, _REGION * share, "region of the report") if share > 0.15 else each


def _ranked(
    found: Sequence[PlaceCandidate], shares: dict[str, float], hint: str | None
) -> tuple[PlaceCandidate, ...]:
    def with_country(each: PlaceCandidate) -> PlaceCandidate:
        if each.place.iso and each.place.iso == hint:
            return _plus(each, _HINT, "country given")
        share = shares.get(each.place.iso, 0.0)
        return _plus(each, _COUNTRY * share, "country of the report") if share > 0.1 else each

    return _sorted(with_country(each) for each in found)


def _in_container(
    ranked: tuple[PlaceCandidate, ...],
    toponym: Toponym,
    following: Toponym,
    text: str,
    container: tuple[PlaceCandidate, ...],
) -> tuple[PlaceCandidate, ...]:
    """Candidates that lie in the region or country named right after: "Alexandria, Egypt"."""
    if not _INSIDE.fullmatch(text[toponym.name_span.end : following.name_span.start]):
        return ranked
    wider = [each.place for each in container if each.place.precision == 3][:AMBIGUOUS]
    reason = f"in {following.name}"
    return _sorted(
        _plus(each, _CONTAINER, reason) if any(_lies_in(each.place, region) for region in wider) else each
        for each in ranked
    )


def _lies_in(place: Place, wider: Place) -> bool:
    if place.iso != wider.iso or place.place_id == wider.place_id:
        return False
    return (
        wider.kind == PlaceKind.COUNTRY
        or place.admin1 in (wider.name, wider.admin1)
        or place.kilometres_to(wider) < 60
    )


def _clear(ranked: tuple[PlaceCandidate, ...]) -> bool:
    return ranked[0].place.kind != PlaceKind.COUNTRY and (
        len(ranked) == 1 or ranked[0].score - ranked[1].score > 2.0
    )


def _near(ranked: tuple[PlaceCandidate, ...], settled: list[Place]) -> tuple[PlaceCandidate, ...]:
    """More for candidates close to places that are sure."""
    if len(ranked) < 2 or not settled:
        return ranked
    return _sorted(
        _plus(each, _CLOSE, "near other places of the text") if _company(each.place, settled) else each
        for each in ranked
    )


def _company(place: Place, settled: list[Place]) -> bool:
    return any(
        abs(other.latitude - place.latitude) < _CLOSE_DEGREES
        and other.place_id != place.place_id
        and place.kilometres_to(other) < _CLOSE_KM
        for other in settled
    )


def _plus(each: PlaceCandidate, score: float, reason: str) -> PlaceCandidate:
    return replace(each, score=each.score + score, reasons=(*each.reasons, reason))


def _sorted(found: Iterable[PlaceCandidate]) -> tuple[PlaceCandidate, ...]:
    return tuple(sorted(found, key=lambda each: (-each.score, each.place.place_id)))

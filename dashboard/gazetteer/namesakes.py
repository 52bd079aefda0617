"""A name to places, best first, each with its reasons. Nothing here guesses: keys are equal or they are not."""

import re
from dataclasses import replace
from math import log10

from dashboard.gazetteer.index import (
    ALIAS,
    CONSONANTS,
    DIVIDED,
    EXACT,
    HEARD,
    OTHER,
    SPELLING,
    VOWELS,
    Hit,
    Index,
    PlaceTable,
)
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import SETTLEMENTS, Place, PlaceCandidate, PlaceKind
from dashboard.gazetteer.spelling import key, words

_BRACKET = re.compile(r"\s*[(\[].*?[)\]]")
_TRAIL = re.compile(r"^(?:the\s+)?(?:capital(?:\s+city)?(?:\s+of)?,?\s+)?(.+?)(?:\s*,.*)?$", re.IGNORECASE)
_SPELT = {
    EXACT: 3.0,
    ALIAS: 2.5,
    OTHER: 2.2,
    VOWELS: 2.3,
    SPELLING: 1.5,
    DIVIDED: 1.0,
    CONSONANTS: 0.5,
    HEARD: 0.5,
}
_RESPELT = (OTHER, VOWELS, SPELLING)
_RANK = {"country": 4.0, "admin1": 2.5, "admin2": 0.5}
_CURATED = {
    "city": 3.0,
    "region": 1.5,
    "camp": 1.5,
    "admin1": 0.0,
    "admin2": -1.0,
    "admin3": -1.0,
}  # any other kind 1.0
_WORLDWIDE = 4.0  # what lies in no one country is known as widely as one
SMALL = "village"  # the kind told of a village, a hamlet, a quarter
_LARGE = 100_000  # people: what no village or quarter of its own is called
_CODE = 2  # letters of an ISO code
_ELSEWHERE_KM = 150.0  # so far from the middle of the region told, a place of that name is another one
# A coder files some places under the country at war with them, or under the state they once were part of.
_TOGETHER = {
    "IL": {"PS"}, "PS": {"IL"}, "SD": {"SS"}, "SS": {"SD"}, "RS": {"XK", "ME", "BA", "HR"}, "XK": {"RS"}, "UA": {"RU"}, "RU": {"UA"},
    "AZ": {"AM"}, "AM": {"AZ"}, "ET": {"ER"},
}  # fmt: skip


def lookup(
    index: Index, name: str, country: str | None = None, admin1: str | None = None
) -> tuple[PlaceCandidate, ...]:
    """Every place the name may mean, best first.

    ``country`` is a name or an ISO code and holds strictly, but for lands that sources file under each other;
    ``admin1`` is the region's name as the source writes it and only ranks.
    """
    bare = bare_name(name)
    kind = kind_named(name)
    country = country if not country or len(country) == _CODE else index.country_named(country) or country
    found = _known(index, bare, country)
    there = _not_elsewhere(index, found, country, admin1) if country and admin1 else found
    there = [hit for hit in there if not (kind == SMALL and _is_large(hit.place))]
    ranked = [_candidate(hit, kind, admin1) for hit in _seats(there)]
    return tuple(sorted(ranked, key=lambda each: (-each.score, each.place.place_id)))


def _known(index: Index, name: str, country: str | None) -> list[Hit]:
    """The places of the country; else of the lands filed with it, what sounds alike at home before a mere spelling."""
    hits = index.hits(name)
    at_home = _within(hits, country)
    if at_home or not country:
        return at_home
    abroad = _together(hits, country)
    named = [hit for hit in abroad if hit.how in (EXACT, ALIAS)]
    heard = None if named else index.heard(name, country)
    return named or ([heard] if heard else abroad)


def bare_name(name: str) -> str:
    """The name without brackets, what follows a comma, and "the capital".

    >>> bare_name("the capital Damascus"), bare_name("Rami village (Ariha)")
    ('Damascus', 'Rami village')
    """
    matched = _TRAIL.match(_BRACKET.sub("", name).strip())
    return matched.group(1) if matched else name


def kind_named(name: str) -> str:
    """Whether the words say camp, region, settlement, or one that no large city is; empty when they don't.

    >>> (
    ...     kind_named("Idlib governorate"),
    ...     kind_named("Yarmouk Camp"),
    ...     kind_named("Rami village"),
    ...     kind_named("Idlib"),
    ... )
    ('region', 'camp', 'village', '')
    """
    parts = set(words(name))
    if parts & WORDS.camp - {"palestinian", "refugee"}:
        return "camp"
    kinds = ((WORDS.region, "region"), (WORDS.small, SMALL), (WORDS.settlement, "settlement"))
    return next((kind for words_of, kind in kinds if parts & words_of), "")


def prominence(hit: Hit) -> float:
    """How likely a place is meant before anything is known of the text."""
    curated = _CURATED.get(hit.place.kind, 1.0) if hit.table is PlaceTable.CURATED else 0.0
    if curated and not hit.place.iso:
        return _WORLDWIDE
    return _RANK.get(hit.place.kind, 0.0) + curated + _people(hit.place)


def _people(place: Place) -> float:
    return 0.0 if place.kind == PlaceKind.COUNTRY else log10(place.population + 1) / 2


def _within(hits: tuple[Hit, ...] | list[Hit], country: str | None) -> list[Hit]:
    return [hit for hit in hits if not country or hit.place.iso in (country, "")]


def _together(hits: tuple[Hit, ...], country: str | None) -> list[Hit]:
    return [hit for hit in hits if hit.place.iso in _TOGETHER.get(country or "", ())]


def _not_elsewhere(index: Index, hits: list[Hit], country: str, admin1: str) -> list[Hit]:
    """The hits that do not lie far from the region told, where we know that region."""
    known = [
        hit.place
        for hit in index.hits(admin1)
        if hit.place.kind == PlaceKind.ADMIN1 and hit.place.iso == country
    ]
    if not known:
        return hits
    return [hit for hit in hits if hit.place.kind == PlaceKind.COUNTRY or _near_any(hit.place, known)]


def _near_any(place: Place, regions: list[Place]) -> bool:
    same = any(key(place.admin1) == key(region.name) for region in regions)
    return same or any(place.kilometres_to(region) <= _ELSEWHERE_KM for region in regions)


def filed_together(one: str, other: str) -> bool:
    """Whether sources file places of one of two lands under the other.

    >>> filed_together("PS", "IL"), filed_together("PS", "JO")
    (True, False)
    """
    return other in _TOGETHER.get(one, ())


def _is_large(place: Place) -> bool:
    """Whether a place is too large to be told of as a village or a quarter."""
    return place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2) or place.population >= _LARGE


def _seats(hits: list[Hit]) -> list[Hit]:
    """The hits, a region's seat spelt as well as the region: they are one name, and the seat goes first."""
    regions = [hit for hit in hits if hit.place.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)]
    return [replace(hit, how=_spelt_as_well(hit, regions)) for hit in hits] if regions else hits


def _spelt_as_well(hit: Hit, regions: list[Hit]) -> str:
    homes = (each.how for each in regions if hit.place.kind in SETTLEMENTS and _holds(each.place, hit.place))
    return max((hit.how, *homes), key=_SPELT.__getitem__)


def _holds(region: Place, town: Place) -> bool:
    return region.iso == town.iso and bool(region.admin1) and region.admin1 == town.admin1


def _candidate(hit: Hit, kind: str, admin1: str | None) -> PlaceCandidate:
    score, reasons = _SPELT[hit.how] + prominence(hit), [hit.how]
    fit = kind_fit(hit.place, kind)
    if fit:
        score, reasons = score + fit, [*reasons, f"{'a' if fit > 0 else 'no'} {kind}"]
    if admin1 and key(admin1) in (key(hit.place.admin1), key(hit.place.admin2)):
        score, reasons = score + 4.0, [*reasons, f"in {hit.place.admin1}"]
    return PlaceCandidate(hit.place, score, tuple(reasons), respelt=hit.how in _RESPELT)


def kind_fit(place: Place, kind: str) -> float:
    """Whether a place is of the kind the words tell."""
    match kind:
        case "camp":
            return 6.0 if place.kind == PlaceKind.CAMP else 0.0
        case "region":
            return (
                4.0
                if place.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3, PlaceKind.REGION)
                else 0.0
            )
        case "settlement" | "village":
            return -3.0 if place.precision == 3 else 0.0
        case _:
            return 0.0

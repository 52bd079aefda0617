"""What the table says of a toponym: the place meant, the words for it, how exactly it is told."""

from dataclasses import replace

from dashboard.gazetteer.index import Index, PlaceTable
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.pairs import is_stretch
from dashboard.gazetteer.place import Place, PlaceCandidate, PlaceKind, Resolved, Toponym
from dashboard.gazetteer.relations import SEAT_OF, directions, last_kind
from dashboard.gazetteer.seats import seat_of

_FAR_KM = 400.0


def seat(index: Index, toponym: Toponym, iso: str) -> Resolved:
    """The capital of the country that the text speaks of."""
    place = index.capital(iso)
    if place is None:
        return Resolved(toponym, None, 0, toponym.text, (), "no country told")
    found = PlaceCandidate(place, 0.0, (f"the capital of {place.country}",))
    named = replace(toponym, name=place.name)
    return replace(resolved(index, named, (found,)), toponym=toponym, reason=found.reasons[0])


def resolved(index: Index, toponym: Toponym, ranked: tuple[PlaceCandidate, ...]) -> Resolved:
    """The toponym at the first of its candidates, in the words of the text; not found where there is none."""
    if not ranked:
        words = toponym.text if toponym.relation else toponym.name
        words = toponym.relation if is_stretch(toponym.relation) else words
        return Resolved(toponym, None, 0, words, (), "not in the gazetteer")
    place = ranked[0].place
    if toponym.relation == SEAT_OF:
        return _governed_from(index, toponym, place, ranked)
    part = _part_of(index, toponym, place) if toponym.relation else None
    if part:
        return Resolved(
            toponym, part, max(2, part.precision), part.name, ranked, f"named part of {place.name}"
        )
    place = _meant(ranked, toponym.relation)
    reason = ", ".join(ranked[0].reasons) if len(ranked) > 1 else "only one of that name"
    location, precision = _located(toponym, place)
    respelt = len(ranked) > 1 and ranked[0].respelt
    return Resolved(toponym, place, precision, location, ranked, reason, respelt)


def _governed_from(
    index: Index, toponym: Toponym, place: Place, ranked: tuple[PlaceCandidate, ...]
) -> Resolved:
    """The seat of a country or region; the region itself where no town in it stands out."""
    people = index.peoples.get(toponym.name)  # the Somali capital is Somalia's, not the Somali region's
    place = people.place if people else place
    found = seat_of(index, place)
    if found:
        return Resolved(toponym, found, 1, found.name, ranked, f"the capital of {place.name}")
    return Resolved(toponym, place, place.precision, place.name, ranked, "its capital is not known")


def _meant(ranked: tuple[PlaceCandidate, ...], relation: str) -> Place:
    """The best place, but that a countryside is its governorate's and a road runs from town to town."""
    place = ranked[0].place
    if "countryside" in relation:
        return _wider(ranked, place)
    points = (each.place for each in ranked if each.place.precision == 1 and each.place.iso == place.iso)
    return next(points, place) if is_stretch(relation) else place


def told_as(found: Resolved, toponym: Toponym) -> Resolved:
    """The same place under a relation that was seen only when the names on no map around it were known."""
    if toponym == found.toponym:
        return found
    if found.place is None:
        front = toponym.relation.startswith(WORDS.fronts)  # that is what the front is called
        words = toponym.name if front else _words(toponym, toponym.name)
        return replace(found, toponym=toponym, location=words)
    location, precision = _located(toponym, found.place)
    return replace(found, toponym=toponym, location=location, precision=precision)


def _located(toponym: Toponym, place: Place) -> tuple[str, int]:
    """The words for the table and their precision."""
    if toponym.relation:
        return _words(toponym, place.name), max(2, place.precision)
    if place.precision == 1 and toponym.generic in WORDS.region:
        return _words(toponym, place.name), 3
    return place.name, place.precision


def _words(toponym: Toponym, name: str) -> str:
    """The words for the table of a point, or of what is on no map: a district may bear the name of its seat."""
    if is_stretch(toponym.relation):
        return toponym.relation
    if toponym.relation and toponym.relation not in ("between", "part of", "parts of"):
        return _location(toponym.relation, name)
    if toponym.relation or toponym.generic not in WORDS.region or last_kind(name) == toponym.generic:
        return name
    short = toponym.generic.upper()  # "Baruten LGA"
    return f"{name} {short if toponym.text.endswith(short) else toponym.generic}"


def _location(relation: str, name: str) -> str:
    """The words of a relative place: "south of Daraa", "outskirts of Damascus"."""
    needs_of = relation.rsplit(maxsplit=1)[-1] in (*WORDS.parts, *WORDS.around)
    return f"{relation} of {name}" if needs_of else f"{relation} {name}"


def _part_of(index: Index, toponym: Toponym, whole: Place) -> Place | None:
    """A place of its own that the relation names: "the southern part of Damascus" is South Damascus."""
    for point in directions(toponym.relation)[:1]:
        for name in (f"{point}ern {toponym.name}", f"{point} {toponym.name}", f"{point} of {toponym.name}"):
            for hit in index.hits(name):
                if (
                    hit.table is PlaceTable.CURATED
                    and hit.place.iso == whole.iso
                    and hit.place.kilometres_to(whole) < _FAR_KM
                ):
                    return hit.place
    return None


def _wider(ranked: tuple[PlaceCandidate, ...], place: Place) -> Place:
    """The countryside of a city is that of its governorate."""
    regions = (
        each.place for each in ranked if each.place.kind == PlaceKind.ADMIN1 and each.place.iso == place.iso
    )
    return next(regions, place)

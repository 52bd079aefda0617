"""Capitals told by what they are capitals of: "the Libyan capital", "the Tigrayan capital", "Zamfara's capital"."""

import re
from collections.abc import Iterable, Iterator

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import Place, PlaceKind, Toponym
from dashboard.gazetteer.relations import relation_at
from dashboard.language.lexicon import one_of
from dashboard.text import Span

_R = WORDS.relations
_NO_MORE = rf"\b(?! (?:{_R['no_capital']})\b)"
_BARE = re.compile(rf"\b[Tt]he (?:{_R['capital']}){_NO_MORE}")
_OF_PEOPLE = re.compile(rf"\s+(?:{_R['capital']}){_NO_MORE}")
_OF_REGION = re.compile(
    rf"\b(?P<people>(?P<region>[A-Z]\w{{3,}}?)(?:{one_of(WORDS.people_endings)}))\s+"
    rf"(?:(?:{_R['of_a_region']})\s+)?(?:{_R['capital']}){_NO_MORE}"
)
_ENDS = re.compile(rf"\b(?:{_R['capital']})$")
BARE = "the capital"
"""The name of a capital of which nothing beside it says of what it is one."""


def seats(text: str, peoples: Iterable[tuple[Span, str]], index: Index) -> Iterator[Toponym]:
    """Every capital that is told without its name, by its people or by nothing."""
    for match in _BARE.finditer(text):
        yield _seat(text, Span(*match.span()), BARE)
    for people, _ in peoples:
        behind = _OF_PEOPLE.match(text, people.end)
        if behind:
            yield _seat(text, Span(people.start, behind.end()), people.of(text))
    for match in _OF_REGION.finditer(text):
        if match["people"] not in index.peoples and region_named(index, match["region"]):
            yield _seat(text, Span(*match.span()), match["region"], "capital of")


def _seat(text: str, bare: Span, name: str, relation: str = "") -> Toponym:
    found = relation_at(text, bare.start, bare.end)
    span = Span(found.start, found.end)
    return Toponym(span, span.of(text), name, bare, relation or found.words)


def is_seat(text: str, toponym: Toponym) -> bool:
    """Whether a toponym is a capital told without its name."""
    return _ENDS.search(toponym.name_span.of(text)) is not None


def region_named(index: Index, name: str) -> Place | None:
    """The one first-level region of that very name."""
    hits = [hit.place for hit in index.hits(name) if hit.place.kind == PlaceKind.ADMIN1 and hit.exact]
    return hits[0] if len({place.iso for place in hits}) == 1 else None


def seat_of(index: Index, place: Place) -> Place | None:
    """The capital of a country, or of a first-level region where one town there stands out; else None."""
    if place.kind == PlaceKind.COUNTRY:
        return index.capital(place.iso)
    return index.seat(place) if place.kind == PlaceKind.ADMIN1 else None

"""Toponym to place, ambiguity kept: which words of a text are places, and where those are.

It replaces a list of city names and a fuzzy match: names are compared by a key that folds what
transliterations differ in, the text around a name decides between places that share it, and what
is not known is said to be unknown. The places are in ``data/gazetteer``.

To add a place: a row in ``data/gazetteer/curated.tsv``; words around names stand in ``language/lexicon/en/places.toml``.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from dashboard.gazetteer.added import Added
from dashboard.gazetteer.place import REGION, Place, PlaceCandidate, Resolved, Toponym

if TYPE_CHECKING:
    from dashboard.gazetteer.gazetteer import Gazetteer
    from dashboard.gazetteer.resolver import Survey

__all__ = [
    "REGION",
    "Added",
    "Gazetteer",
    "Place",
    "PlaceCandidate",
    "Resolved",
    "Survey",
    "Toponym",
    "country_of",
    "load",
    "lookup",
    "resolve",
    "timezone_of",
    "toponyms",
]  # fmt: skip


@cache
def load() -> "Gazetteer":
    """The gazetteer that comes with the product, read on first use and kept."""
    from dashboard.gazetteer.gazetteer import Gazetteer  # noqa: PLC0415 - its patterns are for who looks a place up

    return Gazetteer()


def lookup(name: str, country: str | None = None, admin1: str | None = None) -> tuple[PlaceCandidate, ...]:
    """Every place the name may mean, best first, with reasons.

    >>> lookup("Jisr al-Shughour", "SY")[0].place.admin1
    'Idlib'
    """
    return load().lookup(name, country, admin1)


def toponyms(text: str) -> list[Toponym]:
    """The place names of a text, in order, none overlapping.

    >>> [each.text for each in toponyms("Shells fell south of Daraa and on Nawa.")]
    ['south of Daraa', 'Nawa']
    """
    return load().toponyms(text)


def resolve(found: Sequence[Toponym], text: str, country_hint: str | None = None) -> list[Resolved]:
    """Each toponym with the place it most likely means in this text, in the order given."""
    return load().resolve(found, text, country_hint)


def country_of(text: str) -> str:
    """The ISO code of the country a text is mostly about, empty when nothing tells.

    >>> country_of("Clashes broke out in Omdurman and El Fasher.")
    'SD'
    """
    return load().country_of(text)


def timezone_of(iso: str) -> str:
    """The IANA zone most people of a country live in, empty for an unknown code.

    >>> timezone_of("SY")
    'Asia/Damascus'
    """
    return load().timezone_of(iso)


_OF_TEXTS = {"Gazetteer": "gazetteer", "Survey": "resolver"}
"""What looks names up in texts, and where it is: who shows what was read before waits for none of their patterns."""


def __getattr__(name: str) -> object:
    if name not in _OF_TEXTS:
        msg = f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_OF_TEXTS[name]}"), name)

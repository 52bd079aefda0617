"""The parts of a digest that a country's name stands over: "NIGER", "Mali:", "Myanmar: Clashes in southern Shan".

Whose forces and which places are meant there is told by that country first.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.actors.dictionary import country_names
from dashboard.text import Span

_REPORTS = 3  # texts whose sections are remembered: several rooms ask, one after the other
_TITLE = re.compile(  # a few words, with or without a colon, or the name and what is told below it
    r"^[ \t•*#_]*(?:\d{1,2}[.)][ \t]*)?(?P<name>[A-Z][A-Za-z’'. -]{2,30}?)[ \t*_]*(?::(?P<title>[ \t]*[^\s\n][^\n]{3,110}(?<![.!?…;,:])))?[ \t]*:?[ \t*_]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """Its head's line, the country (ISO), and whether the head says what is told below; where nothing is, the head tells it."""

    head: Span
    iso: str
    titled: bool


@lru_cache(maxsize=_REPORTS)
def sections(text: str) -> tuple[Section, ...]:
    r"""The sections in order, each up to the next.

    >>> [(each.head.start, each.iso) for each in sections("NIGER\nTroops fell.\n\nMali: Calm\nTroops fell.")]
    [(0, 'NE'), (20, 'ML')]
    """
    titles = ((match, _titles().get(match["name"].casefold())) for match in _TITLE.finditer(text))
    heads = [(match, iso) for match, iso in titles if iso]
    ends = [match.start() for match, _ in heads[1:]] + [len(text)]
    return tuple(
        Section(Span(*match.span()), iso, bool(match["title"] and text[match.end() : end].strip()))
        for (match, iso), end in zip(heads, ends, strict=False)
    )


@lru_cache(maxsize=_REPORTS)
def is_digest(text: str) -> bool:
    """Whether several countries have a section of their own."""
    return len({each.iso for each in sections(text)}) > 1


def country_at(text: str, at: int, otherwise: str) -> str:
    """The country (ISO) spoken of at a character: in a digest that of its section."""
    section = section_at(text, at)
    return section.iso if section else otherwise


def section_start(text: str, at: int) -> int:
    """Where the section of a digest begins that holds a character; 0 outside of one."""
    section = section_at(text, at)
    return section.head.start if section else 0


def section_at(text: str, at: int) -> Section | None:
    """The section of a digest that holds a character; None outside of one."""
    if not is_digest(text):
        return None
    parts = sections(text)
    under = bisect_right(parts, at, key=lambda part: part.head.start) - 1
    return parts[under] if under >= 0 else None


@cache
def _titles() -> dict[str, str]:
    return {name.casefold(): iso for iso, name in country_names().items()}

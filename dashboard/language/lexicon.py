"""Words as data: a TOML file a subject, in a folder a language. The one reader of such files.

A room that reads words (time, places, actors, clauses …) asks for its subject by name; what the tables in a file
mean stands in the file's own comments.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from typing import Any

LEXICONS = files("dashboard.language") / "lexicon"
"""The folders of words, one a language."""
_Units = tuple[str, ...]


def lexicon(subject: str, language: str = "en") -> dict[str, Any]:
    """A language's words for a subject, as TOML gives them, for the caller to keep.

    >>> "Lt" in lexicon("abbreviations")["always"]["words"]
    True
    """
    return table(lexicon_file(subject, language))


def lexicon_file(subject: str, language: str = "en") -> Traversable:
    """Where a language's words for a subject stand."""
    return LEXICONS / language / f"{subject}.toml"


def one_of(words: Iterable[str]) -> str:
    r"""The words as one alternative of a pattern, the longer first of two that begin alike; a space is any blank.

    What several begin with stands once, so that a search that fails there fails for all of them at once.

    >>> one_of(["south", "south east", "north"])
    'south(?:\\s+east|)|north'
    """
    return "|".join(_ways([_units(word) for word in _longest_first(words)]))


def any_case(words: Iterable[str]) -> str:
    r"""The words as one alternative of a pattern, in capitals or not.

    They are parted by their first letters: a search passes over a word that begins with no such letter at one look.

    >>> any_case(["at", "in", "inside", "in a"])
    '[Ii](?i:n(?:side|\\s+a|))|[Aa](?i:t)'
    """
    parted = defaultdict[str, list[_Units]](list)
    for units in map(_units, _longest_first(words)):
        first = units[0].lower() if units and units[0].isalpha() else ""
        parted[first].append(units[len(first) :])
    return "|".join(
        f"{f'[{first.upper()}{first}]' if first else ''}(?i:{'|'.join(_ways(rest))})"
        for first, rest in parted.items()
    )


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _units(word: str) -> _Units:
    """The characters of a word as a pattern spells them, any white space between its parts."""
    return tuple(r"\s+" if each.isspace() else re.escape(each) for each in word)


def _ways(spelled: Sequence[_Units]) -> list[str]:
    """The spellings as alternatives, of which no two begin alike."""
    parted = defaultdict[_Units, list[_Units]](list)
    for units in spelled:
        parted[units[:1]].append(units)
    return [_way(alike) for alike in parted.values()]


def _way(alike: Sequence[_Units]) -> str:
    """Spellings that begin alike as one."""
    shared = [each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*alike, strict=False))]
    rest = _ways([units[len(shared) :] for units in alike]) if len(set(alike)) > 1 else []
    return "".join(shared) + (f"(?:{'|'.join(rest)})" if rest else "")


def table(file: Traversable) -> dict[str, Any]:
    """A TOML file as it is."""
    return tomllib.loads(file.read_text(encoding="utf-8"))

"""Words as data: a TOML file a subject, in a folder a language. The one reader of such files.

A room that reads words (time, places, actors, clauses …) asks for its subject by name; what the tables in a file
mean stands in the file's own comments.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

LEXICONS = files("dashboard.language") / "lexicon"
"""The folders of words, one a language."""


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
    r"""The words as one alternative of a pattern, longest first; any white space stands between the parts of one.

    >>> one_of(["south", "south east"])
    'south\\s+east|south'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


def any_case(words: Iterable[str]) -> str:
    r"""The words as one alternative of a pattern, in capitals or not.

    They are parted by their first letters: a search passes over a word that begins with no such letter at one look.

    >>> any_case(["at", "in", "inside", "in a"])
    '[Ii](?i:nside|n\\s+a|n)|[Aa](?i:t)'
    """
    parted = defaultdict[str, list[str]](list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        spelled = r"\s+".join(map(re.escape, word.split()))
        first = spelled[:1].lower() if spelled[:1].isalpha() else ""
        parted[first].append(spelled[len(first) :])
    return "|".join(
        f"{f'[{first.upper()}{first}]' if first else ''}(?i:{'|'.join(rest)})"
        for first, rest in parted.items()
    )


def table(file: Traversable) -> dict[str, Any]:
    """A TOML file as it is."""
    return tomllib.loads(file.read_text(encoding="utf-8"))

"""Those whose name a report does not give: patterns from the lexicon (actors.toml), each with an example that is a test."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dashboard.actors.model import ActorType, Branch, Category
from dashboard.language.lexicon import lexicon as read_lexicon

_PHRASE = re.compile(r"(?<!\?)<(\w+)>")  # but a group's name, "(?P<state>"
_SHORT = 3  # letters of a word that is more often the whole one than the beginning of another


@dataclass(frozen=True, slots=True)
class ActorPattern:
    """One way to speak of somebody; ``name`` may hold {country}."""

    example: str
    match: re.Pattern[str]  # over the text in lower case
    name: str
    type: ActorType
    country: str
    category: Category
    people: str  # whether the name of a people stands before it: "must", "may" or empty
    group: str  # the kind of civilians
    whose: str  # the table that says whose they are in a country, where not its own
    branch: Branch
    named: str  # the table that says who is meant in a country
    only_there: bool  # said of nobody in a country that the table does not hold


@cache
def lexicon() -> dict[str, Any]:
    """The words by which a report speaks of actors."""
    return read_lexicon("actors")


@cache
def patterns() -> tuple[ActorPattern, ...]:
    """The patterns in the order of the file."""
    return tuple(_pattern(row) for row in lexicon()["pattern"])


@lru_cache(maxsize=20_000)
def beginning_with(word: str) -> tuple[ActorPattern, ...]:
    """The patterns that may begin with a word (lower case), so that a text is gone through once and not once a pattern.

    >>> [pattern.name for pattern in beginning_with("zebras")]
    []
    """
    return tuple(
        each
        for stems, whole, each in _by_stem()
        if word in whole or word.startswith(stems) or (word[0].isdigit() and r"\d" in each.match.pattern)
    )


@cache
def _by_stem() -> tuple[tuple[tuple[str, ...], frozenset[str], ActorPattern], ...]:
    return tuple((*_stems(each.match.pattern), each) for each in patterns() if each.people != "must")


def _stems(pattern: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Every run of letters with which the pattern may begin, and the short ones that are whole words.

    What stands straight behind a blank that must be there is not where it begins.
    """
    found = re.findall(r"(?<![a-z\\\]])(?<!\\s\+)(?<!\\s\+\(\?:)([a-z]+)([?\[(]|\\s\*)?", pattern)
    stems = {
        letters[:-1] if mark == "?" else letters for letters, mark in found if mark or len(letters) > _SHORT
    }
    return tuple(stems - {""}), frozenset(
        letters for letters, mark in found if not mark and len(letters) <= _SHORT
    )


def _pattern(row: dict[str, str]) -> ActorPattern:
    words = _PHRASE.sub(lambda named: lexicon()["phrases"][named[1]], row["match"])
    words = words.replace(" ?", r"\s*").replace(" ", r"\s+")
    branch = Branch(row.get("branch", ""))
    return ActorPattern(
        example=row["example"],
        match=re.compile(rf"\b(?:{words})(?!\w)"),
        name=row["name"],
        type=ActorType(row["type"]),
        country=row.get("country", ""),
        category=Category(row.get("category", Category.GENERIC)),
        people=row.get("people", ""),
        group=row.get("group", ""),
        whose=row.get("whose", "armies" if branch is Branch.MILITARY else ""),
        branch=branch,
        named=row.get("named", ""),
        only_there="only_there" in row,
    )

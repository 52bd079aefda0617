"""Those whose name a report does not give: patterns from ``lexicon/en.toml``, each with an example that is a test."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.actors.model import GENERIC


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to speak of somebody; ``name`` may hold {country}."""

    example: str
    match: re.Pattern[str]  # over the text in lower case
    name: str
    type: str
    country: str
    category: str
    people: str  # whether the name of a people stands before it: "must", "may" or empty
    group: str  # the kind of civilians


@cache
def lexicon() -> dict[str, Any]:
    """The words by which a report speaks of actors."""
    return tomllib.loads(Path(__file__).with_name("lexicon").joinpath("en.toml").read_text(encoding="utf-8"))


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns in the order of the file."""
    return tuple(_pattern(row) for row in lexicon()["pattern"])


def _pattern(row: dict[str, str]) -> Pattern:
    words = row["match"].replace(" ", r"\s+")
    return Pattern(
        example=row["example"],
        match=re.compile(rf"\b(?:{words})(?!\w)"),
        name=row["name"],
        type=row["type"],
        country=row.get("country", ""),
        category=row.get("category", GENERIC),
        people=row.get("people", ""),
        group=row.get("group", ""),
    )

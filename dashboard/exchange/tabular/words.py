"""Words and codes of coded datasets, read once from ``coded.toml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.extraction.acled import EVENT_TYPES
from dashboard.language.lexicon import table

_FILE = Path(__file__).with_name("coded.toml")


@cache
def words(*path: str) -> Any:
    """The table or value of that name: ``words("ucdp", "violence")``."""
    found: Any = table(_FILE)
    for name in path:
        found = found[name]
    return found


@cache
def our_types() -> Mapping[str, str]:
    """Our event types and sub-event types by their words in lower case."""
    kinds = (*EVENT_TYPES, *(sub for subs in EVENT_TYPES.values() for sub in subs))
    return {each.value.casefold(): each.value for each in kinds}


def without_point(code: str) -> str:
    """A code that a spreadsheet took for a number, as it was.

    >>> without_point("3.0"), without_point(" State forces ")
    ('3', 'state forces')
    """
    bare = code.strip().casefold()
    return bare.removesuffix(".0") if bare.removesuffix(".0").isdigit() else bare


def actor_kind(told: str) -> str:
    """Our word for a kind of actor, by ACLED's number or word; one we don't know as it is."""
    found: str = words("actors").get(without_point(told), "" if without_point(told) in {"", "0"} else told)
    return found

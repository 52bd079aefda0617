"""What each column of somebody's table tells: guessed from its heading, changed by the person, shown in words.

A mapping goes from role (``date``, ``place``, ``fatalities`` …; all are in ``headings.toml``) to the column's name.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dashboard.errors import InputError
from dashboard.language.lexicon import table

_FILE = Path(__file__).with_name("headings.toml")
_MORE_ROLES = ("day", "end_year", "end_month", "end_day", "end_time", "display", "order")
_NONE = "-"
_MANY = 30
Mapped = Mapping[str, str]


@cache
def headings() -> Mapping[str, Any]:
    """All of the lexicon of headings."""
    return table(_FILE)


@cache
def roles() -> tuple[str, ...]:
    """What a column can tell."""
    return tuple(dict.fromkeys((*headings()["roles"], *_MORE_ROLES)))


def guessed(header: Sequence[str], tags: Mapping[str, str]) -> dict[str, str]:
    """The column of each role that one tells, by its HXL tag or its heading; each column once.

    >>> guessed(["When", "Town", "Number killed", "Budget"], {})
    {'date': 'When', 'place': 'Town', 'fatalities': 'Number killed'}
    """
    if tags:
        return dict(_by_tags(tags))
    words = headings()["roles"]
    flat = {name: folded(name) for name in header}
    found: dict[str, str] = {}
    for fits in (_is, _begins_or_ends):
        for role, known in words.items():
            free = [name for name in header if name not in found.values()]
            best = next((name for word in known for name in free if fits(flat[name], word)), None)
            if role not in found and best is not None:
                found[role] = best
    return {role: found[role] for role in words if role in found}


def folded(heading: str) -> str:
    """A heading without case, accents and marks.

    >>> folded("Date_de l'Événement")
    'date de l evenement'
    """
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", heading.casefold()) if not unicodedata.combining(each)
    )
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def changed(mapping: Mapped, asked: Mapped, header: Sequence[str], name: str) -> dict[str, str]:
    """The mapping as the person wants it: ``role=column``, or ``role=-`` for no column.

    The two may be swapped where only that makes sense. Raises InputError for a role or a column there is none of.
    """
    result = dict(mapping)
    by_folded = {folded(each): each for each in header}
    for one, other in asked.items():
        role, column = (other, one) if one not in roles() and other in roles() else (one, other)
        if role not in roles():
            msg = (
                f"--map {one}={other}: {one} is nothing a column tells here; there are: {', '.join(roles())}"
            )
            raise InputError(msg)
        found = column if column in header or role == "order" else by_folded.get(folded(column))
        if column != _NONE and found is None:
            msg = f"{name}: has no column {column!r}; there are: {listed(header)}"
            raise InputError(msg)
        result = {
            each: told for each, told in result.items() if each != role and (found is None or told != found)
        }
        if column != _NONE and found is not None:
            result[role] = found
    return result


def fingerprint(header: Sequence[str]) -> str:
    """A mark of a header, by which its mapping is known next time."""
    return blake2b("\x1f".join(header).encode("utf-8", "backslashreplace"), digest_size=10).hexdigest()


def in_words(mapping: Mapped, header: Sequence[str]) -> str:
    """The mapping for people, and what is kept without being read.

    >>> in_words({"date": "When"}, ["When", "Budget"])
    'date=When; kept and not read: Budget'
    """
    told = " ".join(f"{role}={_shown(column)}" for role, column in mapping.items())
    rest = [_shown(name) for name in header if name not in mapping.values()]
    return f"{told}; kept and not read: {listed(rest)}" if rest else told


def listed(names: Sequence[str]) -> str:
    """The names, the first of them where they are many.

    >>> listed(["a", "b"])
    'a, b'
    """
    more = f" and {len(names) - _MANY:,} more" if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more


def _shown(name: str) -> str:
    short = name if len(name) <= 40 else f"{name[:39]}…"
    return f"'{short}'" if " " in short else short


def _by_tags(tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = headings()["hxl"]
    seen: set[str] = set()
    for name, tag in tags.items():
        parts = re.sub(r"\s+", "", tag.casefold()).split("+")
        longer = ("+".join((parts[0], each)) for each in parts[1:])
        role = next((known[each] for each in (*longer, parts[0]) if each in known), None)
        if role is not None and role not in seen:
            seen.add(role)
            yield role, name


def _is(heading: str, word: str) -> bool:
    return heading == word


def _begins_or_ends(heading: str, word: str) -> bool:
    """Whether a heading is of that word; how exact something is, is another thing than it."""
    return (
        len(word) > 2
        and not heading.endswith(" precision")
        and (heading.startswith(f"{word} ") or heading.endswith(f" {word}"))
    )

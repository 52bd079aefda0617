"""The dictionary of armed actors, and the names of peoples, read once from ``data``."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dashboard.actors.model import Actor, ActorType
from dashboard.bundled import bundled
from dashboard.errors import InputError
from dashboard.text.tsv import tsv_rows

DATA = bundled("data")
SIDES = frozenset(
    {
        "government", "pro-government", "opposition", "jihadist", "separatist", "communal", "criminal", "militia",
        "international", "civilians", "",
    }
)  # fmt: skip
_LARGE = 3_000_000  # people of a country whose capital speaks for it
_LONG = 4  # letters of a short form in which some are small
_WORD = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"['’]s\b")  # a text's tokens tell it apart as well: "New People's Army"


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an actor as words; ``exact`` when its letters' case counts ("IS", "RSF")."""

    words: tuple[str, ...]
    actor: Actor
    exact: bool


@cache
def actors() -> tuple[Actor, ...]:
    """Every actor of the dictionary."""
    return tuple(_actor(row) for row in tsv_rows(DATA / "actors" / "actors.tsv", 7))


@cache
def at_one_home() -> dict[str, str]:
    """Those at home in one country and nowhere else, with that country (ISO); without who shares a name with others."""
    homes: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors():
        homes[actor.name].add(actor.countries)
        for name in (actor.name, *actor.aliases):
            owners[name.casefold()].add(actor.name)
    shared = {name for own in owners.values() if len(own) > 1 for name in own}
    only = {name: next(iter(own)) for name, own in homes.items() if len(own) == 1 and name not in shared}
    return {name: own[0] for name, own in only.items() if len(own) == 1}


@cache
def aliases() -> dict[tuple[str, str], tuple[Alias, ...]]:
    """The names, longest first, by their first two words in lower case; the second is empty for names of one word."""
    found: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for actor in actors():
        for name in (actor.name, *actor.aliases):
            words = tuple(_WORD.findall(_OWNER.sub("", name).replace("'", "").replace("’", "")))
            exact = len(words) == 1 and _is_short_form(words[0])
            first, *others = (word.lower() for word in words)
            alias = Alias(words if exact else (first, *others), actor, exact)
            seconds = {others[0], f"{others[0]}s"} if others else {""}
            for second in seconds:
                found[first, second].append(alias)
    return {key: tuple(sorted(names, key=lambda name: -len(name.words))) for key, names in found.items()}


@cache
def peoples() -> dict[str, str]:
    """Names of peoples and of countries with 's ("Syrian", "Syria's") to ISO codes."""
    found: dict[str, str] = {}
    rows = list(tsv_rows(DATA / "gazetteer" / "countries.tsv", 9))
    names = {row[0]: row[1] for row in rows}
    seats = {row[2]: row[0] for row in rows if int(row[6] or 0) >= _LARGE}  # "Moscow's jets" are Russia's
    found |= {f"{seat}{owner}": iso for seat, iso in seats.items() if seat for owner in ("'s", "’s")}
    for iso, people, others, ours in tsv_rows(DATA / "gazetteer" / "demonyms.tsv", 4):
        found |= dict.fromkeys((each for each in people.split(";") if each), iso)
        countries = (names.get(iso, ""), ours, *others.split(";"))
        found |= {f"{name}{owner}": iso for name in countries if name for owner in ("'s", "’s")}
    return {"US": "US", "U.S.": "US", "UK": "GB", "Emirati": "AE", "UAE": "AE", "DRC": "CD", **found}


@cache
def country_names() -> dict[str, str]:
    """ISO codes to the names that actors carry ("Military Forces of Syria")."""
    names = {row[0]: row[1] for row in tsv_rows(DATA / "gazetteer" / "countries.tsv", 9)}
    ours = {row[0]: row[3] for row in tsv_rows(DATA / "gazetteer" / "demonyms.tsv", 4) if row[3]}
    return {**names, **ours}


def _is_short_form(word: str) -> bool:
    """Whether the letters' case tells a name from a word: RSF, LeT."""
    return word.isupper() or (len(word) <= _LONG and sum(letter.isupper() for letter in word) > 1)


def _actor(row: list[str]) -> Actor:
    name, others, kind, side, countries, years, source = row
    _one_of(name, "type", kind, frozenset(ActorType))
    _one_of(name, "side", side, SIDES)
    return Actor(
        name,
        tuple(each for each in others.split(";") if each),
        ActorType(kind),
        side,
        tuple(countries.split()),
        years,
        source,
    )


def _one_of(name: str, column: str, value: str, known: frozenset[str]) -> None:
    if value not in known:
        msg = f"actors.tsv: {name!r} is of the {column} {value!r}; use one of {', '.join(sorted(known))}"
        raise InputError(msg)

"""The words that stand around place names, read once from the lexicon (places.toml)."""

import re
from dataclasses import dataclass

from dashboard.language.lexicon import lexicon, one_of


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of lower-case words; what each is for stands in places.toml."""

    articles: frozenset[str]
    generic: frozenset[str]
    camp: frozenset[str]
    region: frozenset[str]
    settlement: frozenset[str]
    small: frozenset[str]
    same: dict[str, str]
    respelt: tuple[tuple[re.Pattern[str], str], ...]
    openers: frozenset[str]
    roads: frozenset[str]
    feature: frozenset[str]
    bodies: frozenset[str]
    bodies_sites: frozenset[str]
    bodies_struck: frozenset[str]
    bodies_whole: frozenset[str]
    bodies_pattern: str
    named_last: frozenset[str]
    named_first: frozenset[str]
    named_first_of: frozenset[str]
    diseases: tuple[str, ...]
    before_diseases: tuple[str, ...]
    lent: tuple[str, ...]
    groups: tuple[str, ...]
    prayers: tuple[str, ...]
    prayed_in: tuple[str, ...]
    goes_on: tuple[str, ...]
    abbreviations: dict[str, str]
    states: dict[str, str]
    titles: frozenset[str]
    names: frozenset[str]
    never: frozenset[str]
    ordinary: frozenset[str]
    locative: frozenset[str]
    deeds: frozenset[str]
    directions: dict[str, str]
    people_endings: tuple[str, ...]
    people_nouns: tuple[str, ...]
    of_towns: frozenset[str]
    peoples_too: frozenset[str]
    indefinite: tuple[str, ...]
    parts: tuple[str, ...]
    fronts: tuple[str, ...]
    around: tuple[str, ...]
    last_words: tuple[str, ...]  # those that a relation may end in before a name
    relations: dict[str, str]  # the words of each kind of relation as one alternative of a pattern


def _read() -> PlaceWords:
    table = lexicon("places")
    sets = {
        name: frozenset(str(table[name]["words"]).split())
        for name in (
            "articles", "camp", "region", "settlement", "small", "openers", "roads", "feature", "bodies", "titles", "names", "never",
            "ordinary", "locative", "deeds",
        )
    }  # fmt: skip
    same = {each: line.split()[0] for line in table["same"]["spellings"] for each in line.split()}
    sets["openers"] |= same.keys()
    return PlaceWords(
        **sets,
        same=same,
        respelt=tuple((re.compile(written), meant) for written, meant, _ in table["habits"]["respelt"]),
        generic=sets["camp"] | sets["region"] | sets["settlement"],
        named_last=frozenset(table["named"]["last"].split()),
        named_first=frozenset(table["named"]["first"].split()),
        named_first_of=frozenset(table["named"]["first_of"].split()),
        diseases=tuple(table["diseases"]["words"]),
        before_diseases=tuple(table["diseases"]["between"]),
        lent=tuple(table["lent"]["words"]),
        groups=tuple(table["lent"]["groups"]),
        prayers=tuple(table["prayed"]["words"]),
        prayed_in=tuple(table["prayed"]["not_before"]),
        goes_on=tuple(table["goes-on"]["words"]),
        bodies_sites=frozenset(table["bodies"]["sites"]),
        bodies_struck=frozenset(table["bodies"]["struck"]),
        bodies_whole=frozenset(table["bodies"]["whole"]),
        bodies_pattern="|".join(table["bodies"]["patterns"]),
        abbreviations={
            short: name for short, name in table["abbreviations"].items() if isinstance(name, str)
        },
        states=dict(table["abbreviations"]["state"]),
        directions=dict(table["directions"]),
        people_endings=tuple(table["people"]["endings"]),
        people_nouns=tuple(table["people"]["nouns"]),
        of_towns=frozenset(table["people"]["of_towns"]),
        peoples_too=frozenset(table["people"]["peoples_too"])
        | {each.lower() for each in lexicon("actors")["unlisted"]["ethnic"]},
        indefinite=tuple(table["people"]["indefinite"]),
        parts=tuple(table["relations"]["parts"]),
        fronts=tuple(table["relations"]["fronts"]),
        around=tuple(table["relations"]["around"]),
        last_words=tuple(
            word for kind in ("near", "between", "states_of") for word in table["relations"][kind]
        ),
        relations={kind: one_of(words) for kind, words in table["relations"].items()},
    )


WORDS = _read()

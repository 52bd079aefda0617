"""Names of the dictionary in a text: of several bodies with one name the one at home there and then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from dashboard.actors.dictionary import Alias, aliases
from dashboard.actors.model import ActorMention, Category
from dashboard.actors.patterns import lexicon
from dashboard.language.lexicon import one_of
from dashboard.language.tokens import Token, tokens
from dashboard.text import Span

_GAP = re.compile(r"(?:['’]s)?[\s“”\"'‘’(–/-]{1,3}")
_BODIES = lexicon()["bodies"]
_MEN = one_of(_BODIES["men"])
_GROUP = re.compile(
    rf"(?:[”\"’']|['’]s)?\s*(?:{one_of(_BODIES['groups'])}|{_MEN})\b(?:['’]s\b)?(?:\s+(?:{_MEN})\b)?",
    re.IGNORECASE,
)
_FORMULAS = tuple(_BODIES["formulas"])
SHORT = 3  # letters of a name that means different bodies in different countries
_EVERYWHERE = frozenset(_BODIES["everywhere"])


def named(text: str, home: str, day: date | None) -> Iterator[ActorMention]:
    """The actors of the dictionary, the longest name at each word.

    ``home`` (ISO) and ``day`` choose between bodies of one name; who was not there on that day isn't meant.
    """
    words, begun = _begun(text)
    after = 0
    for at, names in begun:
        if at < after:
            continue
        here = [_word(each) for each in words[at : at + len(names[0].words)]]
        found = _best(text, here, names, home, day)
        if found:
            yield _mention(text, here[0], here[len(found.words) - 1], found)
            after = at + len(found.words)


@lru_cache(maxsize=2)  # asked for the home of a report and again for who is named in it
def _begun(text: str) -> tuple[Sequence[Token], Sequence[tuple[int, tuple[Alias, ...]]]]:
    """The words of a text, and by their numbers the names that may begin there."""
    words = [token for token in tokens(text) if token.text[-1].isalnum() and token.kind != "possessive"]
    lower = [_bare(each.text).lower() for each in words]
    known = aliases()
    pairs = enumerate(pairwise((*lower, "")))
    found = [(at, known.get(pair, ()) + known.get((pair[0], ""), ())) for at, pair in pairs]
    return words, [(at, names) for at, names in found if names]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without apostrophes and the owner's s."""

    start: int
    end: int
    bare: str
    lower: str


def _word(token: Token) -> _Word:
    bare = _bare(token.text)
    return _Word(token.start, token.end, bare, bare.lower())


def _best(
    text: str, words: list[_Word], names: tuple[Alias, ...], home: str, day: date | None
) -> Alias | None:
    """The longest name that stands here and may be meant; of equals the one at home."""
    best: Alias | None = None
    for each in names:
        if best and len(each.words) < len(best.words):
            break
        if _may_be_meant(each, home, day) and _stands(text, words, each):
            if home in each.actor.countries:
                return each
            best = best or each
    return best


def _may_be_meant(alias: Alias, home: str, day: date | None) -> bool:
    """Whether there is such a body on that day, and a name that many countries have one of is said at home."""
    if not alias.actor.active(day):
        return False
    common = (
        alias.exact and alias.words[0].isalpha() and len(alias.words[0]) <= SHORT
    ) or _EVERYWHERE.issuperset(alias.words)
    return not common or home in ("", *alias.actor.countries) or not alias.actor.countries


def _stands(text: str, words: list[_Word], alias: Alias) -> bool:
    """Whether the alias stands at a word: one case for short names, a capital first for the others."""
    size = len(alias.words)
    here = words[:size]
    if len(here) < size:
        return False
    if alias.exact:
        return here[0].bare == alias.words[0]
    if any(each.lower not in (word, f"{word}s") for each, word in zip(here, alias.words, strict=True)):
        return False
    if not all(_GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(here)):
        return False
    return size > 2 or any(each.bare[0].isupper() or not each.bare.isascii() for each in here)


def with_men(text: str, span: Span) -> Span:
    """A name with the words behind it that tell its men or what it is: "ISIS fighters", "the Hamas movement"."""
    group = _GROUP.match(text, span.end)
    return Span(span.start, group.end() if group else span.end)


def _mention(text: str, first: _Word, last: _Word, alias: Alias) -> ActorMention:
    """The actor; the short name of a state's body ("SAF") is kept beside the name that all states' forces have."""
    span = with_men(text, Span(first.start, last.end))
    actor = alias.actor
    told = text[first.start : last.end] if alias.exact and actor.name.startswith(_FORMULAS) else ""
    return ActorMention(
        span, span.of(text), actor.name, actor.type, Category.NAMED, actor.country, actor.side, group=told
    )


def _bare(word: str) -> str:
    return word.replace("'", "").replace("’", "")

"""Who is named in a text: names of the dictionary first, then patterns, then "the organization"."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.actors.dictionary import Alias, aliases, country_names, peoples
from dashboard.actors.model import ANAPHORA, GENERIC, NAMED, ActorMention
from dashboard.actors.patterns import Pattern, patterns
from dashboard.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[\s“”\"'‘’(-–/]{1,3}")
_GROUP = re.compile(
    r"(?:[”\"’']|['’]s)?\s*(?:organi[sz]ation|group|movement|militia|fighters|rebels|militants|members)\b"
    r"(?:['’]s\b)?(?:\s+(?:fighters|members|militants|gunmen|forces)\b)?",
    re.IGNORECASE,
)
# "fighters of the “Islamic State” organization": the members are no actor beside their group.
_MEMBERS_OF_BARE = re.compile(r"\s+(?:of|from|belonging\s+to)\s+")
_MEMBERS_OF = re.compile(r"\s+(?:of|from|belonging\s+to)\s+(?:the\s+)?[“\"‘']?")
_BACK = re.compile(
    r"\b[Tt]he\s+(?:organi[sz]ation|group|movement|militia|militant group)\b(?!\s+(?:of|for)\b)"
)
_BESIDE = re.compile(r"\s+(?:and|with|against)\s+")
_ARMED = frozenset({"Rebel Groups", "Political Militias", "Identity Militias"})
_CAPITAL = re.compile(r"\b([A-Z][\w.]*(?:['’]s)?)(?:[ ][A-Z]\w+(?:['’]s)?)?")
_SPACE = re.compile(r"\s*")
_MILITARY = re.compile(
    r"(?:\w+\s+)?(?:forces|army|troops|soldiers|strikes?|drones?|jets|warplanes|military|raids?|tanks|artillery)\b"
)
_SHORT = 3  # letters of a name that means different bodies in different countries
_EVERYWHERE = frozenset(
    {
        "army",
        "forces",
        "force",
        "police",
        "national",
        "joint",
        "border",
        "defense",
        "defence",
        "self",
        "southern",
        "front",
        "liberation",
        "republican",
        "guard",
    }
)
# After these the words are a source or an office, no force.
_NO_ACTOR = re.compile(
    r"\s+(?:observatory|media|news|agency|minister|ministry|parliament|football|embassy)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _People:
    start: int
    after: int  # where the next word begins
    iso: str


def find(text: str, country: str = "") -> list[ActorMention]:
    """The actors of a text, in order, the longest match at each word, none overlapping.

    ``country`` (ISO) tells whose "regime forces" and "the army" are; without it the people most often
    named in the text tells. Forces of another country than that are external.

    >>> [(each.text, each.name) for each in find("ISIS fighters and Syrian regime forces clashed")]
    [('ISIS fighters', 'Islamic State'), ('Syrian regime forces', 'Military Forces of Syria')]
    """
    people = list(_peoples(text))
    lower = _lower(text)
    home = country or _home(text, people)
    named = list(_named(text, home))
    unnamed = [each for pattern in patterns() for each in _unnamed(text, lower, pattern, home, people)]
    found = _longest([*named, *unnamed])
    whole = _without_members(text, _with_anaphora(text, found))
    return [_sided(each, home) for each in whole]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without apostrophes and the owner's s."""

    start: int
    end: int
    bare: str
    lower: str


def _named(text: str, home: str) -> Iterator[ActorMention]:
    words = [_word(match) for match in _WORD.finditer(text)]
    known = aliases()
    at = 0
    while at < len(words):
        names = known.get(words[at].lower, ())
        found = next((a for a in names if _matches(text, words, at, a) and _at_home(a, home)), None)
        if found is None:
            at += 1
            continue
        last = words[at + len(found.words) - 1]
        group = _GROUP.match(text, last.end)
        span = Span(words[at].start, group.end() if group else last.end)
        actor = found.actor
        yield ActorMention(span, span.of(text), actor.name, actor.type, NAMED, actor.country)
        at += len(found.words)


def _word(match: re.Match[str]) -> _Word:
    word = match.group()
    owner = word.endswith(("'s", "’s"))
    bare = (word[:-2] if owner else word).replace("'", "").replace("’", "")
    return _Word(match.start(), match.end() - (2 if owner else 0), bare, bare.lower())


def _at_home(alias: Alias, home: str) -> bool:
    """Whether a name that many countries have a body of ("SNA", "Joint Forces") may be meant here."""
    common = (alias.exact and len(alias.words[0]) <= _SHORT) or _EVERYWHERE.issuperset(alias.words)
    return not common or home in ("", alias.actor.country) or not alias.actor.country


def _matches(text: str, words: list[_Word], at: int, alias: Alias) -> bool:
    """Whether the alias stands at a word: one case for short names, a capital first for the others."""
    size = len(alias.words)
    here = words[at : at + size]
    if len(here) < size:
        return False
    if alias.exact:
        return here[0].bare == alias.words[0]
    if any(each.lower not in (word, f"{word}s") for each, word in zip(here, alias.words, strict=True)):
        return False
    if not all(_GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(here)):
        return False
    return size > 2 or any(each.bare[0].isupper() or not each.bare.isascii() for each in here)


def _lower(text: str) -> str:
    """The text in lower case, letter for letter: a few letters grow when they lose their case."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _unnamed(
    text: str, lower: str, pattern: Pattern, home: str, people: list[_People]
) -> Iterator[ActorMention]:
    for start, end, told in _places(lower, pattern, people):
        if _NO_ACTOR.match(text, end):
            continue
        iso = told or pattern.country or (home if "{country}" in pattern.name else "")
        name = pattern.name.format(country=country_names().get(iso, "")).removesuffix(" of ")
        yield ActorMention(Span(start, end), text[start:end], name, pattern.type, pattern.category, iso)


def _places(text: str, pattern: Pattern, people: list[_People]) -> Iterator[tuple[int, int, str]]:
    """Where a pattern stands: its bounds with the people before it, and that people's country."""
    if pattern.people == "must":
        for each in people:
            match = pattern.match.match(text, each.after)
            if match:
                yield each.start, match.end(), each.iso
        return
    before = {each.after: each for each in people} if pattern.people else {}
    for match in pattern.match.finditer(text):
        told = before.get(match.start())
        yield (told.start, match.end(), told.iso) if told else (*match.span(), "")


def _longest(found: list[ActorMention]) -> list[ActorMention]:
    """Names before patterns, longer before shorter, none overlapping; in the order of the text."""
    order = sorted(
        found, key=lambda each: (each.category != NAMED, each.span.start - each.span.end, each.span.start)
    )
    taken = [False] * (max((each.span.end for each in found), default=0) + 1)
    kept = []
    for each in order:
        if not any(taken[each.span.start : each.span.end]):
            taken[each.span.start : each.span.end] = [True] * (each.span.end - each.span.start)
            kept.append(each)
    return sorted(kept, key=lambda each: each.span)


def _with_anaphora(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions with "the organization" read as the armed group named last before it."""
    groups = [each for each in found if each.category == NAMED and each.type in _ARMED]
    ends = [each.span.end for each in groups]
    taken = _taken(text, found)
    back = []
    for match in _BACK.finditer(text):
        before = bisect_right(ends, match.start())
        if before and _BESIDE.fullmatch(text, ends[before - 1], match.start()):
            before = _another(groups, before)  # "between A and the group": the group is not A
        if before and not any(taken[match.start() : match.end()]):
            span = Span(*match.span())
            back.append(replace(groups[before - 1], span=span, text=match.group(), category=ANAPHORA))
    return sorted((*found, *back), key=lambda each: each.span)


def _another(groups: list[ActorMention], before: int) -> int:
    """How many of the groups there are up to the last that is not the one named last."""
    last = groups[before - 1].name
    return next((at for at in range(before - 1, 0, -1) if groups[at - 1].name != last), 0)


def _taken(text: str, found: list[ActorMention]) -> bytearray:
    marks = bytearray(len(text))
    for each in found:
        marks[each.span.start : each.span.end] = b"\x01" * (each.span.end - each.span.start)
    return marks


def _without_members(text: str, found: list[ActorMention]) -> list[ActorMention]:
    groups = {each.span.start for each in found if each.category in (NAMED, ANAPHORA)}
    return [each for each in found if each.category != GENERIC or not _leads_to(text, each.span.end, groups)]


def _leads_to(text: str, end: int, starts: set[int]) -> bool:
    of = _MEMBERS_OF.match(text, end)
    the = _MEMBERS_OF_BARE.match(text, end)
    return bool((of and of.end() in starts) or (the and the.end() in starts))


def _sided(each: ActorMention, home: str) -> ActorMention:
    """Another country's forces are external."""
    abroad = each.type == "State Forces" and home and each.country and each.country != home
    return replace(each, type="External/Other Forces") if abroad else each


def _peoples(text: str) -> Iterator[_People]:
    """Where peoples are named ("Syrian", "South Sudan's"), the longest name at each word."""
    known = peoples()
    at = 0
    while match := _CAPITAL.search(text, at):
        at = match.end(1)
        name = next((name for name in (match.group(), match.group(1)) if name in known), "")
        if name:
            at = end = match.start() + len(name)
            yield _People(match.start(), _SPACE.match(text, end).end(), known[name])  # type: ignore[union-attr]


def _home(text: str, people: list[_People]) -> str:
    """The people most often named, but for their forces, who may fight abroad."""
    counts = Counter(each.iso for each in people if not _MILITARY.match(text, each.after))
    return max(counts, key=lambda iso: (counts[iso], iso), default="")

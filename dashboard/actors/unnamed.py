"""Those without a name in a text, by pattern, with the country whose they are."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.actors.dictionary import country_names, peoples
from dashboard.actors.model import ActorMention, Branch
from dashboard.actors.patterns import ActorPattern, beginning_with, lexicon, patterns
from dashboard.actors.sections import sections
from dashboard.language import end_of
from dashboard.language.lexicon import one_of
from dashboard.text import Span, lowered

_CAPITAL = re.compile(r"\b([A-Z][\w.]*(?:['’]s)?)(?:[ ][A-Z]\w+(?:['’]s)?)?")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+")
_BODIES = lexicon()["bodies"]
_MILITARY = re.compile(rf"(?:\w+\s+)?(?:{one_of(_BODIES['military'])})\b")
_NO_ACTOR = re.compile(rf"\s+(?:{one_of(_BODIES['offices'])})", re.IGNORECASE)
_NAME = re.compile(rf"(?<![.!?]\s)\b(?!(?:{one_of(_BODIES['no_names'])})\b)([A-Z][\w’'-]+)\s$")
_AND = re.compile(r"(?:,\s*)?(?:and\s+)?")
_FAR = 600  # characters of a long sentence
_LONG = 30  # characters of a word before


@dataclass(frozen=True, slots=True)
class People:
    """A people named: where, where the next word begins, and their country."""

    start: int
    after: int
    iso: str


def peoples_in(text: str) -> Iterator[People]:
    """Where peoples are named ("Syrian", "South Sudan's"), the longest name at each word."""
    known = peoples()
    at = 0
    while match := _CAPITAL.search(text, at):
        at = match.end(1)
        name = next((name for name in (match.group(), match.group(1)) if name in known), "")
        if name:
            at = end = match.start() + len(name)
            yield People(match.start(), _SPACE.match(text, end).end(), known[name])  # type: ignore[union-attr]


def home_of(text: str, people: list[People]) -> str:
    """The country or people most often named, but for a people's forces, who may fight abroad."""
    counts = Counter(each.iso for each in people if not _MILITARY.match(text, each.after))
    counts.update(_isos()[match.group()] for match in _country().finditer(text))
    return max(counts, key=lambda iso: (counts[iso], iso), default="")


def unnamed(text: str, people: list[People], home: str) -> Iterator[ActorMention]:
    """Everybody that a pattern reads; those of one word may overlap."""
    lower = lowered(text)
    abroad, parts = _abroad(text, home), sections(text)
    starts, titles = [span.start for span, _ in abroad], [each.head.start for each in parts]
    for start, end, pattern, stated in _places(lower, people):
        of = None if stated or "{country}" not in pattern.name else _of_country().match(text, end)
        if of:
            yield _mention(text, Span(start, of.end()), pattern, _isos()[of[1]], home)
        elif not _NO_ACTOR.match(text, end) and (
            stated or pattern.branch is Branch.POLICE or not _is_part_of_name(text, start, people)
        ):  # "Manipur Police" are police, the "Salvation Army" is no army
            at = bisect_right(starts, start) - 1
            under = bisect_right(titles, start) - 1
            here = parts[under].iso if under >= 0 else home
            here = abroad[at][1] if at >= 0 and start < abroad[at][0].end else here
            if pattern.only_there and here not in lexicon()[pattern.named or pattern.whose]:
                continue
            yield _mention(text, Span(start, end), pattern, stated, here)


def _is_part_of_name(text: str, start: int, people: list[People]) -> bool:
    """Whether a capital word is the end of a longer name that we don't know ("Salvation Army")."""
    if not text[start].isupper():
        return False
    before = _NAME.search(text, max(0, start - _LONG), start)
    return before is not None and before[1] not in _isos() and all(each.after != start for each in people)


def _mention(text: str, span: Span, pattern: ActorPattern, stated: str, here: str) -> ActorMention:
    own: str = lexicon()[pattern.whose].get(here, here) if pattern.whose else here
    iso = stated or pattern.country or (own if "{country}" in pattern.name else "")
    name = lexicon()[pattern.named][here] if pattern.named else pattern.name
    name = name.format(country=country_names().get(iso, "")).removesuffix(" of ")
    return ActorMention(
        span,
        span.of(text),
        name,
        pattern.type,
        pattern.category,
        iso,
        group=pattern.group or _kind(span.of(text), pattern),
        branch=pattern.branch,
    )


def _kind(words: str, pattern: ActorPattern) -> str:
    """What the report calls those that go by a name which says little ("Bandits")."""
    if pattern.name not in lexicon()["common"]["names"]:
        return ""
    return next((kind for kind, match in _kinds() if match.search(words)), "")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon()["kinds"].items()
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(own)})\b", re.IGNORECASE)) for kind, own in table)


def _abroad(text: str, home: str) -> list[tuple[Span, str]]:
    """The sentences that begin elsewhere ("Across the border in Mali, …") with that country."""
    names = _isos()
    found = ((match.start(), names[match[1]]) for match in _in_country().finditer(text))
    return [(Span(start, end_of(text, start, _FAR)), iso) for start, iso in found if iso != home]


@cache
def _isos() -> dict[str, str]:
    return {name: iso for iso, name in country_names().items()}


@cache
def _country() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _isos()), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})(?!['’\w])")


@cache
def _of_country() -> re.Pattern[str]:
    """Behind a body that every country has: "the armed forces of Armenia"."""
    return re.compile(rf"\s+of\s+(?:the\s+)?({_country().pattern})")


@cache
def _in_country() -> re.Pattern[str]:
    inside = r"\b(?:[Ii]n|[Ii]nside)\s+(?:(?:north|south|east|west|central)\w*\s+)?"
    return re.compile(rf"{inside}({_country().pattern})")


def _places(text: str, people: list[People]) -> Iterator[tuple[int, int, ActorPattern, str]]:
    """Where patterns stand: their bounds with the people before them, and that people's country."""
    for number, each in enumerate(people):
        for pattern in _of_a_people():
            match = pattern.match.match(text, each.after)
            if match:
                yield each.start, match.end(), pattern, each.iso
                yield from _joined(text, people, number, pattern)
    before = {each.after: each for each in people}
    for word in _WORD.finditer(text):
        for pattern in beginning_with(word.group()):
            match = pattern.match.match(text, word.start())
            if match:
                stated = before.get(word.start()) if pattern.people else None
                yield (
                    stated.start if stated else word.start(),
                    match.end(),
                    pattern,
                    stated.iso if stated else "",
                )


def _joined(
    text: str, people: list[People], number: int, pattern: ActorPattern
) -> Iterator[tuple[int, int, ActorPattern, str]]:
    """The peoples before one whose forces are told: "US, Dutch and British jets"."""
    for at in range(number, 0, -1):
        before = people[at - 1]
        between = _AND.fullmatch(text, before.after, people[at].start)
        if between is None:
            return
        end = len(text[: before.after].rstrip())
        yield before.start, end, pattern, before.iso


@cache
def _of_a_people() -> tuple[ActorPattern, ...]:
    return tuple(each for each in patterns() if each.people == "must")

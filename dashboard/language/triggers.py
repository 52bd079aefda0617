"""Patterns over classes of words: how the lexicons of types, tolls and modality find their triggers.

Every word of a text becomes one character that stands for the classes it is in (``@rebels``, ``@seize``);
a pattern becomes a regular expression over those characters. A clause of twenty words is then twenty
characters, gaps are counted in words, and a text is read in one pass whatever it holds. It replaces
regular expressions over spelling, which grow with every inflection, and parsers, which need a model.

A pattern is written in words, with spaces between all its parts:

========================  ==========================================================
``captured``              that word; capitals in a pattern count (``IS``), lower case fits both
``@seize``                any word of the class, as the word lists give it
``town|village|@place``   any of these
``@any`` ``@name``        any word; an unknown one with a capital (and ``@number``, ``@year``, ``@ing``)
``!@weapon``              one word that is none of these
``-@weapon``              what goes before is none of these; at the end, what follows
``by?``                   may be there
``~`` ``~8``              up to 4 (8) words or commas in between, never past the end of a sentence
``~8-@rebels``            the same, and none of these among them
``( set ablaze | burnt )``  a choice of sequences, ``)?`` when it may be missing
``<weapon>``              a phrase: patterns with a name
``[ ... ]``               the part that is the trigger; without it, all that was matched
``^``                     the first word of the text
========================  ==========================================================
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.language.words import COMMA, DOING, NAME, NUMBER, YEAR, Words, tokenise
from dashboard.text import Span

_BUILT_IN = {"name": NAME, "number": NUMBER, "year": YEAR, "ing": DOING}
_FIRST_CODE = 0xE000
_NOT_A_WORD = ",;."
_BRACKETS = frozenset({"(", ")", ")?", "[", "]"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words as one character each, and which characters there are."""

    words: Words
    codes: str
    present: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: whose it is, its trigger, and all that it covers."""

    rule: str
    trigger: Span
    whole: Span


class Grammar:
    """Word classes and the patterns over them, ready to read texts.

    >>> grammar = Grammar({"blast": {"blast"}}, {"loud": ["loud ~2 [ @blast ]"]})
    >>> [found.trigger.of("A loud, dull blast.") for found in grammar.matches("A loud, dull blast.")]
    ['blast']
    """

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        patterns: Mapping[str, Iterable[str]],
        phrases: Mapping[str, Iterable[str]] | None = None,
        also: Iterable[str] = (),
    ) -> None:
        """``also``: alternatives that will be asked for with ``has``."""
        self._phrases = phrases or {}
        parts = {rule: [self._spelled_out(each) for each in own] for rule, own in patterns.items()}
        literals = {word for own in parts.values() for pattern in own for word in _literals(pattern)}
        also = tuple(also)
        literals.update(_literals(list(also)))
        members = {word: set(classes) for word, classes in words.items()}
        for word in literals:
            members.setdefault(word, set()).add(f"={word}")
        for word, classes in members.items():
            classes.update({"ing"} if word.endswith("ing") else ())
        self._codes, self._sets = _coded(members)
        self._asked = {each: frozenset(self._members(each)) for each in also}
        spelled = [(rule, pattern) for rule, own in parts.items() for pattern in own]
        self._rules = [(rule, re.compile(self._expression(pattern))) for rule, pattern in spelled]
        self._needs = _needs([self._certain(pattern) for _, pattern in spelled])
        self._needed = frozenset().union(*(among for _, among in self._needs))

    def tokens(self, text: str | Words) -> Tokens:
        """The text, coded."""
        read = tokenise(text) if isinstance(text, str) else text
        known = self._codes.get
        words = zip(read.spelled, read.folded, read.shapes, strict=True)
        codes = "".join([known(spelled) or known(folded) or shape for spelled, folded, shape in words])
        return Tokens(read, codes, frozenset(codes))

    def matches(self, text: str | Tokens) -> Iterator[Match]:
        """Every place where a pattern fits, in the order of the patterns."""
        tokens = self.tokens(text) if isinstance(text, str) else text
        for number in self._candidates(tokens.present):
            rule, expression = self._rules[number]
            for found in expression.finditer(tokens.codes):
                if found.end() > found.start():
                    group = 1 if expression.groups and found.start(1) < found.end(1) else 0
                    yield Match(rule, tokens.words.span(*found.span(group)), tokens.words.span(*found.span()))

    def has(self, tokens: Tokens, alternatives: str) -> bool:
        """Whether any word of the text is one of these (``town|@place``)."""
        return not self._asked[alternatives].isdisjoint(tokens.present)

    def _candidates(self, present: frozenset[str]) -> Iterator[int]:
        """The patterns that may fit words of these characters, in order: those with a word of every class they need."""
        left = -1
        told = present & self._needed
        for without, among in self._needs:
            there = without
            for character in told:
                there |= among.get(character, 0)
            left &= there
            if not left:
                return
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest

    def _spelled_out(self, pattern: str) -> list[str]:
        """The parts of a pattern, its phrases put in."""
        parts: list[str] = []
        for part in pattern.split():
            if part.startswith("<"):
                name, optional = part[1:].split(">")
                choice = " | ".join(self._phrases[name])
                parts += self._spelled_out(f"( {choice} ){optional}")
            else:
                parts.append(part)
        return parts

    def _expression(self, parts: list[str]) -> str:
        last = len(parts) - 1
        ends = {at for at in range(last + 1) if at == last or parts[at + 1] in {")", ")?", "|"}}
        return "".join(self._part(part, last=at in ends) for at, part in enumerate(parts))

    def _certain(self, parts: list[str]) -> list[frozenset[str]]:
        """The classes that every match holds a word of, the smallest first."""
        depth, certain = 0, []
        choices = _with_choice(parts)
        for at, part in enumerate(parts):
            open_ended = part == "(" or (part == "[" and at in choices)
            depth += open_ended - (part in {")", ")?"} or (part == "]" and at in choices))
            if depth == 0 and part not in _BRACKETS and part[0] not in "~!-^" and not part.endswith("?"):
                certain.append(part)
        return sorted({frozenset(self._members(part)) for part in certain if part != "@any"}, key=len)

    def _part(self, part: str, *, last: bool) -> str:
        fixed = {"(": "(?:", ")": ")", ")?": ")?", "|": "|", "[": "(", "]": ")", "^": "^"}
        if part in fixed:
            return fixed[part]
        if part.startswith("~"):
            width, _, barred = part[1:].partition("-")
            chars = "".join(sorted(self._members(barred))) if barred else ""
            return f"[^.;{chars}]{{0,{width or 4}}}?"
        optional = "?" if part.endswith("?") else ""
        body = part.removesuffix("?")
        if body == "@any":
            return f"[^{_NOT_A_WORD}]{optional}"
        chars = "".join(sorted(self._members(body.lstrip("!-"))))
        if body.startswith("-"):
            return f"(?![{chars}])" if last else f"(?<![{chars}])"
        return f"[^{chars}{_NOT_A_WORD}]" if body.startswith("!") else f"[{chars}]{optional}"

    def _members(self, alternatives: str) -> set[str]:
        """The characters of all words that fit; a class nobody spelled is a mistake in the lexicon."""
        chars: set[str] = set()
        for each in alternatives.split("|"):
            if each == ",":
                chars.add(COMMA)
                continue
            name = each[1:] if each.startswith("@") else f"={each}"
            if name not in self._sets:
                msg = f"lexicon: no word is in the class {each}; spell it in the word lists"
                raise ValueError(msg)
            chars |= self._sets[name]
        return chars


def _needs(certain: list[list[frozenset[str]]]) -> list[tuple[int, dict[str, int]]]:
    """For the first class that patterns need, the second and so on: the patterns without one, and by character those with it.

    A set of patterns is a number, whose bits stand for the patterns in it: so many are weighed at once.
    """
    needs = []
    for place in range(max(map(len, certain), default=0) or 1):
        without, among = 0, defaultdict[str, int](int)
        for number, classes in enumerate(certain):
            if place >= len(classes):
                without |= 1 << number
            for character in classes[place] if place < len(classes) else ():
                among[character] |= 1 << number
        needs.append((without, dict(among)))
    return needs


def _with_choice(parts: list[str]) -> frozenset[int]:
    """Where the trigger's brackets stand, if they hold a choice of sequences: then no word of them is certain."""
    if "[" not in parts:
        return frozenset()
    first, last = parts.index("["), parts.index("]")
    depth = 0
    for part in parts[first + 1 : last]:
        depth += (part == "(") - (part in {")", ")?"})
        if part == "|" and depth == 0:
            return frozenset({first, last})
    return frozenset()


def _literals(parts: list[str]) -> Iterator[str]:
    for part in parts:
        if part in {"(", ")", ")?", "|", "[", "]", "^"}:
            continue
        words = part.partition("-")[2] if part.startswith("~") else part.lstrip("!-")
        for word in words.removesuffix("?").split("|"):
            if word not in {"", ","} and not word.startswith("@"):
                yield word


def _coded(members: Mapping[str, set[str]]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """A character for every word, and for every class the characters of its words."""
    codes: dict[frozenset[str], str] = {}
    sets: dict[str, set[str]] = {name: {mark} for name, mark in _BUILT_IN.items()}
    words: dict[str, str] = {}
    for word, classes in members.items():
        code = codes.setdefault(frozenset(classes), chr(_FIRST_CODE + len(codes)))
        words[word] = code
        for name in classes:
            sets.setdefault(name, set()).add(code)
    return words, sets

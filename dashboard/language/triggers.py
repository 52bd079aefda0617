"""Patterns over classes of words: how the lexicons of types, tolls and modality find their triggers.

Every word of a text becomes one character that stands for the classes it is in (``@rebels``, ``@seize``); patterns are
written as ``language.patterns`` says. ``captured`` is that word: capitals in a pattern count (``IS``), lower case fits
both. ``@name``, ``@number``, ``@year`` and ``@ing`` are words known by their shape.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dashboard.language.patterns import compiled, words_of
from dashboard.language.words import COMMA, DOING, NAME, NUMBER, SEMICOLON, YEAR, Words, tokenise
from dashboard.text import Span

_BUILT_IN = {"name": NAME, "number": NUMBER, "year": YEAR, "ing": DOING}
_MARKS = {",": COMMA, ";": SEMICOLON}
_FIRST_CODE = 0xE000
_TRIGGER = 2  # the group of the brackets; the first is the body


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
        named = {name: tuple(own) for name, own in (phrases or {}).items()}
        spelled = [(rule, pattern) for rule, own in patterns.items() for pattern in own]
        also = tuple(also)
        every = (*(pattern for _, pattern in spelled), *chain.from_iterable(named.values()), *also)
        literals = {word for pattern in every for word in words_of(pattern)}
        members = {word: set(classes) for word, classes in words.items()}
        for word in literals:
            members.setdefault(word, set()).add(f"={word}")
        for word, classes in members.items():
            classes.update({"ing"} if word.endswith("ing") else ())
        self._codes, self._sets = _coded(members)
        self._asked = {each: frozenset("".join(map(self._characters, each.split("|")))) for each in also}
        self._rules = [(rule, compiled(pattern, self._characters, named)) for rule, pattern in spelled]
        self._needs = _Needs.of([pattern.needs for _, pattern in self._rules])

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
        for number in self._needs.met(tokens.present):
            rule, pattern = self._rules[number]
            bracketed = pattern.regex.groups >= _TRIGGER
            for found in pattern.regex.finditer(tokens.codes):
                if found.end() > found.start():
                    group = _TRIGGER if bracketed and found.start(_TRIGGER) < found.end(_TRIGGER) else 0
                    yield Match(rule, tokens.words.span(*found.span(group)), tokens.words.span(*found.span()))

    def has(self, tokens: Tokens, alternatives: str) -> bool:
        """Whether any word of the text is one of these (``town|@place``)."""
        return not self._asked[alternatives].isdisjoint(tokens.present)

    def _characters(self, word: str) -> str:
        """The characters of all words that fit; a class nobody spelled is a mistake in the lexicon."""
        if word in _MARKS:
            return _MARKS[word]
        name = word[1:] if word.startswith("@") else f"={word}"
        if name not in self._sets:
            msg = f"lexicon: no word is in the class {word}; spell it in the word lists"
            raise ValueError(msg)
        return "".join(self._sets[name])


@dataclass(frozen=True, slots=True)
class _Needs:
    """Which patterns may fit words of some characters: those with a word of every class they need.

    A set of patterns is a number, whose bits stand for the patterns in it: so many are weighed at once. The numbers for
    the first class that patterns need, the second and so on (``places``) stand behind each other in one, ``size`` bits
    each: those without one, and by character those with it.
    """

    size: int
    places: int
    without: int
    among: dict[str, int]

    @classmethod
    def of(cls, certain: Sequence[Sequence[frozenset[str]]]) -> "_Needs":
        size, places = len(certain), max(map(len, certain), default=0) or 1
        without, among = 0, defaultdict[str, int](int)
        for number, classes in enumerate(certain):
            for place in range(places):
                bit = 1 << (place * size + number)
                without |= bit if place >= len(classes) else 0
                for character in classes[place] if place < len(classes) else ():
                    among[character] |= bit
        return cls(size, places, without, dict(among))

    def met(self, present: frozenset[str]) -> Iterator[int]:
        """The patterns that may fit words of these characters, in order."""
        there = self.without
        for character in self.among.keys() & present:
            there |= self.among[character]
        left = (1 << self.size) - 1
        for _ in range(self.places):
            left &= there
            there >>= self.size
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


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

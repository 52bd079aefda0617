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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.text import Span

STOP, COMMA, SEMICOLON, WORD, NAME, NUMBER, YEAR, DOING = ".", ",", ";", "w", "N", "#", "y", "g"
_TOKEN = re.compile(
    r"(?P<skip>['’`]s\b)"
    r"|(?P<stop>[.!?…؟]+(?=[\s\"”’)\]]|$)|[\r\n]+)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<number>\d+(?:[.,]\d{3})*(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:t|re|ll|ve|d)\b)?)"
    r"|(?P<comma>,)|(?P<semicolon>[;:])"
)
_MARKS = {"stop": STOP, "comma": COMMA, "semicolon": SEMICOLON}
_BUILT_IN = {"name": NAME, "number": NUMBER, "year": YEAR, "ing": DOING}
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_CODE = 0xE000
_NOT_A_WORD = ",;."
_BRACKETS = frozenset({"(", ")", ")?", "[", "]"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as one character a token, where each token stands, and which characters there are."""

    codes: str
    spans: tuple[Span, ...]
    present: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """The characters from the first token up to, not including, the last."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


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
        self._rules = [
            (rule, self._rarest(pattern), re.compile(self._expression(pattern)))
            for rule, own in parts.items()
            for pattern in own
        ]

    def tokens(self, text: str) -> Tokens:
        """The text, coded."""
        codes: list[str] = []
        spans: list[Span] = []
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup or ""
            if kind == "skip":
                continue
            codes.append(_MARKS.get(kind) or self._code(token.group(), kind))
            spans.append(Span(*token.span()))
        return Tokens("".join(codes), tuple(spans), frozenset(codes))

    def matches(self, text: str | Tokens) -> Iterator[Match]:
        """Every place where a pattern fits, in the order of the patterns."""
        tokens = self.tokens(text) if isinstance(text, str) else text
        absent = tokens.present.isdisjoint
        for rule, (needed, beside), expression in self._rules:
            if (needed and absent(needed)) or (beside and absent(beside)):
                continue
            for found in expression.finditer(tokens.codes):
                if found.end() > found.start():
                    group = 1 if expression.groups and found.start(1) < found.end(1) else 0
                    yield Match(rule, tokens.span(*found.span(group)), tokens.span(*found.span()))

    def has(self, tokens: Tokens, alternatives: str) -> bool:
        """Whether any word of the text is one of these (``town|@place``)."""
        return not self._asked[alternatives].isdisjoint(tokens.present)

    def _code(self, word: str, kind: str) -> str:
        if kind == "initials":
            word = word.replace(".", "")
        code = self._codes.get(word) or self._codes.get(word.lower())
        if code:
            return code
        if kind == "number":
            return YEAR if _A_YEAR.fullmatch(word) else NUMBER
        if word[0].isupper():
            return NAME
        return DOING if word.endswith("ing") else WORD

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

    def _rarest(self, parts: list[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The two smallest classes that every match holds a word of; empty where there are none."""
        depth, certain = 0, []
        choices = _with_choice(parts)
        for at, part in enumerate(parts):
            open_ended = part == "(" or (part == "[" and at in choices)
            depth += open_ended - (part in {")", ")?"} or (part == "]" and at in choices))
            if depth == 0 and part not in _BRACKETS and part[0] not in "~!-^" and not part.endswith("?"):
                certain.append(part)
        sets = sorted((frozenset(self._members(part)) for part in certain if part != "@any"), key=len)
        none: frozenset[str] = frozenset()
        return (sets[0] if sets else none), (sets[1] if len(sets) > 1 else none)

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

"""The one grammar of patterns: a word of a text is a character for the kinds it is of, a pattern a regular expression over them.

A clause of twenty words is then twenty characters, gaps are counted in words, and a text is read in one pass whatever
it holds. It replaces regular expressions over spelling, which grow with every inflection, and parsers, which need a model.

A pattern is written in words and signs:

==========================  ==========================================================
``captured``  ``of``        that word, or a word of that kind, as the reader's alphabet has it
``,``  ``;``                a comma; a semicolon or colon
``@seize``                  any word of the class
``town|village|@place``     any one of these; with blanks round the bar, a choice of sequences
``@any``                    any word, but no comma and no end of a sentence
``!@weapon``                one word that is none of these
``-@weapon``                what goes before is none of these; at the end, what follows
``~`` ``~8``                up to 4 (8) words or commas in between, never past the end of a sentence
``~8-@rebels``              the same, and none of these among them
``<part>`` ``<last:day>``   a word of the kind, wanted by name
``?`` ``*`` ``+``           the part before may be missing, may be repeated, or both
``( … | … )``               a choice of sequences
``$weapon``                 a phrase: patterns with a name
``[ … ]``                   the part that is the trigger
``{…}`` ``{not …}``         at the ends: context that must, or must not, stand there and is left alone
``^``                       the first word of the text
==========================  ==========================================================

To add a sign: a group in ``_PART`` and its line in ``_piece``.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

NOT_A_WORD = ",;."
"""The characters of marks: a comma, a semicolon or colon, the end of a sentence."""
Alphabet = Callable[[str], str]
"""The characters of all words that fit a word of a pattern: ``town``, ``@place``."""
Part = re.Match[str]
_PART = re.compile(
    r"\$(?P<phrase>[\w-]+)"
    r"|<(?:(?P<name>\w+):)?(?P<kinds>[^>\s]+)>"
    r"|~(?P<width>\d*)(?:-(?P<barred>[^\s()\[\]]+))?(?P<gap>)"
    r"|(?P<sign>[()\[\]?*+^]|\|)"
    r"|(?P<how>[!-]?)(?P<words>@?[^\s()\[\]{}|?*+<>^]+(?:\|@?[^\s()\[\]{}|?*+<>^]+)*)"
)
_IN_THREE = re.compile(r"\s*(?:\{(?P<before>.*?)\})?(?P<body>[^{}]*)(?:\{(?P<no>not )?(?P<after>.*?)\})?\s*")
_SIGNS = {"(": "(?:", "[": "(", "]": ")"}
_GAP = 4  # words


@dataclass(frozen=True)
class Pattern:
    """A pattern as a regular expression over characters; every match holds one character of each of ``needs``.

    What is not context is in the group ``body``. Of two thousand patterns a text needs some hundred, so each is made ready
    when it is first searched for: all at once they take longer than to read a report.
    """

    expression: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, ready."""
        return re.compile(self.expression)


def compiled(pattern: str, alphabet: Alphabet, phrases: Mapping[str, Sequence[str]] | None = None) -> Pattern:
    """The pattern, to be searched for; raises ValueError, naming what is no part of a pattern.

    >>> found = compiled("loud ~2 [ blast ]", lambda word: word[0])
    >>> found.regex.search("lxxb").span(2), [sorted(each) for each in found.needs]
    ((3, 4), [['b'], ['l']])
    """
    three = _IN_THREE.fullmatch(_spelled_out(pattern, phrases or {}))
    if three is None:
        msg = f"a pattern has context at its ends only: {pattern!r}"
        raise ValueError(msg)
    before, body, after = (_parts(three[name] or "") for name in ("before", "body", "after"))
    look = f"(?{'!' if three['no'] else '='}{_expression(after, alphabet)})" if after else ""
    context = f"(?:{_expression(before, alphabet)})" if before else ""
    asked = (before, body, *(() if three["no"] else (after,)))
    needs = {need for parts in asked for need in _needs(parts, alphabet)}
    return Pattern(
        f"{context}(?P<body>{_expression(body, alphabet)}){look}",
        tuple(sorted(needs, key=lambda need: (len(need), sorted(need)))),
    )


def words_of(pattern: str) -> Iterator[str]:
    """Every word that a pattern spells, classes left out."""
    for part in _PART.finditer(pattern):
        for word in (part["words"] or part["barred"] or "").split("|"):
            if word not in {"", ",", ";"} and not word.startswith("@"):
                yield word


def _parts(pattern: str) -> list[Part]:
    left = _PART.sub("", pattern).strip()
    if left:
        msg = f"no part of a pattern: {left!r} in {pattern!r}"
        raise ValueError(msg)
    return list(_PART.finditer(pattern))


def _spelled_out(pattern: str, phrases: Mapping[str, Sequence[str]]) -> str:
    """The pattern with its phrases put in."""
    while "$" in pattern:
        pattern = re.sub(r"\$([\w-]+)", lambda name: f"( {' | '.join(phrases[name[1]])} )", pattern)
    return pattern


def _expression(parts: list[Part], alphabet: Alphabet) -> str:
    return "".join(
        _piece(part, alphabet, last=after is None or after["sign"] in {")", "|"})
        for part, after in zip_longest(parts, parts[1:])
    )


def _piece(part: Part, alphabet: Alphabet, *, last: bool) -> str:
    if part["sign"]:
        return _SIGNS.get(part["sign"], part["sign"])
    if part["kinds"]:
        name = part["name"] or part["kinds"].split("|")[0].replace("-", "_")
        return f"(?P<{name}>[{_characters(part['kinds'], alphabet)}])"
    if part["gap"] is not None:
        barred = _characters(part["barred"], alphabet) if part["barred"] else ""
        return f"[^.;{barred}]{{0,{part['width'] or _GAP}}}?"
    if part["words"] == "@any" and not part["how"]:
        return f"[^{NOT_A_WORD}]"
    characters = _characters(part["words"], alphabet)
    if part["how"] == "-":
        return f"(?![{characters}])" if last else f"(?<![{characters}])"
    return f"[^{characters}{NOT_A_WORD}]" if part["how"] else f"[{characters}]"


def _needs(parts: list[Part], alphabet: Alphabet) -> list[frozenset[str]]:
    """Sets of characters of which every match holds one each: those of its words, less what may be missing."""
    outer: list[list[list[frozenset[str]]]] = []
    ways: list[list[frozenset[str]]] = [[]]
    for part, after in zip_longest(parts, parts[1:]):
        may_miss = after is not None and after["sign"] in {"?", "*"}
        word = part["kinds"] or (part["words"] != "@any" and not part["how"] and part["words"])
        if part["sign"] in {"(", "["}:
            outer.append(ways)
            ways = [[]]
        elif part["sign"] in {")", "]"}:
            held = [] if may_miss else _of_choice(ways)
            ways = outer.pop()
            ways[-1] += held
        elif part["sign"] == "|":
            ways.append([])
        elif word and not may_miss:
            ways[-1].append(frozenset(_characters(word, alphabet)))
    return _of_choice(ways)


def _of_choice(ways: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """What a choice of sequences needs: one character of any of them, unless one needs none."""
    if len(ways) == 1:
        return ways[0]
    return [frozenset().union(*(min(way, key=len) for way in ways))] if all(ways) else []


@lru_cache(10_000)  # long phrases stand in many patterns
def _characters(words: str, alphabet: Alphabet) -> str:
    return "".join(sorted(set("".join(map(alphabet, words.split("|"))))))

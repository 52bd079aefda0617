"""The rule engine: a rule is a name, patterns over kinds of words, and a production.

Rules run once each, in order, and each sees what the rules before
it understood; there is no search and no backtracking between rules, so the work is linear.

Patterns are written as ``language.patterns`` says: ``<kind>`` for a node that the production wants, a bare word for one
it does not. Word order is the pattern's business alone: several patterns may share a production.

To add a rule: write a function in the family it belongs to, decorate it with its name and patterns, and
add the row that shows it to tests/temporal/corpora.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.language.patterns import Pattern, compiled
from dashboard.temporal.lexing.tokens import Island, Meaning, Node

Produced = tuple[str, Meaning] | None
Production = Callable[..., Produced]

_ALPHABET: dict[str, str] = {}
# A pattern that takes the one takes the others: plurals are units; Arabic's "after" opens a count of its own; French
# has one word for "of" and "from", one for "at" and "to".
_WITHIN = {
    "unit": ("unit", "units"),
    "after": ("after", "after-first", "after-noun"),
    "of": ("of", "of-or-from"),
    "from": ("from", "of-or-from"),
    "around": ("around", "around-clock"),
    "at": ("at", "at-or-to"),
    "in": ("in", "in-plain", "in-bare", "in-or-ahead", "in-or-for"),
    "for": ("for", "in-or-for"),
    "since": ("since", "since-for"),
    "about": ("about", "around", "around-clock", "shortly", "under", "beyond"),
    "to": ("to", "into", "at-or-to"),
    "night": ("night", "evenings", "mornings", "afternoons"),
    "part": ("part", "after-dark", "lone-part"),
}
_FIRST_LETTER = 0xE000
_REMEMBERED, _MEMORY = 24, 100_000  # letters of an island, islands


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, the compiled patterns, and the production from nodes to a kind and a meaning."""

    name: str
    patterns: tuple[Pattern, ...]
    make: Production


class RuleFamily:
    """Rules in the order they were written."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, name: str, *patterns: str) -> Callable[[Production], Production]:
        """Adds the function below as a rule."""

        def add(make: Production) -> Production:
            self.rules.append(Rule(name, tuple(compiled(pattern, _within) for pattern in patterns), make))
            return make

        return add


class Engine:
    """Rules in their order, with a memory of which of them a string of letters calls for.

    Islands are short and much alike ("of the", "on Monday"), so nearly all are answered from memory; of the
    others only those patterns are tried whose rarest word has a letter there.
    """

    def __init__(self, rules: list[Rule]) -> None:
        self._patterns = [(pattern, rule) for rule in rules for pattern in rule.patterns]
        self._next: dict[tuple[str, int], int] = {}
        self._possible: dict[frozenset[str], list[int]] = {}
        self._with, self._anywhere = _index([pattern for pattern, _ in self._patterns])

    def understand(self, island: Island) -> Island:
        """The island after every rule has had its turn."""
        letters = _letters(island)
        at = self._called(letters, 0)
        while at < len(self._patterns):
            pattern, rule = self._patterns[at]
            island = _rewrite(island, letters, pattern.regex, rule)
            letters = _letters(island)
            at = self._called(letters, at + 1)
        return island

    def _called(self, letters: str, start: int) -> int:
        """The number of the first pattern from there on that the letters match; past the end if none."""
        known = self._next.get((letters, start))
        if known is not None:
            return known
        possible = self._with_letters(letters)
        found = len(self._patterns)
        for number in possible[bisect_left(possible, start) :]:
            if self._patterns[number][0].regex.search(letters):
                found = number
                break
        if len(letters) <= _REMEMBERED and len(self._next) < _MEMORY:
            self._next[letters, start] = found
        return found

    def _with_letters(self, letters: str) -> list[int]:
        """The numbers of the patterns that such letters could match, in order."""
        there = frozenset(letters)
        known = self._possible.get(there)
        if known is None:
            found = self._anywhere.union(*(self._with.get(each, ()) for each in there))
            known = sorted(found)
            if len(self._possible) < _MEMORY:
                self._possible[there] = known
        return known


def _index(patterns: list[Pattern]) -> tuple[dict[str, set[int]], set[int]]:
    """The patterns by the letters of their rarest word, and those that can do without any one word."""
    common = Counter(each for pattern in patterns for need in pattern.needs for each in need)
    by_letter: dict[str, set[int]] = defaultdict(set)
    anywhere = set()
    for number, pattern in enumerate(patterns):
        rarest = min(pattern.needs, key=lambda need: sum(common[each] for each in need), default=None)
        for each in rarest or ():
            by_letter[each].add(number)
        if rarest is None:
            anywhere.add(number)
    return by_letter, anywhere


def _letters(island: Island) -> str:
    return "".join([_ALPHABET.get(node.kind) or letter(node.kind) for node in island])


def letter(kind: str) -> str:
    """The kind's letter in the private alphabet, the same for the life of the process."""
    found = _ALPHABET.get(kind)
    if found is None:
        found = _ALPHABET[kind] = chr(_FIRST_LETTER + len(_ALPHABET))
    return found


def _rewrite(island: Island, letters: str, pattern: re.Pattern[str], rule: Rule) -> Island:
    done: Island = []
    at = 0
    for start, end, node in _produced(island, letters, pattern, rule):
        done += island[at:start]
        done.append(node)
        at = end
    return done + island[at:]


def _produced(
    island: Island, letters: str, pattern: re.Pattern[str], rule: Rule
) -> Iterator[tuple[int, int, Node]]:
    at = 0
    names = [name for name in pattern.groupindex if name != "body"]
    while match := pattern.search(letters, at):
        start, end = match.span("body")
        words = {name: island[match.start(name)] if match[name] else None for name in names}
        made = rule.make(**words)
        at = end if made else match.start() + 1
        if made:
            yield start, end, Node(made[0], island[start].start, island[end - 1].end, made[1], rule.name)


def _within(kind: str) -> str:
    return "".join(letter(each) for each in _WITHIN.get(kind, (kind,)))

"""Who was harmed and how many: ranges as the words give them, nothing said kept apart from none."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.language import STOP, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.language.words import Words, tokenise
from dashboard.text import Span

_ROLES = ("killed", "wounded", "missing", "captured", "displaced")
_SENTENCE_END = re.compile(rf"(?:{STOP}|;)\s|\n")
_PARENTHESIS = re.compile(r"\([^()\n]{0,120}\)")
_NEXT_SIDE = re.compile(r"(?<![\d,]),\s|,?\s(?:and|plus|alongside)\s(?!(?:his|her|their|its)\s+\w+ed\b)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the lexicon: whose harm it counts; ``none``: of nobody; ``sides``: told side by side."""

    id: str
    role: str
    none: bool
    sides: bool
    example: str
    reads: str


@dataclass(frozen=True, slots=True)
class Count:
    """People counted: at least ``low``, at most ``high`` (None when the words leave it open).

    ``aggregate``: a sum over days, towns or a war, which belongs to no single event.
    """

    low: int
    high: int | None
    text: str
    span: Span
    aggregate: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """What a stretch of text tells of each kind of harm; None where it says nothing."""

    killed: Count | None = None
    wounded: Count | None = None
    missing: Count | None = None
    captured: Count | None = None
    displaced: Count | None = None


def tolls(told: str | Words) -> Toll:
    """The toll that the words tell.

    >>> toll = tolls("Shells killed at least three people and wounded dozens.")
    >>> toll.killed and (toll.killed.low, toll.killed.high), toll.wounded and toll.wounded.low
    ((3, None), 12)
    >>> tolls("There is no information about casualties.").killed is None
    True
    """
    words = tokenise(told) if isinstance(told, str) else told
    text = words.text
    tokens = _GRAMMAR.tokens(words.without([Span(*aside.span()) for aside in _PARENTHESIS.finditer(text)]))
    found = list(_GRAMMAR.matches(tokens))
    harms = [(ROWS[match.rule], match.trigger) for match in found if match.rule in ROWS]
    if not harms:
        return Toll()
    unknown = any(match.rule in _UNKNOWN for match in found)
    summed = _Sums.of(text, (match.whole for match in found if match.rule in _SUMS))
    others = [match.trigger for match in found if match.rule in _OTHERS]
    counts = [
        (row, span)
        for row, span in harms
        if not (unknown and row.none) and not any(each.covers(span) for each in others)
    ]
    by_role = {role: [each for each in counts if each[0].role == role] for role in _ROLES}
    return Toll(**{role: _decided(own, summed, text) for role, own in by_role.items()})


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sentences that count over days, towns or a war."""

    stops: tuple[int, ...]
    sentences: frozenset[int]

    @classmethod
    def of(cls, text: str, sums: Iterable[Span]) -> "_Sums":
        stops = tuple(stop.start() for stop in _SENTENCE_END.finditer(text))
        return cls(stops, frozenset(bisect_left(stops, each.start) for each in sums))

    def hold(self, span: Span) -> bool:
        """Whether a count is part of such a sentence."""
        return bisect_left(self.stops, span.start) in self.sentences


def _decided(told: list[tuple[Row, Span]], summed: _Sums, text: str) -> Count | None:
    """The largest count that is no sum; else the largest sum; else none harmed."""
    sides = {span for row, span in told if row.sides}
    counts = (
        _count(span, summed, text, sides=span in sides)
        for span in _widest(span for row, span in told if not row.none)
    )
    counted = (each for each in counts if each)
    nobody = next((Count(0, 0, span.of(text), span) for row, span in told if row.none), None)
    return min(counted, key=lambda each: (each.aggregate, -each.low, each.span), default=nobody)


def _widest(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that lie in no other, in order, each once."""
    reached = -1
    for span in sorted(set(spans), key=lambda each: (each.start, -each.end)):
        if span.end > reached:
            yield span
            reached = span.end


def _count(span: Span, summed: _Sums, text: str, *, sides: bool) -> Count | None:
    words = span.of(text)
    bounds = _added(words) if sides else amount(words)
    return Count(*bounds, words, span, aggregate=summed.hold(span)) if bounds else None


def _added(words: str) -> tuple[int, int | None] | None:
    """The sum over sides: "at least five militants and a nurse" is 6 or more."""
    parts = _NEXT_SIDE.split(_PARENTHESIS.sub("", words))
    bounds = [each for each in map(amount, parts) if each]
    highs = [high for _, high in bounds]
    high = None if None in highs else sum(each or 0 for each in highs)
    return (sum(low for low, _ in bounds), high) if bounds else None


# ---------------------------------------------------------------- number words

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+")
_NO_COUNT = frozenset({"some", "many"})
"""Loose words that only tell how near a number beside them is: some 40, as many as 40."""
_LONGEST = 13
"""Characters of a figure: longer ones (1,000,000,000 and up) count no people."""
_AGE = re.compile(r"\b(?P<who>man|woman|boy|girl|child) of \d+|\d+[- ]years?[- ]old")
"""Of a man of 60, of a 60-year-old man: no sixty men."""
_OPEN = re.compile(r"\b(?:at least|more|over|no fewer|no less|not fewer|not less)\b")
_AT_MOST = re.compile(r"\b(?:up to|at most|as many as)\b")
_BELOW = re.compile(r"(?<!no )(?<!not )\b(?:fewer|less) than\b")


def amount(words: str) -> tuple[int, int | None] | None:
    """The least and the most that number words allow; None when they hold no number at all.

    >>> [amount(each) for each in ("two dozen", "between 3 and 5", "a hundred and twenty", "at least 1,200")]
    [(24, 24), (3, 5), (120, 120), (1200, None)]
    >>> amount("dozens of"), amount("up to six"), amount("a nurse"), amount("an unknown number of")
    ((12, None), (1, 6), (1, 1), None)
    """
    words = _AGE.sub(lambda age: age["who"] or "", words.lower())
    if "unknown" in words:
        return None
    values, loose = _values(words)
    if not values:
        return (1, 1) if re.match(r"(?:an?|the|another|its|their|his|her)\b", words) else None
    low, high = round(min(values)), round(max(values))
    if _BELOW.search(words):
        return min(1, high), max(1, high - 1)
    if _AT_MOST.search(words):
        return min(1, high), high
    return low, None if loose or _OPEN.search(words) else high


def _values(words: str) -> tuple[list[float], bool]:
    """The numbers in the words, and whether one of them is loose (dozens, several)."""
    parts = _NUMBER.findall(words)
    values: list[float] = []
    for before, part in zip(["", *parts], parts, strict=False):
        if part[0].isdigit() and len(part) <= _LONGEST:
            values.append(float(part.replace(",", "")))
        elif part in _SCALES:
            values.append((values.pop() if values else 1) * _SCALES[part])
        elif part in _SPELLED:
            _take(values, _SPELLED[part], before)
    loose = [_LOOSE[part] for part in parts if part in _LOOSE and not (values and part in _NO_COUNT)]
    return ([max(*values, *loose, 0)], True) if loose else (values, False)


def _take(values: list[float], value: int, before: str) -> None:
    """Add to the number begun (twenty five, hundred and three), or begin another."""
    begun = before in _TENS or before in _SCALES or (before == "and" and values and values[-1] % 100 == 0)
    if begun and values:
        values[-1] += value
    else:
        values.append(value)


def _patterns(lexicon: dict[str, Any], *tables: str) -> Iterator[tuple[str, list[str]]]:
    for table in tables:
        for row in lexicon[table]:
            yield row["id"], row["patterns"]


_LEXICON = lexicon("tolls")
ROWS: dict[str, Row] = {
    told["id"]: Row(
        id=told["id"],
        role=told["role"],
        none=told.get("none", False),
        sides=told.get("sides", False),
        example=told["example"],
        reads=told["reads"],
    )
    for told in _LEXICON["toll"]
}
_TENS: dict[str, int] = _LEXICON["amounts"]["tens"]
_SCALES: dict[str, int] = _LEXICON["amounts"]["scales"]
_LOOSE: dict[str, int] = _LEXICON["amounts"]["loose"]
_SPELLED: dict[str, int] = {**_LEXICON["amounts"]["exact"], **_TENS}
_SUMS = frozenset(row["id"] for row in _LEXICON["sum"])
_OTHERS = frozenset(row["id"] for row in _LEXICON["other"])
_UNKNOWN = frozenset(row["id"] for row in _LEXICON["unknown"])
_GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes({"be": {"words": "is are was were be been being"}, **_LEXICON["words"]}),
    patterns=dict(_patterns(_LEXICON, "toll", "sum", "unknown", "other")),
    phrases=_LEXICON["phrases"],
)

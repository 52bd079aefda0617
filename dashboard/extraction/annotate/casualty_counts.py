"""Who was harmed and how many: ranges as the words give them, nothing said kept apart from none."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dashboard.extraction.annotate.amounts import added, amount
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.extraction.model import Harm
from dashboard.language import STOP, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_SENTENCE_END = re.compile(rf"(?:{STOP}|;)\s|\n")


@dataclass(frozen=True, slots=True)
class CasualtyRow:
    """A row of the lexicon: the harm it counts; ``none``: of nobody; ``sides``: side by side."""

    id: str
    harm: Harm
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
class Casualties:
    """What a stretch of text says of each kind of harm; None where it says nothing."""

    killed: Count | None = None
    wounded: Count | None = None
    missing: Count | None = None
    captured: Count | None = None
    displaced: Count | None = None

    def of(self, harm: Harm) -> Count | None:
        """The count of one kind of harm."""
        count: Count | None = getattr(self, harm)
        return count

    def moved(self, by: int) -> "Casualties":
        """The same, its spans so many characters on."""
        if self == Casualties():
            return self
        counts = {harm.value: self.of(harm) for harm in Harm}
        return Casualties(
            **{harm: count and replace(count, span=count.span.moved(by)) for harm, count in counts.items()}
        )

    @property
    def harmless(self) -> bool:
        """Whether it only says that nobody was harmed.

        >>> Casualties(killed=Count(0, 0, "nobody", Span(0, 6))).harmless, Casualties().harmless
        (True, False)
        """
        lows = [count.low for count in (self.killed, self.wounded) if count]
        return bool(lows) and not any(lows)


def casualties(spotted: Spotted) -> Casualties:
    """The people harmed, by kind, as the words outside of brackets count them.

    >>> from dashboard.extraction.annotate.spotted import spot
    >>> from dashboard.language.words import tokenise
    >>> read = lambda text: casualties(spot(GRAMMAR, tokenise(text), brackets=False))
    >>> harmed = read("Shells killed at least three people and wounded dozens.")
    >>> harmed.killed and (harmed.killed.low, harmed.killed.high), harmed.wounded and harmed.wounded.low
    ((3, None), 12)
    >>> read("There is no information about casualties.").killed is None
    True
    """
    text, found = spotted.text, spotted.matches
    harms = [(ROWS[match.rule], match.trigger) for match in found if match.rule in ROWS]
    if not harms:
        return Casualties()
    unknown = any(match.rule in _UNKNOWN for match in found)
    summed = _Sums.of(text, (match.whole for match in found if match.rule in _SUMS))
    others = [match.trigger for match in found if match.rule in _OTHERS]
    counts = [
        (row, span)
        for row, span in harms
        if not (unknown and row.none) and not any(each.covers(span) for each in others)
    ]
    by_harm = {harm.value: [each for each in counts if each[0].harm is harm] for harm in Harm}
    return Casualties(**{harm: _decided(own, summed, text) for harm, own in by_harm.items()})


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


def _decided(counted: list[tuple[CasualtyRow, Span]], summed: _Sums, text: str) -> Count | None:
    """The largest count that is no sum; else the largest sum; else none harmed."""
    sides = {span for row, span in counted if row.sides}
    counts = (
        _count(span, summed, text, sides=span in sides)
        for span in _widest(span for row, span in counted if not row.none)
    )
    nobody = next((Count(0, 0, span.of(text), span) for row, span in counted if row.none), None)
    return min(
        (each for each in counts if each),
        key=lambda each: (each.aggregate, -each.low, each.span),
        default=nobody,
    )


def _widest(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that lie in no other, in order, each once."""
    reached = -1
    for span in sorted(set(spans), key=lambda each: (each.start, -each.end)):
        if span.end > reached:
            yield span
            reached = span.end


def _count(span: Span, summed: _Sums, text: str, *, sides: bool) -> Count | None:
    words = span.of(text)
    bounds = added(words) if sides else amount(words)
    return Count(*bounds, words, span, aggregate=summed.hold(span)) if bounds else None


def _patterns(lexicon: dict[str, Any], *tables: str) -> Iterator[tuple[str, list[str]]]:
    for table in tables:
        for row in lexicon[table]:
            yield row["id"], row["patterns"]


_LEXICON = lexicon("casualty_counts")
ROWS: dict[str, CasualtyRow] = {
    row["id"]: CasualtyRow(
        id=row["id"],
        harm=Harm(row["role"]),
        none=row.get("none", False),
        sides=row.get("sides", False),
        example=row["example"],
        reads=row["reads"],
    )
    for row in _LEXICON["toll"]
}
_SUMS = frozenset(row["id"] for row in _LEXICON["sum"])
_OTHERS = frozenset(row["id"] for row in _LEXICON["other"])
_UNKNOWN = frozenset(row["id"] for row in _LEXICON["unknown"])
GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(_LEXICON["words"]),
    patterns=dict(_patterns(_LEXICON, "toll", "sum", "unknown", "other")),
    phrases=_LEXICON["phrases"],
)

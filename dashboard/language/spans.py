"""Stretches of a text kept apart: what is taken, what is free, the longest of those that overlap. The one way to do it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dashboard.text import Span

T = TypeVar("T")


class Taken:
    """The characters of a text that somebody has read already.

    >>> taken = Taken("Shells hit Homs.", [Span(0, 6)])
    >>> taken.free(Span(7, 10)), taken.free(Span(5, 8)), taken.at(3)
    (True, False, True)
    """

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self._marks = bytearray(len(text) + 1)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Takes these characters."""
        self._marks[span.start : span.end] = b"\x01" * (span.end - span.start)

    def free(self, span: Span) -> bool:
        """Whether none of the characters is taken."""
        return self._marks.find(1, span.start, span.end) < 0

    def at(self, character: int) -> bool:
        """Whether a character is taken."""
        return self._marks[character] == 1


def longest(
    text: str, found: Iterable[T], span: Callable[[T], Span], first: Callable[[T], bool] = lambda _: False
) -> list[T]:
    """Those that no longer one overlaps, in the order of the text; those said to be ``first`` come before longer ones."""
    order = sorted(
        found, key=lambda each: (not first(each), span(each).start - span(each).end, span(each).start)
    )
    taken = Taken(text)
    kept = []
    for each in order:
        if taken.free(span(each)):
            taken.add(span(each))
            kept.append(each)
    return sorted(kept, key=span)


def earliest(found: Iterable[T], span: Callable[[T], Span]) -> list[T]:
    """Those that begin behind the end of the one before, in the order of the text."""
    kept: list[T] = []
    for each in sorted(found, key=span):
        if not kept or span(each).start >= span(kept[-1]).end:
            kept.append(each)
    return kept


def held(spans: Sequence[Span], inner: Span) -> bool:
    """Whether one of the spans, which stand in order and apart, covers the inner one.

    >>> held([Span(0, 4), Span(8, 20)], Span(9, 12)), held([Span(0, 4)], Span(3, 6))
    (True, False)
    """
    at = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].covers(inner)

"""A stretch of characters."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` up to, not including, ``end`` of one text.

    >>> Span(4, 9).of("the quick fox")
    'quick'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """The same, so many characters on."""
        return Span(self.start + by, self.end + by)

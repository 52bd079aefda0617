"""The words of a text, found once and shared by all that read them: types, tolls and modality."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.language.tokens import WORDS, Token, tokens
from dashboard.text import Span

STOP, COMMA, SEMICOLON, WORD, NAME, NUMBER, YEAR, DOING = ".", ",", ";", "w", "N", "#", "y", "g"
_MARKS = {",": COMMA, ";": SEMICOLON, ":": SEMICOLON}
_NUMBERS = frozenset({"digits", "amount", "money", "half", "th", "decade", "short_decade", "short_year"})
_UNNAMED = frozenset({"code", "hour", "clock", "iso", "numeric", "file"})  # figures that count nobody
_A_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text and its words and marks in order: spelling, the same in lower case, shape, place.

    A mark has no spelling. ``starts`` and ``ends`` count from ``offset`` characters before the stretch; spans
    given and taken count from its beginning.
    """

    text: str
    spelled: tuple[str, ...]
    folded: tuple[str, ...]
    shapes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    offset: int = 0

    def within(self, span: Span) -> "Words":
        """Those of one stretch, whose characters are counted from its own beginning.

        >>> tokenise("Shells fell. Two died.").within(Span(13, 22)).folded
        ('two', 'died', '')
        """
        begin = self.offset + span.start
        first, last = bisect_left(self.starts, begin), bisect_right(self.ends, self.offset + span.end)
        part = slice(first, last)
        return Words(
            span.of(self.text),
            self.spelled[part],
            self.folded[part],
            self.shapes[part],
            self.starts[part],
            self.ends[part],
            begin,
        )

    def without(self, spans: Sequence[Span]) -> "Words":
        """Those outside of the spans, which stand in order."""
        if not spans:
            return self
        begins = [span.start for span in spans]
        kept = [
            at
            for at, start in enumerate(self.starts)
            if not (after := bisect_right(begins, start - self.offset))
            or spans[after - 1].end <= start - self.offset
        ]
        return self._only(kept)

    def span(self, first: int, last: int) -> Span:
        """The characters from the first word up to, not including, the last."""
        return Span(self.starts[first] - self.offset, self.ends[last - 1] - self.offset)

    def _only(self, kept: Sequence[int]) -> "Words":
        return replace(
            self,
            spelled=tuple(self.spelled[at] for at in kept),
            folded=tuple(self.folded[at] for at in kept),
            shapes="".join(self.shapes[at] for at in kept),
            starts=tuple(self.starts[at] for at in kept),
            ends=tuple(self.ends[at] for at in kept),
        )


def tokenise(text: str) -> Words:
    """The text's words and marks; a possessive's s is no word.

    >>> tokenise("12 rebels left Hama's U.N. post, fleeing.").shapes
    '#wwNNw,g.'
    """
    read = [(token, shape) for token in tokens(text) if (shape := _shape(token))]
    spelled = tuple([_spelled(token) for token, _ in read])
    return Words(
        text,
        spelled,
        tuple([word.lower() for word in spelled]),
        "".join([shape for _, shape in read]),
        tuple([token.start for token, _ in read]),
        tuple([token.end for token, _ in read]),
    )


def _shape(token: Token) -> str:
    """The mark itself, and for a word what can be said of it though no list knows it; empty for what is neither."""
    kind, word = token.kind, token.text
    if kind in WORDS:
        if word[0].isupper():
            return NAME
        return DOING if word.endswith("ing") else WORD
    if kind in _NUMBERS:
        return YEAR if _A_YEAR.fullmatch(word) else NUMBER
    if kind in {"stop", "line"}:
        return STOP
    return WORD if kind in _UNNAMED else _MARKS.get(word, "")


def _spelled(token: Token) -> str:
    """Initials without their points; a mark has no spelling."""
    if token.kind == "initials":
        return token.text.replace(".", "")
    return "" if token.kind in {"stop", "line", "mark"} else token.text

"""Sentences and paragraphs of a report.

A small splitter of our own: monitor prose has no abbreviations to speak of and runs on for a
hundred words, and every rule that follows needs the exact character span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.text.span import Span

_PARAGRAPH = re.compile(r"[^\r\n]+")
# The mark comes first and what may not stand before it after, so that the search leaps from mark to mark; runs
# of marks are bounded, so that a page of them stays linear.
_STOP = re.compile(
    r"""[.!?؟…](?<![A-Z]\.[A-Z].)(?<!\b[A-Z].)(?<!\b(?:Mr|Dr|St|Lt|Mt|No|vs).)
        (?<!\b(?:Mrs|Gen|Col|Maj|Cpt|Sgt|Rev|Gov|Sen|Rep|Feb|Jan|Mar|Apr|Aug|Oct|Nov|Dec|a\.m|p\.m).)(?<!\bSept.)
        [.!?؟…]{0,20}["”’)\]]{0,9}(?=\s+["“‘(\[]?[A-Z0-9\u0600-\u06ff])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span and the number of its paragraph, counted from 0."""

    span: Span
    paragraph: int


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence, in order; together they hold all of the text but white space.

    >>> [s.span.of("Calm. Then fire!") for s in sentences("Calm. Then fire!")]
    ['Calm.', 'Then fire!']
    """
    lines = (line for line in _PARAGRAPH.finditer(text) if line.group().strip())
    for number, line in enumerate(lines):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            yield Sentence(_trimmed(text, start, stop.end()), number)
            start = stop.end()
        if text[start : line.end()].strip():
            yield Sentence(_trimmed(text, start, line.end()), number)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))

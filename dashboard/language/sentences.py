"""Sentences and paragraphs of a report.

A small splitter of our own: monitor prose runs on for a hundred words, and every rule that follows needs the exact
character span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language.stops import LINE_END, MARKS, NOTE, NOTES, STOP, STOPPED
from dashboard.text import Span

_PARAGRAPH = re.compile(r"[^\r\n]+")
# Runs of marks are bounded, so that a page of them stays linear.
_BETWEEN = re.compile(
    rf"""{STOP}[{re.escape(MARKS)}]{{0,20}}["”’)\]]{{0,9}}(?:(?:\s(?:{NOTE})){{1,3}}(?=\s)|{NOTES})(?=\s+["“‘(\[]?[A-Z0-9\u0600-\u06ff])|(?<=\S)\s[·•](?=\s+\S)"""
)
_END = re.compile(rf"{STOPPED}|{LINE_END}")


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
        for stop in _BETWEEN.finditer(text, line.start(), line.end()):
            yield Sentence(_trimmed(text, start, stop.end()), number)
            start = stop.end()
        if text[start : line.end()].strip():
            yield Sentence(_trimmed(text, start, line.end()), number)


def end_of(text: str, start: int, limit: int) -> int:
    """Where the sentence that holds a character ends, at the mark itself; ``limit`` characters on at the latest.

    >>> end_of("Lt. Khalid left. Calm followed.", 0, 100)
    15
    """
    stop = _END.search(text, start, start + limit)
    return stop.start() if stop else min(len(text), start + limit)


def crosses(text: str, start: int, end: int) -> bool:
    """Whether a sentence or a line ends between two characters."""
    return _END.search(text, start, end) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))

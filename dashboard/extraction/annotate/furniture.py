"""What belongs to the page and not to the report: captions, links, labels of pictures, notes, whatever readers wrote below."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dashboard.extraction.annotate.titles import caption_lines, link_lines
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.language import sentences
from dashboard.language.stops import LINE
from dashboard.text import Span, lowered

_WORDS = CLAUSES["furniture"]
_OPENS, _ANYWHERE = (re.compile("|".join(_WORDS[each])) for each in ("opens", "anywhere"))
_LINES = re.compile("|".join(_WORDS["lines"]), re.IGNORECASE)
_COMMENTS = re.compile(rf"\W*(?:\d+\s)?{one_of(_WORDS['comments'])}(?:\s\(\d+\))?\W*", re.IGNORECASE)


def furniture(text: str) -> tuple[Span, ...]:
    r"""The sentences and lines of the page, in order; none lies in another.

    >>> text = "Shells hit Sumy.\nMap: who holds what, 3 May 2024\nTwo died. Editing by staff."
    >>> [each.of(text) for each in furniture(text)]
    ['Map: who holds what, 3 May 2024', 'Editing by staff.']
    """
    lines = sorted({*link_lines(text), *caption_lines(text), *_lines(text)})
    lower = lowered(text)
    pieces = (each.span for each in sentences(text) if not _is_in(lines, each.span))
    return tuple(sorted([*lines, *(each for each in pieces if _is_of_the_page(each.of(lower)))]))


def _lines(text: str) -> Iterator[Span]:
    """Lines that are the page's as wholes, and everything below a heading of readers' comments in its lower half."""
    for line in LINE.finditer(text):
        span = Span(*line.span())
        if 2 * span.start > len(text) and _COMMENTS.fullmatch(line[0]):
            yield from (Span(*below.span()) for below in LINE.finditer(text, span.start))
            return
        if _LINES.fullmatch(line[0].strip()):
            yield span


def _is_of_the_page(words: str) -> bool:
    return _OPENS.match(words) is not None or _ANYWHERE.search(words) is not None


def _is_in(lines: Sequence[Span], span: Span) -> bool:
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return at >= 0 and lines[at].covers(span)

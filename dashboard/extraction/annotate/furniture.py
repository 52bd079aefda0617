"""What belongs to the page and not to the report: captions, links, labels of pictures, notes, whatever readers wrote below."""

import re
from collections.abc import Iterator, Sequence

from dashboard.extraction.annotate.titles import caption_lines, is_entry, link_lines
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.language import sentences
from dashboard.language.spans import held, longest
from dashboard.language.stops import LINE
from dashboard.text import Span, lowered

_WORDS = CLAUSES["furniture"]
_OPENS, _ANYWHERE = (re.compile("|".join(_WORDS[each])) for each in ("opens", "anywhere"))
_LINES, _NAMED, _NOTES, _REFERENCES, _CREDITS = (
    re.compile("|".join(_WORDS[each]), re.IGNORECASE)
    for each in ("lines", "named", "notes", "references", "credits")
)
_ACT = re.compile(rf"\b{one_of(_WORDS['acts'])}\b", re.IGNORECASE)
_COMMENTS = re.compile(rf"\W*(?:\d+\s)?{one_of(_WORDS['comments'])}(?:\s\(\d+\))?\W*", re.IGNORECASE)


def furniture(text: str) -> tuple[Span, ...]:
    r"""The sentences and lines of the page, in order; none lies in another.

    >>> text = "Shells hit Sumy.\nMap: who holds what, 3 May 2024\nTwo died. Editing by staff."
    >>> [each.of(text) for each in furniture(text)]
    ['Map: who holds what, 3 May 2024', 'Editing by staff.']
    """
    pieces = [each.span for each in sentences(text)]
    shown = _captions(text, pieces)
    lines = {*link_lines(text), *caption_lines(text), *_lines(text), *_notes(text), *shown}
    whole, lower = longest(text, lines, lambda line: line), lowered(text)
    free = (each for each in pieces if not held(whole, each))
    return tuple(sorted([*whole, *(each for each in free if _is_of_the_page(each.of(lower)))]))


def _lines(text: str) -> Iterator[Span]:
    """Lines that are the page's as wholes, and everything below the one heading of readers' comments, in its lower half."""
    lines = _spans(text)
    comments = [each for each in lines if _COMMENTS.fullmatch(each.of(text))]
    readers = comments[0].start if len(comments) == 1 and 2 * comments[0].start > len(text) else len(text)
    for line in lines:
        words = line.of(text).strip()
        named = _NAMED.fullmatch(words) and not _ACT.search(words)
        if line.start >= readers or named or _LINES.fullmatch(words):
            yield line


def _notes(text: str) -> list[Span]:
    """The numbered lines that end in an address, where all of them stand below the report or in square brackets: no list of incidents."""
    found = [each for each in _spans(text) if _NOTES.fullmatch(each.of(text).strip())]
    below = bool(found) and 2 * found[0].start > len(text)
    return [each for each in found if below or _REFERENCES.match(each.of(text))]


def _captions(text: str, pieces: Sequence[Span]) -> list[Span]:
    """The lines and sentences that end in who took a picture, beside a report that is longer; no post of one line, and no entry of a log."""
    found = [each for each in _spans(text) if _CREDITS.fullmatch(each.of(text).strip())]
    found += [each for each in pieces if _CREDITS.fullmatch(each.of(text)) and not held(found, each)]
    shown = [each for each in found if not is_entry(each.of(text))]
    size = sum(each.end - each.start for each in shown)
    beside = size < len(text.strip()) and not any(_ACT.search(each.of(text)) for each in shown)
    return shown if beside or 2 * size < len(text) else []


def _spans(text: str) -> list[Span]:
    return [Span(*each.span()) for each in LINE.finditer(text)]


def _is_of_the_page(words: str) -> bool:
    return _OPENS.match(words) is not None or _ANYWHERE.search(words) is not None

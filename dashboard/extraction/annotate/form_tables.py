"""Tables that became lines of a page: labels over columns, and each row below is the form of one incident.

"Date | Location | Type | Killed ⏎ 15 Oct | Ngoshe | IED | 4", with bars, tabs, wide gaps or commas between the cells; or
every cell on a line of its own, those of the labels first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from dashboard.extraction.annotate.form_labels import FieldKind, kind_of_label
from dashboard.language.stops import LINE
from dashboard.text import Span

Row = tuple[tuple[FieldKind, Span], ...]
"""The cells of a row that hold something, each with what its column tells."""

_BETWEEN = tuple(re.compile(each) for each in (r"\|", r"\t", r"[ ]{3,}", r","))
_RULE = re.compile(r"[\s|:+=–—-]+")  # the line under the labels
_EDGES = " \t\r*_"
_FEWEST, _MOST = 3, 12  # columns
_KNOWN = 0.6  # of the labels: fewer, and it is a line of prose
_A_DAY = re.compile(r"\d")


def rows_of_tables(text: str) -> Iterator[Row]:
    r"""The rows of a text's tables of incidents, in order.

    >>> text = "Date | Location | Killed\n15 Oct | Ngoshe | 4"
    >>> [(kind.value, cell.of(text)) for row in rows_of_tables(text) for kind, cell in row]
    [('date', '15 Oct'), ('place', 'Ngoshe'), ('killed', '4')]
    """
    lines = [Span(*each.span()) for each in LINE.finditer(text)]
    at = 0
    while at < len(lines):
        rows = list(_below(text, lines[at:])) or list(_of_lines(text, lines[at:]))
        yield from (_told(kinds, cells) for kinds, cells, _ in rows)
        at += 1 + sum(taken for _, _, taken in rows)


_Read = tuple[
    Sequence[FieldKind], Sequence[Span], int
]  # the columns, the cells of a row, and how many lines it takes


def _told(kinds: Sequence[FieldKind], cells: Sequence[Span]) -> Row:
    return tuple((kind, cell) for kind, cell in zip(kinds, cells, strict=True) if cell.end > cell.start)


def _below(text: str, lines: Sequence[Span]) -> Iterator[_Read]:
    """The rows below a line of labels."""
    for between in _BETWEEN:
        labels = _cells(text, lines[0], between, _MOST)
        kinds = _columns([each.of(text) for each in labels])
        if kinds is None:
            continue
        for line in lines[1:]:
            cells = _cells(text, line, between, len(kinds))
            if len(cells) == len(kinds):
                yield kinds, cells, 1
            elif not _RULE.fullmatch(text, line.start, line.end):
                return
        return


def _of_lines(text: str, lines: Sequence[Span]) -> Iterator[_Read]:
    """The rows below labels on lines of their own, of as many lines as there are labels; each tells its day in figures."""
    labels = list(takewhile(kind_of_label, (each.of(text) for each in lines[:_MOST])))
    kinds = _columns(labels)
    if kinds is None or FieldKind.DATE not in kinds:
        return
    for first in range(len(kinds), len(lines) - len(kinds) + 1, len(kinds)):
        cells = [_trimmed(text, each) for each in lines[first : first + len(kinds)]]
        if not _A_DAY.search(cells[kinds.index(FieldKind.DATE)].of(text)):
            return
        yield kinds, cells, len(kinds)


def _columns(labels: Sequence[str]) -> list[FieldKind] | None:
    """What the columns tell; None where too few of the labels are known, or none tells a day or a place, or what happened."""
    known = [kind_of_label(each) for each in labels]
    told = {each for each in known if each}
    enough = len(labels) >= _FEWEST and sum(each is not None for each in known) >= _KNOWN * len(labels)
    if not enough or told.isdisjoint({FieldKind.DATE, FieldKind.PLACE}):
        return None
    return [each or FieldKind.OTHER for each in known]


def _cells(text: str, line: Span, between: re.Pattern[str], most: int) -> list[Span]:
    """The cells of a line; the last holds what is left of it."""
    whole = _trimmed(text, line, _EDGES + "|")
    cells, start = list[Span](), whole.start
    for part in between.finditer(text, whole.start, whole.end):
        if len(cells) + 1 == most:
            break
        cells.append(_trimmed(text, Span(start, part.start())))
        start = part.end()
    return [*cells, _trimmed(text, Span(start, whole.end))]


def _trimmed(text: str, span: Span, edges: str = _EDGES) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(edges))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(edges))))

"""A text without some of its stretches, in which everything else stays where it was."""

import re
from collections.abc import Iterable

from dashboard.text.span import Span

_INK = re.compile(r"[^\r\n]")


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks where those stretches stand, which are in order and apart; ends of lines stay.

    >>> blanked("Map: Sumy. Two died.", [Span(0, 10)])
    '           Two died.'
    """
    pieces, done = list[str](), 0
    for span in spans:
        pieces += (text[done : span.start], _INK.sub(" ", span.of(text)))
        done = span.end
    return "".join((*pieces, text[done:]))

"""The headline of a report saved as plain text."""

import re
from itertools import takewhile

_LONGEST = 250
_MARKDOWN = re.compile(r"^#{1,6}\s+|^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$|\s+#+$")
_STOP = re.compile(r"[.:;،؛]$")
_ELLIPSIS = re.compile(r"(\.\.\.|…)$")


def headline(text: str) -> str:
    r"""The headline, or nothing where the text starts at once.

    A headline is one of the short lines without a full stop that stand before the first paragraph;
    with a publisher's name or a date beside it, it is the longest of them.

    >>> headline("The Monitor\n\nShelling kills three in Douma\n\nArtillery struck Douma on Monday.")
    'Shelling kills three in Douma'
    >>> headline("Artillery struck Douma on Monday.")
    ''
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    above = list(takewhile(_is_short, lines))
    if len(above) == len(lines):  # nothing but short lines: a list or a note, not a headline over a text
        return ""
    return max((_bare(line) for line in above), key=len, default="")


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST and (not _STOP.search(line) or bool(_ELLIPSIS.search(line)))


def _bare(line: str) -> str:
    return _MARKDOWN.sub("", line).strip()

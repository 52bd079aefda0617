"""Lines that were broken to fit a page, made paragraphs again: a sentence cut in two is read as two."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dashboard.text import goes_on

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_BULLETS = str.maketrans(dict.fromkeys("•▪●◦·", "-"))
_LOOSE = 0.85  # letters are not equally wide on a printed page


def unwrapped(text: str, *, fixed: bool = True) -> str:
    r"""The text with broken lines joined; lists, quotations and deliberate breaks stay.

    ``fixed`` says that lines were broken at a number of characters, as in mails, and not at a width, as on paper.

    >>> unwrapped(
    ...     "Artillery struck the old market of the town on\nMonday, killing three.\n- one child\n- two men"
    ... )
    'Artillery struck the old market of the town on Monday, killing three.\n- one child\n- two men'
    """
    return "\n\n".join("\n".join(_joined(block.split("\n"), fixed=fixed)) for block in _blocks(text))


def _blocks(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return [block for block in re.split(r"\n[ \t]*\n\s*?(?=\S|[ \t]+\S|$)", lines) if block.strip()]


def _joined(lines: Sequence[str], *, fixed: bool) -> list[str]:
    bare = [line.rstrip() for line in lines]
    width = max(map(len, bare)) * (1 if fixed else _LOOSE)
    groups = [[bare[0]]]
    for last, this in pairwise(bare):
        if goes_on(last, this, width):
            groups[-1].append(this.lstrip())
        else:
            groups.append([this])
    return [_seamless(group) for group in groups]


def _seamless(lines: Sequence[str]) -> str:
    """Lines as one; a word that was broken with a hyphen is whole, one that has a hyphen keeps it."""
    pieces: list[str] = []
    for last, this in pairwise(lines):
        if not _HYPHEN.search(last[-2:]):
            pieces += (last, " ")
        else:
            pieces.append(last[:-1] if this[:1].islower() else last)
    return "".join((*pieces, lines[-1]))

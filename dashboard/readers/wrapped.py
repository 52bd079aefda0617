"""Lines that were broken to fit a page, made paragraphs again: a sentence cut in two is read as two."""

import re
from collections.abc import Sequence

_ITEM = re.compile(r"\s*(?:[-–—•*▪●◦·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s|\s*[>|#]|\s{4,}\S|\S+:\s*$")
_ENDS = re.compile(r"[.!?…:؟۔]['\"”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_BULLETS = str.maketrans(dict.fromkeys("•▪●◦·", "-"))
_SHORTEST = 40
"""Characters a line has at least where lines are broken to fit."""
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
    width = max(len(line.rstrip()) for line in lines)
    told = [lines[0].rstrip()]
    last = lines[0].rstrip()
    for line in lines[1:]:
        this = line.rstrip()
        if _goes_on(last, this, width if fixed else width * _LOOSE):
            told[-1] = _seamless(told[-1], this.lstrip())
        else:
            told.append(this)
        last = this
    return told


def _goes_on(last: str, this: str, width: float) -> bool:
    """Whether a line is the rest of the one before: its first word would not have fitted there, or is in small letters."""
    if not last.strip() or not this.strip() or _ITEM.match(this) or last.lstrip().startswith((">", "|")):
        return False
    word = this.split(maxsplit=1)[0]
    if word[:1].islower() and not _ENDS.search(last):
        return True
    return width >= _SHORTEST and len(last) + 1 + len(word) > width


def _seamless(last: str, this: str) -> str:
    if not _HYPHEN.search(last):
        return f"{last} {this}"
    return f"{last[:-1]}{this}" if this[:1].islower() else f"{last}{this}"

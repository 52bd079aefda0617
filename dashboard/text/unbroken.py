"""Lines that were broken to fit a page: which go on in the next, and a text with them whole in place."""

import re
from collections.abc import Iterator
from itertools import pairwise

_ITEM = re.compile(r"\s*(?:[-–—•*▪●◦·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s|\s*[>|#]|\s{4,}\S|\S+:\s*$")
_ENDS = re.compile(r"[.!?…:؟۔]['\"”’»)\]]*$")
_LINE = re.compile(r"(?<![^\r\n\f])[^\S\r\n\f]*\S(?:[^\r\n\f]*\S)?")
_HYPHENED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_REST = re.compile(r"(?P<word>[^\W\d_A-Z]\S*)")  # of a word
_SHORTEST, _LONGEST = 40, 130
"""Characters that the longest line has where lines are broken to fit, at least and at most."""
_WORDS = 3  # blanks in a line of prose
_FEWEST = 2  # sentences broken in two
_SHARE = 0.5  # of the lines that end in no stop
_FULL = 0.75  # of the longest line: how long the lines are that sentences break in, half of them at least


def goes_on(last: str, this: str, width: float) -> bool:
    """Whether a line is the rest of the one before: its first word would not have fitted there, or is in small letters."""
    if not last.strip() or not this.strip() or _ITEM.match(this) or last.lstrip().startswith((">", "|")):
        return False
    if _cuts(last, this):
        return True
    return width >= _SHORTEST and not _fits(last, this, width)


def unbroken(text: str) -> str:
    r"""The text with blanks in place of the ends of lines that only fit it to a width; every other text as it is.

    So every character keeps its place, but for the rest of a word that was broken with a hyphen.

    >>> line = "Artillery struck the old market of the big town on\nits hill, and killed three people who were there to\nbuy bread."
    >>> unbroken(line).count("\n"), unbroken("Calm in Homs\nShells hit Douma.").count("\n")
    (0, 1)
    """
    lines = list(_LINE.finditer(text))
    prose = (len(each[0]) for each in lines if each[0].count(" ") >= _WORDS)  # an address is not broken
    width = max(prose, default=0)
    if not _SHORTEST <= width <= _LONGEST or not _is_broken(text, lines, width):
        return text
    pieces, done = list[str](), 0
    for last, this in _pairs(text, lines):
        if not goes_on(last[0], this[0], width):
            continue
        rest = _REST.match(this[0]) if _HYPHENED.search(last[0]) else None
        blanks = " " * (this.start() - last.end())
        if rest:
            pieces += (text[done : last.end() - 1], rest["word"], blanks, " ")
            done = this.start() + rest.end()
        else:
            pieces += (text[done : last.end()], blanks)
            done = this.start()
    return "".join((*pieces, text[done:]))


def _is_broken(text: str, lines: list[re.Match[str]], width: int) -> bool:
    """Whether the lines that end within a sentence are as a rule as long as a width lets them be."""
    open_ended = [(last[0], this[0]) for last, this in _pairs(text, lines) if not _ENDS.search(last[0][-10:])]
    filled = [(last, this) for last, this in open_ended if not _fits(last, this, width)]
    cut = sorted(len(last) for last, this in filled if _cuts(last, this))
    usual = len(filled) >= _SHARE * len(open_ended)
    return len(cut) >= _FEWEST and usual and cut[len(cut) // 2] >= _FULL * width


def _pairs(text: str, lines: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each two lines with no empty one between them."""
    for last, this in pairwise(lines):
        if text.count("\n", last.end(), this.start()) <= 1 and "\f" not in text[last.end() : this.start()]:
            yield last, this


def _cuts(last: str, this: str) -> bool:
    """Whether a sentence is broken between two lines."""
    return this.lstrip()[:1].islower() and not _ENDS.search(last[-10:])


def _fits(last: str, this: str, width: float) -> bool:
    """Whether the first word of a line would have fitted behind the line before."""
    return len(last) + 1 + len(this.split(maxsplit=1)[0]) <= width

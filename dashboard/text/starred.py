"""Words that somebody broke up so that no filter finds them: "ki*ll", "att•ack", with each of the others in its own place."""

import re

_MARKS = "*∗＊•·"
_BROKEN = re.compile(rf"(?<![^\W\d_]|[{_MARKS}])[A-Za-z]+(?:[{_MARKS}][A-Za-z]+){{1,3}}(?![\w{_MARKS}])")
_MARK = re.compile(f"[{_MARKS}]")


def mended(text: str) -> str:
    r"""The text with such words whole; blanks beside them keep everything else where it was.

    >>> mended("Sni*per ki*lls a farmer."), mended("5*3, *this*, a**b")
    ('Sniper  kills  a farmer.', '5*3, *this*, a**b')
    >>> len(mended("two were kil*led.")) == len("two were kil*led.")
    True
    """
    return _BROKEN.sub(_whole, text) if _MARK.search(text) else text


def _whole(word: re.Match[str]) -> str:
    """The word without the marks, and as many blanks: behind it, but before a full stop or comma in front of it."""
    letters = _MARK.sub("", word.group())
    blanks = " " * (len(word.group()) - len(letters))
    behind = word.string[word.end() : word.end() + 1]
    return letters + blanks if not behind or behind.isspace() else blanks + letters

"""Signs before paragraphs that list nothing: "• Shells hit a market. • The mayor said two had died" is a story told through.

Pages and channels set a sign before every paragraph as others indent it. Rules ask whether a line is one of a list, as each
entry of a list tells on its own; a paragraph of a story goes on from the one before.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from dashboard.extraction.annotate.titles import heads_list
from dashboard.language.stops import LINE, MARKS
from dashboard.text import Span, blanked

_SIGN = re.compile(
    r"[^\S\n]*(?:[•▪●◦*·‣▸►❖➢➤▫◾🔸🔹]\ufe0f?[^\S\n]*|[–—-][^\S\n]+)(?!\d{1,2}[.)]\s)(?=[\w\"“‘'(\[#@])"
)
_ENDS = re.compile(rf"""[{re.escape(MARKS)}]["”’)\]]*(?:\[\d+\])?\s*$""")
_LABEL = re.compile(  # "Kabul, PD 4. The", "Iranshahr – Two", "Buenaventura: the truce", "Rubio (Táchira), 4 May. Men"
    r"[^\W\d_][^\n.:–—]{0,40}(?::\s|\s[–—-]\s)|[A-Z][^\n.:–—]{0,40}\d?\.\s"
)
_DATED = re.compile(
    r"(?:[^\W\d_]+\s){0,4}\d{1,2}\b(?!,\d)(?:[^\S\n]+[A-Z][a-z]|[^\S\n]*[.:h/]\d)|[A-Z][a-z]+\s\d{1,2}\b|(?:19|20)\d\d\b"
)
_MOST = 0.6  # of what a report tells
_SHARE = 0.5  # of the lines of a list that say at their head of which place or day they tell


def unsigned(text: str) -> str:
    r"""The text with a blank in place of each sign that stands before a paragraph of a story.

    >>> unsigned("• Shells hit a market in Sumy.\n• The mayor said that two had died.")
    '  Shells hit a market in Sumy.\n  The mayor said that two had died.'
    >>> unsigned("Two towns:\n• Sumy: calm.")
    'Two towns:\n• Sumy: calm.'
    """
    return blanked(text, _signs_of_prose(text))


def _signs_of_prose(text: str) -> list[Span]:
    """The signs of all lines that stand under no label of a list, where most of them say at their heads neither day nor place."""
    lines = [Span(*each.span()) for each in LINE.finditer(text)]
    signs = [_SIGN.match(text, each.start, each.end) for each in lines]
    if not any(signs) or _is_told_without(text, lines, signs):
        return []
    found, above = list[Span](), ""
    for signed, run in groupby(zip(lines, signs, strict=True), key=lambda each: each[1] is not None):
        here = list(run)
        if signed and not heads_list(above):
            found += [Span(sign.end(), line.end) for line, sign in here if sign]
        above = here[-1][0].of(text)
    behind = found[1:] or found  # the first of a story has its dateline
    if _SHARE * len(behind) <= sum(_says_of_what(text, each) for each in behind):
        return []
    begins = {each.start for each in found}
    return [Span(*sign.span()) for sign in signs if sign and sign.end() in begins]


def _is_told_without(text: str, lines: Sequence[Span], signs: Sequence[re.Match[str] | None]) -> bool:
    """Whether most of what ends like a sentence stands behind no sign, so that a sign sets apart."""
    told = [
        (line.end - line.start, sign)
        for line, sign in zip(lines, signs, strict=True)
        if _ENDS.search(line.of(text))
    ]
    plain = sum(size for size, sign in told if sign is None)
    return _MOST * sum(size for size, _ in told) < plain


def _says_of_what(text: str, line: Span) -> bool:
    """Whether a line says at its head of which place or day it tells."""
    return any(each.match(text, line.start, line.end) for each in (_LABEL, _DATED))

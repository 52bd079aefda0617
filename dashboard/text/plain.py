"""A text as it is read: without marks nobody sees and without markup, each character known by where it stood.

Pages, chats and word processors put signs between letters that are no letters: no-break spaces, marks of direction, soft
hyphens, stars for bold, accents written by themselves. Whoever reads them would take a word for two, or for none.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import cast

from dashboard.text.span import Span

_STRONG = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])[^*\n]*(?<=[^\s*])\*{1,3}(?![\w*])"  # *so*, **so**
    r"|(?<!\w)_{1,2}(?=[^\s_])[^_\n]*(?<=[^\s_])_{1,2}(?!\w)"
)
_EDGES = re.compile(r"^[*_]+|[*_]+$")
_LINKED = re.compile(r"(?P<before>\[)[^\[\]\n]+(?P<behind>\]\((?:https?://|/)[^\s()]*\))")
_SIGNS = re.compile(
    r"(?P<break>\r\n?)"
    r"|(?P<hyphen>\u00ad(?=[^\S\n]*\n))"
    r"|(?P<blank>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<apostrophe>(?<=[^\W\d_])[\u2019\u02bc](?=[^\W\d_]))"
    r"|(?P<dash>(?<=[^\s\u2014])\u2014(?=[^\s\d\u2014])|(?<=[^\s\d\u2014])\u2014(?=\d))"
    r"|(?P<unseen>[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\ufeff]+|(?<=[ -\u024f])[\u200c\u200d])"
    r"|(?P<apart>\w[\u0300-\u036f\u0653-\u0655]+)"  # a letter and its accents
)
_FOR = {"break": "\n", "hyphen": "-", "blank": " ", "apostrophe": "'", "dash": " \u2014 ", "unseen": ""}
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}\d?|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_ELEMENT = re.compile(
    r"<(?P<line>br\s*/?|/?(?:p|div|li|h[1-6]|tr)(?:\s[^<>\n]*)?)>"
    r"|</?(?:a|b|em|font|i|img|small|span|strong|sup|u)(?:\s[^<>\n]*)?/?>",
    re.IGNORECASE,
)
_LEADS = "in|at|near|of|from|to|into|on|the|and|by|around|outside|inside|between|towards?|against"  # to a tag
_TAG = re.compile(
    rf"(?<![^\s(\u201c\"'])(?P<before>(?:{_LEADS})\s)?"
    r"(?P<sign>\#)(?P<word>[^\W\d_](?:\w*[^\W_])?)(?P<goes_on>['\u2019]s\b|:\s|,?\s(?-i:(?=[a-z]))(?!https?:))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"_+|(?<=[a-z])(?=[A-Z])")
_QUOTED = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
_LINE = re.compile(r"^.*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of the plain text from ``at`` on; ``source`` is where they come from, one by one if it is ``kept``."""

    at: int
    source: Span
    kept: bool


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text of a text as it came, and the way back; ``moves`` says whether anything stands elsewhere in it."""

    text: str
    came: str
    pieces: tuple[_Piece, ...] = ()
    moves: bool = False

    @classmethod
    def of(cls, text: str) -> "Plain":
        r"""The text with words that are words.

        >>> Plain.of("Shells hit **Homs** on\N{NO-BREAK SPACE}Mon\N{SOFT HYPHEN}day.").text
        'Shells hit Homs on Monday.'
        >>> Plain.of("> Shells hit [Homs](https://example.org).\r\n>\r\n> Two died.").text
        'Shells hit Homs.\n\nTwo died.'
        >>> Plain.of("Shells hit <b>Homs</b>&nbsp;on Monday.<br>Two died.").text
        'Shells hit Homs on Monday.\nTwo died.'
        >>> Plain.of("KYIV\N{EM DASH}Two people died.").text
        'KYIV — Two people died.'
        >>> Plain.of("Two died in #DeirEzzor. #Syria #SDF").text
        'Two died in Deir Ezzor. #Syria #SDF'
        """
        pieces, parts, done, at, moves = list[_Piece](), list[str](), 0, 0, False
        for span, read in _edits(text):
            if span.start < done:
                continue
            for source, words in ((Span(done, span.start), text[done : span.start]), (span, read)):
                if words:
                    pieces.append(_Piece(at, source, kept=source is not span))
                    parts.append(words)
                    at += len(words)
            done, moves = span.end, moves or len(read) != span.end - span.start
        if not done:
            return cls(text, text)
        pieces.append(_Piece(at, Span(done, len(text)), kept=True))
        return cls("".join((*parts, text[done:])), text, tuple(pieces), moves)

    def back(self, span: Span) -> Span:
        """Where characters of the plain text stand in the text as it came."""
        if not self.moves:
            return span
        first = self._piece(span.start)
        start = first.source.start + (span.start - first.at if first.kept else 0)
        if span.end <= span.start:
            return Span(start, start)
        last = self._piece(span.end - 1)
        return Span(start, last.source.start + span.end - last.at if last.kept else last.source.end)

    def _piece(self, at: int) -> _Piece:
        return self.pieces[max(bisect_right(self.pieces, at, key=lambda each: each.at) - 1, 0)]


def _edits(text: str) -> list[tuple[Span, str]]:
    """What is read otherwise than it stands, and as what, in order."""
    return sorted((*_signs(text), *_markup(text), *_quoting(text), *_tags(text), *_elements(text)))


def _signs(text: str) -> Iterator[tuple[Span, str]]:
    if text.isascii() and "\r" not in text:
        return
    for sign in _SIGNS.finditer(text):
        kind = cast(str, sign.lastgroup)
        yield Span(*sign.span()), _FOR[kind] if kind in _FOR else unicodedata.normalize("NFC", sign[0])


def _markup(text: str) -> Iterator[tuple[Span, str]]:
    for strong in _STRONG.finditer(text):
        yield from ((Span(*edge.span()).moved(strong.start()), "") for edge in _EDGES.finditer(strong[0]))
    for linked in _LINKED.finditer(text):
        yield from ((Span(*linked.span(part)), "") for part in ("before", "behind"))


def _quoting(text: str) -> Iterator[tuple[Span, str]]:
    """The marks of a text that is quoted line by line, all of it."""
    if text.lstrip().startswith(">") and all(_QUOTED.match(line[0]) for line in _LINE.finditer(text)):
        yield from ((Span(*mark.span()), "") for mark in _QUOTED.finditer(text))


def _tags(text: str) -> Iterator[tuple[Span, str]]:
    """The signs of tags that are words of a sentence ("in #BeitHanoun"), and what joins their words; not those of a list of tags."""
    for tag in _TAG.finditer(text) if "#" in text else ():
        if tag["before"] or tag["goes_on"]:
            yield Span(*tag.span("sign")), ""
            for joint in _JOINT.finditer(tag["word"]):
                yield Span(*joint.span()).moved(tag.start("word")), " "


def _elements(text: str) -> Iterator[tuple[Span, str]]:
    """Signs of a page's source that were copied with its words: "&nbsp;", "<b>"."""
    for entity in _ENTITY.finditer(text) if "&" in text else ():
        letters = unescape(entity[0])
        if letters != entity[0]:
            yield Span(*entity.span()), " " if letters.isspace() else letters
    for element in _ELEMENT.finditer(text) if "<" in text else ():
        yield Span(*element.span()), "\n" if element["line"] else ""

"""Runs of capitalised words: where a name can stand."""

import re
from dataclasses import dataclass

from dashboard.gazetteer.spelling import plain

# Before a hyphen any article; before a space none that is an English word.
_ARTICLE = r"(?:(?:[aA](?:l|d|dh|r|s|sh|t|th|z|n|j)|[eE](?:l|d|r|s|sh|t|z|n)|[uU]l)-|(?:[aA](?:l|d|dh|r|sh|th|z|j)|[eE](?:l|d|r|sh|z)|[uU]l)[ ])"
_CAP = r"[^\W\d_a-z]\w*(?:['’ʿʼ‘`][^\W\d_]+)*"
_LINK = rf"(?:[ ]|-|[ -]{_ARTICLE}|[ -](?:de|des|du|au|aux|la|le|les|of|of[ ]the|e|i|o|do|da|dos|del|los|las|sur|en|ez|on|upon|and)[ -]|-(?:et|sous|am|an)-)"
# Bounded, so that a page of capitals stays linear.
RUN = re.compile(rf"(?<![\w@#/])(?:{_ARTICLE})?(?:{_CAP})(?:{_LINK}(?:{_CAP})){{0,15}}")
_WORD = re.compile(r"[^\W_]+(?:['’ʿʼ‘`][^\W_]+)*")
_OWNER = re.compile(r"['’]s$")
_LEADS = frozenset({"the", "as", "at", "an", "en"})
# Small words inside names.
SMALL = frozenset(
    [
        "of",
        "the",
        "de",
        "des",
        "du",
        "au",
        "aux",
        "la",
        "le",
        "les",
        "e",
        "i",
        "o",
        "do",
        "da",
        "dos",
        "del",
        "los",
        "las",
        "sur",
        "en",
        "on",
        "upon",
        "and",
        "au",
        "aux",
        "et",
        "sous",
    ]
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a run, its letters folded."""

    start: int
    end: int
    plain: str


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """The words of a run, without the article or "As" that opens it, nor the 's that closes one."""
    found = []
    for word in _WORD.finditer(text, start, end):
        owner = _OWNER.search(word.group())
        stop = word.end() - (2 if owner else 0)
        found.append(Piece(word.start(), stop, plain(text[word.start() : stop])))
    led = len(found) > 1 and found[0].plain in _LEADS and text[found[0].end] == " "
    return found[1:] if led else found

"""Runs of capitalised words: where a name can stand."""

import re
from dataclasses import dataclass

from dashboard.gazetteer.spelling import plain
from dashboard.language.lexicon import lexicon, one_of

_RUNS = lexicon("places")["runs"]


def _either_case(words: list[str]) -> str:
    """The words, with a small first letter or a capital."""
    return one_of([*words, *(word.capitalize() for word in words)])


_ARTICLE = rf"(?:(?:{_either_case(_RUNS['hyphened'])})-|(?:{_either_case(_RUNS['articles'])})[ ])"
_CAP = r"[^\W\d_a-z]\w*(?:['’ʿʼ‘`][^\W\d_]+)*"
_DOTTED = "|".join(rf"(?<=\b{word})" for word in _RUNS["dotted"])
_LINK = rf"(?:[ ]|(?:{_DOTTED})[.][ ]|-|[ -]{_ARTICLE}|[ -](?:{one_of(_RUNS['links'])})[ -]|-(?:{one_of(_RUNS['joined'])})-)"
# Bounded, so that a page of capitals stays linear.
RUN = re.compile(rf"(?<![\w@/])(?<![\w/]#)(?:{_ARTICLE})?(?:{_CAP})(?:{_LINK}(?:{_CAP})){{0,15}}")
_WORD = re.compile(r"[^\W_]+(?:['’ʿʼ‘`][^\W_]+)*")
_OWNER = re.compile(r"['’]s$")
_TITLED = frozenset(_RUNS["titled"])
_LEADS = frozenset(_RUNS["leads"])
SMALL = frozenset(_RUNS["small"])
"""Small words inside names."""


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


def parted(text: str, pieces: list[Piece]) -> list[list[Piece]]:
    """The words of a run, a headline's with a capital for each cut where a word leads to a place: "Six Dead In Helmand".

    >>> text = "Attack Leaves Six Dead In Helmand"
    >>> [[each.plain for each in part] for part in parted(text, pieces_of(text, 0, len(text)))]
    [['attack', 'leaves', 'six', 'dead'], ['helmand']]
    """
    leads = [
        at for at, each in enumerate(pieces) if at and each.plain in _TITLED and text[each.start].isupper()
    ]
    if not leads:
        return [pieces]
    ends = zip([0, *(at + 1 for at in leads)], [*leads, len(pieces)], strict=True)
    return [pieces[first:last] for first, last in ends if first < last]

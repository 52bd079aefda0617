"""Dates that were run together with what stands beside them: "17Feb2024", "2024Q1", "20240312", "14 MarchShelling".

Whoever logs incidents leaves blanks out, and a page that loses its line ends glues a date to the first word of the
entry. Each such word becomes the tokens it would be with its blanks; one that holds no date stays as it is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from operator import attrgetter

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_START = attrgetter("start")
_MAY_HOLD_ONE = re.compile(r"\d[A-Za-z]|[a-z][A-Z]|[A-Za-z]\d|\d{8}")
_NEAR = re.compile(
    r"[A-Z\d](?:(?<=[A-Za-z].)|(?<=\d)(?:[A-Za-z]|\d{7}))"
)  # the same and more, led by what is rare
_PARTS = re.compile(r"(?P<before>\d{1,2}|\d{4})?(?P<month>[^\W\d_]{3,9})(?P<after>\d{1,2}|\d{4})?")
_QUARTER = re.compile(r"(?P<year>(?:19|20)\d\d)(?:[QHqh][1-4])")
_QUARTER_FIRST = re.compile(r"(?P<quarter>[1-4]Q)(?P<year>(?:19|20)?\d\d)?")
_WEEK = re.compile(r"W[0-5]?\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GLUED = re.compile(r"[^\W\d_]+?[a-z](?=[A-Z][a-z])|(?:\d{4}|\d{1,2})(?=[A-Z][a-z])")
_COMPACT = re.compile(r"(?:19|20)\d{6}")
_MONTHS, _NAMES = ("month", "weak-month"), ("month", "weak-month", "weekday")
_SPLIT = frozenset({"code", "name", "plain", "word", "digits"})
_JOINS = frozenset("-/")
_BESIDE = frozenset("-+/")  # a telephone number goes on


def parted(text: str, tokens: Sequence[Token], words: Lexicon) -> Sequence[Token]:
    """The tokens, with dates that were run together cut into theirs; most texts hold none.

    >>> from dashboard.language.tokens import tokens
    >>> from dashboard.temporal.lexing.lexicon import lexicon
    >>> text = "Raids: 17Feb2024, 20240312."
    >>> [each.text for each in parted(text, tokens(text), lexicon("en"))]
    ['Raids', ':', '17', 'Feb', '2024', ',', '2024-03-12', '.']
    """
    found: list[Token] = []
    done = 0
    for at in _holding_one(text, tokens):
        found += (*tokens[done:at], *_cut(tokens, at, words))
        done = at + 1
    return [*found, *tokens[done:]] if done else tokens


def _holding_one(text: str, tokens: Sequence[Token]) -> list[int]:
    """The numbers of the words that may hold a date, in order: the whole text is gone through once, not word by word."""
    near: set[int] = set()
    for found in _NEAR.finditer(text):
        first = bisect_right(tokens, found.start(), key=_START) - 1
        near.update(range(max(first, 0), bisect_left(tokens, found.end(), lo=max(first, 0), key=_START)))
    return sorted(at for at in near if tokens[at].kind in _SPLIT and _MAY_HOLD_ONE.search(tokens[at].text))


def _cut(tokens: Sequence[Token], at: int, words: Lexicon) -> Iterator[Token]:
    token = tokens[at]
    if token.kind == "digits":
        yield _compact(tokens, at, words)
        return
    places = _places(tokens, at, words)
    if not places:
        yield token
        return
    for start, end in pairwise(sorted({0, *places, len(token.text)})):
        is_year = (
            start > 0
            and end == len(token.text)
            and ((len(places) > 1 and places[0] <= 2) or token.text[start - 1] == "Q")
        )
        yield _token(token.text[start:end], token.start + start, is_year=is_year)


def _places(tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[int, ...]:
    """Where the word is to be cut; nowhere if it holds no date."""
    word = tokens[at].text
    if quarter := _QUARTER.fullmatch(word):
        return (quarter.end("year"),)
    if quarter_first := _QUARTER_FIRST.fullmatch(word):
        return (quarter_first.end("quarter"),) if quarter_first["year"] or _is_beside_year(tokens, at) else ()
    if _WEEK.fullmatch(word):
        return (1,) if _is_beside_year(tokens, at) else ()
    parts = _PARTS.fullmatch(word)
    if parts and _kind(parts["month"], words) in _MONTHS and _is_date(parts):
        return tuple(place for place in parts.span("month") if 0 < place < len(word))
    if glued := _GLUED.match(word):
        return (glued.end(),) if _ends_a_date(tokens, at, glued[0], words) else ()
    return ()


def _is_beside_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year stands beside it: 2024-W09, W9 2024."""
    before, behind = tokens[max(at - 2, 0) : at], tokens[at + 1 : at + 3]
    for beside in (before[::-1], behind):
        year = next((each.text for each in beside if each.text not in _JOINS), "")
        if _YEAR.fullmatch(year):
            return True
    return False


def _is_date(parts: re.Match[str]) -> bool:
    """Whether figures stand as they do in dates: 17Feb, Feb12, Feb2024, 17Feb24."""
    before, after = (int(parts[name] or 0) for name in ("before", "after"))
    day_first = 1 <= before <= 31
    if parts["before"] and not day_first:
        return before > 1900 and (not parts["after"] or 1 <= after <= 31)
    return bool(parts["before"] or parts["after"]) and (day_first or 1 <= after <= 31 or after > 1900)


def _ends_a_date(tokens: Sequence[Token], at: int, first: str, words: Lexicon) -> bool:
    """Whether what stands before the capital is the last word of a date: "14 March|Shelling", "December 2|The"."""
    before = tokens[at - 1].text if at else ""
    if len(first) == len("2024") and first.isdecimal():
        day = tokens[at - 2].text if at > 1 else ""
        return _kind(before, words) in _MONTHS or (before == "," and day.isdecimal() and int(day) <= 31)
    if first.isdecimal():
        return 1 <= int(first) <= 31 and _kind(before, words) in _MONTHS
    kind = _kind(first, words)
    return kind in _NAMES and (kind == "weekday" or before.isdecimal())


def _kind(word: str, words: Lexicon) -> str:
    entry = words.words.get(word.lower())
    return entry.kind if entry and word[:1].isupper() else ""


def _token(piece: str, start: int, *, is_year: bool) -> Token:
    end = start + len(piece)
    if is_year and len(piece) == len("24"):
        return Token("short_year", f"’{piece}", start, end)
    if piece == "W":
        return Token("word", "week", start, end)
    if piece[1:] == "Q":
        return Token("part_of_year", f"Q{piece[0]}", start, end)
    if piece[:-1].lower() in ("q", "h"):
        return Token("part_of_year", piece, start, end)
    return Token("digits" if piece.isdecimal() else "word", piece, start, end)


def _compact(tokens: Sequence[Token], at: int, words: Lexicon) -> Token:
    """Eight digits as the date they are, "20240312"; a telephone number or the number of a file stays one."""
    token = tokens[at]
    beside = {each.text for each in tokens[max(at - 2, 0) : at + 2]}
    before = tokens[at - 1].text.lower() if at else ""
    is_other = before.isdecimal() or before in words.numbered or beside & _BESIDE
    if is_other or not _COMPACT.fullmatch(token.text):
        return token
    try:
        day = date.fromisoformat(token.text)
    except ValueError:
        return token
    return Token("iso", day.isoformat(), token.start, token.end)

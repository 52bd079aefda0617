"""Figures and the unit joined to them: 45min, 36hrs, 1h40m, 2½; each is cut into the words it is of."""

import re
from collections.abc import Iterator, Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_PIECE = re.compile(r"\d{1,4}|[^\W\d_]+|½")
_GLUED = re.compile(r"(?:\d{1,4}(?:½|[^\W\d_]+))+")
_UNITS = frozenset({"unit", "units", "glued-unit"})


def unglued(tokens: Sequence[Token], words: Lexicon) -> Sequence[Token]:
    """The tokens, with what is a number and its unit cut apart; a calibre ("155mm") stays whole."""
    if not any(token.kind == "code" for token in tokens):
        return tokens
    return [piece for token in tokens for piece in _pieces(token, words)]


def _pieces(token: Token, words: Lexicon) -> Iterator[Token]:
    if token.kind != "code" or not _GLUED.fullmatch(token.text):
        yield token
        return
    found = list(_PIECE.finditer(token.text))
    pieces = [_spelled(piece[0], after_hours=at > 1) for at, piece in enumerate(found)]
    if not all(piece.isdecimal() or piece == "½" or is_unit(piece, words) for piece in pieces):
        yield token
        return
    for piece, place in zip(pieces, found, strict=True):
        kind = "digits" if piece.isdecimal() else "half" if piece == "½" else "word"
        yield Token(kind, piece, token.start + place.start(), token.start + place.end())


def _spelled(piece: str, *, after_hours: bool) -> str:
    """The piece; "m" is minutes behind hours ("1h40m"), else metres."""
    return "min" if after_hours and piece == "m" else piece


def is_unit(word: str, words: Lexicon) -> bool:
    """Whether a word is a unit of time."""
    entry = words.words.get(word.lower())
    return entry is not None and entry.kind in _UNITS

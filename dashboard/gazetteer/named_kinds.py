"""Names that tell by a word of their own what kind of place they are: "Laurel County", "Lake Lanier", "Bay of Bengal"."""

from collections.abc import Sequence

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.runs import SMALL, Piece

_NO_NAME = WORDS.never | WORDS.bodies | WORDS.articles


def is_named_kind(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the words of a name, capitals all, say what kind of place it is, and not of which body.

    >>> from dashboard.gazetteer.runs import pieces_of
    >>> names = ("Laurel County", "Bay of Bengal", "Lake Lanier", "The County", "Police County")
    >>> [is_named_kind(name, pieces_of(name, 0, len(name))) for name in names]
    [True, True, True, False, False]
    """
    plain = [piece.plain for piece in pieces]
    if len(plain) < 2 or not (text[pieces[0].start].isupper() and text[pieces[-1].start].isupper()):
        return False
    if plain[0] in WORDS.named_first_of and plain[1] == _OF:
        return len(plain) > 2 and _are_names(plain[2:])
    if plain[0] in WORDS.named_first:
        return len(plain) == _PAIR and _are_names(plain[1:])
    return plain[-1] in WORDS.named_last and not SMALL & set(plain) and _are_names(plain[:-1])


_OF = "of"
_PAIR = 2  # words: "Lake Lanier"


def _are_names(plain: Sequence[str]) -> bool:
    return _NO_NAME.isdisjoint(plain) and not all(each in WORDS.named_last for each in plain)

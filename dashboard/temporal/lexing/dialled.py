"""Which figures are dialled, or number a thing, though they look like a year: +963 11 2016, 144-2011-2018, call sign Eagle 2011."""

from collections.abc import Iterator, Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_REACH = 8  # tokens between "hotline" and its figures
_GROUPS_JOINED, _GROUPS_APART = 3, 4
_LAST_DAY = 31
_MARKS = frozenset("+-–/():,.#")
_Tokens = Sequence[Token]


def is_dialled(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether the figures are of a telephone number, or follow words like "hotline" and "call sign"."""
    left, right = list(_groups(tokens, at, -1)), list(_groups(tokens, at, 1))
    groups = [tokens[each].text for each in (*left[::-1], at, *right)]
    first = left[-1] if left else at
    joined = _joined(tokens, at, -1) or _joined(tokens, at, 1)
    coded = len(groups) > 1 and _is_code(groups, len(left), joined=joined)
    return coded or _has_plus(tokens, first) or _is_announced(tokens, first, words)


def _is_code(groups: list[str], year: int, *, joined: bool) -> bool:
    """Whether groups of figures are no pair of years ("1957-60"), no day and no month; ``year`` says which may be one."""
    if len(groups) >= (_GROUPS_JOINED if joined else _GROUPS_APART):
        return True
    if any(each.startswith("0") and len(each) > 2 for each in groups):
        return True
    lead = any(int(each) > _LAST_DAY for each in groups[:year] if len(each) == 2)
    return joined and (lead or any(len(each) not in (2, 4) for each in groups))


def _groups(tokens: _Tokens, at: int, step: int) -> Iterator[int]:
    """Where the groups of figures to one side stand, joined by hyphens or one blank apart."""
    for _ in range(_GROUPS_APART):  # more make it no year either
        side = at + step * (2 if _joined(tokens, at, step) else 1)
        if not 0 <= side < len(tokens) or tokens[side].kind != "digits":
            return
        near, far = sorted((at, side))
        if tokens[far].start - tokens[near].end > 1:
            return
        yield side
        at = side


def _joined(tokens: _Tokens, at: int, step: int) -> bool:
    """Whether a hyphen joins the figures to others, with no blank."""
    mark, side = at + step, at + 2 * step
    if not (0 <= mark < len(tokens) and 0 <= side < len(tokens)) or tokens[side].kind != "digits":
        return False
    near, far = sorted((at, side))
    return tokens[mark].text == "-" and tokens[far].start - tokens[near].end == 1


def _has_plus(tokens: _Tokens, first: int) -> bool:
    """Whether a plus sign opens them."""
    return first > 0 and tokens[first - 1].text == "+" and tokens[first - 1].end == tokens[first].start


def _is_announced(tokens: _Tokens, first: int, words: Lexicon) -> bool:
    """Whether only figures, marks and a name stand between them and such a word."""
    names = 0
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens[place].text
        if word.lower() in words.lists["dialling-words"]:
            return True
        names += word[:1].isupper()
        if tokens[place].kind != "digits" and word not in _MARKS and not (word[:1].isupper() and names == 1):
            return False
    return False

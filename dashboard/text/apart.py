"""Names beside other words: one that reads from right to left keeps its own direction and turns nothing around it."""

from unicodedata import bidirectional

_TURNS = frozenset({"R", "AL", "AN"})
_UNSEEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_TURNING = {each: None for each in _UNSEEN if each not in {0x2068, 0x2069}}


def unturned(words: str, *, apart: bool = False) -> str:
    r"""The words without the unseen marks that turn what comes after them; with ``apart`` those stay that set a part of them apart.

    >>> unturned("Douma\u202e (7)")
    'Douma (7)'
    """
    return words.translate(_TURNING if apart else _UNSEEN)


def apart(words: str) -> str:
    r"""The words as they stand beside others: set apart where they read from right to left, else as they are.

    >>> apart("Douma"), ascii(apart("دوما"))
    ('Douma', "'\\u2068\\u062f\\u0648\\u0645\\u0627\\u2069'")
    """
    said = unturned(words)
    return f"\u2068{said}\u2069" if any(bidirectional(each) in _TURNS for each in said) else said

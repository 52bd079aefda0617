"""Letters without their case, or made whole, each still in its own place."""

import re

_HALF = re.compile("[\ud800-\udfff]")


def lowered(text: str) -> str:
    """The text in lower case, letter for letter: a few letters grow when they lose their case, and keep it.

    Patterns are read faster over lower case than with the case ignored: what a match must begin with is then plain.

    >>> lowered("Homs"), lowered("\u0130zmir")
    ('homs', '\u0130zmir')
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def whole(text: str) -> str:
    r"""The text with every half of a character, which no encoding can write, as \N{REPLACEMENT CHARACTER}; the others stay in place.

    Halves (lone surrogates) come from JSON cut in the middle, and from bytes that were decoded wrongly.

    >>> whole("calm \ud83d") == "calm \ufffd"
    True
    """
    return _HALF.sub("\ufffd", text)


def one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ in one letter: another one, one too many, one too few.

    >>> one_letter_off("tarut", "tarur"), one_letter_off("tarut", "tarutu"), one_letter_off("tarut", "taturu")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer[same + 1 :] == shorter[same + (len(one) == len(other)) :]

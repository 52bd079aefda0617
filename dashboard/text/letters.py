"""Letters without their case, each still in its own place."""


def lowered(text: str) -> str:
    """The text in lower case, letter for letter: a few letters grow when they lose their case, and keep it.

    Patterns are read faster over lower case than with the case ignored: what a match must begin with is then plain.

    >>> lowered("Homs"), lowered("\u0130zmir")
    ('homs', '\u0130zmir')
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)

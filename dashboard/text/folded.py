"""Text as it is searched: without case, accents and vowel signs, each Arabic letter in one of its forms."""

import unicodedata

_STRETCH = "\u0640"
_FORMS = str.maketrans("\u0649\u0629\u0671\u06cc\u06a9", "\u064a\u0647\u0627\u064a\u0643")


def folded(text: str) -> str:
    """The text in the letters by which it is searched.

    >>> folded("Ḥimṣ"), folded("قَصْف") == folded("قصف"), folded("أحياء إدلب") == folded("احياء ادلب")
    ('hims', True, True)
    """
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.casefold().replace(_STRETCH, ""))
    return "".join(letter for letter in flat if not unicodedata.combining(letter)).translate(_FORMS)


def on_one_line(text: str) -> str:
    r"""The same with one space wherever there is any, so that words that follow each other are found.

    >>> on_one_line(" Barrel\nbombs  fell ")
    'barrel bombs fell'
    """
    return " ".join(folded(text).split())

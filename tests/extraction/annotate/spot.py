"""What the lexicons find in a text."""

from dashboard.extraction.annotate import casualty_words, cues, modality
from dashboard.extraction.annotate.spotted import Spotted, spot
from dashboard.language.words import tokenise


def kinds(text: str) -> Spotted:
    """The cues of types."""
    return spot(cues.GRAMMAR, tokenise(text))


def harms(text: str) -> Spotted:
    """The counts of people."""
    return spot(casualty_words.GRAMMAR, tokenise(text), brackets=False)


def moods(text: str) -> Spotted:
    """The cues of modality."""
    return spot(modality.GRAMMAR, tokenise(text))

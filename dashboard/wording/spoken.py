"""The language at hand. It goes with the context, as Flask's requests do: nobody below the page has to hand it on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dashboard.wording.languages import ENGLISH, Language

_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def spoken() -> Language:
    """The language at hand; English where nobody said another."""
    return _SPOKEN.get()


def speak(language: Language) -> None:
    """Go on in a language, as long as this context lasts."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """What is said within is said in that language.

    >>> from dashboard.wording.languages import language
    >>> with speaking(language("fr")):
    ...     spoken().code
    'fr'
    """
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken_in(language: Language, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces that are made one by one, each in that language, whatever is spoken where they are asked for.

    >>> list(spoken_in(ENGLISH, (spoken().code.encode() for _ in range(1))))
    [b'en']
    """
    made = iter(pieces)
    while True:
        with speaking(language):
            piece = next(made, None)
        if piece is None:
            return
        yield piece

"""What is open for correcting, as the address says it."""

from enum import StrEnum

from dashboard.app.url import View

JOIN = "join-"
"""Before the id of the event that is to be joined with another."""


class Mode(StrEnum):
    """The forms that can be open."""

    FIELDS = "fields"
    SPLIT = "split"
    ADD = "add"
    MANY = "many"
    CHOSEN = "chosen"
    DELETE = "delete"


ALONE = frozenset({Mode.ADD, Mode.MANY, Mode.CHOSEN})
"""The forms that are of no single event, and stand where the card is."""


def mode_of(word: str) -> str:
    """The word, where it names a form; else empty.

    >>> mode_of("split"), mode_of("join-525a1eaf4f78"), mode_of("nonsense")
    ('split', 'join-525a1eaf4f78', '')
    """
    return word if word in set(Mode) or (word.startswith(JOIN) and len(word) > len(JOIN)) else ""


def joining(word: str) -> str:
    """The id of the event that is to be joined with another; empty where none is."""
    return word.removeprefix(JOIN) if word.startswith(JOIN) else ""


def has_card(view: View) -> bool:
    """Whether something stands on the card: an event, or a form of none.

    >>> has_card(View(event="e1")), has_card(View(edit="chosen")), has_card(View(edit="fields"))
    (True, True, False)
    """
    return bool(view.event) or view.edit in ALONE

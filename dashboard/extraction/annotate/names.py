"""Words of an act that are only part of a name: "Operation Peace Spring", "the Shooting Stars"."""

import re

from dashboard.extraction.acled import EVENT_TYPE_OF, EventType, SubEventType
from dashboard.language import STOP
from dashboard.text import Span

_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
_OPENS = re.compile(rf"(?:^|{STOP}\s+|[\n\"“:])\W*$")
_WORD = re.compile(r"[A-Za-z]{4,}")
_IS_FRAMED = 3
"""The strength of a cue with a frame of words round it: "signed the Juba Peace Agreement" is signed."""


def names(text: str) -> tuple[Span, ...]:
    """Names of two words and more, none in a headline whose words all have capitals.

    >>> text = "Two fighters were killed in the Peace Spring zone."
    >>> [span.of(text) for span in names(text)]
    ['Peace Spring']
    >>> names("Gunmen Attack Village Market At Dawn")
    ()
    """
    found = [Span(*name.span()) for name in _NAME.finditer(text)]
    if not found or _is_headline(text):
        return ()
    return tuple(name for name in found if not _OPENS.search(text, 0, name.start))


def _is_headline(text: str) -> bool:
    words: list[str] = _WORD.findall(text)
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def is_name(trigger: Span, sub_event_type: SubEventType, strength: int, among: tuple[Span, ...]) -> bool:
    """Whether a trigger only belongs to a name; weapons have names of their own, and agreements are signed by name."""
    if EVENT_TYPE_OF.get(sub_event_type) is EventType.REMOTE_VIOLENCE:
        return False
    if sub_event_type is SubEventType.AGREEMENT and strength >= _IS_FRAMED:
        return False
    return any(name.covers(trigger) for name in among)

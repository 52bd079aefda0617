"""An actor named in the text."""

from dataclasses import dataclass

from dashboard.text import Span

NAMED, GENERIC, ANAPHORA, WEAPON = "named", "generic", "anaphora", "weapon"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name somebody who acts or is acted upon.

    ``type`` is one of ACLED's eight; ``category`` says how the words name them: ``named`` (in the
    dictionary), ``generic`` (a pattern), ``anaphora`` ("the organization"), ``weapon`` (aircraft of a
    side untold), ``civilians``, ``crowd``. ``country`` is an ISO code, empty when unknown.
    """

    span: Span
    text: str
    name: str
    type: str
    category: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of the dictionary; ``years`` is "from-until", either side may be empty."""

    name: str
    aliases: tuple[str, ...]
    type: str
    country: str
    years: str
    source: str

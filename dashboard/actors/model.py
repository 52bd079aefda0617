"""An actor named in the text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.text import Span


class Category(StrEnum):
    """How words name an actor."""

    NAMED = "named"  # in the dictionary
    GENERIC = "generic"  # a pattern: "regime forces"
    ANAPHORA = "anaphora"  # "the organization"
    WEAPON = "weapon"  # aircraft of a side that is not stated
    CIVILIANS = "civilians"
    CROWD = "crowd"
    SPEAKER = "speaker"  # who only tells of it


class ActorType(StrEnum):
    """ACLED's eight types of actors."""

    STATE = "State Forces"
    REBELS = "Rebel Groups"
    POLITICAL = "Political Militias"
    IDENTITY = "Identity Militias"
    RIOTERS = "Rioters"
    PROTESTERS = "Protesters"
    CIVILIANS = "Civilians"
    EXTERNAL = "External/Other Forces"


class Branch(StrEnum):
    """Which hand of a state; empty for others and where nobody says."""

    MILITARY = "military"
    POLICE = "police"
    GOVERNMENT = "government"
    NONE = ""


OF_STATES = (ActorType.STATE, ActorType.EXTERNAL)
"""The types of actors that are a state's, at home or abroad."""
ANYBODY = "Unidentified Armed Group"
"""The name of those under arms whom nobody knows."""
ONCE_ARMED = "Former Combatants"
"""The kind of civilians who were armed once."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name somebody who acts or is acted upon.

    ``country`` is an ISO code, empty when unknown; ``side`` is the dictionary's; ``group`` the kind of civilians
    ("Journalists").
    """

    span: Span
    text: str
    name: str
    type: ActorType
    category: Category
    country: str = ""
    side: str = ""
    group: str = ""
    branch: Branch = Branch.NONE


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of the dictionary; ``years`` is an ISO interval ("1994/2021-08-15"), either side may be empty."""

    name: str
    aliases: tuple[str, ...]
    type: ActorType
    side: str
    countries: tuple[str, ...]
    years: str
    source: str

    @property
    def country(self) -> str:
        """The country it belongs to; empty for those at home in none."""
        return self.countries[0] if self.countries else ""

    def active(self, day: date | None) -> bool:
        """Whether there was such an actor on a day; on a day nobody gives, yes.

        >>> Actor("FARC", (), ActorType.REBELS, "opposition", ("CO",), "1964/2017", "").active(
        ...     date(2020, 1, 1)
        ... )
        False
        """
        if day is None:
            return True
        first, _, last = self.years.partition("/")
        written = day.isoformat()
        return first <= written[: len(first)] and (not last or written[: len(last)] <= last)

"""An actor named in the text."""

from dataclasses import dataclass
from datetime import date

from dashboard.text import Span

NAMED, GENERIC, ANAPHORA, WEAPON, SPEAKER = "named", "generic", "anaphora", "weapon", "speaker"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name somebody who acts or is acted upon.

    ``type`` is one of ACLED's eight; ``category`` says how the words name them: ``named`` (in the
    dictionary), ``generic`` (a pattern), ``anaphora`` ("the organization"), ``weapon`` (aircraft of a
    side untold), ``civilians``, ``crowd``, ``speaker`` (who only tells of it). ``country`` is an ISO
    code, empty when unknown; ``side`` is the dictionary's; ``group`` the kind of civilians ("Journalists").
    """

    span: Span
    text: str
    name: str
    type: str
    category: str
    country: str = ""
    side: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of the dictionary; ``years`` is an ISO interval ("1994/2021-08-15"), either side may be empty."""

    name: str
    aliases: tuple[str, ...]
    type: str
    side: str
    countries: tuple[str, ...]
    years: str
    source: str

    @property
    def country(self) -> str:
        """The country it belongs to; empty for those at home in none."""
        return self.countries[0] if self.countries else ""

    def active(self, day: date | None) -> bool:
        """Whether there was such an actor on a day; on a day untold, yes.

        >>> Actor("FARC", (), "Rebel Groups", "opposition", ("CO",), "1964/2017", "").active(date(2020, 1, 1))
        False
        """
        if day is None:
            return True
        first, _, last = self.years.partition("/")
        told = day.isoformat()
        return first <= told[: len(first)] and (not last or told[: len(last)] <= last)

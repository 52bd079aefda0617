"""A report: what was published, and what is known of when."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

UNKNOWN_ZONE = ""


class DateSource(StrEnum):
    """By whose word a report is of its day; ``NONE`` where nothing fixes it."""

    GIVEN = "given"
    PAGE = "page"
    TEXT = "text"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report as received.

    ``published`` is local to the report's place; None when nobody gave it. ``published_source`` says who
    did: ``given`` (the user), ``page`` (its metadata), or empty. ``timezone`` is an IANA name, empty
    when unknown. ``notes`` carry what the reader had to assume (an encoding, say). ``sha256`` is that of the
    bytes it was read from, in hexadecimal; empty where it came as a text.
    """

    text: str
    source: str = ""
    title: str = ""
    url: str = ""
    published: date | datetime | None = None
    published_source: str = ""
    timezone: str = UNKNOWN_ZONE
    notes: tuple[str, ...] = ()
    sha256: str = ""

    def given(self, published: date | datetime | None, timezone: str) -> "Report":
        """The same with the day and the zone that somebody gives, as far as they are given."""
        if published is None:
            return replace(self, timezone=timezone) if timezone else self
        return replace(
            self,
            published=published,
            published_source=DateSource.GIVEN.value,
            timezone=timezone or self.timezone,
        )

    @property
    def report_id(self) -> str:
        r"""Stable: the same words give the same id, wherever they came from.

        >>> Report("Shelling on Tuesday.").report_id == Report("Shelling  on\nTuesday.").report_id
        True
        """
        words = " ".join(self.text.split())
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

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

    ``published`` is local to the report's place, or a moment with its offset; None when nobody gave it.
    ``published_source`` says who did: ``given`` (the user), ``page`` (its metadata), or empty;
    ``published_evidence`` are the words it stands in. ``timezone`` is an IANA name, empty when unknown. ``notes``
    carry what the reader had to assume (an encoding, say). ``sha256`` is that of the bytes it was read from, in
    hexadecimal; empty where it came as a text. ``name`` is what it is called on this machine ("case.zip/post.html"),
    where ``url`` is its address. ``made`` says how its text came about and who passed it on: kept with it, no news to
    anybody. ``key`` tells it from others with the same words: a chat says the same twice. ``known_as`` is the id it was
    kept under, where its key is no longer known.
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
    published_evidence: tuple[str, ...] = ()
    name: str = ""
    made: tuple[str, ...] = ()
    key: str = ""
    known_as: str = ""

    @property
    def called(self) -> str:
        """What people know it by: its file, else its address."""
        return self.name or self.url

    def given(self, published: date | datetime | None, timezone: str) -> "Report":
        """The same with the day and the zone that somebody gives, as far as they are given."""
        if published is None:
            return replace(self, timezone=timezone) if timezone else self
        return replace(
            self,
            published=published,
            published_source=DateSource.GIVEN.value,
            published_evidence=(),
            timezone=timezone or self.timezone,
        )

    @property
    def report_id(self) -> str:
        r"""Stable: the same words give the same id, wherever they came from; of messages the same message.

        >>> Report("Shelling on Tuesday.").report_id == Report("Shelling  on\nTuesday.").report_id
        True
        """
        if self.known_as:
            return self.known_as
        words = " ".join((*self.text.split(), *([self.key] if self.key else [])))
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

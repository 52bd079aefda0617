"""All that was read from one report."""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.extraction.marked import marked
from dashboard.extraction.model import Event, Unread
from dashboard.text import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its events and what was left unread.

    ``published`` is the day used as the reference, whoever stated it (``published_source``: given,
    page, text, or empty when nothing fixes it); ``evidence`` are the phrases that prove it.
    """

    report: Report
    published: date | datetime | None
    published_source: str
    evidence: tuple[str, ...]
    timezone: str
    events: tuple[Event, ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """The marked text and the events, in a notebook."""
        published = f"{self.published} ({self.published_source})" if self.published else ""
        return marked(self.report, published, self.events, self.unread)

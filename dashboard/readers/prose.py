"""A report saved as plain text: it stands as it came, character for character."""

from collections.abc import Iterator

from dashboard.readers.received import Found, Received, Told, report_of


def prose(received: Received, text: str, note: str = "") -> Iterator[Found]:
    """The one report that it is."""
    yield report_of(received, Told(text, notes=(note,) if note else ()))

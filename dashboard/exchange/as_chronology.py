"""The chronology as one HTML page to read and to print, its methods at the end."""

from collections.abc import Iterator

from dashboard.exchange.narrative.chronology import chapters
from dashboard.exchange.narrative.methods import methods_of
from dashboard.exchange.narrative.page import chapters_html, foot, head, sections_html
from dashboard.exchange.pieces import joined
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.supported import Passing, Supported, supported
from dashboard.table import Dataset
from dashboard.wording.say import say


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The page, chapter by chapter."""
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(part.encode("utf-8", "xmlcharrefreplace") for part in _parts(events, provenance))


def _parts(events: Supported, provenance: Provenance) -> Iterator[str]:
    passing = Passing(events)
    yield head(
        say("Chronology: {title}", title=provenance.title) if provenance.title else say("Chronology"),
        provenance.lines(),
    )
    yield from chapters_html(chapters(passing, events.support, provenance.headings))
    yield from sections_html(methods_of(passing.tallies, events.support, provenance))
    yield foot()

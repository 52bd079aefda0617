"""The methods behind a dataset as one HTML page."""

from collections.abc import Iterator

from dashboard.exchange.narrative.methods import methods_of
from dashboard.exchange.narrative.page import foot, head, sections_html
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.supported import Supported, supported, tallied
from dashboard.table import Dataset
from dashboard.wording.say import say


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The page."""
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    title = say("Methods: {title}", title=provenance.title) if provenance.title else say("Methods")
    for part in (
        head(title, ()),
        *sections_html(methods_of(tallied(events), events.support, provenance)),
        foot(),
    ):
        yield part.encode("utf-8", "xmlcharrefreplace")

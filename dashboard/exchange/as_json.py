"""One JSON object: the provenance, the events, the mentions and reports that support them, and which seem to be the same."""

from collections.abc import Iterator
from dataclasses import asdict

from dashboard.exchange.pieces import joined
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.supported import Passing, Supported, supported
from dashboard.exchange.values import dumped, listed, records
from dashboard.table import Dataset
from dashboard.table.columns import REPORT_COLUMNS

_REPORT = [column.name for column in REPORT_COLUMNS if column.exported]


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The quotes are there; the reports' texts stay at home, as whole articles may not be ours to pass on."""
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(_object(Passing(events), events.support, provenance))


def _object(passing: Passing, support: Dataset, provenance: Provenance) -> Iterator[bytes]:
    yield b'{"provenance": ' + dumped(provenance.as_dict()) + b', "events": '
    yield from listed(record for part in passing for record in records(part))
    for name, frame in (("mentions", support.mentions), ("reports", support.reports[_REPORT])):
        yield f', "{name}": '.encode()
        yield from listed(records(frame))
    yield b', "same_as": '
    yield from listed(asdict(each) for each in passing.links())
    if provenance.remarks:
        yield b', "remarks": '
        yield from listed(each.as_dict() for each in provenance.remarks)
    yield b"}"

"""One JSON object: the provenance, the events, the mentions and reports that support them, and which seem to be the same."""

from collections.abc import Iterator
from dataclasses import asdict

from dashboard.consolidation.links import links_if_few
from dashboard.exchange.pieces import joined
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, listed, records
from dashboard.table import Dataset
from dashboard.table.columns import REPORT_COLUMNS

_REPORT = [column.name for column in REPORT_COLUMNS if column.exported]


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The quotes are there; the reports' texts stay at home, as whole articles may not be ours to pass on."""
    return joined(_object(dataset, provenance))


def _object(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    yield b'{"provenance": ' + dumped(provenance.as_dict())
    frames = {"events": dataset.events, "mentions": dataset.mentions, "reports": dataset.reports[_REPORT]}
    for name, frame in frames.items():
        yield f', "{name}": '.encode()
        yield from listed(records(frame))
    yield b', "same_as": '
    yield from listed(asdict(each) for each in links_if_few(dataset))
    if provenance.remarks:
        yield b', "remarks": '
        yield from listed(each.as_dict() for each in provenance.remarks)
    yield b"}"

"""One JSON object: the provenance, the events, and the mentions and reports that support them."""

from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, records
from dashboard.table import Dataset
from dashboard.table.columns import REPORT_COLUMNS

_REPORT = [column.name for column in REPORT_COLUMNS if column.exported]


def write(dataset: Dataset, provenance: Provenance) -> bytes:
    """The quotes are there; the reports' texts stay at home, as whole articles may not be ours to pass on."""
    return dumped(
        {
            "provenance": provenance.as_dict(),
            "events": list(records(dataset.events)),
            "mentions": list(records(dataset.mentions)),
            "reports": list(records(dataset.reports[_REPORT])),
        }
    )

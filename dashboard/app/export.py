"""What leaves the page: the view, handed to ``publish`` for a file."""

from datetime import datetime
from typing import Any

from dashboard.app.url import View
from dashboard.exchange.formats import format_of
from dashboard.figures.render import WIDTH
from dashboard.publish.chart import chart
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.offered import PAGE
from dashboard.publish.parcel import Parcel, file_name, parcel
from dashboard.table import Dataset


def data_file(dataset: Dataset, view: View, suffix: str, made: datetime) -> Parcel:
    """The wanted events as rows. Raises ExportError for a format we do not write."""
    return parcel(_extract(dataset, view, made), format_of(suffix))


def chart_page(dataset: Dataset, view: View, made: datetime) -> Parcel:
    """The chart of the wanted events as one HTML file that needs nothing else."""
    return parcel(_extract(dataset, view, made), PAGE)


def picture(dataset: Dataset, view: View, made: datetime) -> dict[str, Any]:
    """The captioned chart for the browser to draw a picture of, how wide, and a name for it."""
    figure = chart(_extract(dataset, view, made))
    return {"figure": figure, "name": file_name(dataset.name, ""), "width": WIDTH}


def _extract(dataset: Dataset, view: View, made: datetime) -> Extract:
    wanted = Wanted(view.selection, view.zone, view.lanes_by, view.folded)
    return extract_of(dataset, wanted, made)

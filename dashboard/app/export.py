"""What leaves the page: the events that are wanted, and the chart of them, each saying what it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.app.chips import WINDOW, active
from dashboard.app.clock import zone_of
from dashboard.app.url import View
from dashboard.app.window import span
from dashboard.exchange import MEDIA_TYPES, Provenance, provenance_of, to_bytes
from dashboard.figures.render import PHONE_PX, captioned, html_page
from dashboard.figures.timeline import timeline, undrawn
from dashboard.table import Dataset
from dashboard.table.filters import select

WIDTH = 1400

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to be saved: its bytes, what they are, and a name for them."""

    content: bytes
    media_type: str
    name: str


def data_file(dataset: Dataset, view: View, suffix: str, made: datetime) -> Parcel:
    """The wanted events in one of the table formats. Raises ExportError for a format we do not write."""
    wanted = replace(dataset, events=select(dataset.events, view.selection))
    content = to_bytes(wanted, suffix, provenance(dataset, view, wanted.events, made))
    return Parcel(content, MEDIA_TYPES[suffix], file_name(dataset, suffix))


def chart_page(dataset: Dataset, view: View, made: datetime) -> Parcel:
    """The chart of the wanted events as one HTML file that needs nothing else."""
    wanted = select(dataset.events, view.selection)
    notes = _notes(dataset, view, wanted, made)
    page = html_page(
        drawn(dataset, view, wanted),
        narrow=drawn(dataset, view, wanted, PHONE_PX),
        title=dataset.name or "Timeline",
        notes=notes,
    )
    return Parcel(page.encode(), "text/html", file_name(dataset, ".html"))


def chart(dataset: Dataset, view: View, made: datetime) -> Figure:
    """The chart of the wanted events with its title and what it is, for a picture."""
    wanted = select(dataset.events, view.selection)
    figure = drawn(dataset, view, wanted)
    wide = figure | {"layout": figure["layout"] | {"width": WIDTH}}
    notes = _notes(dataset, view, wanted, made)
    return captioned(wide, title=dataset.name or "Timeline", notes=notes)


def drawn(dataset: Dataset, view: View, wanted: pd.DataFrame, width: int = WIDTH) -> Figure:
    """The timeline of the wanted events, on paper white."""
    return timeline(
        wanted,
        zone=zone_of(view, dataset),
        lanes_by=view.lanes_by,
        window=span(wanted, view),
        reports=dataset.reports,
        folded=frozenset(view.folded),
        width_px=width,
        mentions=dataset.mentions,
    )


def _notes(dataset: Dataset, view: View, wanted: pd.DataFrame, made: datetime) -> tuple[str, ...]:
    return (*provenance(dataset, view, wanted, made).lines(), *undrawn(wanted, view.window))


def provenance(dataset: Dataset, view: View, wanted: pd.DataFrame, made: datetime) -> Provenance:
    """What an export says of itself."""
    zone = zone_of(view, dataset)
    return provenance_of(
        wanted,
        of=len(dataset.events),
        title=dataset.name or "Timeline",
        zone=zone,
        made=made,
        filters=filter_words(view, zone),
        window=view.window,
    )


def filter_words(view: View, zone: str) -> tuple[str, ...]:
    """The filters that are on, in words; the window itself is told apart from them."""
    words = [each.words for each in active(view, zone) if each.field != WINDOW]
    sure = (
        ["Only events that must overlap the window"]
        if view.selection.must and view.window != (None, None)
        else []
    )
    return (*words, *sure)


def file_name(dataset: Dataset, suffix: str) -> str:
    """A name for the file: letters, digits and dashes of the dataset's.

    >>> file_name(Dataset.from_rows(name="South Damascus, May 2018"), ".csv")
    'south-damascus-may-2018.csv'
    """
    words = "".join(
        each if each.isalnum() and each.isascii() else " " for each in dataset.name.lower()
    ).split()
    return f"{'-'.join(words) or 'timeline'}{suffix}"

"""The chart of an extract: as a figure, as a captioned picture, as a page that needs nothing else."""

from dashboard.figures.drawn_window import DrawnWindow, drawn_window
from dashboard.figures.first_view import FirstView, first_view
from dashboard.figures.render import PHONE_PX, WIDTH, captioned, html_page
from dashboard.figures.timeline import Figure, timeline
from dashboard.figures.undrawn import undrawn
from dashboard.publish.extract import Extract
from dashboard.table.lanes import lanes_for


def page(extract: Extract) -> str:
    """One HTML page, laid out for a screen and for a phone."""
    narrow = _figure(extract, PHONE_PX)
    return html_page(_figure(extract, WIDTH), narrow=narrow, title=extract.title, notes=_notes(extract))


def chart(extract: Extract) -> Figure:
    """The figure with its title and what it is, for a picture."""
    figure = _figure(extract, WIDTH)
    wide = figure | {"layout": figure["layout"] | {"width": WIDTH}}
    return captioned(wide, title=extract.title, notes=_notes(extract))


def _figure(extract: Extract, width: int) -> Figure:
    """The timeline of the events, on paper white."""
    dataset, wanted, provenance = extract.dataset, extract.wanted, extract.provenance
    return timeline(
        dataset.index.everything,
        zone=provenance.zone,
        lanes_by=wanted.lanes_by or lanes_for(dataset.index.everything),
        window=_window(extract),
        folded=frozenset(wanted.folded),
        width_px=width,
    )


def _opens_on(extract: Extract) -> FirstView | None:
    """The stretch that holds nearly all events, if the chart is to open there."""
    asked = extract.wanted.nearly and extract.provenance.window == (None, None)
    return first_view(extract.dataset.index.everything) if asked else None


def _window(extract: Extract) -> DrawnWindow | None:
    opened = _opens_on(extract)
    if opened:
        return opened.first, opened.last
    return drawn_window(extract.dataset.index.everything, extract.provenance.window)


def _notes(extract: Extract) -> tuple[str, ...]:
    provenance, opened = extract.provenance, _opens_on(extract)
    said = (f"Drawn is where nearly all events are: {opened.words}",) if opened else ()
    return (*provenance.lines(), *said, *undrawn(extract.dataset.index.everything, provenance.window))

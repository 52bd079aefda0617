"""The chart of an extract: as a figure, and as a captioned picture."""

from dashboard.figures.drawn_window import DrawnWindow, drawn_window
from dashboard.figures.first_view import FirstView, first_view
from dashboard.figures.pins import Pin, pins_of, told
from dashboard.figures.render import WIDTH, captioned
from dashboard.figures.shown import SCREEN, Limits
from dashboard.figures.timeline import Figure, timeline
from dashboard.figures.undrawn import undrawn
from dashboard.publish.extract import Extract
from dashboard.table.index import Rows
from dashboard.table.lanes import lanes_for
from dashboard.wording.say import say


def chart(extract: Extract) -> Figure:
    """The figure with its title and what it is, for a picture."""
    figure = figure_of(extract, WIDTH)
    wide = figure | {"layout": figure["layout"] | {"width": WIDTH}}
    notes = (*told(*_pins(extract, window_of(extract))), *notes_of(extract))
    return captioned(wide, title=extract.title, notes=notes)


def figure_of(
    extract: Extract,
    width: int,
    window: DrawnWindow | None = None,
    rows: Rows | None = None,
    limits: Limits = SCREEN,
) -> Figure:
    """The timeline of the events, on paper white; through another window than the one asked for, or of some of its ``rows``, where such are given."""
    wanted, provenance = extract.wanted, extract.provenance
    drawn, shown = window or window_of(extract), rows or extract.dataset.index.everything
    return timeline(
        shown,
        zone=provenance.zone,
        lanes_by=lanes_of(extract),
        window=drawn,
        folded=frozenset(wanted.folded),
        width_px=width,
        pins=pins_of(shown, drawn, provenance.zone, provenance.remarks)[0],
        limits=limits,
    )


def lanes_of(extract: Extract) -> str:
    """What the lanes of the chart go by."""
    return extract.wanted.lanes_by or lanes_for(extract.dataset.index.everything)


def _pins(extract: Extract, window: DrawnWindow | None) -> tuple[tuple[Pin, ...], int]:
    """The stars and notes of what is drawn, and how many more there are."""
    provenance = extract.provenance
    return pins_of(extract.dataset.index.everything, window, provenance.zone, provenance.remarks)


def _opens_on(extract: Extract) -> FirstView | None:
    """The stretch that holds nearly all events, if the chart is to open there."""
    asked = extract.wanted.nearly and extract.provenance.window == (None, None)
    return first_view(extract.dataset.index.everything) if asked else None


def window_of(extract: Extract) -> DrawnWindow | None:
    """The stretch that is drawn: as asked for, or where nearly all of it is; None for all of it."""
    opened = _opens_on(extract)
    if opened:
        return opened.first, opened.last
    return drawn_window(extract.dataset.index.everything, extract.provenance.window)


def notes_of(extract: Extract) -> tuple[str, ...]:
    """What a chart says of itself: what was chosen, from where, and what is not drawn."""
    provenance, opened = extract.provenance, _opens_on(extract)
    said = (say("Drawn is where nearly all events are: {what}", what=opened.words),) if opened else ()
    return (*provenance.lines(), *said, *undrawn(extract.dataset.index.everything, provenance.window))

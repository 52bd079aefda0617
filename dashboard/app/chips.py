"""The filters that are on, as chips above the chart: what each says, and the view without it."""

from collections.abc import Iterator

from dashboard.app.clock import box_words
from dashboard.app.url import View
from dashboard.table.filter_words import LABELS, TEXT, Filter, filters_on
from dashboard.table.filters import Selection

WINDOW = "window"


def active(view: View, zone: str) -> tuple[Filter, ...]:
    """Every filter that is on, the window last."""
    return tuple(_filters(view, zone))


def without(view: View, field: str, value: str) -> View:
    """The view with one filter lifted."""
    if field == WINDOW:
        return view.choosing(start=None, end=None)
    if field == TEXT:
        return view.choosing(text="")
    if field not in LABELS:
        return view
    left = tuple(each for each in getattr(view.selection, field) if each != value)
    return view.choosing(**{field: left})


def cleared(view: View) -> View:
    """The view with every filter lifted, the rest as it was."""
    fields = dict.fromkeys(LABELS, ())
    return view.choosing(**fields, start=None, end=None, must=False, text="")


def _filters(view: View, zone: str) -> Iterator[Filter]:
    selection = view.selection
    yield from filters_on(selection)
    if selection.start or selection.end:
        yield Filter(WINDOW, "", _window_words(selection, zone))


def _window_words(selection: Selection, zone: str) -> str:
    start = box_words(selection.start, zone, last=False)
    end = box_words(selection.end, zone, last=True)
    edges = (
        " – ".join(dict.fromkeys((start, end)))
        if start and end
        else f"from {start}"
        if start
        else f"until {end}"
    )
    return f"{'Must' if selection.must else 'May'} overlap {edges}"

"""The view, and the query string it travels in: what the address bar says is what the page shows.

Every control writes the address, and everything drawn is drawn from it; so Back works, and a pasted
link shows the same view. ``address`` reads it back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import urlencode

from dashboard.table.filter_words import IN_ADDRESS
from dashboard.table.filters import Selection
from dashboard.table.zones import is_zone


class Scheme(StrEnum):
    """The colours a person chose; the browser's own where none is said."""

    LIGHT = "light"
    DARK = "dark"


LISTS = {by.key: by.field for by in IN_ADDRESS}


@dataclass(frozen=True, slots=True)
class View:
    """All that a person chose: what is wanted, how it is laid out, and what is open; the first tab where none is named.

    ``lanes_by``: those that tell most where none are named (``outlook.lanes_of``) · ``whole``: all of time is shown, though a few events press the others together
    · ``sort`` and ``page`` of the table · ``split``: the tabs' share of the page in percent, 0 closed · ``notes`` say what of the address made no sense or was too much, and is passed over.
    """

    selection: Selection = field(default_factory=Selection)
    lanes_by: str = ""
    folded: tuple[str, ...] = ()
    zone: str = ""
    event: str = ""
    report: str = ""
    tab: str = ""
    theme: str = ""
    whole: bool = False
    sort: str = ""
    page: int = 0
    split: int | None = None
    edit: str = ""
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def window(self) -> tuple[datetime | None, datetime | None]:
        """The window looked through; None where that side is open."""
        return self.selection.start, self.selection.end

    def choosing(self, **fields: object) -> "View":
        """The same view with other fields of its selection."""
        after = replace(self.selection, **fields)  # type: ignore[arg-type]  # names are checked by replace
        return self if after == self.selection else replace(self, selection=after, page=0)

    def through(self, start: datetime | None, end: datetime | None) -> "View":
        """The same view through another window; an empty one changes nothing."""
        edges = tuple(
            edge and edge.replace(microsecond=0) for edge in (start, end)
        )  # as the address tells them
        if start is not None and end is not None and (start >= end or edges[0] == edges[1]):
            return self
        return replace(self.choosing(start=edges[0], end=edges[1]), whole=False)

    def entire(self) -> "View":
        """The same view over all of time, however few events its ends hold."""
        return replace(self.through(None, None), whole=True)


def wanted(view: View) -> object:
    """What of a view says which events are wanted and on which clock; the rest is how they are looked at."""
    return view.selection, view.zone


def search_of(view: View) -> str:
    """The view as a query string; defaults are left out.

    >>> search_of(View(Selection(places=("Syria/Homs",), must=True), event="e17"))
    '?place=Syria%2FHoms&must=1&event=e17'
    """
    pairs = list(_pairs(view))
    return f"?{urlencode(pairs)}" if pairs else ""


def known_zone(name: str) -> str:
    """The name, when it is a time zone this machine knows; else empty."""
    return name if is_zone(name) else ""


def _pairs(view: View) -> Iterator[tuple[str, str]]:
    selection = view.selection
    for key, field_ in LISTS.items():
        yield from ((key, value) for value in getattr(selection, field_))
    yield from (
        (key, _utc(moment)) for key, moment in zip(("from", "to"), view.window, strict=True) if moment
    )
    singles = {
        "must": "1" if selection.must else "",
        "rejected": "1" if selection.rejected else "",
        "q": selection.text,
        "area": str(selection.area) if selection.area else "",
        "lanes": view.lanes_by,
        "zone": view.zone,
        "event": view.event,
        "report": view.report,
        "tab": view.tab,
        "theme": view.theme,
        "all": "1" if view.whole else "",
        "sort": view.sort,
        "page": str(view.page) if view.page else "",
        "split": "" if view.split is None else str(view.split),
        "edit": view.edit,
    }
    yield from ((key, value) for key, value in singles.items() if value)
    yield from (("fold", label) for label in view.folded)


def _utc(moment: datetime) -> str:
    fine = "seconds" if moment.second else "minutes"
    return moment.astimezone(UTC).isoformat(timespec=fine).replace("+00:00", "Z")

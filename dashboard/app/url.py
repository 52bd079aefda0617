"""The view, and the query string it travels in: what the address bar says is what the page shows.

Every control writes the address, and everything drawn is drawn from it; so Back works, and a pasted
link shows the same view.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from dashboard.app.limits import read_address
from dashboard.errors import SelectionError
from dashboard.table.filter_words import IN_ADDRESS
from dashboard.table.filters import Selection
from dashboard.table.lanes import LANES
from dashboard.temporal.calendar.interval import EARLIEST, LATEST

TABS = ("table", "report", "totals", "unread")
THEMES = ("light", "dark")

_FIRST, _LAST = (edge.replace(tzinfo=UTC) for edge in (EARLIEST, LATEST))
_LISTS = {by.key: by.field for by in IN_ADDRESS}


@dataclass(frozen=True, slots=True)
class View:
    """All that a person chose: what is wanted, how it is laid out, and what is open.

    ``notes`` say what of the address made no sense or was too much, and is passed over.
    """

    selection: Selection = field(default_factory=Selection)
    lanes_by: str = LANES[0]
    folded: tuple[str, ...] = ()
    zone: str = ""
    event: str = ""
    report: str = ""
    tab: str = TABS[0]
    theme: str = ""
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def window(self) -> tuple[datetime | None, datetime | None]:
        """The window looked through; None where that side is open."""
        return self.selection.start, self.selection.end

    def choosing(self, **fields: object) -> "View":
        """The same view with other fields of its selection."""
        return replace(self, selection=replace(self.selection, **fields))  # type: ignore[arg-type]  # names are checked by replace

    def through(self, start: datetime | None, end: datetime | None) -> "View":
        """The same view through another window; an empty one changes nothing."""
        if start is not None and end is not None and start >= end:
            return self
        return self.choosing(start=start, end=end)


def search_of(view: View) -> str:
    """The view as a query string; defaults are left out.

    >>> search_of(View(Selection(places=("Syria/Homs",), must=True), event="e17"))
    '?place=Syria%2FHoms&must=1&event=e17'
    """
    pairs = list(_pairs(view))
    return f"?{urlencode(pairs)}" if pairs else ""


def view_of(search: str | None) -> View:
    """The view a query string tells of; what makes no sense in it is passed over, and noted.

    >>> view_of("?place=Syria%2FHoms&lanes=source&from=nonsense").lanes_by
    'source'
    """
    address = read_address(search or "")
    said, lists = address.singles, {field_: address.lists[key] for key, field_ in _LISTS.items()}
    start, end = _moment(said["from"]), _moment(said["to"])
    plain = replace(Selection(must=said["must"] == "1", text=said["q"]), **lists)  # type: ignore[arg-type]  # the names are ours
    zone = known_zone(said["zone"])
    return View(
        selection=_windowed(plain, start, end),
        lanes_by=_one_of(LANES, said["lanes"]) or LANES[0],
        folded=address.lists["fold"],
        zone=zone,
        event=said["event"],
        report=said["report"],
        tab=_one_of(TABS, said["tab"]) or TABS[0],
        theme=_one_of(THEMES, said["theme"]),
        notes=(*address.notes, *_nonsense(said, start, end, zone)),
    )


def known_zone(name: str) -> str:
    """The name, when it is a time zone this machine knows; else empty."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # an odd key, a directory, a name that is not there
        return ""
    return name


def _pairs(view: View) -> Iterator[tuple[str, str]]:
    selection = view.selection
    for key, field_ in _LISTS.items():
        yield from ((key, value) for value in getattr(selection, field_))
    yield from (
        (key, _utc(moment)) for key, moment in zip(("from", "to"), view.window, strict=True) if moment
    )
    singles = {
        "must": "1" if selection.must else "",
        "q": selection.text,
        "lanes": view.lanes_by if view.lanes_by != LANES[0] else "",
        "zone": view.zone,
        "event": view.event,
        "report": view.report,
        "tab": view.tab if view.tab != TABS[0] else "",
        "theme": view.theme,
    }
    yield from ((key, value) for key, value in singles.items() if value)
    yield from (("fold", label) for label in view.folded)


def _utc(moment: datetime) -> str:
    fine = "seconds" if moment.second else "minutes"
    return moment.astimezone(UTC).isoformat(timespec=fine).replace("+00:00", "Z")


def _moment(words: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(words)
        moment = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return min(max(moment, _FIRST), _LAST)  # beyond the calendar lies nothing, as at its edge


def _nonsense(
    said: Mapping[str, str], start: datetime | None, end: datetime | None, zone: str
) -> Iterator[str]:
    """What of the window and the zone can't be meant."""
    for key, moment in (("from", start), ("to", end)):
        if said[key] and moment is None:
            yield f"{key} in the address, {said[key]!r}, is no moment: write it like 2018-05-21T12:00Z"
    if start and end and start >= end:
        yield "the window in the address ends before it starts: all times are shown"
    if said["zone"] and not zone:
        yield f"{said['zone']!r} in the address is no time zone"


def _windowed(selection: Selection, start: datetime | None, end: datetime | None) -> Selection:
    try:
        return replace(selection, start=start, end=end)
    except SelectionError:
        return selection


def _one_of(words: tuple[str, ...], word: str) -> str:
    return word if word in words else ""

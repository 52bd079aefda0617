"""The view, and the query string it travels in: what the address bar says is what the page shows.

Every control writes the address, and everything drawn is drawn from it; so Back works, and a pasted
link shows the same view.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode
from zoneinfo import ZoneInfo

from dashboard.errors import SelectionError
from dashboard.table.filters import Selection
from dashboard.table.lanes import LANES

TABS = ("table", "report", "totals", "unread")
THEMES = ("light", "dark")

_LISTS = {
    "place": "places",
    "type": "event_types",
    "subtype": "sub_event_types",
    "kind": "ext_types",
    "actor": "actors",
    "source": "sources",
    "precision": "precisions",
    "status": "modalities",
}


@dataclass(frozen=True, slots=True)
class View:
    """All that a person chose: what is wanted, how it is laid out, and what is open."""

    selection: Selection = field(default_factory=Selection)
    lanes_by: str = LANES[0]
    folded: tuple[str, ...] = ()
    zone: str = ""
    event: str = ""
    report: str = ""
    tab: str = TABS[0]
    theme: str = ""

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
    """The view a query string tells of; what makes no sense in it is passed over.

    >>> view_of("?place=Syria%2FHoms&lanes=source&from=nonsense").lanes_by
    'source'
    """
    said = parse_qs((search or "").lstrip("?"))
    lists = {field_: tuple(dict.fromkeys(said.get(key, ()))) for key, field_ in _LISTS.items()}
    start, end = (_moment(_last(said, key)) for key in ("from", "to"))
    plain = replace(Selection(must=_last(said, "must") == "1", text=_last(said, "q")), **lists)  # type: ignore[arg-type]  # the names are ours
    return View(
        selection=_windowed(plain, start, end),
        lanes_by=_one_of(LANES, _last(said, "lanes")) or LANES[0],
        folded=tuple(said.get("fold", ())),
        zone=known_zone(_last(said, "zone")),
        event=_last(said, "event"),
        report=_last(said, "report"),
        tab=_one_of(TABS, _last(said, "tab")) or TABS[0],
        theme=_one_of(THEMES, _last(said, "theme")),
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
        moment = datetime.fromisoformat(words)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _windowed(selection: Selection, start: datetime | None, end: datetime | None) -> Selection:
    try:
        return replace(selection, start=start, end=end)
    except SelectionError:
        return selection


def _last(said: dict[str, list[str]], key: str) -> str:
    return said.get(key, [""])[-1]


def _one_of(words: tuple[str, ...], word: str) -> str:
    return word if word in words else ""

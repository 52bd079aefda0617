"""The view that an address says, whoever wrote it: what makes no sense in it is passed over, and noted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from dashboard.app.editing.mode import mode_of
from dashboard.app.limits import read_address
from dashboard.app.tabs.every import OTHER_TABS
from dashboard.app.url import LISTS, Scheme, View, known_zone
from dashboard.errors import SelectionError
from dashboard.table.area import area_of
from dashboard.table.counted import COUNTED_BY, Per
from dashboard.table.filters import Selection
from dashboard.table.lanes import LANES
from dashboard.table.order import BACKWARDS, ORDERS
from dashboard.temporal.calendar.interval import EARLIEST, LATEST
from dashboard.wording.say import say
from dashboard.wording.spoken import spoken

_PAGE, _SHARE = re.compile("[1-9][0-9]{0,6}"), re.compile("0|[1-7]?[0-9]|80")
_FIRST, _LAST = (edge.replace(tzinfo=UTC) for edge in (EARLIEST, LATEST))


def view_of(search: str | None) -> View:
    """The view of a query string; what makes no sense in it is passed over, and noted.

    >>> view_of("?place=Syria%2FHoms&lanes=source&from=nonsense").lanes_by
    'source'
    """
    return _view(search or "", spoken().code)


@lru_cache(maxsize=64)  # each part of the page asks for the same two
def _view(search: str, _language: str) -> View:
    """The view, whose notes are said in the language at hand."""
    address = read_address(search)
    said, lists = address.singles, {field_: address.lists[key] for key, field_ in LISTS.items()}
    start, end = _moment(said["from"]), _moment(said["to"])
    area = area_of(said["area"])
    chosen = Selection(must=said["must"] == "1", rejected=said["rejected"] == "1", text=said["q"], area=area)
    plain = _windowed(replace(chosen, **lists), start, end)  # type: ignore[arg-type]  # the names are ours
    zone = known_zone(said["zone"])
    return View(
        selection=plain,
        lanes_by=_one_of(LANES, said["lanes"]),
        folded=address.lists["fold"],
        zone=zone,
        event=said["event"],
        report=said["report"],
        tab=_one_of(OTHER_TABS, said["tab"]),
        theme=_one_of(tuple(Scheme), said["theme"]),
        whole=said["all"] == "1",
        sort=said["sort"] if said["sort"].removeprefix(BACKWARDS) in ORDERS else "",
        page=int(said["page"]) if _PAGE.fullmatch(said["page"]) else 0,
        split=int(said["split"]) if _SHARE.fullmatch(said["split"]) else None,
        edit=mode_of(said["edit"]),
        per=_one_of(tuple(Per), said["per"]),
        by=_one_of(COUNTED_BY, said["by"]),
        notes=(*address.notes, *_nonsense(said, start, end, zone)),
    )


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
            yield say(
                "{key} in the address, {words}, is no moment: write it like {example}",
                key=key,
                words=repr(said[key]),
                example="2018-05-21T12:00Z",
            )
    if start and end and start >= end:
        yield say("the window in the address ends before it starts: all times are shown")
    if said["area"] and area_of(said["area"]) is None:
        yield say(
            "area in the address, {words}, is no part of the map: write west,south,east,north in degrees",
            words=repr(said["area"]),
        )
    if said["zone"] and not zone:
        yield say("{words} in the address is no time zone", words=repr(said["zone"]))


def _windowed(selection: Selection, start: datetime | None, end: datetime | None) -> Selection:
    try:
        return replace(selection, start=start, end=end)
    except SelectionError:
        return selection


def _one_of(words: tuple[str, ...], word: str) -> str:
    return word if word in words else ""

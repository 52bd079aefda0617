"""Figures as pictures: captioned, and drawn by a Chrome on this machine."""

from collections.abc import Sequence
from copy import deepcopy
from html import escape
from textwrap import wrap
from threading import Lock
from typing import Any

from dashboard.errors import ExportError
from dashboard.extras import IMAGES
from dashboard.figures.drawing import LIMIT_S, Order, drawn
from dashboard.figures.locale import settings_of_drawings
from dashboard.figures.picture import Picture
from dashboard.figures.texts import turned
from dashboard.wording.say import say, to_say
from dashboard.wording.spoken import spoken

Figure = dict[str, Any]

KEY = to_say(
    "How to read: solid = certain; hatched = somewhere within; dashed edge = fuzzy start or end; "
    "diamond = exact moment; arrow = still going on at the report; hollow = planned or denied; "
    "two thin bars = times that contradict each other; dashed upright line = when a report was published."
)
NO_CHROME = to_say(
    "no Chrome or Chromium was found to draw {format} with: install one (on Debian: apt install chromium), "
    "or export .html, or take PNG and SVG from the page"
)
TITLE_PX = 44
WIDTH, PHONE_PX = 1400, 360  # pixels of a page or picture, and of the page on a phone
NOTE_PX = 15

_ONE_AT_A_TIME = Lock()


def config() -> dict[str, Any]:
    """Settings of plotly.js: nothing is ever sent anywhere, only the buttons that help, in the language at hand."""
    return {
        "showSendToCloud": False,
        "showEditInChartStudio": False,
        "plotlyServerURL": "",
        "displaylogo": False,
        "responsive": True,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "timeline"},
        **settings_of_drawings(),
    }


def captioned(figure: Figure, *, title: str, notes: Sequence[str]) -> Figure:
    """The figure with its title above it and, below, how to read it and where it comes from.

    Notes are broken into lines that fit the figure's width, 1,000 pixels where it has none.
    """
    layout = titled(figure, title)["layout"]
    margin = layout["margin"]
    width = layout.get("width", 1000)
    lines = [line for each in (*notes, say(KEY)) for line in wrap(each, max(int(width / 6), 40))]
    room = NOTE_PX * len(lines) + 12
    layout["annotations"] = [*layout.get("annotations", []), _caption(lines, layout)]
    layout["height"] += room
    margin["b"] = margin.get("b", 80) + room
    layout["legend"] = layout.get("legend", {}) | {"y": (room + 4) / layout["height"], "yanchor": "bottom"}
    settings = {"config": own} if (own := settings_of_drawings()) else {}
    return {"data": figure["data"], "layout": layout, **settings}


def titled(figure: Figure, title: str) -> Figure:
    """The figure with a title above it, and as much higher."""
    layout = deepcopy(figure["layout"])
    margin = layout.setdefault("margin", {})
    layout["title"] = _title(title, layout)
    layout["height"] = layout.get("height", 450) + TITLE_PX
    margin["t"] = margin.get("t", 80) + TITLE_PX
    return {"data": figure["data"], "layout": layout}


def image(
    figure: Figure,
    kind: Picture = Picture.PNG,
    width: int = WIDTH,
    height: int | None = None,
    *,
    limit: float = LIMIT_S,
) -> bytes:
    """The figure as the bytes of a picture: png (at twice the size), svg or pdf.

    A Chrome is started for the picture and ended after it, one at a time: it takes two seconds and
    leaves no browser behind. Raises ExportError when there is no Chrome, it fails, or it takes more than
    ``limit`` seconds.
    """
    tall = height or figure["layout"].get("height", 600)
    return _by_chrome(Order(_found(kind), figure, kind, width, tall), limit)


def printed(markup: str, *, limit: float = LIMIT_S) -> bytes:
    """A page that says when it is drawn, as a PDF of as many sheets as it takes; raises ExportError as ``image`` does."""
    return _by_chrome(Order(_found(Picture.PDF), {}, Picture.PDF, 0, 0, page=markup), limit)


def _by_chrome(order: Order, limit: float) -> bytes:
    with _ONE_AT_A_TIME:
        return drawn(order, limit)


def _found(kind: Picture) -> str:
    """Where Chrome is; raises ExportError where there is none, or nothing to lead it by."""
    if lacking := IMAGES.lacking():
        raise ExportError(lacking)
    path = chrome()
    if path is None:
        raise ExportError(say(NO_CHROME, format=str(kind)))
    return path


def chrome() -> str | None:
    """The Chrome or Chromium of this machine, if there is one."""
    from choreographer.browsers.chromium import Chromium  # noqa: PLC0415 - only pictures need it

    found: str | None = Chromium.find_browser(skip_local=False)
    return found


def _title(title: str, layout: Figure) -> Figure:
    return {
        "text": turned(escape(title, quote=False)),
        **_from_the_beginning(),
        "xref": "container",
        "pad": {"l": 16, "r": 16, "t": 14},
        "y": 1,
        "yanchor": "top",
        "yref": "container",
        "font": {"size": 18, "color": layout.get("font", {}).get("color", "#1a1c1f")},
    }


def _caption(lines: Sequence[str], layout: Figure) -> Figure:
    """The notes, from the left edge of the paper, under everything else."""
    margin, from_left = layout["margin"], spoken().direction == "ltr"
    return {
        "text": "<br>".join(turned(escape(line, quote=False)) for line in lines),
        "xref": "paper",
        **_from_the_beginning(),
        "xshift": 16 - margin.get("l", 80) if from_left else margin.get("r", 80) - 16,
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -margin.get("b", 80),
        "align": "left" if from_left else "right",
        "showarrow": False,
        "font": {"size": 10.5},
    }


def _from_the_beginning() -> Figure:
    """Where a line begins: on the left, or on the right in a language that runs from there."""
    return {"x": 0, "xanchor": "left"} if spoken().direction == "ltr" else {"x": 1, "xanchor": "right"}

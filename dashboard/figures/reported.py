"""When reports were published: event time and report time are shown side by side and never mixed."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.figures.axes import Part
from dashboard.figures.paths import along, upright
from dashboard.figures.texts import safe
from dashboard.figures.theme import Theme
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import from_local, iso, to_local
from dashboard.table.describe import day, moment
from dashboard.table.epochs import DAY, Mask, instant, instants
from dashboard.table.index import Numbers, Rows
from dashboard.table.links import telling
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say

MOST_REPORTS = 40
FEW_REPORTS = 8  # more lines than that are drawn faintly, for they run through the names of events
REPORT_LABEL_PX = 150

_Report = tuple[int, bool, str]


def report_parts(rows: Rows, view: TimeView, theme: Theme) -> tuple[list[Part], list[Part]]:
    """A thin line for each report in view that tells of what is shown; a bar below it where only the day is known."""
    shown = list(_in_view(rows, view))
    return list(_lines(shown, theme)), list(_report_names(shown, view, theme))


def _in_view(rows: Rows, view: TimeView) -> Iterator[_Report]:
    """When, whether only the day is known, and in words, in order of time; nothing where there are too many to be told apart."""
    reports = rows.index.reports
    if reports is None or reports.empty:
        return
    first, last = (instant(from_local(edge, "UTC")) for edge in (view.first, view.last))
    span = (first - 3 * DAY, last + 2 * DAY)  # wider than any clock is away from UTC
    told = telling(rows, span, lambda at: _seen(reports, at, view), MOST_REPORTS + 1)
    if len(told) > MOST_REPORTS:  # a curtain of lines says nothing, and the last of them say too little
        return
    found = reports.iloc[told]
    local = to_local(instants(found["published"]), view.zone)
    for at, row in zip(local.tolist(), found.to_dict("records"), strict=True):
        own = to_local(instants(pd.Series([row["published"]])), row["timezone"] or "UTC").item()
        yield at, own % DAY == 0, _published(row, view.zone, day_only=own % DAY == 0)


def _seen(reports: pd.DataFrame, at: Numbers, view: TimeView) -> Mask:
    local = to_local(instants(reports["published"].iloc[at]), view.zone)
    return (local > view.first - DAY) & (local < view.last)


def _published(row: Mapping[Hashable, Any], zone: str, *, day_only: bool) -> str:
    when = day(row["published"], row["timezone"]) if day_only else moment(row["published"], zone)
    if row["title"]:
        return say("report published {day}: {title}", day=when, title=str(row["title"]))
    return say("report published {day}", day=when)


def _lines(reports: Sequence[_Report], theme: Theme) -> Iterator[Part]:
    """All upright lines as one shape, and all bars of whole days as another."""
    if reports:
        dotted = {"color": theme.muted, "width": 1, "dash": "dot"}
        yield upright([at for at, _, _ in reports], dotted, 0.6 if len(reports) <= FEW_REPORTS else 0.3)
    days = [at for at, day_only, _ in reports if day_only]
    if days:
        yield along([(at, at + DAY) for at in days], {"color": theme.muted, "width": 4})


def _report_names(reports: Sequence[_Report], view: TimeView, theme: Theme) -> Iterator[Part]:
    """Below the plot, where one does not cover the one before; to the left of its line at the right edge."""
    free = 0.0
    for at, _, words in reports:
        line = view.at(at)
        leftwards = line + REPORT_LABEL_PX > view.pixels
        begins = line - REPORT_LABEL_PX if leftwards else line
        if begins >= free and line >= 0:
            free = begins + REPORT_LABEL_PX
            yield _report_name(iso([at])[0], words, theme, leftwards=leftwards)


def _report_name(at: str, words: str, theme: Theme, *, leftwards: bool) -> Part:
    return {
        "text": f"{_short(at)} ▲" if leftwards else f"▲ {_short(at)}",
        "hovertext": safe(words),
        "xref": "x",
        "x": at,
        "xanchor": "right" if leftwards else "left",
        "xshift": 6 if leftwards else -6,
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -3,
        "showarrow": False,
        "font": {"size": 10, "color": theme.muted},
    }


def _short(at: str) -> str:
    return say("report of {day}", day=dated(datetime.fromisoformat(at), Form.SHORT))

"""The report to print: the chart over as many sheets as it takes, the events as a table, the sources and the methods behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from zoneinfo import ZoneInfo

from dashboard.exchange.narrative.methods import methods_of
from dashboard.exchange.narrative.page import sections_html
from dashboard.exchange.supported import supported, tallied
from dashboard.figures import plotly_js
from dashboard.figures.drawn_window import DrawnWindow, reached
from dashboard.figures.render import config
from dashboard.figures.shown import Limits
from dashboard.figures.timeline import Figure
from dashboard.figures.undrawn import many
from dashboard.publish.chart import figure_of, lanes_of, notes_of, window_of
from dashboard.publish.extract import Extract
from dashboard.publish.pages.alone import Alone, alone, beside, script_json
from dashboard.publish.pages.parts import lines, marks, names, remarks, table
from dashboard.publish.pages.sheets import MOST_SHEETS, Sheet, by_lanes, sheets
from dashboard.table.counted import Per
from dashboard.table.index import Rows
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say, so_many, to_say

SHEET_PX, SHEET_HIGH_PX = 1020, 610
"""How wide a sheet is, and how high what it has for a chart: A4 across, less its margins and a heading, at 96 pixels an inch."""
MOST_PX = 800
"""A higher chart would be drawn so small that nobody reads its names: 11 pixels of it are 6 points."""
ROW_PX, _AROUND_PX = 25, 180  # a row of a chart, and what stands above and below all rows
_TOO_MANY = to_say("counts – the table lists each")
PRINTED = Limits(advice=_TOO_MANY)
COUNTED_WHOLE = Limits(marks=0, lanes=12, bins=120, advice=_TOO_MANY)


def report(extract: Extract) -> Alone:
    """The report; opened with ``#print`` it asks to be printed as soon as it is drawn."""
    zone = extract.provenance.zone
    stretches = sheets(extract.dataset.index.everything, zone, extract.provenance.window)
    drawn = tuple(islice(_drawn(extract, stretches), MOST_SHEETS))
    left = stretches[len({each.stretch for each in drawn if each.stretch}) :]
    body = _BODY.format(
        title=escape(extract.title),
        printing=say("Print, or save as PDF"),
        chart=say("The chart"),
        how=say("How to read it"),
        events=say("The events"),
        about=lines(notes_of(extract)),
        charts="".join(_charts(each.caption for each in drawn)),
        left=_left(left),
        marks=marks(),
        remarks=remarks(extract.provenance, names(extract.dataset)),
        table=table(extract.dataset, zone, opens=False),
        methods="".join(
            sections_html(
                methods_of(tallied(supported(extract.dataset)), extract.dataset, extract.provenance)
            )
        ),
    )
    given = f"const figures = {script_json([each.figure for each in drawn])}, tallest = {SHEET_HIGH_PX}, config = {script_json(config() | {'staticPlot': True})};"
    title = say("Report: {title}", title=extract.title)
    return alone(title, beside("report.css"), body, (plotly_js.script(), f"{given}\n{beside('report.js')}"))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A chart on a sheet, what it shows, and which stretch is all drawn with it (None where more of it follows)."""

    caption: str
    figure: Figure
    stretch: Sheet | None = None


def _drawn(extract: Extract, stretches: tuple[Sheet, ...]) -> Iterator[_Drawn]:
    """All of it, counted where it is too much to be read; then one stretch after the other."""
    if stretches:
        yield _Drawn(
            say("All of it, counted"), _sized(figure_of(extract, SHEET_PX, limits=COUNTED_WHOLE), SHEET_PX)
        )
    else:
        yield from _parts(extract, say("All of it"))
    for each in stretches:
        yield from _parts(extract, _caption(each, extract.provenance.zone), each)


def _parts(extract: Extract, caption: str, of: Sheet | None = None) -> Iterator[_Drawn]:
    """A stretch on one sheet, or where that could not be read on several, each with some of its lanes."""
    rows, window = extract.dataset.index.everything, of.window if of else window_of(extract)
    whole = _fitted(extract, window, rows)
    if whole["layout"]["height"] <= MOST_PX:
        yield _Drawn(caption, whole, of)
        return
    parts = by_lanes(reached(rows, window), lanes_of(extract), (MOST_PX - _AROUND_PX) / ROW_PX)
    for number, part in enumerate(parts, 1):
        words = say("{what} ({number} of {count})", what=caption, number=number, count=len(parts))
        yield _Drawn(words, _fitted(extract, window, part), of if number == len(parts) else None)


def _fitted(extract: Extract, window: DrawnWindow | None, rows: Rows) -> Figure:
    """The chart for a sheet: one that will be drawn smaller, as it is high, is as much wider."""
    figure = figure_of(extract, SHEET_PX, window, rows, PRINTED)
    smaller = SHEET_HIGH_PX / min(figure["layout"]["height"], MOST_PX)
    width = SHEET_PX if smaller >= 1 else round(SHEET_PX / smaller)
    return _sized(figure if width == SHEET_PX else figure_of(extract, width, window, rows, PRINTED), width)


def _charts(captions: Iterable[str]) -> Iterator[str]:
    for at, caption in enumerate(captions):
        yield f'<figure class="sheet"><figcaption>{escape(caption)}</figcaption><div id="figure-{at}" dir="ltr"></div></figure>'


def _caption(sheet: Sheet, zone: str) -> str:
    """The stretch in words, and how many events begin in it."""
    first = sheet.window[0].astimezone(ZoneInfo(zone))
    said = {
        Per.YEAR: f"{first.year}",
        Per.MONTH: dated(first, Form.MONTH),
        Per.WEEK: say("Week from {day}", day=dated(first, Form.DAY)),
        Per.DAY: dated(first, Form.DAY),
    }
    return say("{stretch}: {events} that may begin then", stretch=said[sheet.per], events=many(sheet.events))


def _left(left: tuple[Sheet, ...]) -> str:
    if not left:
        return ""
    events = sum(each.events for each in left)
    words = so_many(
        "Not drawn sheet by sheet: {count} more stretch with {events}; choose a shorter window for it.",
        "Not drawn sheet by sheet: {count} more stretches with {events}; choose a shorter window for them.",
        len(left),
        events=many(events),
    )
    return f'<p class="more">{escape(words)}</p>'


def _sized(figure: Figure, width: int) -> Figure:
    return {"data": figure["data"], "layout": figure["layout"] | {"width": width}}


_BODY = """<p class="print"><button type="button" id="print">{printing}</button></p>
<h1 dir="auto">{title}</h1>
{about}
<section><h2>{chart}</h2>{charts}{left}</section>
<section><h2>{how}</h2><div class="key">{marks}</div></section>
<section class="table"><h2>{events}</h2>{table}{remarks}</section>
<section class="methods">{methods}</section>"""

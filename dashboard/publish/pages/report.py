"""The report to print: the chart over as many sheets as it takes, the events as a table, the sources and the methods behind them."""

from collections.abc import Iterator
from html import escape
from zoneinfo import ZoneInfo

from dashboard.exchange.narrative.methods import methods_of
from dashboard.exchange.narrative.page import sections_html
from dashboard.exchange.supported import supported, tallied
from dashboard.figures import plotly_js
from dashboard.figures.timeline import Figure
from dashboard.figures.undrawn import many
from dashboard.publish.chart import figure_of, notes_of
from dashboard.publish.extract import Extract
from dashboard.publish.pages.alone import Alone, alone, beside, script_json
from dashboard.publish.pages.parts import lines, marks, names, remarks, table
from dashboard.publish.pages.sheets import MOST_SHEETS, Sheet, sheets
from dashboard.table.counted import Per

SHEET_PX = 1020
"""How wide a sheet is: A4 across, less its margins, at 96 pixels an inch."""


def report(extract: Extract) -> Alone:
    """The report; opened with ``#print`` it asks to be printed as soon as it is drawn."""
    zone = extract.provenance.zone
    stretches = sheets(extract.dataset.index.everything, zone, extract.provenance.window)
    drawn, left = stretches[:MOST_SHEETS], stretches[MOST_SHEETS:]
    captions = ["All of it", *(_caption(each, zone) for each in drawn)]
    figures = [figure_of(extract, SHEET_PX), *(figure_of(extract, SHEET_PX, each.window) for each in drawn)]
    body = _BODY.format(
        title=escape(extract.title),
        about=lines(notes_of(extract)),
        charts="".join(_charts(captions)),
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
    given = f"const figures = {script_json(list(map(_sized, figures)))};"
    title = f"Report: {extract.title}"
    return alone(title, beside("report.css"), body, (plotly_js.script(), f"{given}\n{beside('report.js')}"))


def _charts(captions: list[str]) -> Iterator[str]:
    for at, caption in enumerate(captions):
        yield f'<figure class="sheet"><figcaption>{escape(caption)}</figcaption><div id="figure-{at}"></div></figure>'


def _caption(sheet: Sheet, zone: str) -> str:
    """The stretch in words, and how many events begin in it."""
    first = sheet.window[0].astimezone(ZoneInfo(zone))
    day = f"{first.day} {first:%B %Y}"
    said = {
        Per.YEAR: f"{first.year}",
        Per.MONTH: f"{first:%B %Y}",
        Per.WEEK: f"Week from {day}",
        Per.DAY: day,
    }
    return f"{said[sheet.per]}: {many(sheet.events)} that may begin then"


def _left(left: tuple[Sheet, ...]) -> str:
    if not left:
        return ""
    events = sum(each.events for each in left)
    return f'<p class="more">Not drawn sheet by sheet: {len(left):,} more stretches with {many(events)}; choose a shorter window for them.</p>'


def _sized(figure: Figure) -> Figure:
    return {"data": figure["data"], "layout": figure["layout"] | {"width": SHEET_PX}}


_BODY = """<p class="print"><button type="button" id="print">Print, or save as PDF</button></p>
<h1 dir="auto">{title}</h1>
{about}
<section><h2>The chart</h2>{charts}{left}</section>
<section><h2>How to read it</h2><div class="key">{marks}</div></section>
<section class="table"><h2>The events</h2>{table}{remarks}</section>
<section class="methods">{methods}</section>"""

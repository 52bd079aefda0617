"""The page of an extract: its chart, a card for each event, the table and the key, laid out for a screen and for a phone."""

from html import escape

from dashboard.figures import plotly_js
from dashboard.figures.axes import NARROW_PX
from dashboard.figures.render import PHONE_PX, WIDTH, config
from dashboard.publish.chart import figure_of, notes_of
from dashboard.publish.extract import Extract
from dashboard.publish.pages.alone import Alone, alone, beside, script_json
from dashboard.publish.pages.parts import cards, lines, marks, names, remarks, table
from dashboard.wording.say import say


def page(extract: Extract, whole: str = "") -> Alone:
    """The page; ``whole`` is the address of the page it is a part of, where it stands in another's frame."""
    version, zone = extract.provenance.version, extract.provenance.zone
    words = escape(say("Open the whole page"))
    leads = f'<p class="whole"><a href="{escape(whole)}" target="_blank" rel="noopener">{words}</a></p>' if whole else ""  # fmt: skip
    chart = _CHART.format(
        title=escape(extract.title),
        leads=leads,
        figure=escape(say("Timeline; the table below says the same in words")),
        wide=script_json(figure_of(extract, WIDTH)),
        middle=script_json(figure_of(extract, _MIDDLE_PX)),
        narrow=script_json(figure_of(extract, PHONE_PX)),
    )
    rest = _REST.format(
        how=say("How to read the chart"),
        events=say("Events"),
        of_file=say("About this file"),
        marks=marks(),
        about=lines(notes_of(extract)),
        remarks=remarks(extract.provenance, names(extract.dataset)),
        table=table(extract.dataset, zone),
        cards=script_json(cards(extract.dataset, version)),
    )
    given = {"least": {"wide": _WIDE_FROM_PX, "middle": NARROW_PX}, "config": config()}
    settings = "\n".join(f"const {name} = {script_json(value)};" for name, value in given.items())
    scripts = (plotly_js.script(), f"{settings}\n{beside('page.js')}")
    return alone(extract.title, beside("page.css"), chart, scripts, rest)


_MIDDLE_PX, _WIDE_FROM_PX = 900, 1_150
"""How wide the chart of a small window or a frame is laid out, and from which room on it is the wide one."""

_CHART = """<header><h1 dir="auto">{title}</h1>{leads}</header>
<main>
<div id="figure" role="group" aria-label="{figure}" dir="ltr"></div>
<script type="application/json" id="wide">{wide}</script>
<script type="application/json" id="middle">{middle}</script>
<script type="application/json" id="narrow">{narrow}</script>
"""
"""What is drawn before a browser has read the hundreds of rows that follow."""

_REST = """<div class="rest">
<details class="key"><summary>{how}</summary>{marks}</details>
<h2 id="events">{events}</h2>
{table}
{remarks}
<h2>{of_file}</h2>
{about}
</div>
</main>
<div id="cards"></div>
<script type="application/json" id="told">{cards}</script>"""
"""A card is made of its markup once it is opened: a thousand that nobody sees are most of what a browser would have to read."""

"""What leaves the page: the menu of exports, and the view handed to ``publish`` for a file."""

from datetime import datetime
from typing import Any

from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.app.outlook import lanes_of
from dashboard.app.part import Answer, PagePart, Script
from dashboard.app.url import View, search_of
from dashboard.exchange.formats import FORMATS, Format, format_of
from dashboard.figures.picture import Picture
from dashboard.figures.render import WIDTH
from dashboard.publish.chart import chart
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.offered import PAGE, PICTURES
from dashboard.publish.parcel import Parcel, file_name, parcel
from dashboard.table import Dataset
from dashboard.wording.say import say, term

EXPORT_PNG = "export-png"
EXPORT_SVG = "export-svg"
EXPORT_DONE = "export-done"


def done() -> Component:
    """Where the browser notes that a picture was saved."""
    return dcc.Store(id=EXPORT_DONE)


def export_menu() -> Component:
    """The menu of pictures, pages and data; where its lines lead is filled in as the view changes."""
    pictures = [
        html.Button(term(PICTURES[Picture.PNG].label), id=EXPORT_PNG, className="line"),
        html.Button(term(PICTURES[Picture.SVG].label), id=EXPORT_SVG, className="line"),
    ]
    to_read = [_saved(form) for form in FORMATS if form.whole and form.flavour]
    data = [_saved(form) for form in FORMATS if not (form.whole and form.flavour)]
    lines = [html.H3(say("The chart")), *pictures, _saved(PAGE)]
    lines += [html.H3(say("To read and print")), *to_read, html.H3(say("The events in it")), *data]
    return html.Details(
        [html.Summary(say("Export"), id="export"), html.Div(lines, className="menu")],
        className="pops",
        id="export-box",
    )


def data_file(dataset: Dataset, view: View, ending: str, made: datetime) -> Parcel:
    """The wanted events as rows. Raises ExportError for a format we do not write."""
    return parcel(_extract(dataset, view, made), format_of(ending))


def chart_page(dataset: Dataset, view: View, made: datetime) -> Parcel:
    """The chart of the wanted events as one HTML file that needs nothing else."""
    return parcel(_extract(dataset, view, made), PAGE)


def picture(dataset: Dataset, view: View, made: datetime) -> dict[str, Any]:
    """The captioned chart for the browser to draw a picture of, how wide, and a name for it."""
    figure = chart(_extract(dataset, view, made))
    return {"figure": figure, "name": file_name(dataset.name, ""), "width": WIDTH}


def _extract(dataset: Dataset, view: View, made: datetime) -> Extract:
    wanted = Wanted(view.selection, view.zone, lanes_of(view, dataset), view.folded, nearly=not view.whole)
    return extract_of(dataset, wanted, made)


def download_id(form: Format) -> str:
    """The id of the menu's line for a kind of file.

    >>> download_id(PAGE)
    'download-html'
    """
    return f"download-{form.ending.lstrip('.').replace('.', '-')}"


def _saved(form: Format) -> Component:
    return html.A(term(form.label), id=download_id(form), href="#", className="line")


def _lead(view: View, _: Dataset) -> list[str]:
    """Where each line of the menu leads: the page or the rows, of the view at hand."""
    query = search_of(view)
    return [f"/export/timeline.html{query}", *(f"/export/events{each.ending}{query}" for each in FORMATS)]


PART = PagePart(
    answers=(Answer(tuple(Output(download_id(each), "href") for each in (PAGE, *FORMATS)), _lead),),
    scripts=(
        Script(
            "picture",
            (Input(EXPORT_PNG, "n_clicks"), Input(EXPORT_SVG, "n_clicks"), State(download_id(PAGE), "href")),
            (Output(EXPORT_DONE, "data"),),
            waits=True,
        ),
    ),
)

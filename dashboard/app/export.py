"""What leaves the page: the menu of exports, and the view handed to ``publish`` for a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from urllib.parse import quote

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Person, Role
from dashboard.app.case import Case
from dashboard.app.light import Tag, light
from dashboard.app.links import data
from dashboard.app.outlook import lanes_of
from dashboard.app.own import Drawn, Kept
from dashboard.app.part import Answer, PagePart, Script
from dashboard.app.url import View, search_of
from dashboard.exchange.formats import FORMATS, Format, format_of
from dashboard.exchange.provenance import Remark
from dashboard.figures.picture import Picture
from dashboard.figures.render import WIDTH
from dashboard.publish.chart import chart
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.offered import PAGE, PICTURES, REPORT, REPORT_PDF
from dashboard.publish.pages.alone import Alone
from dashboard.publish.pages.report import report
from dashboard.publish.pages.whole import page
from dashboard.publish.parcel import Parcel, file_name, parcel
from dashboard.publish.remarks import remarks_of
from dashboard.table import Dataset
from dashboard.wording.languages import ARGUMENT, ENGLISH
from dashboard.wording.say import say, term
from dashboard.wording.spoken import speaking, spoken

EXPORT_PNG = "export-png"
EXPORT_SVG = "export-svg"
EXPORT_DONE = "export-done"
EMBED_CODE = "embed-code"
SHARE_LINKS = "share-links"
MENU = "export-menu"
TITLE, TITLE_BOX = "title", "export-title-box"
SEAL_CASE = "seal-case"


@dataclass(frozen=True, slots=True, eq=False)
class Exported:
    """What the page hands out of: the dataset, what people noted on it, and what it is to be called, where that is another name."""

    dataset: Dataset
    remarks: tuple[Remark, ...] = ()
    title: str = ""

    @classmethod
    def of(cls, case: Case, title: str = "") -> Self:
        """A case as whoever asks may see it."""
        mine = case.mine()
        return cls(mine.dataset(), remarks_of(mine.store) if mine.store is not None else (), title)


def done() -> Component:
    """Where the browser notes that a picture was saved."""
    return Kept(id=EXPORT_DONE)


def export_menu() -> Component:
    """The menu of pictures, pages and data; all but the pictures is a list, filled in as the view changes."""
    pictures = [
        html.Button(term(PICTURES[Picture.PNG].label), id=EXPORT_PNG, className="line"),
        html.Button(term(PICTURES[Picture.SVG].label), id=EXPORT_SVG, className="line"),
    ]
    lines = [Drawn(id=TITLE_BOX, data=light(_title())), html.H3(say("The chart")), *pictures, Drawn(id=MENU)]
    return html.Details(
        [html.Summary(say("Export"), id="export"), html.Div(lines, className="menu")],
        className="pops",
        id="export-box",
    )


def _title() -> Tag:
    """What pictures and pages are to be called; assets/export.js hands it on with every line of the menu."""
    box = Tag(
        "input",
        {
            "id": "export-title",
            "type": "text",
            "autocomplete": "off",
            "placeholder": say("as the case is called"),
        },
    )
    return Tag("label", {"class": "export-title"}, [say("Title"), box])


def menu(view: View, signed: Person | None = None, *, sealable: bool = False) -> list[Component]:
    """Where each line leads: the page, the report or the rows, of the view at hand; for who is ``signed`` in what her role lets her, and sealing where she may."""
    query = in_language(search_of(view))
    to_read = [each for each in FORMATS if each.read]
    data = [each for each in FORMATS if each not in to_read]
    return [
        _saved(PAGE, f"/export/timeline.html{query}"),
        *_embed(view, signed),
        html.H3(say("To read and print")),
        _saved(REPORT, f"/export/report.html{query}#print", opens=True),
        _saved(REPORT_PDF, f"/export/report.pdf{query}"),
        *(_saved(each, f"/export/events{each.ending}{query}") for each in to_read),
        html.H3(say("The events in it")),
        *(_saved(each, f"/export/events{each.ending}{query}") for each in data),
        *(_seal() if sealable else ()),
    ]


def _seal() -> list[Component]:
    hint = say(
        "Reports, store, exports and methods in one .zip that shows whether anything in it was changed"
    )
    return [
        html.H3(say("All of the case")),
        html.Button(say("Seal this case"), id=SEAL_CASE, className="line", title=hint),
    ]


def data_file(of: Exported, view: View, ending: str, made: datetime) -> Parcel:
    """The wanted events as rows, or to be read. Raises ExportError for a format we do not write."""
    form = format_of(ending)
    with speaking(spoken() if form.read else ENGLISH):
        return parcel(_extract(of, view, made), form)


def chart_page(of: Exported, view: View, made: datetime) -> Parcel:
    """The chart of the wanted events as one HTML file that needs nothing else."""
    return parcel(_extract(of, view, made), PAGE)


def report_page(of: Exported, view: View, made: datetime) -> Alone:
    """The report of the wanted events, to be looked at and printed."""
    return report(_extract(of, view, made))


def report_file(of: Exported, view: View, made: datetime) -> Parcel:
    """The report as a PDF. Raises ExportError where no Chrome is that prints it."""
    return parcel(_extract(of, view, made), REPORT_PDF)


def embedded(of: Exported, view: View, made: datetime, *, whole: bool = True) -> Alone:
    """The same page to stand in another's frame; it leads to the ``whole`` of it, where who sees it may see that."""
    return page(_extract(of, view, made), f"/{search_of(view)}" if whole else "")


def picture(of: Exported, view: View, made: datetime) -> dict[str, Any]:
    """The captioned chart for the browser to draw a picture of, how wide, and a name for it."""
    figure = chart(_extract(of, view, made))
    return {"figure": figure, "name": file_name(of.dataset.name, ""), "width": WIDTH}


def in_language(query: str) -> str:
    """The query of an address, with the language of the page that it is asked from: another window may be in another.

    >>> in_language(""), in_language("?place=Syria")
    ('?lang=en', '?place=Syria&lang=en')
    """
    return f"{query}{'&' if query else '?'}{ARGUMENT}={spoken().code}"


def _extract(of: Exported, view: View, made: datetime) -> Extract:
    wanted = Wanted(
        view.selection,
        view.zone,
        lanes_of(view, of.dataset),
        view.folded,
        nearly=not view.whole,
        title=of.title,
    )
    return extract_of(of.dataset, wanted, made, remarks=of.remarks)


def download_id(form: Format) -> str:
    """The id of the menu's line for a kind of file.

    >>> download_id(PAGE)
    'download-html'
    """
    return f"download-{form.ending.lstrip('.').replace('.', '-')}"


def _saved(form: Format, href: str, *, opens: bool = False) -> Component:
    """A line of the menu: it saves a file, or ``opens`` it beside the page."""
    return html.A(term(form.label), id=download_id(form), href=href, className="line", target="_blank" if opens else None)  # fmt: skip


def _embed(view: View, signed: Person | None) -> Iterator[Component]:
    """Code for a page of one's own. Where people sign in it needs a link, which an editor makes.

    assets/embed.js fills in what is copied: only the browser knows under which name it called this page.
    """
    if signed is not None:
        if signed.role.may(Role.EDITOR):
            words, query = say("Links for pages of yours"), quote(search_of(view), safe="")
            yield html.A(words, id=SHARE_LINKS, href=f"/shares?view={query}", className="line")
        return
    hint = say("HTML that shows this view in a page of yours")
    yield html.Button(say("Copy embed code"), id=EMBED_CODE, className="line", title=hint, **data(copy=""))


def _filled(view: View, _: Dataset, case: Case) -> object:
    return light(menu(view, case.signed, sealable=case.may(Role.ADMIN)))


PART = PagePart(
    answers=(Answer((Output(MENU, "data"),), _filled, of_case=True),),
    scripts=(
        Script(
            "picture",
            (Input(EXPORT_PNG, "n_clicks"), Input(EXPORT_SVG, "n_clicks")),
            (Output(EXPORT_DONE, "data"),),
            waits=True,
        ),
    ),
)

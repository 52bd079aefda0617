"""Downloads: the wanted events as files; the query string is the view's own."""

from datetime import UTC, datetime
from itertools import chain

from dash import Dash
from flask import Flask, Response, jsonify, request

from dashboard.app import export
from dashboard.app.address import view_of
from dashboard.app.case import Case
from dashboard.app.export import Exported
from dashboard.app.server.bounds import said
from dashboard.app.url import View
from dashboard.errors import ExportError, SelectionError
from dashboard.publish.parcel import Parcel
from dashboard.readers.received import one_line
from dashboard.wording.say import one_by_one

_LONGEST_TITLE = 200


def add_downloads(app: Dash, case: Case) -> None:
    """Routes that give the wanted events as files; the query string is the view's own.

    An address that makes no sense, or chooses more than is used, is refused (400) rather than answered with
    a file of something else.
    """
    server: Flask = app.server

    @server.get("/export/events.<kind>")
    def events_file(kind: str) -> Response:
        try:
            return _sent(
                export.data_file(Exported.of(case, asked_title()), asked_view(), f".{kind}", moment())
            )
        except ExportError as error:
            return said(str(error), 404)

    @server.get("/export/timeline.html")
    def timeline_page() -> Response:
        return _sent(export.chart_page(Exported.of(case, asked_title()), asked_view(), moment()))

    @server.get("/export/report.pdf")
    def report_file() -> Response:
        try:
            return _sent(export.report_file(Exported.of(case, asked_title()), asked_view(), moment()))
        except ExportError as error:
            return said(str(error), 503)

    @server.get("/export/timeline.json")
    def timeline_figure() -> Response:
        return jsonify(export.picture(Exported.of(case, asked_title()), asked_view(), moment()))


def asked_view() -> View:
    """The view that the address of a download asks for; raises SelectionError where it makes no sense."""
    view = view_of(request.query_string.decode("utf-8", "replace"))
    if view.notes:
        raise SelectionError(one_by_one(view.notes))
    return view


def asked_title() -> str:
    """What a picture or a page is to be called; empty where nobody says."""
    return one_line(request.args.get(export.TITLE, ""))[:_LONGEST_TITLE].strip()


def _sent(parcel: Parcel) -> Response:
    first, second = next(parcel.pieces, b""), next(parcel.pieces, None)
    content = first if second is None else chain([first, second], parcel.pieces)  # a large one as it is made
    response = Response(content, content_type=parcel.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{parcel.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def moment() -> datetime:
    """When it is made."""
    return datetime.now(tz=UTC)

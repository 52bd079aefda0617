"""What explains the chart: the card, the report, and what could not be read."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from dash import Dash, Input, Output, no_update
from flask import request

from dashboard.app import ids
from dashboard.app.card import Setting, card, spoken
from dashboard.app.clock import zone_of
from dashboard.app.evidence import evidence
from dashboard.app.explained import report_of
from dashboard.app.grid import AT_MOST
from dashboard.app.left_out import left_out, others_list, totals_list
from dashboard.app.light import light, light_id
from dashboard.app.report import report, reports_offered
from dashboard.app.url import View, search_of, view_of
from dashboard.table import Dataset
from dashboard.table.filters import select


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callbacks that explain."""

    @app.callback(
        Output(ids.CARD, "children"),
        Output(ids.LIVE, "children"),
        Output(ids.TABLE, "scrollTo"),
        Input(ids.URL, "search"),
    )
    def open_card(search: str) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        found, zone = evidence(dataset, view.event), zone_of(view, dataset)
        link = f"{request.host_url}{search_of(View(event=view.event))}"
        listed = found and view.event in set(select(dataset.events, view.selection)["event_id"].head(AT_MOST))
        return (
            card(found, Setting(view, zone, link, _version())),
            spoken(found, zone) if found else "",
            {"rowId": view.event} if listed else no_update,
        )

    @app.callback(Output(light_id(ids.REPORT), "data"), Input(ids.URL, "search"))
    def show_report(search: str) -> object:
        view, dataset = view_of(search), load()
        return light(report(dataset, report_of(view, dataset), view)) if view.tab == "report" else []

    @app.callback(
        Output(ids.REPORT_PICK, "data"),
        Output(ids.REPORT_PICKED, "className"),
        Input(ids.URL, "search"),
        Input(ids.REPORT_PICK, "searchValue"),
    )
    def offer_reports(search: str, typed: str | None) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        offered = reports_offered(dataset, typed or "", report_of(view, dataset))
        return offered, "" if len(dataset.reports) > 1 else "gone"

    @app.callback(
        Output(light_id(ids.TOTALS), "data"),
        Output(ids.TOTALS_TAB, "children"),
        Output(light_id(ids.UNREAD), "data"),
        Output(ids.UNREAD_TAB, "children"),
        Input(ids.URL, "search"),
    )
    def list_left_out(search: str) -> tuple[object, ...]:
        view, left = view_of(search), left_out(load())
        return (
            light(totals_list(left, view)) if view.tab == "totals" else [],
            f"Running totals ({len(left.totals):,})",
            light(others_list(left, view)) if view.tab == "unread" else [],
            f"Not read ({len(left.others):,})",
        )


def _version() -> str:
    try:
        return version("conflict-timeline")
    except PackageNotFoundError:
        return ""

"""The report tab: which report is shown, and its text with each time phrase one click from its event."""

from dataclasses import replace

import dash_mantine_components as dmc
from dash import Input, Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.kinds import is_text
from dashboard.app.links import aria
from dashboard.app.part import Answer, Control, PagePart
from dashboard.app.plots import REACHED
from dashboard.app.shown_report import REPORT, report_of
from dashboard.app.tabs.report_text import report
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.say import say, to_say

REPORT_PICK = "report-pick"
REPORT_PICKED = "report-picked"

_MOST_OFFERED, _LONGEST_NAME = 50, 90


def reports_offered(dataset: Dataset, typed: str, shown: str) -> list[dict[str, str]]:
    """The reports to choose from, at most 50: those whose name or address holds what was typed, and the one shown."""
    reports = dataset.reports
    names = reports["title"].where(reports["title"] != "", reports["url"])
    names = names.where(names != "", reports["report_id"])
    wanted = typed.strip().casefold()
    at = names.str.casefold().str.contains(wanted, regex=False) | reports["url"].str.casefold().str.contains(
        wanted, regex=False
    )
    is_shown = reports["report_id"] == shown
    if wanted and names[is_shown].str.slice(stop=_LONGEST_NAME).str.casefold().eq(wanted).any():
        at |= True  # the box holds the name of the report shown: nothing was typed
    few = [*reports.index[is_shown], *reports.index[at & ~is_shown][: _MOST_OFFERED - 1]]
    chosen = zip(reports["report_id"].loc[few], names.loc[few], strict=True)
    return [{"value": str(key), "label": str(name)[:_LONGEST_NAME]} for key, name in chosen]


def _pick() -> list[Component]:
    pick = dmc.Select(
        id=REPORT_PICK,
        data=[],
        allowDeselect=False,
        searchable=True,
        searchValue="",  # else it says so itself, with a question, as soon as it is there
        withScrollArea=False,
        attributes=REACHED,
        # the server has found what is typed among all reports: whatever it sends is shown
        filter={"function": "anyOption"},
        size="xs",
        className="pick",
        **aria(label=say("Report")),
    )
    return [html.Div(pick, id=REPORT_PICKED, className="gone")]


def _shown(view: View, dataset: Dataset) -> list[Component]:
    return report(dataset, report_of(view, dataset), view)


def _offered(view: View, dataset: Dataset, typed: str | None) -> tuple[object, ...]:
    if view.tab != REPORT:
        return no_update, no_update
    offered = reports_offered(dataset, typed or "", report_of(view, dataset))
    return offered, "" if len(dataset.reports) > 1 else "gone"


def _picked(view: View, dataset: Dataset) -> str | None:
    """The report shown, once the tab is open: the box looks for what stands in it."""
    return (report_of(view, dataset) or None) if view.tab == REPORT else None


TAB = Tab(
    REPORT,
    to_say("Report"),
    shown=_shown,
    above=_pick,
    part=PagePart(
        answers=(
            Answer(
                (Output(REPORT_PICK, "data"), Output(REPORT_PICKED, "className")),
                _offered,
                (Input(REPORT_PICK, "searchValue"),),
            ),
        ),
        controls=(
            Control(
                REPORT_PICK,
                "value",
                is_text,
                _picked,
                lambda view, key, _: replace(view, report=key or ""),
                alone=True,
            ),
        ),
        kinds={(REPORT_PICK, "searchValue"): is_text},
    ),
)

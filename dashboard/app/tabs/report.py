"""The report tab: which report is shown, and its text with each time phrase one click from its event."""

from dataclasses import replace

from dash import Input, Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.kinds import is_text
from dashboard.app.links import aria
from dashboard.app.own import Kept, ListBox
from dashboard.app.part import Answer, Control, PagePart
from dashboard.app.shown_report import REPORT, report_of
from dashboard.app.tabs.report_text import report
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.say import say, to_say

REPORT_PICK = "report-pick"
REPORT_PICKED = "report-picked"
REPORT_TYPED = "report-typed"

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
    few = [*reports.index[is_shown], *reports.index[at & ~is_shown][: _MOST_OFFERED - 1]]
    chosen = zip(reports["report_id"].loc[few], names.loc[few], strict=True)
    return [{"value": str(key), "label": str(name)[:_LONGEST_NAME]} for key, name in chosen]


def _pick() -> list[Component]:
    label = aria(label=say("Report"))
    pick = ListBox(id=REPORT_PICK, data=[], searched=True, found=True, className="pick", **label)
    # what a person types, as assets/report_pick.js says it: the box's own word for it changes with every answer, too
    return [html.Div(pick, id=REPORT_PICKED, className="gone"), Kept(id=REPORT_TYPED)]


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
                (Input(REPORT_TYPED, "data"),),
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
                settles=True,  # told with the reports it is one of: else the box finds that it is none of them, and says so
            ),
        ),
        kinds={(REPORT_TYPED, "data"): is_text},
    ),
)

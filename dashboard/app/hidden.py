"""What is hidden: events that a person rejected or deleted, counted in a line, a click from being seen. Nothing is gone."""

from dataclasses import replace

from dash import Output, html
from dash.development.base_component import Component

from dashboard.app.case import Case
from dashboard.app.light import light
from dashboard.app.links import link
from dashboard.app.own import Drawn
from dashboard.app.part import Answer, PagePart
from dashboard.app.url import View
from dashboard.store import Deleted
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.table.filters import Selection, rejected_left_out, wanted
from dashboard.wording.say import say, so_many

HIDDEN = "hidden-ones"
_REVIEW_TAB = "review"


def hidden_part() -> list[Component]:
    """Where it is said what is hidden."""
    return [Drawn(id=HIDDEN, className=HIDDEN, role="status")]


def deleted_of(case: Case, dataset: Dataset) -> tuple[Deleted, ...]:
    """The events of a case that a person deleted, the latest first; asked once for each state of the case."""
    store = case.store
    return () if store is None else dataset.once.of("deleted", store.deleted)


def shown_of(view: View, dataset: Dataset) -> int:
    """How many events there are to choose from: those that were rejected count where they are asked for."""
    selection = view.selection
    too = selection.rejected or ReviewStatus.REJECTED in selection.reviews
    return len(wanted(dataset.index, Selection(rejected=too)))


def hidden(view: View, dataset: Dataset, deleted: int = 0) -> list[Component]:
    """How many rejected and deleted events are hidden, and clicks that show them; or the click that hides them again."""
    return [*_rejected(view, dataset), *_deleted(view, deleted)]


def offered(view: View, dataset: Dataset) -> list[Component]:
    """A button that shows the rejected events, for a view in which nothing else is left."""
    count = rejected_left_out(dataset.index, view.selection)
    words = so_many("Show the {count} that was rejected", "Show the {count} that were rejected", count)
    return [link(words, view.choosing(rejected=True), look="button")] if count else []


def _rejected(view: View, dataset: Dataset) -> list[Component]:
    count = rejected_left_out(dataset.index, view.selection)
    if count:
        said = html.Span(
            so_many("{count} rejected is hidden:", "{count} rejected are hidden:", count), className="hint"
        )
        return [said, link(say("show"), view.choosing(rejected=True), look="quiet")]
    if not view.selection.rejected or view.selection.reviews:
        return []
    shown = len(wanted(dataset.index, view.choosing(reviews=(ReviewStatus.REJECTED,)).selection))
    if not shown:
        return []
    said = html.Span(
        so_many("{count} rejected is shown:", "{count} rejected are shown:", shown), className="hint"
    )
    return [said, link(say("hide"), view.choosing(rejected=False), look="quiet")]


def _deleted(view: View, count: int) -> list[Component]:
    if not count or view.tab == _REVIEW_TAB:
        return []
    said = html.Span(so_many("{count} deleted:", "{count} deleted:", count), className="hint")
    return [said, link(say("list"), replace(view, tab=_REVIEW_TAB, split=view.split or None), look="quiet")]


def _listed(view: View, dataset: Dataset, case: Case) -> object:
    return light(hidden(view, dataset, len(deleted_of(case, dataset))))


PART = PagePart(
    answers=(
        Answer(
            (Output(HIDDEN, "data"),),
            _listed,
            of_case=True,
        ),
    ),
)

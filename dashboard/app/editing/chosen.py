"""Which events a change is of: those that were named, or all that the view shows; and whether they are still there."""

from dataclasses import replace

from dashboard.app.case import Case
from dashboard.app.editing.wording import events_in_words, words_of
from dashboard.app.hidden import deleted_of
from dashboard.app.part import Deed
from dashboard.errors import EditError
from dashboard.table.filters import wanted

MOST_AT_ONCE = 5_000
"""Events in one edit of the page: more are done at the terminal, where one can wait."""


def named_ids(deed: Deed) -> list[str]:
    """The events that were named; raises EditError for none, or for more than are changed at once."""
    ids: list[str] = list(dict.fromkeys(deed.said.get("ids") or ()))
    if not ids:
        msg = "choose an event first"
        raise EditError(msg)
    if len(ids) > MOST_AT_ONCE:
        msg = f"{len(ids):,} events are more than the {MOST_AT_ONCE:,} that are changed at once; narrow the view"
        raise EditError(msg)
    return ids


def still_there(case: Case, deed: Deed) -> list[str]:
    """The events that are to be changed, as wanted; raises EditError where somebody deleted one of them meanwhile."""
    ids, dataset = chosen(deed), case.dataset()
    missing = set(ids) - set(dataset.events.loc[dataset.events["event_id"].isin(ids), "event_id"])
    if missing:
        gone = next((each for each in deleted_of(case, dataset) if each.event_id in missing), None)
        why = (
            f"was deleted by {gone.edit.who or 'somebody'}; the tab Review brings it back"
            if gone
            else "is there no more: somebody joined it with another, or took its report out"
        )
        named = words_of(deed.dataset, next(iter(missing)))
        msg = f"{named}: {why}; nothing was changed"
        raise EditError(msg)
    return ids


def chosen(deed: Deed) -> list[str]:
    """The events that were named, or all that the view shows where those are wanted and as many as were seen."""
    if not deed.said.get("all"):
        return named_ids(deed)
    rows = wanted(deed.dataset.index, deed.view.selection)
    seen = deed.said.get("count")
    if seen is not None and seen != len(rows):
        msg = f"the view shows {events_in_words(len(rows))} now, not {seen:,}; look again, then save"
        raise EditError(msg)
    ids = rows.first(MOST_AT_ONCE + 1).frame()["event_id"].tolist()
    return named_ids(replace(deed, said={**deed.said, "ids": ids}))

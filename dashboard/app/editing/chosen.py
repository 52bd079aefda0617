"""Which events a change is of: those that were named, or all that the view shows; and whether they are still there."""

from dataclasses import replace

from dashboard.app.case import Case
from dashboard.app.editing.wording import events_in_words, words_of
from dashboard.app.hidden import deleted_of
from dashboard.app.part import Deed
from dashboard.errors import EditError
from dashboard.table.filters import wanted
from dashboard.wording.say import say

MOST_AT_ONCE = 5_000
"""Events in one edit of the page: more are done at the terminal, where one can wait."""


def named_ids(deed: Deed) -> list[str]:
    """The events that were named; raises EditError for none, or for more than are changed at once."""
    ids: list[str] = list(dict.fromkeys(deed.said.get("ids") or ()))
    if not ids:
        msg = say("choose an event first")
        raise EditError(msg)
    if len(ids) > MOST_AT_ONCE:
        msg = say(
            "{count} events are more than the {most} that are changed at once; narrow the view",
            count=len(ids),
            most=MOST_AT_ONCE,
        )
        raise EditError(msg)
    return ids


def still_there(case: Case, deed: Deed) -> list[str]:
    """The events that are to be changed, as wanted; raises EditError where somebody deleted one of them meanwhile."""
    ids, dataset = chosen(deed), case.dataset()
    missing = set(ids) - set(dataset.events.loc[dataset.events["event_id"].isin(ids), "event_id"])
    if missing:
        gone = next((each for each in deleted_of(case, dataset) if each.event_id in missing), None)
        named = words_of(deed.dataset, next(iter(missing)))
        msg = (
            say(
                "{event}: was deleted by {who}; the tab Review brings it back; nothing was changed",
                event=named,
                who=gone.edit.who or say("somebody"),
            )
            if gone
            else say(
                "{event}: is there no more: somebody joined it with another, or took its report out; nothing was changed",
                event=named,
            )
        )
        raise EditError(msg)
    return ids


def only_one(case: Case, deed: Deed) -> str:
    """The event that was named; raises EditError for several."""
    ids = still_there(case, deed)
    if len(ids) > 1:
        msg = say("choose one event: this is done to one at a time")
        raise EditError(msg)
    return ids[0]


def chosen(deed: Deed) -> list[str]:
    """The events that were named, or all that the view shows where those are wanted and as many as were seen."""
    if not deed.said.get("all"):
        return named_ids(deed)
    rows = wanted(deed.dataset.index, deed.view.selection)
    seen = deed.said.get("count")
    if seen is not None and seen != len(rows):
        msg = say(
            "the view shows {events} now, not {seen}; look again, then save",
            events=events_in_words(len(rows)),
            seen=seen,
        )
        raise EditError(msg)
    ids = rows.first(MOST_AT_ONCE + 1).frame()["event_id"].tolist()
    return named_ids(replace(deed, said={**deed.said, "ids": ids}))

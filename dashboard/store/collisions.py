"""Two people at one event: an edit held against what others did since the revision it is made upon."""

from collections.abc import Mapping

from dashboard.errors import ConflictError
from dashboard.store.current import Current
from dashboard.store.edits import WHOLE_EVENT, Change, Draft, Edit, EditKind


def must_not_collide(now: Current, event_id: str, draft: Draft, upon: int) -> None:
    """Raise ConflictError where somebody changed the same of an event after that revision."""
    mine = {change.field: change for change in draft.changes if change.subject == event_id}
    for edit in now.about[event_id]:
        if edit.revision > upon:
            theirs = _collision(edit, mine, whole=draft.kind in WHOLE_EVENT)
            if theirs:
                raise _conflict(now, event_id, edit, theirs, mine, draft.kind)


def _collision(edit: Edit, mine: Mapping[str, Change], *, whole: bool) -> str:
    """The field that both concern; empty where they do not meet."""
    if whole or edit.kind in WHOLE_EVENT:
        return next(iter(mine), str(edit.kind))
    return next((change.field for change in edit.changes if change.field in mine), "")


def _conflict(
    now: Current, event_id: str, edit: Edit, name: str, mine: Mapping[str, Change], kind: EditKind
) -> ConflictError:
    revision = max(each.revision for each in now.about[event_id])
    own = mine[name].after if name in mine else str(kind)
    theirs = next((change.after for change in edit.changes if change.field == name and edit.holds), None)
    who = edit.undone_by if edit.undone_as else edit.who
    what = (
        f"{name} was {'undone' if edit.undone_as else f'set to {theirs!r}'}"
        if theirs is not None
        else f"it was edited ({edit.kind})"
    )
    msg = (
        f"{event_id}: in between {what} by {who or 'somebody'} (edit {edit.number}: {edit.because or 'no reason told'}); yours is {own!r}; "
        f"nothing was written; look at both, and say it again upon revision {revision}"
    )
    return ConflictError(
        msg,
        event_id=event_id,
        field=name,
        theirs=theirs,
        mine=own,
        revision=revision,
        who=who,
        because="" if edit.undone_as else edit.because,
    )

"""Two people at one event, in the page's own words: who set what meanwhile, and what the second may do about it."""

from collections.abc import Mapping

from dashboard.app.editing.labels import WHOLE, label_of
from dashboard.app.part import Done
from dashboard.errors import ConflictError
from dashboard.wording.say import say


def in_conflict(error: ConflictError, typed: Mapping[str, str]) -> Done:
    """What is said beside the box that both set, and what the script needs to offer both values."""
    box = WHOLE.get(error.field, error.field)
    name = box if box in typed else error.field
    whole = error.theirs is None
    both = {
        "field": name,
        "theirs": error.theirs,
        "mine": typed.get(name, error.mine),
        "upon": error.revision,
        "whole": whole,
    }
    return Done(errors={name: _words(error, name, whole=whole)}, extra={"conflict": both})


def _words(error: ConflictError, name: str, *, whole: bool) -> str:
    who, because = error.who or say("Somebody"), f" (“{error.because}”)" if error.because else ""
    if whole:
        return say(
            "{who} changed this event meanwhile{because}. Nothing of yours is saved yet: look at it, then choose.",
            who=who, because=because,
        )  # fmt: skip
    return say(
        "{who} set {field} to {value} meanwhile{because}. Nothing of yours is saved yet: choose what holds.",
        who=who, field=label_of(name), value=str(error.theirs), because=because,
    )  # fmt: skip

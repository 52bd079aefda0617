"""Changes: what a person wants done with the case, carried out, and told where she is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, Self

from dash import no_update

from dashboard.app.address import view_of
from dashboard.app.case import Case, now
from dashboard.app.editing.conflict import in_conflict
from dashboard.app.links import href
from dashboard.app.part import Deed, Done, PagePart, Verb
from dashboard.app.sent import LONGEST, longest, plain
from dashboard.errors import ConflictError, RevisionError, TimelineError, UndoneError
from dashboard.wording.retold import retold
from dashboard.wording.say import say, term, to_say

VERB, BY, TURN = "verb", "by", "turn"
"""What every wish says beside its values: what is to be done, who wants it, and a word of the browser's own for it."""
_LONGEST_NAME = 80
_NOT_YOURS = to_say("only somebody who is {role} may do this")
_REASONLESS = to_say("say why: the reason is kept in the history")
_NAMELESS = to_say("say who you are: your name is kept with what you correct")
_UNDONE = to_say("this is undone already: the history says by whom")
_OTHERWISE = to_say(
    "this event is no longer what you saw: load the page again, nothing of yours is saved yet"
)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a person may change, by name."""

    verbs: Mapping[str, Verb]

    @classmethod
    def of(cls, parts: Iterable[PagePart]) -> Self:
        """The changes of all parts together."""
        return cls({each.name: each for part in parts for each in part.changes})

    def is_wish(self, value: Any) -> bool:
        """Whether it is something that may be wanted: a verb that is known, with values of its kinds."""
        if not isinstance(value, dict) or not all(
            isinstance(value.get(each), str) for each in (VERB, BY, TURN)
        ):
            return False
        verb = self.verbs.get(value[VERB])
        said = value.keys() - {VERB, BY, TURN}
        return (
            verb is not None
            and said <= verb.takes.keys()
            and all(verb.takes[name](value[name]) for name in said)
        )

    def carried_out(self, case: Case, wish: Mapping[str, Any], search: str) -> dict[str, object]:
        """What became of a wish, whether the page is to be drawn anew, and the address it goes to."""
        done = self._done(case, plain(wish), search)
        told = {
            "verb": wish[VERB],
            "turn": wish[TURN],
            "message": done.message,
            "numbers": done.numbers or ([done.number] if done.number else []),
            "errors": dict(done.errors),
            **done.extra,
        }
        failed = bool(done.errors)
        view = done.view
        return {
            "done": told,
            "changed": no_update if failed else token_hex(8),
            "search": no_update if failed or view is None or view == view_of(search) else href(view),
        }

    def _done(self, case: Case, wish: Mapping[str, Any], search: str) -> Done:
        store, by = case.store, case.name_of(wish[BY])[:_LONGEST_NAME]
        verb = self.verbs[wish[VERB]]
        errors = _refused(case, verb, by, str(wish.get("because") or "")) or _too_long(wish)
        if errors or store is None:
            return Done(errors=errors)
        try:
            return verb.done(case, store, Deed(wish, by, now(), view_of(search), case.dataset()))
        except ConflictError as error:
            return in_conflict(error, wish.get("fields") or {})
        except UndoneError:
            return Done(errors={"": say(_UNDONE)})
        except RevisionError:
            return Done(errors={"": say(_OTHERWISE)})
        except TimelineError as error:
            return Done(errors={"": retold(str(error))})


def _too_long(wish: Mapping[str, Any]) -> dict[str, str]:
    """Which text is longer than is kept, by its field."""
    long = next((name for name, said in wish.items() if longest(said) > LONGEST), "")
    if not long:
        return {}
    msg = say(
        "a text of {count} characters is too long to be kept: {most} at most",
        count=longest(wish[long]),
        most=LONGEST,
    )
    return {long if long == "because" else "": msg}


def _refused(case: Case, verb: Verb, by: str, because: str) -> dict[str, str]:
    """Why it is not done at all, by the field where that is shown; empty where it may be."""
    if case.store is None:
        return {"": case.only_shown}
    if not case.may(verb.needs):
        return {"": say(_NOT_YOURS, role=term(verb.needs))}
    if not by:
        return {BY: say(_NAMELESS)}
    return {"because": say(_REASONLESS)} if verb.reasoned and not because.strip() else {}

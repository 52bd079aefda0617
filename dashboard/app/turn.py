"""A turn, in two steps: where a touch leads, which is known at once, and what of the page is otherwise there.

Were both one answer, whoever clicks again while a chart is being drawn would start from the address of before. The
address the page was last drawn for comes back with every question, so that only those parts are drawn anew that heed
what has changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from dash import Input, State, no_update

from dashboard.app.address import view_of
from dashboard.app.browser import CHANGED, URL
from dashboard.app.case import Case
from dashboard.app.controls import Taken, shown, taken, typed, written
from dashboard.app.links import href
from dashboard.app.part import Answer, Control, Gesture, PagePart
from dashboard.app.url import View
from dashboard.table import Dataset

_ADDRESS = f"{URL}.search"
_CASE = f"{CHANGED}.data"


@dataclass(frozen=True, slots=True)
class Told:
    """What the browser says: the address, the one the page was drawn for (None at first), every value, and which were touched.

    Values go by the name of their part and property; those touched as Dash writes them, ``part.property``.
    """

    search: str
    before: str | None
    values: Mapping[str, Any]
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """All that the page listens to and answers with."""

    controls: Mapping[str, Control]
    gestures: tuple[Gesture, ...]
    answers: tuple[Answer, ...]

    @classmethod
    def of(cls, parts: Iterable[PagePart]) -> Self:
        """The turn of all parts together."""
        parts = tuple(parts)
        return cls(
            {each.part: each for part in parts for each in part.controls},
            tuple(each for part in parts for each in part.gestures),
            tuple(each for part in parts for each in part.answers),
        )

    @property
    def touches(self) -> tuple[Input, ...]:
        """What a person may touch: controls, and parts that a gesture is made on."""
        said = [Input(part, each.prop) for part, each in self.controls.items()]
        return (*said, *(Input(each.part, each.prop) for each in self.gestures))

    @property
    def more(self) -> tuple[Input | State, ...]:
        """What answers want to know beside the view, each once."""
        return tuple({named(each): each for answer in self.answers for each in answer.more}.values())

    def steered(self, told: Told, dataset: Dataset) -> dict[str, object]:
        """The address after a touch, and what the controls then say; no_update where it stays as it is."""
        after = self._after(told, dataset)
        return {
            "search": no_update if view_of(told.search) == after.view else href(after.view),
            "controls": dict.fromkeys(self.controls, no_update) | dict(after.settled),
            "errors": {
                part: self._error(part, told, after) for part, each in self.controls.items() if each.refuses
            },
        }

    def answered(self, told: Told, dataset: Dataset, case: Case) -> dict[str, object]:
        """What the page shows at an address, part by part; no_update where it stays as it is."""
        view = view_of(told.search)
        answers = [self._filled(each, told, view, dataset, case) for each in self.answers]
        return {"shown": told.search, "answers": answers}

    def _after(self, told: Told, dataset: Dataset) -> Taken:
        """The view after what was touched, and what the controls say that are otherwise in it."""
        view = view_of(told.search)
        said = {part: told.values[named(Input(part, each.prop))] for part, each in self.controls.items()}
        touched = [part for part, each in self.controls.items() if f"{part}.{each.prop}" in told.touched]
        if _is_new(told):
            view = self._with_typed(view, told, said, dataset)
            return Taken(view, _otherwise(shown(view, dataset, self.controls), said))
        moved = [each for each in self.gestures if f"{each.part}.{each.prop}" in told.touched]
        if not touched and not moved:
            return Taken(view, {})
        after = taken(view, dataset, self.controls, said, touched)
        if not moved:
            return after
        view = after.view
        for each in moved:
            view = each.after(view, told.values[named(Input(each.part, each.prop))], dataset)
        return Taken(view, _otherwise(shown(view, dataset, self.controls), said), after.trouble)

    def _with_typed(self, view: View, told: Told, said: Mapping[str, Any], dataset: Dataset) -> View:
        """A link that leaves the window as it was keeps what was typed just before it was clicked."""
        before = view_of(told.before or "")
        is_moved = (view.window, view.whole) != (before.window, before.whole)
        if told.before is None or _CASE in told.touched or is_moved:
            return view
        return typed(view, dataset, written(before, dataset, self.controls, said), said)[0]

    def _error(self, part: str, told: Told, after: Taken) -> str:
        return after.trouble if f"{part}.{self.controls[part].prop}" in told.touched else ""

    def _filled(
        self, answer: Answer, told: Told, view: View, dataset: Dataset, case: Case
    ) -> Sequence[object]:
        """What one part shows; nothing new where neither what it heeds of the view nor its own inputs changed."""
        own = any(isinstance(each, Input) and _id(each) in told.touched for each in answer.more)
        if told.before is not None and not own and answer.heeds(view_of(told.before)) == answer.heeds(view):
            return [no_update] * len(answer.fills)
        given = answer.given(
            view,
            dataset,
            *((case,) if answer.of_case else ()),
            *(told.values[named(each)] for each in answer.more),
        )
        return [given] if len(answer.fills) == 1 else list(given)  # type: ignore[call-overload]  # as many as it fills


def named(part: Input | State) -> str:
    """A part's property as the name of an argument.

    >>> named(Input("window-from", "value"))
    'window_from__value'
    """
    return _id(part).replace("-", "_").replace(".", "__")


def _id(part: Input | State) -> str:
    return f"{part.component_id}.{part.component_property}"


def _is_new(told: Told) -> bool:
    """Whether the address itself changed, by Back, a link or a first visit, or the case did: controls then follow."""
    return not told.touched or _ADDRESS in told.touched or _CASE in told.touched


def _otherwise(shows: Mapping[str, object], said: Mapping[str, Any]) -> dict[str, object]:
    return {part: value for part, value in shows.items() if value != said[part]}

"""A turn: where a touch leads, and what of the page is then otherwise.

The address the page was last drawn for comes back with every question, so that only those parts are drawn anew that heed
what has changed. What was touched since the last answer is told together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Self, cast

from dash import Input, Output, State, no_update

from dashboard.app.address import view_of
from dashboard.app.browser import CHANGED, SCREEN, SHOWN, URL
from dashboard.app.case import Case
from dashboard.app.controls import Taken, shown, taken, typed, written
from dashboard.app.links import href
from dashboard.app.part import Answer, Control, Gesture, PagePart, named
from dashboard.app.url import View, search_of
from dashboard.table import Dataset

_ADDRESS = f"{URL}.search"
_CASE = f"{CHANGED}.data"
_SCREEN = Input(SCREEN, "data")

Filled = tuple[str, str]
"""A part of the page, and the property of it that is filled."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the browser says: the address, the one the page was drawn for (None at first), every value, and which were touched.

    Values go by the name of their part and property; those touched as Dash writes them, ``part.property``. What is drawn
    ``holds`` while the case is as it was then.
    """

    search: str
    before: str | None
    values: Mapping[str, Any]
    touched: frozenset[str]
    holds: bool = True


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

    def turned(self, told: Told, dataset: Dataset, case: Case) -> dict[str, object]:
        """The page after a touch: its address, what the controls say, and what every part shows; no_update where it stays."""
        after = self._after(told, dataset)
        view = after.view
        return {
            "search": no_update if view_of(told.search) == view else href(view),
            "controls": dict.fromkeys(self.controls, no_update) | dict(after.settled),
            "errors": {
                part: self._error(part, told, after) for part, each in self.controls.items() if each.refuses
            },
            "shown": search_of(view),
            "answers": [self._filled(each, told, view, dataset, case) for each in self.answers],
        }

    def first(
        self, search: str, screen: object, dataset: Dataset, case: Case
    ) -> Iterator[tuple[Filled, object]]:
        """What every part of the page shows at first: part, property and value."""
        said = {named(each): None for each in (*self.touches, *self.more)} | {named(_SCREEN): screen}
        turned = self.turned(Told(search, None, said, frozenset()), dataset, case)
        for part, value in cast(dict[str, object], turned["controls"]).items():
            yield (part, self.controls[part].prop), value
        for answer, values in zip(self.answers, cast(list[list[object]], turned["answers"]), strict=True):
            yield from zip(map(_place, answer.fills), values, strict=True)
        yield (SHOWN, "data"), turned["shown"]

    def _after(self, told: Told, dataset: Dataset) -> Taken:
        """The view after what was touched, and what the controls say that are otherwise in it."""
        view = view_of(told.search)
        said = {part: told.values[named(Input(part, each.prop))] for part, each in self.controls.items()}
        touched = [part for part, each in self.controls.items() if f"{part}.{each.prop}" in told.touched]
        moved = [each for each in self.gestures if f"{each.part}.{each.prop}" in told.touched]
        is_led = _ADDRESS in told.touched  # by Back or a link: the controls still say what was before
        is_other = is_led or _CASE in told.touched
        if told.before is None or not told.touched or (is_other and not touched and not moved):
            view = self._with_typed(view, told, said, dataset)
            return Taken(view, _otherwise(shown(view, dataset, self.controls), said))
        if not touched and not moved:
            return Taken(view)
        before = shown(view, dataset, self.controls) if is_other else said
        meant = before | {part: said[part] for part in touched}
        after = taken(view, dataset, self.controls, meant, touched)
        if not moved and not is_other:
            return after
        view = reduce(lambda now, each: each.after(now, told.values[each.name], dataset), moved, after.view)
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
        if (
            told.before is not None
            and told.holds
            and not own
            and answer.heeds(view_of(told.before)) == answer.heeds(view)
        ):
            return [no_update] * len(answer.fills)
        given = answer.given(
            view,
            dataset,
            *((case,) if answer.of_case else ()),
            *(told.values[named(each)] for each in answer.more),
        )
        return [given] if len(answer.fills) == 1 else list(given)  # type: ignore[call-overload]  # as many as it fills


def _id(part: Input | State) -> str:
    return f"{part.component_id}.{part.component_property}"


def _place(output: Output) -> Filled:
    return str(output.component_id), output.component_property


def _otherwise(shows: Mapping[str, object], said: Mapping[str, Any]) -> dict[str, object]:
    return {part: value for part, value in shows.items() if value != said[part]}

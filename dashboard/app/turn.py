"""A turn: where a touch leads, and what of the page is then otherwise.

The address the page was last drawn for comes back with every question, so that only those parts are drawn anew that heed
what has changed. What was touched since the last answer is told together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Self, cast

from dash import Input, Output, State, no_update

from dashboard.app.address import view_of
from dashboard.app.browser import CHANGED, SCREEN, SHOWN, URL
from dashboard.app.case import Case
from dashboard.app.controls import Taken, shown, taken
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

    Values go by the name of their part and property; those touched as Dash writes them, ``part.property``.
    """

    search: str
    before: str | None
    values: Mapping[str, Any]
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Touched:
    """The view after all that was touched, what controls then say, and what is wrong with what was typed, by part."""

    view: View
    settled: Mapping[str, object] = field(default_factory=dict)
    troubles: Mapping[str, str] = field(default_factory=dict)

    def then(self, part: str, after: Taken) -> Self:
        """With another control touched."""
        trouble = {part: after.trouble} if after.trouble else {}
        return replace(
            self,
            view=after.view,
            settled={**self.settled, **after.settled},
            troubles={**self.troubles, **trouble},
        )


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
                part: after.troubles.get(part, "") for part, each in self.controls.items() if each.refuses
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

    def _after(self, told: Told, dataset: Dataset) -> Touched:
        """The view after what was touched, and what the controls say that are otherwise in it."""
        view = view_of(told.search)
        said = {part: told.values[named(Input(part, each.prop))] for part, each in self.controls.items()}
        if _is_new(told):
            return Touched(view, _otherwise(shown(view, dataset, self.controls), said))
        touched = [part for part, each in self.controls.items() if f"{part}.{each.prop}" in told.touched]
        is_led = _ADDRESS in told.touched  # by Back or a link: the controls still say what was before
        meant = (
            shown(view, dataset, self.controls) | {part: said[part] for part in touched} if is_led else said
        )
        steps = reduce(
            lambda now, part: now.then(part, taken(now.view, dataset, self.controls, meant, part)),
            touched,
            Touched(view),
        )
        moved = [each for each in self.gestures if f"{each.part}.{each.prop}" in told.touched]
        if not moved and not is_led:
            return steps
        view = reduce(lambda now, each: each.after(now, told.values[each.name], dataset), moved, steps.view)
        settled = _otherwise(shown(view, dataset, self.controls), said)
        kept = {part: value for part, value in settled.items() if part not in steps.troubles}
        return replace(steps, view=view, settled=kept)

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


def _id(part: Input | State) -> str:
    return f"{part.component_id}.{part.component_property}"


def _is_new(told: Told) -> bool:
    """Whether nothing of it was drawn yet, or the case is another: controls then follow the address."""
    return told.before is None or not told.touched or _CASE in told.touched


def _place(output: Output) -> Filled:
    return str(output.component_id), output.component_property


def _otherwise(shows: Mapping[str, object], said: Mapping[str, Any]) -> dict[str, object]:
    return {part: value for part, value in shows.items() if value != said[part]}

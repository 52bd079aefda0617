"""Controls and the view: what a person sets makes another view, and a view says what every control shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from dashboard.app.part import Control
from dashboard.app.url import View
from dashboard.errors import DateError, SelectionError
from dashboard.table import Dataset
from dashboard.wording.retold import retold


@dataclass(frozen=True, slots=True)
class Taken:
    """The view after a control was touched, what other controls then say, and what is wrong with what was typed, if anything."""

    view: View
    settled: Mapping[str, object] = field(default_factory=dict)
    trouble: str = ""


def shown(view: View, dataset: Dataset, controls: Mapping[str, Control]) -> dict[str, object]:
    """What each control says for a view."""
    return {part: each.shown(view, dataset) for part, each in controls.items()}


def taken(
    view: View,
    dataset: Dataset,
    controls: Mapping[str, Control],
    said: Mapping[str, Any],
    touched: Collection[str],
) -> Taken:
    """What becomes of a view when these controls are touched, and all others stand as they are."""
    always = (each for each in controls.values() if not each.alone)
    steered = reduce(lambda now, each: each.taken(now, said[each.part], dataset), always, view)
    after, trouble = typed(steered, dataset, written(view, dataset, controls, said, touched), said, touched)
    then = {part: each.shown(after, dataset) for part, each in controls.items() if each.settles}
    settled = {
        part: value
        for part, value in then.items()
        if value != said[part] and not (trouble and part in touched)
    }
    return Taken(after, settled, trouble)


def written(
    view: View,
    dataset: Dataset,
    controls: Mapping[str, Control],
    said: Mapping[str, Any],
    touched: Collection[str] = (),
) -> list[Control]:
    """The controls that count alone and are touched, and the boxes that say other words than the view: typed just before."""
    return [
        each
        for each in controls.values()
        if each.alone and (each.part in touched or (each.refuses and _differs(each, view, dataset, said)))
    ]


def typed(
    view: View,
    dataset: Dataset,
    controls: Collection[Control],
    said: Mapping[str, Any],
    touched: Collection[str] = (),
) -> tuple[View, str]:
    """The view with what was typed, as far as it can be read, and what is wrong with it where it was touched."""
    trouble = ""
    for each in controls:
        try:
            view = each.taken(view, said[each.part], dataset)
        except (DateError, SelectionError) as error:
            trouble = retold(str(error)) if each.part in touched else trouble
    return view, trouble


def _differs(control: Control, view: View, dataset: Dataset, said: Mapping[str, Any]) -> bool:
    return (said[control.part] or "") != control.shown(view, dataset)

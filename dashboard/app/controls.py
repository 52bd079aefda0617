"""Controls and the view: what a person sets makes another view, and a view says what every control shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from dashboard.app.part import Control
from dashboard.app.url import View
from dashboard.errors import DateError, SelectionError
from dashboard.table import Dataset


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
    view: View, dataset: Dataset, controls: Mapping[str, Control], said: Mapping[str, Any], touched: str
) -> Taken:
    """What becomes of a view when one control is touched, and all others stand as they are."""
    after, trouble = _steered(view, dataset, controls.values(), said, touched)
    then = {part: each.shown(after, dataset) for part, each in controls.items() if each.settles}
    settled = {
        part: value
        for part, value in then.items()
        if value != said[part] and not (trouble and part == touched)
    }
    return Taken(after, settled, trouble)


def _steered(
    view: View, dataset: Dataset, controls: Iterable[Control], said: Mapping[str, Any], touched: str
) -> tuple[View, str]:
    """The view with every control's value, and what is wrong with the value of the one that was touched."""
    last = [each for each in controls if each.alone and each.part == touched]
    always = [each for each in controls if not each.alone]
    after = reduce(lambda now, each: each.taken(now, said[each.part], dataset), always, view)
    try:
        return reduce(lambda now, each: each.taken(now, said[each.part], dataset), last, after), ""
    except (DateError, SelectionError) as error:
        return after, str(error)

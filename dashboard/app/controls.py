"""Controls and the address: what a person sets goes into the address, and Back sets the controls again.

One callback is both: Dash lets a callback read and write the same parts, and only so is there no race
between a quick second click and the answer to the first.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from dash import Dash, Input, Output, ctx, no_update

from dashboard.app.address import view_of
from dashboard.app.browser import URL
from dashboard.app.links import href
from dashboard.app.part import Control, Load
from dashboard.app.url import View
from dashboard.errors import DateError, SelectionError
from dashboard.table import Dataset


def wire_controls(app: Dash, load: Load, controls: Mapping[str, Control]) -> None:
    """The callback between controls and address."""

    @app.callback(
        output={
            "search": Output(URL, "search"),
            "controls": {part: Output(part, each.prop) for part, each in controls.items()},
            "errors": {part: Output(part, "error") for part, each in controls.items() if each.refuses},
        },
        inputs={
            "search": Input(URL, "search"),
            "said": {part: Input(part, each.prop) for part, each in controls.items()},
        },
    )
    def steer(search: str, said: dict[str, Any]) -> dict[str, object]:
        view, dataset = view_of(search), load()
        if ctx.triggered_id in (None, URL) or len(ctx.triggered_prop_ids) > 1:
            return _answer(no_update, shown(view, dataset, controls), controls)
        return taken(view, dataset, controls, said, str(ctx.triggered_id))


def shown(view: View, dataset: Dataset, controls: Mapping[str, Control]) -> dict[str, object]:
    """What each control says for a view."""
    return {part: each.shown(view, dataset) for part, each in controls.items()}


def taken(
    view: View, dataset: Dataset, controls: Mapping[str, Control], said: Mapping[str, Any], touched: str
) -> dict[str, object]:
    """The address after a control was touched, and what other controls then say."""
    after, trouble = _steered(view, dataset, controls.values(), said, touched)
    then = shown(after, dataset, controls)
    settled = {
        part: then[part]
        for part, each in controls.items()
        if each.settles and then[part] != said[part] and not (trouble and part == touched)
    }
    search = no_update if after == view else href(after)
    return _answer(search, dict.fromkeys(controls, no_update) | settled, controls, {touched: trouble})


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


def _answer(
    search: object,
    says: Mapping[str, object],
    controls: Mapping[str, Control],
    troubles: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """What the callback gives back."""
    errors = {part: (troubles or {}).get(part, "") for part, each in controls.items() if each.refuses}
    return {"search": search, "controls": says, "errors": errors}

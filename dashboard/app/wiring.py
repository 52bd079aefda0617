"""The wires of the page: one question for whatever a person touches, and the browser's own scripts.

A click used to be handed on from the control to the address, and from there to a callback for each part: a dozen
questions, each with its own way there and back. Now one callback says where a touch leads and fills the whole page. Dash
lets a callback read and write the same parts, so controls and address are one. Whoever touches again before the answer is
there asks for both touches together (assets/busy.js), so that a quick second click forgets nothing of the first.
"""

from collections.abc import Iterable, Sequence

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard.app.browser import CHANGED, DONE, EDITION, SCREEN, SHOWN, URL, WISH
from dashboard.app.case import Case, edition_of
from dashboard.app.change import Changes
from dashboard.app.part import PagePart, Script, named
from dashboard.app.turn import Told, Turn


def wire(app: Dash, case: Case, parts: Iterable[PagePart]) -> None:
    """Everything the parts answer to, over one case."""
    parts = tuple(parts)
    turn = Turn.of(parts)

    # Nothing is drawn before the browser has said how wide it is; mostly it has, when it asked for the page itself.
    @app.callback(
        output={
            **_led_to(turn),
            "shown": Output(SHOWN, "data"),
            "edition": Output(EDITION, "data"),
            "answers": [list(each.fills) for each in turn.answers],
        },
        inputs=_heard((*turn.touches, *turn.more, Input(CHANGED, "data"))),
        state={"before": State(SHOWN, "data"), "edition": State(EDITION, "data")},
        prevent_initial_call=True,
    )
    def answer(search: str, before: str | None, edition: str | None, **heard: object) -> dict[str, object]:
        if heard[named(Input(SCREEN, "data"))] is None:
            raise PreventUpdate
        dataset = case.dataset()
        now = edition_of(dataset)
        told = Told(search, before, heard, frozenset(ctx.triggered_prop_ids), holds=edition == now)
        return {**turn.turned(told, dataset, case.mine()), "edition": now}

    changes = Changes.of(parts)

    @app.callback(
        output={
            "done": Output(DONE, "data"),
            "changed": Output(CHANGED, "data"),
            "search": Output(URL, "search", allow_duplicate=True),
        },
        inputs={"wish": Input(WISH, "data")},
        state={"search": State(URL, "search")},
        prevent_initial_call=True,
    )
    def change(wish: dict[str, object], search: str) -> dict[str, object]:
        return changes.carried_out(case.mine(), wish, search)

    for part in parts:
        for script in part.scripts:
            _script(app, script)


def _heard(parts: Iterable[Input | State]) -> dict[str, Input | State]:
    """What a callback is called with: the address, and all else by the name of its part and property."""
    return {"search": Input(URL, "search"), **{named(each): each for each in parts}}


def _led_to(turn: Turn) -> dict[str, object]:
    """What a touch leads to: another address, other controls, and what is wrong with what was typed."""
    return {
        "search": Output(URL, "search"),
        "controls": {part: Output(part, each.prop) for part, each in turn.controls.items()},
        "errors": {part: Output(part, "error") for part, each in turn.controls.items() if each.refuses},
    }


def _script(app: Dash, script: Script) -> None:
    function = ClientsideFunction(namespace=script.room, function_name=script.name)
    fills = (_one_or_all(script.fills),) if script.fills else ()
    app.clientside_callback(function, *fills, *script.asked, prevent_initial_call=script.waits)


def _one_or_all(fills: Sequence[Output]) -> Output | list[Output]:
    """Dash wants a list of answers where it is given a list of places."""
    return fills[0] if len(fills) == 1 else list(fills)

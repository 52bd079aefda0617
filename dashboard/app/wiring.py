"""The wires of the page: each part's answers, gestures and scripts as callbacks of Dash."""

from collections.abc import Iterable, Sequence

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from dashboard.app.address import view_of
from dashboard.app.browser import URL, WANTED
from dashboard.app.links import href
from dashboard.app.part import Answer, Gesture, Load, PagePart, Said, Script


def wire(app: Dash, load: Load, parts: Iterable[PagePart]) -> None:
    """Everything the parts answer to but their controls, over one dataset."""
    for part in parts:
        for answer in part.answers:
            _answer(app, load, answer)
        for gesture in part.gestures:
            _gesture(app, load, gesture)
        for script in part.scripts:
            _script(app, script)


def _answer(app: Dash, load: Load, answer: Answer) -> None:
    asked = Input(WANTED, "data") if answer.wanted else Input(URL, "search")

    @app.callback(_one_or_all(answer.fills), asked, *answer.more, prevent_initial_call=answer.waits)
    def give(search: str, *more: object) -> object:
        return answer.given(view_of(search), load(), *more)


def _gesture(app: Dash, load: Load, gesture: Gesture) -> None:
    @app.callback(
        Output(URL, "search", allow_duplicate=True),
        Input(gesture.part, gesture.prop),
        State(URL, "search"),
        prevent_initial_call=True,
    )
    def follow(said: Said, search: str) -> object:
        view = view_of(search)
        after = gesture.after(view, said, load())
        return no_update if after == view else href(after)


def _script(app: Dash, script: Script) -> None:
    function = ClientsideFunction(namespace=script.room, function_name=script.name)
    fills = (_one_or_all(script.fills),) if script.fills else ()
    app.clientside_callback(function, *fills, *script.asked, prevent_initial_call=script.waits)


def _one_or_all(fills: Sequence[Output]) -> Output | list[Output]:
    """Dash wants a list of answers where it is given a list of places."""
    return fills[0] if len(fills) == 1 else list(fills)

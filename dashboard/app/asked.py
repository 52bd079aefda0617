"""What the page may ask: a callback's request that is not one of ours is answered 400, in one line.

The requests of callbacks can be written by anybody. Dash looks into none of them, so that a wrong name or a number
in place of words ends as an error of ours, with a traceback for each. Here every input has a kind that is checked
before the callback is called; what fails behind it is a fault of ours, and is logged as one.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from typing import Any

from dash import Dash
from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from dashboard.app import ids
from dashboard.app.picker import version_id
from dashboard.app.rail import FACETS, PICKERS

PATH = "/_dash-update-component"
MOST_DEEP = 30  # a click on the chart, the deepest of ours, has eight levels

Kind = Callable[[Any], bool]
Body = dict[str, Any]


def add_questions(app: Dash) -> None:
    """Callbacks are only called with what the page may send."""
    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        if request.path != PATH or request.method != "POST":
            return None
        wrong = _wrong(app.callback_map)
        return Response(f"{wrong}\n", 400, mimetype="text/plain") if wrong else None


def wrong_with(body: object, callbacks: Mapping[str, Mapping[str, Any]]) -> str:
    """What is wrong with the request of a callback; empty when nothing is.

    >>> wrong_with([], {}), wrong_with({"output": "card.children"}, {})
    ('the request is no object', "there is nothing called 'card.children' to be filled")
    """
    if not isinstance(body, dict):
        return "the request is no object"
    output = body.get("output")
    callback = callbacks.get(output) if isinstance(output, str) else None
    if callback is None or "callback" not in callback:  # one that the browser answers itself has none
        return f"there is nothing called {str(output)[:80]!r} to be filled"
    return (
        _wrong_outputs(body, str(output))
        or _wrong_values(body.get("inputs"), callback["inputs"], "inputs")
        or _wrong_values(body.get("state", []), callback["state"], "state")
        or _wrong_changes(body)
    )


def _wrong(callbacks: Mapping[str, Mapping[str, Any]]) -> str:
    """What is wrong with the request at hand."""
    try:
        body = request.get_json()
        json.dumps(body, ensure_ascii=False).encode()
    except (BadRequest, UnsupportedMediaType):
        return "the request is no JSON"
    except RecursionError:
        return "the request lies too deep"
    except UnicodeEncodeError:
        return "the request holds half a character"
    return "the request lies too deep" if _is_deep(body) else wrong_with(body, callbacks)


def _wrong_outputs(body: Body, output: str) -> str:
    parts = [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in _names(output)]
    wanted = parts if output.startswith("..") else parts[0]
    return "" if body.get("outputs") == wanted else "the outputs are not those of the callback"


def _names(output: str) -> list[str]:
    """The parts that an output's name names.

    >>> _names("..url.search...places.data.."), _names("url.search@1a")
    (['url.search', 'places.data'], ['url.search@1a'])
    """
    return output[2:-2].split("...") if output.startswith("..") else [output]


def _wrong_values(told: object, wanted: Iterable[Mapping[str, str]], what: str) -> str:
    """What is wrong with the inputs or the state: which there are, in what order, and of what kind each is."""
    names = [(each["id"], each["property"]) for each in wanted]
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        return f"the {what} are no list of objects"
    if [(each.get("id"), each.get("property")) for each in told] != names:
        return f"the {what} are not those of the callback"
    for each, name in zip(told, names, strict=True):
        if not KINDS[name](each.get("value")):
            return f"{name[0]}.{name[1]} is of the wrong kind"
    return ""


def _wrong_changes(body: Body) -> str:
    changed = body.get("changedPropIds", [])
    names = {f"{each['id']}.{each['property']}" for each in body["inputs"]}
    if isinstance(changed, list) and all(isinstance(each, str) and each in names for each in changed):
        return ""
    return "what changed is none of the inputs"


def _is_deep(value: object) -> bool:
    """Whether lists and objects lie within each other further than anything of ours."""
    level: list[Any] = [value]
    for _ in range(MOST_DEEP):
        within = [each for each in level if isinstance(each, (dict, list))]
        level = [part for each in within for part in (each.values() if isinstance(each, dict) else each)]
        if not level:
            return False
    return True


def _text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _texts(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def _object(value: Any) -> bool:
    return value is None or isinstance(value, dict)


def _screen(value: Any) -> bool:
    numbers = [each for key, each in value.items() if key != "dark"] if isinstance(value, dict) else []
    return _object(value) and all(isinstance(each, (int, float)) and isfinite(each) for each in numbers)


def _rows(value: Any) -> bool:
    return value is None or (
        isinstance(value, list)
        and all(isinstance(each, dict) and _text(each.get("event_id", 0)) for each in value)
    )


def _click(value: Any) -> bool:
    """A click on the chart: the points under it."""
    points = (value or {}).get("points", []) if _object(value) else None
    return isinstance(points, list) and all(isinstance(each, dict) for each in points)


def _name_click(value: Any) -> bool:
    """A click on a name beside the chart."""
    name = ((value or {}).get("annotation") if _object(value) else None) or {}
    return _object(value) and _object(name) and all(_text(name.get(key)) for key in ("name", "hovertext"))


def _moved(value: Any) -> bool:
    """A drag on the chart or on the strip: the edges it leaves, and the stretches drawn."""
    if not _object(value):
        return False
    said = value or {}
    edges, drawn = said.get("xaxis.range"), said.get("selections")
    return (edges is None or (isinstance(edges, list) and len(edges) == 2)) and (
        drawn is None or (isinstance(drawn, list) and all(isinstance(each, dict) for each in drawn))
    )


KINDS: Mapping[tuple[str, str], Kind] = {
    (ids.URL, "search"): _text,
    (ids.WANTED, "data"): _text,
    (ids.SCREEN, "data"): _screen,
    (ids.SEARCH, "value"): _text,
    (ids.PLACES, "data"): _texts,
    **{(ids.facet(facet.column), "data"): _texts for facet in FACETS},
    **{(version_id(part), "data"): _text for part in PICKERS},
    (ids.MUST, "value"): _text,
    (ids.LANES_BY, "value"): _text,
    (ids.FOLDED, "value"): _texts,
    (ids.ZONE, "value"): _text,
    (ids.TABS, "value"): _text,
    (ids.REPORT_PICK, "value"): _text,
    (ids.REPORT_PICK, "searchValue"): _text,
    (ids.TABLE, "selectedRows"): _rows,
    (ids.FROM, "value"): _text,
    (ids.TO, "value"): _text,
    (ids.TIMELINE, "clickData"): _click,
    (ids.TIMELINE, "relayoutData"): _moved,
    (ids.TIMELINE, "clickAnnotationData"): _name_click,
    (ids.OVERVIEW, "relayoutData"): _moved,
}

"""What the page may ask: a callback's request that is not one of ours is answered 400, in one line.

The requests of callbacks can be written by anybody. Dash looks into none of them, so that a wrong name or a number
in place of words ends as an error of ours, with a traceback for each. Here every input has a kind, which its part gives, that is checked
before the callback is called; what fails behind it is a fault of ours, and is logged as one.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dash import Dash
from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from dashboard.app.kinds import Kind

PATH = "/_dash-update-component"
MOST_DEEP = 30  # a click on the chart, the deepest of ours, has eight levels

Kinds = Mapping[tuple[str, str], Kind]
Callbacks = Mapping[str, Mapping[str, Any]]
Body = dict[str, Any]


def add_questions(app: Dash, kinds: Kinds) -> None:
    """Callbacks are only called with what the page may send."""
    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        if request.path != PATH or request.method != "POST":
            return None
        wrong = _wrong(app.callback_map, kinds)
        return Response(f"{wrong}\n", 400, mimetype="text/plain") if wrong else None


def wrong_with(body: object, callbacks: Callbacks, kinds: Kinds) -> str:
    """What is wrong with the request of a callback; empty when nothing is.

    >>> wrong_with([], {}, {}), wrong_with({"output": "card.children"}, {}, {})
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
        or _wrong_values(body.get("inputs"), callback["inputs"], "inputs", kinds)
        or _wrong_values(body.get("state", []), callback["state"], "state", kinds)
        or _wrong_changes(body)
    )


def _wrong(callbacks: Callbacks, kinds: Kinds) -> str:
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
    return "the request lies too deep" if _is_deep(body) else wrong_with(body, callbacks, kinds)


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


def _wrong_values(given: object, wanted: Iterable[Mapping[str, str]], what: str, kinds: Kinds) -> str:
    """What is wrong with the inputs or the state: which there are, in what order, and of what kind each is."""
    names = [(each["id"], each["property"]) for each in wanted]
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return f"the {what} are no list of objects"
    if [(each.get("id"), each.get("property")) for each in given] != names:
        return f"the {what} are not those of the callback"
    for each, name in zip(given, names, strict=True):
        if not kinds[name](each.get("value")):
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

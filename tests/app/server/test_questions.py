"""Requests that the page never sends: 400 in one line, and nothing in the log."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.app import create_app
from dashboard.app.browser import EDITION, SHOWN, WISH
from dashboard.app.server.questions import PATH
from dashboard.app.shell import kinds
from dashboard.app.strip import OVERVIEW
from tests.app.test_limits import names
from tests.sample import dataset

Body = dict[str, Any]
HOSTILE: tuple[Any, ...] = (
    5,
    -1e300,
    float("nan"),
    True,
    "",
    "nonsense",
    "?place=%00%ff&from=x",
    [],
    [1],
    [None],
    [[]],
    ["a"],
    {},
    {"a": 1},
    [{"event_id": 5}],
    [{"event_id": None}],
    {"points": 5},
    {"points": [5]},
    {"points": [{"customdata": {"a": []}}]},
    {"points": []},
    {"annotation": 5},
    {"annotation": {"name": 5}},
    {"annotation": {"name": "x", "hovertext": "y"}},
    {"xaxis.range": ["9999-12-31", "0001-01-01"]},
    {"xaxis.range": ["NaT", "NaT"]},
    {"xaxis.range": 5},
    {"xaxis.range": ["a"]},
    {"xaxis.range": ["a", "b"]},
    {"xaxis.range": ["0001-01-01", "9999-12-31 23:59:59.999999"]},
    {"xaxis.range": [{}, []]},
    {"xaxis.range[0]": "2018-01-01", "xaxis.range[1]": None},
    {"width": "wide", "dark": 1},
    {"width": 1e308, "strip": -5},
    {"width": [1]},
    {"version": 5},
    "\u0000\u202e" * 500,
)
SCREEN = {"dark": False, "width": 900, "strip": 900}
TEXTS = (
    "9999-12-31",
    "31 Feb 2018",
    "0001-01-01",
    "99999999999999",
    "yesterday" * 50,
    "Mars/Olympus",
    "e",
    "source",
)


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


@pytest.fixture(scope="module")
def bodies(client: Client) -> list[Body]:
    """A request of every callback that the server answers."""
    return [
        ours(each)
        for each in json.loads(client.get("/_dash-dependencies").text)
        if not each["clientside_function"]
    ]


@pytest.fixture(scope="module")
def turns(client: Client, bodies: list[Body]) -> list[Body]:
    """Those of a turn, of a page that is drawn: not the one that asks for a change, which needs somebody's wish."""
    return [drawn(client, each) for each in bodies if each["inputs"][0]["id"] != WISH]


def drawn(client: Client, body: Body) -> Body:
    """The request with what the page knows after its first answer: what it was drawn for."""
    answer = asked(client, body).json
    assert answer is not None
    known = {each: answer["response"][each]["data"] for each in (SHOWN, EDITION)}
    return {
        **body,
        "state": [{**each, "value": known.get(each["id"], each["value"])} for each in body["state"]],
    }


def ours(callback: Body) -> Body:
    """The request as the page sends it before anything is touched."""
    parts = [
        dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in names(callback["output"])
    ]
    return {
        "output": callback["output"],
        "outputs": parts if callback["output"].startswith("..") else parts[0],
        "inputs": [
            {**each, "value": SCREEN if each["id"] == "screen" else None} for each in callback["inputs"]
        ],
        "state": [{**each, "value": ""} for each in callback["state"]],
        "changedPropIds": [f"{callback['inputs'][0]['id']}.{callback['inputs'][0]['property']}"],
    }


def asked(client: Client, body: object) -> TestResponse:
    return client.post(PATH, data=json.dumps(body), content_type="application/json")


def refused(answer: TestResponse, said: str) -> bool:
    """Whether the answer is a refusal of one line that says so."""
    return answer.status_code == 400 and said in answer.text and answer.text.count("\n") == 1


def with_value(body: Body, part: str, at: int, value: object) -> Body:
    given = [dict(each) for each in body[part]]
    given[at]["value"] = value
    changed = [
        f"{each['id']}.{each['property']}"
        for each in ([given[at]] if part == "inputs" else body["inputs"][:1])
    ]
    return {**body, part: given, "changedPropIds": changed}


def every_change(body: Body, values: tuple[Any, ...]) -> Iterator[Body]:
    for part in ("inputs", "state"):
        for at in range(len(body[part])):
            for value in values:
                yield with_value(body, part, at, value)


def test_every_input_of_every_callback_has_its_kind(bodies: list[Body]) -> None:
    wanted = {(each["id"], each["property"]) for body in bodies for each in (*body["inputs"], *body["state"])}
    assert wanted == set(kinds())


def test_what_the_page_sends_is_answered(client: Client, turns: list[Body]) -> None:
    assert {asked(client, body).status_code for body in turns} <= {200, 204}


def test_no_value_of_any_kind_is_an_error_of_ours(
    client: Client, bodies: list[Body], caplog: pytest.LogCaptureFixture
) -> None:
    counts = {200: 0, 400: 0}
    with caplog.at_level(logging.WARNING):
        for body in bodies:
            for changed in every_change(body, HOSTILE):
                answer = asked(client, changed)
                counts[answer.status_code] += 1
                assert answer.status_code != 400 or answer.text.count("\n") == 1
    assert min(counts.values()) > 100
    assert caplog.records == []


@pytest.mark.parametrize("text", TEXTS)
def test_no_words_in_any_control_are_an_error_of_ours(client: Client, bodies: list[Body], text: str) -> None:
    for body in bodies:
        for changed in every_change(
            body, (text, [text], f"?from={text}&to={text}&zone={text}&event={text}&fold={text}")
        ):
            assert asked(client, changed).status_code in (200, 204, 400)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "the request is no object"),
        (b"null", "the request is no object"),
        (b"7", "the request is no object"),
        (b"{}", "there is nothing called 'None'"),
        (b'{"output": ["a"]}', "there is nothing called"),
        (b'{"output": "no.such"}', "there is nothing called 'no.such' to be filled"),
        (b'{"output": "screen.data"}', "there is nothing called 'screen.data'"),
        (b"[" * 100_000 + b"]" * 100_000, "too deep"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, "too deep"),
        (b'{"output": "\\ud800"}', "half a character"),
    ],
)
def test_what_is_no_request_is_refused(client: Client, data: bytes, said: str) -> None:
    answer = client.post(PATH, data=data, content_type="application/json")
    assert refused(answer, said), (answer.status_code, answer.text)


def test_a_request_of_another_type_is_refused(client: Client) -> None:
    assert refused(client.post(PATH, data="a=1"), "no JSON")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"inputs": None}, "the inputs are no list of objects"),
        ({"inputs": [5]}, "the inputs are no list of objects"),
        ({"inputs": []}, "the inputs are not those of the callback"),
        (
            {"inputs": [{"id": "url", "property": "hash", "value": ""}]},
            "the inputs are not those of the callback",
        ),
        ({"inputs": [{"id": {"a": 1}, "property": "search"}]}, "the inputs are not those of the callback"),
        ({"state": [{"id": "url", "property": "search"}]}, "the state are not those of the callback"),
        ({"outputs": None}, "the outputs are not those of the callback"),
        ({"outputs": []}, "the outputs are not those of the callback"),
        ({"outputs": {"id": "x", "property": "y"}}, "the outputs are not those of the callback"),
        ({"changedPropIds": "url.search"}, "what changed is none of the inputs"),
        ({"changedPropIds": [{}]}, "what changed is none of the inputs"),
        ({"changedPropIds": ["no.such"]}, "what changed is none of the inputs"),
    ],
)
def test_names_that_do_not_fit_are_refused(
    client: Client, turns: list[Body], change: dict[str, object], said: str
) -> None:
    for body in turns:
        assert refused(asked(client, body | change), said)


def test_an_address_that_is_a_number_is_refused(client: Client, turns: list[Body]) -> None:
    for body in turns:
        assert refused(asked(client, with_value(body, "inputs", 0, 5)), "url.search is of the wrong kind")


def test_the_page_asks_once_where_a_touch_leads_and_what_is_there(turns: list[Body]) -> None:
    assert ["url.search" in body["output"] for body in turns] == [True]


def test_a_moment_that_no_calendar_has_is_refused_in_words(client: Client, turns: list[Body]) -> None:
    (body,) = turns
    at = [each["id"] for each in body["inputs"]].index(OVERVIEW)
    answer = asked(client, with_value(body, "inputs", at, {"xaxis.range": ["noon", "dusk"]}))
    assert refused(answer, "'noon' to 'dusk' is no stretch of time")


def test_what_is_no_wish_is_refused(client: Client, bodies: list[Body]) -> None:
    (body,) = (each for each in bodies if each["inputs"][0]["id"] == WISH)
    for value in (None, {}, {"verb": "no such", "turn": "", "by": ""}):
        assert refused(asked(client, with_value(body, "inputs", 0, value)), "wish.data is of the wrong kind")

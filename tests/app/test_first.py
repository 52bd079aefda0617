"""The page comes drawn to whoever says its size, and the first question then finds nothing left to do."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from tests.sample import dataset

SCREEN = {"dark": True, "width": 900, "strip": 880}


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


def page(client: Client, search: str, screen: str) -> dict[str, dict[str, Any]]:
    """The properties of every part of the page that has a name, by its name."""
    answer = client.get(f"/_dash-layout?{urlencode({'search': search, 'screen': screen})}")
    assert answer.status_code == 200
    return {each["id"]: each for each in parts(answer.json) if "id" in each}


def parts(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if "namespace" in data and "props" in data:
            yield data["props"]
        for each in data.values():
            yield from parts(each)
    elif isinstance(data, list):
        for each in data:
            yield from parts(each)


@pytest.mark.parametrize(
    ("search", "count"),
    [("", "8 of 8 events"), ("?q=Harasta", "1 of 8 events"), ("?event_type=x&tab=report", "8 of 8 events")],
)
def test_the_page_comes_drawn_for_its_address_and_its_size(client: Client, search: str, count: str) -> None:
    shown = page(client, search, json.dumps(SCREEN))
    assert shown["count"]["children"] == count
    assert shown["timeline"]["figure"]["layout"]["width"] == 900
    assert shown["overview"]["figure"]["layout"]["width"] == 880
    assert shown["url"]["search"] == search
    assert shown["screen"]["data"] == SCREEN


def test_the_first_question_of_a_page_that_came_drawn_changes_nothing(client: Client) -> None:
    shown = page(client, "?q=Harasta&tab=report", json.dumps(SCREEN))
    callbacks = json.loads(client.get("/_dash-dependencies").text)
    (turn,) = (each for each in callbacks if "shown.data" in each["output"])
    names = [each.rpartition(".") for each in turn["output"].strip(".").split("...")]
    body = {
        "output": turn["output"],
        "outputs": [{"id": name, "property": prop} for name, _, prop in names],
        **{
            kind: [{**each, "value": shown[each["id"]].get(each["property"])} for each in turn[kind]]
            for kind in ("inputs", "state")
        },
        "changedPropIds": ["url.search"],
    }
    answer = client.post("/_dash-update-component", json=body).json
    assert answer is not None
    changed = {(part, prop) for part, said in answer["response"].items() for prop in said}
    assert {
        name for name in changed if shown[name[0]].get(name[1]) != answer["response"][name[0]][name[1]]
    } <= {
        ("window-from", "error"),
        ("window-to", "error"),
    }
    assert ("timeline", "figure") not in changed


@pytest.mark.parametrize("screen", ["", "[", "[]", "5", "null", '{"width": "wide"}', '{"a": []}', "[" * 5000])
def test_a_screen_that_is_none_gives_the_page_undrawn(client: Client, screen: str) -> None:
    shown = page(client, "?q=Harasta", screen)
    assert shown["timeline"]["figure"]["data"] == []
    assert shown["count"]["children"] is None

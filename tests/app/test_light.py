"""What may be long travels as data: few components stand in the page and in any answer, however much there is."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.light import light
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.table import Dataset

MOST_IN_PAGE, MOST_IN_ANSWER = 200, 50
DAY = date(2018, 5, 1)


def large() -> Dataset:
    """2,000 events at 700 places, 300 of them undated, in 400 reports with much that is unread."""
    unread = json.dumps(
        [{"char_start": 0, "char_end": 6, "text": "Shells", "why": f"a reason {n % 9}"} for n in range(40)]
    )
    events = [
        {
            "event_id": f"e{number}",
            "start": f"{DAY + timedelta(days=number % 500)}T00:00:00Z" if number % 7 else None,
            "end": f"{DAY + timedelta(days=number % 500 + 1)}T00:00:00Z" if number % 7 else None,
            "event_type": "Battles",
            "actor1": f"Actor {number % 90}",
            "source": f"Source {number % 80}",
            "country": "Syria",
            "admin1": f"Region {number % 12}",
            "location": f"Town {number % 700}",
            "timezone": "Asia/Damascus",
        }
        for number in range(2_000)
    ]
    mentions = [
        {
            "mention_id": f"m{n}",
            "event_id": f"e{n}",
            "report_id": f"r{n % 400}",
            "char_start": 0,
            "char_end": 6,
        }
        for n in range(2_000)
    ]
    reports = [
        {"report_id": f"r{number}", "title": f"Report {number}", "text": "Shells fell. " * 50, "unread": unread,
         "published": f"{DAY + timedelta(days=number)}T00:00:00Z"}
        for number in range(400)
    ]  # fmt: skip
    return Dataset.from_rows(events, mentions, reports)


def components(data: object) -> Iterator[object]:
    """Every component within an answer."""
    if isinstance(data, dict):
        if "namespace" in data and "props" in data:
            yield data
        for each in data.values():
            yield from components(each)
    elif isinstance(data, list):
        for each in data:
            yield from components(each)


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(large()).server)


def asked(client: Client, search: str) -> Iterator[tuple[str, object]]:
    """Every answer of the server to an address, by what it fills."""
    for each in json.loads(client.get("/_dash-dependencies").text):
        if each["clientside_function"] or not any(part["id"] == "url" for part in each["inputs"]):
            continue
        outputs = each["output"].strip(".").split("...")
        data = [
            {"id": name.rpartition(".")[0], "property": name.rpartition(".")[2].split("@")[0]}
            for name in outputs
        ]
        body = {
            "output": each["output"],
            "outputs": data if each["output"].startswith("..") else data[0],
            "inputs": [_value(part, search) for part in each["inputs"]],
            "state": [_value(part, search) for part in each["state"]],
            "changedPropIds": ["url.search"],
        }
        answer = client.post("/_dash-update-component", json=body)
        if answer.status_code == 200:
            yield each["output"], answer.json


def _value(part: dict[str, str], search: str) -> dict[str, Any]:
    values = {
        "url.search": search,
        "screen.data": {"dark": False, "width": 900, "strip": 900},
    }
    return {
        "id": part["id"],
        "property": part["property"],
        "value": values.get(f"{part['id']}.{part['property']}"),
    }


def test_the_page_has_few_components_however_much_there_is(client: Client) -> None:
    assert len([*components(client.get("/_dash-layout").json)]) <= MOST_IN_PAGE


@pytest.mark.parametrize(
    "search", ["", "?tab=report", "?tab=unread", "?tab=totals", "?event=e1", "?place=Syria/Region+1"]
)
def test_no_answer_has_many_components(client: Client, search: str) -> None:
    counts = [len([*components(answer)]) for _, answer in asked(client, search)]
    assert len(counts) == 1
    assert max(counts) <= MOST_IN_ANSWER


def test_reports_are_offered_by_the_server_a_few_at_a_time(client: Client) -> None:
    answers = dict(asked(client, "?tab=report&report=r7"))
    (data,) = [answer for output, answer in answers.items() if "report-pick.data" in output]
    offered = data["response"]["report-pick"]["data"]  # type: ignore[index]
    assert len(offered) == 50
    assert offered[0] == {"value": "r7", "label": "Report 7"}


def test_text_stays_text_and_only_what_is_known_is_drawn() -> None:
    shown = html.Ul(
        [
            html.Li(
                [link("<b>Homs</b>", View(event="e1"), hint="Show"), html.Span(" & more", className="hint")]
            )
        ]
    )
    assert light(shown) == [
        [
            "ul",
            {},
            [
                "li",
                {},
                ["a", {"title": "Show", "href": "?event=e1"}, "<b>Homs</b>"],
                ["span", {"class": "hint"}, " & more"],
            ],
        ]
    ]
    assert light(None) == []
    assert isinstance(shown, Component)

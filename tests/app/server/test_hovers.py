"""What a pointer is told of an event, asked for by its id."""

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.chart import drawn
from dashboard.app.url import View
from tests.sample import dataset

SAMPLE = dataset()
HOMS = str(SAMPLE.events.loc[SAMPLE.events["location"] == "Homs", "event_id"].iloc[0])


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(SAMPLE).server)


def lines(client: Client, **asked: str) -> list[str]:
    answer = client.get("/hover", query_string=asked)
    assert answer.status_code == 200
    assert isinstance(answer.json, list)
    return answer.json


def test_name_time_place_and_sentence_are_told(client: Client) -> None:
    name, when, place, *rest = lines(client, of=HOMS)
    assert (name, place) == ("Armed clash", "Homs")
    assert "2018" in when
    assert "clashed" in " ".join(rest)


def test_the_time_is_told_on_the_clock_that_is_asked_for(client: Client) -> None:
    assert lines(client, of=HOMS, zone="Pacific/Auckland")[1] != lines(client, of=HOMS)[1]
    assert lines(client, of=HOMS, zone="no/zone") == lines(client, of=HOMS)


@pytest.mark.parametrize("of", ["", "e-none", "<b>", "\x00"])
def test_nothing_is_told_of_what_is_not_there(client: Client, of: str) -> None:
    assert lines(client, of=of) == []


def test_the_chart_of_the_page_does_not_carry_it() -> None:
    figure, _ = drawn(View(), SAMPLE, {"width": 1100})
    assert isinstance(figure, dict)
    (hits,) = [each for each in figure["data"] if each.get("name") == "events"]
    assert (hits["hoverinfo"], "hovertext" in hits) == ("none", False)
    assert len(hits["customdata"]) == len(hits["x"])

"""The page's doors: health, downloads, and what every answer allows."""

import io
import json

import pandas as pd
import pytest
from werkzeug.test import Client, TestResponse

from dashboard.app import create_app
from dashboard.app.server.bounds import LOCAL
from dashboard.exchange.formats import FORMATS
from dashboard.table import Dataset
from tests.sample import dataset

HOMS = "place=Syria%2FHoms"


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


def get(client: Client, path: str) -> TestResponse:
    return client.get(path)


def test_a_health_check_answers(client: Client) -> None:
    answer = get(client, "/healthz")
    assert (answer.status_code, answer.text) == (200, "OK")


@pytest.mark.parametrize("path", ["/", "/healthz", "/_dash-layout", "/export/events.csv"])
def test_every_answer_forbids_what_is_not_ours(client: Client, path: str) -> None:
    headers = get(client, path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8050", "127.0.0.1:8050", "[::1]:8050", "reports.lan"]
)
def test_the_names_of_this_server_are_answered(host: str) -> None:
    client = Client(create_app(dataset(), hosts={*LOCAL, "reports.lan"}).server)
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "["])
@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/export/events.csv"])
def test_a_name_that_somebody_else_gave_this_machine_is_refused(client: Client, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "open it under the address that serve printed" in answer.text


def test_whoever_listens_everywhere_may_be_called_anything() -> None:
    client = Client(create_app(dataset(), hosts=None).server)
    assert client.get("/healthz", headers={"Host": "reports.lan"}).status_code == 200


def test_the_page_names_no_other_host(client: Client) -> None:
    page = get(client, "/").text
    assert "http://" not in page
    assert "https://" not in page


def test_the_page_says_which_language_it_is_in(client: Client) -> None:
    assert '<html lang="en" dir="ltr">' in get(client, "/").text


def test_the_csv_holds_the_wanted_events_and_no_others(client: Client) -> None:
    answer = get(client, f"/export/events.csv?{HOMS}")
    rows = pd.read_csv(io.BytesIO(answer.data))
    assert set(rows["location"]) == {"Homs"}
    assert len(rows) == 2
    assert 'filename="sample.csv"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("suffix", [each.ending for each in FORMATS])
def test_every_format_can_be_fetched(client: Client, suffix: str) -> None:
    answer = get(client, f"/export/events{suffix}?{HOMS}")
    assert answer.status_code == 200
    assert answer.data


def test_a_format_nobody_writes_is_not_found(client: Client) -> None:
    assert get(client, "/export/events.odt").status_code == 404


def test_the_html_page_says_what_it_shows_and_fetches_nothing(client: Client) -> None:
    page = get(client, f"/export/timeline.html?{HOMS}").text
    assert "2 of 8 events" in page
    assert "Place: Homs" in page
    assert "<script src" not in page
    assert "<script>alert(1)" not in page
    assert "not drawn: 1 event with no usable time" in get(client, "/export/timeline.html").text


def test_the_picture_is_of_the_wanted_events_and_says_so(client: Client) -> None:
    drawn = json.loads(get(client, f"/export/timeline.json?{HOMS}").text)
    said = json.dumps(drawn["figure"])
    assert "2 of 8 events" in said
    assert "Douma" not in json.dumps(drawn["figure"]["data"])
    assert drawn["name"] == "sample"


@pytest.mark.parametrize("path", ["/events", "/export/", "/export/other.csv", "/a/b/c", "/timeline", "/.env"])
def test_an_address_that_leads_nowhere_is_not_the_page(client: Client, path: str) -> None:
    answer = get(client, path)
    assert (answer.status_code, "<html" in answer.text) == (404, False)


@pytest.mark.parametrize(
    "search", ["", "?place=Syria%2FHoms", "?event=e1&tab=report", "?from=9999-12-31T23:59:59Z"]
)
def test_the_address_of_a_view_is_the_page(client: Client, search: str) -> None:
    answer = get(client, f"/{search}")
    assert (answer.status_code, "<html" in answer.text) == (200, True)


def test_a_dataset_without_events_is_served_and_exported() -> None:
    client = Client(create_app(Dataset.from_rows(name="nothing")).server)
    for path in (
        "/",
        "/_dash-layout",
        "/export/events.csv",
        "/export/timeline.html",
        "/export/timeline.json",
    ):
        assert get(client, path).status_code == 200, path


def test_a_dataset_can_be_asked_for_anew_each_time() -> None:
    asked = []

    def load() -> Dataset:
        asked.append(1)
        return dataset()

    client = Client(create_app(load).server)
    get(client, "/export/events.csv")
    before = len(asked)
    get(client, "/export/events.csv")
    assert len(asked) == before + 1


EDGES = ["9999-12-31T23:59:59Z", "9999-12-31", "9998-12-31T23:59Z", "0001-01-01T00:00Z", "0002-01-01"]


@pytest.mark.parametrize("path", ["/export/events.csv", "/export/timeline.html", "/export/timeline.json"])
@pytest.mark.parametrize("edge", EDGES)
def test_a_window_at_the_calendars_edge_is_answered(client: Client, path: str, edge: str) -> None:
    for side in ("from", "to"):
        assert client.get(path, query_string={side: edge, "zone": "Pacific/Kiritimati"}).status_code == 200


def test_a_window_as_wide_as_the_calendar_is_answered(client: Client) -> None:
    query = {"from": "0002-01-01", "to": "9999-01-01"}
    assert client.get("/export/timeline.json", query_string=query).status_code == 200


def test_a_moment_before_the_calendar_is_refused_by_name(client: Client) -> None:
    answer = client.get("/export/events.csv", query_string={"from": "0001-01-01T00:00+14:00"})
    assert (answer.status_code, "'0001-01-01T00:00+14:00', is no moment" in answer.text) == (400, True)


def test_only_the_embedded_page_may_stand_in_a_frame_of_others(client: Client) -> None:
    answer = get(client, f"/embed?{HOMS}")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "X-Frame-Options" not in answer.headers
    assert "2 of 8 events" in answer.text
    assert f'href="/?{HOMS}"' in answer.text
    for path in ("/", "/export/timeline.html", "/embed/", "/sign-in", "/embed?from=nonsense"):
        other = get(client, path).headers
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"], path
        assert other["X-Frame-Options"] == "DENY", path

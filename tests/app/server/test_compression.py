"""What goes over the wire: squeezed for those who take it, the same for those who don't."""

import gzip
import re

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.app import create_app
from dashboard.app.server import compression
from dashboard.app.server.scripts import Together
from tests.sample import dataset

OWN = ("/assets/page.js", "/assets/page.css")
TAKES = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


def fetched(client: Client, path: str, **headers: str) -> TestResponse:
    """The whole answer, with the file it comes from closed."""
    return client.get(path, headers=headers, buffered=True)


@pytest.fixture(scope="module")
def scripts(client: Client) -> list[str]:
    """The scripts and styles that the page loads."""
    return re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', client.get("/").text)


def test_every_script_is_sent_squeezed_and_is_the_same_script(client: Client, scripts: list[str]) -> None:
    plain = squeezed = 0
    for path in scripts:
        whole, small = fetched(client, path).data, fetched(client, path, **TAKES)
        if len(whole) >= compression.LEAST_BYTES:
            assert small.headers["Content-Encoding"] == "gzip", path
            assert gzip.decompress(small.data) == whole
        plain, squeezed = plain + len(whole), squeezed + len(small.data)
    assert plain > 2_500_000
    assert squeezed < 0.35 * plain


def test_a_script_is_squeezed_once(client: Client, scripts: list[str]) -> None:
    path = max(scripts, key=lambda each: len(fetched(client, each).data))
    fetched(client, path, **TAKES)
    before = compression._kept.cache_info()
    assert fetched(client, path, **TAKES).status_code == 200
    after = compression._kept.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1)


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/_dash-dependencies", "/export/events.csv", "/export/timeline.html"]
)
def test_answers_are_squeezed_for_those_who_take_it(client: Client, path: str) -> None:
    small = fetched(client, path, **TAKES)
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small.vary
    assert int(small.headers["Content-Length"]) == len(small.data)
    assert "Content-Encoding" not in fetched(client, path).headers
    assert "Content-Encoding" not in fetched(client, path, **{"Accept-Encoding": "gzip;q=0"}).headers


@pytest.mark.parametrize("path", ["/export/events.parquet", "/export/events.xlsx", "/healthz"])
def test_what_gains_nothing_is_left_as_it_is(client: Client, path: str) -> None:
    assert "Content-Encoding" not in fetched(client, path, **TAKES).headers


def test_what_the_page_loads_is_kept_for_a_year(client: Client, scripts: list[str]) -> None:
    assert len(scripts) == 3, "the script, asked for ahead of all else, and the style"
    for path in scripts:
        assert "max-age=31536000" in fetched(client, path).headers["Cache-Control"], path
    assert "31536000" not in fetched(client, OWN[0]).headers.get("Cache-Control", "")


def test_its_address_changes_with_whatever_stands_in_it(client: Client) -> None:
    together: Together = client.application.extensions[Together.__module__]  # type: ignore[attr-defined]
    stamped = [
        together.styles([f"/assets/page.css?m={stamp}", "/assets/print.css?m=1"]) for stamp in (1, 2, 1)
    ]
    assert stamped[0] == stamped[2] != stamped[1]


@pytest.mark.parametrize("headers", [{}, TAKES])
def test_a_browser_that_has_a_script_is_sent_nothing(client: Client, headers: dict[str, str]) -> None:
    for path in OWN:
        tag = fetched(client, path, **headers).headers["ETag"]
        again = fetched(client, path, **headers, **{"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b""), path

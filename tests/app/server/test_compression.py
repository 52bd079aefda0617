"""What goes over the wire: squeezed for those who take it, the same for those who don't."""

import gzip
import re

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.app import create_app
from dashboard.app.server import compression
from tests.sample import dataset

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
    assert plain > 3_000_000
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


def test_our_own_scripts_are_kept_for_a_year_under_an_address_that_changes_with_them(
    client: Client, scripts: list[str]
) -> None:
    own = [path for path in scripts if path.startswith("/assets/")]
    assert own
    assert all("?m=" in path for path in own)
    for path in scripts:
        assert "max-age=31536000" in fetched(client, path).headers["Cache-Control"], path
    assert "31536000" not in fetched(client, own[0].partition("?")[0]).headers.get("Cache-Control", "")


@pytest.mark.parametrize("headers", [{}, TAKES])
def test_a_browser_that_has_a_script_is_sent_nothing(
    client: Client, scripts: list[str], headers: dict[str, str]
) -> None:
    own = [path for path in scripts if path.startswith("/assets/")]
    for path in own:
        tag = fetched(client, path, **headers).headers["ETag"]
        again = fetched(client, path, **headers, **{"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b""), path

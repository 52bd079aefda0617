"""The page draws with our part of plotly.js, and asks for no other."""

import json
import re
from importlib.resources import files

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.server.drawing import PLOTLY
from dashboard.figures import plotly_js
from tests.sample import dataset


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


def test_the_page_asks_for_one_script_which_draws_with_our_plotly(client: Client) -> None:
    page = client.get("/").text
    (asked,) = re.findall(r'src="([^"]*)"', page)
    assert "_dash-layout" in page, "the script that asks for it stands in the page"
    every = client.get(asked, buffered=True)
    assert every.text.count(plotly_js.script()) == 1
    assert "plotly.js v" not in every.text
    assert "max-age=31536000" in every.headers["Cache-Control"]


def test_scripts_that_were_put_together_elsewhere_are_put_together_here(client: Client) -> None:
    name = re.findall(r'src="(/scripts/[^"]*)"', client.get("/").text)[0]
    other = Client(create_app(dataset()).server)
    assert other.get(name).status_code == 200
    assert other.get("/scripts/dash_renderer-0.js").status_code == 404


def test_the_script_is_kept_for_a_year_and_squeezed(client: Client) -> None:
    answer = client.get(PLOTLY, headers={"Accept-Encoding": "gzip"})
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < 600_000


def test_the_script_is_of_the_major_version_that_plotly_brings_along() -> None:
    whole = files("plotly").joinpath("package_data", "plotly.min.js").read_text(encoding="utf-8")[:100]
    said = re.search(r"plotly\.js v(\d+)\.", whole)
    assert said
    assert plotly_js.version().partition(".")[0] == said[1]


def test_the_script_stands_in_no_function_that_is_read_through_before_it_runs() -> None:
    script = plotly_js.script()
    assert script.count('window.Plotly=(function(){"use strict";') == 1
    assert "factory" not in script[:1000]
    assert (
        script.index("plotly.js (cartesian")
        < script.index("window.Plotly")
        < script.rindex("Bundled license")
    )


def test_what_never_changes_comes_with_the_scripts_and_of_the_stand_ins_only_what_is_called(
    client: Client,
) -> None:
    (asked,) = re.findall(r'src="([^"]*)"', client.get("/").text)
    every = client.get(asked, buffered=True).text
    (known,) = re.findall(r"window\.dash_clientside\.known = (\{.*\});\n", every)
    assert json.loads(json.loads(known)["_dash-dependencies"]) == client.get("/_dash-dependencies").json
    assert every.count("regeneratorRuntime=") == 1
    assert "_babelPolyfill" not in every

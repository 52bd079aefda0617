"""TimelineJS itself, given the file that is exported for it: a slide for each event that has a time, and no complaint."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.exchange.test_others import hostile, written

READER = next((Path(__file__).parents[2] / ".venv").glob("timelinejs-*.js"), None)
SHOWN = """(slides) => new Promise(done => {
    const line = new TL.Timeline("line", slides, { font: null, script_path: "/" });
    line.on("ready", () => done({
        slides: line.config.events.length,
        marks: document.querySelectorAll(".tl-timemarker").length,
        told: [...document.querySelectorAll(".tl-headline-date")].map(each => each.textContent.trim()),
        scripts: document.querySelectorAll(".tl-timeline script").length,
    }));
})"""

pytestmark = pytest.mark.skipif(READER is None, reason="TimelineJS is not here: sh .ci/timelinejs fetches it")


@pytest.mark.parametrize("data", [written(".timelinejs.json"), written(".timelinejs.json", hostile())])
def test_timelinejs_shows_a_slide_for_each_event_and_runs_nothing(data: bytes, browser: Browser) -> None:
    slides = json.loads(data)
    page, complaints = browser.new_page(), list[str]()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*", lambda route: route.abort())  # it would ask for fonts and languages
    page.set_content("<div id='line' style='width: 900px; height: 600px'></div>")
    assert READER is not None
    page.add_script_tag(content=READER.read_text(encoding="utf-8"))
    shown = page.evaluate(SHOWN, slides)
    page.close()
    assert (shown["slides"], shown["marks"]) == (len(slides["events"]), len(slides["events"]))
    assert {each["display_date"] for each in slides["events"]} <= set(shown["told"])
    assert (shown["scripts"], complaints) == (0, [])

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from choreographer.browsers.chromium import Chromium

from dashboard.errors import ExportError
from dashboard.figures.picture import Picture
from dashboard.figures.render import captioned, config, image
from dashboard.figures.timeline import timeline
from tests.sample import ZONE, dataset

HOSTILE = "</script><script>alert(1)</script> <b>bold</b>"


def figure(width: int = 900) -> dict[str, Any]:
    data = dataset()
    return timeline(data.events, zone=ZONE, reports=data.reports, mentions=data.mentions, width_px=width)


def test_nothing_is_ever_sent_to_a_cloud() -> None:
    assert config()["showSendToCloud"] is False


def test_a_captioned_figure_has_room_for_title_and_notes() -> None:
    plain = figure()
    before = json.dumps(plain)
    drawn = captioned(plain, title=HOSTILE, notes=["made 2018-06-01", "zone Asia/Damascus"])
    layout = drawn["layout"]
    assert "&lt;b&gt;" in layout["title"]["text"]
    assert "<script" not in layout["title"]["text"]
    caption = layout["annotations"][-1]["text"].split("<br>")
    assert caption[:2] == ["made 2018-06-01", "zone Asia/Damascus"]
    added = layout["height"] - plain["layout"]["height"]
    grown = (
        layout["margin"]["t"]
        + layout["margin"]["b"]
        - plain["layout"]["margin"]["t"]
        - plain["layout"]["margin"]["b"]
    )
    assert added == grown > 15 * len(caption)
    assert json.dumps(plain) == before


def test_long_notes_are_broken_into_lines() -> None:
    drawn = captioned(figure(), title="t", notes=["word " * 200])
    assert max(len(line) for line in drawn["layout"]["annotations"][-1]["text"].split("<br>")) < 180


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_a_picture_is_drawn_by_the_chrome_of_this_machine(suffix: str, begins: bytes) -> None:
    drawn = image(figure(), Picture(suffix), width=900)
    assert drawn.startswith(begins)
    assert len(drawn) > 5_000


def test_without_a_chrome_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: None)
    with pytest.raises(ExportError, match=r"no Chrome or Chromium was found .* apt install chromium"):
        image(figure())


def test_a_pdf_is_one_page_of_lines_and_letters_and_not_of_pictures() -> None:
    """Patterns were printed as pictures of the whole page: 12 MB and 8 seconds, or never."""
    drawn = image(figure(), Picture.PDF, width=900)
    assert drawn.count(b"/Type /Page\n") == 1
    assert b"/Subtype /Image" not in drawn
    assert len(drawn) < 300_000


@pytest.fixture
def chrome_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program in the place of Chrome; gives the file it notes its process ids in."""

    def place(script: str) -> Path:
        program, noted = tmp_path / "chrome", tmp_path / "pids"
        program.write_text(f"#!/bin/sh\nsleep 600 &\necho $$ $! > {noted}\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(Chromium, "find_browser", lambda **_: str(program))
        return noted

    return place


def is_alive(pid: int) -> bool:
    """Whether there is such a process, and it has not ended."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def all_end(noted: Path) -> bool:
    """Waits until every process noted has ended, which takes the system a moment."""
    pids = [int(pid) for pid in noted.read_text().split()]
    for _ in range(200):
        if not any(map(is_alive, pids)):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and its browser is a shell script")
def test_a_chrome_that_never_answers_is_ended_with_all_it_started(chrome_is: Callable[[str], Path]) -> None:
    noted = chrome_is("exec sleep 600")
    with pytest.raises(
        ExportError, match=r"chrome did not finish the picture within 8 seconds and was ended"
    ):
        image(figure(), Picture.PDF, limit=8)
    assert all_end(noted)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and its browser is a shell script")
def test_a_chrome_that_ends_at_once_is_named_with_a_reason(chrome_is: Callable[[str], Path]) -> None:
    noted = chrome_is("exit 3")
    with pytest.raises(
        ExportError, match=r"chrome (could not draw|did not finish) the picture\W+\w.*export \.html"
    ):
        image(figure(), limit=8)
    assert all_end(noted)


def test_a_chrome_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: "/nowhere/chrome")
    with pytest.raises(ExportError, match=r"/nowhere/chrome could not draw the picture: \S"):
        image(figure())

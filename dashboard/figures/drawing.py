"""Pictures by a Chrome in a process of its own, which is ended whole when it takes too long.

A browser can stop answering for ever, and a thread that waits for it can't be stopped. So the browser is started
by a child, both in one group of processes: what is ended is the group, and nothing is left behind.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from dashboard.errors import ExportError
from dashboard.figures.hatching import hatched_by_lines
from dashboard.figures.picture import Picture

LIMIT_S = 60.0
_STEP_S = 0.1
_GRACE_S = 5.0  # the child ends itself this much later, should nobody be there to end it

_PAGE = """<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" \
content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>{svg}"""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drawn: a figure as what kind of picture, so many CSS pixels wide and high, by which Chrome.

    Or a ``page`` to be printed, as markup: it says that it is drawn by ``data-drawn`` of its root, and how large its sheets are.
    """

    chrome: str
    figure: Mapping[str, Any]
    kind: Picture
    width: int
    height: int
    page: str = ""


def drawn(order: Order, limit: float = LIMIT_S) -> bytes:
    """The bytes of the picture.

    Raises ExportError when the browser fails or takes more than ``limit`` seconds; it is ended then.
    """
    with tempfile.TemporaryDirectory(prefix="conflict-timeline-", ignore_cleanup_errors=True) as folder:
        sent = json.dumps({"order": asdict(order), "limit": limit, "folder": folder})
        with _child() as child:
            try:
                answer, logged = child.communicate(sent.encode(), timeout=limit)
            except subprocess.TimeoutExpired as error:
                msg = (
                    f"{order.chrome} did not finish the picture within {limit:g} seconds and was ended; "
                    "give it longer with --time-limit, choose fewer events, or export .html instead"
                )
                raise ExportError(msg) from error
            finally:
                if child.returncode != 0:
                    _end(child)
    if child.returncode or not answer:
        msg = f"{order.chrome} could not draw the picture: {_reason(answer, logged, child.returncode)}; export .html instead"
        raise ExportError(msg)
    return answer


def main() -> None:
    """The child: an order on standard input, the picture on standard output; with exit code 1 the reason."""
    sent = json.load(sys.stdin.buffer)
    guard = Timer(sent["limit"] + _GRACE_S, _end_all)
    guard.daemon = True
    guard.start()
    tempfile.tempdir = sent["folder"]  # where the browser keeps its profile, so that it goes with it
    try:
        answer, code = asyncio.run(_picture(_order(sent["order"]))), 0
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent tells of it
        words = " ".join(map(str, error.args)).replace("\n", " ") or type(error).__name__
        answer, code = words.encode(), 1
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(code)  # what is left of the browser's threads is not waited for


def _order(sent: Mapping[str, Any]) -> Order:
    return Order(**{**sent, "kind": Picture(sent["kind"])})


async def _picture(order: Order) -> bytes:
    import kaleido  # noqa: PLC0415 - only the child needs it

    options = {
        "format": Picture.SVG if order.kind is Picture.PDF else order.kind,
        "width": order.width,
        "height": order.height,
        "scale": 2 if order.kind is Picture.PNG else 1,
    }
    page = kaleido.PageGenerator(mathjax=False, others=_settings(order.figure))
    async with kaleido.Kaleido(
        path=order.chrome, browser_cls=_browser(), page_generator=page, timeout=None
    ) as chrome:
        if order.page:
            return await _paper(chrome, order.page)
        picture = bytes(await chrome.calc_fig(dict(order.figure), opts=options))
        return await _printed(chrome, order, picture.decode()) if order.kind is Picture.PDF else picture


def _settings(figure: Mapping[str, Any]) -> list[str]:
    """A script that sets what the figure's config asks for, its language say: kaleido hands on nothing but data and layout."""
    if not figure.get("config"):
        return []
    file = Path(tempfile.mkdtemp()) / "settings.js"
    file.write_text(f"Plotly.setPlotConfig({json.dumps(figure['config'])});", encoding="utf-8")
    return [file.as_uri()]


async def _printed(chrome: Any, order: Order, svg: str) -> bytes:
    """One page of the drawing's own size."""
    tab = await chrome.create_tab("")
    frame = (await tab.send_command("Page.getFrameTree"))["result"]["frameTree"]["frame"]["id"]
    page = _PAGE.format(width=order.width, height=order.height, svg=hatched_by_lines(svg))
    await tab.send_command("Page.setDocumentContent", params={"frameId": frame, "html": page})
    answer = await tab.send_command(
        "Page.printToPDF", params={"printBackground": True, "preferCSSPageSize": True, "pageRanges": "1"}
    )
    if "error" in answer:
        raise RuntimeError(answer["error"].get("message", "it could not be printed"))
    return b64decode(answer["result"]["data"])


async def _paper(chrome: Any, markup: str) -> bytes:
    """The page on as many sheets as it takes, once its own script has drawn it."""
    file = Path(tempfile.mkdtemp()) / "page.html"
    file.write_text(markup, encoding="utf-8", errors="xmlcharrefreplace")
    tab = await chrome.create_tab(file.as_uri())
    asked = {"expression": "document.documentElement.dataset.drawn || ''"}
    while not (await tab.send_command("Runtime.evaluate", params=asked))["result"]["result"].get("value"):
        await asyncio.sleep(_STEP_S)
    answer = await tab.send_command(
        "Page.printToPDF", params={"printBackground": True, "preferCSSPageSize": True}
    )
    if "error" in answer:
        raise RuntimeError(answer["error"].get("message", "it could not be printed"))
    return b64decode(answer["result"]["data"])


def _browser() -> type:
    """Chrome as a member of this process's group; by itself it would be in one of its own, and outlive us."""
    from choreographer.browsers.chromium import Chromium  # noqa: PLC0415 - only the child needs it

    class OfOurGroup(Chromium):
        def get_popen_args(self) -> dict[str, Any]:
            return {**super().get_popen_args(), "start_new_session": False}

    return OfOurGroup


def _child() -> "subprocess.Popen[bytes]":
    """A Python that finds what this one finds, the head of a new group of processes."""
    start = f"import sys; sys.path[:] = {sys.path!r}; from dashboard.figures.drawing import main; main()"
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", start],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child and all that it started are gone afterwards."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(child.pid)], capture_output=True, check=False)  # noqa: S603, S607
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _end_all() -> None:
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def _reason(answer: bytes, logged: bytes, code: int) -> str:
    """Why there is no picture; never empty."""
    lines = [*logged.decode(errors="replace").split("\n"), *answer.decode(errors="replace").split("\n")]
    said = [line.strip() for line in lines if line.strip()]
    return said[-1] if said else f"it ended with code {code} and said nothing"

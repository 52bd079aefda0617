"""How soon the page is drawn in a real Chromium, and how soon it answers a hand, by the number of events.

    .venv/bin/python -m tests.benchmarks.page [seed 1000 10000 93000 1000000] [--rounds 5] [--no-peers]

Prints milliseconds until the chart is painted: after navigation with an empty profile and again with a full one, and after a click
on a place, a search (from when the words go to the server), a zoom and a drag on the strip; medians and the worst. Then where the time goes
(server, wire, script, layout, the rest with painting), the browser's processor time, which a busy machine changes least, requests, kilobytes, and the ratios to px.timeline and vis-timeline as
static pages, where npm can fetch the latter. 93,000 events are of 16,600 reports. The page is served by a process of its own.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, sync_playwright

from tests.benchmarks.page_data import SEED, dataset_of
from tests.benchmarks.page_peers import Peer, static_pages

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_SIZES = (SEED, "1000", "10000", "93000")
_COMPARED = ("1000", "10000")
_PATIENCE = 120_000
_WIDE, _HIGH = 1440, 900

# Kept running from before the page's own scripts: the moment of the frame after the one the chart was drawn in.
_WATCH = """(() => {
  const isDrawn = () => document.querySelector("#timeline .js-plotly-plot")?.data?.length
    && document.querySelector("#count")?.textContent.includes("of")
    && document.querySelector("#places-boxes [role=treeitem]");
  const look = () => (isDrawn() ? requestAnimationFrame(() => (window.drawnAt = performance.now())) : requestAnimationFrame(look));
  look();
})()"""
_ARM = """() => {
  const graph = document.querySelector("#timeline .js-plotly-plot"), before = graph.data;
  performance.clearResourceTimings();
  window.paintedAt = window.touchedAt = null;
  const touch = () => { window.touchedAt = performance.now(); };
  for (const name of ["mouseup", "keydown"]) window.addEventListener(name, touch, { capture: true });
  const after = () => {
    if (graph.data === before) return;
    graph.removeListener("plotly_afterplot", after);
    for (const name of ["mouseup", "keydown"]) window.removeEventListener(name, touch, { capture: true });
    requestAnimationFrame(() => requestAnimationFrame(() => (window.paintedAt = performance.now())));
  };
  graph.on("plotly_afterplot", after);
}"""
_TOLD = """() => {
  const asked = performance.getEntriesByType("resource");
  const ours = asked.filter((each) => /_dash-(update-component|layout)/.test(each.name));
  const sum = (of) => ours.reduce((all, each) => all + of(each), 0);
  return {
    touched: window.touchedAt, painted: window.paintedAt, first: ours.length ? ours[0].startTime : null,
    server: sum((each) => each.responseStart - each.requestStart), wire: sum((each) => each.responseEnd - each.responseStart),
    requests: asked.length, size: asked.reduce((all, each) => all + each.transferSize, 0),
    questions: ours.length,
  };
}"""
_PARTS = ("server", "wire", "script", "layout", "rest")

Profile = Callable[[], AbstractContextManager[BrowserContext]]


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds until something was painted, those of each part of the work, the browser's processor time, requests and bytes."""

    ms: float
    parts: dict[str, float]
    cpu: float
    requests: int
    size: int


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", default=_SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        _serve(asked.sizes[0])
    else:
        _measure(asked.sizes, asked.rounds, with_peers=not asked.no_peers)


def _measure(sizes: list[str], rounds: int, *, with_peers: bool) -> None:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    ours: dict[str, dict[str, list[Took]]] = {}
    with sync_playwright() as player:
        open_browser = lambda: player.chromium.launch(executable_path=found, args=_FLAGS)  # noqa: E731
        for size in sizes:
            with served(size) as address:
                ours[size] = measured(address, rounds, partial(_profile, player.chromium, found))
            _print(size, ours[size])
        for size in [each for each in _COMPARED if with_peers and each in ours]:
            _compare(size, ours[size], rounds, open_browser)


@contextmanager
def served(size: str) -> Iterator[str]:
    """The address of the page over so many events, in a process of its own that has answered once."""
    command = [sys.executable, "-m", "tests.benchmarks.page", size, "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
        finally:
            server.kill()


def _serve(size: str) -> None:
    from waitress import create_server  # noqa: PLC0415 - only the child needs it

    from dashboard.app import create_app  # noqa: PLC0415

    server = create_server(create_app(dataset_of(size)).server, host="127.0.0.1", port=0, threads=4)
    print(server.effective_port, flush=True)
    server.run()


@contextmanager
def _profile(chromium: BrowserType, found: str | None) -> Iterator[BrowserContext]:
    """A browser as a person has it, with a profile: in a window that keeps nothing Chromium compiles all scripts anew each time."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        context = chromium.launch_persistent_context(
            folder, executable_path=found, args=_FLAGS, viewport={"width": _WIDE, "height": _HIGH}
        )
        yield context
        context.close()


def measured(address: str, rounds: int, open_profile: Profile) -> dict[str, list[Took]]:
    """What was measured, by what was done."""
    took: dict[str, list[Took]] = {"server cold": [], "cold": [], "warm": []}
    for turn in range(min(rounds, 3) + 1):  # in the first the server works out what it keeps
        with open_profile() as context:
            took["cold" if turn else "server cold"].append(_drawn(context, address))
            for _ in range(2):  # Chromium keeps what it has compiled from the second time on
                _drawn(context, address)
            took["warm"].append(_drawn(context, address))
            if turn == min(rounds, 3):
                took |= _touched(context, address, rounds)
    return took


def _drawn(context: BrowserContext, address: str) -> Took:
    """A page that is opened until it is drawn, and closed."""
    page = context.new_page()
    try:
        page.set_default_timeout(_PATIENCE)
        page.add_init_script(_WATCH)
        watch = _Watch(page)
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => window.drawnAt")
        return watch.took(page.evaluate("() => window.drawnAt"), page.evaluate(_TOLD))
    finally:
        page.close()


def _touched(context: BrowserContext, address: str, rounds: int) -> dict[str, list[Took]]:
    """Clicks, searches, zooms and drags on one page, in turns."""
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(address)
    page.wait_for_function("() => document.querySelector('#timeline .js-plotly-plot')?.data?.length")
    page.wait_for_load_state("networkidle")
    took: dict[str, list[Took]] = {"place click": [], "search": [], "zoom": [], "brush": []}
    for turn in range(rounds):
        for name, touch in (("place click", _click), ("search", _search), ("zoom", _zoom), ("brush", _brush)):
            _unfiltered(page)
            took[name].append(_painted(page, partial(touch, page, turn), typed=name == "search"))
    page.close()
    return took


def _unfiltered(page: Page) -> None:
    """The page as it opens, at rest."""
    if page.evaluate("() => window.location.search.length > 1"):
        with page.expect_response(lambda answer: "_dash-update-component" in answer.url):
            page.evaluate("() => window.dash_clientside.set_props('url', { search: '?' })")
    page.wait_for_timeout(700)
    page.evaluate("() => new Promise((rested) => requestIdleCallback(rested))")


def _painted(page: Page, touch: Callable[[], None], *, typed: bool) -> Took:
    """A touch until its answer is painted."""
    page.evaluate(_ARM)
    watch = _Watch(page)
    touch()
    page.wait_for_function("() => window.paintedAt")
    told = page.evaluate(_TOLD)
    return watch.took(told["painted"] - (told["first"] if typed else told["touched"]), told)


class _Watch:
    """What Chromium has worked since."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable")
        self.before = self._now()

    def _now(self) -> dict[str, float]:
        said = self.session.send("Performance.getMetrics")["metrics"]
        return {each["name"]: each["value"] * 1000 for each in said}

    def took(self, ms: float, told: dict[str, Any]) -> Took:
        now = self._now()
        spent = {name: max(now[name] - self.before.get(name, 0), 0) for name in now}
        layout = spent["LayoutDuration"] + spent["RecalcStyleDuration"]
        rest = max(spent["TaskDuration"] - spent["ScriptDuration"] - layout, 0)
        parts = (told["server"], told["wire"], spent["ScriptDuration"], layout, rest)
        named = dict(zip(_PARTS, parts, strict=True))
        return Took(ms, named, spent["ProcessTime"], told["requests"], told["size"])


def _click(page: Page, turn: int) -> None:
    places = page.locator("#places-boxes [role=group] [role=treeitem] .choice")
    places.nth(turn % min(places.count(), 4)).click()


def _search(page: Page, turn: int) -> None:
    page.locator("#search").fill(("killing 3", "shells", "clashed near", "killing 5")[turn % 4])


def _zoom(page: Page, turn: int) -> None:
    _drag(page, "#timeline .nsewdrag", 0.3 + 0.02 * (turn % 5), 0.6)


def _brush(page: Page, turn: int) -> None:
    _drag(page, "#overview .nsewdrag", 0.2 + 0.05 * (turn % 5), 0.7)


def _drag(page: Page, what: str, first: float, last: float) -> None:
    box = page.locator(what).first.bounding_box()
    assert box is not None
    high = box["y"] + min(box["height"], 300) / 2
    page.mouse.move(box["x"] + first * box["width"], high)
    page.mouse.down()
    page.mouse.move(box["x"] + last * box["width"], high, steps=4)
    page.mouse.up()


def _print(size: str, took: dict[str, list[Took]]) -> None:
    print(f"\n{size} events\n")
    print(f"| | median ms | worst | {' | '.join(_PARTS)} | processor | requests | kB |")
    print("|---" * (len(_PARTS) + 6) + "|")
    for name, every in took.items():
        ms = [each.ms for each in every]
        parts = " | ".join(f"{median(each.parts[part] for each in every):.0f}" for part in _PARTS)
        kilobytes = median(each.size for each in every) / 1000
        asked, cpu = median(each.requests for each in every), median(each.cpu for each in every)
        print(
            f"| {name} | {median(ms):.0f} | {max(ms):.0f} | {parts} | {cpu:.0f} | {asked:.0f} | {kilobytes:.0f} |",
            flush=True,
        )


def _compare(
    size: str, ours: dict[str, list[Took]], rounds: int, open_browser: Callable[[], Browser]
) -> None:
    """The peers' times beside ours: a static page each, opened in a new browser, and zoomed in; ours first."""
    served = tuple(median(each.ms for each in ours[name]) for name in ("cold", "zoom"))
    print(
        f"\n{size} events: first drawing {served[0]:.0f} ms, zoom {served[1]:.0f} ms, with the server; as static pages:"
    )
    exported: tuple[float, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        for peer in static_pages(size, Path(folder)):
            if not peer.page:
                print(f"- {peer.name}: {peer.why}")
                continue
            took = tuple(
                map(median, zip(*(_static(peer, open_browser) for _ in range(min(rounds, 3))), strict=True))
            )
            exported = exported or took
            told = ", ".join(
                f"{what} {theirs:.0f} ms ({theirs / own:.1f} × our exported page, {theirs / live:.1f} × the served one)"
                for what, theirs, own, live in zip(
                    ("first drawing", "zoom"), took, exported, served, strict=True
                )
            )
            print(f"- {peer.name}: {told}", flush=True)


def _static(peer: Peer, open_browser: Callable[[], Browser]) -> tuple[float, float]:
    assert peer.page is not None
    browser = open_browser()
    page = browser.new_page(viewport={"width": _WIDE, "height": _HIGH})
    page.set_default_timeout(_PATIENCE)
    if peer.watches:
        page.add_init_script(peer.watches)
    page.goto(peer.page.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.drawnAt")
    page.wait_for_load_state("load")  # what a page still reads after its chart is no part of a zoom
    page.evaluate("() => new Promise((rested) => requestIdleCallback(rested))")
    start = perf_counter()
    zoomed = page.evaluate(peer.zoom)
    assert perf_counter() > start
    drawn = page.evaluate("() => window.drawnAt")
    browser.close()
    return float(drawn), float(zoomed)


if __name__ == "__main__":
    main()

"""A real browser on the real page, which may speak to nobody but us and must not complain."""

import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Request, expect
from playwright.sync_api import TimeoutError as LateError
from werkzeug.serving import make_server

from dashboard.app import Case, create_app
from dashboard.table import Dataset
from tests.sample import dataset

HERE = "127.0.0.1"
LONG = 20_000
DRAWN = """() => document.querySelector("#timeline .js-plotly-plot")?.layout?.uirevision
  || document.querySelector("#empty .empty")"""
_OPEN: "list[Windows]" = []
Answering = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_STEP = 50  # milliseconds between two looks at what is under way
_IDLE = "() => new Promise((rested) => requestIdleCallback(rested, { timeout: 1000 }))"
_UNDER_WAY: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
_QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # the pages of one address share a process, and what it made of their scripts
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may miss a beat: its tests are tried once more, and the summary names them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@dataclass(slots=True)
class Watch:
    """What a page asked for and complained about."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Callable[[], None]:
        """Watch this page from now on, until what is given back is called."""
        under_way = _UNDER_WAY.setdefault(page, set())
        told: list[tuple[Any, Callable[[Any], object]]] = [
            ("request", lambda request: self.hosts.add(urlsplit(request.url).hostname or HERE)),
            ("request", lambda request: under_way.add(request)),  # noqa: PLW0108 - playwright marks it
            ("requestfinished", lambda request: under_way.discard(request)),  # noqa: PLW0108 - playwright marks it
            ("requestfailed", lambda request: under_way.discard(request)),  # noqa: PLW0108 - playwright marks it
            ("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None),
            ("pageerror", lambda error: self.complaints.append(str(error))),
            ("response", lambda answer: self.complaints.append(answer.url) if answer.status >= 400 else None),
        ]
        listen: Any = page.on  # by a name that is not known before
        for of, tell in told:
            listen(of, tell)

        def leave() -> None:
            for of, tell in told:
                page.remove_listener(of, tell)
            _UNDER_WAY.pop(page, None)

        return leave


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium or Chrome of this machine, else playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    return browser_type_launch_args | {"args": _QUIET} | ({"executable_path": found} if found else {})


@contextmanager
def served(data: Dataset | Case) -> Iterator[str]:
    """The address of a page over a dataset or a case, for as long as the block lasts."""
    door = _FREE.pop() if _FREE else _Door()
    door.leads_to = create_app(data).server
    try:
        yield door.address
    finally:
        for windows in _OPEN:  # a page that is still asking must not find its server gone
            windows.close()
        _FREE.append(door)


class _Door:
    """An address behind which one page is after another: so the browser knows their scripts from those before."""

    leads_to: Answering

    def __init__(self) -> None:
        server = make_server(HERE, 0, self._answer, threaded=True)
        self.address = f"http://{HERE}:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def _answer(self, asked: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        return self.leads_to(asked, begin)


_FREE: list[_Door] = []


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The page over the sample dataset."""
    with served(dataset()) as url:
        yield url


@pytest.fixture(autouse=True)
def watch() -> Iterator[Watch]:
    """Fails any test whose pages ask another host or complain."""
    watched = Watch()
    yield watched
    assert watched.hosts <= {HERE}, f"the page asked {watched.hosts - {HERE}}"
    assert watched.complaints == []


@pytest.fixture(scope="session")
def warm(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """A browser that keeps what it made of our scripts, as a person's does: to make it anew takes half of an opening."""
    folder = tmp_path_factory.mktemp("browser")
    with browser_type.launch_persistent_context(folder, **browser_type_launch_args) as context:
        yield context


@pytest.fixture
def window(browser: Browser, warm: BrowserContext, watch: Watch) -> Iterator["Windows"]:
    """Opens watched browser windows of any size, zone and colour."""
    windows = Windows(browser, watch, warm)
    _OPEN.append(windows)
    yield windows
    _OPEN.remove(windows)
    windows.close()


@dataclass(slots=True)
class Windows:
    """Browser windows opened in a test: in the browser that is warm, where one is given, and forgotten there afterwards.

    There the first is opened in a tab that stays from test to test, as another tab takes a quarter of an opening.
    """

    browser: Browser
    watch: Watch
    warm: BrowserContext | None = None
    contexts: list[BrowserContext] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    left: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Closes them all; what they kept is forgotten, but for the scripts."""
        while self.contexts:
            self.contexts.pop().close()
        while self.left:
            self.left.pop()()
        if self.warm and self.seen:
            first, *others = self.warm.pages
            for page in others[1:]:
                page.close()
            for tab in others[:1]:
                _emptied(tab)
            self.warm.clear_cookies()
            self.warm.clear_permissions()
            session = self.warm.new_cdp_session(first)
            while self.seen:
                kept = {"origin": self.seen.pop(), "storageTypes": "local_storage,indexeddb,service_workers"}
                session.send("Storage.clearDataForOrigin", kept)
            session.detach()

    def open(self, url: str, *, width: int = 1440, height: int = 900, **options: Any) -> Page:
        """A page once its chart is drawn, or it says that there is nothing to draw.

        Where more is asked for than colours and motion it is in a browser that knows nothing yet.
        """
        if self.warm is None or not options.keys() <= {"color_scheme", "reduced_motion"}:
            return self.alone(url, viewport={"width": width, "height": height}, **options)
        stays = self.warm.pages[1:2] if not self.seen else []
        page = stays[0] if stays else self.warm.new_page()
        parts = urlsplit(url)
        self.seen.add(f"{parts.scheme}://{parts.netloc}")
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**_PLAIN | options)
        return self._drawn(page, url)

    def alone(self, url: str, **options: Any) -> Page:
        """The same in a browser of its own."""
        self.contexts.append(self.browser.new_context(**options))
        return self._drawn(self.contexts[-1].new_page(), url)

    def _drawn(self, page: Page, url: str) -> Page:
        page.set_default_timeout(LONG)
        self.left.append(self.watch.over(page))
        page.goto(url)
        settled(page)
        return page


_PLAIN = {"color_scheme": "light", "reduced_motion": "no-preference", "media": "null"}
_FORGET = "() => { try { sessionStorage.clear(); } catch { /* a page of nobody keeps nothing */ } }"


def _emptied(tab: Page) -> None:
    """A tab as it was when it was new: nothing in it, nothing kept, no pointer over it."""
    tab.unroute_all()
    tab.evaluate(_FORGET)
    tab.goto(_nowhere())
    tab.mouse.move(-1, -1)


@cache
def _nowhere() -> str:
    """The address of an empty page, at which the browser keeps the process of our pages: to make one takes as long as another tab."""
    door = _Door()
    door.leads_to = _empty
    return door.address


def _empty(_: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
    begin("200 OK", [("Content-Type", "text/html")])
    return [b"<!doctype html><link rel=icon href='data:,'>"]


def settled(page: Page) -> None:
    """Waits until the page has drawn and counts nothing any more."""
    expect(page.locator("#count")).to_have_text(re.compile(r"\d"), timeout=LONG)
    page.wait_for_function(DRAWN)
    quiet(page)


_BARS = """() => (document.querySelector("#timeline .js-plotly-plot")?.data || [])
  .filter((trace) => trace.name === "events").flatMap((trace) => trace.customdata)"""
_ROWS = """() => [...document.querySelectorAll("#table [row-id]")]
  .map((row) => row.getAttribute("row-id"))"""


def quiet(page: Page, rest: int = 200) -> None:
    """Waits until the page is idle, and nothing it asked for has been under way for so many milliseconds.

    The page itself draws 150 ms after its room has changed.
    That it is idle says the page itself, so that a busy machine is waited for longer, and another no longer than need be.
    """
    rested = 0
    for _ in range(LONG // _STEP):
        page.wait_for_timeout(_STEP)
        page.evaluate(_IDLE)
        rested = 0 if _UNDER_WAY.get(page) else rested + _STEP
        if rested >= rest:
            return
    raise AssertionError(f"the page still waits for {[each.url for each in _UNDER_WAY[page]]}")


def goes(page: Page, search: str) -> None:
    """Shows another view without loading the page again."""
    page.evaluate("(search) => dash_clientside.set_props('url', { search })", search)
    quiet(page)


def shows(page: Page, events: set[str]) -> None:
    """Waits until exactly these events are drawn on the chart."""
    _waits_for(page, _BARS, events)


def lists(page: Page, events: set[str]) -> None:
    """Waits until exactly these events are in the table; all of the sample fit into its window."""
    _waits_for(page, _ROWS, events)


def bars(page: Page) -> set[str]:
    """The events drawn on the chart just now."""
    return set(page.evaluate(_BARS))


def _waits_for(page: Page, found: str, events: set[str]) -> None:
    same = f"(wanted) => [...new Set(({found})())].sort().join() === wanted"
    try:
        page.wait_for_function(same, arg=",".join(sorted(events)))
    except LateError:
        assert set(page.evaluate(found)) == events


def count(page: Page) -> str:
    """The number above the chart."""
    return page.locator("#count").inner_text()

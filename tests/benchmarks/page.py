"""How soon the page is drawn in a real Chromium, and how soon it answers a click, by the number of events.

    .venv/bin/python -m tests.benchmarks.page [--events 1000 10000 93000] [--rounds 3]

Prints medians: milliseconds from the address to the first drawing, from a click on a place and on a type to the
chart and the count that follow, requests and kilobytes of each, and components in the page.
"""

import argparse
import logging
import random
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.table import Dataset

_START = datetime(2018, 1, 1, tzinfo=UTC)
_COUNTRIES, _REGIONS, _A_PLACE, _A_REPORT = 4, 14, 5, 5.6
_TYPES = (
    ("Battles", "Armed clash"), ("Explosions/Remote violence", "Air/drone strike"), ("Protests", "Peaceful protest"),
    ("Violence against civilians", "Attack"), ("Strategic developments", "Agreement"), ("Riots", "Mob violence"),
)  # fmt: skip
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE = 240_000
_DRAWN = """() => document.querySelector("#timeline .js-plotly-plot")?.layout?.uirevision
  && document.querySelector("#count")?.textContent.includes("of")
  && document.querySelector("#places-boxes [role=treeitem]") !== null"""
_IN_PAGE = "() => document.querySelectorAll('[id]').length"


@dataclass(slots=True)
class Traffic:
    """What went over the wire since it was last asked."""

    requests: int = 0
    size: int = 0

    def taken(self) -> tuple[int, int]:
        """Requests and kilobytes, counted from here on anew."""
        told = (self.requests, round(self.size / 1000))
        self.requests = self.size = 0
        return told


def main() -> None:
    """Print a row for each number of events."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    print(
        "| events | places | reports | first drawing ms | place click ms | type click ms | requests, kB: drawing | place |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for count in asked.events:
        data = synthetic(count)
        with served(data) as address:
            rounds = [measured(address) for _ in range(asked.rounds)]
        times = [round(median(each[0][at] for each in rounds)) for at in range(3)]
        (first, first_kb), (place, place_kb) = rounds[-1][1]
        places = data.events["location"].nunique()
        print(
            f"| {count:,} | {places:,} | {len(data.reports):,} | {' | '.join(map(str, times))} | {first}, {first_kb} | {place}, {place_kb} |",
            flush=True,
        )


def synthetic(count: int) -> Dataset:
    """So many made-up events, a fifth as many places, told by a report for each five or six; always the same."""
    dice = random.Random(1)
    places = max(count // _A_PLACE, 10)
    reports = max(round(count / _A_REPORT), 1)
    events, mentions = [], []
    for number in range(count):
        place, kind = dice.randrange(places), dice.choice(_TYPES)
        start = _START + timedelta(hours=dice.randrange(24 * 365))
        report = dice.randrange(reports)
        quote = f"Fighters clashed near Town {place} and shells fell on its edge, killing {number % 9}."
        events.append({
            "event_id": f"e{number}", "start": start.isoformat(), "end": (start + timedelta(hours=dice.choice((1, 6, 24)))).isoformat(),
            "timezone": "Asia/Damascus", "granularity": "day", "event_type": kind[0], "sub_event_type": kind[1],
            "actor1": f"Actor {dice.randrange(200)}", "location": f"Town {place}", "admin2": f"District {place % 60}",
            "admin1": f"Region {place % _REGIONS}", "country": f"Country {place % _COUNTRIES}", "source": f"Source {report % 50}",
            "notes": quote, "n_mentions": 1, "published": start.isoformat(), "confidence": 0.8,
        })  # fmt: skip
        mentions.append({"mention_id": f"m{number}", "event_id": f"e{number}", "report_id": f"r{report}", "quote": quote,
                         "char_start": 0, "char_end": 40, "start": start.isoformat(), "end": start.isoformat()})  # fmt: skip
    told = [{"report_id": f"r{number}", "title": f"Report {number}", "text": "Fighters clashed. " * 40, "timezone": "Asia/Damascus",
             "published": (_START + timedelta(hours=number * 8760 / reports)).isoformat()} for number in range(reports)]  # fmt: skip
    return Dataset.from_rows(events, mentions, told, "synthetic")


@contextmanager
def served(data: Dataset) -> Iterator[str]:
    """The address of the page over a dataset."""
    server = make_server("127.0.0.1", 0, create_app(data).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def measured(address: str) -> tuple[tuple[float, float, float], list[tuple[int, int]]]:
    """Milliseconds to the first drawing, of a place click and of a type click; traffic of the first two."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=found, args=_FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(_PATIENCE)
        traffic = Traffic()
        page.on("response", lambda answer: _note(traffic, answer))
        start = perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(_DRAWN)
        drawn = (perf_counter() - start) * 1000
        page.wait_for_load_state("networkidle")
        first = traffic.taken()
        place = _click(page, "#places-boxes [role=group] [role=treeitem] .choice")
        page.wait_for_load_state("networkidle")
        second = traffic.taken()
        kind = _click(page, "#facet-event_type-boxes label .choice")
        browser.close()
    return (drawn, place, kind), [first, second]


def _click(page: Page, what: str) -> float:
    """Milliseconds until the count and the chart are other than before."""
    before = page.evaluate("() => [document.querySelector('#count').textContent, window.__drawn = 0][0]")
    page.evaluate(
        "() => document.querySelector('#timeline .js-plotly-plot').on('plotly_afterplot', () => (window.__drawn += 1))"
    )
    start = perf_counter()
    page.locator(what).first.click()
    page.wait_for_function(
        "(before) => document.querySelector('#count').textContent !== before && window.__drawn > 0",
        arg=before,
    )
    return (perf_counter() - start) * 1000


def _note(traffic: Traffic, answer: Any) -> None:
    traffic.requests += 1
    traffic.size += int(answer.headers.get("content-length", 0))


if __name__ == "__main__":
    main()

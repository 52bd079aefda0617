"""Takes the pictures of the page: ``python -m tests.browser.take_pictures [name …]``; that of a million events only where it is named."""

import argparse
import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard.app import Case, KeptCase
from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.extraction.reading import Reading
from dashboard.readers import files_under, read_file
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from tests.benchmarks.page_data import synthetic
from tests.browser.conftest import Watch, Windows, served, settled

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
FOLDER = HERE.parent / "gold" / "reports"
MANY = 38
TALLEST = "evacuation"
"""What is open on the card: the first batch's evacuation has the most to explain."""


class Over(StrEnum):
    """What a picture is of."""

    SEED = "the sample report"
    CASE = "the sample report, in a store of one's own"
    FOLDER = "a folder of reports"
    EMPTY = "an empty store"
    TEN_THOUSAND = "10,000 made-up events"
    MILLION = "a million made-up events"


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: of what, at which address (``{event}``: the one with most to explain), how large, in which colours.

    Without a ``door`` it is the page; else a page that is handed out, as it looks on paper where it is ``printed``.
    """

    over: Over
    search: str = ""
    door: str = ""
    printed: bool = False
    width: int = 1440
    height: int = 900
    colours: str = "light"


SCENES = {
    "desktop": Scene(Over.SEED, "?event={event}&tab=report"),
    "dark": Scene(Over.SEED, "?from=2018-05-18T21:00Z&to=2018-05-21T12:00Z&event={event}", colours="dark"),
    "phone": Scene(Over.SEED, width=390, height=844),
    "counts": Scene(Over.SEED, "?tab=counts"),
    "map": Scene(Over.FOLDER, "?tab=map&split=55"),
    "who": Scene(Over.FOLDER, "?tab=who&split=55"),
    "arabic": Scene(Over.SEED, "?event={event}&lang=ar"),
    "embed": Scene(Over.SEED, door="embed", width=900, height=520),
    "exported": Scene(Over.SEED, door="export/timeline.html"),
    "print": Scene(Over.SEED, door="export/report.html", printed=True, width=1120),
    "edit": Scene(Over.CASE, "?event={event}&edit=fields"),
    "folder": Scene(Over.FOLDER),
    "review": Scene(Over.FOLDER, "?tab=review"),
    "empty": Scene(Over.EMPTY),
    "ten-thousand": Scene(Over.TEN_THOUSAND),
    "million": Scene(Over.MILLION),
}


def main() -> None:
    """One picture a scene."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    usual = [name for name, scene in SCENES.items() if scene.over is not Over.MILLION]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(SCENES))
    names = parser.parse_args().names or usual
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for over, alike in groupby(
            sorted(names, key=lambda name: SCENES[name].over), key=lambda name: SCENES[name].over
        ):
            with data_of(over) as data, served(data) as url:
                for name in alike:
                    take(name, browser, url, data)
        browser.close()


@contextmanager
def data_of(over: Over) -> Iterator[Dataset | Case]:
    """What is shown."""
    if over in {Over.TEN_THOUSAND, Over.MILLION}:
        yield synthetic(10_000 if over is Over.TEN_THOUSAND else 1_000_000)
    elif over is Over.SEED:
        yield dataset_from(_read(files_under(SEEDS)), name="South Damascus, May 2018")
    else:
        files = {Over.CASE: files_under(SEEDS), Over.FOLDER: sorted(FOLDER.glob("*.txt"))[:MANY]}.get(
            over, []
        )
        with Store.open("sqlite://") as store:
            if files:
                store.save(
                    as_reported(
                        _read(files), "South Damascus, May 2018" if over is Over.CASE else "38 reports"
                    )
                )
            yield KeptCase("Ann", kept=store)


def take(name: str, browser: Browser, url: str, data: Dataset | Case) -> None:
    """One picture."""
    scene = SCENES[name]
    events = (data if isinstance(data, Dataset) else data.dataset()).events
    told = events.loc[events["ext_type"] == TALLEST, "event_id"]
    search = scene.search.format(event=told.iloc[0] if len(told) else "")
    windows = Windows(browser, Watch())
    address = f"{url.rstrip('/')}/{scene.door}{search}"
    if scene.door:
        page = browser.new_page(viewport={"width": scene.width, "height": scene.height})
        page.set_content(page.request.get(address).text())  # what is handed out as a file is opened as one
        page.locator("html[data-drawn]").wait_for()
        page.emulate_media(media="print" if scene.printed else "screen")
    else:
        page = windows.open(address, width=scene.width, height=scene.height, color_scheme=scene.colours)
        settled(page)
    page.screenshot(path=HERE / "pictures" / f"{name}.png")
    page.close()
    windows.close()


def _read(files: Iterable[Path]) -> list[Reading]:
    return [read_report(read_file(path)) for path in files]


if __name__ == "__main__":
    main()

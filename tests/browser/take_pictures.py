"""Takes the pictures the README shows: ``python -m tests.browser.take_pictures``."""

import logging
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.readers import files_under, read_file
from dashboard.table import Dataset
from tests.browser.conftest import Watch, Windows, served, settled

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
SCENES = {
    "desktop": ("?event={first}&tab=report", 1440, 900, "light"),
    "dark": ("?from=2018-05-18T21:00Z&to=2018-05-21T12:00Z&event={first}", 1440, 900, "dark"),
    "phone": ("", 390, 844, "light"),
}


def main() -> None:
    """One picture a scene, of the seed report."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    seed = dataset_from(
        [read_report(read_file(path)) for path in files_under(SEEDS)], name="South Damascus, May 2018"
    )
    with sync_playwright() as play, served(seed) as url:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in SCENES:
            take(name, browser, url, seed)
        browser.close()


def take(name: str, browser: Browser, url: str, seed: Dataset) -> None:
    """One picture: the first batch's evacuation stands open, for it has the most to explain."""
    search, width, height, colours = SCENES[name]
    told = seed.events[seed.events["ext_type"] == "evacuation"].iloc[0]
    windows = Windows(browser, Watch())
    page = windows.open(
        url + "/" + search.format(first=told["event_id"]), width=width, height=height, color_scheme=colours
    )
    settled(page)
    page.screenshot(path=HERE / "pictures" / f"{name}.png")
    windows.contexts[0].close()


if __name__ == "__main__":
    main()

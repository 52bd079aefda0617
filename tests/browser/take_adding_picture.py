"""Takes the picture of adding that the README shows: ``python -m tests.browser.take_adding_picture``."""

import logging
import shutil
from pathlib import Path

from playwright.sync_api import FilePayload, sync_playwright

from dashboard.app import KeptCase
from dashboard.store import Store
from tests.browser.conftest import Watch, Windows, served

PICTURE = Path(__file__).parent / "pictures" / "adding.png"
POSTS = {
    "post-2018-05-21.txt": "Shelling of Douma, morning update\n\nArtillery shelled Douma yesterday at dawn, killing three civilians. Warplanes bombed Harasta on Sunday.",
    "post-2018-05-22.txt": "Convoy leaves Homs\n\nA convoy of twenty buses left Homs after midnight of yesterday.",
    "update.html": "<!doctype html><html><head><title>Clashes near Homs</title><meta property='article:published_time' content='2018-05-23T09:00:00+03:00'></head><body><article><h1>Clashes near Homs</h1><p>Gunmen clashed in Homs last night, killing two fighters, residents said. The road was closed until noon on Tuesday.</p></article></body></html>",
    "incidents.csv": "When,Town,Killed,Source\n19 May 2018,Douma,3,field notes\nunclear,Homs,2,field notes\n20 May 2018,Homs,1,field notes\n",
}


def main() -> None:
    """The dialog once made-up posts and a table were looked at, one day taken from a name."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    files: list[FilePayload] = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in POSTS.items()
    ]
    with (
        sync_playwright() as play,
        Store.open("sqlite://") as store,
        served(KeptCase("Ann", kept=store)) as url,
    ):
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = Windows(browser, Watch()).open(url)
        page.get_by_role("button", name="Add", exact=True).click()
        page.locator("#add-files").set_input_files(files)
        page.locator("#add-keep").wait_for()
        page.get_by_role("button", name="2018-05-21, from its name").click()
        page.get_by_text("Monday 21 May 2018").wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()

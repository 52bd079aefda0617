"""The most memory of a program that serves a million rows, asked as a browser asks: the page, places, zooms, lanes, tabs, searches.

    .venv/bin/python -m tests.benchmarks.memory [--rows 1000000] [--database FILE]

The store is filled with a made-up table by another program, and served twice: read from the database, and from the copy beside it.
Prints VmHWM in megabytes, as Linux tells it, after each kind of question; then the most that was held beside pages of files, which the
system may take back (RssAnon, looked at every 20 ms), what is held of it now, and the seconds of the program's processor so far.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from dashboard.exchange.tables import Asked, read_table
from dashboard.store import Store
from tests.benchmarks.tables import written
from tests.benchmarks.touches import SCREEN, named, question, touches_of

_ORDER = (
    "place",
    "zoom",
    "lanes",
    "tab",
    "event",
    "search",
)  # the search makes the index of words, so it comes last
_EVENTS = [f"acled:MAD{number}" for number in range(0, 600, 100)]  # of the made-up table
_MEGABYTE = 1024


def main() -> None:
    """Print a line for each kind of question."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--database", help="a store that is there already")
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.fill:
        _fill(Path(asked.database), asked.rows)
        return
    with TemporaryDirectory() as folder:
        database = asked.database or str(Path(folder) / "made.db")
        if not asked.database:
            command = ("--fill", "--database", database, "--rows", str(asked.rows))
            subprocess.run([sys.executable, "-m", "tests.benchmarks.memory", *command], check=True)
        Path(f"{database}.cache").unlink(missing_ok=True)
        for start in ("read from the database", "from the copy beside it"):
            print(
                f"\n{start}\n\n| after | questions | most memory, MB | most without pages of files | now | s of the processor |\n|---|---|---|---|---|---|"
            )
            with _served(database) as (process, address, watched):
                for what, questions in _asked_of(address):
                    most, now = (_held(process, each) for each in ("VmHWM", "RssAnon"))
                    print(
                        f"| {what} | {questions} | {most:,.0f} | {watched.most:,.0f} | {now:,.0f} | {_busy(process):.1f} |",
                        flush=True,
                    )


def _fill(database: Path, rows: int) -> None:
    table = database.with_suffix(".csv")
    written(table, rows)
    with Store.open(str(database)) as store:
        for batch in read_table(table, Asked(dataset="made")):
            store.save(batch.dataset)
    table.unlink()


@contextmanager
def _served(database: str) -> Iterator[tuple[int, str, "_Watched"]]:
    command = ("-m", "dashboard", "serve", "--database", database, "--port", "0", "--no-browser")
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as program:  # fmt: skip
        watched = _Watched(program.pid)
        try:
            yield program.pid, _address(program), watched
        finally:
            watched.ended.set()
            program.terminate()


class _Watched:
    """The most that a program held beside pages of files, as far as one looked."""

    def __init__(self, process: int) -> None:
        self.most, self.ended = 0.0, Event()
        Thread(target=self._watch, args=(process,), daemon=True).start()

    def _watch(self, process: int) -> None:
        with suppress(OSError, IndexError):  # it has ended
            while not self.ended.wait(0.02):
                self.most = max(self.most, _held(process, "RssAnon"))


def _address(program: "subprocess.Popen[str]") -> str:
    for line in program.stdout or ():
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    msg = "the program ended before it said where its page is"
    raise SystemExit(msg)


def _asked_of(address: str) -> Iterator[tuple[str, int]]:
    """Ask for the page, then each kind of question; gives the kind and how many of it were asked."""
    said = urlencode({"search": "", "screen": json.dumps(SCREEN)})
    page = dict(named(_answer(f"{address}/_dash-layout?{said}")))
    yield "the page", 1
    callback = next(
        each for each in _answer(f"{address}/_dash-dependencies") if "shown.data" in each["output"]
    )
    touches = touches_of(page, _EVENTS)
    for what in _ORDER:
        for touch in touches[what]:
            body = json.dumps(question(callback["output"], callback, page, touch)).encode()
            _answer(f"{address}/_dash-update-component", body)
        yield what, len(touches[what])


def _answer(address: str, body: bytes | None = None) -> Any:
    sent = Request(
        address, body, {"Content-Type": "application/json", "Origin": address.split("/_", maxsplit=1)[0]}
    )
    with urlopen(sent) as answer:
        return json.load(answer)


def _held(process: int, which: str) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.split(f"{which}:")[1].split()[0]) / _MEGABYTE


def _busy(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()

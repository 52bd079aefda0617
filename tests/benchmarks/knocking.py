"""How the page answers while strangers stand at its door: ``python -m tests.benchmarks.knocking``.

Crowds of 100, 500 and 2,000 connect to a server of our own on this machine; half of each crowd says nothing,
half sends a letter of a request every second. Beside them ``/healthz`` is asked ten times. Takes about a minute.
"""

import resource
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.cli.test_serve import served

CROWDS = (0, 100, 500, 2000)
ASKED = 10
REPORT = "Shelling in Douma\n\nArtillery struck Douma on Tuesday, 6 March 2018, killing three civilians.\n"


def main() -> None:
    """Prints a line a crowd: how long ``/healthz`` took beside it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, most), most))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.txt")
        report.write_text(REPORT, encoding="utf-8")
        with served(report, "--database", Path(folder, "reports.db")) as (address, _):
            print(f"{'crowd':>6} {'middle ms':>10} {'longest ms':>11} {'answered':>9}")
            for many in CROWDS:
                with crowd(address, many):
                    took = [answer for _ in range(ASKED) if (answer := asked(address)) is not None]
                middle = (
                    f"{statistics.median(took):10.0f} {max(took):11.0f}" if took else f"{'-':>10} {'-':>11}"
                )
                print(f"{many:6,} {middle} {len(took):6}/{ASKED}")


def asked(address: str) -> float | None:
    """Milliseconds until ``/healthz`` answered; None when it did not within ten seconds."""
    began = time.perf_counter()
    try:
        with urlopen(f"{address}healthz", timeout=10) as answer:
            answer.read()
    except OSError:
        return None
    return (time.perf_counter() - began) * 1000


@contextmanager
def crowd(address: str, many: int) -> Iterator[None]:
    """So many strangers at the door for as long as the block lasts."""
    port = int(address.rstrip("/").rpartition(":")[2])
    left = threading.Event()
    with ExitStack() as stack:
        standing = []
        for _ in range(many):
            with suppress(OSError):
                standing.append(stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5)))
        spelling = threading.Thread(target=spell, args=(standing[::2], left), daemon=True)
        spelling.start()
        yield
        left.set()
        spelling.join()


def spell(clients: list[socket.socket], left: threading.Event) -> None:
    """A request letter by letter, one a second, from each of them."""
    for letter in "GET /healthz HTTP/1.1\r\nX-Slow: " + "a" * 60:
        for client in clients:
            with suppress(OSError):
                client.send(letter.encode())
        if left.wait(1):
            return


if __name__ == "__main__":
    main()

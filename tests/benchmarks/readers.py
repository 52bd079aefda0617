"""How fast files become reports, and how much of the whole reading that takes: ``python -m tests.benchmarks.readers``.

Pages are made up, by a seeded generator: an article of 6 to 30 paragraphs among menus, banners and links.
"""

import random
from collections.abc import Callable
from time import process_time
from typing import TypeVar

from trafilatura import bare_extraction

from dashboard.extraction import read_report
from dashboard.readers import read_bytes
from dashboard.readers.opened import opened
from dashboard.readers.received import Received
from dashboard.text import Report
from tests.readers.made_files import chat, chat_message, feed, mail, pdf, word
from tests.readers.made_pages import article, ld, paragraphs

T = TypeVar("T")
_PAGES = 100
_MENU = "".join(
    f'<li class="menu-item"><a href="/{number}"><span>Section {number}</span></a></li>'
    for number in range(150)
)


def main() -> None:
    """Print pages a second a core beside the same page by the library alone, and the share of the whole reading."""
    pages = [_page(seed) for seed in range(_PAGES)]
    size = sum(map(len, pages)) // len(pages)
    ours = _each(lambda data: read_bytes(data, "page.html"), pages)
    print(f"HTML, {_PAGES} pages of {size:,} bytes: {1 / ours:.0f} pages/s a core, {ours * 1000:.1f} ms each")
    print(f"  trafilatura alone, its own metadata and date: {1 / _each(_alone, pages):.0f} pages/s")
    reports = [read_bytes(each, "page.html") for each in pages]
    read = _each(read_report, reports)
    print(f"  then reading events: {read * 1000:.1f} ms each; files are {ours / (ours + read):.0%} of both")
    for what, data in _others().items():
        count = sum(isinstance(each, Report) for each in opened(Received(what, data)))
        took = _each(lambda each: list(opened(Received("x", each))), [data] * 5)
        print(f"{what}: {count / took:,.0f} reports/s")


def _page(seed: int) -> bytes:
    chance = random.Random(seed)
    head = ld(
        **{"@type": "NewsArticle", "datePublished": f"2018-05-{chance.randint(1, 28):02}T10:00:00+03:00"}
    )
    made = article(seed, head=head, count=chance.randint(6, 30))
    return made.markup.replace("<nav><ul>", f"<nav><ul>{_MENU}").encode()


def _alone(data: bytes) -> object:
    return bare_extraction(data, with_metadata=True)


def _others() -> dict[str, bytes]:
    lines = [line for number in range(40) for line in paragraphs(number, 1)[0].split(". ")]
    return {
        "mail, one": mail("\n\n".join(paragraphs(1))),
        "feed, 500 entries": feed(500),
        "Telegram export, 5,000 messages": chat([chat_message(number) for number in range(5_000)]),
        "PDF, one of 10 pages": pdf([lines[:45]] * 10),
        "Word, one of 60 paragraphs": word(paragraphs(1, 60)),
    }


def _each(read: Callable[[T], object], given: list[T]) -> float:
    """Seconds of processor time for each, after one that loads what is needed."""
    read(given[0])
    start = process_time()
    for each in given:
        read(each)
    return (process_time() - start) / len(given)


if __name__ == "__main__":
    main()

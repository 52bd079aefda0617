"""How a page is built: messages with stamps, bulletins of labels, heads over sections, captions and other furniture.

Each case is a page as it comes and the events that a coder reads in it: type, time, place, dead. The cases stand in
``pages/``, one file a kind. A time is a day, two with a stroke between
that hold it, or an hour that a time of at most twelve hours holds; ``or`` parts
what is right as well, ``?`` is not asked. Those that do not hold yet are listed in ``OPEN``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report

PAGES = Path(__file__).with_name("pages")
HALF_A_DAY, HOUR, DAY = timedelta(hours=12), timedelta(hours=1), timedelta(days=1)
_CASE = re.compile(
    r"^## (?P<id>\S+)\nPublished (?P<day>\S+)\n\n```\n(?P<text>.*?)```\n(?P<rows>[^#]*)",
    re.MULTILINE | re.DOTALL,
)
_ROW = re.compile(r"^- (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Coded:
    """What a coder reads: each cell with what is right as well."""

    types: tuple[str, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    dead: tuple[str, ...]
    actors: tuple[str, ...]

    def is_told_by(self, event: Event) -> bool:
        """Whether a row says so."""
        return (
            str(event.sub_event_type) in self.types
            and any(_at(each, event) for each in self.times)
            and any(_plain(each) in _plain(event.location) for each in self.places)
            and ("?" in self.dead or str(event.fatalities or 0) in self.dead)
            and all(any(each in name for name in _names(event)) for each in self.actors)
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came, when it was published, and its events."""

    name: str
    published: date | None
    text: str
    coded: tuple[Coded, ...]


def _cells(row: str) -> Coded:
    kind, time, place, dead, *actors = (cell.strip() for cell in row.split("|"))
    types, times, places, deaths = (tuple(cell.split(" or ")) for cell in (kind, time, place, dead))
    return Coded(types, times, places, deaths, tuple(actors[0].split("; ")) if actors else ())


def pages(kind: str) -> Iterator[Page]:
    """The cases of a file."""
    for case in _CASE.finditer((PAGES / f"{kind}.md").read_text(encoding="utf-8")):
        coded = tuple(_cells(row) for row in _ROW.findall(case["rows"]))
        day = None if case["day"] == "unknown" else date.fromisoformat(case["day"])
        yield Page(f"{kind}-{case['id']}", day, case["text"], coded)


def _names(event: Event) -> tuple[str, ...]:
    return tuple(each for each in (event.actor1, event.actor2, event.assoc_actors) if each)


def _plain(words: str) -> str:
    spelled = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", spelled.lower())


def _at(wanted: str, event: Event) -> bool:
    """Whether an event's time is of the day wanted, or holds a moment of its hour."""
    if event.start is None:
        return wanted == "-"
    end = event.end or event.start
    if " " not in wanted:
        first, _, last = wanted.partition("/")
        day, until = datetime.fromisoformat(first), datetime.fromisoformat(last or first) + DAY
        return day <= event.start < until and end <= until
    hour = datetime.strptime(wanted, "%Y-%m-%d %H")
    return event.start < hour + HOUR and end >= hour and end - event.start <= HALF_A_DAY


def left_over(page: Page) -> tuple[list[str], list[Coded]]:
    """The rows that nobody coded, and what was coded and is no row."""
    events = read_report(Report(page.text, published=page.published)).events
    told = [each for each in events if each.modality not in (Modality.PLANNED, Modality.DENIED)]
    missed = list(page.coded)
    for event in list(told):
        same = next((each for each in missed if each.is_told_by(event)), None)
        if same:
            missed.remove(same)
            told.remove(event)
    return [_row(each) for each in told], missed


def _row(event: Event) -> str:
    return f"{event.sub_event_type} | {event.start} – {event.end} | {event.location} | {event.fatalities} | {_names(event)}"


KINDS = tuple(sorted(each.stem for each in PAGES.glob("*.md")))
OPEN = frozenset(
    {
        "stamps-whatsapp-export-en",  # "toll now 5", with no verb
        "bulletins-items-with-date-and-place",  # "shot by gunmen, died in hospital"
        "bulletins_second-zulu-groups",  # "Andar, Ghazni": the town told second is on the map
        "heads-head-tells-what-body-tells",  # "when a riot broke out in the prison", "took control of the building", a highway
        "heads_second-account-with-places",  # a lead over several acts, and a village on no map
        "heads_second-run-in-provinces",  # "Hama." is a town as well
        "heads_second-towns-over-paragraphs",  # "set up checkpoints … three were shot dead"
        "stamps_second-us-stamps",  # "attacked the town and freed inmates"
    }
)
CASES = [page for kind in KINDS for page in pages(kind)]


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.name)
def test_a_page_is_read_as_it_is_coded(page: Page) -> None:
    rows, missed = left_over(page)
    assert (not rows and not missed) is (page.name not in OPEN), (rows, missed)


def test_every_open_page_is_a_page() -> None:
    assert {page.name for page in CASES} >= OPEN

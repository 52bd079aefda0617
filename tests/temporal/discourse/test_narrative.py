"""News or chronicle: each document of passages.md, with what every one of its time phrases means and counts from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from dashboard.temporal import TimeReading, read_time
from tests.tables import Row, rows

PASSAGES = Path(__file__).parent / "passages.md"
REPORT = "Shells fell on the market yesterday. Residents fled on Friday."
CHRONOLOGY = "Timeline:\n1995: The market is built. In May it opens.\n1998: It burns down."


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document under its heading, and the rows that say how it is read."""

    heading: str
    published: date | None
    text: str
    rows: tuple[Row, ...]


def documents() -> Iterator[Chapter]:
    """Each document: its lines are quoted under the heading, its readings are the table below."""
    quoted: dict[str, list[str]] = {}
    heading = ""
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        heading = line.lstrip("# ") if line.startswith("#") else heading
        if line.startswith("> "):
            quoted.setdefault(heading, []).append(line[2:])
    for heading, held in groupby(rows(PASSAGES), key=lambda row: row.heading):
        table = tuple(held)
        published = date.fromisoformat(table[0].moment) if table[0].moment else None
        yield Chapter(heading, published, "\n".join(quoted[heading]), table)


@pytest.mark.parametrize("chapter", list(documents()), ids=lambda chapter: chapter.heading)
def test_each_passage_counts_as_its_rows_say(chapter: Chapter) -> None:
    read = [
        (timex.text, timex.value, "chronicle" if timex.frame.startswith("chronicle") else "news")
        for timex in read_time(chapter.text, chapter.published).timexes
    ]
    assert read == [(row["expression"], row["value"], row["told as"]) for row in chapter.rows]


def read(*parts: str) -> TimeReading:
    return read_time("\n".join(parts), date(2018, 5, 21))


def test_the_passages_part_the_whole_text_and_take_turns() -> None:
    text = f"{REPORT}\n{CHRONOLOGY}\n{REPORT}"
    passages = read_time(text, date(2018, 5, 21)).passages
    assert "".join(passage.span.of(text) for passage in passages) == text
    assert [passage.chronicle for passage in passages] == [False, True, False]


def test_a_passage_says_what_spoke_for_it() -> None:
    _, chronicle = read(REPORT, CHRONOLOGY).passages
    assert re.search(r"other years weigh [1-9]\d*, .* from today 0", chronicle.why)


def test_what_a_chronicle_leaves_out_is_said_to_come_from_the_date_last_told() -> None:
    may = next(timex for timex in read(REPORT, CHRONOLOGY).timexes if timex.text == "May")
    assert may.notes == ("a chronicle: counted from the date last told",)
    assert may.reference is not None
    assert may.reference.date() == date(1995, 1, 1)


def test_a_chronology_does_not_move_the_news_around_it() -> None:
    alone, beside = read(REPORT).timexes, read(REPORT, CHRONOLOGY, REPORT).timexes
    assert [timex.interval for timex in beside[:2]] == [timex.interval for timex in alone]
    assert [timex.interval for timex in beside[-2:]] == [timex.interval for timex in alone]


def test_without_a_date_no_frame_of_a_chronicle_names_a_day() -> None:
    timexes = read_time(f"{REPORT}\n{CHRONOLOGY}").timexes
    assert {timex.frame for timex in timexes} == {
        "report of unknown date",
        "chronicle in the report of unknown date",
    }


def test_without_a_date_a_chronicle_of_our_own_years_is_read_the_same_from_any_day() -> None:
    """Whether "at the same time" is a time is told by the text alone."""
    text = "In 1999 they rose. In 2001 they lost. In 2002 they left. In May 2003 they came back. At the same time"
    timex = read_time(text).timexes[-1]
    assert (timex.text, timex.value) == ("the same time", "2003-05")

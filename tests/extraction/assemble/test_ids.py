"""Ids stay what they are when a copy of a report ends its lines otherwise."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dashboard.extraction import Reading, read_report
from dashboard.text import Report

FOLDER = Path("tests/gold/reports")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
TEXTS["no line end"] = "Artillery shelled Douma on Tuesday.\nRockets hit Arbin on Tuesday."

COPIES: dict[str, Callable[[str], str]] = {
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "blanks before line ends": lambda text: text.replace("\n", "  \t\n"),
    "blanks at the end": lambda text: f"{text.rstrip()}  \r\n \n",
}

BEFORE = [("6c39e133f9f7", "775157223275"), ("aed79dc508ca", "c6cc58fdb256")]


@cache
def ids(text: str) -> list[tuple[str, ...]]:
    def named(reading: Reading) -> list[tuple[str, ...]]:
        return [
            (each.event_id, *(mention.mention_id for mention in each.mentions)) for each in reading.events
        ]

    return named(read_report(Report(text, published=date(2018, 3, 7))))


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_copy_with_other_line_ends_has_the_same_ids(name: str, copy: str) -> None:
    assert ids(COPIES[copy](TEXTS[name])) == ids(TEXTS[name])


def test_ids_of_a_report_with_plain_line_ends_are_those_of_stores_made_before() -> None:
    assert ids(TEXTS["no line end"]) == BEFORE

"""Paths into readings; what can't be read is told, and the rest is read all the same."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from dashboard.cli.dates import NONE, Dates, dates_in, suggested
from dashboard.cli.logs import LOG
from dashboard.cli.moments import known_zone, published_on
from dashboard.cli.output import complain, note
from dashboard.corpus import Source
from dashboard.errors import InputError
from dashboard.extraction import Reading, read_report
from dashboard.extraction.explain import Explained, explained
from dashboard.gazetteer import Gazetteer
from dashboard.readers import (
    LARGEST,
    Unreadable,
    files_under,
    read_file,
    read_stream,
    shown,
    words_of_passed_over,
)
from dashboard.text import Report

_STANDARD_INPUT = Path("-")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What the person said of the reports: when they were published, in which zone, how many megabytes at most."""

    published: date | datetime | None = None
    timezone: str = ""
    largest: int = LARGEST
    dates: Dates = NONE


@dataclass(frozen=True, slots=True)
class Typed:
    """The same as the person typed it."""

    published: str | None = None
    timezone: str = ""
    largest: int = LARGEST
    dates: Path | None = None


def given_by(typed: Typed) -> Given:
    """What was typed of reports' times, read; raises an error for a date, a zone or a table that is none."""
    zone = known_zone(typed.timezone)
    dates = dates_in(typed.dates, zone) if typed.dates else NONE
    return Given(published_on(typed.published, zone), zone, typed.largest, dates)


def reports_at(paths: Sequence[Path], given: Given) -> Iterator[Report | None]:
    """Every report, in order, with what was told of it; None for one that can't be read, once told of it."""
    names = set()
    for path in paths:
        for report in _at(path, given.largest):
            names.add(report.url if report else "")
            yield None if report is None else _with(report, given)
    for each in given.dates.missing(frozenset(names)):
        complain(each)
        yield None


def sources_at(paths: Sequence[Path]) -> tuple[list[Source], list[Unreadable]]:
    """Every file to read, standard input already as a report, and what can't be; what is passed over is told."""
    sources: list[Source] = []
    failed: list[Unreadable] = []
    for path in paths:
        try:
            if path == _STANDARD_INPUT:
                sources.append(read_stream(sys.stdin.buffer, "standard input", LARGEST))
                continue
            sources.extend(files_under(path))
        except InputError as error:
            failed.append(Unreadable(shown(path), str(error).removeprefix(f"{shown(path)}: ")))
            continue
        for each in words_of_passed_over(path):
            note(each)
    return sources, failed


def files_at(paths: Sequence[Path]) -> Sequence[Path]:
    """The files that there are to read, as far as they are there; nothing is told."""
    found: list[Path] = []
    for path in paths:
        with suppress(InputError):
            found.extend(() if path == _STANDARD_INPUT else files_under(path))
    return found


def given_to(report: Report, given: Given) -> Report:
    """The report with what was given of it."""
    return _with(report, given)


def read_all(report: Report, places: Gazetteer) -> Reading | None:
    """What one report says, once everything worth knowing about the reading is told; None where reading fails."""
    reading = _spared(report, lambda: read_report(report, places))
    if reading:
        _tell_notes(report, reading)
    return reading


def explain(report: Report, places: Gazetteer) -> Explained | None:
    """What one report says, with every clause, and all worth knowing is told; None where reading fails."""
    shown = _spared(report, lambda: explained(report, places))
    if shown:
        _tell_notes(report, shown.reading)
    return shown


def _spared(report: Report, read: Callable[[], T]) -> T | None:
    """What is read; where that fails for whatever reason, the others are read all the same, and this one is named."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not lose the others
        complain(
            f"{report.url}: could not be read ({type(error).__name__}: {error}); this is our fault, please report it"
        )
        LOG.debug("%s", report.url, exc_info=True)
        return None


def _tell_notes(report: Report, reading: Reading) -> None:
    for each in dict.fromkeys((*report.notes, *reading.notes, *_offered(report, reading))):
        note(f"{report.url}: {each}")


def _offered(report: Report, reading: Reading) -> Iterator[str]:
    """The day in a file's name, offered where no day is known; never taken."""
    day = suggested(report.url) if reading.published is None else None
    if day:
        yield f"its name suggests {day}: give it with --published {day}, or in a table with --dates"


def name_of(paths: Sequence[Path]) -> str:
    """What a dataset read from these paths is called: the folder's name, if it is one folder."""
    return shown(paths[0].resolve().name) if len(paths) == 1 and paths[0].is_dir() else "reports"


def _at(path: Path, largest: int) -> Iterator[Report | None]:
    try:
        files = (path,) if path == _STANDARD_INPUT else files_under(path)
    except InputError as error:
        complain(str(error))
        yield None
        return
    for each in words_of_passed_over(path):
        note(each)
    for file in files:
        yield _report(file, largest)


def _report(file: Path, largest: int) -> Report | None:
    try:
        if file == _STANDARD_INPUT:
            return read_stream(sys.stdin.buffer, "standard input", largest)
        return read_file(file, largest)
    except InputError as error:
        complain(str(error))
        return None


def _with(report: Report, given: Given) -> Report:
    return report.given(given.dates.of(report.url) or given.published, given.timezone)

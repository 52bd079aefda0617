"""Paths into readings; what can't be read is told, and the rest is read all the same."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dashboard.cli.dates import NONE, Dates, dates_in
from dashboard.cli.logs import LOG
from dashboard.cli.moments import known_zone, published_on
from dashboard.cli.output import complain, note
from dashboard.corpus import Source
from dashboard.errors import InputError
from dashboard.extraction import Reading, read_report
from dashboard.readers import (
    LARGEST,
    Unreadable,
    files_under,
    read_reports,
    reports_of_stream,
    shown,
    words_of_passed_over,
)
from dashboard.readers.named_days import suggested
from dashboard.text import Report

if TYPE_CHECKING:
    from dashboard.extraction.explain import Explained
    from dashboard.gazetteer import Gazetteer

_STANDARD_INPUT = Path("-")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What the person said of the reports: when they were published, in which zone, how many megabytes at most.

    ``imported`` are the tables in archives that are no reports, and were read already.
    """

    published: date | datetime | None = None
    timezone: str = ""
    largest: int = LARGEST
    dates: Dates = NONE
    imported: frozenset[str] = frozenset()


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


def reports_at(paths: Sequence[Path | Report], given: Given) -> Iterator[Report | None]:
    """Every report, in order, with what was told of it; None for one that can't be read, once told of it."""
    names = set()
    for path in paths:
        for report in _at(path, given):
            names |= {report.called, _file_of(report)} if report else set()
            yield None if report is None else _with(report, given)
    for each in given.dates.missing(frozenset(names)):
        complain(each)
        yield None


def sources_at(paths: Sequence[Path | Report], largest: int) -> tuple[list[Source], list[Unreadable]]:
    """Every file to read, what comes otherwise as reports already, and what can't be; what is passed over is told."""
    sources: list[Source] = []
    failed: list[Unreadable] = []
    for path in paths:
        try:
            if isinstance(path, Report):
                sources.append(path)
            elif path == _STANDARD_INPUT:
                for each in _found(path, largest):
                    (failed if isinstance(each, Unreadable) else sources).append(each)  # type: ignore[arg-type]
            else:
                sources.extend(files_under(path))
                for word in words_of_passed_over(path):
                    note(word)
        except InputError as error:
            name = "standard input" if path == _STANDARD_INPUT else shown(path)  # type: ignore[arg-type]
            failed.append(Unreadable(name, str(error).removeprefix(f"{name}: ")))
    return sources, failed


def files_at(paths: Sequence[Path | Report]) -> Sequence[Path]:
    """The files that there are to read, as far as they are there; nothing is told."""
    found: list[Path] = []
    for path in paths:
        with suppress(InputError):
            found.extend(() if isinstance(path, Report) or path == _STANDARD_INPUT else files_under(path))
    return found


def given_to(report: Report, given: Given) -> Report:
    """The report with what was given of it."""
    return _with(report, given)


def read_all(report: Report, places: "Gazetteer") -> Reading | None:
    """What one report says, once everything worth knowing about the reading is told; None where reading fails."""
    reading = _spared(report, lambda: read_report(report, places))
    if reading:
        _tell_notes(report, reading)
    return reading


def explain(report: Report, places: "Gazetteer") -> "Explained | None":
    """What one report says, with every clause, and all worth knowing is told; None where reading fails."""
    from dashboard.extraction.explain import explained

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
            f"{report.called}: could not be read ({type(error).__name__}: {error}); this is our fault, please report it"
        )
        LOG.debug("%s", report.called, exc_info=True)
        return None


def _tell_notes(report: Report, reading: Reading) -> None:
    for each in dict.fromkeys((*report.notes, *reading.notes, *_offered(report, reading))):
        note(f"{report.called}: {each}")


def _offered(report: Report, reading: Reading) -> Iterator[str]:
    """The day in a file's name, offered where no day is known; never taken."""
    day = suggested(report.called) if reading.published is None else None
    if day:
        yield f"its name suggests {day}: give it with --published {day}, or in a table with --dates"


def name_of(paths: Sequence[Path | Report]) -> str:
    """What a dataset read from these paths is called: the folder's name, if it is one folder."""
    (path,) = paths if len(paths) == 1 else (None,)
    return shown(path.resolve().name) if isinstance(path, Path) and path.is_dir() else "reports"


def _at(path: Path | Report, given: Given) -> Iterator[Report | None]:
    if isinstance(path, Report):
        yield path
        return
    try:
        files = (path,) if path == _STANDARD_INPUT else files_under(path)
    except InputError as error:
        complain(str(error))
        yield None
        return
    for each in words_of_passed_over(path):
        note(each)
    for file in files:
        yield from _in(file, given)


def _in(file: Path, given: Given) -> Iterator[Report | None]:
    """Every report of a file; what can't be read is told."""
    try:
        for each in _found(file, given.largest):
            if each.name in given.imported:
                continue
            if isinstance(each, Unreadable):
                complain(str(each))
            yield None if isinstance(each, Unreadable) else each
    except InputError as error:
        complain(str(error))
        yield None


def _found(file: Path, largest: int) -> Iterator[Report | Unreadable]:
    if file == _STANDARD_INPUT:
        return reports_of_stream(sys.stdin.buffer, "standard input", largest)
    return read_reports(file, largest)


def _with(report: Report, given: Given) -> Report:
    """The report with what was given of it. The one day for all is not for a message or a part that tells its own."""
    day = given.dates.of(report.called) or given.dates.of(_file_of(report))
    if day is None and given.published and report.published and _file_of(report) != report.called:
        kept = f"keeps its own day, not the one given; in a table with --dates {report.called!r} can have another"
        return replace(report, notes=(*report.notes, kept)).given(None, given.timezone)
    return report.given(day or given.published, given.timezone)


def _file_of(report: Report) -> str:
    """The file's own name, out of whatever it was packed in."""
    return report.called.rpartition("/")[2]

"""Paths into readings; what can't be read is told, and the rest is read all the same."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from dashboard.cli.moments import known_zone, published_on
from dashboard.cli.output import complain, note
from dashboard.errors import InputError
from dashboard.extraction import read_report
from dashboard.extraction.explain import Explained, explained
from dashboard.extraction.model import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.readers import files_under, passed_over, read_bytes, read_file
from dashboard.text import Report

_STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said of the reports: when they were published, in which zone."""

    published: date | datetime | None = None
    timezone: str = ""


def told_of(published: str | None, timezone: str) -> Told:
    """What the person typed of a report's time; raises an error for a date or a zone that is none."""
    zone = known_zone(timezone)
    return Told(published_on(published, zone), zone)


def reports_at(paths: Sequence[Path], told: Told) -> Iterator[Report | None]:
    """Every report, in order, with what was told of it; None for one that can't be read, once told of it."""
    for path in paths:
        for report in _at(path):
            yield None if report is None else _with(report, told)


def read_all(report: Report, places: Gazetteer) -> Reading:
    """What one report says, once everything worth knowing about the reading is told."""
    reading = read_report(report, places)
    _tell_notes(report, reading)
    return reading


def explain(report: Report, places: Gazetteer) -> Explained:
    """What one report says, with every clause, once everything worth knowing about the reading is told."""
    told = explained(report, places)
    _tell_notes(report, told.reading)
    return told


def _tell_notes(report: Report, reading: Reading) -> None:
    for each in dict.fromkeys((*report.notes, *reading.notes)):
        note(f"{report.url}: {each}")


def name_of(paths: Sequence[Path]) -> str:
    """What a dataset read from these paths is called: the folder's name, if it is one folder."""
    return paths[0].resolve().name if len(paths) == 1 and paths[0].is_dir() else "reports"


def _at(path: Path) -> Iterator[Report | None]:
    try:
        files = (path,) if path == _STANDARD_INPUT else files_under(path)
    except InputError as error:
        complain(str(error))
        yield None
        return
    if left := passed_over(path):
        kinds = ", ".join(sorted({file.suffix.lower() or file.name for file in left}))
        note(f"{path}: {len(left)} other files were not read ({kinds})")
    for file in files:
        yield _report(file)


def _report(file: Path) -> Report | None:
    try:
        return (
            read_bytes(sys.stdin.buffer.read(), "standard input")
            if file == _STANDARD_INPUT
            else read_file(file)
        )
    except InputError as error:
        complain(str(error))
        return None


def _with(report: Report, told: Told) -> Report:
    zone = told.timezone or report.timezone
    if told.published is None:
        return replace(report, timezone=zone)
    return replace(report, published=told.published, published_source="given", timezone=zone)

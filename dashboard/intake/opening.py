"""Files that were brought, opened: the reports in them, the tables among them, and what can't be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from dashboard.errors import InputError
from dashboard.exchange.archived import tables_within
from dashboard.exchange.tables import is_table, may_be_one
from dashboard.intake.progress import Stage, Tell
from dashboard.readers import Unreadable, files_under, read_reports, shown, words_of_passed_over
from dashboard.text import Report

_UNPACKED = ".unpacked"  # where tables in archives lie as files


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is from that does not say so itself: its address or what it is called by, and who says it."""

    at: str = ""
    source: str = ""


NOTHING_SAID: Mapping[str, Origin] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Opened:
    """All that files hold: reports, files that are tables, what can't be read with the reason, and what was passed over."""

    reports: tuple[Report, ...]
    tables: tuple[Path, ...]
    failed: tuple[Unreadable, ...]
    notes: tuple[str, ...]


def open_all(folder: Path, tell: Tell, origins: Mapping[str, Origin] = NOTHING_SAID) -> Opened:
    """Everything in a folder: its files one by one, and each folder in it as a folder of reports is read.

    The folder's own name is in no message: a person brought what is in it, not the folder. ``origins`` say where a text
    is from that came without saying so itself.
    """
    reports: list[Report] = []
    tables: list[Path] = []
    failed: list[Unreadable] = []
    brought = [each for each in sorted(folder.iterdir()) if each.name != _UNPACKED]
    files = [each for path in brought for each in _files(path, folder, failed)]
    for done, file in enumerate(files):
        tell(Stage.OPENING, done, len(files))
        if may_be_one(file) and is_table(file):
            tables.append(file)
            continue
        within = tables_within(file, folder / _UNPACKED / str(done))
        tables += within.tables.values()
        for found in _in(file, folder) if within.has_more else ():
            tell(Stage.OPENING, done, len(files))  # an archive holds thousands
            if found.name in within.tables:
                continue
            if isinstance(found, Report):
                reports.append(_from(found, origins))
            else:
                failed.append(found)
    notes = (word for path in brought if path.is_dir() for word in words_of_passed_over(path))
    bare = tuple(_bare(word, folder) for word in notes)
    return Opened(tuple(reports), tuple(tables), tuple(failed), bare)


def _files(path: Path, folder: Path, failed: list[Unreadable]) -> Sequence[Path]:
    try:
        return files_under(path)
    except InputError as error:
        failed.append(_unreadable(error, path, folder))
        return ()


def _in(file: Path, folder: Path) -> Iterator[Report | Unreadable]:
    try:
        for each in read_reports(file):
            yield replace(each, why=_bare(each.why, folder)) if isinstance(each, Unreadable) else each
    except InputError as error:
        yield _unreadable(error, file, folder)


def _from(report: Report, origins: Mapping[str, Origin]) -> Report:
    """The report with where it is from and who says it, as far as that was said and it does not say so itself."""
    origin = origins.get(report.called, Origin())
    if report.url != report.called or not origin.at:
        return report
    return replace(report, url=origin.at, source=report.source or origin.source)


def _unreadable(error: InputError, file: Path, folder: Path) -> Unreadable:
    name = shown(file.relative_to(folder))
    return Unreadable(name, _bare(str(error), folder).removeprefix(f"{name}: "))


def _bare(words: str, folder: Path) -> str:
    """The words without the folder that all of it was put into."""
    return words.replace(f"{shown(folder)}/", "")

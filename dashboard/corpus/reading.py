"""One batch of files or reports, read: what each hand does, wherever it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import gazetteer
from dashboard.corpus.patience import TooLongError, at_most, patience_for
from dashboard.corpus.version import marked, reader_version
from dashboard.errors import InputError
from dashboard.extraction import Reading, read_report
from dashboard.gazetteer.added import Added, Brought
from dashboard.language.languages import ENGLISH, language_of
from dashboard.readers import LARGEST, Unreadable, read_reports, shown
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from dashboard.text.report import DateSource

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

Source = Path | Report
"""What is read: a file, or a report that somebody read from one already."""
_FAULT = "could not be read ({}: {}); this is our fault, please report it"
_PATIENCE = 120.0


def as_it_is(report: Report) -> Report:
    """The report, of which nobody said anything."""
    return report


@dataclass(frozen=True, slots=True)
class Setup:
    """What every hand has to know: ``given``, which puts what a person said to a report, the places that were added, which reports are read already, and how.

    ``known`` are report ids with the mark of their reading. ``reader`` is the version that is to read, empty for
    whichever is there; ``patience`` the seconds that a megabyte may take. ``passed`` are names of what is no report: tables in
    archives, which are read as such.
    """

    given: Callable[[Report], Report] = as_it_is
    name: str = ""
    largest: int = LARGEST
    places: tuple[Brought, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    reader: str = ""
    patience: float = _PATIENCE
    passed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read: its id and name, the ``mark`` of this reading, and how sure its day is, the surest first.

    ``undated`` no day of publication is known, and an event hangs on it · ``language`` the one it is in, where that is not read.
    """

    report_id: str
    name: str
    mark: str
    rank: tuple[bool, str]
    events: int
    undated: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch: the dataset as reported, the reports that were read, and what failed.

    ``known`` are ids and names of reports that were read before, or under another name.
    """

    dataset: Dataset
    read: tuple[ReadReport, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    failed: tuple[Unreadable, ...] = ()
    sources: int = 0


class OtherVersionError(Exception):
    """A hand with another reader than that of who asks."""


def read_batch(sources: Sequence[Source], setup: Setup) -> Batch:
    """Everything in the sources that can be read; whatever fails is named, and the rest is read.

    >>> read_batch([Report("Artillery shelled Douma on 6 March 2018.", url="a.txt")], Setup()).read[0].name
    'a.txt'
    """
    if setup.reader and setup.reader != reader_version():
        raise OtherVersionError(reader_version())
    found = [each for source in sources for each in _found(source, setup)]
    read = _once([each for each in found if isinstance(each, _Read)])
    return Batch(
        as_reported((each.reading for each in read), setup.name),
        tuple(map(_told, read)),
        tuple(
            (report.report_id, report.called)
            for each in found
            if not isinstance(each, Unreadable) and each not in read
            for report in (each.reading.report if isinstance(each, _Read) else each,)
        ),
        tuple(each for each in found if isinstance(each, Unreadable)),
        len(sources),
    )


def nothing_of(source: Source, why: str) -> Batch:
    """What is said of a source that no hand survives."""
    return Batch(as_reported(()), failed=(Unreadable(_name(source), why),), sources=1)


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading under its mark; ``rank`` says how sure its day is: one that was given comes first, then the earlier."""

    reading: Reading
    mark: str

    @property
    def rank(self) -> tuple[bool, str]:
        return self.reading.published_source != DateSource.GIVEN, str(self.reading.published or "unknown")


def _once(read: Sequence[_Read]) -> list[_Read]:
    """Each report once: with the surest day, and where they are alike the first."""
    surest: dict[str, _Read] = {}
    for each in read:
        before = surest.get(each.reading.report.report_id)
        if before is None or each.rank < before.rank:
            surest[each.reading.report.report_id] = each
    return list(surest.values())


def _told(each: _Read) -> ReadReport:
    reading, report = each.reading, each.reading.report
    language = language_of(report.text)
    return ReadReport(
        report.report_id,
        report.called,
        each.mark,
        each.rank,
        len(reading.events),
        undated=reading.published is None and any(each.start is None for each in reading.events),
        language="" if language == ENGLISH else language,
    )


def opened(source: Source, setup: Setup) -> Iterator[tuple[Report | Unreadable, bool]]:
    """The reports in a source with what was said of them, and whether each is known; and what can't be read."""
    try:
        for each in (source,) if isinstance(source, Report) else read_reports(source, setup.largest):
            if each.name in setup.passed:
                continue
            if isinstance(each, Unreadable):
                yield each, False
            else:
                report = setup.given(each)
                yield report, setup.known.get(report.report_id) == mark_of(report, setup)
    except InputError as error:
        name = _name(source)
        yield Unreadable(name, str(error).removeprefix(f"{name}: ")), False


def _found(source: Source, setup: Setup) -> Iterator[_Read | Report | Unreadable]:
    """Readings, reports that are known, and what can't be read."""
    try:
        with at_most(patience_for(_size(source), setup.patience)):
            for each, known in opened(source, setup):
                yield each if known or isinstance(each, Unreadable) else _read(each, setup)
    except TooLongError:
        yield Unreadable(
            _name(source), "takes too long to read and was left out; please report it, with the file"
        )


def _read(report: Report, setup: Setup) -> _Read | Unreadable:
    try:
        return _Read(read_report(report, places_of(setup.places)), mark_of(report, setup))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not lose the others
        return Unreadable(report.called, _FAULT.format(type(error).__name__, error))


def mark_of(report: Report, setup: Setup) -> str:
    """By which reader and with what said of it a report is read: under the same mark it would be read the same."""
    said = (report.published, report.published_source, report.timezone)
    return marked(
        part.encode() for part in (reader_version(), _mark_of_places(setup.places), *map(str, said))
    )


@lru_cache(maxsize=4)
def _mark_of_places(places: tuple[Brought, ...]) -> str:
    return marked(repr(each).encode() for each in places)


@lru_cache(maxsize=2)
def places_of(places: tuple[Brought, ...]) -> "Gazetteer":
    """The gazetteer with these places added, made once."""
    return gazetteer.Gazetteer(added=Added(places)) if places else gazetteer.load()


def _size(source: Source) -> int:
    try:
        return len(source.text) if isinstance(source, Report) else source.stat().st_size
    except OSError:
        return 0


def _name(source: Source) -> str:
    return source.called if isinstance(source, Report) else shown(source)

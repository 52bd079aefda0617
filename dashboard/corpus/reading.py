"""One batch of files or reports, read: what each hand does, wherever it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from dashboard import gazetteer
from dashboard.corpus.patience import TooLongError, at_most, patience_for
from dashboard.corpus.version import marked, reader_version
from dashboard.errors import InputError
from dashboard.extraction import Reading, read_report
from dashboard.gazetteer import Gazetteer
from dashboard.gazetteer.added import Added, Brought
from dashboard.readers import LARGEST, Unreadable, read_reports, shown
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from dashboard.text.report import DateSource

Source = Path | Report
"""What is read: a file, or a report that somebody read from one already."""
_FAULT = "could not be read ({}: {}); this is our fault, please report it"
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the reports: the day and zone of all, and the days of some by their names."""

    published: date | datetime | None = None
    timezone: str = ""
    days: Mapping[str, date | datetime] = field(default_factory=dict)

    def of(self, report: Report) -> Report:
        """The report with what was said of it."""
        return report.given(self.days.get(report.url) or self.published, self.timezone)


@dataclass(frozen=True, slots=True)
class Setup:
    """What every hand has to know: what was said, the places that were added, which reports are read already, and how.

    ``known`` are report ids with the mark of their reading. ``reader`` is the version that is to read, empty for
    whichever is there; ``patience`` the seconds that a megabyte may take.
    """

    said: Said = field(default_factory=Said)
    name: str = ""
    largest: int = LARGEST
    places: tuple[Brought, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    reader: str = ""
    patience: float = _PATIENCE


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read: its id and name, the ``mark`` of this reading, and how sure its day is, the surest first."""

    report_id: str
    name: str
    mark: str
    rank: tuple[bool, str]
    events: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch: the dataset as reported, the reports that were read, the names of those known, and what failed."""

    dataset: Dataset
    read: tuple[ReadReport, ...] = ()
    known: tuple[str, ...] = ()
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
    readings = [each for each in found if isinstance(each, Reading)]
    return Batch(
        as_reported(_once(readings), setup.name),
        tuple(_told(each, setup) for each in _once(readings)),
        tuple(each.url for each in found if isinstance(each, Report)),
        tuple(each for each in found if isinstance(each, Unreadable)),
        len(sources),
    )


def nothing_of(source: Source, why: str) -> Batch:
    """What is said of a source that no hand survives."""
    return Batch(as_reported(()), failed=(Unreadable(_name(source), why),), sources=1)


def rank_of(reading: Reading) -> tuple[bool, str]:
    """How sure the day of a reading is: one that was given comes first, then the earlier."""
    return reading.published_source != DateSource.GIVEN, str(reading.published or "unknown")


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """Each report once: with the surest day, and where they are alike the first."""
    surest: dict[str, Reading] = {}
    for each in readings:
        before = surest.get(each.report.report_id)
        if before is None or rank_of(each) < rank_of(before):
            surest[each.report.report_id] = each
    return list(surest.values())


def _told(reading: Reading, setup: Setup) -> ReadReport:
    report = reading.report
    return ReadReport(
        report.report_id, report.url, mark_of(report, setup), rank_of(reading), len(reading.events)
    )


def _found(source: Source, setup: Setup) -> Iterator[Reading | Report | Unreadable]:
    """Readings, reports that are known, and what can't be read."""
    try:
        with at_most(patience_for(_size(source), setup.patience)):
            for each in (source,) if isinstance(source, Report) else read_reports(source, setup.largest):
                yield each if isinstance(each, Unreadable) else _read(setup.said.of(each), setup)
    except InputError as error:
        name = _name(source)
        yield Unreadable(name, str(error).removeprefix(f"{name}: "))
    except TooLongError:
        yield Unreadable(
            _name(source), "takes too long to read and was left out; please report it, with the file"
        )


def _read(report: Report, setup: Setup) -> Reading | Report | Unreadable:
    if setup.known.get(report.report_id) == mark_of(report, setup):
        return report
    try:
        return read_report(report, places_of(setup.places))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not lose the others
        return Unreadable(report.url, _FAULT.format(type(error).__name__, error))


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
def places_of(places: tuple[Brought, ...]) -> Gazetteer:
    """The gazetteer with these places added, made once."""
    return Gazetteer(added=Added(places)) if places else gazetteer.load()


def _size(source: Source) -> int:
    try:
        return len(source.text) if isinstance(source, Report) else source.stat().st_size
    except OSError:
        return 0


def _name(source: Source) -> str:
    return source.url if isinstance(source, Report) else shown(source)

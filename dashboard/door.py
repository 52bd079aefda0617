"""The public door's own words: what people hold is taken as it is, strings and paths, one or many.

Behind it the rooms keep their strict forms. A day may be given as a date, a moment, or words that name it in full.
"""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import available_timezones

from dashboard.errors import DateError, InputError, UnreadWarning
from dashboard.extraction import read_report as _read_report
from dashboard.extraction.model import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.readers import files_under
from dashboard.readers import read_file as _read_file
from dashboard.temporal import Granularity, TimeReading, read_moment
from dashboard.temporal import read_time as _read_time
from dashboard.text import Report

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from dashboard.store import Store
    from dashboard.table import Dataset

Day: TypeAlias = date | datetime | str | None
Readable: TypeAlias = Reading | Report | str
_ONE, _OTHER = date(2001, 1, 2), date(2010, 6, 24)  # days that differ in weekday, day, month and year


def read(
    paths: str | Path | Iterable[str | Path], *, published: Day = None, timezone: str = ""
) -> "pd.DataFrame":
    """The event table of the reports in files or folders: one row an event, whichever of them tell of it.

    What can't be read is told in an ``UnreadWarning`` that names it, and the rest is read all the same.
    Raises InputError when nothing can be read.
    """
    return read_dataset(paths, published=published, timezone=timezone).events


def read_dataset(
    paths: str | Path | Iterable[str | Path], *, published: Day = None, timezone: str = ""
) -> "Dataset":
    """The same with the mentions and the reports that the events rest on, as a ``Dataset``."""
    readings = [read_report(each, published=published, timezone=timezone) for each in _reports(paths)]
    if not readings:
        msg = f"{_named(paths)}: nothing could be read"
        raise InputError(msg)
    return dataset_from(readings, _named(paths))


def read_file(path: str | Path) -> Report:
    """The report a file holds. Raises InputError, naming it, when it holds none."""
    return _read_file(Path(path))


def read_report(
    report: Report | str, places: Gazetteer | None = None, *, published: Day = None, timezone: str = ""
) -> Reading:
    """A report's events, one each, with all that was read and not read; a text is a report too.

    ``published`` and ``timezone`` (an IANA name) stand above what the report says of itself.

    >>> reading = read_report("Artillery shelled Douma yesterday.", published="2018-03-06")
    >>> str(reading.events[0].start)
    '2018-03-05 00:00:00'
    """
    told: object = Report(report) if isinstance(report, str) else report
    if not isinstance(told, Report):
        msg = (
            f"read_report takes a text or a Report, not {type(report).__name__}; for a file: read_file(PATH)"
        )
        raise TypeError(msg)
    if timezone and timezone not in available_timezones():
        msg = f"{timezone!r} is no time zone; write it like Asia/Damascus, Europe/Kyiv or UTC"
        raise DateError(msg)
    return _read_report(told.given(day_of(published), timezone), places)


def read_time(text: str, published: Day = None) -> TimeReading:
    """Every time expression of a text, in order, counted from the day it was published.

    >>> print(read_time("after midnight of yesterday", "21 May 2018").timexes[0].interval)
    2018-05-21 00:00 – 2018-05-21 06:00 (daypart)
    """
    return _read_time(text, day_of(published))


def event_table(read: Readable | Iterable[Readable]) -> "pd.DataFrame":
    """The event table of readings, reports or texts, one or many; its columns are in dashboard.table.columns."""
    return dataset_from(read).events


def dataset_from(read: Readable | Iterable[Readable], name: str = "") -> "Dataset":
    """Readings, reports or texts, one or many, as one dataset: one row an event, whichever of them tell of it."""
    from dashboard.table import dataset_from as joined  # noqa: PLC0415 - reading a date needs no pandas

    return joined((_reading(each) for each in _each(read)), name)


def timeline(
    of: "pd.DataFrame | Dataset | Readable", *, lanes_by: str = "location", zone: str = "", width: int = 1000
) -> "go.Figure":
    """The timeline as a plotly figure: of an event table, a dataset, a reading or a text.

    ``lanes_by`` is location, event_type, actor1 or source; ``zone`` the clock that times are shown on, the one
    most events are told in when none is named; ``width`` in pixels.
    """
    from dashboard.figures.door import figure_of  # noqa: PLC0415 - plotly is loaded when something is drawn

    return figure_of(
        dataset_from(of) if isinstance(of, Reading | Report | str) else of, lanes_by, zone, width
    )


def open_store(database: str | Path) -> "Store":
    """The store in a SQLite file or at a PostgreSQL URL, made where there is none; use it in a ``with``."""
    from dashboard.store import Store  # noqa: PLC0415 - a database is opened when one is asked for

    return Store.open(str(database))


def day_of(published: Day) -> date | datetime | None:
    """The day, or the moment, that is given; raises DateError for words that name none in full.

    >>> day_of("6 March 2018"), day_of("2018-03-06T14:30")
    (datetime.date(2018, 3, 6), datetime.datetime(2018, 3, 6, 14, 30))
    """
    if not isinstance(published, str):
        return published
    told = read_moment(published, _ONE)
    if told != read_moment(published, _OTHER) or told.start is None:
        msg = f"{published!r} depends on today; name the day in full, like 2018-03-06"
        raise DateError(msg)
    if told.granularity.rank > Granularity.DAY.rank:
        msg = f"{published!r} is a {told.granularity}; a publication date is a day, like 2018-03-06"
        raise DateError(msg)
    return told.start.date() if told.granularity is Granularity.DAY else told.start


def _reports(paths: str | Path | Iterable[str | Path]) -> Iterator[Report]:
    """Every report that can be read; what can't be is warned of."""
    for path in _paths(paths):
        try:
            files = files_under(path)
        except InputError as error:
            warnings.warn(str(error), UnreadWarning, stacklevel=4)
            continue
        for file in files:
            try:
                yield read_file(file)
            except InputError as error:
                warnings.warn(str(error), UnreadWarning, stacklevel=4)


def _paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(each) for each in paths]


def _named(paths: str | Path | Iterable[str | Path]) -> str:
    """What reports from these paths are called together."""
    found = _paths(paths)
    return found[0].resolve().name if len(found) == 1 else "reports"


def _each(read: Readable | Iterable[Readable]) -> Iterator[Readable]:
    if isinstance(read, Reading | Report | str):
        yield read
    else:
        yield from read


def _reading(read: Readable) -> Reading:
    return read if isinstance(read, Reading) else read_report(read)

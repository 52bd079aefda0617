"""The public door's own words: what people hold is taken as it is, strings and paths, one or many.

Behind it the rooms keep their strict forms. A string is the name of a file where files are read (``read``,
``read_file``), and a text everywhere else. A day may be given as a date, a moment, or words that name it in full.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dashboard.errors import InputError, UnreadWarning
from dashboard.extraction import Reading
from dashboard.extraction import read_report as _read_report
from dashboard.extraction.spots import spot_named
from dashboard.gazetteer import Gazetteer, load
from dashboard.gazetteer.points import off_the_map
from dashboard.language.languages import language_named
from dashboard.readers import Unreadable, files_under, names_a_file, read_reports, shown, words_of_passed_over
from dashboard.readers import read_file as _read_file
from dashboard.temporal import Spot, TimeReading, full_day_given, known_zone, local, possible, seen_from
from dashboard.temporal import read_time as _read_time
from dashboard.text import Report

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from dashboard.store import Store
    from dashboard.table import Dataset

Day: TypeAlias = date | datetime | str | None
SpotGiven: TypeAlias = str | tuple[float, float, str] | None
Named: TypeAlias = str | os.PathLike[str]
Readable: TypeAlias = Reading | Report | Named
_SHOWN = 5  # reasons that an error names


def read(paths: Named | Iterable[Named], *, published: Day = None, timezone: str = "") -> "pd.DataFrame":
    """The event table of the reports in files or folders: one row an event, whichever of them tell of it.

    What can't be read is told in an ``UnreadWarning`` that names it, and the rest is read all the same.
    Raises InputError, with the reasons, when nothing can be read.
    """
    dataset, unread = _read(paths, _day(published), _zone(timezone))
    _warn(unread)
    return dataset.events


def read_dataset(paths: Named | Iterable[Named], *, published: Day = None, timezone: str = "") -> "Dataset":
    """The same with the mentions and the reports that the events rest on, as a ``Dataset``."""
    dataset, unread = _read(paths, _day(published), _zone(timezone))
    _warn(unread)
    return dataset


def read_file(path: Named) -> Report:
    """The report a file holds. Raises InputError, naming it, when it holds none."""
    return _read_file(_path(path, "read_file takes the name of a file"))


def read_report(
    report: Report | Named, published: Day = None, *, timezone: str = "", places: Gazetteer | None = None
) -> Reading:
    """A report's events, one each, with all that was read and not read; a text is a report too, and so is a Path.

    ``published`` and ``timezone`` (an IANA name) stand above what the report says of itself.

    >>> reading = read_report("Artillery shelled Douma yesterday.", "2018-03-06")
    >>> str(reading.events[0].start)
    '2018-03-05 00:00:00'
    """
    zone = _zone(timezone)
    return _read_report(_report(report, "read_report").given(_day(published, zone), zone), places)


def read_time(
    text: str, published: Day = None, *, language: str = "", place: SpotGiven = None
) -> TimeReading:
    """Every time expression of a text, in order, counted from the day it was published.

    ``language`` is a code, like ``fr``; without it the words of the text tell. ``place`` is a name, or latitude, longitude
    and zone: then "dusk" and "after Friday prayers" are the sun's there. Raises InputError for a place on no map.

    >>> print(read_time("after midnight of yesterday", "21 May 2018").timexes[0].interval)
    2018-05-21 00:00 – 2018-05-21 06:00 (daypart)
    >>> print(read_time("at sunset", "16 December 2023", place="Kharkiv").timexes[0].interval)
    2023-12-16 15:13 – 2023-12-16 15:53 (daypart)
    """
    given: object = text
    if not isinstance(given, str):
        msg = f"read_time takes a text, not {_kind(given)}; of a file: read_time(read_file(PATH).text)"
        raise TypeError(msg)
    spoken = language_named(language) if language else None
    return seen_from(spot_given(place), _read_time(text, _day(published), language=spoken))


def spot_given(place: SpotGiven) -> Spot | None:
    """Where the sun is looked up; a point is taken as it is."""
    if place is None:
        return None
    if isinstance(place, str):
        return spot_named(place, load())
    latitude, longitude, zone = place
    wrong = off_the_map(str(latitude), str(longitude))
    if wrong:
        raise InputError(wrong)
    return Spot(latitude, longitude, known_zone(zone))


def event_table(read: "Readable | Dataset | Iterable[Readable]") -> "pd.DataFrame":
    """The event table of readings, reports or texts, one or many; its columns are in dashboard.table.columns."""
    return _dataset(read, "", "event_table").events


def dataset_from(read: "Readable | Dataset | Iterable[Readable]", name: str = "") -> "Dataset":
    """Readings, reports or texts, one or many, as one dataset: one row an event, whichever of them tell of it."""
    return _dataset(read, name, "dataset_from")


def timeline(
    of: "pd.DataFrame | Dataset | Readable | Iterable[Readable]",
    *,
    lanes_by: str = "location",
    timezone: str = "",
    title: str = "",
    width: int = 1000,
    height: int | None = None,
) -> "go.Figure":
    """The timeline as a plotly figure: of an event table, a dataset, or of readings and texts, one or many.

    ``lanes_by`` is location, admin2, admin1, country, event_type, actor1, side, source, dataset or review_status; ``timezone`` the clock that times are shown on, the
    one most events are told in when none is named; ``width`` and ``height`` in pixels, as high as its lanes
    need where no height is given.
    """
    import pandas as pd  # noqa: PLC0415 - reading a date needs no pandas

    from dashboard.figures.door import FigureLook, figure_of  # noqa: PLC0415 - plotly is loaded when something is drawn

    look = FigureLook(lanes_by, _zone(timezone), title, width, height)
    return figure_of(of if isinstance(of, pd.DataFrame) else _dataset(of, "", "timeline"), look)


def open_store(database: Named) -> "Store":
    """The store in a SQLite file or at a PostgreSQL URL, made where there is none; use it in a ``with``."""
    from dashboard.store import Store  # noqa: PLC0415 - a database is opened when one is asked for

    given: object = database
    if not isinstance(given, str | os.PathLike):
        msg = f"open_store takes the name of a SQLite file or a PostgreSQL URL, not {_kind(given)}"
        raise TypeError(msg)
    return Store.open(os.fspath(database))


def _read(
    paths: Named | Iterable[Named], published: date | None, zone: str
) -> tuple["Dataset", Sequence[str]]:
    """What can be read, as a dataset, and what is to be told of the rest."""
    named, unread = _paths(paths), list[str]()
    readings = [
        reading
        for report in _reports(named, unread)
        if (reading := _spared(report.given(published, zone), unread))
    ]
    if not readings:
        more = f" and {len(unread) - _SHOWN} more" if len(unread) > _SHOWN else ""
        msg = f"nothing could be read: {'; '.join(unread[:_SHOWN]) or 'no file is named'}{more}"
        raise InputError(msg)
    name = shown(named[0].resolve().name) if len(named) == 1 else "reports"
    return _dataset(readings, name, "read"), unread


def _reports(paths: Iterable[Path], unread: list[str]) -> Iterator[Report]:
    for path in paths:
        try:
            files = files_under(path)
        except InputError as error:
            unread.append(str(error))
            continue
        unread.extend(words_of_passed_over(path))
        for file in files:
            try:
                for each in read_reports(file):
                    if isinstance(each, Unreadable):
                        unread.append(str(each))
                    else:
                        yield each
            except InputError as error:
                unread.append(str(error))


def _spared(report: Report, unread: list[str]) -> Reading | None:
    """What a report says; where reading it fails for whatever reason, it is named, and the others are read."""
    try:
        return _read_report(report)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not lose the others
        unread.append(
            f"{report.called}: could not be read ({type(error).__name__}: {error}); this is our fault, please report it"
        )
        return None


def _warn(unread: Iterable[str]) -> None:
    """Told at the line that asked for the reading."""
    for each in unread:
        warnings.warn(each, UnreadWarning, stacklevel=3)


def _dataset(read: object, name: str, door: str) -> "Dataset":
    from dashboard.consolidation import dataset_from as joined  # noqa: PLC0415
    from dashboard.table import Dataset  # noqa: PLC0415 - reading a date needs no pandas

    if isinstance(read, Dataset):
        return read
    return joined((_reading(each, door) for each in _each(read, door)), name)


def _each(read: object, door: str) -> Iterable[object]:
    """One thing, or each of many; a table's rows and a mapping's keys are no reports."""
    if isinstance(read, Reading | Report | str | os.PathLike):
        return (read,)
    if isinstance(read, Iterable) and not isinstance(read, bytes | Mapping) and not hasattr(read, "columns"):
        return read
    raise TypeError(_wanted(door, read))


def _reading(read: object, door: str) -> Reading:
    return read if isinstance(read, Reading) else _read_report(_report(read, door))


def _report(given: object, door: str) -> Report:
    """A report, that of a Path, or a text as one; the name of a file is no text."""
    if isinstance(given, Report):
        return given
    if isinstance(given, os.PathLike):
        return _read_file(Path(given))
    if not isinstance(given, str):
        raise TypeError(_wanted(door, given))
    if names_a_file(given):
        msg = f"{given!r} is the name of a file, and {door} takes its text: read_file({given!r})"
        raise InputError(msg)
    return Report(given)


def _wanted(door: str, given: object) -> str:
    if door == "read_report":
        return f"read_report takes a text, a Report or a Path, one at a time, not {_kind(given)}"
    tables = "an event table, a Dataset, " if door == "timeline" else ""
    return f"{door} takes {tables}readings, Reports, texts or Paths, one or many, not {_kind(given)}"


def _paths(paths: object) -> list[Path]:
    wanted = "read takes the names of files and folders, one or many"
    if isinstance(paths, Iterable) and not isinstance(paths, str | bytes | os.PathLike | Mapping):
        return [_path(each, wanted) for each in paths]
    return [_path(paths, wanted)]


def _path(given: object, wanted: str) -> Path:
    if isinstance(given, str):
        return Path(given)
    if isinstance(given, os.PathLike):
        return Path(given)
    msg = f"{wanted}, not {_kind(given)}"
    raise TypeError(msg)


def _day(published: object, zone: str = "") -> date | None:
    """The day, or the moment, that is given; raises DateError for words that name none in full.

    >>> _day("6 March 2018"), _day("2018-03-06T14:30")
    (datetime.date(2018, 3, 6), datetime.datetime(2018, 3, 6, 14, 30))
    """
    if isinstance(published, str):
        return full_day_given(published, zone)
    if published is None:
        return None
    if not isinstance(published, date):
        msg = f"published takes a date, or its words like '2018-03-06', not {_kind(published)}"
        raise TypeError(msg)
    possible(published, str(published))
    return local(published, zone) if isinstance(published, datetime) else published


def _zone(timezone: object) -> str:
    if not isinstance(timezone, str):
        msg = f"timezone takes a name like 'Asia/Damascus', not {_kind(timezone)}"
        raise TypeError(msg)
    return known_zone(timezone)


def _kind(given: object) -> str:
    return "None" if given is None else f"{type(given).__name__} {given!r:.40}"

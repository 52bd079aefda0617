"""UCDP-style CSV: the 49 columns of its georeferenced events, a row a day, codes for how exact time and place are.

What was imported from UCDP comes back cell by cell as it stood. What was read from reports has no number of a conflict, a
dyad or a side, as those are UCDP's own; the dead are civilians in one-sided violence, else nobody says on which side.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import floor

import pandas as pd

from dashboard.actors.model import ActorType
from dashboard.exchange.by_day import DayRow, days_of, share
from dashboard.exchange.coded import Cells, Coded, brought, coded_csv, coded_parts, not_coded
from dashboard.exchange.described import LeftOut, Row, counted, number, text
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.tabular import ucdp
from dashboard.extraction.acled import EventType
from dashboard.table import Dataset
from dashboard.table.describe import day as day_words
from dashboard.table.sources import sources_of

_STATE_BASED, _NON_STATE, _ONE_SIDED = "1", "2", "3"
_VIOLENCE = frozenset(
    {EventType.BATTLES, EventType.REMOTE_VIOLENCE, EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.RIOTS}
)
_EXACT, _NEAR, _SECOND_LEVEL, _FIRST_LEVEL, _COUNTRY = "1", "2", "3", "4", "6"
_OURS = f'{{"{ucdp.KIND.name}":'  # how extra begins of what was imported from UCDP
_CELL = 0.5  # degrees of a PRIO-GRID cell
_CELLS_A_ROW = 720


def left_out(dataset: Dataset) -> tuple[LeftOut, ...]:
    """What UCDP has no row for."""
    peaceful = _new_ones(dataset.events) & ~dataset.events["event_type"].isin(_VIOLENCE)
    no_violence = counted(int(peaceful.sum()), "no organised violence, which is all that UCDP holds")
    return (*not_coded(dataset.events[~peaceful], ucdp.KIND.name), *no_violence)


def _new_ones(events: pd.DataFrame) -> pd.Series:
    """Which events did not come from UCDP."""
    return ~events["extra"].str.startswith(_OURS)


def write(dataset: Dataset, _: Provenance) -> Iterator[bytes]:
    """The rows; the columns are UCDP's and none is left to say where the file comes from."""
    return coded_csv(dataset.events, Coded(ucdp.KIND, _own_name, _made))


def of_parts(parts: Iterable[pd.DataFrame], _: Provenance, more: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part; ``more`` are the columns that files brought along."""
    return coded_parts(parts, Coded(ucdp.KIND, _own_name, _made), more)


def brought_by(events: pd.DataFrame) -> list[str]:
    """The columns that files brought along, which are none of UCDP's."""
    return brought(events, Coded(ucdp.KIND, _own_name, _made))


def _own_name(column: str) -> str:
    name = column.strip().casefold()
    return name if name in ucdp.HEADER else ""


def _made(row: Row) -> Iterator[Cells]:
    if text(row, "event_type") not in _VIOLENCE and not text(row, "extra").startswith(_OURS):
        return
    for day in days_of(row):
        yield _what(row) | _told(row) | _where(row) | _when(row, day) | _dead(row, day)


def _what(row: Row) -> Cells:
    kind = _violence(row)
    sides = text(row, "actor1"), text(row, "actor2") or ("Civilians" if kind == _ONE_SIDED else "")
    return {
        "type_of_violence": kind,
        "dyad_name": " - ".join(side for side in sides if side),
        "side_a": sides[0],
        "side_b": sides[1],
        "event_clarity": "1",
    }


def _violence(row: Row) -> str:
    """One-sided where civilians are struck, else by whether a state takes part."""
    if text(row, "event_type") == EventType.VIOLENCE_AGAINST_CIVILIANS:
        return _ONE_SIDED
    if text(row, "actor2_type") == ActorType.CIVILIANS:
        return _ONE_SIDED
    sides = {text(row, "actor1_type"), text(row, "actor2_type")}
    return _STATE_BASED if ActorType.STATE in sides else _NON_STATE


def _told(row: Row) -> Cells:
    names = [name for name in sources_of(text(row, "source")) if name]
    published = row.get("published")
    said = day_words(published, text(row, "timezone")) if number(row, "published") and published else ""
    return {
        "number_of_sources": str(len(names) or 1),
        "source_article": text(row, "notes"),
        "source_office": text(row, "source"),
        "source_date": said,
        "source_headline": text(row, "title"),
        "source_original": text(row, "url"),
    }


def _where(row: Row) -> Cells:
    latitude, longitude = number(row, "latitude"), number(row, "longitude")
    placed = bool(latitude and longitude)
    return {
        "where_prec": _precision(row),
        "where_coordinates": text(row, "location"),
        "adm_1": text(row, "admin1"),
        "adm_2": text(row, "admin2"),
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if placed else "",
        "priogrid_gid": str(prio_cell(float(latitude), float(longitude))) if placed else "",
        "country": text(row, "country"),
    }


def _precision(row: Row) -> str:
    exact = {"1": _EXACT, "2": _NEAR}.get(number(row, "geo_precision"))
    if exact:
        return exact
    if text(row, "admin2"):
        return _SECOND_LEVEL
    return _FIRST_LEVEL if text(row, "admin1") else _COUNTRY


def prio_cell(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell a point lies in, counted from the south-west.

    >>> prio_cell(-90, -180), prio_cell(33.51, 36.29)
    (1, 178273)
    """
    row, column = floor((latitude + 90) / _CELL), floor((longitude + 180) / _CELL)
    return min(row, 359) * _CELLS_A_ROW + min(column, _CELLS_A_ROW - 1) + 1


def _when(row: Row, day: DayRow) -> Cells:
    ident = text(row, "event_id").removeprefix("ucdp:")
    return {
        "id": f"{ident}-{day.number + 1}" if day.of > 1 else ident,
        "relid": text(row, "event_id"),
        "year": f"{day.first.year:04}",
        "date_prec": str(day.exact.value),
        "date_start": f"{day.first} 00:00:00.000",
        "date_end": f"{day.last} 00:00:00.000",
    }


def _dead(row: Row, day: DayRow) -> Cells:
    best = _share(row, "fatalities", day) or "0"  # as UCDP has it where nobody gives a toll
    low, high = (_share(row, name, day) or best for name in ("fatalities_low", "fatalities_high"))
    civilians = _violence(row) == _ONE_SIDED
    return {
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": best if civilians else "0",
        "deaths_unknown": "0" if civilians else best,
        "best": best,
        "low": low,
        "high": high,
    }


def _share(row: Row, column: str, day: DayRow) -> str:
    """A day's part of a toll; empty where nobody gives one."""
    written = number(row, column)
    return str(share(int(written), day)) if written else ""

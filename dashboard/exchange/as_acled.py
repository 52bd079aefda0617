"""ACLED-style CSV: its 31 columns, a row a day, codes for how exact time and place are.

What was imported from ACLED comes back cell by cell as it stood. What was read from reports is coded as its codebook says:
a window is one row at its middle with ``time_precision`` 2 or 3, a toll nobody gives is 0, totals are split over the days.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pandas as pd

from dashboard.bundled import bundled
from dashboard.exchange.by_day import DayRow, Exact, days_of, share
from dashboard.exchange.coded import Cells, Coded, brought, coded_csv, coded_parts, not_coded
from dashboard.exchange.described import LeftOut, Row, number, text
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.tabular import acled
from dashboard.extraction.acled import EventType, SubEventType
from dashboard.table import Dataset
from dashboard.table.describe import when

_PRECISION = {Exact.DAY: "1", Exact.DAYS: "2", Exact.WEEK: "2", Exact.MONTH: "3", Exact.YEAR: "3"}
_VIOLENCE, _DEMONSTRATIONS, _STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
_DISORDER = {
    EventType.PROTESTS: _DEMONSTRATIONS,
    EventType.RIOTS: _DEMONSTRATIONS,
    EventType.STRATEGIC_DEVELOPMENTS: _STRATEGIC,
    EventType.NONE: "",
}
_DISORDER_OF_SUB = {
    SubEventType.EXCESSIVE_FORCE: f"{_VIOLENCE}; {_DEMONSTRATIONS}",
    SubEventType.MOB_VIOLENCE: _VIOLENCE,
}
# inter1 in the singular, as ACLED writes it since 2024
_ACTORS = {
    "State Forces": "State forces",
    "Rebel Groups": "Rebel group",
    "Political Militias": "Political militia",
    "Identity Militias": "Identity militia",
}


def left_out(dataset: Dataset) -> tuple[LeftOut, ...]:
    """What ACLED has no row for."""
    return not_coded(dataset.events, acled.KIND.name)


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The rows. The time stamp of those that are made is the moment of the export, as ACLED's is that of its last change."""
    return coded_csv(dataset.events, _form(provenance))


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, more: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part; ``more`` are the columns that files brought along."""
    return coded_parts(parts, _form(provenance), more)


def brought_by(events: pd.DataFrame) -> list[str]:
    """The columns that files brought along, which are none of ACLED's."""
    return brought(events, Coded(acled.KIND, _own_name, lambda _: iter(())))


def _form(provenance: Provenance) -> Coded:
    stamp = str(int(provenance.made.timestamp()))
    return Coded(acled.KIND, _own_name, lambda row: _made(row, stamp))


def _own_name(column: str) -> str:
    return acled.own_names([column]).get(column, "")


def _made(row: Row, stamp: str) -> Iterator[Cells]:
    for day in days_of(row):
        yield _when(row, day) | _what(row) | _where(row) | _told(row, day, stamp)


def _when(row: Row, day: DayRow) -> Cells:
    ident = text(row, "event_id").removeprefix("acled:")
    return {
        "event_id_cnty": f"{ident}-{day.number + 1}" if day.of > 1 else ident,
        "event_date": day.day.isoformat(),
        "year": f"{day.day.year:04}",
        "time_precision": _PRECISION[day.exact],
    }


def _what(row: Row) -> Cells:
    kind, sub = text(row, "event_type"), text(row, "sub_event_type")
    sides = [_ACTORS.get(each, each) for each in (text(row, "actor1_type"), text(row, "actor2_type"))]
    civilians = kind == EventType.VIOLENCE_AGAINST_CIVILIANS or sides[1] == "Civilians"
    return {
        "disorder_type": _disorder(kind, sub),
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": text(row, "actor1"),
        "assoc_actor_1": text(row, "assoc_actors"),
        "inter1": sides[0],
        "actor2": text(row, "actor2"),
        "assoc_actor_2": "",
        "inter2": sides[1],
        "interaction": _interaction(*sides),
        "civilian_targeting": "Civilian targeting" if civilians else "",
    }


def _interaction(one: str, other: str) -> str:
    """Both sides' kinds; "Sole" before the one there is."""
    return f"{one}-{other}" if one and other else f"Sole {(one or other).lower()}" if one or other else ""


def _disorder(kind: str, sub: str) -> str:
    if sub in _DISORDER_OF_SUB:
        return _DISORDER_OF_SUB[SubEventType(sub)]
    return _DISORDER.get(EventType(kind), _VIOLENCE) if kind in set(EventType) else ""


def _where(row: Row) -> Cells:
    names = ("country", "admin1", "admin2", "admin3", "location")
    numbers = ("latitude", "longitude", "geo_precision")
    found = {name: text(row, name) for name in names} | {name: number(row, name) for name in numbers}
    iso = text(row, "iso")
    return found | {"iso": iso_numbers().get(iso, ""), "region": regions().get(iso, "")}


def _told(row: Row, day: DayRow, stamp: str) -> Cells:
    toll = row.get("fatalities")
    return {
        "source": text(row, "source"),
        "source_scale": "",
        "notes": _notes(row, day),
        "fatalities": str(share(int(toll), day)) if number(row, "fatalities") and toll is not None else "0",
        "tags": text(row, "tags"),
        "timestamp": stamp,
    }


def _notes(row: Row, day: DayRow) -> str:
    """The quote; where the day is not the whole truth, the time in words behind it."""
    exact = day.exact is Exact.DAY and day.of == 1
    return text(row, "notes") if exact else f"{text(row, 'notes')} [time: {when(row)}]".strip()


@cache
def iso_numbers() -> dict[str, str]:
    """The number of each country by its two letters.

    >>> iso_numbers()["SY"]
    '760'
    """
    return {letters: str(int(digits)) for letters, digits in _facts("iso_numbers.tsv")}


@cache
def regions() -> dict[str, str]:
    """The region that ACLED puts each country in, by its two letters.

    >>> regions()["SY"]
    'Middle East'
    """
    return dict(_facts("acled_regions.tsv"))


def _facts(name: str) -> Iterator[tuple[str, str]]:
    lines = (bundled("data") / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            letters, told = line.split("\t")
            yield letters, told

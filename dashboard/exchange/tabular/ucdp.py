"""UCDP GED's rows, with or without their header; "1.0" stands for 1.

``date_prec`` says how exact the days are: the bounds run from date_start to the end of date_end, and are as wide as the
week, month or year that was known. ``best`` is the toll, ``low`` and ``high`` what the sources allow; who died on which
side stays in the kept row.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.exchange.tabular.batch import Asked, Told
from dashboard.exchange.tabular.cells import by_row, by_unique, column, counts, nothing, telling_nothing
from dashboard.exchange.tabular.days import Times, order_told, times, utc_bounds, widened
from dashboard.exchange.tabular.homes import land_of, region_of
from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.exchange.tabular.points import points
from dashboard.exchange.tabular.words import without_point, words

HEADER = tuple(words("ucdp", "header").split())
KIND = RowKind(
    "ucdp",
    HEADER,
    {
        "side_a": "actor1",
        "side_b": "actor2",
        "where_coordinates": "location",
        "adm_1": "admin1",
        "adm_2": "admin2",
        "country": "country",
        "source_article": "notes",
        "source_headline": "title",
        "source_office": "source",
    },
)
_FEEDS: Mapping[str, Sequence[str]] = {
    "year": ("start", "end"),
    "date_start": ("start", "end"),
    "date_end": ("start", "end"),
    "date_prec": ("start", "end", "granularity"),
    "type_of_violence": ("event_type", "sub_event_type"),
    "where_prec": ("geo_precision",),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    "geom_wkt": ("latitude", "longitude"),
    "priogrid_gid": ("latitude", "longitude"),
    "country_id": ("country",),
    "region": ("country",),
    "dyad_name": ("actor1", "actor2"),
    "best": ("fatalities",),
    "low": ("fatalities_low",),
    "high": ("fatalities_high",),
}
_NEEDED = frozenset({"date_start", "date_end", "type_of_violence", "best"})
_GOVERNMENT, _CIVILIANS = "Government of ", "Civilians"


def knows(header: Sequence[str]) -> bool:
    """Whether a file with this header is UCDP's georeferenced events."""
    return {each.strip().casefold() for each in header} >= _NEEDED


def is_headless(row: Sequence[str]) -> bool:
    """Whether a first row is one of UCDP's events, without a header above it.

    >>> is_headless(["1.0", "X-1", "2024", "1", "Clear", "3"] + [""] * 43)
    True
    """
    return (
        len(row) == len(HEADER)
        and without_point(row[0]).isdigit()
        and without_point(row[5]) in {"1", "2", "3"}
    )


def feeds(cell: str) -> Sequence[str]:
    """The event columns that say what a cell of that column says: while they are as read, the cell is untouched."""
    name = cell.strip().casefold()
    twin = (KIND.twins or {}).get(name)
    return (twin,) if twin else _FEEDS.get(name, ())


def told(frame: pd.DataFrame, asked: Asked) -> Told:
    """What the rows tell, as event columns."""
    cells = frame.rename(columns={each: str(each).strip().casefold() for each in frame.columns})
    bounds = _bounds(cells)
    country = column(cells, "country")
    land = land_of(country, asked.timezone)
    start, end = utc_bounds(bounds, land.timezone)
    where = points(column(cells, "latitude"), column(cells, "longitude"))
    violence = column(cells, "type_of_violence")
    one, other = column(cells, "side_a"), column(cells, "side_b")
    return Told(
        {
            "event_id": column(cells, "id").str.removesuffix(".0"),
            "start": start,
            "end": end,
            "timezone": land.timezone,
            "granularity": bounds.granularity,
            "time_text": _words(column(cells, "date_start"), column(cells, "date_end")),
            "time_rule": by_unique(column(cells, "date_prec"), _rule, "str"),
            "time_notes": bounds.notes,
            "event_type": by_unique(violence, lambda each: _type(each)[0], "str"),
            "sub_event_type": by_unique(violence, lambda each: _type(each)[1], "str"),
            "actor1": column(cells, "side_a"),
            "actor1_type": by_unique(one, _kind, "str"),
            "actor2": column(cells, "side_b"),
            "actor2_type": by_unique(other, _kind, "str"),
            "location": column(cells, "where_coordinates"),
            "admin1": region_of(land.iso, column(cells, "adm_1")),
            "admin2": column(cells, "adm_2"),
            "country": country,
            "iso": land.iso,
            "latitude": where.latitude,
            "longitude": where.longitude,
            "geo_precision": _precision(column(cells, "where_prec")),
            "fatalities": counts(column(cells, "best")),
            "fatalities_low": counts(column(cells, "low")),
            "fatalities_high": counts(column(cells, "high")),
            "source": column(cells, "source_office"),
            "title": column(cells, "source_headline"),
            "notes": cells["source_article"] if "source_article" in cells else nothing(cells),
        },
        {
            **telling_nothing(violence, country, column(cells, "where_coordinates")),
            **where.wrong,
            **by_row(bounds.wrong),
        },
    )


def _bounds(cells: pd.DataFrame) -> Times:
    """From the first day to the end of the last, as wide as the precision says."""
    first, last = column(cells, "date_start"), column(cells, "date_end")
    order = order_told(pd.concat([first, last]))
    start, end = (
        times(first.str.slice(0, 10), order),
        times(last.where(last != "", first).str.slice(0, 10), order),
    )
    swapped = (start.start > end.start).fillna(value=False)
    backwards = pd.Series("", index=first.index).where(~swapped, "ends before it starts")
    wrong = start.wrong.where(start.wrong != "", end.wrong).where(lambda each: each != "", backwards)
    both = Times(start.start, end.end, start.granularity, wrong, start.notes, start.zoned)
    precision = by_unique(column(cells, "date_prec"), without_point, "str")
    coarse = widened(both, precision.isin(["2", "3"]), precision == "4", precision == "5")
    known_to_the_days = precision == "2"  # two to six days: date_start and date_end are those
    several = known_to_the_days & (both.end - both.start > pd.Timedelta(days=1))
    return Times(
        coarse.start.where(~several, both.start),
        coarse.end.where(~several, both.end),
        coarse.granularity,
        wrong,
        both.notes,
        both.zoned,
    )


def _type(violence: str) -> tuple[str, str]:
    found = words("ucdp", "violence").get(without_point(violence), ("", ""))
    return found[0], found[1]


def _kind(side: str) -> str:
    if side.startswith(_GOVERNMENT):
        return "State Forces"
    return "Civilians" if side == _CIVILIANS else ""


def _precision(codes: pd.Series) -> pd.Series:
    found = by_unique(codes, lambda each: words("ucdp", "precision").get(without_point(each)))
    return pd.to_numeric(found).astype("Int64")


def _rule(precision: str) -> str:
    return f"coded: date_prec {without_point(precision)}" if precision else "coded"


def _words(first: pd.Series, last: pd.Series) -> pd.Series:
    one, other = first.str.slice(0, 10), last.str.slice(0, 10)
    return one.where((one == other) | (other == ""), one + " – " + other)

"""ACLED's rows: text or numeric codes, old and new names of columns, dates in ISO or in words.

``time_precision`` 2 and 3 widen the bounds (the week around the day, the month): never finer than told. The toll is what
the row says, 0 included; an empty cell is no toll. ``source_scale``, ``disorder_type``, codes and all else without a
home stay in the kept row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from dashboard.exchange.tabular.batch import Asked, Told
from dashboard.exchange.tabular.cells import (
    by_row,
    by_unique,
    column,
    counts,
    nothing,
    numbers,
    telling_nothing,
)
from dashboard.exchange.tabular.days import Times, order_told, spread, times, utc_bounds, widened
from dashboard.exchange.tabular.homes import land_of, region_of
from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.exchange.tabular.points import points
from dashboard.exchange.tabular.worded import by_both, codes_of, combinations, worded
from dashboard.exchange.tabular.words import actor_kind, our_types, words

HEADER = tuple(words("acled", "header").split())
KIND = RowKind(
    "acled",
    HEADER,
    {
        name: name
        for name in (
            *("event_type", "sub_event_type", "actor1", "actor2", "country", "admin1", "admin2", "admin3"),
            *("location", "source", "notes", "tags"),
        )
    },
)
_FEEDS: Mapping[str, Sequence[str]] = {
    "event_date": ("start", "end"),
    "year": ("start", "end"),
    "time_precision": ("start", "end", "granularity"),
    "assoc_actor_1": ("assoc_actors",),
    "assoc_actor_2": ("assoc_actors",),
    "inter1": ("actor1_type",),
    "inter2": ("actor2_type",),
    "interaction": ("actor1_type", "actor2_type"),
    "disorder_type": ("event_type", "sub_event_type"),
    "iso": ("country", "iso"),
    "region": ("country",),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    "geo_precision": ("geo_precision",),
    "fatalities": ("fatalities",),
}
_NEEDED = frozenset({"event_date", "event_type"})
_ENOUGH = 8


def own_names(header: Sequence[str]) -> dict[str, str]:
    """ACLED's name for each column of a file that has one.

    >>> own_names(["EVENT_DATE", "Event Type", "ALLY_ACTOR_1", "funding"])
    {'EVENT_DATE': 'event_date', 'Event Type': 'event_type', 'ALLY_ACTOR_1': 'assoc_actor_1'}
    """
    aliases = {alias: name for name, others in words("acled", "columns").items() for alias in others}
    folded = {each: "_".join(each.strip().casefold().replace("-", " ").split()) for each in header}
    named = {each: aliases.get(flat, flat) for each, flat in folded.items()}
    return {each: name for each, name in named.items() if name in HEADER}


def knows(header: Sequence[str]) -> bool:
    """Whether a file with this header is ACLED's: its date, its type, and enough of the rest."""
    found = set(own_names(header).values())
    return found >= _NEEDED and len(found) >= _ENOUGH


def feeds(cell: str) -> Sequence[str]:
    """The event columns that say what a cell of that column says: while they are as read, the cell is untouched."""
    name = own_names([cell]).get(cell, "")
    twin = (KIND.twins or {}).get(name)
    return (twin,) if twin else _FEEDS.get(name, ())


def told(frame: pd.DataFrame, asked: Asked) -> Told:
    """What the rows tell, as event columns."""
    cells = frame.rename(columns=own_names([str(each) for each in frame.columns]))
    cells = cells.loc[:, ~cells.columns.duplicated()]
    dates = column(cells, "event_date")
    precision = column(cells, "time_precision")
    country = column(cells, "country")
    land = land_of(country, asked.timezone)
    when = _times(dates, precision, land.timezone)
    where = points(column(cells, "latitude"), column(cells, "longitude"))
    types, subs = _types(column(cells, "event_type"), column(cells, "sub_event_type"))
    toll = counts(column(cells, "fatalities"))
    tolls = dict.fromkeys(("fatalities", "fatalities_low", "fatalities_high"), toll)
    words_of = {name: column(cells, name) for name in ("location", "admin2", "admin3", "source", "tags")}
    return Told(
        {
            "event_id": column(cells, "event_id_cnty", "data_id"),
            "start": when.start,
            "end": when.end,
            "timezone": land.timezone,
            "granularity": when.granularity,
            "time_text": dates,
            "time_rule": by_unique(precision, _rule, "str"),
            "time_notes": when.notes,
            "event_type": types,
            "sub_event_type": subs,
            "actor1": column(cells, "actor1"),
            "actor1_type": by_unique(column(cells, "inter1"), actor_kind, "str"),
            "actor2": column(cells, "actor2"),
            "actor2_type": by_unique(column(cells, "inter2"), actor_kind, "str"),
            "assoc_actors": _joined(column(cells, "assoc_actor_1"), column(cells, "assoc_actor_2")),
            "admin1": region_of(land.iso, column(cells, "admin1")),
            "country": country,
            "iso": land.iso,
            "latitude": where.latitude,
            "longitude": where.longitude,
            "geo_precision": _within(column(cells, "geo_precision"), 3),
            **tolls,
            **words_of,
            "notes": cells["notes"] if "notes" in cells else nothing(cells),
        },
        {
            **telling_nothing(column(cells, "event_type"), country, words_of["location"]),
            **where.wrong,
            **by_row(when.wrong),
        },
    )


def _times(dates: pd.Series, precision: pd.Series, zones: pd.Series) -> Times:
    """The bounds of each row in UTC, read once for each different date, precision and zone."""
    codes, (date, exact, zone) = combinations((dates, precision, zones))
    read = times(date, order_told(date))
    bounds = widened(read, _is(exact, 2), _is(exact, 3), _is(exact, 4))
    start, end = utc_bounds(bounds, zone)
    told = spread(replace(bounds, start=start, end=end), codes, dates.index)
    kinds, names = codes_of(bounds.granularity)
    return replace(told, granularity=worded(kinds[codes], list(names), dates.index))


def _types(types: pd.Series, subs: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Type and sub-event type in our words; the types of before 2019 by what they became."""
    old, ours = words("acled", "old_types"), our_types()

    def type_of(told: str) -> str:
        each = told.casefold()
        return str(old[each][0]) if each in old else ours.get(each, "")

    def sub_of(told: str, kind: str) -> str:
        implied = str(old[kind.casefold()][1]) if kind.casefold() in old else ""
        return ours.get(told.casefold(), told) or implied

    return by_unique(types, type_of, "str"), by_both(subs, types, sub_of)


def _rule(precision: str) -> str:
    return f"coded: time_precision {precision.removesuffix('.0')}" if precision else "coded"


def _joined(one: pd.Series, other: pd.Series) -> pd.Series:
    return by_both(one, other, lambda first, second: "; ".join(filter(None, (first, second))))


def _is(codes: pd.Series, code: int) -> pd.Series:
    return codes.isin([str(code), f"{code}.0"])


def _within(codes: pd.Series, most: int) -> pd.Series:
    found = numbers(codes)
    return found.where(found.between(1, most)).astype("Int64")

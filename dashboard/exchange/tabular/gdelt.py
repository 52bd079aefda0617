"""GDELT 2.0's events: 61 columns divided by tabs, no header, days only.

The CAMEO code tells the kind: protest, coercion, assault, fight and mass violence have types of ours, all others keep what
they are called as their sub-event type. Nobody counted the dead. The place is the one of the action.
"""

from collections.abc import Callable, Sequence
from functools import cache
from urllib.parse import urlsplit

import pandas as pd

from dashboard.exchange.tabular.batch import Asked, Told
from dashboard.exchange.tabular.cells import by_row, by_unique, column
from dashboard.exchange.tabular.days import times, utc_bounds
from dashboard.exchange.tabular.homes import land_of
from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.exchange.tabular.points import points
from dashboard.exchange.tabular.words import words

HEADER = tuple(words("gdelt", "header").split())
KIND = RowKind("gdelt", HEADER, {"Actor1Name": "actor1", "Actor2Name": "actor2", "SOURCEURL": "url"})
_REGIONS = frozenset({"1", "2", "5"})  # ActionGeo_Type: a country, a state of the US, a state elsewhere


def is_headless(row: Sequence[str]) -> bool:
    """Whether a first row is one of GDELT's events.

    >>> is_headless(["1", "20180521"] + [""] * 59), is_headless(["1", "x"])
    (True, False)
    """
    return len(row) == len(HEADER) and row[0].isdigit() and row[1].isdigit() and len(row[1]) == 8


def knows(header: Sequence[str]) -> bool:
    """Whether a file with this header is GDELT's."""
    return tuple(header) == HEADER


def told(frame: pd.DataFrame, asked: Asked) -> Told:
    """What the rows tell, as event columns."""
    day = times(column(frame, "SQLDATE"))
    place = column(frame, "ActionGeo_FullName")
    country = by_unique(place, lambda each: each.rsplit(", ", maxsplit=1)[-1], "str")
    land = land_of(country, asked.timezone)
    start, end = utc_bounds(day, land.timezone)
    where = points(column(frame, "ActionGeo_Lat"), column(frame, "ActionGeo_Long"))
    code, url = column(frame, "EventCode"), column(frame, "SOURCEURL")
    wide = column(frame, "ActionGeo_Type").isin(_REGIONS)
    precision = pd.Series(1, index=frame.index, dtype="Int64").where(~wide, 3).where(place != "")
    return Told(
        {
            "event_id": column(frame, "GLOBALEVENTID"),
            "start": start,
            "end": end,
            "timezone": land.timezone,
            "granularity": day.granularity,
            "time_text": column(frame, "SQLDATE"),
            "time_rule": by_unique(code, lambda _: "coded", "str"),
            "event_type": by_unique(code, _at(0), "str"),
            "sub_event_type": by_unique(code, _at(1), "str"),
            "actor1": column(frame, "Actor1Name"),
            "actor2": column(frame, "Actor2Name"),
            "location": by_unique(place, lambda each: each.split(",", maxsplit=1)[0], "str"),
            "admin1": by_unique(place, _admin1, "str"),
            "country": country,
            "iso": land.iso,
            "latitude": where.latitude,
            "longitude": where.longitude,
            "geo_precision": precision,
            "source": by_unique(url, _publisher, "str"),
            "url": url,
        },
        {**where.wrong, **by_row(day.wrong)},
    )


def _at(which: int) -> Callable[[str], str]:
    return lambda code: _type(code)[which]


@cache
def _type(code: str) -> tuple[str, str]:
    """The types of the longest code that this one begins with; else what its root is called.

    >>> _type("195"), _type("190"), _type("042")
    (('Explosions/Remote violence', 'Air/drone strike'), ('Battles', 'Armed clash'), ('', 'consultation'))
    """
    types = words("gdelt", "types")
    for length in range(len(code), 1, -1):
        if code[:length] in types:
            kind, sub = types[code[:length]]
            return kind, sub
    return "", words("gdelt", "roots").get(code[:2], "")


def _admin1(place: str) -> str:
    """The region of "Douma, Rif Dimashq, Syria"."""
    parts = place.split(", ")
    return parts[-2] if len(parts) == 3 else ""


def _publisher(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

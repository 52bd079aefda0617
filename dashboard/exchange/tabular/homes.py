"""Countries as tables name them: our name, the two letters, the zone most of its people live in."""

from dataclasses import dataclass
from functools import cache

import pandas as pd

from dashboard.exchange.tabular.cells import by_unique
from dashboard.exchange.tabular.worded import by_both
from dashboard.gazetteer.homes import Homes
from dashboard.gazetteer.packed import Tables


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """The country of each row: its letters, and its zone, empty where it is unknown."""

    iso: pd.Series
    timezone: pd.Series


def land_of(countries: pd.Series, zone: str = "") -> Land:
    """The country of each row by its name or two letters; ``zone`` stands where it tells none."""
    iso = by_unique(countries, iso_of, "str")
    return Land(iso, by_unique(iso, lambda each: zone_of(each) or zone, "str"))


def region_of(iso: pd.Series, regions: pd.Series) -> pd.Series:
    """Our name of each first-level region, so that coded and read events stand at one place of the tree."""
    return by_both(iso, regions, _region)


def _region(iso: str, region: str) -> str:
    return _homes().region(iso, region) if iso and region else region


@cache
def iso_of(country: str) -> str:
    """The two letters of a country, empty for a name that is none.

    >>> iso_of("DR Congo (Zaire)"), iso_of("Macedonia, FYR"), iso_of("Narnia")
    ('CD', 'MK', '')
    """
    bare = country.strip()
    behind = bare.split("(")[-1].rstrip(") ")
    return (
        _homes().iso(
            bare, bare.split(",", maxsplit=1)[0], behind, bare.removeprefix("Kingdom of ").split(" (")[0]
        )
        if bare
        else ""
    )


def zone_of(iso: str) -> str:
    """The zone most people of a country live in; empty where there is none."""
    return _tables().zones.get(iso, "") if iso else ""


@cache
def _tables() -> Tables:
    return Tables()


@cache
def _homes() -> Homes:
    return Homes(_tables())


@cache
def country_of(iso: str) -> str:
    """Our name of a country by its two letters; empty where there is none.

    >>> country_of("SY")
    'Syria'
    """
    land = _tables().countries.get(iso)
    return land.place.name if land else ""

"""Where rows put their events: coordinates in two columns, in one, or as a shape; else the gazetteer by name and country."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.exchange.tabular.batch import Asked
from dashboard.exchange.tabular.cells import by_unique, numbers
from dashboard.exchange.tabular.columns import Columns
from dashboard.exchange.tabular.homes import country_of, iso_of, region_of
from dashboard.exchange.tabular.points import Points, points
from dashboard.exchange.tabular.shapes import Spot, is_broken, spot_of
from dashboard.gazetteer import Place, load
from dashboard.gazetteer.place import PlaceKind

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

_PAIR = re.compile(r"\s*\(?\s*(-?\d+(?:\.\d+)?)\s*°?\s*[,;/\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*\)?\s*")
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """The place of each row: its point, how exact that is, and what lies around it."""

    points: Points
    precision: pd.Series
    place_id: pd.Series
    admin1: pd.Series
    country: pd.Series
    iso: pd.Series


def places_told(by_role: Columns, asked: Asked) -> Where:
    """Where each row puts its event; a place without coordinates is looked up, where it can be but one."""
    country = by_role["country"]
    iso = by_unique(by_role["iso"].where(by_role["iso"] != "", country), iso_of, "str")
    iso = iso.where(iso != "", by_unique(country, iso_of, "str"))
    told, precision = _told(by_role)
    known = asked.places or load()
    region = by_role["admin1"].where(told.latitude.isna(), "")
    iso = iso.where(iso != "", by_unique(region, lambda each: _land_of_region(each, known), "str"))
    admin1 = region_of(iso, by_role["admin1"])
    stated = numbers(by_role["geo_precision"])
    precision = stated.where(stated.between(1, 3)).astype("Int64").fillna(precision)
    named = country.where(country != "", by_unique(iso, country_of, "str"))
    where = Where(told, precision, pd.Series("", index=country.index, dtype="str"), admin1, named, iso)
    return _looked_up(where, by_role["place"], known)


def _told(by_role: Columns) -> tuple[Points, pd.Series]:
    """Points that the row tells, and how exact they are where a shape says so."""
    latitude, longitude = by_role["latitude"], by_role["longitude"]
    precision = pd.Series(pd.NA, index=latitude.index, dtype="Int64")
    if "coordinates" in by_role.mapping:
        pair = by_role["coordinates"]
        latitude = latitude.where(latitude != "", by_unique(pair, lambda each: _half(each, 1), "str"))
        longitude = longitude.where(longitude != "", by_unique(pair, lambda each: _half(each, 2), "str"))
    if "geometry" in by_role.mapping:
        spots = [spot_of(str(each)) for each in by_role["geometry"]]
        shaped = (latitude == "") & (longitude == "")
        latitude = latitude.where(~shaped, _of_spots([each.latitude for each in spots], latitude))
        longitude = longitude.where(~shaped, _of_spots([each.longitude for each in spots], longitude))
        precision = _precisions(spots, latitude).where(shaped)
        found = points(latitude, longitude)
        broken = {
            row: f"geometry {text[:60]} has coordinates that are no numbers"
            for row, text, spot in zip(latitude.index, map(str, by_role["geometry"]), spots, strict=True)
            if shaped[row] and is_broken(text, spot)
        }
        return replace(found, wrong={**broken, **found.wrong}), precision
    return points(latitude, longitude), precision


def _of_spots(values: list[str], like: pd.Series) -> pd.Series:
    return pd.Series(values, index=like.index, dtype="str")


def _precisions(spots: list[Spot], like: pd.Series) -> pd.Series:
    return pd.Series([each.precision or None for each in spots], index=like.index, dtype="Int64")


def _half(pair: str, which: int) -> str:
    """Latitude or longitude of "33.57, 36.40"; a text that is no pair stays, so that it is named."""
    found = _PAIR.fullmatch(pair)
    return found[which] if found else pair if which == 1 else ""


def _looked_up(where: Where, names: pd.Series, places: "Gazetteer") -> Where:
    """The same with the places that have a name and no point, as the gazetteer knows them."""
    lacking = where.points.latitude.isna() & (names != "") & ~names.index.isin(list(where.points.wrong))
    if not lacking.any():
        return where
    keys = names + _BETWEEN + where.iso + _BETWEEN + where.admin1
    found = {key: _place(str(key), places) for key in keys[lacking].unique()}
    of_row = keys.map(found).where(lacking, None)
    there = of_row.notna()
    if not there.any():
        return where
    known = [each if there.iloc[at] else None for at, each in enumerate(of_row)]
    return Where(
        Points(
            _filled(where.points.latitude, known, "latitude"),
            _filled(where.points.longitude, known, "longitude"),
            where.points.wrong,
        ),
        where.precision.where(~there, _column(known, "precision", where.precision).astype("Int64")),
        where.place_id.where(~there, _column(known, "place_id", where.place_id).fillna("").astype("str")),
        _told_or(where.admin1, known, "admin1"),
        _told_or(where.country, known, "country"),
        _told_or(where.iso, known, "iso"),
    )


def _place(key: str, places: "Gazetteer") -> Place | None:
    """The best place of that name; none where no country is told and it may lie in two."""
    name, iso, admin1 = key.split(_BETWEEN)
    candidates = places.lookup(name, iso or None, admin1 or None)
    lands = {each.place.iso for each in candidates}
    return candidates[0].place if candidates and (iso or len(lands) == 1) else None


def _land_of_region(region: str, places: "Gazetteer") -> str:
    """The one country that has a first-level region of that name; empty where none or several have."""
    found = places.lookup(region) if region else ()
    lands = {each.place.iso for each in found if each.place.kind == PlaceKind.ADMIN1}
    return lands.pop() if len(lands) == 1 else ""


def _column(known: list[Place | None], name: str, like: pd.Series) -> pd.Series:
    return pd.Series(
        [getattr(each, name) if each else None for each in known], index=like.index, dtype=object
    )


def _filled(told: pd.Series, known: list[Place | None], name: str) -> pd.Series:
    return told.fillna(pd.to_numeric(_column(known, name, told)).astype("Float64"))


def _told_or(told: pd.Series, known: list[Place | None], name: str) -> pd.Series:
    return told.where(told != "", _column(known, name, told).fillna("").astype("str"))

"""The tables that come with the product hold what the code needs of them."""

import random
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from dashboard.errors import InputError
from dashboard.gazetteer import timezone_of
from dashboard.gazetteer.packed import Tables
from dashboard.gazetteer.place import REGIONS
from dashboard.gazetteer.spelling import key

TABLES = Tables()
KINDS = {"city", "town", "village", "neighbourhood", "camp", "site"} | REGIONS


def test_the_index_was_packed_with_todays_spelling_rules() -> None:
    rows = random.Random(7).sample(range(len(TABLES.towns)), 2_000)
    stale = [row for row in rows if row not in TABLES.towns.rows(key(TABLES.towns.fields(row)[1]))]
    assert not stale, "run data/gazetteer/pack.py again"


def test_curated_places_are_on_the_map_and_named_once() -> None:
    ids = [named.place.place_id for named in TABLES.curated]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 400
    for named in TABLES.curated:
        place = named.place
        assert place.kind in KINDS, place
        assert -60 < place.latitude < 75, place
        assert -180 < place.longitude < 180, place
        assert place.iso in TABLES.countries or place.kind in ("sea", "region"), place


def test_a_curated_town_lies_in_its_country() -> None:
    for named in TABLES.curated:
        country = TABLES.countries.get(named.place.iso)
        if country:
            reach = 2.2 * max(country.square_kilometres, 3_000) ** 0.5
            assert named.place.kilometres_to(country.place) < reach, named.place


def test_every_zone_is_one_of_the_tz_database() -> None:
    assert set(TABLES.zones.values()) <= available_timezones()
    assert {country for country in TABLES.countries if not timezone_of(country)} <= {"AN", "CS", "BV", "HM"}


@pytest.mark.parametrize(
    ("iso", "zone"), [("SY", "Asia/Damascus"), ("sd", "Africa/Khartoum"), ("UA", "Europe/Kyiv"), ("XX", "")]
)
def test_a_country_has_its_time_zone(iso: str, zone: str) -> None:
    assert timezone_of(iso) == zone


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"places\.tsv\.gz is missing"):
        _ = Tables(tmp_path).towns


def test_a_row_with_a_column_too_few_is_named(tmp_path: Path) -> None:
    (tmp_path / "zones.tsv").write_text("SY\n")
    with pytest.raises(InputError, match=r"zones\.tsv: 'SY' has 1 columns, 2 are needed"):
        _ = Tables(tmp_path).zones

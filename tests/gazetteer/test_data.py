"""The tables that come with the product hold what the code needs of them."""

import random
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from dashboard.errors import InputError
from dashboard.gazetteer import timezone_of
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.packed import Tables
from dashboard.gazetteer.place import KINDS, REGIONS, Place
from dashboard.gazetteer.spelling import key

TABLES = Tables()


def test_the_index_was_packed_with_todays_spelling_rules() -> None:
    rows = random.Random(7).sample(range(len(TABLES.towns)), 2_000)
    stale = [row for row in rows if row not in TABLES.towns.rows(key(TABLES.towns.fields(row)[1]))]
    assert not stale, "run data/gazetteer/pack.py again"


def test_curated_places_are_on_the_map_and_named_once() -> None:
    ids = [named.place.place_id for named in TABLES.curated]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 1_000
    for named in TABLES.curated:
        place = named.place
        assert place.kind in KINDS, place
        assert -60 < place.latitude < 75, place
        assert -180 < place.longitude < 180, place
        assert place.iso in TABLES.countries or place.kind in REGIONS - {"admin1", "admin2", "admin3"}, place


def test_a_curated_town_lies_in_its_country() -> None:
    for named in TABLES.curated:
        country = TABLES.countries.get(named.place.iso)
        if country:
            reach = 2.2 * max(country.square_kilometres, 3_000) ** 0.5
            assert named.place.kilometres_to(country.place) < reach, named.place


def test_the_wars_have_their_first_and_second_level_regions() -> None:
    regions = [*TABLES.regions.values(), *TABLES.curated]
    least = {
        "SY": 45,
        "IQ": 45,
        "YE": 40,
        "LB": 15,
        "UA": 30,
        "SD": 40,
        "ML": 25,
        "NE": 20,
        "SO": 30,
        "AF": 50,
    }
    for iso, count in least.items():
        kinds = [each.place.kind for each in regions if each.place.iso == iso]
        assert kinds.count("admin1") >= 7, iso
        assert kinds.count("admin2") >= count, iso


def test_the_region_of_a_curated_place_is_one_we_know() -> None:
    both = [*TABLES.regions.values(), *TABLES.curated]
    known = {
        (each.place.iso, key(name)) for each in both if each.place.kind == "admin1" for name in each.names
    }
    # Crimea is filed under its own names in the public table.
    known.add(("UA", key("Crimea")))
    told = [each.place for each in TABLES.curated if each.place.admin1]
    assert [place for place in told if (place.iso, key(place.admin1)) not in known] == []


def test_a_curated_point_lies_in_the_region_it_names() -> None:
    """Some town of that region, in the public table, is near; where the table knows the regions of its towns."""
    towns: dict[tuple[str, str], list[Place]] = {}
    index = Index(TABLES)
    for row in range(len(TABLES.towns)):
        town = index.town(row)
        towns.setdefault((town.iso, town.admin1), []).append(town)
    for named in TABLES.curated:
        place = named.place
        at_home = towns.get((place.iso, place.admin1), [])
        if place.precision == 1 and place.admin1 and at_home:
            assert min(map(place.kilometres_to, at_home)) < 170, place


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

"""Whose clock counts at a place: its region's where that is known, else that of the nearest town of a zone."""

import pytest

from dashboard import gazetteer
from dashboard.extraction.spots import spot_named


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Makhachkala", "Europe/Moscow"),
        ("Grozny", "Europe/Moscow"),
        ("Samara", "Europe/Samara"),
        ("Orenburg", "Asia/Yekaterinburg"),
        ("Goma", "Africa/Lubumbashi"),
        ("Kinshasa", "Africa/Kinshasa"),
        ("Kherson", "Europe/Kyiv"),
    ],
)
def test_the_clock_of_a_region_counts(name: str, zone: str) -> None:
    assert spot_named(name, gazetteer.load()).zone == zone


def test_the_sun_of_a_country_is_that_of_its_capital() -> None:
    assert spot_named("Russia", gazetteer.load()).name == "Moscow"

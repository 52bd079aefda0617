"""Nights are as long as they are where the events are, on the clock that is shown."""

from datetime import timedelta

import pytest

from tests.figures.drawn import Figure, at, clock, picture, row

DAMASCUS = {"latitude": 33.5, "longitude": 36.3}
SHORT = (at("19 12:00").to_pydatetime(), at("20 12:00").to_pydatetime())


def dark(figure: Figure, name: str) -> list[tuple[str, str]]:
    """From when to when it is dark."""
    found = [each for each in figure["layout"]["shapes"] if each.get("name") == name]
    return [(clock(each["x0"]), clock(each["x1"])) for each in found]


def test_a_night_lies_between_two_twilights() -> None:
    figure = picture(row(start="20 00:00", end="20 06:00", **DAMASCUS), window=SHORT)
    (night,) = dark(figure, "night")
    evening, morning = dark(figure, "twilight")
    assert evening[1] == night[0]
    assert night[1] == morning[0]
    assert "19 19:00" < evening[0] < "19 20:00", "the sun of May"
    assert "20 05:00" < morning[1] < "20 06:00"


def test_another_clock_shows_the_same_night() -> None:
    event = row(start="20 00:00", end="20 06:00", **DAMASCUS)
    ((here, _),) = dark(picture(event, window=SHORT), "night")
    ((there, _),) = dark(picture(event, window=SHORT, zone="Asia/Tokyo"), "night")
    assert at(there) - at(here) == timedelta(hours=6)


@pytest.mark.parametrize(
    "rows",
    [
        [row(start="20 00:00", end="20 06:00")],
        [row(start="20 00:00", end="20 06:00", **DAMASCUS), row(event_id="f", start="20 00:00", end="20 06:00", latitude=33.5, longitude=120.0)],
    ],
    ids=["no place is known", "places far apart"],
)  # fmt: skip
def test_where_no_sun_is_common_to_all_nothing_is_shaded(rows: list[dict[str, object]]) -> None:
    assert dark(picture(*rows, window=SHORT), "night") == []


def test_a_view_of_four_days_and_more_has_no_nights() -> None:
    wide = (at("19 00:00").to_pydatetime(), at("24 00:00").to_pydatetime())
    assert dark(picture(row(start="20 00:00", end="20 06:00", **DAMASCUS), window=wide), "night") == []


def test_a_polar_summer_has_no_night() -> None:
    event = row(start="20 00:00", end="20 06:00", latitude=78.2, longitude=15.6)
    figure = picture(event, window=SHORT)
    assert dark(figure, "night") == dark(figure, "twilight") == []


def test_a_white_night_is_all_twilight() -> None:
    event = row(start="20 00:00", end="20 06:00", latitude=66.0, longitude=45.0)
    figure = picture(event, window=SHORT)
    assert dark(figure, "night") == []
    assert len(dark(figure, "twilight")) == 1

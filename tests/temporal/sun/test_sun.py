"""Each row is a test: words of the sun or of prayer, and what clocks showed at that place on that day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.languages import language_named
from dashboard.temporal import Spot, Timex, read_time, seen_from
from dashboard.temporal.calendar.skies import Point, reached
from dashboard.temporal.calendar.sun import Nearness, Solar, SolarPart, is_solar, window
from dashboard.temporal.calendar.zones import zone_at
from tests.tables import Row, rows

HERE = Path(__file__).parent
AT_A_PLACE = list(rows(HERE / "at_a_place.md"))
SPOTS = {
    row["place"]: Spot(float(row["latitude"]), float(row["longitude"]), row["zone"], row["place"])
    for row in AT_A_PLACE
    if row.heading == "Places"
}
LIT = [row for row in AT_A_PLACE if row.heading != "Places"]
NO_PLACE = [row for row in rows(HERE / "no_place.md") if "place" not in row.cells]
NO_SUN = [row for row in rows(HERE / "no_place.md") if "place" in row.cells]
NO_RITE = list(rows(HERE / "no_rite.md"))
USUAL = list(rows(HERE / "usual_hours.md"))
ALMANACS = [  # as almanacs print them
    (Spot(49.98, 36.25, "Europe/Kyiv"), date(2023, 12, 16), Point.SUNSET, "15:33"),
    (Spot(51.51, -0.13, "Europe/London"), date(2024, 6, 21), Point.SUNRISE, "04:43"),
    (Spot(51.51, -0.13, "Europe/London"), date(2024, 6, 21), Point.SUNSET, "21:21"),
    (Spot(40.71, -74.01, "America/New_York"), date(2023, 12, 21), Point.SUNRISE, "07:17"),
    (Spot(40.71, -74.01, "America/New_York"), date(2023, 12, 21), Point.SUNSET, "16:32"),
    (Spot(35.68, 139.69, "Asia/Tokyo"), date(2024, 6, 21), Point.SUNSET, "19:00"),
    (Spot(-33.87, 151.21, "Australia/Sydney"), date(2023, 12, 22), Point.SUNRISE, "05:41"),
]


def written(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def last_of(text: str, published: date, place: Spot | None) -> Timex:
    return seen_from(place, read_time(text, published)).timexes[-1]


def day_after(row: Row) -> date:
    return max(datetime.fromisoformat(row[end]).date() for end in ("from", "until") if row[end]) + timedelta(
        days=1
    )


@pytest.mark.parametrize("row", LIT, ids=lambda row: f"{row.place} {row['place']} {row['expression']}")
def test_words_of_the_sun_are_the_suns_at_that_place(row: Row) -> None:
    timex = last_of(row["expression"], day_after(row), SPOTS[row["place"]])
    assert (written(timex.start), written(timex.end)) == (row["from"], row["until"])
    assert "; ".join(timex.notes) == row["the sun's times that were used"]


@pytest.mark.parametrize("row", NO_PLACE, ids=lambda row: f"{row.place} {row['expression']}")
def test_with_no_place_the_usual_hours_stay_and_the_reason_is_told(row: Row) -> None:
    timex = last_of(row["expression"], date.fromisoformat(row.moment), None)
    assert (written(timex.start), written(timex.end)) == (row["from"], row["until"])
    assert timex.sun is not None
    assert timex.sun.start is not None
    assert str(timex.sun.start.what) == row["what the sun would tell"]
    assert timex.notes[-1] == "the usual hours, not the sun’s: no place is known"


@pytest.mark.parametrize("row", NO_SUN, ids=lambda row: f"{row.place} {row['expression']}")
def test_where_the_sun_does_not_get_the_usual_hours_stay_and_the_reason_is_told(row: Row) -> None:
    timex = last_of(row["expression"], day_after(row), SPOTS[row["place"]])
    assert (written(timex.start), written(timex.end)) == (row["from"], row["until"])
    assert timex.notes[-1] == "the usual hours: the sun does not get there on that day"


@pytest.mark.parametrize("row", USUAL, ids=lambda row: f"{row.place} {row['expression']}")
def test_rites_and_meals_in_other_words_have_their_usual_hours(row: Row) -> None:
    language = language_named("fr") if "French" in row.heading else None
    timex = read_time(row["expression"], date.fromisoformat(row.moment), language=language).timexes[-1]
    assert (written(timex.start), written(timex.end), str(timex.granularity)) == (
        row["from"],
        row["until"],
        row["granularity"],
    )


@pytest.mark.parametrize("row", NO_RITE, ids=lambda row: f"{row.place} {row['text']}")
def test_what_is_no_part_of_a_day_is_not_read_as_one(row: Row) -> None:
    assert ", ".join(each.text for each in read_time(row["text"], date(2024, 2, 14)).timexes) == row["read"]


@pytest.mark.parametrize(("spot", "day", "point", "clock"), ALMANACS, ids=str)
def test_the_sun_is_where_almanacs_have_it(spot: Spot, day: date, point: Point, clock: str) -> None:
    found = reached(point, day, spot)
    assert found is not None
    assert abs(found.earliest - datetime.fromisoformat(f"{day}T{clock}")) <= timedelta(minutes=2)


def test_the_widest_over_several_spots_is_taken() -> None:
    east, west = (Spot(49.0, longitude, "Europe/Kyiv") for longitude in (39.0, 23.0))
    told = SolarPart(Solar("sunset"), date(2023, 12, 16))
    alone = [window(told, [each]) for each in (east, west)]
    both = window(told, [east, west])
    assert both is not None
    assert (both.start, both.end) == (alone[0] and alone[0].start, alone[1] and alone[1].end)
    assert both.begun == "sunset over all of the country on 16 December 2023 was 15:27 to 16:31"


@pytest.mark.parametrize(
    ("latitude", "longitude", "iso", "main", "zone"),
    [
        (-1.68, 29.22, "CD", "Africa/Kinshasa", "Africa/Lubumbashi"),
        (-4.32, 15.31, "CD", "Africa/Kinshasa", "Africa/Kinshasa"),
        (46.64, 32.62, "UA", "Europe/Kyiv", "Europe/Kyiv"),
        (8.0, 124.29, "PH", "Asia/Manila", "Asia/Manila"),
        (43.12, 131.89, "RU", "Europe/Moscow", "Asia/Vladivostok"),
        (31.5, 34.47, "PS", "Asia/Hebron", "Asia/Hebron"),
        (0.0, 0.0, "", "", ""),
    ],
)
def test_the_clock_of_a_point_is_that_of_the_nearest_zone_of_its_country(
    latitude: float, longitude: float, iso: str, main: str, zone: str
) -> None:
    assert zone_at(latitude, longitude, iso, main) == zone


NAMES = [
    *("dawn", "first light", "sunrise", "sunset", "dusk", "dark", "fajr", "dhuhr", "friday prayer", "asr", "maghrib", "isha"),
    *("evening prayer", "eid prayer", "iftar", "suhoor", "taraweeh"),
]  # fmt: skip


@given(
    name=st.sampled_from(NAMES),
    nearness=st.sampled_from(Nearness),
    day=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    latitude=st.floats(-44, 44),
    longitude=st.floats(-180, 180),
)
def test_where_the_sun_rises_every_part_has_its_hours_around_its_day(
    name: str, nearness: Nearness, day: date, latitude: float, longitude: float
) -> None:
    zone = f"Etc/GMT{-round(longitude / 15):+d}"
    found = window(SolarPart(Solar(name, nearness), day), [Spot(latitude, longitude, zone)])
    assert is_solar(name)
    assert found is not None
    noon = datetime(day.year, day.month, day.day, 12)
    assert timedelta() < found.end - found.start <= timedelta(hours=16)
    assert abs(found.start - noon) <= timedelta(hours=20)

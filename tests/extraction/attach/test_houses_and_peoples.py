"""A house or a body with a name is in the town told beside it; a people's or a gang's name is no place: a grid of plain sentences."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_TOWNS = ("Gwoza", "Bama", "Dikwa")
_HOUSES = (
    "the Sonali Bank branch", "St. Mary's church", "the Al-Noor mosque", "the Diamond Hotel", "the Unity market",
    "the Holy Family school", "the El Carmen farm", "the Hotel Continental", "the Garden City mall", "the Ahmadi mosque",
    "an Ahmadi place of worship", "MPs' cars", "a Shell petrol station",
)  # fmt: skip
_AT_HOUSES = (
    "On Monday gunmen attacked {} in {}.",
    "Armed men stormed {} in {} district on Monday.",
    "On Monday, a mob ransacked {} in {}, Borno.",
)
_WHO = (
    'by the "Shene" armed group', "by the 'Medellín' gang", "by the Kano brothers", "by the Kandahar network",
    "by Hausa farmers", "by Luba militiamen", "by Mossi youths",
)  # fmt: skip
_BY = ("On Monday two farmers were killed {} in {}.", "In {1}, two farmers were abducted {0} on Monday.")
_VILLAGES = ("a Hausa village", "a Jukun hamlet", "an Ismaili quarter", "two Mossi villages")


def _places(text: str) -> set[str]:
    events = read_report(Report(f"Nigeria, 12 February 2025\n\n{text}", published=date(2025, 2, 12))).events
    return {each.location.removeprefix("near ").removesuffix(" district") for each in events}


def _wrong(told: list[tuple[str, str]]) -> list[tuple[str, set[str]]]:
    return [(text, read) for text, town in told if (read := _places(text)) != {town}]


def test_a_house_with_a_name_is_in_its_town() -> None:
    cells = list(product(_HOUSES, _AT_HOUSES))
    told = [
        (frame.format(house, town), town)
        for at, (house, frame) in enumerate(cells)
        for town in [_TOWNS[at % 3]]
    ]
    assert _wrong(told) == []


def test_a_people_and_a_gang_are_no_places() -> None:
    told = [(frame.format(who, town), town) for (who, frame), town in product(product(_WHO, _BY), _TOWNS[:2])]
    told += [
        (f"On Monday gunmen attacked {village} near {town}.", town)
        for village, town in product(_VILLAGES, _TOWNS)
    ]
    assert _wrong(told) == []


def test_a_town_whose_villages_or_people_are_told_stays_a_place() -> None:
    told = [
        ("On Monday gunmen attacked two Bokkos villages.", "Bokkos"),
        ("On Monday gunmen attacked another Tsafe village.", "Tsafe"),
        ("On Monday gunmen burned several Maradun villages.", "Maradun"),
        ("On Monday a landmine killed two Chibok women.", "Chibok"),
        ("On Monday gunmen killed four Konduga farmers.", "Konduga"),
    ]
    assert _wrong(told) == []


def test_a_hamlet_on_no_map_and_a_town_of_its_people_stay_places() -> None:
    told = [
        ("On Monday gunmen attacked Kwirba village in Borno.", "Kwirba"),
        ("On Monday gunmen killed five Bama residents.", "Bama"),
        ("On Monday gunmen attacked the Diamond Hotel.", "Diamond Hotel"),
    ]
    assert _wrong(told) == []


def test_a_quarter_is_of_the_town_told_before_it() -> None:
    towns = (
        ("Uruapan", "Michoacán", "Magdalena"),
        ("Celaya", "Guanajuato", "San Juanico"),
        ("Fresnillo", "Zacatecas", "Victoria"),
    )
    frames = (
        "In {town}, {region}, a policeman was shot dead on Monday in the {quarter} neighborhood.",
        "{town}, {region}. Policemen of {town} were attacked on Monday in the {quarter} neighborhood.",
    )
    wrong = []
    for (town, region, quarter), frame in product(towns, frames):
        text = "Mexico, 12 February 2025\n\n" + frame.format(town=town, region=region, quarter=quarter)
        (event,) = read_report(Report(text, published=date(2025, 2, 12))).events
        if event.admin1 != region or event.location not in (town, quarter):
            wrong.append((text, event.location, event.admin1))
    assert wrong == []


def test_a_town_that_bears_a_country_in_another_language_is_at_home() -> None:
    told = (
        (
            "Colombia",
            "Soldiers killed two men in Argelia, in the south of Cauca, on Monday.",
            "Argelia",
            "Cauca",
        ),
        ("Mexico", "Three bodies were left in Guadalupe, Zacatecas, on Monday.", "Guadalupe", "Zacatecas"),
        ("Colombia", "A bomb killed two in Líbano on Monday. Líbano is in Tolima.", "Líbano", "Tolima"),
        ("Lebanon", "A bomb killed two in Lebanon on Monday.", "Lebanon", ""),
        ("Algeria", "Gunmen in Algeria killed two soldiers on Monday.", "Algeria", ""),
    )
    wrong = []
    for country, text, location, region in told:
        (event,) = read_report(
            Report(f"{country}, 12 February 2025\n\n{text}", published=date(2025, 2, 12))
        ).events
        if (event.location, event.admin1) != (location, region):
            wrong.append((text, event.location, event.admin1))
    assert wrong == []


def test_a_country_that_is_named_speaks_for_its_small_towns() -> None:
    events = read_report(
        Report(
            "Colombia update, 12 February 2025\n\n• Tibú: On Monday, gunmen abducted two traders.\n",
            published=date(2025, 2, 12),
        )
    ).events
    assert [each.location for each in events] == ["Tibú"]


def test_a_base_of_its_own_name_is_a_place_and_in_a_town_a_house() -> None:
    assert _places("Al-Shabaab attacked El Baraf base north of Mogadishu on Monday.") == {"El Baraf"}
    assert _places("Gunmen attacked the El Nasr barracks in Gwoza on Monday.") == {"Gwoza"}

"""A region or country told beside a name binds it: what lies there is meant, else the name is on no map."""

import pytest

from dashboard import gazetteer
from dashboard.gazetteer import Resolved
from dashboard.gazetteer.place import PlaceKind


def _read(text: str) -> dict[str, Resolved]:
    survey = gazetteer.load().survey(text)
    return {each.toponym.name: each for each in survey.resolve(survey.country or None)}


@pytest.mark.parametrize(
    ("text", "name", "iso", "admin1"),
    [
        ("Gunmen stormed Bara village, Gombe State, on Monday.", "Bara", "NG", "Gombe"),
        ("Rebels entered Bunia in Congo's Ituri province.", "Bunia", "CD", "Ituri"),
        ("Fighters left Kobani (Aleppo governorate).", "Kobani", "SY", "Aleppo"),
        ("A mine went off in Zaranj, a town in Nimroz province.", "Zaranj", "AF", "Nimroz"),
        ("Police searched the Iranian city of Zahedan.", "Zahedan", "IR", "Sistan and Baluchestan"),
        ("Police searched Tripoli in the north of Lebanon.", "Tripoli", "LB", ""),
        ("In Katsina state, gunmen attacked Malumfashi.", "Malumfashi", "NG", "Katsina"),
        ("Shells fell on Talbiseh in the northern countryside of Homs.", "Talbiseh", "SY", "Homs"),
    ],
)
def test_a_place_lies_where_the_words_beside_it_say(text: str, name: str, iso: str, admin1: str) -> None:
    place = _read(text)[name].place
    assert place is not None
    assert place.iso == iso
    assert admin1 in ("", place.admin1)


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("Bandits burned Sakaba village in Plateau State.", "Sakaba", "Plateau"),
        ("Shells fell on Al-Mayadin in Homs province.", "Al-Mayadin", "Homs"),
        ("Police found him in the Pakistani town of Bara.", "Bara", "Pakistan"),
        ("Police found him in Kaduna, in the Kharkiv region of Ukraine.", "Kaduna", "Kharkiv"),
    ],
)
def test_a_namesake_elsewhere_is_not_meant(text: str, name: str, holder: str) -> None:
    found = _read(text)[name]
    assert found.place is None
    assert found.holder is not None
    assert found.holder.name == holder
    assert holder in found.reason


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("Shells fell on Nawa, Daraa and Homs.", "Nawa", "SY"),
        ("Fighters from Idlib in Aleppo province surrendered.", "Idlib", "SY"),
        ("Leaders of Kuwait, Egypt and Jordan met.", "Kuwait", "KW"),
    ],
)
def test_lists_origins_and_likenesses_bind_nothing(text: str, name: str, iso: str) -> None:
    place = _read(text)[name].place
    assert place is not None
    assert place.iso == iso


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("The army of Niger and that of Nigeria met in Benin.", "Niger", "NE"),
        ("Nigeria sent rice to Benin.", "Benin", "BJ"),
        ("Gunmen killed six in a southern Chad town.", "Chad", "TD"),
        ("Two died in an eastern Mali village.", "Mali", "ML"),
        ("Russia shelled the Odesa region.", "Russia", "RU"),
        ("Atlanta and Savannah are in Georgia, said Georgia officials in Macon.", "Georgia", "US"),
    ],
)
def test_a_state_is_meant_by_its_name(text: str, name: str, iso: str) -> None:
    place = _read(text)[name].place
    assert place is not None
    assert place.iso == iso


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("Gunmen killed six people in Burkina Fasso on Monday.", "Burkina Fasso", "BF"),
        ("A bomb went off in Somallia.", "Somallia", "SO"),
        ("Two died in the Phillippines.", "Phillippines", "PH"),
        ("Shells fell in eastern Ukrane.", "Ukrane", "UA"),
        ("Militants raided a village in Mozambiqe.", "Mozambiqe", "MZ"),
        ("The army of Camerooon withdrew.", "Camerooon", "CM"),
    ],
)
def test_a_slip_in_the_long_name_of_a_state_is_that_state(text: str, name: str, iso: str) -> None:
    place = _read(text)[name].place
    assert place is not None
    assert (place.iso, place.kind) == (iso, PlaceKind.COUNTRY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two died in Colomba, Guatemala.", "Colomba"),  # a town of that name
        ("Ten farmers were killed in Franca.", "Franca"),
        ("A rocket hit Siri on Monday.", "Siri"),  # too short: any village may sound so
        ("Shells fell on Al Kubba.", "Al Kubba"),
        ("Fighters met in Somali.", "Somali"),  # a people
        ("Shells fell on Burma Fasu.", "Burma Fasu"),  # two slips and more
    ],
)
def test_a_name_of_its_own_is_no_slip_in_that_of_a_state(text: str, name: str) -> None:
    found = _read(text).get(name)
    assert found is None or found.place is None or found.place.kind is not PlaceKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The militia ambushed a truck at Bogoro on Saturday.", "Bogoro"),
        ("Rebels burned the clinic in Boga, southern Irumu.", "Boga"),
        ("Militiamen killed eight villagers in Bogoro, Ituri, on Friday.", "Bogoro"),
    ],
)
def test_a_name_that_only_sounds_like_one_abroad_is_on_no_map(text: str, name: str) -> None:
    found = _read(text).get(name)
    assert found is None or found.place is None or found.toponym.name == found.place.name


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("Syrian troops entered Jisr ash-Shugur and Saraqeb.", "Jisr ash-Shugur", "SY"),
        ("Sudanese troops entered Omdorman.", "Omdorman", "SD"),
    ],
)
def test_another_spelling_counts_where_the_text_speaks_of_the_country(text: str, name: str, iso: str) -> None:
    place = _read(text)[name].place
    assert place is not None
    assert place.iso == iso

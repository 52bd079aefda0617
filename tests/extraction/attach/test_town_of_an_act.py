"""Where an act was, beside towns named for who speaks, whither somebody heads, or what is meant by "the city"."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_PUBLISHED = date(2024, 3, 7)
_SPEAKERS = (
    "the governor in {}", "the general staff in {}", "the military in {}", "police in {}", "hospital staff in {}", "the mission in {}",
    "the mayor, speaking in {},", "an aid worker in {}", "a rights group in {}", "the ministries in {} and Kinshasa",
)  # fmt: skip
_SAID = ("said", "announced", "told AFP", "said on Tuesday")


def _towns(text: str) -> list[str]:
    return [each.location for each in read_report(Report(text, published=_PUBLISHED)).events]


@pytest.mark.parametrize("who", _SPEAKERS)
def test_where_somebody_speaks_at_last_is_not_where_it_was(who: str) -> None:
    said = [f"{who.format('Bunia')} {verb}." for verb in _SAID]
    texts = [f"Rebels attacked Sake on Monday. Six civilians were killed, {each}" for each in said]
    texts += [f"Rebels attacked Sake on Monday and killed six civilians, {each}" for each in said]
    assert [(text, read) for text in texts if set(read := _towns(text)) != {"Sake"}] == []


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("A bomb exploded in Bria on Monday. Two died, the Bangui daily La Presse reports.", "Bria"),
        ("Rebels attacked Sake on Monday. On Tuesday, a bomb in Goma killed two, police said.", "Sake Goma"),
        ("Gunmen burned a newspaper office in Goma on Monday.", "Goma"),
        ("Gunmen killed two people at a Goma newspaper on Monday.", "Goma"),
        ("The Bamenda bishop said gunmen killed a priest in Kumbo on Monday.", "Kumbo"),
        ("The Jos bishop said gunmen killed a priest on Monday.", "Jos"),
        ("Police in Jos and Abuja said gunmen killed six in Bokkos on Monday.", "Bokkos"),
        ("Police in Jos and Kaduna said gunmen killed six in Bokkos on Monday.", "Bokkos"),
        ("Police in Jos and Bokkos said gunmen killed six people on Monday.", "Jos"),
        ("The mayor of Bokkos said gunmen killed six people on Monday.", "Bokkos"),
        ("Two women told reporters in Goma that their sons were killed by rebels on Monday.", "Goma"),
        ("Two ministers visited Bokkos, where farmers were killed on Monday.", "Bokkos"),
        ('A resident of Sake said: "They came on Monday and burned four houses."', "Sake"),
        ("Rebels marching on Goma shelled Sake on Monday.", "Sake"),
        ("On Monday, troops besieging Avdiivka attacked Pokrovsk, killing two.", "Pokrovsk"),
        ("Rebels holding Goma clashed with soldiers on Monday.", "Goma"),
        ("Rebels were shelling Goma on Monday and killed two people near Sake.", "Goma"),
        ("Goma, North Kivu, 4 March 2024 – Rebels attacked Sake on Monday. In the city, a grenade wounded three.", "Sake Goma"),
        ("GOMA (AFP) — Rebels attacked Sake on Monday. On Tuesday a bomb went off in the city, killing two.", "Sake Goma"),
        ("GOMA (AFP) — Rebels attacked Sake on Monday. On Tuesday a bomb went off in the town, killing two.", "Sake Sake"),
        ("Gunmen attacked Bokkos on Monday. On Tuesday a bomb went off in the city, killing two.", "Bokkos Bokkos"),
        ("Air strikes hit a Tyre village on Monday, killing three.", "Tyre"),
        ("Gunmen attacked two Bokkos communities on Monday.", "Bokkos"),
    ],
)  # fmt: skip
def test_the_town_of_an_act(text: str, towns: str) -> None:
    assert _towns(text) == towns.split()

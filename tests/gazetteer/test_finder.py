"""Place names in running text, and what must not be read as one."""

import pytest

from dashboard import gazetteer

FOUND = [
    ("Shelling on Douma, Harasta and Arbin killed two.", "Douma;Harasta;Arbin"),
    ("buses left Yarmouk Camp towards the Syrian Desert", "Yarmouk Camp;Syrian Desert"),
    ("from al-Tadamon and the north of al-Hajar al-Aswad neighborhood", "al-Tadamon;al-Hajar al-Aswad"),
    ("clashes in the southern countryside of Daraa", "Daraa"),
    ("fire on Al-Taman'aa and Jabal Al-Turkman", "Al-Taman'aa;Jabal Al-Turkman"),
    ("GOMA, DR Congo – fighting resumed", "GOMA;DR Congo"),
    ("DEIR EZ-ZOR: fighters attacked a post", "DEIR EZ-ZOR"),
    ("Gaza's hospitals and Rafah’s crossing", "Gaza;Rafah"),
    ("the town of Reading was calm", "Reading"),
    ("the RSF went into Wad Medani in Aj Jazirah State", "Wad Medani;Aj Jazirah State"),
    ("troops from the US and the U.K. left West Bank towns", "US;U.K.;West Bank"),
    ("fighting near Bakhmut and Chasiv Yar in Donetsk Oblast", "Bakhmut;Chasiv Yar;Donetsk Oblast"),
    ("clashes north of Tel Tamr and near Umm Zuhur", "Tel Tamr"),
    ("jets struck Naqoura and near Tayr Harfa", "Naqoura"),  # a village we have not, and not Tyre
    ("fighters held Qasr bin Ghashir and Ben Gardane", "Qasr bin Ghashir;Ben Gardane"),
    ("troops moved along the Homs-Palmyra highway", "Homs;Palmyra"),
    ("on a minibus in Port-au-Prince, Haiti, killing four", "Port-au-Prince;Haiti"),
    ("in Croix-des-Bouquets overnight", "Croix-des-Bouquets"),
    ("rebels attacked Bambari and Alindao", "Bambari;Alindao"),
    ("the capture of Alindao", "Alindao"),
    ("gunmen attacked Djibo and Arbinda in Soum province", "Djibo;Arbinda;Soum"),
]

NOT_FOUND = [
    ("On Sunday in March the Police were Reading the Most recent list.", "common words"),
    ("Colonel Ali Hassan met President Ford.", "persons after titles"),
    ("The Syrian Observatory for Human Rights said so.", "a body"),
    ("fighters of the “Islamic State” organization withdrew", "an armed group"),
    ("Islamic State in Iraq and Syria claimed it", "an armed group with countries in its name"),
    ("the Free Syrian Army and the Red Crescent", "bodies"),
    ("Operation Dawn of the Two Rivers began; Olive Branch forces left", "operations"),
    ("The Toll rose again. Tell them.", "words that sound like a town"),
    ("They said that nothing had happened.", "no capital"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_places_are_found(text: str, expected: str) -> None:
    names = [each.name_span.of(text) for each in gazetteer.toponyms(text)]
    assert names == [name for name in expected.split(";") if name]


@pytest.mark.parametrize(("text", "why"), NOT_FOUND)
def test_no_place_is_read(text: str, why: str) -> None:
    assert gazetteer.toponyms(text) == [], why


@pytest.mark.parametrize(
    ("text", "phrase", "relation"),
    [
        ("calm south of the capital Damascus", "south of the capital Damascus", "south of"),
        (
            "in the southern part of the capital, Damascus",
            "the southern part of the capital, Damascus",
            "southern part of",
        ),
        (
            "raids on the southern countryside of Daraa",
            "the southern countryside of Daraa",
            "southern countryside of",
        ),
        ("in the vicinity of Hajin", "the vicinity of Hajin", "vicinity of"),
        ("near the town of Saraqib", "near the town of Saraqib", "near"),
        ("136 km southeast of Khartoum", "136 km southeast of Khartoum", "136 km southeast of"),
        ("the neighbourhood of Homs was hit", "the neighbourhood of Homs", "neighbourhood of"),
        ("in northern Idlib", "northern Idlib", "northern"),
        ("Homs countryside was hit", "Homs countryside", "countryside"),
        ("in Palmyra", "Palmyra", ""),
    ],
)
def test_relative_words_are_kept(text: str, phrase: str, relation: str) -> None:
    (found,) = gazetteer.toponyms(text)
    assert (found.text, found.relation) == (phrase, relation)
    assert found.span.of(text) == found.text


def test_hostile_text_stays_linear() -> None:
    assert len(gazetteer.toponyms("Aa-" * 20_000)) < 20_000
    assert gazetteer.toponyms("south of the capital " * 5_000) is not None

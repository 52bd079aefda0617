"""The town in the name of a site whose last word is that of a body: "stormed the Bama Police Station"."""

from itertools import product

from dashboard import gazetteer

_TOWNS = (("Nigeria", "Kano"), ("Ukraine", "Kharkiv"), ("Mali", "Gao"), ("Kenya", "Mandera"))
_SITES = (
    "Medical Center",
    "Health Centre",
    "Police Station",
    "Police Headquarters",
    "High Court",
    "Police Academy",
)
_FRAMES = (
    "A shell landed in the courtyard of {} {}.",
    "Two died at {} {}.",
    "A bomb went off near the {} {}.",
)
_BODIES = (
    "The Damascus Center for Human Studies said so.",
    "Police in Kano Police Command said so.",
    "It was read at the Baghdad Post.",
    "Idlib Media Center said so.",
    "It was reported by the Beirut News Center.",
)


def test_the_town_of_a_site_is_read_where_words_of_place_lead_to_it() -> None:
    wrong = []
    for (country, town), site, frame in product(_TOWNS, _SITES, _FRAMES):
        text = f"{country}. Fighting in {town}.\n\n" + frame.format(town, site)
        if town not in [each.name for each in gazetteer.toponyms(text)[2:]]:
            wrong.append(text)
    assert wrong == []


def test_a_body_that_speaks_is_no_place() -> None:
    assert [text for text in _BODIES if gazetteer.toponyms(text)] == []

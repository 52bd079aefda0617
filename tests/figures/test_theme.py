import pytest

from dashboard.figures.theme import DARK, LIGHT, PAINTS, Theme, faded, paint
from dashboard.table.columns import EVENT_TYPES


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_event_type_has_a_colour_and_a_letter_of_its_own() -> None:
    assert set(PAINTS) == set(EVENT_TYPES)
    assert (
        len({each.letter for each in PAINTS.values()}) == len({each.colour for each in PAINTS.values()}) == 7
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_have_the_contrast_that_wcag_asks_for(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) >= 4.5
    assert contrast(theme.muted, theme.paper) >= 4.5


@pytest.mark.parametrize("name", PAINTS)
def test_a_letter_can_be_read_on_its_colour(name: str) -> None:
    assert contrast(PAINTS[name].ink, PAINTS[name].colour) >= 4.5


def test_a_type_we_do_not_know_is_drawn_as_unknown() -> None:
    assert paint("Alien landing") == PAINTS[""]


def test_a_faded_colour_keeps_its_hue() -> None:
    assert faded("#102030", 0.1) == "rgba(16, 32, 48, 0.1)"

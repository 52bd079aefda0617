"""No two colours that stand beside each other are alike to people who lack one of the three kinds of cone, on light and on dark."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from dashboard.figures.overview import COLOUR
from dashboard.figures.theme import DARK, LIGHT, PAINTS, Theme
from dashboard.figures.who_says import ODD
from tests.figures.seen import KINDS, NORMAL, Vector, apart, lab

AT_A_GLANCE = 10.0
EYES = {"no deficiency": NORMAL, **KINDS}
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""Pairs that Sharma, Wu and Dalal give to test a CIEDE2000 by."""


@pytest.mark.parametrize(("one", "other", "distance"), SHARMA)
def test_distances_are_reckoned_as_their_authors_do(
    one: tuple[float, ...], other: tuple[float, ...], distance: float
) -> None:
    assert apart(np.array(one), np.array(other)) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_white_grey_and_black_stay_what_they_are(kind: str) -> None:
    for colour in ("#ffffff", "#808080", "#000000"):
        assert apart(lab(colour), lab(colour, KINDS[kind])) < 0.5


def test_red_and_green_are_alike_to_who_lacks_a_cone_for_one_of_them() -> None:
    """So that a palette that fails is found out."""
    red, green = "#c06000", "#7f7f00"
    assert apart(lab(red), lab(green)) > 2 * AT_A_GLANCE
    assert apart(lab(red, KINDS["protanopia"]), lab(green, KINDS["protanopia"])) < AT_A_GLANCE


@pytest.mark.parametrize("seen_by", EYES.values(), ids=EYES)
def test_types_of_events_are_told_apart(seen_by: Vector) -> None:
    """On a bar with no room for its letter the colour stands alone."""
    alike = {
        f"{one.letter}{other.letter}": distance
        for one, other in combinations(PAINTS.values(), 2)
        if (distance := apart(lab(one.colour, seen_by), lab(other.colour, seen_by))) < AT_A_GLANCE
    }
    assert alike == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("seen_by", EYES.values(), ids=EYES)
def test_every_mark_stands_out_from_the_paper(seen_by: Vector, theme: Theme) -> None:
    paper = lab(theme.paper, seen_by)
    marks = [
        *(each.colour for each in PAINTS.values()),
        COLOUR[theme is DARK],
        ODD[theme is DARK],
        theme.muted,
    ]
    assert [each for each in marks if apart(lab(each, seen_by), paper) < 2 * AT_A_GLANCE] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("seen_by", EYES.values(), ids=EYES)
def test_what_is_told_and_what_contradicts_it_are_told_apart(seen_by: Vector, theme: Theme) -> None:
    """Beside the sign that stands in what contradicts."""
    told, odd = lab(theme.heat[2], seen_by), lab(ODD[theme is DARK], seen_by)
    assert apart(told, odd) > 2 * AT_A_GLANCE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("seen_by", EYES.values(), ids=EYES)
def test_more_events_are_darker_on_light_and_lighter_on_dark(seen_by: Vector, theme: Theme) -> None:
    steps = [lab(each, seen_by) for each in theme.heat]
    assert all(apart(one, other) > AT_A_GLANCE for one, other in pairwise(steps))
    lightness = [each[0] for each in steps]
    assert lightness == sorted(lightness, reverse=theme is LIGHT)

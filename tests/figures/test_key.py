"""The key shows every mark there is, as the chart draws it."""

from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from dashboard.app.key import sheet
from dashboard.figures.key import MARKS, key
from dashboard.figures.theme import PAINTS
from tests.app.words import words_of


@pytest.mark.parametrize("dark", [True, False])
def test_every_drawing_is_an_svg_of_its_own(dark: bool) -> None:
    drawings = key(dark=dark)
    assert len({each.source for each in drawings}) == len(drawings) == len(MARKS) + 2
    for each in drawings:
        picture = ET.fromstring(unquote(each.source.removeprefix("data:image/svg+xml,")))
        assert len(picture), each.words


def test_the_sheet_names_every_type() -> None:
    words = words_of(sheet(dark=False))
    for paint in PAINTS.values():
        assert paint.name in words

"""The key: what stands on chart and map, and the keys."""

from dashboard.app.key import sheet
from tests.app.words import words_of


def test_the_marks_of_the_map_and_every_key_stand_in_it() -> None:
    said = words_of(sheet(dark=False))
    for words in ("On the map", "somewhere in the region", "30 commonest", "p , .", "e a r s n", "★ an event that somebody starred"):  # fmt: skip
        assert words in said, words

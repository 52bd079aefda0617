"""The day of publication: worked out where the text tells it, and no answer where it does not."""

from datetime import date

import pytest

from dashboard.temporal import read_time

TOLD = [
    ("Shells fell today, Thursday, the 3rd of May 2018.", date(2018, 5, 3)),
    ("Shells fell yesterday, Saturday the 19th of May 2018.", date(2018, 5, 20)),
    ("Flash Update No. 5, Thursday, 28 December 2023. People fled.", date(2023, 12, 28)),
    ("2024-06-26. Three strikes hit the camp.", date(2024, 6, 26)),
    ("DOUMA, 7 March 2018 – Shells fell.", date(2018, 3, 7)),
    ("El Fasher, 2 June 2024 (Example Radio) - Shells fell yesterday.", date(2024, 6, 2)),
    ("Shells fell.\nPublished on: 7 March 2018", date(2018, 3, 7)),
    ("Buses left today, Monday. A truce has held since Saturday, the 19th of May 2018.", date(2018, 5, 21)),
    ("This morning, Tuesday the 6th of March 2018, artillery fired.", date(2018, 3, 6)),
]
NOT_TOLD = [
    "Shells fell on Monday.",
    "Shells fell yesterday.",
    "The siege began on 12 March 2013.",
    "Copyright 2024. Shells fell this morning.",
    "Nothing is said of time.",
    "",
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_the_day_that_the_text_tells_is_found(text: str, day: date) -> None:
    assert read_time(text).published.day == day


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_day_is_invented(text: str) -> None:
    assert read_time(text).published.day is None


def test_a_given_date_counts_and_the_texts_own_is_reported_beside_it() -> None:
    reading = read_time("Shells fell today, Thursday, the 3rd of May 2018.", date(2018, 5, 7))
    assert reading.published.day == date(2018, 5, 7)
    assert reading.published.worked_out == date(2018, 5, 3)
    assert "03 May 2018" in reading.published.notes[0] or "3 May 2018" in reading.published.notes[0]


def test_without_a_date_relative_words_stay_relative() -> None:
    reading = read_time("It began after midnight of yesterday and went on for hours. It stopped yesterday.")
    first, last = reading.timexes[0], reading.timexes[-1]
    assert first.interval is None
    assert first.offset == "publication day, 00:00–06:00"
    assert last.offset == "publication day − 1"


def test_without_a_date_absolute_words_are_read() -> None:
    (timex,) = read_time("The siege began on 12 March 2013.").timexes
    assert timex.interval is not None
    assert timex.value == "2013-03-12"


def test_without_a_date_a_weekday_asks_for_one() -> None:
    (timex,) = read_time("Shells fell on Monday.").timexes
    assert timex.interval is None
    assert "needs the publication date" in timex.notes

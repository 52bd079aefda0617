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
    (
        (
            "Timeline:\n1995: Rebels take the port. In May they leave.\n12 March 2003: The mayor flees.\n"
            "Shells fell on the port yesterday, Sunday the 20th of May 2018."
        ),
        date(2018, 5, 21),
    ),
    ("7 March 2018: Shells fell.\n5 March 2018: A truce was signed.", date(2018, 3, 7)),
    (
        "DOUMA, 7 March 2018 – The siege began in 2013. Elections will be held on 3 May 2019.",
        date(2018, 3, 7),
    ),
    ("This morning, Tuesday the 6th of March 2018, artillery fired.", date(2018, 3, 6)),
]
NOT_TOLD = [
    "Shells fell on Monday.",
    "Shells fell yesterday.",
    "The siege began on 12 March 2013.",
    "Copyright 2024. Shells fell this morning.",
    "Nothing is said of time.",
    "7 May 1913: They rose.\n9 May 1913: They fell.\n12 May 1913: They left.",
    "1911: They rose.\n7 May 1913: They fell. On 9 May the ford was empty.",
    "7 May 1913: They rose. In August 1914 they fell.",
    "The rising of 7 May 1913\nOn 9 May 1913 the ford fell. On 3 June 1914 a truce was signed.",
    "The siege of 1911 went on in 1912. On 7 May 1913 they rose. The Gazette published the following day that they had lost.",
    "In 1911 they rose. In 1912 they fell. On 7 May 1913 they came back. In 1914 the paper wrote: “today, Friday the 9th of May 1913, we won”.",
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


def test_a_given_date_stands_where_a_chronicle_tells_none() -> None:
    reading = read_time("1911: They rose.\n7 May 1913: They fell.", date(2018, 5, 21))
    assert reading.published.day == date(2018, 5, 21)
    assert reading.published.worked_out is None
    assert not reading.published.notes


def test_a_given_date_and_the_news_beside_a_chronology_are_both_reported() -> None:
    text = "1911: They rose.\n7 May 1913: They fell.\nShells fell today, Thursday, the 3rd of May 2018."
    published = read_time(text, date(2018, 5, 7)).published
    assert (published.day, published.worked_out) == (date(2018, 5, 7), date(2018, 5, 3))


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

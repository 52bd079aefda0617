"""Feasts and Islamic dates: what the corpora cannot show, their notes and their limits."""

from datetime import date

import pytest

from dashboard.temporal import read_time
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.expressions import Feast, Hijri, TheEid
from dashboard.temporal.lexing.lexicon import lexicon

DAY = date(2018, 5, 21)
LEXICON = lexicon("ar", "en")
FEASTS = [entry.value for entry in LEXICON.words.values() if entry.kind == "feast"] + [
    entry.value
    for seconds in LEXICON.phrases.values()
    for options in seconds.values()
    for _, entry in options
    if entry.kind == "feast"
]


@pytest.mark.parametrize(
    "text", ["on 17 Rajab 1439", "in Ramadan", "on Eid al-Fitr 2017", "on the second day of Eid al-Adha"]
)
def test_islamic_dates_say_that_the_sighting_may_move_them(text: str) -> None:
    (timex,) = read_time(text, DAY).timexes
    assert any("sighted" in note for note in timex.notes)


def test_the_civil_date_beside_an_islamic_one_is_exact() -> None:
    (timex,) = read_time("on 17 Rajab 1439, corresponding to 3 April 2018", DAY).timexes
    assert timex.notes == ()


def test_the_equinox_is_noted() -> None:
    (timex,) = read_time("on Nowruz", DAY).timexes
    assert "equinox" in timex.notes[0]


@pytest.mark.parametrize("text", ["10 Muharram 61 AH", "17 Rajab 900", "17 Rajab 1550"])
def test_a_year_beyond_the_known_islamic_calendar_gives_no_day(text: str) -> None:
    assert all(timex.interval is None or timex.rule == "year" for timex in read_time(text, DAY).timexes)


@pytest.mark.parametrize("year", [1900, 1930, 2018, 2070, 2100])
def test_every_feast_of_the_lexicon_can_be_placed_in_any_year(year: int) -> None:
    for value in FEASTS:
        assert isinstance(value, list)
        kind, *numbers = value
        where = tuple(int(number) for number in numbers)
        interval = _feast(str(kind), where).at(Moment.of(date(year, 6, 1))).interval
        assert interval is not None or kind in ("eid", "hijri")


def _feast(kind: str, where: tuple[int, ...]) -> Feast | Hijri | TheEid:
    if kind == "eid":
        return TheEid()
    return Hijri(where[0], where[1], days=where[2]) if kind == "hijri" else Feast(kind, where)


def test_ramadan_is_a_month_only_beside_words_of_time() -> None:
    assert read_time("Ramadan and Rajab spoke to the elders.", DAY).timexes == ()

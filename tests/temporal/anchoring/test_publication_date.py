"""The day of publication: worked out where the text tells it, and no answer where it does not."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.tables import Row, rows

ROWS = list(rows(Path(__file__).parent / "publication_date.md"))
STATED = [row for row in ROWS if row.cells.get("day")]
NOT_STATED = [row for row in ROWS if row.cells.get("day") == ""]
GIVEN = [row for row in ROWS if "given" in row.cells]
OFFSETS = [row for row in ROWS if "offset" in row.cells]


def text_of(row: Row) -> str:
    return row["report"].replace("¶", "\n")


def place(row: Row) -> str:
    return row.place


@pytest.mark.parametrize("row", STATED, ids=place)
def test_the_day_that_the_text_tells_is_found_with_its_evidence(row: Row) -> None:
    published = read_time(text_of(row)).published
    assert str(published.day) == row["day"]
    assert published.source == "text"
    assert any(row["evidence"] in words for words in published.evidence)


@pytest.mark.parametrize("row", NOT_STATED, ids=place)
def test_no_day_is_invented(row: Row) -> None:
    published = read_time(text_of(row)).published
    assert (published.day, published.source, published.evidence) == (None, "", ())


@pytest.mark.parametrize("row", GIVEN, ids=place)
def test_a_given_day_counts_and_the_texts_own_is_reported_beside_it(row: Row) -> None:
    published = read_time(text_of(row), date.fromisoformat(row["given"])).published
    read = str(published.day), str(published.worked_out or ""), "; ".join(published.notes)
    assert read == (row["given"], row["told"], row["note"])


@pytest.mark.parametrize("row", OFFSETS, ids=place)
def test_without_a_day_words_stay_relative_and_resolve_when_it_arrives(row: Row) -> None:
    undated = read_time(row["report"]).timexes[-1]
    assert (undated.interval, undated.offset) == (None, row["offset"])
    dated = read_time(row["report"], date(2018, 5, 21)).timexes[-1]
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in (dated.start, dated.end) if moment] == [
        row["from"],
        row["until"],
    ]


def test_without_a_date_absolute_words_are_read() -> None:
    (timex,) = read_time("The siege began on 12 March 2013.").timexes
    assert timex.interval is not None
    assert timex.value == "2013-03-12"


def test_without_a_date_a_weekday_asks_for_one() -> None:
    (timex,) = read_time("Shells fell on Monday.").timexes
    assert timex.interval is None
    assert "needs the publication date" in timex.notes


def test_a_given_date_stands_where_a_chronicle_tells_none() -> None:
    reading = read_time("1911: They rose.\n7 May 1913: They fell.", date(2018, 5, 21))
    assert reading.published.day == date(2018, 5, 21)
    assert reading.published.worked_out is None
    assert not reading.published.notes


def test_a_given_date_and_the_news_beside_a_chronology_are_both_reported() -> None:
    text = "1911: They rose.\n7 May 1913: They fell.\nShells fell today, Thursday, the 3rd of May 2018."
    published = read_time(text, date(2018, 5, 7)).published
    assert (published.day, published.worked_out) == (date(2018, 5, 7), date(2018, 5, 3))


def test_dates_without_a_year_are_of_the_period_in_the_heading() -> None:
    reading = read_time("Digest, 3–9 November 2018\n\nOn 5 November shells fell. On Monday they fell again.")
    timexes = {timex.text: timex for timex in reading.timexes}
    assert timexes["5 November"].value == "2018-11-05"
    assert "the year is that of “3–9 November 2018”" in timexes["5 November"].notes
    assert timexes["Monday"].interval is None
    assert reading.published.day is None


def test_a_period_named_in_a_sentence_lends_its_year_to_nothing() -> None:
    reading = read_time("The siege lasted from 3 to 9 November 2018. On 5 May shells fell.")
    assert reading.timexes[-1].interval is None

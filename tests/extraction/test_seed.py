"""The seed report's events, one row each, as its gold table says; nothing twice, nothing invented."""

from datetime import datetime
from pathlib import Path

import pytest

from dashboard.extraction import Event, Reading, read_report
from dashboard.text import Report
from tests.tables import Row, rows

SEED = Path("seeds/000_1e335448c29988f3.txt").read_text(encoding="utf-8")
GOLD = list(rows(Path(__file__).parents[1] / "gold" / "seed.md"))


@pytest.fixture(scope="module")
def seed() -> Reading:
    return read_report(Report(SEED))


def written(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def cells(event: Event) -> dict[str, str]:
    return {
        "what": event.sub_event_type,
        "ext": event.ext_type,
        "from": written(event.start),
        "until": written(event.end),
        "sure from": written(event.core_start),
        "granularity": event.granularity,
        "modality": event.modality,
        "ongoing": "yes" if event.ongoing else "no",
        "place": event.location,
        "actor1": event.actor1,
        "mentions": str(len(event.mentions)),
        "conflict": "yes" if event.conflicts else "no",
    }


def found(reading: Reading, row: Row) -> Event | None:
    events = (event for event in reading.events if any(row["words"] in each.quote for each in event.mentions))
    return next(events, None)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["words"])
def test_an_event_of_the_seed_is_read_as_its_row_says(seed: Reading, row: Row) -> None:
    event = found(seed, row)
    assert event is not None
    assert cells(event) == {column: value for column, value in row.cells.items() if column != "words"}


def test_the_seed_has_no_other_events(seed: Reading) -> None:
    assert len(seed.events) == len(GOLD)


def test_every_quote_is_exactly_its_characters(seed: Reading) -> None:
    for event in seed.events:
        for mention in event.mentions:
            assert SEED[mention.char_start : mention.char_end] == mention.quote
            if mention.time_span:
                assert mention.time_span.of(SEED) == mention.time_text


def test_the_contradiction_about_the_first_batch_is_on_the_row(seed: Reading) -> None:
    (first,) = [event for event in seed.events if event.conflicts]
    assert "“after midnight of yesterday” (report of Monday 21 May 2018)" in first.conflicts
    (other,) = [mention for mention in first.mentions if mention.conflict]
    assert other.quote.startswith("where the first batch came out after midnight of yesterday")


def test_a_plan_that_came_true_is_one_event_that_happened(seed: Reading) -> None:
    second = next(event for event in seed.events if len(event.mentions) == 6)
    assert {mention.modality for mention in second.mentions} == {"happened", "planned", "ongoing"}


def test_denials_publications_and_forecasts_are_listed_not_made_events(seed: Reading) -> None:
    reasons = {unread.text: unread.why for unread in seed.unread}
    assert reasons["amid the denial of its authorities."] == "a denial, not an event"
    assert any("forecast" in why and "until all members" in text for text, why in reasons.items())
    assert any("completely under the control" in text for text in reasons)
    assert reasons["Sunday night"] == "a time that dates no event (reporting)"
    assert reasons["2012"] == "a time that dates no event (comparison)"


def test_source_headline_zone_and_day_come_from_the_text(seed: Reading) -> None:
    assert seed.report.source == "The Syrian Observatory For Human Rights"
    assert seed.report.title.startswith("Under the night’s darkness")
    assert seed.timezone == "Asia/Damascus"
    assert (str(seed.published), seed.published_source) == ("2018-05-21", "text")


def test_reading_twice_gives_the_same_ids(seed: Reading) -> None:
    again = read_report(Report(SEED))
    assert [event.event_id for event in again.events] == [event.event_id for event in seed.events]
    assert len({event.event_id for event in again.events}) == len(again.events)

"""Reports of many wars against what a careful coder reads in them; the floors are only ever raised."""

from functools import cache
from pathlib import Path

import pytest

from dashboard.extraction import Event, Reading, read_report
from dashboard.extraction.acled import EVENT_TYPE_OF
from dashboard.text import Report
from tests.gold.coding import LATER, MESSY, OPENED, REWORDED, Told, coded, reports
from tests.gold.readings import read_today
from tests.gold.score import Tally, score
from tests.tables import Row, rows

FLOORS = list(rows(Path(__file__).with_name("floors.md")))
EACH = [row for row in FLOORS if row.heading == "Each report"]
TOGETHER = [row for row in FLOORS if row.heading == "All reports together"]
UNTOLD = [row for row in FLOORS if row.heading == "Reports that tell their day, read without being told it"]
MESSY_TOGETHER = [row for row in FLOORS if row.heading == "Messy reports together"]
LATER_TOGETHER = [row for row in FLOORS if row.heading == "Later messy reports together"]
OPENED_TOGETHER = [row for row in FLOORS if row.heading == "Messy reports opened last together"]
REWORDED_TOGETHER = [row for row in FLOORS if row.heading == "Reports told in other words together"]
MISTAKES = [row for row in FLOORS if row.heading == "Mistakes allowed"]


@cache
def reading(name: str, *, given: bool = True) -> Reading:
    """The report's reading, given the day of publication or left to find it."""
    report = coded(name)
    return read_report(Report(report.text, published=report.published if given else None))


@cache
def tally(name: str, *, given: bool = True) -> Tally:
    return score(coded(name), reading(name, given=given).events)


def found_day(name: str) -> str:
    published = reading(name, given=False).published
    return published.strftime("%Y-%m-%d") if published else ""


def those(told: str) -> list[str]:
    return [name for name in reports() if coded(name).told == told]


def as_event(told: Told) -> Event:
    """The event a perfect reader would make of a coded one."""
    latitude, longitude = told.point or (None, None)
    return Event(
        event_id=told.what,
        mentions=(),
        start=told.times[0][0],
        end=told.times[0][1],
        event_type=EVENT_TYPE_OF[told.types[0]],
        sub_event_type=told.types[0],
        assoc_actors="; ".join(names[0] for names in told.actors),
        location=told.places[0],
        latitude=latitude,
        longitude=longitude,
        fatalities=told.dead[0] if told.dead else None,
    )


@pytest.mark.parametrize("row", EACH, ids=lambda row: row["report"])
def test_a_report_is_read_at_least_as_well_as_before(row: Row) -> None:
    assert tally(row["report"]).floors()["F1"] >= float(row["F1"])


@pytest.mark.parametrize("row", TOGETHER, ids=lambda row: row["figure"])
def test_all_reports_together_are_read_at_least_as_well_as_before(row: Row) -> None:
    together = sum((tally(name) for name in reports()), Tally())
    assert together.floors()[row["figure"]] >= float(row["floor"])


@cache
def tally_of(folders: tuple[Path, ...]) -> Tally:
    every = (each for folder in folders for each in read_today(folder))
    return sum((score(each.report, each.events) for each in every), Tally())


@pytest.mark.parametrize("row", MESSY_TOGETHER, ids=lambda row: row["figure"])
def test_messy_reports_are_read_at_least_as_well_as_before(row: Row) -> None:
    assert tally_of(MESSY).floors()[row["figure"]] >= float(row["floor"])


@pytest.mark.parametrize("row", LATER_TOGETHER, ids=lambda row: row["figure"])
def test_later_messy_reports_are_read_at_least_as_well_as_before(row: Row) -> None:
    assert tally_of(LATER).floors()[row["figure"]] >= float(row["floor"])


@pytest.mark.parametrize("row", OPENED_TOGETHER, ids=lambda row: row["figure"])
def test_those_opened_last_are_read_at_least_as_well_as_before(row: Row) -> None:
    assert tally_of(OPENED).floors()[row["figure"]] >= float(row["floor"])


@pytest.mark.parametrize("row", REWORDED_TOGETHER, ids=lambda row: row["figure"])
def test_those_told_in_other_words_are_read_at_least_as_well_as_before(row: Row) -> None:
    assert tally_of(REWORDED).floors()[row["figure"]] >= float(row["floor"])


@pytest.mark.parametrize("row", UNTOLD, ids=lambda row: row["figure"])
def test_reports_that_tell_their_day_are_read_without_being_told_it(row: Row) -> None:
    assert left_alone().floors()[row["figure"]] >= float(row["floor"])


def left_alone() -> Tally:
    return sum((tally(name, given=False) for name in those("told by the text")), Tally())


def test_every_report_has_a_floor() -> None:
    assert [row["report"] for row in EACH] == reports()


@pytest.mark.parametrize("row", MISTAKES, ids=lambda row: row["mistake"])
def test_no_more_is_invented_than_before(row: Row) -> None:
    assert mistakes()[row["mistake"]] <= int(row["at most"])


def mistakes() -> dict[str, int]:
    told, untold = those("told by the text"), those("not told")
    return {
        "running totals, plans and denials made events": sum(tally(name).restated for name in reports()),
        "days of publication told and not found": sum(found_day(name) != day(name) for name in told),
        "days of publication not told and wrong": sum(
            found_day(name) not in ("", day(name)) for name in untold
        ),
    }


def day(name: str) -> str:
    return coded(name).published.isoformat()


@pytest.mark.parametrize("name", reports())
def test_a_perfect_reading_scores_everything(name: str) -> None:
    report = coded(name)
    perfect = score(report, map(as_event, report.events))
    assert set(perfect.figures().values()) == {100.0}
    assert perfect.restated == 0


def test_no_reading_scores_nothing() -> None:
    report = coded("kherson-20240312")
    nothing = score(report, [])
    assert nothing == Tally(
        coded=nothing.coded, deadly_coded=nothing.deadly_coded, told_coded=nothing.told_coded
    )
    assert nothing.coded == len(report.events)


@pytest.mark.parametrize("name", reports())
def test_the_coding_keeps_to_the_text(name: str) -> None:
    report = coded(name)
    text = " ".join(report.text.split()).casefold()
    assert [words for told in report.events for words in told.words if words.casefold() not in text] == []
    assert {kind for told in report.events for kind in told.types} <= set(EVENT_TYPE_OF)
    assert [told.what for told in report.events if told.times[0][0].date() > report.published] == []

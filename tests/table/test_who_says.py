"""Who says what, by hand: told, contradicting, silent or absent, how long after, and the rhythm of each source."""

import pytest

from dashboard.table import Dataset
from dashboard.table.accounts import accounts_of
from dashboard.table.delays import delay
from dashboard.table.epochs import DAY, MISSING
from dashboard.table.who_says import MOST_EVENTS, MOST_SOURCES, Gap, Said, WhoSays, who_says
from tests.sample import dataset
from tests.told import AGENCY, MONITOR, RADIO, day, event, mention, report, told

A, S, T, C = Said.ABSENT, Said.SILENT, Said.TOLD, Said.CONTRADICTED


def of(found: WhoSays, source: str) -> list[Said]:
    return [Said(each) for each in found.said[found.sources.index(source)].tolist()]


CELLS = [
    (MONITOR, 0, T, "it told the day after"),
    (RADIO, 0, T, "so did the radio"),
    (RADIO, 3, C, "with another toll"),
    (RADIO, 1, S, "it published within the week, and not of this"),
    (AGENCY, 0, T, "ten days late is told, too"),
    (AGENCY, 1, A, "it published nothing from then until a week after"),
    (AGENCY, 3, S, "its report of the tenth day tells of another event"),
    (MONITOR, 12, S, "its report of the twelfth day came out within it and tells of another"),
]


@pytest.mark.parametrize(("source", "number", "said", "why"), CELLS)
def test_a_source_tells_contradicts_is_silent_or_published_nothing_then(
    source: str, number: int, said: Said, why: str
) -> None:
    found = who_says(told().index.everything)
    column = found.events.frame()["event_id"].tolist().index(f"e{number}")
    assert of(found, source)[column] == said, why


def test_the_source_that_tells_of_most_comes_first() -> None:
    assert who_says(told().index.everything).sources == (MONITOR, RADIO, AGENCY)


def test_how_long_after_lies_between_the_bounds_of_event_and_publication() -> None:
    found = who_says(told().index.everything)
    monitor, agency = found.sources.index(MONITOR), found.sources.index(AGENCY)
    assert (found.soonest[monitor, 0], found.latest[monitor, 0]) == (0, 2 * DAY)
    assert (found.soonest[agency, 0], found.latest[agency, 0]) == (9 * DAY, 11 * DAY)
    assert found.latest[agency, 1] == MISSING


def test_who_told_daily_and_stopped_while_others_went_on_has_a_gap() -> None:
    found = who_says(told().index.everything)
    rhythm = found.rhythms[found.sources.index(MONITOR)]
    first = int(rhythm.days[0])
    assert rhythm.usual == 1
    assert rhythm.gaps[0] == Gap(first + 12, first + 21)
    assert not rhythm.gaps[0].still


def test_who_published_on_few_days_has_no_rhythm_and_no_gap() -> None:
    found = who_says(told().index.everything)
    rhythm = found.rhythms[found.sources.index(AGENCY)]
    assert (rhythm.usual, rhythm.gaps) == (None, ())


def test_days_on_which_nobody_published_are_no_gap_of_anybody() -> None:
    days = [*range(6), *range(30, 36)]
    case = Dataset.from_rows([event(0, MONITOR)], [mention(0, MONITOR, 0)], [report(MONITOR, each) for each in days])  # fmt: skip
    assert who_says(case.index.everything).rhythms[0].gaps == ()


def test_who_stopped_before_the_others_is_silent_still() -> None:
    reports = [*(report(MONITOR, each) for each in range(6)), *(report(RADIO, each) for each in range(12))]
    found = who_says(Dataset.from_rows([event(0, MONITOR)], [mention(0, MONITOR, 0)], reports).index.everything)  # fmt: skip
    (gap,) = found.rhythms[found.sources.index(MONITOR)].gaps
    assert (gap.days, gap.still) == (6, True)


def test_a_report_whose_day_nobody_knows_tells_nobody_knows_when() -> None:
    undated = {"report_id": f"{MONITOR}0", "source": MONITOR}
    found = who_says(Dataset.from_rows([event(0, MONITOR)], [mention(0, MONITOR, 0)], [undated]).index.everything)  # fmt: skip
    assert of(found, MONITOR) == [T]
    assert delay(int(found.soonest[0, 0]), int(found.latest[0, 0])) == "nobody knows when"


def test_of_rows_without_reports_the_column_of_sources_tells() -> None:
    rows = [event(0, f"{MONITOR}; {RADIO}"), event(1, RADIO)]
    found = who_says(Dataset.from_rows(rows).index.everything)
    assert of(found, RADIO) == [T, T]
    assert of(found, MONITOR) == [T, S]


def test_the_same_account_twice_is_one_with_its_first_publication() -> None:
    mentions = [mention(0, MONITOR, 3), mention(0, MONITOR, 1) | {"mention_id": "other"}]
    case = Dataset.from_rows([event(0, MONITOR)], mentions, [report(MONITOR, each) for each in (1, 3)])
    accounts = accounts_of(case.index)
    assert accounts.soonest.tolist() == [(day(1) - day(0)).days * DAY + case.index.times.first[0]]


def test_what_there_is_no_room_for_is_counted() -> None:
    rows = [event(each, f"source {each % 50}") for each in range(MOST_EVENTS + 5)]
    found = who_says(Dataset.from_rows(rows).index.everything)
    assert (len(found.events), found.left_events) == (MOST_EVENTS, 5)
    assert (len(found.sources), found.left_sources) == (MOST_SOURCES, 10)


def test_only_what_reaches_into_the_window_has_a_column_and_what_has_no_time_is_counted() -> None:
    found = who_says(told().index.everything, (day(3), day(5)))
    assert found.events.frame()["event_id"].tolist() == ["e3", "e4"]
    assert who_says(dataset().index.everything).undated == 1


def test_where_nothing_is_there_is_no_matrix() -> None:
    found = who_says(dataset().index.everything.first(0))
    assert (found.sources, len(found.events)) == ((), 0)

"""What several reports tell, consolidated: one row an event, whatever the order of the reports."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.consolidation import dataset_from
from dashboard.consolidation.consolidate import consolidated
from dashboard.consolidation.decisions import Decision, DecisionKind
from dashboard.extraction import Reading, read_report
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from tests.tables import Row, rows

PAIRS = list(rows(Path(__file__).parent / "pairs.md"))
SEED = Path("seeds/000_1e335448c29988f3.txt").read_text(encoding="utf-8")


def read(text: str, day: str = "", source: str = "") -> Reading:
    published = date.fromisoformat(day) if day else None
    return read_report(Report(text, published=published, source=source or "A monitor"))


def three() -> list[Reading]:
    return [
        read("Artillery shelled Douma on Tuesday morning, killing three people.", "2018-03-06", "A"),
        read(
            "Four people died when shells hit Douma on Tuesday. Rockets hit Arbin on Tuesday.",
            "2018-03-07",
            "B",
        ),
        read(
            "On Tuesday shells fell on Douma. On Wednesday a demonstration was held in Arbin.",
            "2018-03-08",
            "C",
        ),
    ]


def ids(dataset: Dataset) -> list[str]:
    return dataset.events["event_id"].tolist()


def mentions_of(dataset: Dataset, event_id: str) -> pd.DataFrame:
    return dataset.mentions[dataset.mentions["event_id"] == event_id]


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row["why"])
def test_two_reports_make_as_many_rows_as_there_were_events(row: Row) -> None:
    both = dataset_from([read(row["first report"], row["day"]), read(row["second report"], row["day 2"])])
    assert len(both.events) == int(row["rows"])


def test_the_row_has_every_mention_and_says_where_they_differ() -> None:
    dataset = dataset_from(three())
    (event_id,) = [each for each in ids(dataset) if len(mentions_of(dataset, each)) > 1]
    event = dataset.events.set_index("event_id").loc[event_id]
    mentions = mentions_of(dataset, event_id)
    assert (event["n_mentions"], mentions["report_id"].nunique()) == (3, 3)
    assert event["granularity"] == "daypart"
    assert (event["fatalities"], event["fatalities_low"], event["fatalities_high"]) == (3, 3, 4)
    assert event["conflicts"] == "B: Four killed, not 3"


def test_the_row_is_of_every_source_that_tells_of_it_the_best_first() -> None:
    dataset = dataset_from(three())
    assert sorted(dataset.events["source"]) == ["A; B; C", "B", "C"]


def test_the_reason_for_taking_two_for_one_stands_beside_the_mention() -> None:
    dataset = dataset_from(three())
    reasons = [each for each in dataset.mentions["likeness"] if each]
    assert len(reasons) == 2
    assert all(each.startswith("as in A: kind +1.0 (Shelling/artillery/missile attack)") for each in reasons)
    assert all(each.endswith("of 3.0 needed") for each in reasons)


def test_the_order_of_the_reports_changes_nothing() -> None:
    first = dataset_from(three())
    for order in permutations(three()):
        other = dataset_from(order)
        pd.testing.assert_frame_equal(first.events, other.events)
        for event_id in ids(first):
            pd.testing.assert_frame_equal(
                mentions_of(first, event_id).reset_index(drop=True),
                mentions_of(other, event_id).reset_index(drop=True),
            )


def test_a_consolidated_table_again_stays_as_it_is() -> None:
    once = dataset_from(three())
    again = consolidated(once)
    pd.testing.assert_frame_equal(once.events, again.events)


def test_a_reprint_adds_mentions_and_changes_nothing_else() -> None:
    day = "2018-05-21"
    alone = dataset_from([read(SEED, day)])
    both = dataset_from([read(SEED, day), read(f"{SEED}\n\nShare this", day)])
    counted = ["n_mentions", "conflicts", "confidence"]
    pd.testing.assert_frame_equal(alone.events.drop(columns=counted), both.events.drop(columns=counted))
    assert both.events["n_mentions"].tolist() == [2 * each for each in alone.events["n_mentions"]]


def test_what_one_report_tells_apart_stays_apart() -> None:
    first = read("Artillery shelled Douma this morning. Artillery shelled Arbin this morning.", "2018-03-06")
    second = read("Artillery shelled Douma on Tuesday.", "2018-03-07")
    assert sorted(dataset_from([first, second]).events["n_mentions"]) == [1, 2]


NEWS = st.sampled_from(
    [
        "Artillery shelled Douma on Tuesday.",
        "Warplanes bombed Saraqib on Monday evening, killing four people.",
        "A demonstration was held in Homs on Sunday.",
        "The first batch of fighters left Daraya for Idlib on Friday.",
        "Gunmen attacked a checkpoint in Nawa yesterday.",
        "Rockets hit Douma on Tuesday morning.",
    ]
)


@given(st.lists(st.lists(NEWS, min_size=1, max_size=3, unique=True), min_size=1, max_size=5), st.randoms())
@settings(max_examples=25, deadline=None)
def test_any_reports_in_any_order_give_one_table(texts: Sequence[list[str]], random: st.DrawFn) -> None:
    readings = [read(" ".join(text), f"2018-03-{7 + number:02}") for number, text in enumerate(texts)]
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    first, other = dataset_from(readings), dataset_from(shuffled)
    pd.testing.assert_frame_equal(first.events, other.events)
    assert len(first.mentions) == len(as_reported(readings).mentions)


def joined(dataset: Dataset, *event_ids: str) -> Decision:
    return Decision(
        DecisionKind.JOIN,
        tuple(frozenset(mentions_of(dataset, each)["mention_id"]) for each in event_ids),
        "one raid",
    )


def split(dataset: Dataset, event_id: str, *mention_ids: str) -> Decision:
    whole = frozenset(mentions_of(dataset, event_id)["mention_id"])
    return Decision(
        DecisionKind.SPLIT, (frozenset(mention_ids), whole - frozenset(mention_ids)), "another raid"
    )


def test_events_joined_by_hand_are_one_row_with_the_reason() -> None:
    reported = as_reported(three())
    apart = consolidated(reported)
    one, other = ids(apart)[:2]
    whole = consolidated(reported, [joined(apart, one, other)])
    assert len(whole.events) == len(apart.events) - 1
    assert "joined by hand: one raid" in whole.mentions["likeness"].tolist()


def test_a_mention_split_off_is_an_event_of_its_own() -> None:
    reported = as_reported(three())
    before = consolidated(reported)
    (event_id,) = [each for each in ids(before) if len(mentions_of(before, each)) == 3]
    leaving = mentions_of(before, event_id).iloc[2]
    after = consolidated(reported, [split(before, event_id, leaving["mention_id"])])
    assert len(after.events) == len(before.events) + 1
    own = after.mentions.loc[after.mentions["mention_id"] == leaving["mention_id"], "event_id"].iloc[0]
    assert own != event_id
    assert len(mentions_of(after, event_id)) == 2


def test_a_mention_split_from_its_own_reports_event_tells_only_its_own_words() -> None:
    reading = read(
        "Shelling kills four in Douma\n\nArtillery shelled Douma this morning. Later shells fell on Douma this morning.",
        "2018-03-06",
    )
    reported = as_reported([reading])
    (event_id,) = ids(reported)
    *_, last = mentions_of(reported, event_id)["mention_id"]
    after = consolidated(reported, [split(reported, event_id, last)])
    toll = after.events.set_index("event_id")["fatalities"]
    assert len(toll) == 2
    own = after.mentions.loc[after.mentions["mention_id"] == last, "event_id"].iloc[0]
    assert pd.isna(toll[own])
    assert toll[event_id] == 4
    assert after.events["location"].tolist() == ["Douma", "Douma"]


def test_a_join_after_a_split_wins_and_a_split_after_a_join() -> None:
    reported = as_reported(three())
    before = consolidated(reported)
    (event_id,) = [each for each in ids(before) if len(mentions_of(before, each)) == 3]
    leaving = mentions_of(before, event_id).iloc[2]["mention_id"]
    away = split(before, event_id, leaving)
    parted = consolidated(reported, [away])
    own = parted.mentions.loc[parted.mentions["mention_id"] == leaving, "event_id"].iloc[0]
    back = joined(parted, event_id, own)
    assert ids(consolidated(reported, [away, back])) == ids(before)
    assert ids(consolidated(reported, [away, back, away])) == ids(parted)

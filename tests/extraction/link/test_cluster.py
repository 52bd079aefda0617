"""Which tellings are one event: what contradicts keeps apart, what agrees adds up, and the sum is told."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extraction.link.cluster import _kept_under, _sought_under, grouped
from dashboard.extraction.link.features import Features, Spot
from dashboard.extraction.link.similarity import ENOUGH, ENOUGH_BETWEEN, similarity

DAY = datetime(2018, 5, 21)
DOUMA = Spot("Douma", "ct:douma", 33.572, 36.402, 1, "Rif Dimashq", "SY")
ARBIN = Spot("Arbin", "ct:arbin", 33.538, 36.364, 1, "Rif Dimashq", "SY")
EASTERN = Spot("Eastern Ghouta", "ct:ghouta", 33.53, 36.42, 3, "Rif Dimashq", "SY")
SHELLING = Features(
    "Explosions/Remote violence",
    "Shelling/artillery/missile attack",
    start=DAY,
    end=DAY + timedelta(days=1),
    spot=DOUMA,
)
BUSES = Features(
    "Strategic developments",
    "Non-violent transfer of territory",
    "evacuation",
    start=DAY,
    end=DAY + timedelta(hours=6),
    spot=DOUMA,
)


def days(facts: Features, count: float) -> Features:
    """The same, some days later."""
    moved = timedelta(days=count)
    return replace(facts, start=facts.start and facts.start + moved, end=facts.end and facts.end + moved)


def groups(*told: Features) -> list[list[int]]:
    return [[member.number for member in group] for group in grouped(told)]


def in_reports(*told: Features) -> list[Features]:
    """Each in a report of its own."""
    return [replace(each, report_ids=frozenset({str(number)})) for number, each in enumerate(told)]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (days(SHELLING, 1), "another day"),
        (replace(SHELLING, spot=ARBIN), "another town"),
        (replace(SHELLING, sub_event_type="Air/drone strike"), "another kind"),
        (replace(SHELLING, event_type="Battles"), "another type"),
        (replace(SHELLING, start=None, end=None), "one is on no calendar"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_contradicts_is_another_event(other: Features, why: str) -> None:
    assert similarity(SHELLING, other) is None, why
    assert groups(SHELLING, other) == [[0], [1]]


def test_batches_are_told_apart_by_their_ordinals() -> None:
    first, second, new = (replace(BUSES, batches=frozenset({word})) for word in ("first", "second", "new"))
    assert groups(first, second) == [[0], [1]]
    assert groups(first, new) == [[0], [1]]
    assert groups(second, new) == [[0, 1]]


def test_a_wave_is_one_event_even_where_its_times_disagree() -> None:
    first = replace(BUSES, batches=frozenset({"first"}))
    assert groups(first, days(first, 1)) == [[0, 1]]
    assert groups(first, days(first, 1), days(BUSES, 1)) == [[0, 1, 2]]


def test_between_reports_a_wave_of_another_month_is_another() -> None:
    first = replace(BUSES, batches=frozenset({"first"}))
    near, far = in_reports(first, days(first, 3)), in_reports(first, days(first, 30))
    assert similarity(*near) is not None
    assert similarity(*far) is None


def test_a_region_does_not_bring_two_of_its_towns_together() -> None:
    town, region, other = SHELLING, replace(SHELLING, spot=EASTERN), replace(SHELLING, spot=ARBIN)
    assert groups(town, region, other) == [[0, 1], [2]]


def test_a_name_on_no_map_is_the_same_by_its_name_and_no_other() -> None:
    here, there = (
        replace(SHELLING, spot=Spot(name, admin1="Rif Dimashq", iso="SY")) for name in ("Tell A", "Tell B")
    )
    assert groups(here, here, there) == [[0, 1], [2]]


def test_between_reports_the_same_dead_bring_near_and_other_dead_keep_apart() -> None:
    four, also, many = (replace(SHELLING, killed=(count, count)) for count in (4, 4, 40))
    same, other = similarity(*in_reports(four, also)), similarity(*in_reports(four, many))
    assert same is not None
    assert other is not None
    assert same.score - other.score == pytest.approx(1.5)


def test_more_has_to_agree_between_reports_than_inside_one() -> None:
    inside, between = similarity(SHELLING, SHELLING), similarity(*in_reports(SHELLING, SHELLING))
    assert inside is not None
    assert between is not None
    assert (inside.enough, between.enough) == (ENOUGH, ENOUGH_BETWEEN)
    assert ENOUGH < ENOUGH_BETWEEN


def test_what_one_report_tells_apart_finds_its_best_matches_one_by_one() -> None:
    morning = replace(SHELLING, end=DAY + timedelta(hours=12))
    evening = replace(SHELLING, start=DAY + timedelta(hours=18))
    first, second, third, fourth = (
        replace(each, report_ids=frozenset({report}))
        for each, report in ((morning, "a"), (evening, "a"), (SHELLING, "b"), (evening, "b"))
    )
    found = grouped([first, second, third, fourth], [[0, 1], [2, 3]])
    assert [[member.number for member in group] for group in found] == [[0, 2], [1, 3]]


def test_what_a_person_keeps_apart_stays_apart() -> None:
    apart = {0: frozenset({1}), 1: frozenset({0})}
    assert len(grouped([SHELLING, SHELLING], apart=apart)) == 2


SELDOM = st.sampled_from([False, False, False, True])
SPOTS = st.builds(
    Spot,
    name=st.sampled_from(["Douma", "Arbin", "Homs"]),
    place_id=st.sampled_from(["", "1", "2", "3"]),
    latitude=st.integers(0, 10).map(
        lambda count: 33.2 + count / 100
    ),  # a border between two parts of the map
    longitude=st.integers(0, 10).map(lambda count: 36.2 + count / 100),
    precision=st.sampled_from([1, 1, 2, 3]),
    admin1=st.sampled_from(["Rif Dimashq", "Homs"]),
    taken_over=SELDOM,
)
STRETCHES = st.one_of(
    st.tuples(st.integers(0, 12), st.integers(1, 4)).map(
        lambda each: (DAY + timedelta(hours=6 * each[0]), DAY + timedelta(hours=6 * sum(each)))
    ),
    st.sampled_from(
        [(None, None), (DAY, None), (None, DAY), (DAY - timedelta(days=90), DAY + timedelta(days=9))]
    ),
)
FACTS = st.builds(
    lambda stretch, **told: Features("Strategic developments", start=stretch[0], end=stretch[1], **told),
    STRETCHES,
    ext_type=st.sampled_from(["", "ceasefire"]),
    ongoing=st.booleans(),
    timeless=st.booleans(),
    heading=SELDOM,
    spot=st.none() | SPOTS,
    batches=st.sampled_from([frozenset(), frozenset({"first"}), frozenset({"new"})]),
)


@given(FACTS, FACTS, st.booleans())
@settings(max_examples=1500, deadline=None)
def test_whatever_is_alike_enough_is_looked_for_where_it_stands(
    one: Features, other: Features, between: bool
) -> None:
    first, second = in_reports(one, other) if between else (one, other)
    found = similarity(first, second)
    if found is not None and found.score >= found.enough:
        assert set(_kept_under(first)) & set(_sought_under(second))

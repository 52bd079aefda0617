"""A confidence is a measured probability: less for each doubt, with the weightiest doubts in words."""

import tomllib
from datetime import date

import numpy as np
import pytest

from dashboard.bundled import bundled
from dashboard.extraction import Event, read_report
from dashboard.extraction.assemble.confidence import Assessment, Doubt, doubt_names
from dashboard.text import Report
from tests.benchmarks import calibration
from tests.gold.coding import NOT_LEARNT


def only(text: str) -> Event:
    (event,) = read_report(Report(text, published=date(2024, 3, 14))).events
    return event


PLAIN = "Gunmen killed nine farmers in Kadugli on Tuesday."


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("On Tuesday troops went to Kadugli. They shelled a market.", "place: its place was named before"),
        ("Nine farmers died in Kadugli on Tuesday.", "type: only its harm is told"),
        (
            "Gunmen kill nine in Kadugli\n\nGunmen killed nine farmers in Kadugli on Tuesday.",
            "what: several tellings are taken for one event",
        ),
    ],
)
def test_a_doubt_lowers_the_confidence_and_is_told(text: str, about: str) -> None:
    doubtful = only(text)
    assert about in doubtful.doubts
    assert (doubtful.confidence or 0) < (only(PLAIN).confidence or 0)


def test_no_more_than_three_doubts_are_told() -> None:
    assert only("Several died.").doubts.count(";") <= 2


@pytest.mark.parametrize(
    ("weight", "told"), [(-0.04, ""), (0.0, ""), (0.3, ""), (-0.06, "time: late (-0.1)")]
)
def test_a_doubt_that_weighs_nothing_is_not_told(weight: float, told: str) -> None:
    assert str(Assessment(0.5, (Doubt("late", "time", "late", weight),))) == told


def test_every_doubt_has_its_row_and_every_row_its_doubt() -> None:
    with (bundled("data") / "confidence.toml").open("rb") as file:
        rows = tomllib.load(file)["doubt"]
    assert [row["name"] for row in rows] == list(doubt_names())
    assert len(rows) <= 15
    assert all(row["words"] and row["about"] for row in rows)


def test_the_weights_are_those_that_fit_the_coded_reports() -> None:
    with (bundled("data") / "confidence.toml").open("rb") as file:
        table = tomllib.load(file)
    fitted = calibration.fit(*calibration.matrix(calibration.examples()))
    kept = [table["base"], *(row["weight"] for row in table["doubt"])]
    assert max(abs(one - other) for one, other in zip(fitted, kept, strict=True)) < 0.3


def test_what_is_said_is_near_what_is_right_on_reports_nobody_has_learnt_from() -> None:
    rows = [each for folder in NOT_LEARNT for each in calibration.rows_of(folder)]
    said = np.array([each.confidence for each in rows])
    _, right, _ = calibration.matrix(rows)
    assert calibration.calibration_error(said, right) <= 0.15

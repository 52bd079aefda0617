"""How well an event's confidence says how likely its row is wholly right, and the weights that make it say so.

    python -m tests.benchmarks.calibration            the table, folder by folder
    python -m tests.benchmarks.calibration --write    fit on all and write data/confidence.toml
    python -m tests.benchmarks.calibration --picture  draw tests/benchmarks/calibration.svg

A row is wholly right when it is paired with a coded event and time, sub-event type and toll are right; that the place
agrees is part of pairing. A row paired with an optional event counts like any other, planned and denied ones not at all.

On reports that rules were mended with, rows are right half as often again as on those a user brings. So what counts in full are the
rows of ``first_readings.csv``: of reports that were coded, read once, and learnt from only then. Rows of reports that were learnt from
count a tenth (those the first rules were written with) or two, as what was learnt from them helps with the next a little. Those that
nobody has read are not fitted with: they say how well it is done.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dashboard.bundled import bundled
from dashboard.extraction import Event
from dashboard.extraction.assemble.confidence import doubt_names
from tests.gold.coding import FOLDER, LATER, MESSY, NOT_LEARNT, OPENED, REWORDED, Told
from tests.gold.readings import Read, read_today
from tests.gold.score import HAPPENED, paired, sub_type_right, time_right, toll_right

FOLDS, BINS, RIDGE = 10, 10, 3.0
FLATTERED = 0.1  # what a row counts for of a report that the first rules were written with
LEARNT = 0.2  # and of one that was learnt from later
FIRST = Path(__file__).with_name("first_readings.csv")
"""Rows as the reports were read first, before anything was learnt from them: the report, whether the row was wholly right, its doubts."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A row: the report it is of, the doubts that hold, whether it is wholly right, what the product says, what it counts for."""

    report: str
    doubts: tuple[str, ...]
    right: bool
    confidence: float = np.nan
    count: float = 1.0


@cache
def examples() -> list[Example]:
    """What is fitted with: every row as first read, and every row that is read today in the reports that were learnt from.

    Those opened last come first: tests of how well they are read begin at the other end, maybe at the same time.
    """
    folders = reversed((*MESSY, *LATER, *OPENED, *REWORDED))
    learnt = [replace(each, count=LEARNT) for folder in folders for each in rows_of(folder)]
    return [*first_readings(), *(replace(each, count=FLATTERED) for each in rows_of(FOLDER)), *learnt]


def first_readings() -> list[Example]:
    """The rows of ``first_readings.csv``; doubts that have gone since are passed over."""
    names = set(doubt_names())
    with FIRST.open(encoding="utf-8", newline="") as file:
        return [
            Example(
                row["report"],
                tuple(each for each in row["doubts"].split() if each in names),
                row["right"] == "1",
            )
            for row in csv.DictReader(file)
        ]


@cache
def rows_of(folder: Path) -> list[Example]:
    """Every row that is read today in the coded reports of a folder."""
    return [each for read in read_today(folder) for each in _rows(read)]


def _rows(read: Read) -> Iterator[Example]:
    happened = [event for event in read.events if event.modality in HAPPENED]
    right = {id(event) for told, event in paired(read.report.events, happened) if _is_right(told, event)}
    for event, doubts in zip(read.events, read.doubts, strict=True):
        if event.modality in HAPPENED and event.confidence is not None:
            yield Example(read.report.name, doubts, id(event) in right, event.confidence)


def _is_right(told: Told, event: Event) -> bool:
    return time_right(told, event) and sub_type_right(told, event) and toll_right(told, event)


def matrix(rows: Sequence[Example]) -> tuple[Floats, Floats, Floats]:
    """The doubts as 0 and 1, a column of ones before them; what is right; and what each row counts for."""
    names = doubt_names()
    held = [[1.0, *(float(name in each.doubts) for name in names)] for each in rows]
    counts = [each.count for each in rows]
    return np.array(held), np.array([float(each.right) for each in rows]), np.array(counts)


def sigmoid(sums: Floats) -> Floats:
    """The probability of each sum of log-odds."""
    return np.asarray(1 / (1 + np.exp(-sums)))


def fit(held: Floats, right: Floats, counts: Floats) -> Floats:
    """Weights of a logistic regression, held small by a ridge on all but the base; a doubt never speaks for a row."""
    asked = np.ones(held.shape[1], dtype=bool)
    while True:
        weights = np.zeros(held.shape[1])
        weights[asked] = _fit(held[:, asked], right, counts)
        for_it = asked & (weights > 0)
        for_it[0] = False
        if not for_it.any():
            return weights
        asked &= ~for_it


def _fit(held: Floats, right: Floats, counts: Floats) -> Floats:
    weights = np.zeros(held.shape[1])
    ridge = RIDGE * np.diag([0.0] + [1.0] * (held.shape[1] - 1))
    for _ in range(50):
        sure = sigmoid(held @ weights)
        slope = held.T @ (counts * (right - sure)) - ridge @ weights
        bend = (held * (counts * sure * (1 - sure))[:, None]).T @ held + ridge + 1e-9 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def cross_validated(rows: Sequence[Example]) -> Floats:
    """For each row the probability by weights fitted without its report's fold."""
    held, right, counts = matrix(rows)
    names = sorted({each.report for each in rows})
    fold = np.array([names.index(each.report) % FOLDS for each in rows])
    sure = np.zeros(len(rows))
    for number in range(FOLDS):
        out = fold == number
        sure[out] = sigmoid(held[out] @ fit(held[~out], right[~out], counts[~out]))
    return sure


def bins(sure: Floats, right: Floats) -> list[tuple[int, float, float]]:
    """Tenths of the confidence: how many rows, their mean confidence, the share that is right."""
    at = np.minimum((sure * BINS).astype(int), BINS - 1)
    return [
        (int(here.sum()), float(sure[here].mean()), float(right[here].mean()))
        for here in (at == number for number in range(BINS))
        if here.any()
    ]


def calibration_error(sure: Floats, right: Floats) -> float:
    """The mean distance of confidence and share right over the tenths, weighed by their rows."""
    return sum(count * abs(said - true) for count, said, true in bins(sure, right)) / len(right)


def write(weights: Floats, path: Path) -> None:
    """Put the weights into the table, whose words stay."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^base = .*$", f"base = {weights[0]:.2f}", text)
    for name, weight in zip(doubt_names(), weights[1:], strict=True):
        row = re.compile(rf'(name = "{name}"\n(?:.*\n)*?weight = )[-\d.]+')
        text = row.sub(rf"\g<1>{weight:.2f}", text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Print the table; write the weights or draw the picture where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--write", action="store_true", help="fit on all reports and write data/confidence.toml"
    )
    parser.add_argument("--picture", action="store_true", help="draw tests/benchmarks/calibration.svg")
    asked = parser.parse_args()
    rows = examples()
    held, right, counts = matrix(rows)
    weights = fit(held, right, counts)
    for folder in (FOLDER, *MESSY, *LATER, *OPENED, *REWORDED, *NOT_LEARNT):
        _print(folder.name, rows_of(folder), weights)
    unread = [each for folder in NOT_LEARNT for each in rows_of(folder)]
    _print("all unread", unread, weights)
    first = counts == 1.0
    sure, right = cross_validated(rows)[first], right[first]
    print(f"as first read: cross-validated error {calibration_error(sure, right):.3f}")
    for count, mean, true in bins(sure, right):
        print(f"{mean:5.2f} said  {true:5.2f} right  {count:4} rows")
    if asked.write:
        write(weights, bundled("data") / "confidence.toml")
    if asked.picture:
        held, right, _ = matrix(unread)
        _draw(sigmoid(held @ weights), right)


def _print(name: str, rows: Sequence[Example], weights: Floats) -> None:
    held, right, _ = matrix(rows)
    said, fitted = np.array([each.confidence for each in rows]), sigmoid(held @ weights)
    print(
        f"{name:10} rows {len(rows):4}  right {right.mean():.2f}  "
        f"said {said.mean():.2f}, error {calibration_error(said, right):.2f}  "
        f"fitted now {fitted.mean():.2f}, error {calibration_error(fitted, right):.2f}"
    )


def _draw(sure: Floats, right: Floats) -> None:
    import plotly.graph_objects as go  # noqa: PLC0415 - only the picture needs it

    found = bins(sure, right)
    figure = go.Figure(
        [
            go.Scatter(
                x=[0, 1], y=[0, 1], mode="lines", line={"dash": "dot", "color": "#888"}, name="as said"
            ),
            go.Scatter(
                x=[said for _, said, _ in found],
                y=[true for *_, true in found],
                mode="markers+lines",
                marker={"size": [6 + count**0.5 for count, *_ in found], "color": "#0b6e75"},
                name="measured (size: rows)",
            ),
        ]
    )
    figure.update_layout(
        template="plotly_white", width=560, height=480,
        xaxis={"title": "confidence", "range": [0, 1]}, yaxis={"title": "share wholly right", "range": [0, 1]},
    )  # fmt: skip
    figure.write_image(Path(__file__).with_suffix(".svg"))


if __name__ == "__main__":
    main()

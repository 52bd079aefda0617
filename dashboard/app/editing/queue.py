"""The queue of a review: which events to look at first, those that would change the picture most if they were wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.table.filters import wanted
from dashboard.wording.numbers import percent
from dashboard.wording.say import one_by_one, say, so_many

_DONE = (ReviewStatus.ACCEPTED, ReviewStatus.REJECTED)
_UNSURE, _CONTRADICTED, _UNDATED, _PER_TENFOLD = 1.0, 0.6, 0.4, 0.5
_LOW, _LARGE = 0.5, 10


@dataclass(frozen=True, slots=True, eq=False)
class Queue:
    """How far a review is: how many events the view wants, how many were looked at, and the numbers of those left, the first first."""

    of: int
    done: int
    left: "np.ndarray[Any, np.dtype[np.int64]]"


def queue_of(dataset: Dataset, view: View) -> Queue:
    """The queue under the filters of a view, all but that of what was made of them."""
    plain = replace(view.selection, reviews=tuple(ReviewStatus))
    return dataset.once.lately(("queue", plain), lambda: _queue(dataset, plain))


def next_of(dataset: Dataset, view: View, after: str = "") -> str:
    """The id of the event behind another in the queue; its first where that is the last or is not in it; empty where none is left."""
    ids = dataset.events["event_id"].iloc[queue_of(dataset, view).left].to_numpy(dtype=object)
    here = np.flatnonzero(ids == after)
    behind = int(here[0]) + 1 if len(here) else 0
    return next((str(each) for each in (*ids[behind : behind + 1], *ids[:1]) if each != after), "")


def why(event: "pd.Series[Any]") -> str:
    """Why an event stands where it does in the queue.

    >>> why(pd.Series({"confidence": 0.31, "conflicts": "5 or 3 killed", "fatalities": 40, "start": pd.NaT}))
    '31% sure; contradicted; 40 killed; undated'
    """
    return one_by_one(_reasons(event))


def _reasons(event: "pd.Series[Any]") -> Iterator[str]:
    if not pd.isna(event["confidence"]) and event["confidence"] < _LOW:
        yield say("{chance} sure", chance=percent(event["confidence"]))
    if event["conflicts"]:
        yield say("contradicted")
    if not pd.isna(event["fatalities"]) and event["fatalities"] >= _LARGE:
        yield so_many("{count} killed", "{count} killed", int(event["fatalities"]))
    if pd.isna(event["start"]):
        yield say("undated")


def _queue(dataset: Dataset, selection: Any) -> Queue:
    rows = wanted(dataset.index, selection)
    numbers = rows.of(np.arange(len(dataset.events)))
    status = dataset.events["review_status"].iloc[numbers]
    is_done = status.isin(_DONE).to_numpy()
    open_ones = numbers[~is_done]
    weights = dataset.once.of("weights", lambda: _weights(dataset.events))
    order = np.argsort(-weights[open_ones], kind="stable")
    return Queue(len(numbers), int(is_done.sum()), open_ones[order])


def _weights(events: pd.DataFrame) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """How much the picture would change: what is unsure, contradicted, large, or without a time."""
    sure = events["confidence"].astype("float64").fillna(1.0).to_numpy()
    killed = events["fatalities"].astype("float64").fillna(0.0).to_numpy()
    contradicted = events["conflicts"].to_numpy() != ""
    undated = events["start"].isna().to_numpy()
    second = (events["review_status"] == ReviewStatus.SECOND_LOOK).to_numpy()
    large = np.log10(1 + np.maximum(killed, 0))
    found: np.ndarray[Any, np.dtype[np.float64]] = (
        _UNSURE * (1 - sure)
        + _CONTRADICTED * contradicted
        + _UNDATED * undated
        + _PER_TENFOLD * large
        - second * 0.01
    )
    return found

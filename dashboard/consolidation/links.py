"""Events of two datasets that seem to be one: shown side by side with the reasons, never made one row.

A coded dataset stands beside what was read from reports. Where kind, day and place of two events agree, and nothing that
they say contradicts, they are linked; whoever looks decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard.consolidation.records import EventRecord, features_of, plain_rows
from dashboard.extraction.link.features import Features, Spot
from dashboard.extraction.link.similarity import similarity
from dashboard.gazetteer.spelling import key
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import Dataset, Row, by_time, typed
from dashboard.table.epochs import Mask

ENOUGH = 3.5
"""Kind, the same day and the same place or one beside it with more that agrees: more than two reports of one event need."""
_LONGEST = pd.Timedelta(days=8)  # what lasts longer sums up more than one event
_NEAR_DEGREES = 0.3
MOST_FEW = 500
"""So many events are compared with all others for a file that is written."""
_MOST = 200  # so many events on one day in one town are not told apart by day and town


@dataclass(frozen=True, slots=True)
class Link:
    """Two events of different datasets that seem to be one, and why."""

    event_id: str
    other_id: str
    dataset: str
    why: str


def links(dataset: Dataset) -> tuple[Link, ...]:
    """Every pair of events of different datasets that seem to be one, each once, in the order of the smaller datasets' events."""
    events = dataset.events
    sizes = events["dataset"].value_counts()
    if (sizes > 0).sum() < 2:
        return ()
    return _links(events, events.index[events["dataset"] != sizes.index[0]])


def _links(events: pd.DataFrame, smaller: "pd.Index[Any]") -> tuple[Link, ...]:
    found = (link for at in smaller for link in _links_at(events, int(at)))
    pairs = {frozenset((link.event_id, link.other_id)): link for link in found}
    return tuple(pairs.values())


def few_in(events: pd.DataFrame, most: int = MOST_FEW) -> pd.DataFrame:
    """The events of all datasets but the largest; none where they are more than a person waits for to be compared."""
    sizes = events["dataset"].value_counts()
    if not 0 < sizes.iloc[1:].sum() <= most:
        return pd.DataFrame(events.iloc[:0])
    return pd.DataFrame(events[events["dataset"] != sizes.index[0]])


class Beside:
    """Events that pass by in parts, each looked at once: held are a few, and those of other datasets that may be the same."""

    def __init__(self, few: pd.DataFrame) -> None:
        self._few, self._ids = few, frozenset(few["event_id"])
        self._held: list[pd.DataFrame] = []

    def see(self, part: pd.DataFrame) -> None:
        """Hold what is needed of a part; parts come in order of time."""
        if self._few.empty or part.empty:
            return
        near = [_candidates(part, one).index for _, one in self._within(part).iterrows()]
        rows = part["event_id"].isin(self._ids) | part.index.isin([each for one in near for each in one])
        self._held.append(part[rows.to_numpy()])

    def _within(self, part: pd.DataFrame) -> pd.DataFrame:
        """Those of the few that may have one like them in the part."""
        first, last = part["start"].min(), part["start"].max()
        if pd.isna(first):
            return pd.DataFrame(self._few.iloc[:0])
        inside = (self._few["start"] - _LONGEST <= last) & (self._few["end"] + _LONGEST >= first)
        return pd.DataFrame(self._few[inside.to_numpy(dtype=bool)])

    def links(self) -> tuple[Link, ...]:
        """Every pair that seems to be one, of all that was seen, as ``links`` gives them."""
        if not self._held:
            return ()
        events = by_time(typed(pd.concat([each.astype(object) for each in self._held]), EVENT_COLUMNS))
        return _links(events, events.index[events["event_id"].isin(self._ids)])


def links_of(dataset: Dataset, event_id: str) -> tuple[Link, ...]:
    """The events of other datasets that seem to be this one, the likest first."""
    at = dataset.events.index[dataset.events["event_id"] == event_id]
    return tuple(_links_at(dataset.events, int(at[0]))) if len(at) else ()


def likely(dataset: Dataset, event_id: str, most: int = 6) -> tuple[str, ...]:
    """The ids of events that a person may mean who says that this one is told twice, the likest first."""
    events = dataset.events
    at = events.index[events["event_id"] == event_id]
    if not len(at):
        return ()
    one = events.loc[at[0]]
    near = events[_is_near(events, one) & (events["event_id"] != event_id).to_numpy(dtype=bool)].head(_MOST)
    if near.empty:
        return ()
    away = (near["start"] - one["start"]).abs().fillna(_LONGEST)
    here, features = _features(plain_rows(events.loc[[at[0]]])[0]), map(_features, plain_rows(near))
    scores = [found.score if (found := similarity(*_alike(here, each))) else 0.0 for each in features]
    order = sorted(range(len(near)), key=lambda each: (-scores[each], away.iloc[each]))
    return tuple(str(near["event_id"].iloc[each]) for each in order[:most])


def _is_near(events: pd.DataFrame, one: "pd.Series[Any]") -> Mask:
    """True where an event is of about the same time, or of none, and of the same place or type."""
    place, kind = str(one["location"]), one["event_type"]
    same: Mask = (events["event_type"] == kind).to_numpy(dtype=bool)
    if place:
        same = same | (events["location"].astype(str) == place).to_numpy(dtype=bool)
    if pd.isna(one["start"]):
        return same
    away = (events["start"] - one["start"]).abs().fillna(pd.Timedelta(0))
    close: Mask = (away <= _LONGEST).to_numpy(dtype=bool)
    return same & close


def _links_at(events: pd.DataFrame, at: int) -> Iterator[Link]:
    others = _candidates(events, events.loc[[at]].iloc[0])
    if others.empty or len(others) > _MOST:
        return
    one, *rest = plain_rows(pd.concat([events.loc[[at]], others]))
    compared = [(other, similarity(*_alike(_features(one), _features(other)))) for other in rest]
    good = [(other, like) for other, like in compared if like is not None and like.score >= ENOUGH]
    for other, like in sorted(good, key=lambda pair: -pair[1].score):
        yield Link(
            str(one["event_id"]),
            str(other["event_id"]),
            str(other["dataset"]),
            str(replace(like, enough=ENOUGH)),
        )


def _candidates(events: pd.DataFrame, one: "pd.Series[Any]") -> pd.DataFrame:
    """Events of other datasets of the same type, about the same time, at a place of that name or near it."""
    if pd.isna(one["start"]) or pd.isna(one["end"]):
        return pd.DataFrame(events.iloc[:0])
    start, end = one["start"], one["end"]
    if end - start > _LONGEST:
        return pd.DataFrame(events.iloc[:0])
    first = events["start"].searchsorted(start - _LONGEST)
    last = events["start"].searchsorted(end)
    near: pd.DataFrame = events.iloc[first:last]
    near = near[
        (near["end"] > start)
        & (near["dataset"] != one["dataset"])
        & (near["event_type"] == one["event_type"])
    ]
    beside = ((near["latitude"] - one["latitude"]).abs() < _NEAR_DEGREES) & (
        (near["longitude"] - one["longitude"]).abs() < _NEAR_DEGREES
    )
    here = beside.fillna(value=False).astype(bool) | (near["location"].astype(str) == str(one["location"]))
    found: pd.DataFrame = near.loc[here.to_numpy()]
    return found


def _features(row: Row) -> Features:
    """What an event says, its notes being the words that tell of it."""
    told = {
        "quote": row["notes"],
        "time_text": row["time_text"],
        "report_id": row["event_id"],
        "mention_id": "",
    }
    return features_of(EventRecord(row, (told,)))


def _alike(one: Features, other: Features) -> tuple[Features, Features]:
    """Both with places that can be compared: the gazetteer knows the one, the coder the other."""
    first, second = one.spot, other.spot
    if first is None or second is None:
        return one, other
    if key(first.name) == key(second.name) and first.iso == second.iso:
        named = replace(first, place_id="")
        return replace(one, spot=named), replace(other, spot=replace(second, place_id="", name=named.name))
    return replace(one, spot=_on_the_map(first)), replace(other, spot=_on_the_map(second))


def _on_the_map(spot: Spot) -> Spot:
    """A place without an id of ours, but with a point, as one that distances can be taken from."""
    there = spot.latitude is not None and not spot.place_id
    return replace(spot, place_id=f"at {spot.latitude} {spot.longitude}") if there else spot

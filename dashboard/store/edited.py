"""A dataset as a person corrected it: the edits laid over what was read, field by field, the later word above.

What was read is not touched, so that edits can be undone and reports read again; where it changed beneath an edit, the
event's doubts say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.store.anchors import Present
from dashboard.store.edits import DELETED, REGROUPING, TAG, Beneath, Change, Edit, EditKind, Value
from dashboard.store.values import plain_values, tags_of, tags_text
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import typed
from dashboard.table.replaced import appended, in_order_of_time, only, with_values

_COLUMNS = {column.name: column for column in EVENT_COLUMNS}
Layer = Mapping[str, tuple[Change, ...]]
"""The changes that hold of one event, by field, the latest last."""


def edited(dataset: Dataset, edits: Sequence[Edit], name: str | None = None) -> Dataset:
    """The dataset with all edits that hold; joins and splits are done before, by consolidation.

    Of the events that were added by hand those of the dataset called ``name``, or all.
    """
    layers = layers_of(dataset, edits, name)
    return layers.laid() if layers.of_events or len(layers.added) else dataset


def layers_of(dataset: Dataset, edits: Iterable[Edit], name: str | None = None) -> "Layers":
    """The edits that hold, as layers over the dataset."""
    return Layers(dataset, tuple(each for each in edits if each.holds and each.kind not in REGROUPING), name)


def subject_now(edit: Edit, subject: str, present: Present) -> str:
    """The id of the event that an edit of ``subject`` is about now: of the first of its mentions that is there.

    That of the subject itself where it rested on no report; empty where none of its mentions is told any more.
    """
    anchors = edit.anchors.get(subject, ())
    return (
        next((event for each in anchors if (event := present.mention(each)[1])), "") if anchors else subject
    )


def anchors_in(edits: Iterable[Edit]) -> Iterator[tuple[str, str, int, int]]:
    """All mentions that edits hold on to."""
    for edit in edits:
        for anchors in edit.anchors.values():
            yield from anchors


@dataclass(frozen=True)
class Layers:
    """The edits of a dataset, event by event and field by field."""

    dataset: Dataset
    edits: tuple[Edit, ...]
    name: str | None = None

    @cached_property
    def added(self) -> pd.DataFrame:
        """The rows that a person added."""
        rows: defaultdict[str, dict[str, object]] = defaultdict(dict)
        for edit in self.edits:
            if edit.kind is EditKind.ADD:
                for each in edit.changes:
                    rows[each.subject][each.field] = each.after
        kept = [
            {"event_id": subject, **row}
            for subject, row in rows.items()
            if self.name is None or row.get("dataset") == self.name
        ]
        return typed(pd.DataFrame(kept, dtype=object), EVENT_COLUMNS)

    @cached_property
    def of_events(self) -> Mapping[str, Layer]:
        """What holds of each event, by the id it has now."""
        present = Present.of(self.dataset.mentions, anchors_in(self.edits))
        layers: defaultdict[str, dict[str, tuple[Change, ...]]] = defaultdict(dict)
        for edit in self.edits:
            if edit.kind in {EditKind.ADD, EditKind.DATE}:
                continue
            now = {each: subject_now(edit, each, present) for each in edit.subjects}
            for change in edit.changes:
                fields = layers[now[change.subject]]
                fields[change.field] = (*fields.get(change.field, ()), change)
        return {event_id: fields for event_id, fields in layers.items() if event_id}

    @cached_property
    def _events(self) -> pd.DataFrame:
        events = self.dataset.events
        return appended(events, self.added, EVENT_COLUMNS) if len(self.added) else events

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        """Where each edited event stands in the frame."""
        there = np.flatnonzero(self._events["event_id"].isin(list(self.of_events)).to_numpy())
        ids = self._events["event_id"].iloc[there].tolist()
        return dict(zip(ids, there.tolist(), strict=True))

    def laid(self) -> Dataset:
        """The dataset with the edits over it."""
        values = self._values()
        events = with_values(self._events, EVENT_COLUMNS, values)
        gone = [
            self._rows[event_id]
            for event_id, layer in self.of_events.items()
            if self._is_gone(event_id, layer)
        ]
        moved = {row for name in ("start", "end") for row in values.get(name, {})}
        moved.update(range(len(self.dataset.events), len(events)))
        ids = set(events["event_id"].iloc[gone])
        mentions = self.dataset.mentions
        return Dataset(
            in_order_of_time(events, moved, frozenset(gone), EVENT_COLUMNS),
            only(mentions, ~mentions["event_id"].isin(list(ids))) if ids else mentions,
            self.dataset.reports,
            self.dataset.name,
        )

    def _is_gone(self, event_id: str, layer: Layer) -> bool:
        return event_id in self._rows and DELETED in layer and layer[DELETED][-1].after is True

    def _values(self) -> dict[str, dict[int, Value]]:
        """What is to be set: the values of each column by row."""
        values: defaultdict[str, dict[int, Value]] = defaultdict(dict)
        tags: dict[int, dict[str, bool]] = defaultdict(dict)
        for event_id, layer in self.of_events.items():
            row = self._rows.get(event_id)
            if row is None:
                continue
            for name, changes in layer.items():
                if name.startswith(TAG):
                    tags[row][name.removeprefix(TAG)] = changes[-1].after is True
                elif name in _COLUMNS:
                    values[name][row] = changes[-1].after
        values["tags"].update(self._tags(tags))
        self._say(values)
        return {name: rows for name, rows in values.items() if rows}

    def _tags(self, set_to: Mapping[int, Mapping[str, bool]]) -> Iterator[tuple[int, str]]:
        read = dict(zip(set_to, plain_values(self._events, "tags", list(set_to)), strict=True))
        for row, marks in set_to.items():
            yield row, tags_text(tags_of(str(read[row] or "")), marks)

    def _say(self, values: dict[str, dict[int, Value]]) -> None:
        """Where the reading changed beneath an edit, into the event's doubts."""
        said: defaultdict[int, list[str]] = defaultdict(list)
        for each in self.beneath():
            said[self._rows[each.event_id]].append(in_words(each))
        doubts = values["doubts"]
        before = dict(zip(said, plain_values(self._events, "doubts", list(said)), strict=True))
        for row, words in said.items():
            own = str(doubts.get(row, before[row]) or "")
            doubts[row] = "; ".join((*words, *([own] if own else [])))

    def beneath(self) -> Iterator[Beneath]:
        """Every value that was read otherwise when it was edited."""
        by_field: defaultdict[str, dict[str, Change]] = defaultdict(dict)
        of_hand = set(self.added["event_id"])
        for event_id, layer in self.of_events.items():
            for name, changes in layer.items():
                if name in _COLUMNS and event_id in self._rows and event_id not in of_hand:
                    by_field[name][event_id] = changes[-1]
        for name, edited_there in by_field.items():
            rows = [self._rows[event_id] for event_id in edited_there]
            for (event_id, change), now in zip(
                edited_there.items(), plain_values(self._events, name, rows), strict=True
            ):
                if now != change.read:
                    yield Beneath(event_id, name, change.read, now)


def in_words(each: Beneath) -> str:
    """What changed beneath an edit, for people.

    >>> in_words(Beneath("e1", "fatalities", 3, 4))
    'fatalities was set by hand when 3 was read; now 4 is read'
    """
    before, now = ("nothing" if value in {None, ""} else str(value) for value in (each.read, each.now))
    return f"{each.field} was set by hand when {before} was read; now {now} is read"

"""A dataset as a person corrected it: the edits laid over what was read, field by field, the later word above.

What was read is not touched, so that edits can be undone and reports read again; where it changed beneath an edit, the
event's doubts say so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.store.anchors import Present
from dashboard.store.edits import Beneath, Change, Edit, Value
from dashboard.store.layers import Layer, Row, added_rows, anchors_in, is_deleted, layers_of, tag_marks
from dashboard.store.values import plain_values, tags_text
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import typed
from dashboard.table.replaced import appended, in_order_of_time, only, with_values
from dashboard.table.tags import tags_of

_COLUMNS = {column.name: column for column in EVENT_COLUMNS}


def edited(dataset: Dataset, edits: Sequence[Edit], name: str | None = None) -> Dataset:
    """The dataset with all edits that hold; joins and splits are done before, by consolidation.

    Of the events that were added by hand those of the dataset called ``name``, or all.
    """
    present = Present.in_frame(dataset.mentions, anchors_in(edits))
    rows = added_rows(edits)
    added = {each: row for each, row in rows.items() if name is None or row.get("dataset") == name}
    laid_over = _Laying(dataset, layers_of(edits, present), added)
    return laid_over.done() if laid_over.layers or added else dataset


@dataclass(frozen=True)
class _Laying:
    """Layers on the way over a dataset."""

    dataset: Dataset
    layers: Mapping[str, Layer]
    added: Mapping[str, Row]

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events, those that were added at the end."""
        if not self.added:
            return self.dataset.events
        rows = [{"event_id": event_id, **row} for event_id, row in self.added.items()]
        return appended(
            self.dataset.events, typed(pd.DataFrame(rows, dtype=object), EVENT_COLUMNS), EVENT_COLUMNS
        )

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Where each edited event stands in the frame."""
        there = np.flatnonzero(self.events["event_id"].isin(list(self.layers)).to_numpy())
        ids = self.events["event_id"].iloc[there].tolist()
        return dict(zip(ids, there.tolist(), strict=True))

    @cached_property
    def there(self) -> Sequence[tuple[int, str, Layer]]:
        """The layers of the events that are there, with their rows."""
        return [(self.rows[each], each, layer) for each, layer in self.layers.items() if each in self.rows]

    def done(self) -> Dataset:
        """The dataset with the layers over it."""
        values = self._values()
        events = with_values(self.events, EVENT_COLUMNS, values)
        gone = frozenset(row for row, _, layer in self.there if is_deleted(layer))
        moved = {row for name in ("start", "end") for row in values.get(name, {})}
        moved.update(range(len(self.dataset.events), len(events)))
        ids = set(events["event_id"].iloc[list(gone)])
        mentions = self.dataset.mentions
        return Dataset(
            in_order_of_time(events, moved, gone, EVENT_COLUMNS),
            only(mentions, ~mentions["event_id"].isin(list(ids))) if ids else mentions,
            self.dataset.reports,
            self.dataset.name,
        )

    def _values(self) -> Mapping[str, Mapping[int, Value]]:
        """What is to be set: the values of each column by row."""
        values: defaultdict[str, dict[int, Value]] = defaultdict(dict)
        for row, _, layer in self.there:
            for name in layer.keys() & _COLUMNS.keys():
                values[name][row] = layer[name][-1].after
        values["tags"].update(self._tags())
        values["doubts"].update(self._doubts(values["doubts"]))
        return {name: rows for name, rows in values.items() if rows}

    def _tags(self) -> Iterator[tuple[int, str]]:
        marks = {row: found for row, _, layer in self.there if (found := tag_marks(layer))}
        for (row, of_row), read in zip(
            marks.items(), plain_values(self.events, "tags", list(marks)), strict=True
        ):
            yield row, tags_text(tags_of(str(read or "")), of_row)

    def _doubts(self, by_hand: Mapping[int, Value]) -> Iterator[tuple[int, str]]:
        """Where the reading changed beneath an edit, said before an event's own doubts."""
        said: defaultdict[int, list[str]] = defaultdict(list)
        for each in self._beneath():
            said[self.rows[each.event_id]].append(in_words(each))
        for (row, words), read in zip(
            said.items(), plain_values(self.events, "doubts", list(said)), strict=True
        ):
            own = str(by_hand.get(row, read) or "")
            yield row, "; ".join((*words, *([own] if own else [])))

    def _beneath(self) -> Iterator[Beneath]:
        """Every value that was read otherwise when it was edited."""
        by_field: defaultdict[str, dict[int, tuple[str, Change]]] = defaultdict(dict)
        for row, event_id, layer in self.there:
            if event_id not in self.added:
                for name in layer.keys() & _COLUMNS.keys():
                    by_field[name][row] = event_id, layer[name][-1]
        for name, of_rows in sorted(by_field.items()):
            now = plain_values(self.events, name, list(of_rows))
            for (event_id, change), value in zip(of_rows.values(), now, strict=True):
                if value != change.read:
                    yield Beneath(event_id, name, change.read, value)


def in_words(each: Beneath) -> str:
    """What changed beneath an edit, for people.

    >>> in_words(Beneath("e1", "fatalities", 3, 4))
    'fatalities was set by hand when 3 was read; now 4 is read'
    """
    before, now = ("nothing" if value in {None, ""} else str(value) for value in (each.read, each.now))
    return f"{each.field} was set by hand when {before} was read; now {now} is read"

"""The events that a person corrected, apart from all others: as few as were corrected, however large the store."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from dashboard.store.anchors import Present
from dashboard.store.edit_rows import history
from dashboard.store.edited import edited
from dashboard.store.layers import added_rows, anchors_in, layers_of
from dashboard.store.loading import part_of, shown_mentions_in
from dashboard.store.touched import Touched
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, Column
from dashboard.table.dataset import by_time
from dashboard.table.replaced import appended


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """Events as a person corrected or added them, in order of time, and the ids of all that are other than they were read."""

    ids: frozenset[str]
    events: pd.DataFrame

    def woven(self, part: pd.DataFrame, columns: tuple[Column, ...]) -> "tuple[pd.DataFrame, Corrected]":
        """A piece of all events, with those corrected ones that belong before its last, and those that come after it."""
        left = part[~part["event_id"].isin(list(self.ids))]
        if self.events.empty or part.empty:
            return left.reset_index(drop=True), self
        mine = self.events[[each.name for each in columns]]
        marked = appended(part, mine, columns).assign(row=range(len(part) + len(mine)))
        ordered = by_time(marked)
        last = int(ordered.index[ordered["row"] == len(part) - 1][0])
        before = ordered.iloc[: last + 1]
        after = self.events.iloc[len(self.events) - (len(ordered) - last - 1) :]
        stays = before[(before["row"] >= len(part)) | ~before["event_id"].isin(list(self.ids))]
        return stays.drop(columns="row").reset_index(drop=True), Corrected(self.ids, after)


NOTHING = Corrected(frozenset(), Dataset.from_rows().events)


def corrected_in(connection: Connection) -> Corrected:
    """What was corrected in a store and is shown."""
    edits = history(connection)
    if not edits:
        return NOTHING
    anchors = list(anchors_in(edits))
    mentions = shown_mentions_in(connection, {report for _, report, *_ in anchors})
    ids = frozenset(layers_of(edits, Present.in_frame(mentions, anchors))) | added_rows(edits).keys()
    read = part_of(connection, Touched(ids, frozenset()))
    events = edited(Dataset(by_time(read.events), mentions, read.reports, read.name), edits).events
    return Corrected(ids, by_time(events[[each.name for each in EVENT_COLUMNS]]))

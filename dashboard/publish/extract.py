"""What is handed out of a dataset: the events that are wanted, how they are laid out, and where they come from."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pandas as pd

from dashboard.exchange.headings import Headings
from dashboard.exchange.provenance import Provenance, Remark, provenance_of
from dashboard.table import Dataset
from dashboard.table.filter_words import filters_on
from dashboard.table.filters import Selection, rejected_left_out
from dashboard.table.filters import wanted as wanted_of
from dashboard.table.zones import home_zone
from dashboard.wording.say import say, so_many


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted, on which clock ("" the one most of them are on), the lanes of their chart ("" those that tell most), the headings of their chronology.

    ``title``: what stands above it, where that is not the name of the dataset. ``nearly``: where no window is asked for, the chart opens where nearly all of them are, as the page does.
    """

    selection: Selection = field(default_factory=lambda: Selection(rejected=True))
    zone: str = ""
    lanes_by: str = ""
    folded: tuple[str, ...] = ()
    headings: Headings = Headings.MONTH
    nearly: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Extract:
    """The dataset with no other events than those that are wanted, and what a file of it says of itself."""

    dataset: Dataset
    wanted: Wanted
    provenance: Provenance

    @property
    def title(self) -> str:
        """What stands above a chart."""
        return self.wanted.title or self.dataset.name or "Timeline"


def extract_of(
    dataset: Dataset,
    wanted: Wanted,
    made: datetime,
    edits: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Extract:
    """The events of the dataset that are wanted, with their provenance; ``edits`` what a person changed, one each.

    Of the ``remarks`` those on other events are left out, and those at moments outside the window.
    """
    selection = wanted.selection
    events = wanted_of(dataset.index, selection).frame()
    provenance = provenance_of(
        events,
        of=len(dataset.events),
        title=dataset.name,
        zone=wanted.zone or home_zone(dataset.index),
        made=made,
        filters=tuple(_filter_words(dataset, selection)),
        window=(selection.start, selection.end),
        edits=edits,
        headings=wanted.headings,
    )
    said = replace(provenance, remarks=tuple(_of_these(remarks, events, selection)))
    return Extract(replace(dataset, events=events), wanted, said)


def _of_these(remarks: tuple[Remark, ...], events: pd.DataFrame, selection: Selection) -> Iterator[Remark]:
    here = set(events["event_id"]) if remarks else set()
    for each in remarks:
        at, start, end = each.moment, selection.start, selection.end
        inside = at is not None and (start is None or at >= start) and (end is None or at < end)
        if inside or each.event_id in here:
            yield each


def _filter_words(dataset: Dataset, selection: Selection) -> Iterator[str]:
    """The filters that are on; the window itself is said apart from them."""
    yield from (each.words for each in filters_on(selection))
    if selection.must and selection.has_window:
        yield say("Only events that must overlap the window")
    rejected = rejected_left_out(dataset.index, selection)
    if rejected:
        yield so_many("Without {count} that was rejected", "Without {count} that were rejected", rejected)

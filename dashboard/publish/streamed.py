"""A file of a large store, row by row: the events are gone through twice, first counted, then written."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pandas as pd

from dashboard.consolidation.links import MOST_FEW
from dashboard.errors import ExportError
from dashboard.exchange.described import LeftOut
from dashboard.exchange.formats import Format
from dashboard.exchange.pieces import joined, put_below
from dashboard.exchange.provenance import Provenance, Remark, sources_in
from dashboard.exchange.supported import Supported
from dashboard.exchange.write import narrowed_to
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.parcel import Parcel, file_name
from dashboard.store.streaming import Stream
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.filters import mask
from dashboard.table.index import Index
from dashboard.table.ways import LEVELS

_COUNTED = (
    *(each.name for each in EVENT_COLUMNS if each.filter),
    *LEVELS,
    *("core_start", "core_end", "ongoing", "source", "url"),
)
_CODED = ("extra", "latitude", "longitude")  # what a format of others looks at beside that
_COMPARED = ("event_id", "dataset", "event_type", "start", "end", "location", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the first way through tells: how many events there are and are wanted, their sources, what is left out, columns that were brought."""

    of: int = 0
    events: int = 0
    sources: frozenset[str] = frozenset()
    left: tuple[LeftOut, ...] = ()
    brought: tuple[str, ...] = ()

    def plus(self, part: pd.DataFrame, chosen: pd.DataFrame, form: Format) -> "Counted":
        """The same with one part more, and those of it that are wanted."""
        left = form.left_out(replace(Dataset.from_rows(), events=chosen))
        return Counted(
            self.of + len(part),
            self.events + len(chosen),
            self.sources | sources_in(chosen),
            _summed((*self.left, *left)),
            tuple(dict.fromkeys((*self.brought, *form.brought_by(chosen)))),
        )


@dataclass(slots=True)
class Kin:
    """What the first way through tells of the datasets: how many events each has, and those of the small ones; which have mentions."""

    mentioned: frozenset[str]
    sizes: dict[str, int] = field(default_factory=dict)
    small: dict[str, list[pd.DataFrame]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def see(self, chosen: pd.DataFrame) -> None:
        """Count some events; those of a dataset are held as long as they are few."""
        self.told |= self.mentioned.intersection(chosen["event_id"])
        for name, rows in chosen.groupby("dataset", observed=True):
            called = str(name)
            self.sizes[called] = self.sizes.get(called, 0) + len(rows)
            held = self.small.setdefault(called, [])
            held.append(rows[list(_COMPARED)])
            if self.sizes[called] > MOST_FEW:
                held.clear()

    def few(self) -> pd.DataFrame:
        """The events of all datasets but the largest; none where they are many."""
        largest = max(self.sizes, key=lambda each: self.sizes[each], default="")
        others = [each for each in self.sizes if each != largest]
        if sum(self.sizes[each] for each in others) > MOST_FEW:
            return Dataset.from_rows().events
        return put_below(rows for each in others for rows in self.small[each])


def streamed(
    stream: Stream,
    form: Format,
    wanted: Wanted,
    made: datetime,
    *,
    mark: bool,
    edits: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> tuple[Parcel, Provenance]:
    """The wanted events of the stream as a file, and what it says of itself; ``edits`` what a person changed, one each.

    Raises ExportError for a format that needs all of them at once.
    """
    if not form.is_streamed:
        msg = f"{form.label} is not written row by row"
        raise ExportError(msg)
    support = stream.support() if form.of_supported else Dataset.from_rows()
    kin = Kin(frozenset(support.mentions["event_id"]))
    found = _counted(stream, form, wanted, kin)
    nothing = extract_of(replace(Dataset.from_rows(), name=stream.name), wanted, made, edits).provenance
    whole = replace(
        nothing, events=found.events, of=found.of, sources=tuple(sorted(found.sources)), remarks=remarks
    )
    said = replace(whole, events=found.events - sum(each.count for each in found.left))
    parts = (_chosen(part, wanted) for part in stream.pieces())
    written = _written(form, parts, said, found.brought, support, kin)
    pieces = joined(_marked(written, form.mark if mark else b""))
    return Parcel(pieces, form.media_type, file_name(stream.name, form.ending), found.left), whole


def _written(
    form: Format,
    parts: Iterator[pd.DataFrame],
    said: Provenance,
    brought: tuple[str, ...],
    support: Dataset,
    kin: Kin,
) -> Iterator[bytes]:
    if form.of_supported:
        behind = narrowed_to(support, kin.told, whole=form.whole)
        return form.of_supported(Supported(parts, behind, kin.few()), said)
    if form.of_parts:
        return form.of_parts(parts, said, brought)
    return iter(())


def _counted(stream: Stream, form: Format, wanted: Wanted, kin: Kin) -> Counted:
    found = Counted()
    more = _COMPARED if form.of_supported else _CODED if form.flavour else ()
    for part in stream.pieces((*_COUNTED, *more)):
        chosen = _chosen(part, wanted)
        found = found.plus(part, chosen, form)
        if form.of_supported:
            kin.see(chosen)
    return found


def _chosen(part: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    true = mask(Index(part), wanted.selection)
    return part if true.all() else part[true]


def _marked(pieces: Iterator[bytes], mark: bytes) -> Iterator[bytes]:
    yield mark
    yield from pieces


def _summed(left: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """One for each reason."""
    counts: dict[str, int] = {}
    for each in left:
        counts[each.why] = counts.get(each.why, 0) + each.count
    return tuple(LeftOut(count, why) for why, count in counts.items())

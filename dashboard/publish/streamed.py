"""A file of a large store, row by row: the events are gone through twice, first counted, then written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from dashboard.errors import ExportError
from dashboard.exchange.described import LeftOut
from dashboard.exchange.formats import Format
from dashboard.exchange.pieces import joined
from dashboard.exchange.provenance import Provenance, Remark, sources_in
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


def streamed(
    stream: Stream,
    form: Format,
    wanted: Wanted,
    made: datetime,
    *,
    mark: bool,
    remarks: tuple[Remark, ...] = (),
) -> tuple[Parcel, Provenance]:
    """The wanted events of the stream as a file, and what it says of itself. Raises ExportError for a format that needs all of them at once."""
    write = form.of_parts
    if write is None:
        msg = f"{form.label} is not written row by row"
        raise ExportError(msg)
    found = _counted(stream, form, wanted)
    nothing = extract_of(replace(Dataset.from_rows(), name=stream.name), wanted, made).provenance
    whole = replace(
        nothing, events=found.events, of=found.of, sources=tuple(sorted(found.sources)), remarks=remarks
    )
    said = replace(whole, events=found.events - sum(each.count for each in found.left))
    parts = (_chosen(part, wanted) for part in stream.pieces())
    pieces = joined(_marked(write(parts, said, found.brought), form.mark if mark else b""))
    return Parcel(pieces, form.media_type, file_name(stream.name, form.ending), found.left), whole


def _counted(stream: Stream, form: Format, wanted: Wanted) -> Counted:
    found = Counted()
    for part in stream.pieces((*_COUNTED, *(_CODED if form.flavour else ()))):
        found = found.plus(part, _chosen(part, wanted), form)
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

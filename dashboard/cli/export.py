"""``export``: the wanted events, or the timeline of them, as a file."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.cli.chosen_format import STANDARD_OUTPUT, chosen_format
from dashboard.cli.edits_told import edits_told, remarks_told
from dashboard.cli.moments import known_zone, now_utc
from dashboard.cli.output import note, say, visible
from dashboard.cli.progress import meanwhile
from dashboard.cli.stored import is_there, open_store, own_dataset, shown_dataset
from dashboard.cli.wanted import Asked, wanted
from dashboard.cli.whole_file import write_whole
from dashboard.errors import ExportError
from dashboard.exchange.described import LeftOut
from dashboard.exchange.formats import Format
from dashboard.exchange.provenance import Provenance
from dashboard.figures.drawing import LIMIT_S
from dashboard.publish.extract import extract_of
from dashboard.publish.parcel import parcel
from dashboard.publish.remarks import remarks_of
from dashboard.publish.streamed import streamed
from dashboard.store.streaming import stream_of


@dataclass(frozen=True, slots=True)
class Manner:
    """How the file is to be written.

    ``format`` where its name does not tell · ``flavour`` whose .csv or .json · ``limit`` seconds for a picture ·
    ``bom`` puts the mark in front of a CSV by which Excel knows UTF-8; None: in a file, not in a pipe.
    """

    format: str = ""
    flavour: str = ""
    bom: bool | None = None
    limit: float = LIMIT_S


def export_file(out: Path, asked: Asked, database: str | None, manner: Manner | None = None) -> int:
    """Write the file; gives the exit code. The file appears whole or not at all."""
    how = manner or Manner()
    form = chosen_format(out, how.format, how.flavour)
    _must_be_writable(out, form)
    zone = known_zone(asked.timezone)
    if form.is_streamed and _streamed(out, form, replace(asked, timezone=zone), database, how):
        return 0
    dataset = own_dataset(database) if database else shown_dataset(None)
    if dataset is None:
        msg = f"{database}: holds no events; read reports into it first: conflict-timeline read PATH --into {database}"
        raise ExportError(msg)
    meant = wanted(dataset.events, replace(asked, timezone=zone))
    extract = extract_of(
        dataset, meant, now_utc(), edits_told(database) if form.whole else (), remarks_told(database)
    )
    mark = out != STANDARD_OUTPUT if how.bom is None else how.bom
    made = parcel(extract, form, mark=mark, limit=how.limit)
    _hand_out(out, made.pieces, form)
    _tell(out, extract.provenance, made.left_out, form)
    return 0


def _streamed(out: Path, form: Format, asked: Asked, database: str | None, how: Manner) -> bool:
    """Write a large store row by row; False where it is none, or has to be loaded whole."""
    if not is_there(database):
        return False
    with open_store(database) as store, meanwhile("going through the events") as _:
        stream = stream_of(store)
        if stream is None:
            return False
        meant = wanted(stream.outline, replace(asked, timezone=asked.timezone or stream.home_zone))
        mark = out != STANDARD_OUTPUT if how.bom is None else how.bom
        edits, remarks = edits_told(database) if form.whole else (), remarks_of(store)
        made, provenance = streamed(stream, form, meant, now_utc(), mark=mark, edits=edits, remarks=remarks)
        _hand_out(out, made.pieces, form)
    _tell(out, provenance, made.left_out, form)
    return True


def _tell(out: Path, provenance: Provenance, left: tuple[LeftOut, ...], form: Format) -> None:
    """How many events are in the file, whose kind of file it is, and what it has no room for."""
    if not provenance.events:
        note("no event is like that: the file is empty of events")
    kind = f" ({form.label})" if form.flavour else ""
    many = f"{provenance.events - sum(each.count for each in left):,} of {provenance.of:,} events{kind}"
    if out == STANDARD_OUTPUT:
        note(f"standard output: {many}")
    else:
        say(f"{out}: {many}")
    for each in left:
        note(str(each))


def _must_be_writable(out: Path, form: Format) -> None:
    """Refused before anything is read or drawn."""
    if out == STANDARD_OUTPUT:
        if form.binary and sys.stdout.isatty():
            msg = f"{form.name} is not for a terminal: name a file, or send standard output to one (> FILE)"
            raise ExportError(msg)
        return
    if out.is_dir():
        msg = f"{out}: is a folder; name a file in it"
        raise ExportError(msg)
    if lacking := form.lacking:
        msg = f"{out}: {lacking}"
        raise ExportError(msg)
    if not out.parent.is_dir():
        msg = f"{out}: there is no folder {out.parent}; make it first"
        raise ExportError(msg)


def _hand_out(out: Path, pieces: Iterator[bytes], form: Format) -> None:
    """The file under its name or, for -, to standard output."""
    if out != STANDARD_OUTPUT:
        write_whole(out, pieces)
    elif not form.binary and sys.stdout.isatty():
        sys.stdout.write(visible(b"".join(pieces).decode().replace("\r\n", "\n")))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()

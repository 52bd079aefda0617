"""``export``: the wanted events, or the timeline of them, as a file."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from dashboard.cli.moments import known_zone, now_utc
from dashboard.cli.output import note, say, visible
from dashboard.cli.stored import own_dataset, shown_dataset
from dashboard.cli.wanted import Asked, wanted
from dashboard.cli.whole_file import write_whole
from dashboard.errors import ExportError
from dashboard.exchange.formats import Format
from dashboard.exchange.provenance import Provenance
from dashboard.figures.drawing import LIMIT_S
from dashboard.publish.extract import extract_of
from dashboard.publish.offered import FORMATS, SUFFIXES
from dashboard.publish.parcel import parcel

_STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Manner:
    """How the file is to be written: ``format`` where its name does not tell, and ``limit`` seconds for a picture.

    ``bom`` puts the mark in front of a CSV by which Excel knows UTF-8; None: in a file, not in a pipe.
    """

    format: str = ""
    bom: bool | None = None
    limit: float = LIMIT_S


def export_file(out: Path, asked: Asked, database: str | None, manner: Manner | None = None) -> int:
    """Write the file; gives the exit code. The file appears whole or not at all."""
    how = manner or Manner()
    form = _format(out, how.format)
    _must_be_writable(out, form)
    zone = known_zone(asked.timezone)
    dataset = own_dataset(database) if database else shown_dataset(None)
    if dataset is None:
        msg = f"{database}: holds no events; read reports into it first: conflict-timeline read PATH --into {database}"
        raise ExportError(msg)
    extract = extract_of(dataset, wanted(dataset.events, replace(asked, timezone=zone)), now_utc())
    mark = out != _STANDARD_OUTPUT if how.bom is None else how.bom
    _hand_out(out, parcel(extract, form, mark=mark, limit=how.limit).content, form)
    _tell(out, extract.provenance)
    return 0


def _tell(out: Path, provenance: Provenance) -> None:
    """How many events are in the file."""
    if not provenance.events:
        note("no event is like that: the file is empty of events")
    many = f"{provenance.events:,} of {provenance.of:,} events"
    if out == _STANDARD_OUTPUT:
        note(f"standard output: {many}")
    else:
        say(f"{out}: {many}")


def _format(out: Path, named: str) -> Format:
    """The format that was named, else the one the file's name tells."""
    suffix = f".{named.lstrip('.')}".lower() if named else out.suffix.lower()
    form = next((each for each in FORMATS if each.suffix == suffix), None)
    if form is None:
        raise typer.BadParameter(_unknown(out, suffix, named))
    return form


def _unknown(out: Path, suffix: str, named: str) -> str:
    names = " ".join(each.name for each in FORMATS)
    if named:
        return f"{named} is no format this writes; the formats are {names}"
    if out == _STANDARD_OUTPUT:
        return f"say with --format what to write to standard output: {names}"
    why = f"{suffix} is no format this writes" if suffix else "its name does not tell a format"
    return f"{out}: {why}; name a file that ends in {' '.join(SUFFIXES)}, or say --format"


def _must_be_writable(out: Path, form: Format) -> None:
    """Refused before anything is read or drawn."""
    if out == _STANDARD_OUTPUT:
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


def _hand_out(out: Path, content: bytes, form: Format) -> None:
    """The content into the file or, for -, to standard output."""
    if out != _STANDARD_OUTPUT:
        write_whole(out, content)
    elif not form.binary and sys.stdout.isatty():
        sys.stdout.write(visible(content.decode().replace("\r\n", "\n")))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()

"""``export``: the wanted events, or the timeline of them, as a file."""

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from dashboard.cli.moments import known_zone, now_utc
from dashboard.cli.output import note, say, visible
from dashboard.cli.stored import own_dataset, shown_dataset
from dashboard.cli.wanted import of_types, places_named, window_of
from dashboard.errors import ExportError
from dashboard.exchange import SUFFIXES, Provenance, provenance_of, to_bytes
from dashboard.extras import IMAGES, PARQUET
from dashboard.figures.drawing import LIMIT_S
from dashboard.figures.render import FORMATS as PICTURES
from dashboard.figures.render import PHONE_PX, captioned, html_page, image
from dashboard.figures.timeline import Figure, timeline, undrawn
from dashboard.table import Dataset
from dashboard.table.filters import Selection, select

FORMATS = (".html", *SUFFIXES, ".png", ".svg", ".pdf")
_BINARY = frozenset({".xlsx", ".parquet", ".png", ".pdf"})
_STANDARD_OUTPUT = Path("-")
_WIDTH = 1440


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for, as typed."""

    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the file is to be written: ``format`` where its name does not tell, and ``limit`` seconds for a picture.

    ``bom`` puts the mark in front of a CSV by which Excel knows UTF-8; None: in a file, not in a pipe.
    """

    format: str = ""
    bom: bool | None = None
    limit: float = LIMIT_S


def export_file(out: Path, wanted: Wanted, database: str | None, manner: Manner | None = None) -> int:
    """Write the file; gives the exit code. The file appears whole or not at all."""
    how = manner or Manner()
    suffix = _suffix(out, how.format)
    _must_be_writable(out, suffix)
    zone = known_zone(wanted.timezone)
    dataset = own_dataset(database) if database else shown_dataset(None)
    if dataset is None:
        msg = f"{database}: holds no events; read reports into it first: conflict-timeline read PATH --into {database}"
        raise ExportError(msg)
    bom = out != _STANDARD_OUTPUT if how.bom is None else how.bom
    content, events = exported(dataset, suffix, replace(wanted, timezone=zone), replace(how, bom=bom))
    _hand_out(out, content, suffix)
    if not events:
        note("no event is like that: the file is empty of events")
    many = f"{events:,} of {len(dataset.events):,} events"
    if out == _STANDARD_OUTPUT:
        note(f"standard output: {many}")
    else:
        say(f"{out}: {many}")
    return 0


def exported(dataset: Dataset, suffix: str, wanted: Wanted, how: Manner) -> tuple[bytes, int]:
    """The file's content, and how many events are in it."""
    zone = wanted.timezone or _zone_of(dataset)
    selection = _selection(dataset, wanted, zone)
    events = of_types(select(dataset.events, selection), wanted.types)
    provenance = provenance_of(
        events,
        of=len(dataset.events),
        title=dataset.name,
        zone=zone,
        made=now_utc(),
        filters=(*(f"place: {name}" for name in wanted.places), *(f"type: {name}" for name in wanted.types)),
        window=(selection.start, selection.end),
    )
    chosen = replace(dataset, events=events)
    if suffix in SUFFIXES:
        return to_bytes(chosen, suffix, provenance, bom=bool(how.bom)), len(events)
    return _chart(chosen, suffix, provenance, how.limit), len(events)


def _selection(dataset: Dataset, wanted: Wanted, zone: str) -> Selection:
    start, end = window_of(wanted.first, wanted.last, zone)
    return Selection(places=places_named(dataset.events, wanted.places), start=start, end=end)


def _chart(dataset: Dataset, suffix: str, provenance: Provenance, limit: float) -> bytes:
    figure = _timeline(dataset, provenance, _WIDTH)
    title = dataset.name or "Timeline"
    notes = (*provenance.lines(), *undrawn(dataset.events, provenance.window))
    if suffix == ".html":
        narrow = _timeline(dataset, provenance, PHONE_PX)
        return html_page(figure, narrow=narrow, title=title, notes=notes).encode()
    return image(captioned(figure, title=title, notes=notes), suffix[1:], _WIDTH, limit=limit)


def _timeline(dataset: Dataset, provenance: Provenance, width: int) -> Figure:
    start, end = provenance.window
    return timeline(
        dataset.events,
        zone=provenance.zone,
        window=(start, end) if start and end else None,
        reports=dataset.reports,
        width_px=width,
        mentions=dataset.mentions,
    )


def _zone_of(dataset: Dataset) -> str:
    """The zone most events are told in."""
    zones = dataset.events["timezone"].astype(str)
    return zones.mode().iloc[0] if len(zones) else "UTC"


def _suffix(out: Path, named: str) -> str:
    """The format that was named, else the one the file's name tells."""
    suffix = f".{named.lstrip('.')}".lower() if named else out.suffix.lower()
    if suffix in FORMATS:
        return suffix
    if named:
        msg = f"{named} is no format this writes; the formats are {' '.join(each[1:] for each in FORMATS)}"
    elif out == _STANDARD_OUTPUT:
        msg = f"say with --format what to write to standard output: {' '.join(each[1:] for each in FORMATS)}"
    else:
        msg = f"{out}: {_unknown(suffix)}; name a file that ends in {' '.join(FORMATS)}, or say --format"
    raise typer.BadParameter(msg)


def _must_be_writable(out: Path, suffix: str) -> None:
    """Refused before anything is read or drawn."""
    if out == _STANDARD_OUTPUT:
        if suffix in _BINARY and sys.stdout.isatty():
            msg = f"{suffix[1:]} is not for a terminal: name a file, or send standard output to one (> FILE)"
            raise ExportError(msg)
        return
    if out.is_dir():
        msg = f"{out}: is a folder; name a file in it"
        raise ExportError(msg)
    if lacking := _lacking(suffix):
        msg = f"{out}: {lacking}"
        raise ExportError(msg)
    if not out.parent.is_dir():
        msg = f"{out}: there is no folder {out.parent}; make it first"
        raise ExportError(msg)


def _lacking(suffix: str) -> str:
    """What has to be installed before a file of that kind can be written."""
    if suffix == ".parquet":
        return PARQUET.lacking()
    return IMAGES.lacking() if suffix[1:] in PICTURES else ""


def _unknown(suffix: str) -> str:
    return f"{suffix} is no format this writes" if suffix else "its name does not tell a format"


def _hand_out(out: Path, content: bytes, suffix: str) -> None:
    """The content into the file or, for -, to standard output."""
    if out != _STANDARD_OUTPUT:
        _write(out, content)
    elif suffix not in _BINARY and sys.stdout.isatty():
        sys.stdout.write(visible(content.decode().replace("\r\n", "\n")))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _write(out: Path, content: bytes) -> None:
    """The whole file under its name, or nothing; where the name is a device or a pipe, straight into it."""
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(content)
        else:
            _put(out.resolve(), content)
    except OSError as error:
        msg = f"{out}: can't be written ({(error.strerror or 'unknown reason').lower()})"
        raise ExportError(msg) from error


def _put(out: Path, content: bytes) -> None:
    """Written beside the file first, then renamed to it; the old file stays until then."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.chmod(0o666 & ~_umask())
        beside.replace(out)
    except BaseException:  # Ctrl-C too leaves no half file
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

"""What goes into a sealed case: the reports' texts, their original files, the store, exports, methods, how to check it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.errors import InputError
from dashboard.exchange.described import rows, text
from dashboard.exchange.formats import format_of
from dashboard.exchange.pieces import pieces_of
from dashboard.publish.extract import Extract
from dashboard.publish.parcel import parcel
from dashboard.store import Store
from dashboard.store.backup import back_up

_EXPORTS = {
    "exports/events.csv": ".csv",
    "exports/events.json": ".json",
    "exports/chronology.html": ".chronology.html",
    "exports/chronology.docx": ".chronology.docx",
    "methods/methods.html": ".methods.html",
    "methods/methods.md": ".methods.md",
}
ORIGINALS = "originals/"
_SHORT = 12  # digits of a hash that tell files of one name apart
_LONGEST = 120  # letters of a file's name
_README = """This is a sealed case, made by conflict-timeline.

reports/    the text of every report, as it was read, by its id
originals/  the files the texts were read from, as far as they were at hand
store/      the database, with every edit; open it with: conflict-timeline serve --database store/case.db
exports/    the events as CSV and JSON, and the chronology
methods/    how the events came about
manifest.json   every file here with its SHA-256

To check that nothing was changed: conflict-timeline case verify FILE.zip
or, with nothing of ours: unzip it and run "sha256sum -c SHA256SUMS" in its folder.
Somebody who changes a file can write a new manifest too: hold its fingerprint (the SHA-256 of manifest.json) against
the one you were given when it was sealed, or look at the time stamp in manifest.tsr, if there is one.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the case: its path there, and its bytes, piece by piece and once."""

    path: str
    pieces: Iterator[bytes]


def parts(store: Store, extract: Extract, originals: Path | None = None) -> Iterator[Part]:
    """Every part, in a fixed order. Raises InputError for a folder of originals that is none."""
    yield Part("README.txt", iter([_README.encode()]))
    yield from _reports(extract)
    if originals is not None:
        yield from _originals(extract, originals)
    yield from _store(store)
    yield from _exports(extract)


def _reports(extract: Extract) -> Iterator[Part]:
    """The text of each report, by its id."""
    ordered = extract.dataset.reports[["report_id", "text"]].sort_values("report_id")
    for row in rows(ordered):
        content = text(row, "text").encode("utf-8", "backslashreplace")
        yield Part(f"reports/{row['report_id']}.txt", iter([content]))


def _originals(extract: Extract, folder: Path) -> Iterator[Part]:
    """The files of a folder whose SHA-256 a report remembers, each once."""
    wanted = {each for each in extract.dataset.reports.get("sha256", ()) if each}
    found: dict[str, Path] = {}
    for path in _files_under(folder):
        digest = _sha256(path)
        if digest in wanted:
            found.setdefault(digest, path)
    for digest, path in sorted(found.items()):
        yield Part(f"{ORIGINALS}{digest[:_SHORT]}-{_plain(path.name)}", _file(path))


def _files_under(folder: Path) -> Iterator[Path]:
    """Its files in the order of their names; links are not followed."""
    if not folder.is_dir():
        msg = f"{folder}: is no folder; --originals takes the folder the reports were read from"
        raise InputError(msg)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from pieces_of(file)


def _plain(name: str) -> str:
    """A file's name that every system takes: letters, digits, dots and dashes; a mark for the rest."""
    kept = "".join(each if each.isalnum() or each in "._-" else "_" for each in name)
    return kept.lstrip(".")[-_LONGEST:] or "file"


def _store(store: Store) -> Iterator[Part]:
    """A clean copy of the database."""
    with TemporaryDirectory(prefix="conflict-timeline-") as folder:
        path = Path(folder, "case.db")
        back_up(store, path)
        yield Part("store/case.db", _file(path))


def _exports(extract: Extract) -> Iterator[Part]:
    """The exports this machine can write."""
    for path, ending in _EXPORTS.items():
        form = format_of(ending)
        if not form.lacking and not _too_long(form.ending, extract):
            yield Part(path, parcel(extract, form).pieces)


def _too_long(ending: str, extract: Extract) -> bool:
    """Whether there are more events than the Word document holds; the page has them all."""
    from dashboard.exchange.as_chronology_word import MOST_EVENTS  # noqa: PLC0415 - with what writes Word

    return ending.endswith(".docx") and len(extract.dataset.events) > MOST_EVENTS

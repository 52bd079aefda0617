"""Whether a sealed case is as it was sealed: every file held against the manifest, and nothing else in it.

The file may come from anybody. It is read and never unpacked; names that lead out of a folder, links, names that come
twice, encrypted parts and bombs are refused before a byte of them is read.
"""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from stat import S_IFMT, S_ISLNK
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dashboard.errors import InputError
from dashboard.exchange.pieces import pieces_of
from dashboard.publish.case.manifest import MANIFEST, STAMP, Manifest, Sealed, fingerprint, manifest_from

MOST_FILES = 2_000_000
MOST_BYTES = 1 << 40
_LONGEST_MANIFEST = 1 << 29
_LONGEST_STAMP = 1 << 20
_BOMB_RATIO, _BOMB_BYTES = 400, 100 << 20
_ENCRYPTED = 1
_FIRST_BYTES = b"PK\x03\x04"
_END_BYTES, _END_LENGTH = b"PK\x05\x06", 22  # the last record of a .zip without a comment
_ALLOWED = frozenset({ZIP_STORED, ZIP_DEFLATED})
_TROUBLE = (BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError)


class Change(StrEnum):
    """What may have become of a file."""

    DIFFERS = "differs"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is not as it was sealed."""

    change: Change
    path: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.change}: {self.path}{f' ({self.detail})' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: the manifest and its fingerprint, what is not as it was sealed, and the time stamp, if there is one."""

    manifest: Manifest
    manifest_bytes: bytes
    found: tuple[Found, ...]
    stamp: bytes | None = None

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the manifest."""
        return fingerprint(self.manifest_bytes)


def verify(path: Path) -> Verdict:
    """Hold the file against its manifest. Raises InputError for what is no sealed case, or no file to be trusted."""
    try:
        with path.open("rb") as file, ZipFile(file) as packed:
            return _verdict(packed, str(path), *_edges(path))
    except FileNotFoundError as error:
        msg = f"{path}: is not there"
        raise InputError(msg) from error
    except _TROUBLE as error:
        raise InputError(_refusal(path, error)) from error


def _refusal(path: Path, error: Exception) -> str:
    """What to say of a file that can't be opened: cut off, or never a case."""
    if not path.is_file() or _edges(path)[0] != _FIRST_BYTES:
        return f"{path}: is no sealed case, or it was damaged ({_reason(error)})"
    return f"{path}: has no end, or a damaged one: it was cut off, or its writing was ended; get it once more, or seal the case again"


def _edges(path: Path) -> tuple[bytes, bytes]:
    """How the file starts, and how its last record does."""
    with path.open("rb") as file:
        starts = file.read(len(_FIRST_BYTES))
        file.seek(max(0, path.stat().st_size - _END_LENGTH))
        return starts, file.read(len(_END_BYTES))


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__).lower()


def _verdict(packed: ZipFile, where: str, starts: bytes, ends: bytes) -> Verdict:
    entries = _entries(packed, where)
    if MANIFEST not in entries:
        msg = f"{where}: has no {MANIFEST}; it is no sealed case"
        raise InputError(msg)
    content = _small(packed, entries[MANIFEST], _LONGEST_MANIFEST, where)
    manifest = manifest_from(content, where)
    stamp = _small(packed, entries[STAMP], _LONGEST_STAMP, where) if STAMP in entries else None
    found = (*_held_against(packed, manifest, entries), *_outside(packed, starts, ends))
    return Verdict(manifest, content, found, stamp)


def _entries(packed: ZipFile, where: str) -> dict[str, ZipInfo]:
    """The entries by name; refused where one of them is a trick."""
    listed = packed.infolist()
    if len(listed) > MOST_FILES:
        msg = f"{where}: holds {len(listed):,} files, more than a case may ({MOST_FILES:,})"
        raise InputError(msg)
    for each in listed:
        if why := _trick(each):
            msg = f"{where}: {each.filename!r}: {why}; it was not opened"
            raise InputError(msg)
    folded = {each.filename.casefold() for each in listed}
    if len(folded) != len(listed):
        msg = f"{where}: has two files of one name; it was not opened"
        raise InputError(msg)
    if sum(each.file_size for each in listed) > MOST_BYTES:
        msg = f"{where}: would unpack to more than a terabyte; it was not opened"
        raise InputError(msg)
    return {each.filename: each for each in listed}


def _trick(entry: ZipInfo) -> str:
    """Why an entry is not to be trusted; empty for one that may be read."""
    name, raw = entry.filename, entry.orig_filename
    parts = raw.split("/")
    if raw != name or "\\" in raw or ":" in raw or any(ord(each) < 32 for each in raw):
        return "has a name that is none for a file"
    if raw.startswith("/") or any(part in {"", ".", ".."} for part in parts):
        return "has a name that leads out of the folder"
    return _trick_of_packing(entry)


def _trick_of_packing(entry: ZipInfo) -> str:
    """The same for what is behind the name."""
    if S_ISLNK(S_IFMT(entry.external_attr >> 16)):
        return "is a link"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if entry.compress_type not in _ALLOWED:
        return "is packed in a way that a case is not"
    if entry.file_size > _BOMB_BYTES and entry.file_size > _BOMB_RATIO * max(entry.compress_size, 1):
        return "would unpack to many times its size"
    return ""


def _small(packed: ZipFile, entry: ZipInfo, longest: int, where: str) -> bytes:
    if entry.file_size > longest:
        msg = f"{where}: its {entry.filename} is too long ({entry.file_size:,} bytes)"
        raise InputError(msg)
    return packed.read(entry)


def _held_against(packed: ZipFile, manifest: Manifest, entries: dict[str, ZipInfo]) -> Iterator[Found]:
    """What is not as the manifest says, in the order in which it stands there; what it does not name last."""
    for each in manifest.files:
        if each.path not in entries:
            yield Found(Change.MISSING, each.path)
        elif why := _difference(packed, entries[each.path], each):
            yield Found(Change.DIFFERS, each.path, why)
    known = {each.path for each in manifest.files} | {MANIFEST, STAMP}
    yield from (Found(Change.ADDED, name) for name in entries if name not in known)


def _difference(packed: ZipFile, entry: ZipInfo, sealed: Sealed) -> str:
    """In what a file is not the one that was sealed; empty where it is."""
    if entry.file_size != sealed.size:
        return f"{entry.file_size:,} bytes, not {sealed.size:,}"
    digest = hashlib.sha256()
    try:
        with packed.open(entry) as file:
            for piece in pieces_of(file):
                digest.update(piece)
    except _TROUBLE as error:
        return f"can't be read: {_reason(error)}"
    return "" if digest.hexdigest() == sealed.sha256 else "other bytes"


def _outside(packed: ZipFile, starts: bytes, ends: bytes) -> Iterator[Found]:
    """Bytes that are in no file of the .zip, where something may be hidden."""
    if starts != _FIRST_BYTES:
        yield Found(Change.ADDED, "bytes in front of the .zip")
    if packed.comment:
        yield Found(Change.ADDED, "a comment of the .zip")
    elif ends != _END_BYTES:
        yield Found(Change.ADDED, "bytes behind the .zip")

"""The manifest of a sealed case: every file in it, how long it is, and the SHA-256 of its bytes."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.errors import InputError

FORM = 1
MANIFEST = "manifest.json"
STAMP = "manifest.tsr"
SUMS = "SHA256SUMS"
_DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file in the seal: its path in it, the SHA-256 of its bytes in hexadecimal, how many they are."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a seal holds, who made it, and when."""

    made: str
    made_by: str
    files: tuple[Sealed, ...]

    def to_bytes(self) -> bytes:
        """As it stands in the seal: the same files give the same bytes."""
        files = [{"path": each.path, "sha256": each.sha256, "bytes": each.size} for each in self.files]
        said = {"sealed_case": FORM, "made": self.made, "made_by": self.made_by, "files": files}
        return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_from(content: bytes, where: str) -> Manifest:
    """The manifest in these bytes. Raises InputError for what is none, or one of a later form."""
    try:
        said = json.loads(content)
        form = said["sealed_case"]
        files = tuple(_sealed(each) for each in said["files"]) if form == FORM else ()
        manifest = Manifest(str(said["made"]), str(said["made_by"]), files)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        msg = f"{where}: its {MANIFEST} can't be read; this is no sealed case, or it was damaged"
        raise InputError(msg) from error
    if form != FORM:
        msg = f"{where}: was sealed in form {form}, and this version reads form {FORM}; use the version that sealed it ({manifest.made_by})"
        raise InputError(msg)
    return manifest


def _sealed(said: dict[str, Any]) -> Sealed:
    path, digest, size = said["path"], said["sha256"], said["bytes"]
    if not (isinstance(path, str) and isinstance(digest, str) and isinstance(size, int)):
        raise TypeError(path)
    if len(digest) != 64 or not _DIGITS.issuperset(digest):
        raise ValueError(digest)
    return Sealed(path, digest, size)


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a manifest: who knows it knows the whole case.

    >>> fingerprint(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()


def moment_words(made: datetime) -> str:
    """A moment as the manifest has it."""
    return f"{made:%Y-%m-%dT%H:%M:%SZ}"

"""A file that appears whole under its name, or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dashboard.errors import ExportError


def write_whole(out: Path, pieces: Iterable[bytes]) -> None:
    """The whole file under its name, or nothing; where the name is a device or a pipe, straight into it."""
    try:
        if out.exists() and not out.is_file():
            with out.open("wb") as file:
                file.writelines(pieces)
        else:
            _put(out.resolve(), pieces)
    except OSError as error:
        msg = f"{out}: can't be written ({(error.strerror or 'unknown reason').lower()})"
        raise ExportError(msg) from error


def _put(out: Path, pieces: Iterable[bytes]) -> None:
    """Written beside the file first, then renamed to it; the old file stays until then."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())  # a name must not be there before what it names, should the power fail
        beside.chmod(0o666 & ~_umask())
        beside.replace(out)
    except BaseException:  # Ctrl-C too leaves no half file
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

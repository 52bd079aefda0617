"""Files beside a store that hold what was worked out of it: each whole or not there, and believed only under its mark."""

import os
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import numpy as np

from dashboard.table.once import Arrays


@dataclass(frozen=True, slots=True)
class Shelf:
    """Arrays by name, each set in a file of its own under the mark of what it was made from.

    ``start`` is what the names of the files begin with, ``like`` the file whose readers may read them.
    """

    start: Path
    mark: str
    like: Path

    def take(self, name: str) -> Arrays | None:
        """What was put there; None where it was not, was made of something else, or is damaged."""
        try:
            with self._file(name).open("rb") as file, np.load(file, allow_pickle=False) as kept:
                return dict(kept) if str(kept["mark"]) == self.mark else None
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def put(self, name: str, arrays: Arrays) -> None:
        """Keep arrays; where nothing can be written, they are made anew each time."""
        kept: Mapping[str, object] = {**arrays, "mark": np.array(self.mark)}
        written_beside(self._file(name), self.like, lambda file: np.savez(file, **kept))  # type: ignore[arg-type]

    def _file(self, name: str) -> Path:
        return self.start.with_name(f"{self.start.name}.{name}.cache")


def written_beside(path: Path, like: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file beside its place and rename it, so that nobody finds half of it; where it can't be, nothing is left.

    What somebody left who was killed is cleared away; who is still at it does without.
    """
    part = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in path.parent.glob(f"{escape(path.name)}.*.part"):
            left.unlink(missing_ok=True)
        names = {"dir": path.parent, "prefix": f"{path.name}.", "suffix": ".part"}
        with NamedTemporaryFile(**names, delete=False) as file:  # type: ignore[call-overload]
            part = Path(file.name)
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if like.is_file():
            part.chmod(like.stat().st_mode & 0o666)
        part.replace(path)
    except (
        OSError,
        ValueError,
        ImportError,
    ):  # no room, no leave: the next start takes longer, and that is all
        return
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)

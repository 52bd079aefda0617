"""``watch``: a folder whose new reports are read as they arrive."""

import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dashboard.cli.filled import fill
from dashboard.cli.gather import Given
from dashboard.cli.output import complain, counted, note, say
from dashboard.cli.stored import open_store
from dashboard.cli.tables import keep_tables
from dashboard.errors import InputError
from dashboard.extras import WATCH
from dashboard.readers import files_under, is_taken, shown
from dashboard.store import Store

_LOOK_MS = 500
"""Milliseconds between two looks at a file that may still be growing."""
_STILL = 2  # looks at which a file must be the same
_HALF_LOADED = (".part", ".crdownload", ".download", ".tmp", ".partial")
Size = tuple[int, int]
Changed = Iterator[frozenset[Path]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Files that came or changed: of each how large it was when it was last looked at, and how often it was so."""

    files: tuple[tuple[Path, Size, int], ...] = ()

    def after(self, changed: frozenset[Path]) -> "Waiting":
        """The same one look later, with what has come or changed meanwhile."""
        known = {path: (size, looks) for path, size, looks in self.files}
        seen = {path: size for path in {*known, *changed} if (size := _size(path)) is not None}
        return Waiting(
            tuple(
                (path, size, known[path][1] + 1 if path in known and known[path][0] == size else 0)
                for path, size in sorted(seen.items())
            )
        )

    @property
    def whole(self) -> tuple[Path, ...]:
        """Those that have stopped growing; an empty one has not begun to."""
        return tuple(path for path, size, looks in self.files if looks >= _STILL and size[0])

    @property
    def growing(self) -> "Waiting":
        """The others."""
        return Waiting(tuple(each for each in self.files if each[0] not in self.whole))


def watch_folder(folder: Path, database: str | None, given: Given, dataset: str) -> int:
    """Read what is in a folder and what arrives in it, until somebody stops it; gives the exit code."""
    lacking = WATCH.lacking()
    if lacking or not folder.is_dir():
        complain(lacking or f"{shown(folder)}: is no folder; name one whose new reports are to be read")
        return 1
    name = dataset or shown(folder.resolve().name)
    # a shell that starts programs in the background hands SIGINT down ignored
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, signal.default_int_handler)
    with open_store(database) as store:
        note(f"watching {shown(folder)}, kept in {store.place}; Ctrl-C ends it")
        try:
            looks = changes(folder)
            first = next(
                looks
            )  # from here on it is listened: what arrives while the rest is read is not missed
            read_all_there(store, folder, given, name)
            follow(chain([first], looks), lambda paths: read_arrived(store, paths, given, name), folder)
        except KeyboardInterrupt:
            pass
        note(f"no longer watching {shown(folder)}")
    return 0


def read_all_there(store: Store, folder: Path, given: Given, name: str) -> None:
    """What lies in the folder already; an empty one is no trouble here."""
    try:
        files_under(folder)
    except InputError:
        say(f"{shown(folder)}: nothing to read yet")
        return
    read_arrived(store, (folder,), given, name)


def read_arrived(store: Store, paths: Sequence[Path], given: Given, name: str) -> None:
    """Read files into the store and tell of each on a line; one that can't be read does not end the watching."""
    for path in paths:
        try:
            found = keep_tables(store, [path], given)
            filled = fill(store, found.rest, found.given(given), name) if found.rest else None
        except InputError as error:
            complain(str(error))
            continue
        if filled:
            say(
                f"{shown(path)}: {counted(filled.reports, 'report')}, {counted(filled.saved.added, 'new event')}"
            )


def follow(changed: Changed, read: Callable[[Sequence[Path]], None], folder: Path) -> None:
    """Hand over every file that came or changed once it has stopped growing."""
    waiting = Waiting()
    for paths in changed:
        if not folder.is_dir():
            msg = f"{shown(folder)}: is gone; nothing more can arrive in it"
            raise InputError(msg)
        waiting = waiting.after(frozenset(each for each in paths if _may_hold_reports(each, folder)))
        if waiting.whole:
            read(waiting.whole)
        waiting = waiting.growing


def changes(folder: Path) -> Changed:
    """The files that came or changed, look by look; an empty set where there were none."""
    from watchfiles import Change, watch

    looks = watch(
        folder, yield_on_timeout=True, rust_timeout=_LOOK_MS, step=50, debounce=_LOOK_MS, watch_filter=None
    )
    for found in looks:
        yield frozenset(Path(path) for change, path in found if change is not Change.deleted)


def _may_hold_reports(file: Path, folder: Path) -> bool:
    """Whether reading the folder would take the file; what is half loaded comes again under its name."""
    return file.suffix.lower() not in _HALF_LOADED and is_taken(file, folder.resolve())


def _size(path: Path) -> Size | None:
    """How large a file is and when it was last written to; None where it is gone again."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns

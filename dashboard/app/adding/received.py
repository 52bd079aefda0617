"""Files as the browser sends them: piece by piece into a job's folder, never out of it, and never more than may be."""

import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.app.adding.jobs import Job
from dashboard.app.limits import LONGEST_PIECE, MOST_FILES, MOST_MEGABYTES
from dashboard.errors import InputError, SelectionError
from dashboard.intake import Origin
from dashboard.readers.received import MEGABYTE, one_line
from dashboard.wording.say import say

_LONGEST_PART = 180  # bytes of a name; no system takes more than 255
_DEEPEST = 12
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]{1,2000}")


def take_piece(job: Job, name: str, at: int, data: bytes) -> int:
    """Put a piece of a file behind those that came before; gives how much of the file is there now.

    ``at`` is where it belongs: a piece that came twice is taken once. Raises InputError for too much, or where it can't be
    written, and SelectionError for a piece that is missing before it.
    """
    if len(data) > LONGEST_PIECE:
        msg = say(
            "{file}: is sent in pieces of more than {most} bytes",
            file=one_line(name)[:80],
            most=LONGEST_PIECE,
        )
        raise InputError(msg)
    path = job.folder.joinpath(*parts_of(name))
    with job.lock:
        try:
            return _written(job, path, name, at, data)
        except OSError as error:
            why = (error.strerror or say("unknown reason")).lower()
            msg = say("{file}: can't be kept for reading ({why})", file=one_line(name)[:80], why=why)
            raise InputError(msg) from error


def note_origin(job: Job, name: str, at: str, source: str) -> None:
    """Keep where a file was said to be from: an address, or in one line what it is called by; and who says it."""
    said = at if _ADDRESS.fullmatch(at) else _cut(one_line(at).strip(), _LONGEST_PART)
    job.origins["/".join(parts_of(name))] = Origin(said, _cut(one_line(source).strip(), _LONGEST_PART))


def parts_of(name: str) -> tuple[str, ...]:
    r"""The folders and the name of a file, harmless wherever they are put together.

    >>> parts_of("../../etc/passwd"), parts_of("posts\\monday.txt"), parts_of("..")
    (('etc', 'passwd'), ('posts', 'monday.txt'), ('unnamed',))
    """
    return tuple(_parts(name)) or ("unnamed",)


def _parts(name: str) -> Iterator[str]:
    for each in one_line(name).replace("\\", "/").split("/")[-_DEEPEST:]:
        if each.strip(". "):
            stem, dot, ending = each.rpartition(".")
            short = _cut(stem, _LONGEST_PART - len(ending.encode())) + dot + ending if stem else each
            yield _cut(short, _LONGEST_PART)


def _cut(words: str, most: int) -> str:
    """The words, as many whole letters of them as fit into so many bytes."""
    return words.encode()[: max(most, 1)].decode(errors="ignore")


def _written(job: Job, path: Path, name: str, at: int, data: bytes) -> int:
    there = path.stat().st_size if path.exists() else None
    if there is None and at == 0:
        _must_fit(job, len(data), new=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        job.files += 1
    elif there is None or at > there:
        msg = say("{file}: a piece of it is missing; add it again", file=one_line(name)[:80])
        raise SelectionError(msg)
    elif at < there:
        return there
    else:
        _must_fit(job, len(data), new=False)
    with path.open("ab") as file:
        file.write(data)
    job.received += len(data)
    return at + len(data)


def _must_fit(job: Job, more: int, *, new: bool) -> None:
    way = "conflict-timeline read FOLDER --into DATABASE"
    if new and job.files >= MOST_FILES:
        msg = say(
            "more than {most} files at one time are too many for the page; read the folder at the terminal: {command}",
            most=MOST_FILES,
            command=way,
        )
        raise InputError(msg)
    if job.received + more > MOST_MEGABYTES * MEGABYTE:
        msg = say(
            "more than {most} MB at one time are too many for the page; read the folder at the terminal: {command}",
            most=MOST_MEGABYTES,
            command=way,
        )
        raise InputError(msg)

"""Files into reports."""

from pathlib import Path

from dashboard.errors import InputError
from dashboard.readers.decode import decode
from dashboard.readers.headline import headline
from dashboard.text import Report

READ_NOW = (".txt", ".md")
NOT_YET = (
    *(".htm", ".html", ".xhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".epub"),
    *(".csv", ".tsv", ".json", ".geojson", ".xml", ".xls", ".xlsx", ".ods", ".parquet", ".zip", ".db"),
)


def read_file(path: Path) -> Report:
    """The report a file holds; its ``url`` is the file's name, without the folders above it.

    Raises InputError, naming the file, when there is none, it is empty, or it is no text.
    """
    if path.is_dir():
        msg = f"{path}: is a folder; name a file in it"
        raise InputError(msg)
    if path.suffix.lower() in NOT_YET:
        msg = (
            f"{path}: {path.suffix.lower()} files are not read yet; save its text as {' or '.join(READ_NOW)}"
        )
        raise InputError(msg)
    return _report(_contents(path), name=path.name, origin=str(path))


def read_bytes(data: bytes, name: str) -> Report:
    r"""The report that some bytes hold: an upload, or standard input.

    >>> report = read_bytes(b"Calm in Douma\n\nIt was calm on Monday.", "monday.txt")
    >>> report.title, report.url
    ('Calm in Douma', 'monday.txt')
    """
    return _report(data, name=name, origin=name)


def files_under(path: Path) -> tuple[Path, ...]:
    """The file itself, or every readable file of a folder and the folders in it, by name.

    Raises InputError for a folder without one.
    """
    if not path.is_dir():
        return (path,)
    found = tuple(file for file in _inside(path) if file.suffix.lower() in READ_NOW)
    if not found:
        msg = f"{path}: holds no {' or '.join(READ_NOW)} file"
        raise InputError(msg)
    return found


def passed_over(path: Path) -> tuple[Path, ...]:
    """The files of a folder that are left out, so that a person can be told."""
    if not path.is_dir():
        return ()
    return tuple(file for file in _inside(path) if file.suffix.lower() not in READ_NOW)


def _inside(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in files if not _is_hidden(file.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        msg = f"{path}: no such file"
    except OSError as error:
        msg = f"{path}: can't be opened ({(error.strerror or 'unknown reason').lower()})"
    except ValueError:  # a name with a null character
        msg = f"{path!s:.80}: is not a file name"
    raise InputError(msg)


def _report(data: bytes, *, name: str, origin: str) -> Report:
    try:
        decoded = decode(data)
    except InputError as error:
        msg = f"{origin}: {error}"
        raise InputError(msg) from error
    if not decoded.text.strip():
        msg = f"{origin}: is empty"
        raise InputError(msg)
    notes = (decoded.note,) if decoded.note else ()
    return Report(text=decoded.text, title=headline(decoded.text), url=name, notes=notes)

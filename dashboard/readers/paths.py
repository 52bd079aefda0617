"""Which files of a folder hold reports, and what is passed over."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import InputError
from dashboard.readers.contents import START, Content, Kind, content_of
from dashboard.readers.received import shown

_OF_PAGES = frozenset((".js", ".css", ".woff", ".woff2", ".ttf", ".eot", ".svg", ".map", ".ico"))
"""What a browser saves beside a page; none has a signature."""
_BESIDE_A_PAGE = ("_files", "_archivos", "_fichiers", "-Dateien", "_dosyalar")
"""How browsers call the folder of what belongs to a page saved whole."""
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Walked:
    """A folder's files by name: those to read, those left out with what each is, and links that were not followed."""

    taken: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()
    links: tuple[Path, ...] = ()


def files_under(path: Path) -> tuple[Path, ...]:
    """The file itself, or every file of a folder and the folders in it that may hold a report or a table, by name.

    Links are not followed, so nothing outside of the folder is read. Raises InputError for a folder without one.
    """
    if not path.is_dir():
        return (path,)
    found = walked(path).taken
    if not found:
        msg = f"{shown(path)}: holds no file that can be read"
        raise InputError(msg)
    return found


def is_taken(file: Path, folder: Path) -> bool:
    """Whether reading the folder would take this file in it: no link, not hidden, not part of a page, no picture."""
    if file.is_symlink() or not file.is_file() or not file.is_relative_to(folder):
        return False
    above = [each for each in file.parents if each != folder and each.is_relative_to(folder)]
    passed = file.name.startswith(".") or any(_is_passed(each.parent, each.name) for each in above)
    return not passed and not any(each.is_symlink() for each in above) and not _no_report(file)


def passed_over(path: Path) -> tuple[Path, ...]:
    """The files of a folder that are left out, so that a person can be told."""
    return tuple(file for file, _ in walked(path).left) if path.is_dir() else ()


def words_of_passed_over(path: Path) -> tuple[str, ...]:
    """The same in words: a sentence for files, one for links, or none."""
    return tuple(_words(path, walked(path))) if path.is_dir() else ()


def walked(folder: Path) -> Walked:
    """All that is in a folder and the folders in it, told apart by content."""
    taken, left, links = list[Path](), list[tuple[Path, str]](), list[Path]()
    for file in sorted(_inside(folder)):
        if file.is_symlink():
            links.append(file)
        elif what := _no_report(file):
            left.append((file, what))
        else:
            taken.append(file)
    return Walked(tuple(taken), tuple(left), tuple(links))


def _words(path: Path, found: Walked) -> Iterator[str]:
    if found.left:
        kinds = Counter(what for _, what in found.left)
        listed = ", ".join(
            sorted(what if count == 1 else f"{count:,} times {what}" for what, count in kinds.items())
        )
        others = "1 other file was" if len(found.left) == 1 else f"{len(found.left):,} other files were"
        yield f"{shown(path)}: {others} not read ({listed})"
    if found.links:
        names = ", ".join(shown(each.name) for each in found.links[:3]) + (
            " …" if len(found.links) > 3 else ""
        )
        were = "1 link was" if len(found.links) == 1 else f"{len(found.links):,} links were"
        yield f"{shown(path)}: {were} not followed ({names}); name what it leads to, to read it"


def _inside(folder: Path) -> Iterator[Path]:
    """Files and links, but nothing hidden, and nothing that belongs to a page saved whole."""
    for above, folders, files in os.walk(folder):
        linked = [each for each in folders if Path(above, each).is_symlink()]
        folders[:] = [each for each in folders if each not in linked and not _is_passed(Path(above), each)]
        yield from (Path(above, each) for each in (*files, *linked) if not each.startswith("."))


def _is_passed(above: Path, folder: str) -> bool:
    stems = [folder.removesuffix(end) for end in _BESIDE_A_PAGE if folder.endswith(end)]
    saved_whole = any((above / f"{stem}{page}").is_file() for stem in stems for page in _PAGES)
    return saved_whole or folder.startswith(".") or folder == "__MACOSX"


def _no_report(file: Path) -> str:
    """What a file is that holds neither reports nor a table; empty for one that may."""
    if file.suffix.lower() in _OF_PAGES:
        return f"part of a page ({file.suffix.lower()})"
    found = _at(file)
    return found.words if found is not None and found.kind is Kind.OTHER else ""


def _at(file: Path) -> Content | None:
    """What a file is; None where it can't be opened or is no file, which is said when it is read."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return content_of(opened.read(START))
    except (OSError, ValueError):
        return None

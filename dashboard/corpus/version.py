"""Which reader this is: a mark of all that decides what is read from a report, so that another reader reads it anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from dashboard.bundled import bundled

_ROOMS = ("text", "language", "temporal", "gazetteer", "actors", "extraction", "readers")
_FACTS = ("gazetteer", "actors")
_KINDS = frozenset({".py", ".toml", ".tsv", ".gz"})


@cache
def reader_version() -> str:
    """The mark: the same in every copy whose rules, words and places are the same.

    >>> len(reader_version())
    16
    """
    package = Path(__file__).parent.parent
    return marked(
        file.read_bytes()
        for file in (
            *_files(package / room for room in _ROOMS),
            package / "table" / "build.py",
            *_files(bundled("data") / name for name in _FACTS),
        )
    )


def marked(parts: Iterator[bytes]) -> str:
    """One mark of several parts, in their order."""
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def _files(folders: Iterator[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(file for file in folder.rglob("*") if file.suffix in _KINDS)

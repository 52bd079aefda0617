"""A file that is named like a table and is none: a page to sign in, an error, a header alone."""

from collections.abc import Sequence
from pathlib import Path

from dashboard.errors import InputError
from dashboard.exchange.tabular.roles import guessed
from dashboard.readers import shown
from dashboard.readers.contents import START, Kind, content_of, content_of_text
from dashboard.readers.decode import decode

_READ = frozenset({Kind.PROSE, Kind.MAIL, Kind.MAILBOX, Kind.ARCHIVE, Kind.PACKED})
"""What may well be read under a wrong name."""
_SENTENCE = 60  # letters; a shorter line tells nobody anything
_SEPARATORS = ",;\t|"
_FEW_LINES, _CELLS = 3, 6  # no prose has so many commas in most of its lines


NAMED_DATA = (".json", ".jsonl", ".ndjson", ".geojson", ".kml")
"""Names that promise data; what is left of such a file when it is broken is no report."""


def must_not_promise(path: Path) -> None:
    """Raise InputError, with the reason, for a .csv that holds neither rows nor anything a report could be, or broken data."""
    with path.open("rb") as file:
        head = file.read(START * 16)
    try:
        why = _why_not_data(head) if path.suffix.lower() in NAMED_DATA else _why_not(head)
    except InputError as error:  # no text at all
        why = str(error)
    if why:
        msg = f"{shown(path)}: {why}"
        raise InputError(msg)


def _why_not_data(head: bytes) -> str:
    if content_of(head).kind is not Kind.PROSE or content_of_text(decode(head).text).kind is not Kind.PROSE:
        return ""
    return "is not the data that its name promises, or only a piece of it: get it once more, or name it .txt if it is a report"


def _why_not(head: bytes) -> str:
    found = content_of(head)
    if found.kind is Kind.PROSE:
        text = decode(head).text.strip()
        found = content_of_text(text)
        if found.kind is Kind.PROSE:
            return _of_text(text)
    if found.kind in _READ:
        return ""
    return (
        f"is {found.words}, not the table that its name promises (a page to sign in, often): "
        "get it once more, or give it the ending that fits, to have it read as what it is"
    )


def _is_of_rows(lines: Sequence[str]) -> bool:
    """Whether most of its lines have many cells."""
    many = max(sum(line.count(each) >= _CELLS for line in lines) for each in _SEPARATORS)
    return len(lines) > _FEW_LINES and 2 * many > len(lines)


def _of_text(text: str) -> str:
    lines = text.splitlines()
    if _is_of_rows(lines):
        return "has rows of cells, and no header that names them: it may be a piece of a table; get it once more, or put the header above it"
    heads = [guessed(lines[0].split(each), {}) for each in _SEPARATORS]
    if len(lines) == 1 and any({"date", "year"} & each.keys() and len(each) > 1 for each in heads):
        return "has a header and no rows"
    if max(map(len, lines)) < _SENTENCE:
        return "is no table (it has one column) and no report; a table of events has a row an event, and a column that tells when"
    return ""

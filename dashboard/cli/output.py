"""What the commands print: results on standard output, the rest on standard error.

A report's text is somebody else's: control characters in it, which a terminal would obey, are shown as
marks instead.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from dashboard.cli.logs import LOG
from dashboard.text.passwords import without_passwords

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_WIDTH = 140


def visible(text: str) -> str:
    r"""The text with control characters, and those that turn the direction of writing, marked.

    >>> visible("calm\x1b[2J")
    'calm�[2J'
    """
    return _CONTROL.sub("\ufffd", text)


def complain(message: str) -> None:
    """Tell of something that failed."""
    sys.stderr.write(f"error: {_on_one_line(message)}\n")


def note(message: str) -> None:
    """Tell of something worth knowing, unless only errors are asked for."""
    if LOG.isEnabledFor(logging.INFO):
        sys.stderr.write(f"note: {_on_one_line(message)}\n")


def _on_one_line(message: str) -> str:
    """One trouble, one line, whatever a file's name holds; and no password in it."""
    return visible(without_passwords(" ".join(message.splitlines())))


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "event"), counted(2, "report")
    ('1 event', '2 reports')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def say(line: str = "") -> None:
    """One line of the result."""
    sys.stdout.write(f"{visible(line)}\n")


def say_json(record: Mapping[str, object]) -> None:
    """One object on one line."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def width() -> int:
    """How many columns there are to print on; a pipe or a file has as many as a wide terminal."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH).width


def say_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under their heads; long cells wrap, nothing is cut. A head that ends in a stop never wraps."""
    columns = [Column(head.rstrip("."), no_wrap=head.endswith(".")) for head in heads]
    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    Console(file=sys.stdout, width=width()).print(table)

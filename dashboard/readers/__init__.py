"""Files into reports: what was received, decoded and otherwise untouched.

To add a kind of file: what its content begins with in ``contents``, and what makes a report of it beside ``files``.
"""

from dashboard.readers.files import (
    LARGEST,
    Unreadable,
    decode_file,
    files_under,
    names_a_file,
    passed_over,
    read_bytes,
    read_file,
    read_reports,
    read_stream,
    shown,
    words_of_passed_over,
)

__all__ = [
    "LARGEST",
    "Unreadable",
    "decode_file",
    "files_under",
    "names_a_file",
    "passed_over",
    "read_bytes",
    "read_file",
    "read_reports",
    "read_stream",
    "shown",
    "words_of_passed_over",
]

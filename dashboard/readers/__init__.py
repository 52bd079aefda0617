"""Files into reports: what was received, told by its content, each kind by a reader of its own.

To add a kind of file: what its content begins with in ``contents``, a module with ``reports(received)``, and its row
in ``opened``.
"""

from dashboard.readers.files import (
    decode_file,
    names_a_file,
    read_bytes,
    read_file,
    read_reports,
    read_stream,
    reports_of_stream,
)
from dashboard.readers.paths import files_under, is_taken, passed_over, words_of_passed_over
from dashboard.readers.received import LARGEST, Found, Unreadable, shown

__all__ = [
    "LARGEST",
    "Found",
    "Unreadable",
    "decode_file",
    "files_under",
    "is_taken",
    "names_a_file",
    "passed_over",
    "read_bytes",
    "read_file",
    "read_reports",
    "read_stream",
    "reports_of_stream",
    "shown",
    "words_of_passed_over",
]

"""Files into reports: what was received, decoded and otherwise untouched."""

from dashboard.readers.files import (
    LARGEST,
    decode_file,
    files_under,
    passed_over,
    read_bytes,
    read_file,
    read_stream,
    shown,
)

__all__ = [
    "LARGEST",
    "decode_file",
    "files_under",
    "passed_over",
    "read_bytes",
    "read_file",
    "read_stream",
    "shown",
]

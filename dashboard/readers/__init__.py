"""Files into reports: what was received, decoded and otherwise untouched."""

from dashboard.readers.files import files_under, passed_over, read_bytes, read_file

__all__ = ["files_under", "passed_over", "read_bytes", "read_file"]

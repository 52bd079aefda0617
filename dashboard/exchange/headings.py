"""What a chronology may be divided by."""

from enum import StrEnum


class Headings(StrEnum):
    """What a chronology is divided by."""

    MONTH = "month"
    PLACE = "place"

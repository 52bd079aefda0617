"""The day in a file's name: offered where a report tells none, never taken."""

import re
from datetime import date

_IN_A_NAME = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_. ]?(?P<month>\d\d)[-_. ]?(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d\d)[-_. ](?P<month>\d\d)[-_. ](?P<year>(?:19|20)\d\d)(?!\d)"),
)


def suggested(name: str) -> date | None:
    """The day that a file's name suggests, if there is one in it.

    >>> suggested("isw-20230907.txt"), suggested("update 07.09.2023.md"), suggested("report-12.txt")
    (datetime.date(2023, 9, 7), datetime.date(2023, 9, 7), None)
    """
    for pattern in _IN_A_NAME:
        found = pattern.search(name)
        if found:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:  # eight figures that are no day
                continue
    return None

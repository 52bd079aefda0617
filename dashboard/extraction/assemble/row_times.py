"""What is said of a row's time: that none is told, that its year was most likely misread, and a stretch in words."""

from datetime import date, datetime

NO_TIME = "no time told"
_CENTURY = 100  # years


def is_far(published: date | None, *edges: datetime | None) -> bool:
    """Whether an event would lie more than a century from its report's day: most likely its year was misread.

    >>> is_far(date(2018, 5, 21), datetime(1200, 1, 1), None), is_far(date(2018, 5, 21), None)
    (True, False)
    """
    return published is not None and any(
        edge and abs(edge.year - published.year) > _CENTURY for edge in edges
    )


def stretch(start: datetime, end: datetime) -> str:
    """A stretch of time for people.

    >>> stretch(datetime(2018, 5, 20), datetime(2018, 5, 20, 6))
    '20 May 2018 00:00–06:00'
    """
    first = f"{start.day} {start:%B %Y %H:%M}"
    same = end.date() == start.date()
    return f"{first}–{end:%H:%M}" if same else f"{first} – {end.day} {end:%B %Y %H:%M}"

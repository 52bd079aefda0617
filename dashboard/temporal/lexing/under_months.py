"""The days of a chronicle that names its months but once: "JULY ⏎ 02 – Tourou: … ⏎ 11-12 – Hitawa: …".

A line that is nothing but a month, with or without its year, lends it to the entries below that begin with figures and a
dash, a colon or a full stop, or hold nothing else. Days go on in one direction, so figures that jump to and fro ("12 – Aleppo ⏎ 40 – Idlib ⏎ 7 – Homs") count
something else; so do all below another heading ("Losses").
"""

import re
from collections.abc import Iterator, Mapping

from dashboard.temporal.expressions.days import Calendar
from dashboard.temporal.expressions.ranges import Range
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.text import Span

_MONTH = re.compile(r"[ \t#*_=•–—-]*([^\W\d_]+)\.?,?(?:[ \t]+(\d{4}))?[ \t:*_=–—-]*")
_MONTHS = ("month", "weak-month")
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er)?"
_ENTRY = re.compile(
    rf"[ \t]*(?:[•*·–—-][ \t]*)?(?:\*\*)?{_DAY}(?:[ \t]*(?:[-–&]|[^\W\d_]{{1,3}})[ \t]*{_DAY})?(?:\*\*)?(?:(?:[ \t]*[–—]|[ \t]+-[ \t]|[ \t]*:|(?P<dot>\.)(?=[ \t]+[^\W\d_]))(?!\d)(?=.*[^\W\d_])|(?(2)(?!)|[ \t]*$))",
    re.MULTILINE,
)
_JOINED = re.compile(r"(?:st|nd|rd|th|er)?[ \t]*(?:&|[^\W\d_]{1,3})[ \t]*")
_ENDS_A_SENTENCE = (".", "!", "?", ";", ",", ")", "”", '"')
_LAST, _WORDS_OF_HEADINGS = 31, 6


def days_under_months(text: str, words: Lexicon) -> Mapping[int, tuple[int, Calendar]]:
    """Where the figures of a day stand that has its month from the heading above: where each starts, to where it ends and the day.

    >>> from dashboard.temporal.lexing.lexicon import lexicon
    >>> found = days_under_months(
    ...     chr(10).join(("JULY", "02 – Tourou: a raid.", "11-12 – Hitawa: fighting.")), lexicon("en")
    ... )
    >>> [(day.month, day.day) for _, day in found.values()]
    [(7, 2), (7, 11), (7, 12)]
    """
    days: dict[int, tuple[int, Calendar]] = {}
    for month, year, entries in _sections(text, words):
        figures = [int(figure) for entry in entries for figure in entry.group(1, 2) if figure]
        counted = any(each["dot"] for each in entries) and figures == list(range(1, len(figures) + 1))
        if (
            counted  # "1. … 2. … 3. …" are no days
            or max(figures) > _LAST
            or 0 in figures
            or figures not in (sorted(figures), sorted(figures, reverse=True))
        ):
            continue
        for entry in entries:
            for group in (1, 2):
                if entry[group]:
                    day = Calendar(year, month, int(entry[group]))
                    days[entry.start(group)] = entry.end(group), day
    return days


def two_days(text: str, days: Mapping[int, tuple[int, Calendar]], start: int) -> Range | None:
    """The two days that head an entry together, of which the first starts there: "9 and 10 – ", "4 & 5 – "; None where another day is between."""
    end, first = days[start]
    joined = _JOINED.match(text, end)
    found = days.get(joined.end()) if joined else None
    if joined is None or found is None:
        return None
    last = found[1]
    next_to = first.day is not None and last.day == first.day + 1
    return Range(first, last, (Span(start, end), Span(joined.end(), found[0]))) if next_to else None


def _sections(text: str, words: Lexicon) -> Iterator[tuple[int, int | None, list[re.Match[str]]]]:
    """Each month that stands on a line of its own, its year, and the entries below it that begin with figures."""
    month, year, entries, start = 0, None, list[re.Match[str]](), 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        named = _MONTH.fullmatch(line.rstrip())
        row = words.words.get(named[1].lower()) if named else None
        if named and row and row.kind in _MONTHS and isinstance(row.value, int):
            if entries:
                yield month, year, entries
            month, year, entries = row.value, int(named[2]) if named[2] else None, []
        elif month and (entry := _ENTRY.match(text, start)):
            entries.append(entry)
        elif bare and len(bare.split()) <= _WORDS_OF_HEADINGS and not bare.endswith(_ENDS_A_SENTENCE):
            if entries:
                yield month, year, entries
            month, entries = 0, []
        start += len(line)
    if entries:
        yield month, year, entries

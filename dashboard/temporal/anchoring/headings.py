"""The year of a heading: what its section of a chronicle tells without a year is of it, wherever the tale looked meanwhile.

"2003: Invasion … In November 2008 they remembered it. ⏎ On April 15 …" goes on in 2003. A tale that went on into the next
year, as tales do, stays there. An entry of a list, under a line that is nothing but a year, is of that year in news as well.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import Document, Phrase

_LONGEST, _REACH = 60, 8000  # characters: of a heading's line, and of its section
_LONGEST_ENTRY = 800  # characters
_ENDS_A_SENTENCE = (".", "!", "?", ";", ",")
_MARKS = " \t#=*•–-"
_LABELS = re.compile(r"[ \t]*(?::|[–—-](?=[ \t]))")  # "1990: In April, …", "• 1990 – In April, …"
_SECTION = re.compile(  # "Latest", "March 2024" on a line of their own; no label of an entry: "March 8", "5 May"
    r"\n(?:[^\w\n]|_)*+(?!(?:[^\W\d]+\.?\s)?\d{1,2}(?:st|nd|rd|th)?(?:\s[^\W\d]+)?[^\w\n]*\n)(?:[^\s\d.!?;,:]+ ){0,3}[^\s.!?;,:]+[ \t]*\n"
)
_HEADING = re.compile(r"\n[^\n]{1,60}(?<![.!?;,:\"”’)\]])\n")


@dataclass(frozen=True, slots=True)
class Heading:
    """The year that a heading names, where its line ends, and whether that is nothing but the year."""

    year: int
    end: int
    bare: bool = False


def year_of_heading(document: Document, phrase: Phrase) -> Heading | None:
    """The one year that a line of its own opens with, or that labels an entry: "2003: Invasion", "1917", "1990 – In April, …"; None for all other words.

    >>> from dashboard.temporal.context.parse import understood
    >>> text = understood("1917: Revolt" + chr(10) + "In March 1917 they rose.")
    >>> [heading and heading.year for heading in (year_of_heading(text, each) for each in text.phrases)]
    [1917, None]
    """
    stated = phrase.meaning.stated
    if stated is None or stated.year is None or (stated.month is not None and not stated.full):
        return None
    start = document.text.rfind("\n", 0, phrase.span.start) + 1
    end = document.text.find("\n", phrase.span.end)
    line = document.text[start:end].rstrip() if end >= 0 else ""
    if not _opens_line(document.text, phrase):
        return None
    if _LABELS.match(document.text, phrase.span.end):
        return Heading(stated.year, phrase.span.end)
    heads = stated.month is None and line and len(line) <= _LONGEST and not line.endswith(_ENDS_A_SENTENCE)
    return Heading(stated.year, end, bare=line.strip(_MARKS).isdecimal()) if heads else None


def under_heading(moment: Moment, phrase: Phrase, heading: Heading | None, text: str, told: int) -> Moment:
    """The moment under the heading of a year; ``told`` is where the time last mentioned ends.

    A date of another year, told in a paragraph before, was an excursion, unless it is of the next one.
    """
    if heading is None or moment.mentioned is None or not phrase.meaning.leaves_out:
        return moment
    start, year, at = moment.mentioned.start, heading.year, phrase.span.start
    if start is None or start.year in (year, year + 1) or at - heading.end > _REACH:
        return moment
    if told > heading.end and "\n" not in text[told:at]:
        return moment
    if _HEADING.search(text, heading.end, at):
        return moment
    return replace(moment, mentioned=cal.year_of(year))


def bare_years(document: Document) -> tuple[Heading, ...]:
    """The lines of a text that are nothing but a year, in their order, where an entry without its year follows."""
    openers = [each for each in document.phrases if _opens_line(document.text, each)]
    return tuple(
        heading
        for phrase, entry in pairwise(openers)
        if entry.meaning.leaves_out
        and (heading := year_of_heading(document, phrase))
        and heading.bare
        and not document.text[heading.end : entry.span.start].strip(f"{_MARKS}\r\n")
    )


def in_year_over(moment: Moment, phrase: Phrase, years: Sequence[Heading], text: str) -> Moment:
    """The moment that an entry without its year counts from: the year that stands on a line of its own over it, up to another heading."""
    above = bisect_right(years, phrase.span.start, key=lambda each: each.end) - 1
    if above < 0 or not phrase.meaning.leaves_out or not _opens_line(text, phrase):
        return moment
    heading, at = years[above], phrase.span.start
    if at - heading.end > _REACH or _SECTION.search(text, heading.end, at):
        return moment
    return replace(moment, narrative=True, mentioned=cal.year_of(heading.year))


def is_of_entry(document: Document, phrase: Phrase) -> bool:
    """Whether the line opens with the label of a day or a date: "December 28: Militants attacked a post at night"."""
    text, reach = document.text, max(0, phrase.span.start - _LONGEST_ENTRY)
    start = text.rfind("\n", reach, phrase.span.start) + 1
    if not start and reach:
        return False
    first = bisect_left(document.phrases, start, key=lambda each: each.span.start)
    label = document.phrases[first] if first < len(document.phrases) else phrase
    dated = label.span.end <= phrase.span.start and label.meaning.stated is not None
    return dated and _opens_line(text, label) and _LABELS.match(text, label.span.end) is not None


def _opens_line(text: str, phrase: Phrase) -> bool:
    """Whether nothing but marks of a heading or of a list stands before the words on their line."""
    return not text[text.rfind("\n", 0, phrase.span.start) + 1 : phrase.span.start].strip(_MARKS)

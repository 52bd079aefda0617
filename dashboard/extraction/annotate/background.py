"""Words that only name an act of another time as one known: "the 2016 peace deal", "since fighting resumed in November", "six days before the raid on A"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.temporal import Granularity, Timex
from dashboard.text import Span

_OPENS = 10  # characters: "Only six days before"
_LONG_AGO = timedelta(days=45)
_ROWS = CLAUSES["background"]
_THE = re.compile(rf"\b{one_of(_ROWS['the'])}\s+$", re.IGNORECASE)
_NAMED = re.compile(r"(?:\s+[\w’'-]+){1,3}")  # "peace deal", behind "the 2016"
_UNIT = re.compile(rf"{one_of(_ROWS['units'])}\b", re.IGNORECASE)
_OTHER_ACT = re.compile(
    rf"[^,;]{{2,40}}?\b{one_of(_ROWS['apart'])}\s[^,;]{{4,100}}?(?:,\s(?:19|20)\d\d)?(?P<end>),\s(?!(?:19|20)\d\d\b|\w+ing\b)"
)
_SINCE = re.compile(rf"\b{one_of(_ROWS['since'])}\s(?P<what>[^,;]*)", re.IGNORECASE)
_BEGAN = re.compile(rf"\b{one_of(_ROWS['verbs'])}\b", re.IGNORECASE)


def named_before(words: str, at: int, times: Sequence[Timex], today: date | None) -> Iterator[Span]:
    """The stretches of a clause, by its own characters, that name an act of another time by that time.

    ``at`` is where the clause begins, ``today`` the day on which it was told.

    >>> from dashboard.temporal import read_time
    >>> day, words = date(2023, 9, 12), "a faction that stayed out of the 2016 peace deal shelled Caloto"
    >>> [each.of(words) for each in named_before(words, 0, read_time(words, day).timexes, day)]
    ['the 2016 peace deal shelled']
    """
    for timex in times:
        start, end = timex.span.start - at, timex.span.end - at
        names = 0 <= start < len(words) and _is_past(timex, today) and not _UNIT.match(words, start)
        the = _THE.search(words, 0, start) if names else None
        named = _NAMED.match(words, end) if the else None
        if the and named:
            yield Span(the.start(), named.end())


def since_then(words: str, at: int, times: Sequence[Timex], today: date | None) -> Iterator[Span]:
    """The stretches of a clause that say since which act of another time something is so.

    >>> from dashboard.temporal import read_time
    >>> day, words = date(2024, 3, 14), "Kutum was the tenth town to fall since fighting resumed in November"
    >>> [each.of(words) for each in since_then(words, 0, read_time(words, day).timexes, day)]
    ['since fighting resumed in November']
    """
    named = tuple(named_before(words, at, times, today))
    for since in _SINCE.finditer(words):
        span = Span(*since.span())
        inside = [each for each in times if span.covers(each.span.moved(-at))]
        recent = any(
            each.granularity.rank <= Granularity.DAY.rank and not _is_past(each, today) for each in inside
        )
        known = any(each.start == since.start("what") for each in named)
        if not recent and (known or _BEGAN.search(since["what"])):
            yield span


def counted_from(words: str, at: int, times: Sequence[Timex]) -> Iterator[Span]:
    """The stretch that opens a clause with how long before or after another act it was.

    >>> from dashboard.temporal import read_time
    >>> words = "Six days before the raid on Kabo on 22 July 2014, a van struck a mine at Bria"
    >>> [each.of(words) for each in counted_from(words, 0, read_time(words).timexes)]
    ['Six days before the raid on Kabo on 22 July 2014']
    """
    opens = next((each.span.moved(-at) for each in times if each.span.start - at <= _OPENS), None)
    if opens is not None and (other := _OTHER_ACT.match(words, opens.start)):
        yield Span(0, other.start("end"))


def _is_past(timex: Timex, today: date | None) -> bool:
    """Whether it is a month or a year that is over, or a day long ago."""
    if today is None or timex.interval is None or timex.interval.end is None:
        return False
    over = today - timex.interval.end.date()
    return over >= (timedelta() if timex.granularity.rank >= Granularity.MONTH.rank else _LONG_AGO)

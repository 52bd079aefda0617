"""News or chronicle: whether a text counts from its day of publication or from the time last told."""

from datetime import date, datetime

from dashboard.temporal.document import Document, Phrase
from dashboard.temporal.expressions import Ancient, Calendar, Shift, Stretch, Weekday, Window

_ANCHORED_YEARS = 3  # a chronicle tells at least so many dates of other years
_SPOKEN = (Shift, Weekday, Window)
_OUTWEIGHS = 4  # and so many times more of them than words like yesterday


def is_narrative(document: Document, published: date | datetime) -> bool:
    """Whether the text tells of years gone by rather than of the days around its publication."""
    years = [year for phrase in document.phrases for year in _years_named(phrase.meaning)]
    other = sum(abs(year - published.year) > 1 for year in years)
    other += sum(
        isinstance(phrase.meaning, Ancient) and phrase.meaning.told_so for phrase in document.phrases
    )
    spoken = sum(_counts_from_today(phrase) for phrase in document.phrases)
    return other >= _ANCHORED_YEARS and other > len(years) / 2 and other > _OUTWEIGHS * spoken


def _counts_from_today(phrase: Phrase) -> bool:
    """Yesterday, last week, Monday: words of somebody who writes from day to day."""
    meaning = phrase.meaning
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None and meaning.day is None
    return isinstance(meaning, _SPOKEN) and not getattr(meaning, "from_told", False)


def _years_named(meaning: object) -> tuple[int, ...]:
    """The years that words name outright: "late 1913", "the night of 9 May 1913", "1914–18"."""
    if isinstance(meaning, Calendar):
        return (meaning.year,) if meaning.year else ()
    if isinstance(meaning, Stretch):
        return _years_named(meaning.first) + _years_named(meaning.last)
    inner = getattr(meaning, "whole", None) or getattr(meaning, "day", None)
    return _years_named(inner) if inner else ()

"""A time expression by itself, as a person types it: one phrase that is all the text."""

from dashboard.errors import DateError
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import understood
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import said

_NOTHING_MORE = Wording(r"\b(?:{little-words})\b|\W")


def meant(text: str, moment: Moment) -> Interval | None:
    """What our rules read, if one phrase is all the text but punctuation and little words.

    Raises DateError for a phrase that no calendar has.
    """
    document = understood(text)
    if len(document.phrases) != 1:
        return None
    phrase = document.phrases[0]
    rest = document.text[: phrase.span.start] + document.text[phrase.span.end :]
    if _NOTHING_MORE.of(document.words.lists).sub("", rest):
        return None
    sense = said(phrase.meaning, moment)
    if sense.fault:
        msg = f"{document.text!r}: {sense.fault}"
        raise DateError(msg)
    return sense.interval if sense.interval and sense.interval.start else None

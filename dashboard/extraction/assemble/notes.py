"""What a reader should know of a reading: its language, its day, its zone."""

from collections.abc import Iterator, Sequence

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.model import Event
from dashboard.language.languages import ENGLISH, language_of, languages

_NO_DATE = (
    "no publication date could be worked out: relative times stay relative until you give it (--published)"
)
_NO_ZONE = "no country was recognised: times are taken as UTC"


def notes(annotations: Annotations, events: Sequence[Event]) -> Iterator[str]:
    """What had to be assumed, in words."""
    undated = annotations.time.published.day is None and _hangs(annotations, events)
    yield from _of_language(language_of(annotations.report.text))
    yield from annotations.time.published.notes
    if undated:
        yield _NO_DATE
    if not annotations.zone:
        yield _NO_ZONE


def _of_language(language: str) -> Iterator[str]:
    """What is read of a text that is not in English."""
    if language != ENGLISH:
        read = (
            "only its time expressions are"
            if language in {each.name for each in languages()}
            else "what is found in it is by chance"
        )
        yield f"seems to be in {language}: events are read from English text, of this one {read}"


def _hangs(annotations: Annotations, events: Sequence[Event]) -> bool:
    """Whether anything read hangs on the day of publication."""
    undated = any(event.start is None and event.end is None for event in events)
    return undated or any(timex.interval is None and timex.offset for timex in annotations.time.timexes)

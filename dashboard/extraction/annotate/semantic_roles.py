"""What part an actor has in a clause: acts, suffers, helps, or only tells of it.

The words right before and after the actor decide (roles.toml), then its position before or after the
trigger. On sentences with known actors that does as well as a dependency parse, at none of its cost.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from dashboard.actors import ActorMention
from dashboard.language.lexicon import lexicon
from dashboard.text import Span, lowered

LEXICON = lexicon("roles")


class Part(StrEnum):
    """What an actor does in an event."""

    ACTS = "acts"
    SUFFERS = "suffers"
    HELPS = "helps"
    TELLS = "tells"


def parts(quote: str, start: int, trigger: Span, actors: Sequence[ActorMention]) -> Iterator[Part]:
    """The part of each actor of a clause, in their order.

    ``start`` is where the clause begins in the report, ``trigger`` where its event's words stand in the clause.
    """
    end, last = 0, Part.ACTS
    for at, actor in enumerate(actors):
        here, after = actor.span.start - start, actor.span.end - start
        following = actors[at + 1].span.start - start if at + 1 < len(actors) else len(quote)
        if actor.category == "speaker":
            yield Part.TELLS
            continue
        if not (at and 0 <= end <= here and _AND.fullmatch(quote, end, here) and not _pair(quote, end)):
            last = _part(quote, here, after, max(after, following), trigger)
        end = after
        yield last


def _part(quote: str, start: int, end: int, following: int, trigger: Span) -> Part:
    told = _told_before(quote, start)
    if told and told is not Part.ACTS:
        return told
    if _done_to(quote, end, following):
        return Part.SUFFERS
    return told or (Part.ACTS if start <= trigger.start or end < trigger.end else Part.SUFFERS)


def _told_before(quote: str, start: int) -> Part | None:
    window = lowered(quote[max(0, start - _WINDOW) : start])
    return next((part for part, pattern in _BEFORE if pattern.search(window)), None)


def _done_to(quote: str, end: int, following: int) -> bool:
    """Whether it is said of the actor that it was hit, killed or driven out, or died."""
    return bool(_PASSIVE.match(quote, end, following) or _REDUCED.match(quote, end))


def _pair(quote: str, end: int) -> bool:
    """Whether "and" stands between two sides: "between A and B"."""
    return bool(_BETWEEN.search(quote, max(0, end - _WINDOW), end))


def _one_of(words: Sequence[str]) -> str:
    return "(?:" + "|".join(words).lower().replace(" ?", r"\s*").replace(" ", r"\s+") + ")"


_WINDOW = 90  # characters before an actor that may tell its part
_ARTICLES = rf"\s*(?:{_one_of(LEXICON['between'])}\s+){{0,4}}(?:(?:(?!{_one_of(LEXICON['not_of'])}\b)[\w-]+\s+){{1,2}}{_one_of(LEXICON['of'])}\s+(?:the\s+)?)?[“\"‘'(]?$"
_BEFORE = tuple(
    (part, re.compile(rf"\b{_one_of(LEXICON['before'][part.value])}(?!\w){_ARTICLES}"))  # over lower case
    for part in (Part.TELLS, Part.HELPS, Part.SUFFERS, Part.ACTS)
)
_AND = re.compile(
    rf"[”\"’')]?\s*(?:,\s*and|,|and|or|as well as)\s+(?:{_one_of(LEXICON['between'])}\s+){{0,4}}[“\"‘'(]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b[^.;]*$", re.IGNORECASE)
_WORDS = rf"(?:['’]s?)?(?:,?\s+(?!(?:\w+ed|{_one_of(LEXICON['after']['verbs'])}|{_one_of(LEXICON['after']['auxiliary'])})\b)[\w’'-]+){{0,7}}?,?"
_PASSIVE = re.compile(
    rf"[”\"]?(?:,?\s+who(?:\s+ha[sd])?)?{_WORDS}\s+(?:{_one_of(LEXICON['after']['auxiliary'])}\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|reported\s+|all\s+|both\s+)?{_one_of(LEXICON['after']['done_to'])}|{_one_of(LEXICON['after']['suffers'])})\b",
    re.IGNORECASE,
)
_REDUCED = re.compile(
    rf"[”\"]?\s+{_one_of(LEXICON['after']['participle'])}(?=\s+(?:in|by|when|during|near|at(?!\s+(?:least|most))|on|as|and|from|after|while|overnight|yesterday|today)\b|[,.;:]|$)",
    re.IGNORECASE,
)


def is_told_by(quote: str, start: int) -> bool:
    """Whether "by" or the like before an actor says that it acts."""
    return _told_before(quote, start) is Part.ACTS and bool(_BY.search(quote, max(0, start - _WINDOW), start))


_BY = re.compile(rf"\b(?:by|at\s+the\s+hands\s+of){_ARTICLES}", re.IGNORECASE)

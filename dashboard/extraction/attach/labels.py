"""Times that head the entry they stand before: "• 5 October, evening: seven rockets hit the town".

Of such a list the label is when the act was, to the part of the day, and no day on which somebody spoke.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.temporal import Bearing, Granularity, Interval, Timex
from dashboard.text import Span

_OPENS = re.compile(  # what may stand between the start of a line and the label: bullets, dashes, an emoji
    r"""(?:[^\w()\[\]{}"“”'’‘«».,;:!?%&/+=<>|$€£]|_)*"""
)
_BULLETS = frozenset(
    "•*·‣▪–—-"
)  # "• 2 p.m.: shells fell": when that was; without a bullet, it may be when it was written
_MESSAGE = re.compile(r"\]|\s+[–-]\s+[^\s:][^:\n.]{0,30}:\s")  # behind the stamp of one: when it was sent
_COLON = re.compile(r"\s*:\s")
_INCIDENT = re.compile(
    rf"^[ \t]*{one_of(CLAUSES['incident-dates']['words'])}[ \t]*:?\s*\Z", re.IGNORECASE | re.MULTILINE
)
_LABEL = 60  # characters
_ENDS = 3  # characters: so far behind a label the entry's own clock begins


def day_of_incident(annotations: Annotations) -> Timex | None:
    """The day that a page gives the one incident it is about, in a line of its own: "Incident date ⏎ July 30, 2019"; None where it gives more."""
    text = annotations.report.text
    days = [
        each
        for each in annotations.time.timexes
        if each.interval
        and each.granularity.rank <= Granularity.DAY.rank
        and _INCIDENT.search(text, max(0, each.span.start - _LABEL), each.span.start)
    ]
    return replace(days[0], bearing=Bearing.AT) if len(days) == 1 else None


def labels(annotations: Annotations) -> Iterator[tuple[int, Timex]]:
    """By sentence the time that heads its entry, where that names a day and stands before it on its line."""
    clauses, text = annotations.clauses, annotations.report.text
    for timex in annotations.time.timexes:
        if timex.bearing is not Bearing.REPORTING or timex.interval is None:
            continue
        line = text.rfind("\n", 0, timex.span.start) + 1
        before = text[line : timex.span.start]
        opens = _OPENS.fullmatch(before) is not None
        bulleted = before.strip() in _BULLETS and _COLON.match(text, timex.span.end) is not None
        if timex.dayless and not bulleted and not (opens and _heads_with_place(annotations, timex.span)):
            continue
        if _is_of_message(annotations, timex.span.end):
            continue
        at = max(bisect_right(clauses, timex.span.start, key=lambda each: each.span.start) - 1, 0)
        head = replace(timex, bearing=Bearing.AT)
        day = opens and timex.granularity.rank <= Granularity.DAY.rank and not timex.dayless
        if day and _stands_alone(annotations, timex.span):
            whole = replace(head, interval=_with_days_beside(annotations, timex, timex.interval))
            below = [each for each in clauses[at:] if each.span.start > timex.span.end]
            yield from ((sentence, whole) for sentence in _up_to_first_act(below))
        elif timex.dayless or (day and _heads_entry(annotations, timex.span)):
            yield clauses[at].sentence, head


def _is_of_message(annotations: Annotations, at: int) -> bool:
    """Whether a stamp that ends there says when a message was sent, and who sent it: "20/02/2024, 16:10 - Field office: …"."""
    head = _MESSAGE.match(annotations.report.text, at)
    return head is not None and not any(
        at <= each.toponym.span.start < head.end() for each in annotations.places
    )


def _heads_with_place(annotations: Annotations, clock: Span) -> bool:
    """Whether a clock and a place head an entry together, before a colon: "14:20 Durán, El Recreo: police exchanged fire"."""
    clauses = annotations.clauses
    head = clauses[max(bisect_right(clauses, clock.start, key=lambda each: each.span.start) - 1, 0)]
    named = head.places and head.coding is None and head.span.start <= clock.start < head.span.end
    ends = _COLON.match(annotations.report.text, head.span.end)
    return bool(named and ends) and head.places[-1].toponym.span.end == head.span.end


def _heads_entry(annotations: Annotations, label: Span) -> bool:
    """Whether a clock of its own begins right behind it, and reaches on in its line."""
    behind = (each.span for each in annotations.time.frames if each.datelined)
    return any(
        label.end <= each.start <= label.end + _ENDS
        and "\n" not in annotations.report.text[label.end : each.start]
        for each in behind
    )


def _up_to_first_act(clauses: Sequence[AnnotatedClause]) -> Iterator[int]:
    """The sentences of the entry that the first of these clauses opens, up to the one that tells an act."""
    for clause in clauses:
        if clause.frame.number != clauses[0].frame.number:
            return
        yield clause.sentence
        if clause.coding is not None:
            return


def _stands_alone(annotations: Annotations, label: Span) -> bool:
    """Whether a clock of its own begins behind it, and nothing else stands on its line."""
    text = annotations.report.text
    line = text.find("\n", label.end)
    beside = _beside(annotations, label)
    below = any(each.datelined and each.span.start == label.end for each in annotations.time.frames)
    return below and line >= 0 and not text[beside[-1].span.end if beside else label.end : line].strip()


def _beside(annotations: Annotations, label: Span) -> list[Timex]:
    """The other times of its line, behind it: "October 21 and 22"."""
    line = annotations.report.text.find("\n", label.end)
    return [each for each in annotations.time.timexes if label.end <= each.span.start < line]


def _with_days_beside(annotations: Annotations, timex: Timex, own: Interval) -> Interval:
    """From its first day to the last that its line names."""
    ends = [each.end for each in _beside(annotations, timex.span) if each.end]
    return Interval(own.start, ends[-1], own.granularity) if ends and own.end and ends[-1] > own.end else own

"""What a clause tells of harm: its own toll, or what the clauses that hang on it tell."""

import re
from dataclasses import fields, replace

from dashboard.extraction.annotate.annotations import HARM, Ground
from dashboard.extraction.annotate.casualty_counts import Count, Toll, amount
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.attach.when import usable
from dashboard.text import Span


def toll_of(base: Ground, number: int) -> Toll:
    """The clause's own toll, or the count that opens an item of a list, else what the clauses hanging on it tell."""
    own = _in_report(base, number)
    if own.killed or own.captured or own.displaced or own.missing:
        return own
    counted = _counted(base, number)
    if counted:
        return Toll(killed=counted)
    for following in range(number + 1, min(number + FARTHEST, len(base.clauses))):
        if not _hangs(base, following, number):
            break
        told = _in_report(base, following)
        if told != _NOTHING:
            summed = (told.killed and told.killed.aggregate) or _is_split(base, following)
            return (
                own
                if summed or (own.wounded and not told.killed)
                else replace(told, wounded=own.wounded or told.wounded)
            )
    return own


def _is_split(base: Ground, number: int) -> bool:
    """Whether the next clauses share a count out by place: "15 died: 9 in A, 6 in B"."""
    after = number + 1
    if after >= len(base.clauses) or not base.held[after].places:
        return False
    if base.clauses[after].sentence != base.clauses[number].sentence:
        return False
    match = _LEADING.match(base.clauses[after].span.of(base.text))
    return match is not None and amount(match["number"]) is not None


def _counted(base: Ground, number: int) -> Count | None:
    """The dead that an item begins with ("4 in shelling on A"), when the list counts the dead."""
    clause = base.clauses[number]
    told = base.held[opening(base, number)].toll.killed
    if clause.link is not Link.COUNTED or told is None:
        return None
    match = _LEADING.match(clause.span.of(base.text))
    bounds = amount(match["number"]) if match else None
    if match is None or bounds is None:
        return None
    return Count(*bounds, match["number"], moved(Span(*match.span("number")), clause.span.start))


def _in_report(base: Ground, number: int) -> Toll:
    """A clause's toll, its spans as characters of the report."""
    toll, start = base.held[number].toll, base.clauses[number].span.start
    if toll == _NOTHING:
        return toll
    told = {kind: getattr(toll, kind) for kind in _HARMS}
    return Toll(
        **{kind: count and replace(count, span=moved(count.span, start)) for kind, count in told.items()}
    )


def _hangs(base: Ground, number: int, event: int) -> bool:
    """Whether a clause tells only what came of the event: no event and no place of its own."""
    clause = base.clauses[number]
    near = clause.paragraph == base.clauses[event].paragraph and clause.link is not Link.CONTRASTS
    coding = base.codings[number]
    hints = coding is None or coding.cue.strength < 2 or is_outcome(base, number)
    return hints and near and not base.held[number].places


def is_outcome(base: Ground, number: int) -> bool:
    """Whether a clause only tells who was killed: not by whom, nor where, nor when."""
    coding, held = base.codings[number], base.held[number]
    if coding is None or coding.event_type != HARM or held.toll.killed is None:
        return False
    by_whom = any(each.category not in UNARMED for each in held.actors)
    return not by_whom and not held.places and not usable(base.time, base.clauses[number])


def is_harmless(toll: Toll) -> bool:
    """Whether it tells only that nobody was harmed.

    >>> is_harmless(Toll(killed=Count(0, 0, "nobody", Span(0, 6)))), is_harmless(Toll())
    (True, False)
    """
    told = [count.low for count in (toll.killed, toll.wounded) if count]
    return bool(told) and not any(told)


def opening(base: Ground, number: int) -> int:
    """The clause that opens the list a counted clause stands in."""
    first = base.sentence(number)[0]
    return next((at for at in range(number, first, -1) if base.clauses[at].link is not Link.COUNTED), first)


def moved(span: Span, by: int) -> Span:
    """The span, so many characters on."""
    return Span(span.start + by, span.end + by)


_NOTHING = Toll()
_HARMS = tuple(field.name for field in fields(Toll))
_LEADING = re.compile(r"(?:and\s+)?(?P<number>[\w,]+)\s", re.IGNORECASE)
UNARMED = ("civilians", "crowd")

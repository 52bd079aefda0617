"""How a report was read, clause by clause: what stands in each, what was made of it, what was left and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from dashboard.extraction.annotate.annotations import Ground
from dashboard.extraction.annotate.casualty_counts import Count
from dashboard.extraction.annotate.clauses import Clause
from dashboard.extraction.assemble.ids import Naming
from dashboard.extraction.attach.candidates import Draft
from dashboard.extraction.attach.when import frame_at
from dashboard.extraction.model import Reading, Unread
from dashboard.extraction.reader import workings
from dashboard.gazetteer import Gazetteer, Resolved
from dashboard.temporal import Timex
from dashboard.text import Report, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a clause: what it is, the words, what they were read as, and by which rule.

    ``counts`` tells whether the event of the clause has it.
    """

    what: str
    words: str
    reading: str
    rule: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause with all that was found in it; ``mention_id`` is empty where it tells no event, and ``why`` not.

    ``link`` is what it has to do with the clause before; ``frame`` whose clock counts.
    """

    span: Span
    quote: str
    link: str
    paragraph: int
    frame: str
    findings: tuple[Finding, ...]
    mention_id: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """The reading, and its clauses in order; ``elsewhere`` was left unread outside of any clause."""

    reading: Reading
    clauses: tuple[ClauseRead, ...]
    elsewhere: tuple[Unread, ...]


def explained(report: Report, places: Gazetteer | None = None) -> Explained:
    """The reading of a report with every clause of it.

    >>> told = explained(Report("Shells hit Douma on 6 March 2018. Farmers sold wheat."))
    >>> [(clause.quote, clause.why) for clause in told.clauses][1]
    ('Farmers sold wheat.', ('no words of an event',))
    """
    made = workings(report, places)
    base, reading = made.base, made.reading
    drafts = {each.clause.span: each for each in made.read if isinstance(each, Draft)}
    naming = Naming.of(reading.report)
    clauses = tuple(
        _clause(base, number, drafts.get(clause.span), reading.unread, naming)
        for number, clause in enumerate(base.clauses)
    )
    elsewhere = tuple(each for each in reading.unread if not _holds(base, each.span))
    return Explained(reading, clauses, elsewhere)


def _clause(
    base: Ground, number: int, draft: Draft | None, unread: Sequence[Unread], naming: Naming
) -> ClauseRead:
    clause = base.clauses[number]
    first = bisect_right(unread, clause.span.start - 1, key=lambda each: each.span.start)
    inside = [
        each for each in unread[first:] if each.span.start < clause.span.end and clause.span.covers(each.span)
    ]
    left = [each.why if each.span == clause.span else f"“{each.text}”: {each.why}" for each in inside]
    return ClauseRead(
        span=clause.span,
        quote=clause.span.of(base.text),
        link=clause.link.value,
        paragraph=clause.paragraph,
        frame=str(frame_at(base.time, clause.span.start)),
        findings=tuple(_of_draft(base, draft) if draft else _of_clause(base, number)),
        mention_id=naming.mention(draft) if draft else "",
        why=tuple(left) if draft or left else ("no words of an event",),
    )


def _holds(base: Ground, span: Span) -> bool:
    """Whether a clause holds the words."""
    at = bisect_right(base.clauses, span.start, key=lambda each: each.span.start) - 1
    return at >= 0 and base.clauses[at].span.covers(span)


def _of_draft(base: Ground, draft: Draft) -> Iterator[Finding]:
    yield from _types(draft)
    yield _time(base, draft)
    yield from _place(base, draft)
    for actor in draft.actors:
        yield Finding(
            "who",
            actor.text,
            f"{actor.name} ({actor.type})",
            _from(base, draft.clause, actor.span, actor.category),
        )
    yield from _tolls(draft)
    mood = draft.modality
    yield Finding("modality", mood.text, mood.word, mood.rule or "said plainly")
    for wave in sorted(draft.waves):
        yield Finding("wave", "", wave, "ordinal of a batch")


def _types(draft: Draft) -> Iterator[Finding]:
    """The cue that decides, then the others."""
    chosen = draft.coding.cue
    for cue in (chosen, *(each for each in draft.coding.cues if each is not chosen)):
        told = " · ".join(word for word in (cue.sub_event_type, cue.ext_type) if word)
        yield Finding("type", cue.text, told or "no event", cue.rule, counts=cue is chosen)


def _time(base: Ground, draft: Draft) -> Finding:
    when = draft.when
    if when.timex is None:
        return Finding("time", "", _stretch_of(when.start, when.end), "; ".join(when.notes))
    rule = _from(base, draft.clause, when.timex.span, when.timex.rule)
    notes = f"; {'; '.join(when.notes)}" if when.notes else ""
    return Finding("time", when.timex.text, _stretch_of(when.start, when.end), f"{rule}{notes}")


def _place(base: Ground, draft: Draft) -> Iterator[Finding]:
    where = draft.where
    if where.place is not None:
        rule = _from(base, draft.clause, where.place.toponym.span, where.place.reason)
        yield Finding("place", where.place.toponym.text, _on_the_map(where.place), rule)
    for what, name in (("from", where.origin), ("to", where.goal)):
        if name:
            yield Finding(what, "", name, "words of origin and goal")


def _tolls(draft: Draft) -> Iterator[Finding]:
    for what in ("killed", "wounded", "missing", "captured", "displaced"):
        count = getattr(draft.toll, what)
        if count is not None:
            yield Finding(what, count.text, _bounds(count), "people counted")


def _of_clause(base: Ground, number: int) -> Iterator[Finding]:
    """What stands in a clause that tells no event."""
    held, clause = base.held[number], base.clauses[number]
    for cue in held.cues:
        told = " · ".join(word for word in (cue.sub_event_type, cue.ext_type) if word)
        yield Finding("type", cue.text, told or "no event", cue.rule, counts=False)
    for timex in _timexes(base, clause):
        yield Finding("time", timex.text, _stretch_of(timex.start, timex.end), timex.rule, counts=False)
    for place in held.places:
        yield Finding("place", place.toponym.text, _on_the_map(place), place.reason, counts=False)
    for actor in held.actors:
        yield Finding("who", actor.text, f"{actor.name} ({actor.type})", actor.category, counts=False)


def _timexes(base: Ground, clause: Clause) -> Iterator[Timex]:
    timexes = base.time.timexes
    first, last = (
        bisect_left(timexes, at, key=lambda each: each.span.start)
        for at in (clause.span.start, clause.span.end)
    )
    yield from timexes[first:last]


def _from(base: Ground, clause: Clause, span: Span, rule: str) -> str:
    """The rule, and where the words stand when that is not the clause itself."""
    if clause.span.covers(span):
        return rule
    at = bisect_right(base.clauses, span.start, key=lambda each: each.span.start) - 1
    source = base.clauses[max(at, 0)]
    if source.sentence == clause.sentence:
        return f"{rule}; taken over within the sentence"
    return f"{rule}; taken over {'within the paragraph' if source.paragraph == clause.paragraph else 'from the report'}"


def _on_the_map(place: Resolved) -> str:
    if place.place is None:
        return f"{place.location}, on no map"
    chain = (place.location, place.place.admin1, place.place.country)
    return ", ".join(dict.fromkeys(name for name in chain if name))


def _bounds(count: Count) -> str:
    if count.high == count.low:
        return str(count.low)
    return f"{count.low} or more" if count.high is None else f"{count.low} to {count.high}"


def _stretch_of(start: datetime | None, end: datetime | None) -> str:
    if start is None and end is None:
        return "on no calendar"
    return f"{_minute(start)} – {_minute(end)}"


def _minute(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment is not None else "…"

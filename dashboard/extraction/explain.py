"""How a report was read, clause by clause: what stands in each, what was made of it, what was left and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Count
from dashboard.extraction.assemble.ids import Ids
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.link.batches import batches
from dashboard.extraction.model import Harm, Mention, Unread
from dashboard.extraction.reader import workings
from dashboard.extraction.reading import Reading
from dashboard.gazetteer import Gazetteer, Resolved
from dashboard.temporal import Timex
from dashboard.text import Plain, Report, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a clause: what it is, the words, what they were read as, and by which rule.

    ``counts`` says whether the event of the clause has it.
    """

    what: str
    words: str
    reading: str
    rule: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause with all that was found in it; ``mention_id`` is empty where it has no event, and ``why`` not.

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

    >>> read = explained(Report("Shells hit Douma on 6 March 2018. Farmers sold wheat."))
    >>> [(clause.quote, clause.why) for clause in read.clauses][1]
    ('Farmers sold wheat.', ('no words of an event',))
    """
    made = workings(report, places)
    annotations, reading, whole = made.annotations, made.reading, made.as_it_came()
    candidates = {each.clause.span: each for each in made.linked.read if isinstance(each, Candidate)}
    ids = Ids.of(reading.report)
    told = {each.mention_id: each for event in reading.events for each in event.mentions}
    clauses = tuple(
        _clause(annotations, number, candidates.get(clause.span), reading.unread, ids, told)
        for number, clause in enumerate(annotations.clauses)
    )
    elsewhere = tuple(
        each
        for each, plain in zip(whole.unread, reading.unread, strict=True)
        if not _holds(annotations, plain.span)
    )
    return Explained(whole, tuple(_as_it_came(each, made.plain) for each in clauses), elsewhere)


def _as_it_came(clause: ClauseRead, plain: Plain) -> ClauseRead:
    span = plain.back(clause.span)
    return replace(clause, span=span, quote=span.of(plain.came))


def _clause(
    annotations: Annotations,
    number: int,
    candidate: Candidate | None,
    unread: Sequence[Unread],
    ids: Ids,
    told: Mapping[str, Mention],
) -> ClauseRead:
    clause = annotations.clauses[number]
    first = bisect_right(unread, clause.span.start - 1, key=lambda each: each.span.start)
    inside = [
        each for each in unread[first:] if each.span.start < clause.span.end and clause.span.covers(each.span)
    ]
    left = [each.why if each.span == clause.span else f"“{each.text}”: {each.why}" for each in inside]
    return ClauseRead(
        span=clause.span,
        quote=clause.quote,
        link=clause.link.value,
        paragraph=clause.paragraph,
        frame=str(clause.frame),
        findings=tuple(
            _of_candidate(annotations, candidate, told.get(ids.mention(candidate)))
            if candidate
            else _of_clause(annotations, number)
        ),
        mention_id=ids.mention(candidate) if candidate else "",
        why=tuple(left) if candidate or left else ("no words of an event",),
    )


def _holds(annotations: Annotations, span: Span) -> bool:
    """Whether a clause holds the words."""
    at = bisect_right(annotations.clauses, span.start, key=lambda each: each.span.start) - 1
    return at >= 0 and annotations.clauses[at].span.covers(span)


def _of_candidate(
    annotations: Annotations, candidate: Candidate, mention: Mention | None
) -> Iterator[Finding]:
    yield from _types(candidate)
    yield _time(annotations, candidate, mention)
    yield from _place(annotations, candidate)
    for each in candidate.participants:
        rule = _from(annotations, candidate.clause, each.actor.span, each.rule)
        yield Finding("who", each.actor.text, f"{each.actor.name} ({each.actor.type})", rule)
    yield from _casualties(candidate)
    modality = candidate.modality
    yield Finding("modality", modality.text, modality.modality, modality.rule or "said plainly")
    for batch in sorted(batches(candidate.quote)):
        yield Finding("wave", "", batch, "ordinal of a batch")


def _types(candidate: Candidate) -> Iterator[Finding]:
    """The cue that decides, then the others."""
    chosen = candidate.coding.cue
    for cue in (chosen, *(each for each in candidate.coding.cues if each is not chosen)):
        kind = " · ".join(word for word in (cue.sub_event_type, cue.ext_type) if word)
        yield Finding("type", cue.text, kind or "no event", cue.rule, counts=cue is chosen)


def _time(annotations: Annotations, candidate: Candidate, mention: Mention | None) -> Finding:
    """Its time as the mention has it, which knows the sun of its place."""
    when, told = candidate.when, mention.said("time_notes") if mention else None
    notes = str(told) if told is not None else "; ".join(when.notes)
    start, end = (mention.start, mention.end) if mention else (when.start, when.end)
    if when.timex is None:
        return Finding("time", "", _stretch_of(start, end), notes)
    rule = _from(annotations, candidate.clause, when.timex.span, when.timex.rule)
    return Finding("time", when.timex.text, _stretch_of(start, end), f"{rule}; {notes}" if notes else rule)


def _place(annotations: Annotations, candidate: Candidate) -> Iterator[Finding]:
    where = candidate.where
    if where.place is not None:
        rule = _from(annotations, candidate.clause, where.place.toponym.span, where.place.reason)
        yield Finding("place", where.place.toponym.text, _on_the_map(where.place), rule)
    for what, name in (("from", where.origin), ("to", where.goal)):
        if name:
            yield Finding(what, "", name, "words of origin and goal")


def _casualties(candidate: Candidate) -> Iterator[Finding]:
    for harm in Harm:
        count = candidate.casualties.of(harm)
        if count is not None:
            yield Finding(harm, count.text, _bounds(count), "people counted")


def _of_clause(annotations: Annotations, number: int) -> Iterator[Finding]:
    """What stands in a clause that has no event."""
    clause = annotations.clauses[number]
    for cue in clause.cues:
        kind = " · ".join(word for word in (cue.sub_event_type, cue.ext_type) if word)
        yield Finding("type", cue.text, kind or "no event", cue.rule, counts=False)
    for timex in _timexes(annotations, clause):
        yield Finding("time", timex.text, _stretch_of(timex.start, timex.end), timex.rule, counts=False)
    for place in clause.places:
        yield Finding("place", place.toponym.text, _on_the_map(place), place.reason, counts=False)
    for actor in clause.actors:
        yield Finding("who", actor.text, f"{actor.name} ({actor.type})", actor.category, counts=False)


def _timexes(annotations: Annotations, clause: AnnotatedClause) -> Iterator[Timex]:
    timexes = annotations.time.timexes
    first, last = (
        bisect_left(timexes, at, key=lambda each: each.span.start)
        for at in (clause.span.start, clause.span.end)
    )
    yield from timexes[first:last]


def _from(annotations: Annotations, clause: AnnotatedClause, span: Span, rule: str) -> str:
    """The rule, and where the words stand when that is not the clause itself."""
    if clause.span.covers(span):
        return rule
    at = bisect_right(annotations.clauses, span.start, key=lambda each: each.span.start) - 1
    source = annotations.clauses[max(at, 0)]
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

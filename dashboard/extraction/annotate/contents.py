"""What was found in a report, shared out by clause, and what each clause's own words say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dashboard.actors import ActorMention
from dashboard.extraction.annotate.annotations import AnnotatedClause
from dashboard.extraction.annotate.casualty_counts import casualties
from dashboard.extraction.annotate.clauses import Clause
from dashboard.extraction.annotate.cues import coding_of, cues
from dashboard.extraction.annotate.frames import frame_at, latest_of, times_in
from dashboard.extraction.annotate.modality import modality_of
from dashboard.gazetteer import Resolved
from dashboard.language.words import Words
from dashboard.temporal import TimeReading


def contents(
    words: Words,
    clauses: Sequence[Clause],
    time: TimeReading,
    places: Sequence[Resolved],
    who: Sequence[ActorMention],
) -> Iterator[AnnotatedClause]:
    """Every clause of a report's words with what stands in it."""
    place_starts = [each.toponym.span.start for each in places]
    actor_starts = [each.span.start for each in who]
    for clause in clauses:
        span = clause.span
        here = places[bisect_left(place_starts, span.start) : bisect_right(place_starts, span.end)]
        acting = who[bisect_left(actor_starts, span.start) : bisect_right(actor_starts, span.end)]
        actors = tuple(each for each in acting if span.covers(each.span))
        own, frame = words.within(span), frame_at(time, span.start)
        found = tuple(cues(own))
        coding = coding_of(found, span, actors)
        yield AnnotatedClause(
            span,
            clause.link,
            clause.sentence,
            clause.paragraph,
            quote=own.text,
            words=own,
            places=tuple(each for each in here if span.covers(each.toponym.span)),
            actors=actors,
            times=times_in(time, span),
            frame=frame,
            latest=latest_of(time, frame),
            casualties=casualties(own),
            cues=found,
            coding=coding,
            modality=modality_of(own, coding),
            trigger=span.start + (coding.cue.span.start if coding else 0),
        )

"""What was found in a report, shared out by clause, and what each clause's own words say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.annotations import AnnotatedClause
from dashboard.extraction.annotate.casualty_counts import casualties
from dashboard.extraction.annotate.clauses import Clause
from dashboard.extraction.annotate.cues import Coding, cues, deciding
from dashboard.extraction.annotate.frames import frame_at
from dashboard.extraction.annotate.modality import modality, modality_of_event
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import Resolved
from dashboard.language.words import Words, tokenise
from dashboard.temporal import Bearing, TimeReading, Timex

_TAKEN_BACK = re.compile(rf"\b{one_of(CLAUSES['taken-back']['stems'])}", re.IGNORECASE)
_USELESS = (Bearing.COMPARISON, Bearing.REPORTING)


def contents(
    text: str,
    clauses: Sequence[Clause],
    time: TimeReading,
    places: Sequence[Resolved],
    who: Sequence[ActorMention],
) -> Iterator[AnnotatedClause]:
    """Every clause with what stands in it."""
    words = tokenise(text)
    place_starts = [each.toponym.span.start for each in places]
    actor_starts = [each.span.start for each in who]
    timex_starts = [each.span.start for each in time.timexes]
    for clause in clauses:
        span = clause.span
        here = places[bisect_left(place_starts, span.start) : bisect_right(place_starts, span.end)]
        acting = who[bisect_left(actor_starts, span.start) : bisect_right(actor_starts, span.end)]
        dated = time.timexes[bisect_left(timex_starts, span.start) : bisect_left(timex_starts, span.end)]
        yield _annotated(
            clause,
            words.within(span),
            time,
            tuple(each for each in here if span.covers(each.toponym.span)),
            tuple(each for each in acting if span.covers(each.span)),
            tuple(each for each in dated if span.covers(each.span) and _dates_something(each)),
        )


def _annotated(
    clause: Clause,
    words: Words,
    time: TimeReading,
    places: tuple[Resolved, ...],
    who: tuple[ActorMention, ...],
    times: tuple[Timex, ...],
) -> AnnotatedClause:
    found = tuple(cues(words))
    coding = _coding(deciding(found), clause, who)
    return AnnotatedClause(
        clause.span,
        clause.link,
        clause.sentence,
        clause.paragraph,
        quote=words.text,
        words=words,
        places=places,
        actors=who,
        times=times,
        frame=frame_at(time, clause.span.start),
        casualties=casualties(words),
        cues=found,
        coding=coding,
        modality=modality_of_event(words, coding.cue.span) if coding else modality(words),
    )


def _dates_something(timex: Timex) -> bool:
    """Whether a time phrase dates something, or would if there were such a day."""
    dated = timex.interval is not None or timex.offset or timex.fault
    return bool(dated) and timex.bearing not in _USELESS and not timex.value.endswith("_REF")


def _coding(coding: Coding | None, clause: Clause, who: Sequence[ActorMention]) -> Coding | None:
    """The kind of event; what a foreign army takes, and takes back for nobody, is not its government's."""
    if coding is None or not coding.sub_event_type:
        return None
    trigger = clause.span.start + coding.cue.span.start
    taken = coding.sub_event_type is SubEventType.GOVERNMENT_REGAINS and not _TAKEN_BACK.search(
        coding.cue.text
    )
    if taken and (_is_foreign(who, trigger) or _is_rebel(who, trigger)):
        return replace(coding, sub_event_type=SubEventType.NON_STATE_OVERTAKES)
    return coding


def _is_foreign(who: Sequence[ActorMention], trigger: int) -> bool:
    """Whether the nearest actor before the trigger is another country's army, with none of this country's beside it."""
    acting = [each for each in who if each.span.start < trigger]
    return (
        bool(acting)
        and acting[-1].type is ActorType.EXTERNAL
        and all(each.type is not ActorType.STATE for each in who)
    )


def _is_rebel(who: Sequence[ActorMention], trigger: int) -> bool:
    """Whether the only actors before the trigger are rebels: "Tigrayan forces" may be no government's."""
    acting = [each for each in who if each.span.start < trigger]
    return bool(acting) and all(each.type is ActorType.REBELS for each in acting)

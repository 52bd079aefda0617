"""What was found in a report, shared out by clause, and what each clause's own words say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from dashboard.actors import ActorMention
from dashboard.actors.model import OF_STATES, Category
from dashboard.extraction.annotate import casualty_counts, casualty_words, cues, modality
from dashboard.extraction.annotate.amounts import ages
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.arms import arms_of, blow_of
from dashboard.extraction.annotate.background import counted_from, named_before, since_then
from dashboard.extraction.annotate.clauses import Clause, Link
from dashboard.extraction.annotate.clock import clock_of
from dashboard.extraction.annotate.coordination import goes_on
from dashboard.extraction.annotate.semantic_roles import only_tells
from dashboard.extraction.annotate.spotted import spot
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import Resolved
from dashboard.language.words import tokenise
from dashboard.temporal import Granularity, TimeReading, Timex
from dashboard.text import Span

_SUBJECT = 6  # words
_STOPS = re.compile(r"[,;:()\"“”]")
_FIGURES = re.compile(r"\d+ ")
_BORN = re.compile(rf"\b{one_of(CLAUSES['births']['words'])}\s+$", re.IGNORECASE)


def contents(
    text: str,
    clauses: Sequence[Clause],
    time: TimeReading,
    places: Sequence[Resolved],
    who: Sequence[ActorMention],
) -> Iterator[AnnotatedClause]:
    """Every clause with what stands in it."""
    words = tokenise(text)
    pieces = [words.within(clause.span) for clause in clauses]
    place_starts = [each.toponym.span.start for each in places]
    actor_starts = [each.span.start for each in who]
    last: AnnotatedClause | None = None
    for number, (clause, own) in enumerate(zip(clauses, pieces, strict=True)):
        span = clause.span
        here = places[bisect_left(place_starts, span.start) : bisect_right(place_starts, span.end)]
        acting = who[bisect_left(actor_starts, span.start) : bisect_right(actor_starts, span.end)]
        actors = tuple(each for each in acting if span.covers(each.span))
        clock = clock_of(time, span)
        said = own.without(_tellers(actors, span, own.text))
        kinds = spot(cues.GRAMMAR, said)
        harm = spot(
            casualty_words.GRAMMAR,
            own.without(sorted([*ages(own.text), *_in_names(actors, span)])),
            brackets=False,
        )
        moods = spot(modality.GRAMMAR, own)
        found = tuple(cues.cues_of(said, kinds))
        told = own.text, span.start, tuple(_timexes(time, span)), clock.frame.day
        since, named = tuple(since_then(*told)), tuple(named_before(*told))
        counted = tuple(counted_from(*told[:3])) if clause.link is not Link.APART else ()
        elsewhere = (*casualty_counts.elsewhere(harm), *since)
        of_now = _of_this_event(found, counted, ())
        coding = cues.coding_of(_of_this_event(of_now, elsewhere, named), span, actors, own.text)
        if coding is None and last is not None and (also := tuple(_of_its_subject(last, clause, own.text))):
            found, coding = also, cues.coding_of(also, span, actors, own.text)
        timed = next(_timexes(time, span), None) is not None
        if coding is None and timed and (also := tuple(_beside_another(text, clauses, number))):
            found, coding = also, cues.coding_of(also, span, actors, own.text)
        harmed = casualty_counts.casualties(
            harm, coding.cue.span if coding else None, tuple(_days(time, span))
        )
        if coding is not None and harmed.killed is not None and harmed.killed.low:
            coding = cues.of_the_killing(coding, own.text, harmed.killed.span)
        trigger = coding.cue.span.start if coding else 0
        behind = tuple(each.moved(span.start) for each in since if not each.start <= trigger < each.end)
        apart = (*behind, *(each.moved(span.start) for each in counted if trigger >= each.end))
        last = AnnotatedClause(
            span,
            clause.link,
            clause.sentence,
            clause.paragraph,
            clause.opening,
            clause.heading,
            clause.title,
            clause.item,
            clause.lead,
            clause.sums_up,
            quote=own.text,
            places=tuple(
                each
                for each in here
                if span.covers(each.toponym.span)
                and not any(part.covers(each.toponym.span) for part in apart)
            ),
            actors=actors,
            times=tuple(
                each
                for each in clock.times
                if not any(part.covers(each.span) for part in behind)
                and not _BORN.search(own.text, 0, each.span.start - span.start)
            ),
            frame=clock.frame,
            latest=clock.latest,
            casualties=harmed,
            cues=found,
            coding=coding,
            moods=moods,
            modality=modality.modality_of(moods, coding),
            trigger=span.start + trigger,
            arms=arms_of(kinds),
            blow=blow_of(kinds),
        )
        yield last


def _of_its_subject(before: AnnotatedClause, clause: Clause, quote: str) -> Iterator[cues.Cue]:
    """The cues of words that only say with their subject what was done, which stands in the clause before: "bombed Sumy and struck Kherson"."""
    subject = before.quote[: before.trigger - before.span.start]
    if before.coding is None or before.sentence != clause.sentence or not _is_plain(subject):
        return
    if goes_on(quote):
        spotted = spot(cues.GRAMMAR, tokenise(subject + quote))
        whole = (replace(each, span=each.span.moved(-len(subject))) for each in cues.cues(spotted))
        yield from (each for each in whole if each.span.start >= 0)


def _beside_another(text: str, clauses: Sequence[Clause], number: int) -> Iterator[cues.Cue]:
    """The cues of words that only say beside another act of their sentence what was done: "rescued a trader | taken on Monday", "men taken on Monday | were freed"."""
    span, before, behind = (
        clauses[number].span,
        clauses[number - 1 : number],
        clauses[number + 1 : number + 2],
    )
    for other in (
        *(before if clauses[number].link is Link.APART else ()),
        *(each for each in behind if each.link is Link.APART),
    ):
        if other.sentence != clauses[number].sentence:
            continue
        whole = Span(min(span.start, other.span.start), max(span.end, other.span.end))
        found = cues.cues(spot(cues.GRAMMAR, tokenise(whole.of(text))))
        by = whole.start - span.start
        yield from (
            replace(each, span=moved)
            for each in found
            if Span(0, len(span.of(text))).covers(moved := each.span.moved(by))
        )


def _is_plain(subject: str) -> bool:
    return 0 < len(subject.split()) <= _SUBJECT and not _STOPS.search(subject)


def _in_names(actors: Sequence[ActorMention], clause: Span) -> Iterator[Span]:
    """Numbers that a group bears in its name, by characters of the clause: "the 400 Mawozo gang" counts nobody."""
    for each in actors:
        number = _FIGURES.match(each.text)
        if number and each.name.startswith(number[0]):
            yield Span(each.span.start, each.span.start + number.end()).moved(-clause.start)


def _tellers(actors: Sequence[ActorMention], clause: Span, quote: str) -> list[Span]:
    """Who only speaks of what was done to civilians, by characters of the clause: "police said bandits killed a farmer" tells of no fight."""
    if all(each.category is not Category.CIVILIANS for each in actors):
        return []
    forces = (each for each in actors if each.type in OF_STATES)
    telling = [each.span for each in forces if only_tells(quote, clause.start, each)]
    return [Span(each.start - clause.start, each.end - clause.start) for each in telling]


def _of_this_event(
    found: Sequence[cues.Cue], elsewhere: Sequence[Span], named: Sequence[Span]
) -> Sequence[cues.Cue]:
    """The cues outside of what is told of another event ("a week after a bombing"), where there are any."""
    if not (elsewhere or named):
        return found
    known = {cue for part in named for cue in cues.named_in(found, part)}
    own = tuple(
        each for each in found if each not in known and not any(part.covers(each.span) for part in elsewhere)
    )
    return own or found


def _days(time: TimeReading, span: Span) -> Iterator[Span]:
    """Where days are told in a clause, by their places in it: figures there count nobody ("Oct 21 – A bomb killed six")."""
    for timex in _timexes(time, span):
        day = timex.granularity is Granularity.DAY  # "12 – Gunmen shot four": the day of an entry
        if timex.granularity.rank <= Granularity.DAY.rank and (day or not timex.text.isdecimal()):
            yield timex.span.moved(-span.start)


def _timexes(time: TimeReading, span: Span) -> Iterator[Timex]:
    """The time phrases that begin in a clause."""
    starts = bisect_left(time.timexes, span.start, key=lambda each: each.span.start)
    return takewhile(lambda each: each.span.start < span.end, islice(time.timexes, starts, None))

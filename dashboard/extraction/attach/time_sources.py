"""Where a clause's time comes from when its own words tell none: which words before or after it, the surest first.

To add one: a function from the clauses and a number to the time phrase taken, and a row in ``SOURCES``.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from dashboard.extraction.acled import ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.attach.coded import Coded, TimeBasis, best, dated, event_before
from dashboard.extraction.attach.fates import but_of_fate, is_step
from dashboard.extraction.attach.own_times import DIED_LATE
from dashboard.extraction.attach.referred_times import dated_by_reference, dated_further_on, mentions_again
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of
from dashboard.temporal import Bearing, Granularity, Interval, Timex

_A_DAY = timedelta(days=1)
_BORROWS_BACK = (Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS, Link.REPORTED, Link.COUNTED, Link.JOINED)
_GOES_ON_TO_DAY = (Link.JOINED, Link.FOLLOWS, Link.COUNTED)
_BESIDE = 2  # clauses
_OPENING = 4  # sentences
_LATELY = timedelta(days=3)
_LEAD = 3  # sentences: so far below a headline the story opens
_WHEN = any_of(CLAUSES["then"]["when"])
_WHILE = re.compile(rf"{one_of(CLAUSES['contrasts']['beside'])}\b")
_THEN = CLAUSES["then"]
_DOING = re.compile(  # "while he was at work ", "while returning home from the market on "
    rf"{one_of(_THEN['while'])}\s+(?:{one_of(_THEN['people'])}\s+(?:{one_of(_THEN['were'])}\s+)?)?{one_of(_THEN['under-way'])}\b"
    rf"(?:\s+(?!{one_of(_THEN['not-under-way'] + CLAUSES['told-again']['any'] + CLAUSES['told-again']['words'])}\b|\w+ed\b)[\w’'-]+){{0,7}}\s+",
    re.IGNORECASE,
)
_MARKS = 8  # and beside a place that labels it: "Bama LGA – 11 OCT, 1600 hrs."
_NOTHING_ELSE = 2  # characters beside a time that is a clause by itself: "Saturday, 23:15."


def _elaborated(coded: Coded, number: int) -> Timex | None:
    """The time of the next clause, if it only says more of this one, or the day on which people were under way then."""
    clauses, following = coded.clauses, number + 1
    if following >= len(clauses) or coded[following]:
        return None
    if clauses[following].link is not Link.ELABORATES:
        return _of_what_they_did(clauses[following])
    same = clauses[following].sentence == clauses[number].sentence
    known = clauses[number].known_act is not None  # "the attack hit Furcy, where people had fled since May"
    times = [
        each for each in but_of_fate(clauses[following]) if not (known and each.bearing is Bearing.SINCE)
    ]
    return best(times) if same else None


def _of_what_they_did(clause: AnnotatedClause) -> Timex | None:
    """The day right behind words for whither people were under way, or at work: "was kidnapped while they were going to the dam on Thursday"; none to come."""
    days = [each for each in clause.times if not each.future and each.bearing is Bearing.AT]
    first = min(days, key=lambda each: each.span.start, default=None)
    behind = first and _DOING.fullmatch(clause.quote, 0, first.span.start - clause.span.start)
    return first if behind else None


def _taken_over(coded: Coded, number: int) -> Timex | None:
    """The time of the nearest clause before that this one hangs on, within the sentence and the frame."""
    clauses, at = coded.clauses, number
    clause = clauses[number]
    reported = clause.link is Link.REPORTED
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[at].link not in _BORROWS_BACK or clauses[before].sentence != clause.sentence:
            return None
        at = before
        if clause.link is Link.COUNTED and clauses[at].link is Link.COUNTED:
            continue  # another item of the list: its time is its own
        found = best(clauses[at].times)
        if found is None and reported and clauses[at].link is Link.JOINED:
            return None  # who says it is named in a clause of its own, and so is when
        if found:
            same = clauses[at].frame.number == clause.frame.number
            told = _then(clauses[at].times[-1]) if _opens_with_when(clauses[at + 1]) else found
            return told if same or (reported and at == number - 1) else None
    return None


def _of_its_label(coded: Coded, number: int) -> Timex | None:
    """The day, or the part of one, that heads its entry: "• 5 October, evening: rockets hit the town"."""
    return coded.labels.get(coded.clauses[number].sentence)


def _opens_with_when(clause: AnnotatedClause) -> bool:
    """Whether it says what was then: "at war since 2014, when rebels overran the north"."""
    return _WHEN.match(clause.quote) is not None


def _then(timex: Timex) -> Timex:
    """The time that a state began, as that of the act that began it."""
    return replace(timex, bearing=Bearing.AT) if timex.bearing is Bearing.SINCE else timex


def _gone_on_from(coded: Coded, number: int) -> Timex | None:
    """The time last mentioned in the paragraph: what comes after it, without a time, is more of the same day."""
    clauses = coded.clauses
    frame = clauses[number].frame
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clauses[number].paragraph:
            return None
        found = best(clauses[before].times)
        if found:
            same = found.frame_number == frame.number
            named = sum(len(each.toponym.text) for each in clauses[before].places)
            alone = len(clauses[before].quote) <= len(found.text) + (named and named + _MARKS) + _NOTHING_ELSE
            harm = _is_harm_of_that(coded, before, number)
            day = found if alone or harm else _its_day(found)
            return day if same and found.bearing is Bearing.AT else None
    return None


def _is_harm_of_that(coded: Coded, timed: int, number: int) -> bool:
    """Whether it tells only the harm of what was told with a time and no words of an event: "at 14:50 a house was hit; seven men died"."""
    clause = coded.clauses[number]
    harm = clause.hints or (clause.casualties.told and not clause.places)
    return harm and not any(coded[each] for each in range(timed, number))


def _day_of_what_they_fled(coded: Coded, number: int) -> Timex | None:
    """The day of the act in the next clause that people fled from: "thousands fled after gunmen attacked the town on Monday"."""
    clause, following = coded.clauses[number], number + 1
    if (
        clause.coding is None
        or clause.coding.ext_type is not ExtType.DISPLACEMENT
        or following >= len(coded.clauses)
    ):
        return None
    fled = coded.clauses[following]
    same = fled.sentence == clause.sentence and fled.link is Link.ELABORATES and coded[following]
    found = dated(fled) if same else None
    return _its_day(found) if found else None


def _said_at_its_end(coded: Coded, number: int) -> Timex | None:
    """The day that the sentence names once, at its end, for acts told one after the other: "gunmen burned A and later shelled B on Monday".

    None that is counted on from the first: "and two days later burned it".
    """
    clauses = coded.clauses
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        hurt = clauses[after].casualties.told and _WHILE.match(clauses[after].quote)
        beside = clauses[after].link in _GOES_ON_TO_DAY or hurt or is_elided(clauses[after].quote)
        if clauses[after].sentence != clause.sentence or not beside:
            return None
        if any(map(is_step, clauses[after].times)):
            return None
        found = best([timex for timex in but_of_fate(clauses[after]) if timex.bearing is Bearing.AT])
        if found:
            return found if found.frame_number == clause.frame.number else None
    return None


def _when_they_died(coded: Coded, number: int) -> Timex | None:
    """The day on which one of the hurt died, where no other is told: "gunmen shot a lawyer who later died in Lima on Monday"."""
    clauses, sentence = coded.clauses, coded.clauses[number].sentence
    told = [each for each in clauses[number : number + _BESIDE] if each.sentence == sentence]
    for clause in told:
        died = DIED_LATE.search(clause.quote)
        behind = clause.span.start + died.end() if died else clause.span.end
        days = [each for each in clause.times if behind <= each.span.start and each.bearing is Bearing.AT]
        if days and not (days[0].future or is_step(days[0])):
            return _whole_day(days[0]) if days[0].frame_number == clauses[number].frame.number else None
    return None


def _told_over_its_list(coded: Coded, number: int) -> Timex | None:
    """The day told over the list in which it stands: "Over the past day 14 towns were attacked. ⏎ • Semenivka – a drone hit a farm"."""
    clauses, clause = coded.clauses, coded.clauses[number]
    if not clause.item:
        return None
    near = clauses[max(0, number - FARTHEST) : number]
    over = next((each for each in reversed(near) if not each.item), None)
    if over is None or over.frame.number != clause.frame.number:
        return None
    same = (best(each.times) for each in reversed(near) if each.paragraph == over.paragraph)
    found = next((each for each in same if each), None)
    if found is None or found.start is None or found.end is None or found.bearing is not Bearing.AT:
        return None
    return found if found.end - found.start <= _A_DAY else None


def _day_of_story(coded: Coded, number: int) -> Timex | None:
    """The day of the first event that the report dates: a story goes on telling of its day.

    Not within that paragraph, where nearer rules hold, nor out of a report that is quoted.
    """
    clause, first = coded.clauses[number], coded.first_dated
    if first is None or first >= number or clause.frame.parent is not None:
        return None
    found = dated(coded.clauses[first])
    same = coded.clauses[first].paragraph == clause.paragraph
    return _whole_day(found) if found and not same and found.frame_number == clause.frame.number else None


def _day_of_opening(coded: Coded, number: int) -> Timex | None:
    """The day that the first words of the report tell of as a whole: "709 strikes in a day: so the region lived through 27 January".

    Only where no act was dated by then, and where that day is one of the last few before the report's.
    """
    clause, first = coded.clauses[number], coded.first_dated
    if clause.frame.parent is not None or (first is not None and first < number):
        return None
    opening = (each for each in coded.clauses[:number] if each.lead and each.sentence < _OPENING)
    found = [timex for each in opening for timex in each.times if timex.bearing is Bearing.AT]
    if len(found) != 1 or found[0].granularity is not Granularity.DAY or found[0].start is None:
        return None
    day = clause.frame.day
    recent = day is not None and timedelta() < day - found[0].start.date() <= _LATELY
    return found[0] if recent and found[0].frame_number == clause.frame.number else None


def _of_the_incident(coded: Coded, number: int) -> Timex | None:
    """The day that its page gives the one act it is about, over what is told of it."""
    clause, day = coded.clauses[number], coded.incident
    below = day is not None and day.span.end <= clause.span.start
    return day if day and below and day.frame_number == clause.frame.number else None


def _told_apart(coded: Coded, number: int) -> Timex | None:
    """The day on which another act was told, at a place of its own: "The army announced on 12 July that it had arrested a leader in Mongbwalu".

    Not that of more of the act that the story is about, nor where the words go on from another.
    """
    clause, first = coded.clauses[number], coded.first_dated
    said = coded.announced.get(clause.sentence)
    if said is None or said.frame_number != clause.frame.number or not clause.places:
        return None
    story = coded.clauses[first] if first is not None else None
    if story is None or story.sentence == clause.sentence:
        return None
    before = {
        place.location
        for each in coded.clauses[:number]
        for place in each.places
        if each.sentence < clause.sentence
    }
    return said if clause.places[0].location not in before else None


def _day_of_telling(coded: Coded, number: int) -> Timex | None:
    """The day on which it was told, in its sentence or first in the report: what police said on Monday was not on Tuesday."""
    clause = coded.clauses[number]
    first, told = next(iter(coded.told.items()), (clause.sentence + 1, None))
    if told is not None and clause.frame.datelined and told.frame_number != clause.frame.number:
        told = None  # somebody's words in another entry
    said = coded.told.get(clause.sentence, told if first < clause.sentence + clause.heading * _LEAD else None)
    return said if clause.frame.parent is None or clause.frame.datelined else None


def _told_weeks_ago(coded: Coded, number: int) -> Timex | None:
    """The day on which its sentence was said, where nothing else tells one: "The agency reported on 5 June that a drone hit a house"."""
    clause = coded.clauses[number]
    said = coded.announced.get(clause.sentence)
    return said if said and said.frame_number == clause.frame.number else None


def _whole_day(timex: Timex) -> Timex:
    """The day of a part of it: what else the story tells need not be of the same hours; a night stays a night."""
    if timex.start is None or timex.end is None or timex.end - timex.start > _A_DAY:
        return timex
    day = Interval.of_day(timex.start.date())
    return replace(timex, interval=day) if day.end is None or timex.end <= day.end else timex


def _its_day(timex: Timex) -> Timex:
    """The day of a clock time: what comes next need not be of the same minute."""
    if timex.interval is None or timex.start is None or timex.granularity.rank > Granularity.HOUR.rank:
        return timex
    return replace(timex, interval=Interval.of_day(timex.start.date()))


def _mentioned_before(coded: Coded, number: int) -> Timex | None:
    """The time of the event that "the assault" speaks of."""
    return event_before(coded, number) if mentions_again(coded.clauses[number]) else None


def _of_what_is_reported(coded: Coded, number: int) -> Timex | None:
    return _taken_over(coded, number) if coded.clauses[number].link is Link.REPORTED else None


Source = tuple[TimeBasis, Callable[[Coded, int], Timex | None]]
SOURCES: tuple[Source, ...] = (
    (TimeBasis.ELABORATED, _elaborated),
    (TimeBasis.TAKEN_OVER, _taken_over),
    (TimeBasis.TAKEN_OVER, _of_its_label),
    (TimeBasis.TAKEN_OVER, _mentioned_before),
    (TimeBasis.TAKEN_OVER, _gone_on_from),
    (TimeBasis.ELABORATED, _day_of_what_they_fled),
    (TimeBasis.ELABORATED, _said_at_its_end),
    (TimeBasis.ELABORATED, dated_by_reference),
    (TimeBasis.TAKEN_OVER, _told_over_its_list),
    (TimeBasis.STORY, _of_the_incident),
    (TimeBasis.TELLING, _told_apart),
    (TimeBasis.STORY, _day_of_story),
    (TimeBasis.STORY, dated_further_on),
    (TimeBasis.STORY, _day_of_opening),
    (TimeBasis.ELABORATED, _when_they_died),
    (TimeBasis.TELLING, _day_of_telling),
    (TimeBasis.TELLING, _told_weeks_ago),
)
"""The sources of a time in the order in which they are tried."""
SOURCES_OF_WHAT_GOES_ON: tuple[Source, ...] = (
    (TimeBasis.ELABORATED, _elaborated),
    (TimeBasis.TAKEN_OVER, _of_what_is_reported),
)
"""The same for what goes on: it is of now."""

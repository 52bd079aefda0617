"""What a clause says of harm: its own casualties, or those of the clauses that hang on it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.amounts import amount
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties, Count
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.attach.hanging import hanging, is_of_another_day
from dashboard.extraction.attach.later_tolls import found_dead, told_before, told_of_its_place, updated_toll
from dashboard.extraction.attach.only_harm import dead_before_the_hurt, harm_explained_by, only_adds_harm
from dashboard.extraction.attach.sums import is_one_act
from dashboard.extraction.attach.two_sides import with_other_side
from dashboard.extraction.lexicon import AND, CLAUSES, one_of
from dashboard.extraction.model import Harm
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_ARTICLE = re.compile(one_of(lexicon("casualty_counts")["bounds"]["one"]), re.IGNORECASE)
_OF_SOME = re.compile(rf"\b{one_of(CLAUSES['known-harm']['of_some'])}\b", re.IGNORECASE)
_OF_ALL = re.compile(rf"\b{one_of(CLAUSES['known-harm']['of_all'])}\b", re.IGNORECASE)
_ONLY_OF_SOME = re.compile(rf"\W*{one_of(CLAUSES['known-harm']['none_of'])}\b", re.IGNORECASE)
_IN_EACH = re.compile(rf"(?:\s+[a-z-]+){{0,3}}?\s+{one_of(lexicon('casualty_counts')['sides']['in_each'])}\b")
_LEADING = re.compile(rf"(?:{AND}\s+)?(?P<number>[\w,]+)\s", re.IGNORECASE)
_OTHERWISE = re.compile(rf"\W+{one_of(CLAUSES['counted']['otherwise'])}\b", re.IGNORECASE)


def casualties_of(annotations: Annotations, number: int) -> Casualties:
    """What a clause and those that belong to it say of harm, its dead as the report last counts them."""
    harmed = _told_beside(annotations, number)
    if _kills_nobody(annotations, number, harmed.killed):
        return replace(harmed, killed=None)
    if harmed.killed and harmed.killed.aggregate:
        return harmed
    last = told_of_its_place(annotations, number, harmed.killed)
    if last is None and not harmed.told:
        last = _of_each_behind(annotations, number) or told_before(annotations, number)
    return replace(harmed, killed=last) if last else harmed


def is_of_each(text: str, count: Count) -> bool:
    """Whether so many are counted in every town that is told: "killing a child in each town"."""
    return _IN_EACH.match(text, count.span.end) is not None


def _of_each_behind(annotations: Annotations, number: int) -> Count | None:
    """The dead that the last act of its sentence counts in every town: "bombed Ariha and shelled Saraqib, killing a child in each town"."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    behind = takewhile(lambda each: each.sentence == clause.sentence, clauses[number + 1 : number + FARTHEST])
    counts = (each.harm.killed for each in behind if clause.outright and clause.places)
    return next((each for each in counts if each and is_of_each(annotations.report.text, each)), None)


def _kills_nobody(annotations: Annotations, number: int, killed: Count | None) -> bool:
    """Whether dead told beside what kills nobody by itself (a deal, a withdrawal, a move of troops) are those of an act that those words tell; of a deal, always."""
    clause = annotations.clauses[number]
    if killed is None or not clause.bloodless or (clause.form and clause.form.is_main):
        return False
    told = any(each.span.covers(killed.span) and each.coding is not None for each in annotations.clauses)
    deal = clause.coding is not None and clause.coding.sub_event_type is SubEventType.AGREEMENT
    return (told or deal) and not clause.span.covers(killed.span)


def _told_beside(annotations: Annotations, number: int) -> Casualties:
    """The clause's own, or the count that opens an item of a list, else those of the clauses hanging on it."""
    clauses = annotations.clauses
    clause = clauses[number]
    if clause.form and clause.form.is_main:
        return clause.form.casualties
    own = _of_one_act(clause)
    if own.killed:
        killed = updated_toll(annotations, number, own.killed) or with_other_side(
            annotations, number, own.killed
        )
        return _with_the_wounded(annotations, number, replace(own, killed=killed))
    dead = dead_before_the_hurt(annotations, number)
    if dead:
        return replace(own, killed=updated_toll(annotations, number, dead) or dead)
    if own.captured or own.displaced or own.missing:
        found = own.captured and found_dead(annotations, number, own.captured)
        more = _with_what_hangs(annotations, number, own)
        return replace(own, killed=found or more.killed, wounded=more.wounded)
    counted = _counted(clause, clauses[clause.opening : number]) if clause.link is Link.COUNTED else None
    if counted:
        return Casualties(killed=counted)
    return _with_what_hangs(annotations, number, own)


def _of_one_act(clause: AnnotatedClause) -> Casualties:
    """A clause's casualties; what reads like a sum counts the dead of the one act that it tells: "between 3 and 4 May rebels raided A and killed 16"."""
    own = clause.harm
    if own.killed is None or not own.killed.aggregate or not is_one_act(clause):
        return own
    return replace(own, killed=replace(own.killed, aggregate=False))


def _with_the_wounded(annotations: Annotations, number: int, own: Casualties) -> Casualties:
    """With the wounded of the clause joined to it: "three men were killed in Kulgam, and two were hurt"."""
    following = next(iter(annotations.clauses[number + 1 : number + 2]), None)
    if own.wounded or following is None or not only_adds_harm(following, annotations.clauses[number]):
        return own
    return replace(own, wounded=following.harm.wounded)


def _with_what_hangs(annotations: Annotations, number: int, own: Casualties) -> Casualties:
    """The clause's own with the first count of the dead that hangs on it; else that nobody was harmed, told further on."""
    clauses = annotations.clauses
    of_some, hurt = None, own
    for following in hanging(annotations, number):
        harmed = clauses[following].harm
        if harmed.killed and not of_some and _OF_SOME.search(clauses[following].quote):
            of_some = harmed
            continue  # "a nurse was among those killed": how many they were may come next
        if not harmed.told or (harmed.harmless and _ONLY_OF_SOME.match(clauses[following].quote)):
            continue
        if harmed.killed is None:
            hurt = _with_more(hurt, harmed)
            continue  # "five were hurt", "4,000 fled": how many died may come next
        if _is_apart(annotations, following, hurt, clauses[number]):
            return hurt
        killed = updated_toll(annotations, following, harmed.killed) or with_other_side(
            annotations, following, harmed.killed
        )
        return replace(_with_more(harmed, hurt), killed=killed, wounded=hurt.wounded or harmed.wounded)
    if of_some:
        return replace(of_some, wounded=hurt.wounded or of_some.wounded)
    before = None if own.killed else harm_explained_by(annotations, number)
    whole = replace(before, wounded=hurt.wounded or before.wounded) if before else hurt
    return whole if whole.told else next(_none_harmed(annotations, number), own)


def _with_more(hurt: Casualties, more: Casualties) -> Casualties:
    """What is told of harm, with what is told further on where that tells another."""
    told: dict[str, Any] = {harm.value: more.of(harm) for harm in Harm if hurt.of(harm) is None}
    return replace(hurt, **told)


def _is_apart(annotations: Annotations, number: int, hurt: Casualties, event: AnnotatedClause) -> bool:
    """Whether it counts the harmed of other acts: a sum, one that is split by place, or more than an act is said to have hurt."""
    clause = annotations.clauses[number]
    summed = clause.casualties.killed is not None and clause.casualties.killed.aggregate
    split = summed or _is_split(annotations, number)
    return split or (clause.sentence != event.sentence and _are_too_many(clause.casualties, hurt))


def _are_too_many(harmed: Casualties, own: Casualties) -> bool:
    """Whether more died than an act is said to have wounded, where it is said of no dead: those are of other acts."""
    return bool(own.wounded and harmed.killed and harmed.killed.low > own.wounded.low > 0)


def _none_harmed(annotations: Annotations, number: int) -> Iterator[Casualties]:
    """That nobody was harmed, of a later clause with no place, where no other event is told in between; or of its place, or of all that was told."""
    event, apart = annotations.clauses[number], False
    there = {each.location for each in event.places[:1]}
    for following in annotations.clauses[number + 1 : number + FARTHEST]:
        if apart and following.paragraph != event.paragraph:
            return
        if following.casualties.harmless and (
            _OF_ALL.search(following.quote)
            or not there.isdisjoint(each.location for each in following.places)
        ):
            yield following.harm
        apart = apart or following.outright or bool(following.places) or is_of_another_day(following, event)
        if following.casualties.harmless and not apart:
            yield following.harm


def _counted(clause: AnnotatedClause, before: Sequence[AnnotatedClause]) -> Count | None:
    """The dead that an item begins with ("4 in shelling on A"), when what opens the list, or an item before it, counts the dead."""
    count = leading_count(clause) if any(each.casualties.killed for each in before) else None
    if count is None or _OTHERWISE.match(clause.quote, count.span.end - clause.span.start):
        return None  # "four dead, 50 taken in a raid"
    return count


def leading_count(clause: AnnotatedClause) -> Count | None:
    """The number that a clause begins with: "and five in Maru"."""
    match = _LEADING.match(clause.quote)
    bounds = amount(match["number"]) if match else None
    if match is None or bounds is None:
        return None
    return Count(*bounds, match["number"], Span(*match.span("number")).moved(clause.span.start))


def _is_split(annotations: Annotations, number: int) -> bool:
    """Whether the next clauses share a count out by place: "15 died: 9 in A, 6 in B"."""
    following = annotations.clauses[number + 1 : number + 2]
    if not following or not following[0].places or following[0].casualties.updated:
        return False  # "13 died on the spot, two more in hospital, bringing the toll to 15" is one sum
    if following[0].sentence != annotations.clauses[number].sentence:
        return False
    match = _LEADING.match(following[0].quote)
    return (
        match is not None and not _ARTICLE.fullmatch(match["number"]) and amount(match["number"]) is not None
    )

"""What a clause says of harm: its own casualties, or those of the clauses that hang on it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.amounts import amount
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Casualties, Count, both
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.annotate.kinds import AFTERWARDS
from dashboard.extraction.attach.sums import is_one_act
from dashboard.extraction.attach.two_sides import with_other_side
from dashboard.extraction.lexicon import AND, CLAUSES, any_of, one_of, said
from dashboard.gazetteer import REGION, Resolved
from dashboard.language.lexicon import lexicon
from dashboard.temporal import Bearing, Granularity, Interval
from dashboard.text import Span

_OTHER_CAUSE = re.compile(rf"\b{one_of(CLAUSES['other-causes']['words'])}\b", re.IGNORECASE)
_ARTICLE = re.compile(one_of(lexicon("casualty_counts")["bounds"]["one"]), re.IGNORECASE)
_SAME = re.compile(rf"{one_of(CLAUSES['contrasts']['same'])}\b", re.IGNORECASE)
_OF_SOME = re.compile(rf"\b{one_of(CLAUSES['known-harm']['of_some'])}\b", re.IGNORECASE)
_FOUND_LATER, _TOLL = said("found-later"), said("tolls")
_OF_THEM = said("found-dead", "some")
_THEIR_BODIES, _FOUND = said("found-dead", "all"), said("found-dead", "found")
_BODY = re.compile(rf"(?:{AND}\s+)?{one_of(CLAUSES['found-dead']['body'])}\b", re.IGNORECASE)
_FELL = any_of(CLAUSES["explains"]["fell"])
_LIES = any_of(CLAUSES["known-place"]["lies"])
_NEAR = 3  # clauses
_FEW = 3  # sentences
_EXPLAINS = re.compile(rf"{one_of(CLAUSES['explains']['words'])}\b", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{AND}\s+)?(?P<number>[\w,]+)\s", re.IGNORECASE)


def casualties_of(annotations: Annotations, number: int) -> Casualties:
    """What a clause and those that belong to it say of harm, its dead as the report last counts them."""
    harmed = _told_beside(annotations, number)
    if harmed.killed and harmed.killed.aggregate:
        return harmed
    last = _told_of_its_place(annotations, number, harmed.killed)
    if last is None and not harmed.told:
        last = _told_before(annotations, number)
    return replace(harmed, killed=last) if last else harmed


def _told_beside(annotations: Annotations, number: int) -> Casualties:
    """The clause's own, or the count that opens an item of a list, else those of the clauses hanging on it."""
    clauses = annotations.clauses
    clause = clauses[number]
    if clause.form and clause.form.is_main:
        return clause.form.casualties
    own = _of_one_act(clause)
    if own.killed:
        killed = _updated(annotations, number, own.killed) or with_other_side(annotations, number, own.killed)
        return _with_the_wounded(annotations, number, replace(own, killed=killed))
    if own.captured or own.displaced or own.missing:
        found = own.captured and _found_dead(annotations, number, own.captured)
        more = _with_what_hangs(annotations, number, own)
        return replace(own, killed=found or more.killed, wounded=more.wounded)
    counted = _counted(clause, clauses[clause.opening]) if clause.link is Link.COUNTED else None
    if counted:
        return Casualties(killed=counted)
    return _with_what_hangs(annotations, number, own)


def _of_one_act(clause: AnnotatedClause) -> Casualties:
    """A clause's casualties; what reads like a sum counts the dead of the one act that it tells: "between 3 and 4 May rebels raided A and killed 16"."""
    own = _in_report(clause)
    if own.killed is None or not own.killed.aggregate or not is_one_act(clause):
        return own
    return replace(own, killed=replace(own.killed, aggregate=False))


def _found_dead(annotations: Annotations, number: int, taken: Count) -> Count | None:
    """Those taken of whom the next clauses say that they were found dead: "his body was found in an alley", "their bodies were found"."""
    clauses = annotations.clauses
    for clause in clauses[number + 1 : number + _NEAR]:
        if clause.paragraph != clauses[number].paragraph:
            return None
        if clause.casualties.killed and (_BODY.match(clause.quote) or _OF_THEM.search(clause.quote)):
            return _in_report(clause).killed
        if clause.places:
            return None
        if _THEIR_BODIES.search(clause.quote) and _FOUND.search(clause.quote):
            return taken
    return None


def _updated(annotations: Annotations, number: int, own: Count) -> Count | None:
    """The toll to which what follows brings that of a clause: "74 died, doctors said; the figure has climbed to 89".

    The rest of its sentence may; the sentences behind it only where they say that somebody died of it later.
    """
    clauses = annotations.clauses
    for clause in clauses[number + 1 : number + FARTHEST]:
        harmed, same = clause.casualties, clause.sentence == clauses[number].sentence
        died = harmed.late or harmed.more
        found = clause.outright and not (died or _FOUND_LATER.search(clause.quote))
        placed = any(_is_scene(each, clause) for each in clause.places)
        if not same and (found or placed or not _is_near(clause, clauses[number])):
            return None
        toll = _TOLL.search(clause.quote) is not None and not clause.outright
        only_harm = (
            clause.coding is None
            or (clause.hints and not clause.armed)
            or (died and (clause.hints or clause.kind_from is not None))
            or toll
        )
        later = (died or toll or clause.coding is None or clause.hints) and not placed
        if harmed.updated and only_harm and (same or later):
            new = _in_report(clause).killed
            if new and harmed.more:
                return both(own, new)
            if new is None or toll or same or new.low >= own.low:
                return new
    return None


def _with_the_wounded(annotations: Annotations, number: int, own: Casualties) -> Casualties:
    """With the wounded of the clause joined to it: "three men were killed in Kulgam, and two were hurt"."""
    following = next(iter(annotations.clauses[number + 1 : number + 2]), None)
    if own.wounded or following is None or not only_adds_harm(following, annotations.clauses[number]):
        return own
    return replace(own, wounded=_in_report(following).wounded)


def _told_of_its_place(annotations: Annotations, number: int, own: Count | None) -> Count | None:
    """The dead that later sentences count at the place of an act, with no other act there in between: "ten martyrs in Douma"."""
    clauses, here = annotations.clauses, annotations.clauses[number]
    places = {each.toponym.name for each in here.places if _is_scene(each, here)}
    last = None
    if not (places and here.outright):
        return None
    for clause in clauses[number + 1 : number + FARTHEST]:
        named = {each.toponym.name for each in clause.places}
        if not places & named:
            continue
        if clause.outright or clause.another:
            break
        told = _in_report(clause).killed if clause.coding is None and named <= places else None
        if told is None or told.aggregate or _is_of_another_day(clause, here) or _is_summed(clause):
            continue
        if own is None or told.low > own.low or clause.casualties.updated:
            last = told
    return last


def _told_before(annotations: Annotations, number: int) -> Count | None:
    """The dead that the sentence before counts of the act that a clause opens with as with one known: "The blast hit the post in Kabal"."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    known = clause.known_act
    if known is None or known.start():
        return None
    for before in reversed(clauses[max(0, number - _NEAR) : number]):
        named = any(_is_scene(each, before) for each in before.places)
        if clause.sentence - before.sentence > 1 or before.coding or named or _is_summed(before):
            return None
        if before.casualties.killed:
            return None if before.casualties.killed.aggregate else _in_report(before).killed
    return None


def _is_summed(clause: AnnotatedClause) -> bool:
    """Whether it counts over many acts or a long time, or those whom no act killed: "a bus crash killed five"."""
    harmed = clause.casualties
    many = harmed.summed or harmed.several or harmed.habit or harmed.often
    return many or _OTHER_CAUSE.search(clause.quote) is not None


def only_adds_harm(clause: AnnotatedClause, before: AnnotatedClause) -> bool:
    """Whether a clause joined to one that counts the dead only counts the hurt: no place, no time."""
    bare = clause.link is Link.JOINED and clause.hints and not (clause.places or clause.times)
    counted = clause.casualties.wounded and not clause.casualties.killed and before.casualties.killed
    return bool(bare and counted and clause.sentence == before.sentence)


def _with_what_hangs(annotations: Annotations, number: int, own: Casualties) -> Casualties:
    """The clause's own with the first count of the dead that hangs on it; else that nobody was harmed, told further on."""
    clauses = annotations.clauses
    of_some, hurt = None, own
    for following in _hanging(annotations, number):
        harmed = _in_report(clauses[following])
        if harmed.killed and not of_some and _OF_SOME.search(clauses[following].quote):
            of_some = harmed
            continue  # "a nurse was among those killed": how many they were may come next
        if not harmed.told:
            continue
        if harmed.killed is None and harmed.wounded:
            hurt = hurt if hurt.wounded else replace(harmed, wounded=harmed.wounded)
            continue  # "five were hurt": how many died may come next
        if _is_apart(annotations, following, hurt, clauses[number]):
            return hurt
        killed = harmed.killed and (
            _updated(annotations, following, harmed.killed)
            or with_other_side(annotations, following, harmed.killed)
        )
        return replace(harmed, killed=killed, wounded=hurt.wounded or harmed.wounded)
    if of_some:
        return replace(of_some, wounded=hurt.wounded or of_some.wounded)
    before = None if own.killed else _of_what_it_explains(annotations, number)
    whole = replace(before, wounded=hurt.wounded or before.wounded) if before else hurt
    return whole if whole.told else next(_none_harmed(annotations, number), own)


def _hanging(annotations: Annotations, number: int) -> Iterator[int]:
    """The numbers of the clauses behind one that only say what came of its event, up to the first that does not."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    for following in range(number + 1, min(number + FARTHEST, len(clauses))):
        behind = clauses[following]
        same = behind.sentence == clause.sentence
        more = same and behind.coding is None and not behind.casualties.told  # with what, on whom
        if more or _tells_where(behind, clause):
            continue
        elsewhere = same and behind.link is not Link.LISTED and clause.casualties.ends_elsewhere
        if elsewhere or _is_posted(behind, clause) or not _hangs(behind, clause):
            return
        yield following


def _is_posted(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether its paragraph has a time: another day, or another post."""
    return bool(clause.paragraph != event.paragraph and clause.times and not clause.casualties.updated)


def _is_apart(annotations: Annotations, number: int, hurt: Casualties, event: AnnotatedClause) -> bool:
    """Whether it counts the harmed of other acts: a sum, one that is split by place, or more than an act is said to have hurt."""
    clause = annotations.clauses[number]
    summed = clause.casualties.killed is not None and clause.casualties.killed.aggregate
    split = summed or _is_split(annotations, number)
    return split or (clause.sentence != event.sentence and _are_too_many(clause.casualties, hurt))


def _are_too_many(harmed: Casualties, own: Casualties) -> bool:
    """Whether more died than an act is said to have wounded, where it is said of no dead: those are of other acts."""
    return bool(own.wounded and harmed.killed and harmed.killed.low > own.wounded.low > 0)


def only_counts(clause: AnnotatedClause) -> bool:
    """Whether it counts the dead and says neither who killed them nor by what: "Twenty people were killed, most of them women"."""
    coding = clause.coding
    if coding is None or not clause.casualties.killed:
        return False
    if coding.sub_event_type is SubEventType.ATTACK:
        return not clause.armed
    fell = coding.sub_event_type is SubEventType.ARMED_CLASH and _FELL.search(coding.cue.text) is not None
    return fell and not any(each.span.start > clause.trigger for each in clause.actors)


def explains(clause: AnnotatedClause) -> bool:
    """Whether it opens as what says of what those counted before it died: "…, when gunmen waylaid a car"."""
    return _EXPLAINS.match(clause.quote) is not None


def _of_what_it_explains(annotations: Annotations, number: int) -> Casualties | None:
    """The harm told before in the sentence, where the clause says of what: "four people died, when gunmen waylaid a car"."""
    clauses = annotations.clauses
    if not explains(clauses[number]):
        return None
    for before in reversed(clauses[max(0, number - _NEAR) : number]):
        if before.sentence != clauses[number].sentence or (before.outright and not only_counts(before)):
            return None
        harmed = _in_report(before)
        if harmed.killed or harmed.wounded:
            return None if harmed.killed and harmed.killed.aggregate else harmed
    return None


def _none_harmed(annotations: Annotations, number: int) -> Iterator[Casualties]:
    """That nobody was harmed, of a later clause with no place, where no other event is told in between."""
    for following in annotations.clauses[number + 1 : number + FARTHEST]:
        if (
            following.outright
            or following.places
            or _is_of_another_day(following, annotations.clauses[number])
        ):
            return
        if following.casualties.harmless:
            yield _in_report(following)


def _in_report(clause: AnnotatedClause) -> Casualties:
    """A clause's casualties, their spans as characters of the report."""
    return clause.casualties.moved(clause.span.start)


def _counted(clause: AnnotatedClause, opening: AnnotatedClause) -> Count | None:
    """The dead that an item begins with ("4 in shelling on A"), when the list counts the dead."""
    match = _LEADING.match(clause.quote)
    bounds = amount(match["number"]) if match and opening.casualties.killed else None
    if match is None or bounds is None:
        return None
    return Count(*bounds, match["number"], Span(*match.span("number")).moved(clause.span.start))


def _hangs(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether a clause says only what came of the event: no event and no place of its own, unless the event has none."""
    goes_on = clause.link is not Link.CONTRASTS or _SAME.match(clause.quote)
    later = clause.coding is None and clause.casualties.updated  # "villagers counted 60 bodies the next day"
    then = later or not _is_of_another_day(clause, event)
    near = goes_on and _is_near(clause, event) and then
    own_place = event.places or clause.sentence != event.sentence or clause.link is Link.ELABORATES
    named = {each.location for each in clause.places if _is_scene(each, clause)}
    placed = named and own_place and not named <= {each.location for each in event.places}
    return bool(near) and not placed and (not clause.outright or clause.outcome)


def _is_near(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether it stands in the paragraph of an event, or tells no act a few sentences on: each has its paragraph in a wire story."""
    other = clause.another or _OTHER_CAUSE.search(clause.quote) is not None
    few = clause.sentence - event.sentence <= _FEW and clause.coding is None and not other
    return clause.paragraph == event.paragraph or (few and not (clause.item or event.item))


def _tells_where(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether the next sentence only says where the place of an act lies: "Ta Laing is in Sagaing Township"."""
    near = clause.sentence == event.sentence + 1 and clause.paragraph == event.paragraph
    return (
        near
        and clause.coding is None
        and not clause.casualties.told
        and _LIES.search(clause.quote) is not None
    )


def _is_scene(place: Resolved, clause: AnnotatedClause) -> bool:
    """Whether a place may be where people were harmed: no country or region, and no town whose hospital they were taken to."""
    before = clause.quote[: place.toponym.span.start - clause.span.start]
    return place.precision < REGION and AFTERWARDS.search(before) is None


def _is_of_another_day(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether a sentence has a day of its own that is none of the event's: "Its men killed six there in January"."""
    own = [each for each in _days(clause) if each.granularity.rank >= Granularity.DAY.rank]
    its = _days(event)
    if not own or clause.sentence == event.sentence:
        return False
    if not its:
        return all(each.granularity.rank >= Granularity.MONTH.rank for each in own)
    return not any(each.overlaps(other) for each in own for other in its)


def _days(clause: AnnotatedClause) -> list[Interval]:
    """When a clause's words set what it tells."""
    return [each.interval for each in clause.times if each.interval and each.bearing is Bearing.AT]


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

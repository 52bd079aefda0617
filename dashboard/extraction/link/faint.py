"""Groups that tell too little to be an act of their own, beside others that tell one: no row is better than a doubtful one."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from dashboard.extraction.acled import EventType, ExtType, SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import BORROWED, NO_WORDS, TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.attach.where import Where
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of
from dashboard.extraction.link.acts import acts, is_reprisal, is_struck
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.retold import Group, is_near
from dashboard.extraction.link.tells_again import is_fate_of_hurt
from dashboard.extraction.model import Modality
from dashboard.gazetteer import REGION
from dashboard.gazetteer.place import PlaceKind
from dashboard.temporal import Bearing, Granularity

_IN_TOWN = 1  # the precision of a place that is not near or around another
_HALF_A_DAY, _DAYS = timedelta(hours=12), timedelta(days=5)
_BLASTS = any_of(CLAUSES["told-again"]["explosions"])
_MOVES = frozenset({SubEventType.CHANGE_TO_GROUP, SubEventType.OTHER})
_HARM = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_BY_THEMSELVES = frozenset(  # an agreement, a withdrawal are told without saying by whom
    {SubEventType.AGREEMENT, SubEventType.NON_VIOLENT_TRANSFER, SubEventType.CHANGE_TO_GROUP}
)
_THERE = any_of(CLAUSES["back"]["there"])
_LASTING = CLAUSES["lasting-fights"]
_OUT_OF_JAIL = any_of(_LASTING["prisoners"])
_ATTACKED = any_of(_LASTING["attacked"])
_STANDING = re.compile(
    rf"\b{one_of(_LASTING['fights'])}\b[^.;\n]{{0,160}}?\b{one_of(_LASTING['last'])}\b"
    rf"|\b{one_of(_LASTING['on'])}\s+(?:\w+\s+){{0,3}}?{one_of([*_LASTING['fights'], *_LASTING['verbs']])}\b",
    re.IGNORECASE,
)
_BY_ITSELF = (Link.OPENS, Link.COUNTED, Link.LISTED, Link.REPORTED)


def faint(groups: Sequence[Group]) -> Iterator[Group]:
    """Those of the groups that tell too little beside the others; none that nobody is said to have done, where all are such."""
    by_nobody = [_is_by_nobody(group, groups) for group in groups]
    some = not all(by_nobody)
    for group, nobody in zip(groups, by_nobody, strict=True):
        if (nobody and some) or _is_faint(group, groups):
            yield group


def _is_faint(group: Group, groups: Sequence[Group]) -> bool:
    """Whether, beside the others, it tells too little: neither when nor where, or where no finer than by a country."""
    standing = [each for each in group if not each.leans]
    if not standing or len(groups) == 1:
        return False
    if _is_of_countries(standing, groups) or _is_told_of_at_large(standing, groups):
        return True
    if all(map(_is_sent, standing)):
        return any(is_struck(each[0]) for each in groups if each is not group)
    if all(map(_is_only_heard, standing)):
        return any(_struck_there(each, standing[0]) for each in groups if each is not group)
    return all(map(_is_borrowed, standing)) and _is_faint_beside(
        standing, [each for each in groups if each is not group]
    )


def _is_faint_beside(standing: Sequence[Candidate], apart: Sequence[Group]) -> bool:
    """Whether what tells no time tells of a place and day where an act is told, only hints at harm, counts the hurt or names an act as known.

    The last three only beside another act of violence, and not when nobody counts more dead than it does.
    """
    if all(map(_is_adrift, standing)) and any(_is_there(each, standing[0]) for each in apart):
        return True
    if not is_struck(standing[0]):
        return all(map(_only_moves, standing))
    others, dead = [each for each in apart if is_struck(each[0])], _most_dead(standing)
    if not others or (dead and dead > max(map(_most_dead, others))):
        return False
    return any(all(map(little, standing)) for little in (_only_hints, _only_hurt, _is_named))


def _is_told_of_at_large(standing: Sequence[Candidate], groups: Sequence[Group]) -> bool:
    """Whether it stands in a summary, says that fighting goes on or who fled, and tells no day, where an act of violence is told besides.

    An item of a summary that has a town is, where an act below may be the same; who fled from a town, where it is told of again.
    """
    others = [each for group in groups for each in group if each not in standing]
    told = [each for each in others if not each.clause.sums_up]
    struck = [each.clause for each in told if is_struck(each)]
    beside = any(
        each.sentence == standing[0].clause.sentence for each in struck
    )  # "300 fled when rebels came"
    if not struck or beside:
        return False
    if all(map(_only_heads, standing)):
        return not any(map(_has_town, standing)) or any(_tells_below(each, standing[0]) for each in told)
    if all(map(_only_flee, standing)):
        return not any(map(_has_town, standing)) or any(_is_where(standing[0], each) for each in others)
    return any(all(map(holds_of, standing)) for holds_of in _AT_LARGE)


def _has_town(candidate: Candidate) -> bool:
    """Whether its own words put it in a town."""
    place = candidate.where.place
    return place is not None and place.precision < REGION and not candidate.where.inherited


def _only_heads(candidate: Candidate) -> bool:
    """Whether it is an item of a summary that tells no day: "• Two trucks were looted on the Bara road"."""
    harm, when = candidate.casualties, candidate.when
    dayless = when.basis in NO_WORDS or _is_long(when)
    return candidate.clause.sums_up and dayless and harm.displaced is None


def _tells_below(told: Candidate, head: Candidate) -> bool:
    """Whether it may be what an item of a summary above it sums up: at its place, or of its kind with as many dead."""
    below = told.clause.span.start > head.clause.span.start
    alike = told.coding.event_type is head.coding.event_type and told.casualties.killed is not None
    return below and (_is_where(head, told) or (alike and _most_dead([told]) == _most_dead([head])))


def _is_long(when: When) -> bool:
    return when.start is not None and when.end is not None and when.end - when.start >= _DAYS


def _goes_on(candidate: Candidate) -> bool:
    """Whether it only says that fighting goes on, and in no town: "Clashes between the M23 and the army continued west of Goma"; a post of a live page tells of its hour, and several towns are told of on purpose."""
    fought = candidate.coding.sub_event_type is SubEventType.ARMED_CLASH and not candidate.casualties.told
    when = candidate.when
    undated = when.basis in NO_WORDS and when.frame.latest is None and not candidate.clause.title
    sides = bool(candidate.participants)  # "Fighting in Dilling goes on" tells at least where
    place = candidate.where.place
    inside = _has_town(candidate) and place is not None and place.precision <= _IN_TOWN
    inside = inside or len(candidate.clause.places) > 1
    return fought and sides and not inside and undated and _STANDING.search(candidate.quote) is not None


def _only_flee(candidate: Candidate) -> bool:
    """Whether it counts who fled or came back, unhurt, and has no town or no day of its own: "700,000 internally displaced"."""
    fled = candidate.coding.ext_type is ExtType.DISPLACEMENT and not candidate.heading
    unhurt = not _hurts(candidate) and _ATTACKED.search(candidate.quote) is None
    moved = fled and unhurt and _OUT_OF_JAIL.search(candidate.quote) is None
    return moved and not (_has_town(candidate) and candidate.when.basis is TimeBasis.OWN)


def _is_held_up(candidate: Candidate) -> bool:
    """Whether it only speaks of a siege or of aid, of no day and of nobody who holds it up: "An aid convoy turned back to Aden"."""
    siege, opens = candidate.coding.ext_type is ExtType.SIEGE, candidate.clause.link in _BY_ITSELF
    return siege and opens and candidate.when.basis is TimeBasis.REPORT and not acts(candidate)


def _is_breach(candidate: Candidate) -> bool:
    """Whether it only says that a truce was broken, not on what day and with nobody hurt: "Pakistan violates ceasefire in Poonch"."""
    breach = candidate.coding.ext_type is ExtType.BREACH and not _hurts(candidate)
    return breach and candidate.when.basis in NO_WORDS


def _hurts(candidate: Candidate) -> bool:
    return bool(candidate.casualties.killed or candidate.casualties.wounded)


_AT_LARGE = (_goes_on, _is_held_up, _is_breach, is_fate_of_hurt)


def _is_of_countries(standing: Sequence[Candidate], groups: Sequence[Group]) -> bool:
    """Whether it is told by its country, where most are told by their towns."""
    here = standing[0].where.place
    if here is None or not all(map(_is_of_country, standing)):
        return False
    places = (each.where.place for group in groups for each in group if each not in standing)
    inside = any(each.place.iso == here.place.iso for each in places if each and each.place and here.place)
    if _most_dead(standing) and not inside:
        return False  # "Gunmen killed six in Burundi", in a report of which nothing else is there
    return 2 * sum(all(map(_is_of_country, each)) for each in groups) < len(groups)


def _is_done_by_nobody(candidate: Candidate) -> bool:
    """Whether it is no blow, at no place of its own, and nobody is said to have done it: "The four had been in custody since August"."""
    blow = is_struck(candidate) or candidate.coding.sub_event_type in _BY_THEMSELVES
    harm = candidate.casualties
    counted = bool(harm.displaced or harm.killed)
    told = candidate.heading or counted or acts(candidate) or _is_dated(candidate)
    return not (blow or told) and candidate.where.inherited


def _is_dated(candidate: Candidate) -> bool:
    """Whether its own words put it on a day: "On Saturday ten people were arrested"."""
    timex = candidate.when.timex
    on = timex is not None and timex.bearing is Bearing.AT and timex.granularity is Granularity.DAY
    return on and candidate.when.basis is TimeBasis.OWN


def _is_of_the_story(candidate: Candidate) -> bool:
    """Whether only the first event of the report lends it a day, and it names nobody: "Two buses were burned on the road to Simití"; no item of a list with its town."""
    named = candidate.participants or candidate.casualties.killed or candidate.heading
    listed = candidate.clause.item and _has_town(candidate)
    return candidate.when.basis is TimeBasis.STORY and not (named or listed)


def _is_weak(candidate: Candidate) -> bool:
    """Whether weak words tell a time of harm without dead, at no place of its own."""
    harm = candidate.coding.sub_event_type in _HARM and candidate.clause.hints
    weak = harm and candidate.where.inherited and not candidate.heading
    return weak and not _is_borrowed(candidate) and not candidate.casualties.killed


def _is_of_country(candidate: Candidate) -> bool:
    """Whether it tells no finer than by a country where it was: most often a sum, or named by the way beside acts in towns."""
    here = candidate.where.place
    return here is not None and here.place is not None and here.place.kind == PlaceKind.COUNTRY


def _is_by_nobody(group: Group, groups: Sequence[Group]) -> bool:
    """Whether all that tells it in words of its own is of nobody, of the story's day or of weak harm; the last only beside an act of then."""
    standing = [each for each in group if not each.leans]
    if standing and all(map(_is_weak, standing)):
        others = (each[0] for each in groups if each is not group and is_struck(each[0]))
        return any(not standing[0].when.is_apart(each.when) for each in others)
    return bool(standing) and any(all(map(holds_of, standing)) for holds_of in _BY_NOBODY)


_BY_NOBODY = (_is_done_by_nobody, _is_of_the_story)


def _is_only_heard(candidate: Candidate) -> bool:
    """Whether it only says that explosions were heard somewhere: "Explosions in Odesa. Air defence is at work"."""
    harm, blast = candidate.casualties, candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    heard = blast and _BLASTS.fullmatch(candidate.coding.cue.text) is not None
    return heard and _is_borrowed(candidate) and not (harm.told or candidate.participants)


def _struck_there(group: Group, heard: Candidate) -> bool:
    """Whether an act of remote violence is told there, within half a day of the explosions."""
    return any(
        each.coding.event_type is EventType.REMOTE_VIOLENCE
        and not _is_only_heard(each)
        and _is_where(heard, each)
        and _is_about(heard.when, each.when)
        for each in group
    )


def _is_where(heard: Candidate, struck: Candidate) -> bool:
    here, there = heard.where.place, struck.where
    if here is None:
        return False
    held = any(holds(here, each) for each in (there.place, there.around) if each is not None)
    return held or (here.place is not None and is_near(heard, (struck,)))


def _is_about(one: When, other: When) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start - _HALF_A_DAY < other.end and other.start < one.end + _HALF_A_DAY


def _is_borrowed(candidate: Candidate) -> bool:
    return candidate.when.basis in BORROWED and not candidate.clause.another


def _is_adrift(candidate: Candidate) -> bool:
    """Whether it counts no dead, and names no place of its own or tells of no blow: "Police cordoned off the street and arrested many"."""
    opens = candidate.clause.link in _BY_ITSELF  # not "… and carried off a number of residents"
    placed = not candidate.where.inherited or _THERE.search(candidate.quote) is not None
    harm, struck = candidate.casualties, is_struck(candidate)
    hurt = harm.killed or (harm.wounded and struck and not candidate.clause.hints)
    stands = placed and (struck or candidate.when.ongoing)
    return opens and not (stands or candidate.heading or hurt or is_reprisal(candidate))


def _is_there(group: Group, adrift: Candidate) -> bool:
    """Whether words that tell when or where it was put an act there, within half a day of it."""
    told = [each for each in group if not (_is_borrowed(each) and each.where.inherited)]
    return any(_is_at(each.where, adrift.where) and _is_about(each.when, adrift.when) for each in told)


def _is_at(one: Where, other: Where) -> bool:
    return one.place is not None and other.place is not None and one.place.location == other.place.location


def _only_moves(candidate: Candidate) -> bool:
    """Whether it only says who went or was sent somewhere, at no place of its own, or who fled: "The president sent 300 soldiers"."""
    coding, where = candidate.coding, candidate.where
    moves = coding.sub_event_type in _MOVES and coding.ext_type in (ExtType.NONE, ExtType.DISPLACEMENT)
    there = where.inherited or coding.ext_type is ExtType.DISPLACEMENT
    return moves and there and not candidate.heading and candidate.casualties.displaced is None


def _is_sent(candidate: Candidate) -> bool:
    """Whether it only says who was sent where an act was told: "Soldiers were sent to the area on Tuesday"."""
    coding = candidate.coding
    moves = coding.sub_event_type is SubEventType.CHANGE_TO_GROUP and coding.ext_type is ExtType.NONE
    done = candidate.modality.modality is not Modality.PLANNED
    return moves and done and candidate.where.inherited and not candidate.heading


def _only_hints(candidate: Candidate) -> bool:
    """Whether a sentence opens with words that may be those of harm, and says of nobody that he did it."""
    place = candidate.where.place  # "Troops shelled Masisi on Saturday. A nurse died in Kitshanga."
    town = place is not None and place.place is not None and place.precision < REGION
    elsewhere = town and not candidate.where.inherited and not candidate.heading
    dated = (
        bool(candidate.casualties.killed) and candidate.when.basis not in NO_WORDS
    )  # "… An inmate lost his life"
    opens = candidate.clause.link is Link.OPENS and candidate.clause.hints
    return opens and not (elsewhere or dated or acts(candidate))


def _only_hurt(candidate: Candidate) -> bool:
    """Whether it counts the hurt, at no place of its own: "Three officers were wounded in the fighting"."""
    harm, struck = candidate.casualties, candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return (
        not struck
        and candidate.where.inherited
        and bool(harm.wounded)
        and not harm.killed
        and not acts(candidate)
    )


def _is_named(candidate: Candidate) -> bool:
    """Whether it opens with the name of an act, at no place of its own: "The gunbattle went on for half an hour"."""
    known = candidate.clause.known_act
    opens = known is not None and not known.start()
    return opens and candidate.where.inherited and not candidate.casualties.killed


def _most_dead(group: Sequence[Candidate]) -> int:
    """The highest count of the dead; 0 where nobody counted."""
    return max((each.casualties.killed.low for each in group if each.casualties.killed), default=0)

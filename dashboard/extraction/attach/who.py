"""Who is named for a clause's event, and what each does in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.actors import ActorMention
from dashboard.actors.model import ANYBODY, OF_STATES, ActorType, Category
from dashboard.extraction.acled import CROWDS, VIOLENT, EventType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Count
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.form_told import FormTold
from dashboard.extraction.annotate.semantic_roles import (
    LEXICON,
    THEY,
    SemanticRole,
    any_phrase,
    is_named_as_doer,
    semantic_roles,
)
from dashboard.extraction.attach.blamed import blamed
from dashboard.extraction.attach.doers_near import doers_near
from dashboard.extraction.attach.hanging import is_of_another_day
from dashboard.extraction.attach.only_harm import explains
from dashboard.extraction.attach.sides_next import sides_before, sides_next
from dashboard.extraction.attach.two_sides import counted, side_of
from dashboard.extraction.attach.victims_next import victims_next
from dashboard.extraction.lexicon import one_of
from dashboard.text import Span

_REFERRING = (Link.REPORTED, Link.JOINED, Link.CONTRASTS, Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS)
_THEY_SUFFER = re.compile(  # "The victims are two men. They were shot dead"
    rf"(?:{one_of(LEXICON['and'])}\s+)?(?:both|all)?\s*{one_of(LEXICON['carried']['pronouns'])}\s+(?:all\s+|both\s+)?{any_phrase(LEXICON['after']['auxiliary'])}\s+(?:\w+ly\s+|later\s+|also\s+|then\s+)?{any_phrase(LEXICON['after']['done_to'])}\b",
    re.IGNORECASE,
)
_THEM = re.compile(
    rf"\b{one_of(LEXICON['carried']['struck'])}\s+{one_of(LEXICON['carried']['objects'])}\b", re.IGNORECASE
)  # "a jet bombed them there"
_THE_ATTACKERS = re.compile(
    rf"\b{one_of(LEXICON['carried']['the'])}\s+(?:[\w-]+\s+)?{one_of(LEXICON['carried']['attackers'])}$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(rf"\b(?:{'|'.join(LEXICON['answered']['words'])})\b", re.IGNORECASE)
_ON_OTHERS = re.compile(
    rf"\b{one_of(LEXICON['answered']['fired_on'])}\s+(?!(?:[\w-]+\s+){{0,3}}?{one_of(LEXICON['answered']['crowd'])}\b)",
    re.IGNORECASE,
)  # "opened fire on the gang"
_ANY_PEOPLE = re.compile(rf"\b(?:{'|'.join(LEXICON['harmed-next']['any_people'])})$", re.IGNORECASE)
_HELPED = re.compile(one_of(LEXICON["carried"]["helped"]), re.IGNORECASE)
_RELATIVE = (Link.ELABORATES, Link.JOINED)
_BESIDE = (Link.CONTRASTS, Link.CONCURRENT)
_FAR = 4  # clauses
_NAMED = (Category.NAMED, Category.ANAPHORA)
_STRIKES = (SubEventType.AIR_STRIKE, SubEventType.SHELLING)
_HITS = (EventType.REMOTE_VIOLENCE, EventType.VIOLENCE_AGAINST_CIVILIANS)
_BY_SOMEBODY = (EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.BATTLES)
_SIDES = (SemanticRole.ACTS, SemanticRole.SUFFERS)


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor and what it does; ``doer``: civilians whom the words name as who did it; ``taken_over``: of another clause.

    ``blamed``: it is only said further on to have done it, by others or by itself.
    """

    actor: ActorMention
    role: SemanticRole
    doer: bool = False
    taken_over: bool = False
    blamed: bool = False

    @property
    def rule(self) -> str:
        """How it is known, in words."""
        return "blamed for it, or owns up to it" if self.blamed else self.actor.category


def who(annotations: Annotations, number: int, coding: Coding) -> Iterator[Participant]:
    """Those the clause names, those taken over from another, and who is blamed where nobody is named who did it."""
    told = list(_of_more_places(annotations, number) or _told(annotations, number, coding))
    told += _sides_told_next(annotations, number, told)
    if _may_hurt_others(coding, told):
        robbed = coding.sub_event_type is SubEventType.LOOTING
        hurt = (
            each for each in victims_next(annotations, number, robbed=robbed) if _is_unarmed(each, coding)
        )
        told += [Participant(actor, SemanticRole.SUFFERS, taken_over=True) for actor in hurt]
    if coding.event_type in CROWDS and not any(each.actor.type in OF_STATES for each in told):
        told += _answering(annotations, number)
    if coding.event_type in _BY_SOMEBODY and not any(_does(each) for each in told):
        near = doers_near(
            annotations,
            number,
            found_dead=coding.event_type in _HITS,
            attackers_hurt=any(_is_attacker_hurt(each) for each in told),
        )
        told += [Participant(actor, SemanticRole.ACTS, taken_over=True) for actor in near]
    harm = coding.event_type in VIOLENT or coding.sub_event_type is SubEventType.LOOTING
    known = not harm or any(_is_known_doer(each) for each in told)
    laid_on = () if known else tuple(blamed(annotations, number))
    yield from (each for each in told if not (laid_on and _is_unknown_doer(each)))
    yield from (Participant(actor, SemanticRole.ACTS, taken_over=True, blamed=True) for actor in laid_on)


def _is_unknown_doer(each: Participant) -> bool:
    """Whether armed men whom nobody names act: where somebody is blamed they are those."""
    return each.role is SemanticRole.ACTS and each.actor.name == ANYBODY


def _may_hurt_others(coding: Coding, told: Sequence[Participant]) -> bool:
    """Whether the sentences behind an act may tell of unarmed people hurt in it, whom its own words do not name."""
    suffering = [each.actor for each in told if each.role is SemanticRole.SUFFERS]
    if coding.event_type in _HITS:
        return not suffering
    robs = coding.sub_event_type is SubEventType.LOOTING
    unarmed = any(each.category is Category.CIVILIANS for each in suffering)
    return not unarmed and (robs or coding.event_type in (EventType.BATTLES, EventType.RIOTS))


def _is_unarmed(hurt: ActorMention, coding: Coding) -> bool:
    """Whether people hurt are sure to be no fighters: in a fight or a riot "two people" may be of those who fought."""
    return coding.event_type in _HITS or _ANY_PEOPLE.search(hurt.text) is None


def _does(each: Participant) -> bool:
    """Whether somebody armed, or whom the words name as who did it, acts; whoever only is counted does not."""
    return each.role is SemanticRole.ACTS and (each.doer or _is_armed(each.actor))


def _is_attacker_hurt(each: Participant) -> bool:
    """Whether rebels or armed people whom nobody names suffer: they may be those spoken of as the attackers."""
    attacker = each.actor.type is ActorType.REBELS or each.actor.name == ANYBODY
    return each.role is SemanticRole.SUFFERS and attacker


def _sides_told_next(annotations: Annotations, number: int, told: Sequence[Participant]) -> list[Participant]:
    """The sides of a clash that only sentences beside it name; the first acts, the others are those that were fought."""
    armed = {each.actor.name for each in told if _is_armed(each.actor)}
    found = list(sides_next(annotations, number, armed))
    if not found and not armed:
        found = list(sides_before(annotations, number))
    first = SemanticRole.ACTS if len(found) > 1 else SemanticRole.SUFFERS
    roles = (first, *(SemanticRole.SUFFERS for _ in found[1:]))
    return [Participant(actor, role, taken_over=True) for actor, role in zip(found, roles, strict=False)]


def _answering(annotations: Annotations, number: int) -> Iterator[Participant]:
    """The forces of a state that the next clauses tell to break up a crowd: "Residents blocked the road. Police fired tear gas"."""
    here = annotations.clauses[number]
    for clause in annotations.clauses[number + 1 : number + _FAR]:
        later = clause.sentence - here.sentence
        if (
            clause.paragraph != here.paragraph
            or later > 1
            or clause.places
            or is_of_another_day(clause, here)
        ):
            return
        if _ANSWERED.search(clause.quote):
            if _ON_OTHERS.search(clause.quote):
                return
            forces = [each for each in clause.actors if each.type in OF_STATES and _is_armed(each)]
            yield from (Participant(each, SemanticRole.SUFFERS, taken_over=True) for each in forces[:1])
            return


def harmed(annotations: Annotations, count: Count | None, number: int) -> Iterator[Participant]:
    """Those whom another clause counts as the dead or wounded of an act: they suffered it."""
    clauses = annotations.clauses
    if count is None or not count.low:
        return
    at = bisect_right(clauses, count.span.start, key=lambda each: each.span.start) - 1
    if at < 0 or at == number:
        return
    victim = counted(count, clauses[at])
    beside = [each for each in clauses[at].actors if each.span.touches(count.span) and each is not victim]
    for each in (*((victim,) if victim else ()), *beside):
        if each.category is not Category.SPEAKER and each.name != ANYBODY:
            yield Participant(each, SemanticRole.SUFFERS, taken_over=True)


def _is_known_doer(each: Participant) -> bool:
    """Whether somebody of a known side acts; an aircraft is of a side that is not told."""
    known = each.actor.type in OF_STATES or each.actor.category in _NAMED
    owned = each.actor.category is not Category.WEAPON
    return each.role is SemanticRole.ACTS and known and owned and _is_armed(each.actor)


def _of_more_places(annotations: Annotations, number: int) -> list[Participant]:
    """Those of the act of which a clause only names one more place: "and three in Maru"."""
    clause = annotations.clauses[number]
    if clause.kind_from is None or not is_elided(clause.quote):
        return []
    known = annotations.clauses[clause.kind_from]
    own = [*_own(clause, clause.coding)]
    return own + [replace(each, taken_over=True) for each in _own(known, known.coding)]


def _told(annotations: Annotations, number: int, coding: Coding) -> Iterator[Participant]:
    """Those the clause names, and those taken over from another."""
    clause = annotations.clauses[number]
    own = list(_known_again(annotations, number, list(_own(clause, coding))))
    yield from own
    if clause.form and clause.form.is_main:
        yield from _of_the_form(annotations, clause.form, own)
        return
    if (
        clause.armed
        and _THEM.search(clause.quote)
        and not any(each.role is SemanticRole.SUFFERS for each in own)
    ):
        theirs = {each.actor.name for each in own}
        yield from (
            replace(each, role=SemanticRole.SUFFERS)
            for each in _meant_by_they(annotations, number)
            if each.actor.name not in theirs
        )
    armed_act = any(each.role is SemanticRole.ACTS and _is_armed(each.actor) for each in own)
    if THEY.match(clause.quote) and not armed_act and clause.kind_from is None:
        yield from _meant_by_they(annotations, number)
        return
    if clause.armed and not armed_act and (clause.link in _RELATIVE or _parts_subject(annotations, number)):
        yield from _doers_before(annotations, number)
        return
    if clause.link is Link.FOLLOWS and not any(each.role is SemanticRole.ACTS for each in own):
        yield from _doers_before(annotations, number, crowds=True)
    if not any(each.role is SemanticRole.ACTS for each in own):
        yield from _who_did_it(annotations, number, own)
    for actor, harmed_there in _taken_over(annotations, number, clause):
        speaks = actor.category is Category.SPEAKER
        harmed_here = harmed_there or _THEY_SUFFER.match(clause.quote) is not None
        victim = harmed_here and actor.category is Category.CIVILIANS
        role = SemanticRole.SUFFERS if victim else SemanticRole.ACTS
        yield Participant(actor, SemanticRole.TELLS if speaks else role, taken_over=True)


def _known_again(annotations: Annotations, number: int, own: Sequence[Participant]) -> Iterator[Participant]:
    """Those of a clause, "the attackers" by the name of the group that acts in the sentence before."""
    clause = annotations.clauses[number]
    for each in own:
        told = clause.quote[: each.actor.span.end - clause.span.start]
        if each.actor.name == ANYBODY and each.role in _SIDES and _THE_ATTACKERS.search(told):
            named = [other.actor for other in _meant_by_they(annotations, number) if _is_group(other.actor)]
            yield from [replace(each, actor=actor, taken_over=True) for actor in named] or [each]
        else:
            yield each


def _is_group(actor: ActorMention) -> bool:
    return actor.type not in OF_STATES and actor.name != ANYBODY


def _own(clause: AnnotatedClause, coding: Coding | None) -> Iterator[Participant]:
    """Those the clause itself names; without an event's words, as if those stood at its end."""
    trigger = coding.cue.span if coding else Span(len(clause.quote), len(clause.quote))
    roles = semantic_roles(clause.quote, clause.span.start, trigger, clause.actors)
    for actor, role in zip(clause.actors, roles, strict=True):
        doer = actor.category is Category.CIVILIANS and is_named_as_doer(
            clause.quote, actor.span.start - clause.span.start
        )
        yield Participant(actor, role, doer=doer)


def named_by(clause: AnnotatedClause) -> Iterator[Participant]:
    """Those whom a clause names for its own event, and what each does in it."""
    return _own(clause, clause.coding)


def _of_the_form(
    annotations: Annotations, form: FormTold, own: Sequence[Participant]
) -> Iterator[Participant]:
    """Who did it, and to whom, by the form's fields, else by the rest of its narrative; nobody twice."""
    fellows = [each for number in form.fellows for each in _own(annotations.clauses[number], None)]
    fields = [(each, SemanticRole.ACTS) for each in form.doers] + [
        (each, SemanticRole.SUFFERS) for each in form.targets
    ]
    told = [Participant(actor, role, taken_over=True) for actor, role in fields]
    told += [replace(each, taken_over=True) for each in fellows if each.role in _SIDES]
    roles = {each.role for each in own if each.role is not SemanticRole.ACTS or _is_armed(each.actor)}
    if any(each.actor.category is Category.CIVILIANS and not each.doer for each in own):
        roles.add(SemanticRole.SUFFERS)
    names = {each.actor.name for each in own}
    for each in told:
        if each.role not in roles and each.actor.name not in names:
            names.add(each.actor.name)
            yield each


def _meant_by_they(annotations: Annotations, number: int) -> Iterator[Participant]:
    """Whom "they" at the head of a sentence means: the armed who act in the sentence before it, else a crowd."""
    sentence = annotations.clauses[number].sentence
    for before in reversed(annotations.clauses[max(0, number - _FAR) : number]):
        if sentence - before.sentence > 1:
            return
        told = [each for each in _own(before, before.coding) if _is_armed(each.actor)]
        acting = [each.actor for each in told if each.role is SemanticRole.ACTS]
        armed = acting or ([told[0].actor] if len(told) == 1 else [])  # who else would "they" be
        armed = armed or [each.actor for each in _own(before, before.coding) if _is_acting_crowd(each)]
        if armed:
            yield from (Participant(actor, SemanticRole.ACTS, taken_over=True) for actor in armed)
            return


def _is_acting_crowd(each: Participant) -> bool:
    return each.role is SemanticRole.ACTS and each.actor.category is Category.CROWD


def _parts_subject(annotations: Annotations, number: int) -> bool:
    """Whether a clause goes on with the subject before it: "gunmen, accompanied by soldiers, raided a village"."""
    clause, before = annotations.clauses[number], annotations.clauses[number - 1] if number else None
    same = before is not None and before.sentence == clause.sentence and before.coding is None
    return same and clause.link is Link.CONCURRENT and _HELPED.match(clause.quote) is not None


def _doers_before(annotations: Annotations, number: int, *, crowds: bool = False) -> Iterator[Participant]:
    """The armed who act in the clause that another hangs on: "rebels, whom Turkey backs, fought the army".

    With ``crowds`` a mob as well: "a mob lynched him and then attacked the station".
    """
    before = annotations.clauses[number - 1] if number else None
    if before is None or before.sentence != annotations.clauses[number].sentence:
        return
    for each in _own(before, before.coding):
        crowd = crowds and each.actor.category is Category.CROWD
        if each.role is SemanticRole.ACTS and (crowd or _is_armed(each.actor)):
            yield Participant(each.actor, SemanticRole.ACTS, taken_over=True)


def _who_did_it(annotations: Annotations, number: int, own: Sequence[Participant]) -> Iterator[Participant]:
    """Who harmed those that a clause only counts: told behind "when", or the other side in the sentence before, which tells no act."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    after = clauses[number + 1] if number + 1 < len(clauses) else None
    if after is not None and after.sentence == clause.sentence and explains(after):
        yield from _acting(after)
        return
    before = clauses[number - 1] if number else None
    if before is None or clause.sentence - before.sentence != 1 or before.paragraph != clause.paragraph:
        return
    if _strikes(before) and _strikes(clause) and not (clause.armed or clause.another or clause.places):
        yield from _acting(before)  # "Three Israeli strikes hit the city. Two schools were hit"
    elif before.coding is None and clause.casualties.killed:
        suffering = {side_of(each.actor) for each in own if each.role is SemanticRole.SUFFERS} - {""}
        yield from (
            each for each in _acting(before) if suffering and side_of(each.actor) not in {*suffering, ""}
        )


def _strikes(clause: AnnotatedClause) -> bool:
    coding = clause.coding
    return clause.outright and coding is not None and coding.sub_event_type in _STRIKES


def _acting(clause: AnnotatedClause) -> Iterator[Participant]:
    for each in _own(clause, clause.coding):
        if each.role is SemanticRole.ACTS and _is_armed(each.actor):
            yield Participant(each.actor, SemanticRole.ACTS, taken_over=True)


def _is_armed(actor: ActorMention) -> bool:
    return actor.category not in (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)


def _taken_over(
    annotations: Annotations, number: int, clause: AnnotatedClause
) -> list[tuple[ActorMention, bool]]:
    """Those of the clause that says its kind, else, where nobody armed is named and it refers back, those just before.

    With each whether it was harmed there.
    """
    if clause.kind_from is not None:
        known = annotations.clauses[clause.kind_from]
        there = {each.location for each in known.places}
        here = {each.location for each in clause.places}
        if clause.times and known.times and here and there and here.isdisjoint(there):
            return []  # "Violence in Abyei on Tuesday": another day, somewhere else
        return [(each, False) for each in known.actors]
    if clause.armed or not number or not (clause.link in _REFERRING or clause.refers):
        return []
    before = annotations.clauses[number - 1]
    if clause.link in _BESIDE and clause.places and before.places and not THEY.match(clause.quote):
        return []  # "while in Mueda a mine went off": somebody else's, somewhere else
    if before.paragraph != clause.paragraph:
        return []
    listened = clause.link is Link.REPORTED  # "nobody told the police that gunmen had killed"
    return [
        (each.actor, each.role is SemanticRole.SUFFERS)
        for each in _own(before, before.coding)
        if not (listened and each.role is SemanticRole.TELLS and each.actor.category is not Category.SPEAKER)
    ]

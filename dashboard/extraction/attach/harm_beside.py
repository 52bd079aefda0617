"""Clauses that only tell of the harm of an act told beside them."""

from dashboard.extraction.acled import VIOLENT, ExtType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.elsewhere import is_elsewhere
from dashboard.extraction.attach.only_harm import (
    are_apart,
    explains,
    goes_on_to_hurt,
    only_adds_harm,
    only_counts,
    only_kills,
)
from dashboard.extraction.attach.two_sides import is_added
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.extraction.model import Modality
from dashboard.gazetteer import REGION

_TOLD = (
    Link.OPENS,
    Link.JOINED,
    Link.LISTED,
)  # as news, and not by the way: "since 2013, when troops ousted him"
_LEADS_ON = (Link.JOINED, Link.COUNTED, Link.CONTRASTS)
_BY_THE_WAY = (Link.FOLLOWS, Link.ELABORATES)
_DOERS = any_of([*CLAUSES["told-again"]["named-doers"], *CLAUSES["told-again"]["of-attackers"]])
_ACCIDENTS = ("accident", "natural disaster")  # rows of the lexicon
_MAY_BE_ACCIDENT = ("an explosion, cause untold", "attack, target untold")
GOES_ON = any_of(CLAUSES["goes-on"]["words"])
_WITHOUT = any_of(CLAUSES["unharmed"]["words"])
_SAYS_MORE = any_of(["where", "with"])
_FIRST_WORDS = 15  # characters: "no one was killed"
_NEAR = 3  # clauses: so far back an event still has its harm stated


def is_unharmed(case: Case) -> bool:
    """Whether it only says that nobody was harmed, or that nothing is known of it."""
    harmed, clause = case.clause.casualties, case.clause
    early = clause.trigger - clause.span.start <= _FIRST_WORDS and not _tells_act_first(clause)
    nobody = harmed.harmless and early and not clause.places
    return nobody or (clause.hints and (harmed.harmless or (harmed.unknown and not harmed.told)))


def _tells_act_first(clause: AnnotatedClause) -> bool:
    """Whether the act stands before the words that nobody was harmed: "the town was shelled again on Monday, without victims"."""
    counted = [each for each in (clause.casualties.killed, clause.casualties.wounded) if each]
    behind = all(clause.trigger - clause.span.start < each.span.start for each in counted)
    return (
        clause.outright
        and bool(clause.times)
        and behind
        and all(_WITHOUT.match(each.text) for each in counted)
    )


def is_harm_beside(case: Case) -> bool:
    """Whether it only hints at the harm of an act told in its sentence or just before: "Gunmen raided Kaga. Two were hurt."."""
    clause = case.clause
    if not clause.hints or clause.another or clause.link is Link.APART or not has_event_beside(case):
        return False
    if _is_beside_bloodless(case) or _is_deadly_beside_damage(case):
        return False
    if clause.casualties.late or (clause.casualties.updated and not _has_event_just_before(case)):
        return False  # it brings a toll up to date
    apart = is_elided(clause.quote) or _stands_apart(case) or _has_its_own(case) or _is_before_another(case)
    return not (apart or _is_fled_from(case) or is_elsewhere(case.annotations, case.number))


def _is_before_another(case: Case) -> bool:
    """Whether it has a day of its own, and what follows in its sentence is told as an act of another: "rescued a trader on Monday who was taken on Friday"."""
    behind = _behind(case)
    if behind is None or case.when.basis is not TimeBasis.OWN:
        return False
    when = case.times[case.number + 1].plain if behind.link in _LEADS_ON and behind.outright else None
    joined = when is not None and when.basis is TimeBasis.OWN and when.is_apart(case.when)
    return behind.link is Link.APART or joined


def _behind(case: Case) -> AnnotatedClause | None:
    """The clause behind it in its sentence."""
    behind = next(iter(case.annotations.clauses[case.number + 1 : case.number + 2]), None)
    return behind if behind is not None and behind.sentence == case.clause.sentence else None


def _has_its_own(case: Case) -> bool:
    """Whether it has a town and a day of its own, and what follows in its sentence has others: "four died in Gao on Monday and …"."""
    if _goes_on_elsewhere(case):
        return True
    towns = {each.location for each in case.clause.places if each.precision < REGION}
    if not towns or case.when.basis is not TimeBasis.OWN:
        return False
    _, end = case.annotations.sentence(case.number)
    behind = [at for at in range(case.number + 1, end) if case.annotations.clauses[at].outright]
    return bool(behind) and all(_is_of_its_own(case, at, towns) for at in behind)


def _goes_on_elsewhere(case: Case) -> bool:
    """Whether an "and" or "while" leads on to another act in other places: "Gunmen wounded two in Djibo and burned a school in Arbinda"."""
    behind = _behind(case)
    if behind is None or behind.link not in _LEADS_ON or case.clause.link is not Link.OPENS:
        return False
    return behind.outright and are_apart(behind, case.clause)


def _is_of_another_town(clause: AnnotatedClause, following: AnnotatedClause) -> bool:
    """Whether each names a town of its own: "four were killed in Kherson and three were injured in a strike on Nikopol"."""
    towns = {each.location for each in clause.places if each.precision < REGION}
    others = {each.location for each in following.places if each.precision < REGION}
    return bool(towns) and bool(others) and towns.isdisjoint(others)


def _is_of_its_own(case: Case, other: int, towns: set[str]) -> bool:
    """Whether another clause of the sentence names another town, on another day."""
    named = {each.location for each in case.annotations.clauses[other].places}
    when = case.times[other].plain
    return (
        bool(named) and towns.isdisjoint(named) and when.basis is TimeBasis.OWN and when.is_apart(case.when)
    )


def is_harm_explained(case: Case) -> bool:
    """Whether the next clause of the sentence tells the act of which it counts the dead: "20 died, when bombs went off"."""
    following = next(iter(case.annotations.clauses[case.number + 1 : case.number + 2]), None)
    if following is None or following.sentence != case.clause.sentence:
        return False
    violent = following.coding is not None and following.coding.event_type in VIOLENT
    hurt = goes_on_to_hurt(following, case.clause) and only_kills(case.clause)
    hurt = hurt and not _is_of_another_town(case.clause, following)
    leads_on = hurt or (explains(following) and only_counts(case.clause))
    return leads_on and following.outright and violent and not following.known_act


def _is_fled_from(case: Case) -> bool:
    """Whether it says what the people of the clause before fled from."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    fled = before is not None and before.coding is not None and before.coding.ext_type is ExtType.DISPLACEMENT
    return fled and case.clause.link is Link.ELABORATES and case.clause.armed


def is_death_of_doers(case: Case) -> bool:
    """Whether it tells that those who did what was told before died of it too, and they are added there."""
    return is_added(case.annotations, case.number)


def is_harm_joined(case: Case) -> bool:
    """Whether it is joined to a clause that counts the dead, and only counts the hurt."""
    return bool(case.number) and only_adds_harm(case.clause, case.annotations.clauses[case.number - 1])


def is_of_accident(case: Case) -> bool:
    """Whether it only counts those whom the accident or the disaster told right before it has cost: "A bus overturned near Gao. Ten people died"."""
    if not _is_bare_harm(case.clause):
        return False
    told = reversed(case.annotations.clauses[max(0, case.number - _NEAR) : case.number])
    before = next((each for each in told if not _is_bare_harm(each)), None)
    if before is None or before.paragraph != case.clause.paragraph or before.coding is not None:
        return False
    near = case.clause.sentence - before.sentence <= _NEAR and not before.armed
    struck = any(each.event_type in VIOLENT and each.rule not in _MAY_BE_ACCIDENT for each in before.cues)
    return near and not struck and any(each.rule in _ACCIDENTS for each in before.cues)


def _is_bare_harm(clause: AnnotatedClause) -> bool:
    """Whether it only hints at harm: of nobody's doing, at no place and no time."""
    return clause.hints and not (clause.armed or clause.places or clause.times)


def is_harm_before(case: Case) -> bool:
    """Whether it only says who was killed, right behind the act that did it."""
    return case.clause.outcome and _has_event_just_before(case) and not _is_beside_bloodless(case)


def is_coming(case: Case) -> bool:
    """Whether it only hints at how they came to the violence that is told next there: "Gunmen surrounded Zurmi. They killed 12 people"."""
    clause, behind = (
        case.clause,
        next(iter(case.annotations.clauses[case.number + 1 : case.number + 2]), None),
    )
    came = clause.hints and clause.coding is not None and clause.coding.sub_event_type is SubEventType.OTHER
    if not came or behind is None or behind.coding is None or behind.coding.event_type not in VIOLENT:
        return False
    near = behind.paragraph == clause.paragraph and behind.sentence - clause.sentence <= 1
    return near and not (behind.places or behind.times)


def is_going_on(case: Case) -> bool:
    """Whether it only says that attacks or fighting went on, and what follows tells how, or what was done there: "The attacks continued in Maradun, where gunmen burned a school"."""
    clause, behind = case.clause, _behind(case)
    if behind is None or behind.coding is None or not behind.outright or clause.casualties.told:
        return False
    more = _SAYS_MORE.match(behind.quote) is not None and not (clause.places and behind.places)
    struck = behind.coding.event_type in VIOLENT or behind.coding.sub_event_type is SubEventType.LOOTING
    return more and struck and case.violent and GOES_ON.search(clause.quote) is not None


def _is_beside_bloodless(case: Case) -> bool:
    """Whether it counts dead beside nothing but what kills nobody, which can't have done it: "Troops deployed to Jos on Monday. At least 20 people were killed"."""
    if case.clause.casualties.killed is None or case.modality is Modality.DENIED:
        return False
    clauses, acts = case.annotations.clauses, _acts_beside(case)
    told = all(clauses[at].bloodless and clauses[at].times and clauses[at].link in _TOLD for at in acts)
    return bool(acts) and told and not any(_is_of_attackers(case, at) for at in acts)


def _is_deadly_beside_damage(case: Case) -> bool:
    """Whether it counts dead at a place and a day of its own beside nothing but what was burned, or who fled: "15 were killed in Bria on Monday, and 24 houses were burned"."""
    killed = case.clause.casualties.killed
    placed = any(each.precision < REGION for each in case.clause.places)
    if killed is None or not killed.low or not placed or case.when.basis is not TimeBasis.OWN:
        return False
    acts = [case.annotations.clauses[at].coding for at in _acts_beside(case)]
    return all(
        each is not None
        and (each.sub_event_type is SubEventType.LOOTING or each.ext_type is ExtType.DISPLACEMENT)
        for each in acts
    )


def _acts_beside(case: Case) -> list[int]:
    """The clauses of its sentence, and the last before it, that tell acts outright."""
    clauses = case.annotations.clauses
    first, last = case.annotations.sentence(case.number)
    before = case.annotations.outright_before(case.number)
    beside = {at for at in (before, *range(first, last)) if at is not None and clauses[at].outright}
    return [at for at in beside if at != case.number]


def _is_of_attackers(case: Case, number: int) -> bool:
    """Whether it is about those who did what was told before: "The fighters reached the town on Monday"."""
    known = _DOERS.match(case.annotations.clauses[number].quote) is not None
    struck = (case.annotations.clauses[at] for at in case.annotations.outright if at < number)
    return known and any(each.coding and each.coding.event_type in VIOLENT for each in struck)


def _has_event_just_before(case: Case) -> bool:
    """Whether the sentence, or the one before it in the paragraph, has an event outright."""
    before = case.annotations.outright_before(case.number)
    return before is not None and case.clause.sentence - case.annotations.clauses[before].sentence <= 1


def has_event_beside(case: Case) -> bool:
    """Whether another clause of the sentence, or one just before in the paragraph, has an event outright."""
    first, last = case.annotations.sentence(case.number)
    before = max(case.number - _NEAR, case.annotations.paragraph(case.number), 0)
    return case.annotations.has_outright(min(first, before), last, case.number)


def _stands_apart(case: Case) -> bool:
    """Whether a sentence, or what an "and" leads on to at a place of its own, has a time of its own, other than that of the event before it.

    So has what is told of a time before it: "Clashes broke out on Saturday after a man had been shot on Friday".
    """
    when, before = case.when, case.annotations.outright_before(case.number)
    if when.basis is not TimeBasis.OWN or before is None:
        return False
    link, beside = case.clause.link, case.times[before].plain
    if link in _BY_THE_WAY:
        told = beside.start if beside.basis is not TimeBasis.REPORT else None
        return when.end is not None and told is not None and when.end <= told
    begins = link is Link.OPENS or (link is Link.JOINED and bool(case.clause.places))
    return begins and when.is_apart(beside)

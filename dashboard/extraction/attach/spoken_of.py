"""Acts that words only speak of: judged in court, called to an end, counted among others, or known by what came of them."""

import re

from dashboard.extraction.acled import TAKING, ExtType, SubEventType
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, Worded, one_of, worded

_WRONGS = frozenset({SubEventType.LOOTING, SubEventType.ARRESTS, SubEventType.AGREEMENT})
_LONG_AGO = 45  # days
_TRIAL = worded(CLAUSES["trials"]["words"])
_APPEALS, _MANY = CLAUSES["appeals"], CLAUSES["of-many"]
_MUST = Worded(
    [*_APPEALS["must"], *_APPEALS["asks"]],
    rf"\b{one_of(_APPEALS['must'])}\s+(?:\w+\s+)?{one_of(_APPEALS['done'])}\b"
    rf"|\b{one_of(_APPEALS['asks'])}\b[^.;\n]{{0,120}}?\b{one_of(_APPEALS['for'])}\b",
)
_BE_DONE = Worded(  # "asks that a base be opened", "called for troops to be withdrawn"
    _APPEALS["asks-that"],
    rf"\b{one_of(_APPEALS['asks-that'])}\b[^.;\n]{{0,120}}?\s{one_of(_APPEALS['be'])}\s+(?:\w+ly\s+)?(?=\w*(?:ed|en|un|ne|wn|lt|nt|de|set|put|cut|hit|shot|held)\b)",
)
_BID = re.compile(  # "urged the police to arrest those behind it"
    rf"\b{one_of(_APPEALS['bids'])}\b[^.;\n]{{0,120}}?\sto\s+(?:[a-z]+ly\s+)?(?:[a-z]+\s+and\s+)?$",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    rf"\b{one_of(_APPEALS['orders'])}\b[^.;\n]{{0,120}}?\sto\s+(?:[a-z]+ly\s+)?(?:[a-z]+\s+and\s+)?$",
    re.IGNORECASE,
)
_CALLED_FOR = re.compile(  # "demanded the release of the victims and the arrest of the killers"
    rf"\b{one_of(_APPEALS['calls-for'])}\b[^.;\n]{{0,100}}?\b(?:the|an|their|his|her)\s+(?:\w+\s+){{0,2}}?$",
    re.IGNORECASE,
)
_SPEAKS = Worded(
    CLAUSES["known-harm"]["speaks"],
    rf"\b{one_of(CLAUSES['known-harm']['speaks'])}\s+an?\s+(?:[\w-]+\s+){{0,2}}$",
)
_WHO_FLED = Worded(CLAUSES["who-fled"]["words"], rf"\b{one_of(CLAUSES['who-fled']['words'])}\s+$")
_INVOLVED = Worded(
    CLAUSES["involved"]["words"], rf"\b{one_of(CLAUSES['involved']['words'])}\s+(?:[\w'’-]+\s+){{0,4}}$"
)
_STILL = Worded(
    _MANY["still"], rf"\b{one_of(_MANY['still'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of(_MANY['holds'])}\b"
)
_AGAIN = CLAUSES["told-again"]
_ACT = rf"\b{one_of(_AGAIN['the'])}\s+(?:\w+\s+)?{one_of([*_AGAIN['any'], *_AGAIN['words']])}\s+(?:had\s+|has\s+)?"
_ENDED = Worded(_AGAIN["ended"], rf"{_ACT}(?:of the \w+ )?{one_of(_AGAIN['ended'])}\b")
_AIM = Worded(
    CLAUSES["aims"]["operations"],
    rf"\b{one_of(_AGAIN['the'])}\s+(?:\w+\s+)?{one_of(CLAUSES['aims']['operations'])}\s+(?:only\s+)?{one_of(CLAUSES['aims']['aim'])}\b",
)
_OWNED_UP = worded(CLAUSES["owned-up"]["words"])
_REACTED = re.compile(  # "condemned the bombing of the market"; but "condemned Monday's bombing"
    rf"\b{one_of(CLAUSES['reactions']['verbs'])}\s+{one_of(CLAUSES['reactions']['articles'])}\s+(?:[\w-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_LAID_TO_REST = re.compile(
    rf"\b{one_of(CLAUSES['laid-to-rest']['be'])}\s+(?:\w+\s+)?{one_of(CLAUSES['laid-to-rest']['words'])}\b",
    re.IGNORECASE,
)
_AT_BURIAL = re.compile(  # "as a chief was buried"
    rf"\b{one_of(CLAUSES['laid-to-rest']['joints'])}\s+(?:[\w'’-]+\s+){{1,4}}$"
)
_TO_MANY = re.compile(rf"\w+\s+{CLAUSES['counted']['of']}\s+{one_of(CLAUSES['counted']['numbers'])}\b")


def is_owned_up(case: Case) -> bool:
    """Whether somebody only says that an act known from before was his: "the group said it was behind the blasts"."""
    clause = case.clause
    told = clause.casualties.told or case.when.basis is TimeBasis.OWN
    return case.violent and not told and _OWNED_UP.search(clause.quote) is not None


def is_aim(case: Case) -> bool:
    """Whether somebody only says whom an operation is against: "he said that the operation targets outlaws"."""
    return case.violent and not case.clause.heading and _AIM.search(case.clause.quote) is not None


def is_end(case: Case) -> bool:
    """Whether it says that an act known from before was over: "the shooting stopped at about 4 p.m."."""
    agreed = case.clause.coding is not None and case.clause.coding.sub_event_type is SubEventType.AGREEMENT
    return (case.violent or agreed) and _ENDED.search(case.clause.quote) is not None


def is_judged(case: Case) -> bool:
    """Whether a court judges it: told by a court, and not with a day and a place of long ago of its own."""
    if not case.violent:
        return False
    first, end = case.annotations.sentence(case.number)
    opens, at = case.annotations.clauses[first].span.start, max(case.clause.trigger, case.clause.span.start)
    text = case.annotations.report.text
    known = case.annotations.clauses[end - 1].span.end if case.clause.known_act else at
    judged = _TRIAL.search(text, opens, known) or _TRIAL.match(text, at)
    if judged is None:
        return False
    behind = any(each.toponym.span.start >= judged.end() for each in case.clause.places)
    return not (behind and _is_long_ago(case))


def is_called_for(case: Case) -> bool:
    """Whether it is only asked for or said that it must end: "the killing of health workers must stop"."""
    coding = case.clause.coding
    done = case.violent or (coding is not None and coding.sub_event_type in _WRONGS)
    must = _MUST.search(case.clause.quote) is not None or _is_bid(case)
    return (done and must) or _is_to_be_done(case)


def _is_bid(case: Case) -> bool:
    """Whether somebody is asked to do it, or told to arrest somebody: "urged the police to arrest those behind it"; whom an order to shoot killed was shot."""
    at, coding = max(0, case.clause.trigger - case.clause.span.start), case.clause.coding
    told = case.clause.quote
    if _BID.search(told, 0, at):
        return True
    arrests = coding is not None and coding.sub_event_type is SubEventType.ARRESTS
    return arrests and (_ORDERED.search(told, 0, at) or _CALLED_FOR.search(told, 0, at)) is not None


def _is_to_be_done(case: Case) -> bool:
    """Whether somebody asks that it be done, whatever it is, and no other act is told: "the network asks that a base be opened before May"."""
    coding, start = case.clause.coding, case.clause.span.start
    asked = _BE_DONE.search(case.clause.quote)
    if coding is None or asked is None:
        return False
    at, end = case.clause.trigger - start, case.clause.trigger - start + len(coding.cue.text)
    alone = all(asked.start() < each.span.start <= end for each in case.clause.cues)
    return alone and asked.start() < at <= asked.end() <= end


def is_who_fled(case: Case) -> bool:
    """Whether its words only say of whom it speaks: "the people who fled from the town are staying in schools"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    return case.ext_type is ExtType.DISPLACEMENT and _WHO_FLED.search(case.clause.quote, 0, at) is not None


def is_of_somebody(case: Case) -> bool:
    """Whether it only says what somebody had to do with: "he took part in the bombing of a market"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    undated = case.violent and case.when.basis is not TimeBasis.OWN
    return undated and _INVOLVED.search(case.clause.quote, 0, at) is not None


def is_held(case: Case) -> bool:
    """Whether it says what somebody has, and not that it was taken: "the rebels still hold most of the city"."""
    coding = case.clause.coding
    taking = coding is not None and coding.sub_event_type in TAKING
    return taking and case.when.basis is not TimeBasis.OWN and _STILL.search(case.clause.quote) is not None


def is_spoken_of(case: Case) -> bool:
    """Whether somebody only calls an act told before by another name: "state media speak of an attack by separatists"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    known = case.violent and case.told_before and not case.clause.places
    return known and _SPEAKS.search(case.clause.quote, 0, at) is not None


def is_reacted_to(case: Case) -> bool:
    """Whether somebody only says what he thinks of an act of which neither the day nor the dead are told: "the mayor, who condemned the bombing of the market, went to Gao on Monday"."""
    clause, start = case.clause, case.clause.span.start
    at = max(0, clause.trigger - start)
    counted = clause.casualties.killed or _TO_MANY.match(clause.quote, at)
    if not case.violent or counted or _REACTED.search(clause.quote, 0, at) is None:
        return False
    comma = clause.quote.find(",", at)
    upto = start + (comma if comma >= 0 else len(clause.quote))
    return not any(each.span.start < upto for each in clause.times)


def is_laid_to_rest(case: Case) -> bool:
    """Whether it tells where and when those killed before were buried: "ten soldiers killed in an ambush were buried in Gao on Monday"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    buried = _LAID_TO_REST.search(case.clause.quote, at) if case.violent else None
    if buried is None or _AT_BURIAL.search(case.clause.quote[at : buried.start()]):
        return False
    behind = case.clause.span.start + buried.end()
    told = (*(each.span for each in case.clause.times), *(each.toponym.span for each in case.clause.places))
    return bool(told) and all(each.start >= behind for each in told)


def _is_long_ago(case: Case) -> bool:
    when = case.when
    told = when.basis not in NO_WORDS and when.end is not None and when.frame.day is not None
    if not told or when.end is None or when.frame.day is None:
        return False
    return (when.frame.day - when.end.date()).days > _LONG_AGO

"""Acts that words only speak of: judged in court, called to an end, counted among others, or known by what came of them."""

import re

from dashboard.extraction.acled import VIOLENT, ExtType, SubEventType
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, one_of, said
from dashboard.gazetteer import REGION
from dashboard.temporal import Granularity
from dashboard.text import Span

_TAKING = frozenset(
    {
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.NON_VIOLENT_TRANSFER,
    }
)
_WRONGS = frozenset({SubEventType.LOOTING, SubEventType.ARRESTS, SubEventType.AGREEMENT})
_LONG_AGO = 45  # days
_TRIAL = said("trials")
_APPEALS, _MANY, _BROUGHT = CLAUSES["appeals"], CLAUSES["of-many"], CLAUSES["brought"]
_MUST = re.compile(
    rf"\b{one_of(_APPEALS['must'])}\s+(?:\w+\s+)?{one_of(_APPEALS['done'])}\b"
    rf"|\b{one_of(_APPEALS['asks'])}\b[^.;\n]{{0,120}}?\b{one_of(_APPEALS['for'])}\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"{one_of(_MANY['opens'])}\s+{one_of(_MANY['was'])}\s+(?:at least\s+)?(?:the|its|their|one of the)\s+"
    rf"(?:{one_of(_MANY['which'])}|\d{{1,3}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"{_NTH.pattern}\s+(?:\w+\s+)?{one_of(_MANY['days'])}\b[^.;,\n]{{0,60}}?\s{one_of(_MANY['when'])}\s",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\W*(?:\w+\s+){{1,2}}of\s+{one_of(CLAUSES['known-harm']['them'])}\b", re.IGNORECASE
)  # "Fifteen of them have gunshot wounds"
_SPEAKS = re.compile(
    rf"\b{one_of(CLAUSES['known-harm']['speaks'])}\s+an?\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE
)
_IN_A_ROW = re.compile(
    rf"\W*(?:[\w/]+\W+){{0,4}}?{one_of(_MANY['row'])}\b", re.IGNORECASE
)  # "Third night in a row of attacks"
_NTH_ACT = re.compile(  # "The Aden blast was the second in a month"
    rf"{one_of(CLAUSES['told-again']['the'])}\s+(?:[\w'’-]+\s+){{0,3}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\s+(?:of\s+(?:[\w'’-]+\s+){{1,3}}?)?"
    rf"{one_of(_MANY['was'])}\s+(?:at least\s+)?(?:the|its|their)\s+(?:{one_of(_MANY['which'])}|\d{{1,3}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"\b(?:\d[\d,]*|{one_of(_MANY['many'])})\s+{one_of(_MANY['times'])}\b", re.IGNORECASE)
_RATE = re.compile(rf"\b(?P<not>{one_of(_MANY['not'])}\s+)?{one_of(_MANY['rate'])}\b", re.IGNORECASE)
_WEIGHS = re.compile(
    rf"\b{one_of(_MANY['goes-on'])}\s+(?:\w+ly\s+)?{one_of(_MANY['weighs'])}\b", re.IGNORECASE
)
_WHO_FLED = re.compile(rf"\b{one_of(CLAUSES['who-fled']['words'])}\s+$", re.IGNORECASE)
_INVOLVED = re.compile(rf"\b{one_of(CLAUSES['involved']['words'])}\s+(?:[\w'’-]+\s+){{0,4}}$", re.IGNORECASE)
_WRONGS_AT_LARGE = re.compile(rf"{one_of(_MANY['wrongs'])}", re.IGNORECASE)
_IN_MANY = re.compile(
    rf"\bin\s+(?:at least\s+|some\s+|about\s+)?(?:\d[\d,]*|{one_of(_MANY['many'])})\s+(?:\w+\s+)?{one_of(_MANY['in-many'])}\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    rf"\b{one_of(_MANY['still'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of(_MANY['holds'])}\b", re.IGNORECASE
)
_SEEN = re.compile(
    rf"\W*(?:[\w-]+\s+){{0,3}}?{one_of(CLAUSES['seen']['pictures'])}\b[^.;\n]{{0,60}}?\b{one_of(CLAUSES['seen']['show'])}\b",
    re.IGNORECASE,
)
_CASES = re.compile(rf"\b{one_of(_MANY['cases'])}\s+of\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_LASTS = re.compile(
    rf"\b{one_of(_MANY['into'])}\s+(?:{one_of(_MANY['nth'])}|\d{{1,2}}(?:st|nd|rd|th))\s+{one_of(_MANY['long'])}\b",
    re.IGNORECASE,
)
_DAILY = re.compile(rf"\b{one_of(_MANY['daily'])}\b", re.IGNORECASE)
_HABIT = re.compile(rf"\b{one_of(_MANY['habit'])}\s+(?:\w+ly\s+)?\w+ing\b", re.IGNORECASE)
_UNKNOWN = re.compile(rf"\b{one_of(_MANY['unknown'])}\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"\d\s?{one_of(_MANY['share'])}(?!\w)[^,.;]{{0,40}}?\s{one_of(_MANY['of-share'])}\b", re.IGNORECASE
)
_AGAIN = CLAUSES["told-again"]
_ACT = rf"\b{one_of(_AGAIN['the'])}\s+(?:\w+\s+)?{one_of([*_AGAIN['any'], *_AGAIN['words']])}\s+(?:had\s+|has\s+)?"
_ENDED = re.compile(rf"{_ACT}(?:of the \w+ )?{one_of(_AGAIN['ended'])}\b", re.IGNORECASE)
_AIM = re.compile(
    rf"\b{one_of(_AGAIN['the'])}\s+(?:\w+\s+)?{one_of(CLAUSES['aims']['operations'])}\s+(?:only\s+)?{one_of(CLAUSES['aims']['aim'])}\b",
    re.IGNORECASE,
)
_OWNED_UP = said("owned-up")
_KNOWN = CLAUSES["known-harm"]
_AMONG, _LIVED = said("known-harm", "among"), said("known-harm", "of")
_AMONG_SOME = re.compile(rf"\bamong\s+the\s+{one_of(_KNOWN['counted'])}\s+{one_of(_KNOWN['identified'])}\b")
_RANKED = re.compile(  # "The rockets of Monday are the fourth such incident this month"
    rf"\b{one_of(_KNOWN['copula'])}\s+the\s+{one_of(_KNOWN['ordinals'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b",
    re.IGNORECASE,
)
_MINE = re.compile(rf"[\"“‘']\s*{one_of(_KNOWN['first'])}\b", re.IGNORECASE)
_OURS = re.compile(
    rf"[\"“‘][^\"”’]{{0,80}}?\b{one_of(_KNOWN['ours'])}\b", re.IGNORECASE
)  # "They shot my two brothers
_NEAR = 20  # characters: "survivors of the deadly attack"
_IDENTIFIED = re.compile(  # "The three soldiers killed were two privates and a corporal"
    rf"\W*the\s+(?:[\w'’-]+\s+){{0,3}}?{one_of(_KNOWN['identified'])},?\s+(?:(?:all|both|also|both of them)\s+)?{one_of(_KNOWN['be'])}\b"
    rf"|[^.;]{{0,80}}?\bthe\s+{one_of(_KNOWN['identified'])}\s+[\w-]+\s+{one_of(_KNOWN['be'])}\b",
    re.IGNORECASE,
)
_MORE_HURT = re.compile(  # "Five more were wounded", "A fifth labourer survived"
    rf"\W*(?:(?:[\w-]+\s+){{1,3}}?{one_of(_KNOWN['more'])}|{one_of(_KNOWN['nth'])}\s+[\w-]+(?:\s+[\w-]+)?)\s+"
    rf"(?:{one_of(_KNOWN['be'])}\s+)?(?:\w+ly\s+)?{one_of(_KNOWN['hurt'])}\b",
    re.IGNORECASE,
)
_FOUND, _DIED = CLAUSES["found-later"], CLAUSES["died-later"]
_DIED_LATER = re.compile(
    rf"\b{one_of(_DIED['who'])}\s+(?:{one_of(_DIED['between'])}\s+)?{one_of(_DIED['died'])}\b", re.IGNORECASE
)
_OF_WOUNDS = said("died-later", "of-wounds")
_LATER = said("found-later")
_CAPTIVES = re.compile(
    rf"\b{one_of(_FOUND['the'])}\s+{one_of(_FOUND['held'])}\s+(?:[\w-]+\s+)?{one_of(_FOUND['nouns'])}\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    rf"\b{one_of(_BROUGHT['who'])}\b[^.;\n]{{0,60}}?\b{one_of(_BROUGHT['verbs'])}\s+(?:\w+\s+){{0,3}}?{_BROUGHT['to']}\b",
    re.IGNORECASE,
)


def is_owned_up(case: Case) -> bool:
    """Whether somebody only says that an act known from before was his: "the group said it was behind the blasts"."""
    clause = case.clause
    told = clause.casualties.told or case.when.basis is TimeBasis.OWN
    return _is_violent(case) and not told and _OWNED_UP.search(clause.quote) is not None


def is_aim(case: Case) -> bool:
    """Whether somebody only says whom an operation is against: "he said that the operation targets outlaws"."""
    return _is_violent(case) and not case.clause.heading and _AIM.search(case.clause.quote) is not None


def is_end(case: Case) -> bool:
    """Whether it says that an act known from before was over: "the shooting stopped at about 4 p.m."."""
    agreed = case.clause.coding is not None and case.clause.coding.sub_event_type is SubEventType.AGREEMENT
    return (_is_violent(case) or agreed) and _ENDED.search(case.clause.quote) is not None


def is_judged(case: Case) -> bool:
    """Whether a court judges it: told by a court, and not with a day and a place of long ago of its own."""
    first, _ = case.annotations.sentence(case.number)
    opens, at = case.annotations.clauses[first].span.start, max(case.clause.trigger, case.clause.span.start)
    text = case.annotations.report.text
    _, end = case.annotations.sentence(case.number)
    known = case.annotations.clauses[end - 1].span.end if case.clause.known_act else at
    judged = _TRIAL.search(text, opens, known) or _TRIAL.match(text, at)
    if not _is_violent(case) or judged is None:
        return False
    behind = any(each.toponym.span.start >= judged.end() for each in case.clause.places)
    return not (behind and _is_long_ago(case))


def is_called_for(case: Case) -> bool:
    """Whether it is only asked for or said that it must end: "the killing of health workers must stop"."""
    coding = case.clause.coding
    done = _is_violent(case) or (coding is not None and coding.sub_event_type in _WRONGS)
    return done and _MUST.search(case.clause.quote) is not None


def is_nth(case: Case) -> bool:
    """Whether it counts an act told before among others: "it was the third raid on the village in a year".

    "It was the 9th day of the siege when shells fell" tells when they did.
    """
    upto = case.clause.quote[: max(0, case.clause.trigger - case.clause.span.start)]
    if _NTH_DAY.match(upto):
        return False
    return (
        _NTH.match(case.clause.quote)
        or _NTH_ACT.match(case.clause.quote)
        or _IN_A_ROW.match(case.clause.quote)
    ) is not None


def is_rate(case: Case) -> bool:
    """Whether it says how often such a thing is done: "fired at US positions 166 times since May", "battles are rarer", "clashes continue to hamper aid"."""
    often = (_TIMES.search(case.clause.quote) or _WEIGHS.search(case.clause.quote)) and not _is_of_a_day(case)
    if _is_violent(case) and _DAILY.search(case.clause.quote) and not _is_of_a_day(case):
        return True
    rate = _RATE.search(case.clause.quote)
    cases = _CASES.search(case.clause.quote, 0, max(0, case.clause.trigger - case.clause.span.start))
    many = cases or _IN_MANY.search(case.clause.quote)
    dated = case.when.basis is TimeBasis.OWN and case.when.granularity.rank < Granularity.WEEK.rank
    if many and not dated:
        return True
    return _is_violent(case) and bool(often or (rate and not rate["not"]))


def is_habit(case: Case) -> bool:
    """Whether it says what is done again and again, of no day: "they keep attacking convoys on the road"."""
    return _is_violent(case) and not _is_of_a_day(case) and _HABIT.search(case.clause.quote) is not None


def is_who_fled(case: Case) -> bool:
    """Whether its words only say of whom it speaks: "the people who fled from the town are staying in schools"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    return case.ext_type is ExtType.DISPLACEMENT and _WHO_FLED.search(case.clause.quote, 0, at) is not None


def is_of_somebody(case: Case) -> bool:
    """Whether it only says what somebody had to do with: "he took part in the bombing of a market"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    involved = _INVOLVED.search(case.clause.quote, 0, at) is not None
    return involved and _is_violent(case) and case.when.basis is not TimeBasis.OWN


def is_seen(case: Case) -> bool:
    """Whether pictures only show what was left of an act told before: "videos show at least 20 burnt vehicles"."""
    coding = case.clause.coding
    harm = coding is not None and (case.clause.hints or coding.sub_event_type is SubEventType.LOOTING)
    told = case.when.basis is TimeBasis.OWN or not _is_told_before(case)
    return harm and not told and _SEEN.match(case.clause.quote) is not None


def is_at_large(case: Case) -> bool:
    """Whether it speaks of wrongs at large: of no day, no town and no number of dead: "they accused him of having covered up abuses"."""
    clause, coding = case.clause, case.clause.coding
    told = case.when.basis is TimeBasis.OWN or clause.casualties.told or clause.heading or clause.title
    wrongs = coding is not None and _WRONGS_AT_LARGE.fullmatch(coding.cue.text) is not None
    return (
        wrongs
        and not told
        and all(each.precision >= REGION for each in clause.places)
        and clause.known_act is None
    )


def is_held(case: Case) -> bool:
    """Whether it says what somebody has, and not that it was taken: "the rebels still hold most of the city"."""
    coding = case.clause.coding
    taking = coding is not None and coding.sub_event_type in _TAKING
    return taking and case.when.basis is not TimeBasis.OWN and _STILL.search(case.clause.quote) is not None


def is_lasting(case: Case) -> bool:
    """Whether it says for how many years something has lasted: "the siege of the city has entered its ninth year"."""
    lasts = _LASTS.search(case.clause.quote, max(0, case.clause.trigger - case.clause.span.start))
    return lasts is not None and not case.clause.casualties.told


def is_percentage(case: Case) -> bool:
    """Whether it tells a share of all and no day: "of the schools, 65 per cent have been hit"."""
    undated = case.when.basis is not TimeBasis.OWN
    return undated and _SHARE.search(case.clause.quote) is not None


def is_question(case: Case) -> bool:
    """Whether it only says that a toll is not known: "how many died on Sunday is not yet known"."""
    unknown = case.clause.hints and not case.clause.casualties.told
    return unknown and _UNKNOWN.search(case.clause.quote) is not None


def is_brought(case: Case) -> bool:
    """Whether the words that would take a place only bring the harmed there: "the wounded were taken to the hospital"."""
    coding = case.clause.coding
    moved = coding is not None and coding.sub_event_type is SubEventType.CHANGE_TO_GROUP
    harm = (case.clause.hints or moved) and _is_told_before(case)
    brought = harm or (
        coding is not None and (coding.sub_event_type in _TAKING or coding.ext_type is ExtType.EVACUATION)
    )
    return coding is not None and brought and _carries(case)


def is_known_harm(case: Case) -> bool:
    """Whether it says who was harmed in an act told before: "two nurses were among the dead"."""
    harmed = case.clause.casualties
    of_them = _OF_THEM.match(case.clause.quote) and not (harmed.killed or harmed.updated or case.clause.armed)
    told = harmed.updated or case.when.basis is TimeBasis.OWN or case.clause.another
    again = not told and (
        _IDENTIFIED.match(case.clause.quote) or (_MORE_HURT.match(case.clause.quote) and not harmed.killed)
    )
    if again and _is_violent(case) and _is_told_before(case):
        return True
    quote = case.clause.quote
    own = case.when.basis is TimeBasis.OWN
    among = (not own and _AMONG_SOME.search(quote)) or (case.clause.hints and _AMONG.search(quote))
    return _is_told_before(case) and _is_violent(case) and bool(among or of_them)


def is_ranked(case: Case) -> bool:
    """Whether it only says which of many an act told before was: "the rockets of Monday are the fourth such incident this month"."""
    ranked = _RANKED.search(case.clause.quote) is not None
    return ranked and _is_told_before(case) and not (case.clause.casualties.told or case.clause.places)


def is_spoken_of(case: Case) -> bool:
    """Whether somebody only calls an act told before by another name: "state media speak of an attack by separatists"."""
    at = max(0, case.clause.trigger - case.clause.span.start)
    spoken = _SPEAKS.search(case.clause.quote, 0, at)
    return spoken is not None and _is_violent(case) and _is_told_before(case) and not case.clause.places


def is_died_later(case: Case) -> bool:
    """Whether it says that somebody harmed in an act told before died: "he later succumbed to his wounds"."""
    wounds = case.when.basis is not TimeBasis.OWN and not case.clause.casualties.updated
    died = _DIED_LATER.search(case.clause.quote) or (wounds and _OF_WOUNDS.search(case.clause.quote))
    return bool(died) and _is_violent(case) and _is_told_before(case) and not case.clause.armed


def is_lived_through(case: Case) -> bool:
    """Whether its words say what somebody lived through or remembers: "survivors of sexual violence", "“My father was taken"."""
    if case.when.basis is TimeBasis.OWN or not _is_violent(case):
        return False
    at = case.clause.trigger - case.clause.span.start
    named = any(each.end() <= at <= each.end() + _NEAR for each in _LIVED.finditer(case.clause.quote))
    mine = (_MINE.match(case.clause.quote) or _OURS.match(case.clause.quote)) and not case.clause.places
    return named or (mine is not None and bool(mine) and _is_told_before(case))


def _is_told_before(case: Case) -> bool:
    return bool(case.annotations.outright) and case.annotations.outright[0] < case.number


def is_found_later(case: Case) -> bool:
    """Whether it tells what was found of the harm of an act told before: "two bodies were pulled from the rubble"."""
    later = _LATER.search(case.clause.quote) is not None
    return _is_told_before(case) and later and _is_violent(case) and not case.clause.places


def is_of_captives(case: Case) -> bool:
    """Whether its words only say who is meant: "the detained men were taken to Khartoum"."""
    at = case.clause.trigger - case.clause.span.start
    return any(each.start() <= at < each.end() for each in _CAPTIVES.finditer(case.clause.quote))


def _carries(case: Case) -> bool:
    evacuated = case.ext_type in (ExtType.EVACUATION, ExtType.NONE)
    found = _CARRIED.search(case.clause.quote) if evacuated else None
    trigger = Span(case.clause.trigger, case.clause.trigger + 1).moved(-case.clause.span.start)
    return found is not None and Span(*found.span()).touches(trigger)


def _is_violent(case: Case) -> bool:
    return case.clause.coding is not None and case.clause.coding.event_type in VIOLENT


def _is_long_ago(case: Case) -> bool:
    when = case.when
    told = when.basis not in NO_WORDS and when.end is not None and when.frame.day is not None
    if not told or when.end is None or when.frame.day is None:
        return False
    return (when.frame.day - when.end.date()).days > _LONG_AGO


def _is_of_a_day(case: Case) -> bool:
    when = case.when
    short = when.start is not None and when.end is not None and (when.end - when.start).days <= 1
    return when.basis is TimeBasis.OWN and short

"""Words that say how often, how long or how many, and tell no act: the third raid in a year, 166 times since May."""

import re

from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, Worded, one_of
from dashboard.gazetteer import REGION
from dashboard.temporal import Granularity

_MANY = CLAUSES["of-many"]
_NTH = re.compile(
    rf"{one_of(_MANY['opens'])}\s+{one_of(_MANY['was'])}\s+(?:{one_of(_MANY['at_least'])}\s+)?{one_of([*_MANY['whose'], *_MANY['one_of']])}\s+"
    rf"(?:{one_of(_MANY['which'])}|\d{{1,3}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"{_NTH.pattern}\s+(?:\w+\s+)?{one_of(_MANY['days'])}\b[^.;,\n]{{0,60}}?\s{one_of(_MANY['when'])}\s",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    rf"\W*(?:[\w/]+\W+){{0,4}}?{one_of(_MANY['row'])}\b", re.IGNORECASE
)  # "Third night in a row of attacks"
_NTH_ACT = re.compile(  # "The Aden blast was the second in a month"
    rf"{one_of(CLAUSES['told-again']['the'])}\s+(?:[\w'’-]+\s+){{0,3}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\s+(?:of\s+(?:[\w'’-]+\s+){{1,3}}?)?"
    rf"{one_of(_MANY['was'])}\s+(?:{one_of(_MANY['at_least'])}\s+)?{one_of(_MANY['whose'])}\s+(?:{one_of(_MANY['which'])}|\d{{1,3}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_TIMES = Worded(_MANY["times"], rf"\b(?:\d[\d,]*|{one_of(_MANY['many'])})\s+{one_of(_MANY['times'])}\b")
_UNTIL_NOW = Worded(_MANY["until_now"], rf"\b{one_of(_MANY['until_now'])}\b")
_RATE = Worded(_MANY["rate"], rf"\b(?P<not>{one_of(_MANY['not'])}\s+)?{one_of(_MANY['rate'])}\b")
_WEIGHS = Worded(
    _MANY["goes-on"], rf"\b{one_of(_MANY['goes-on'])}\s+(?:\w+ly\s+)?{one_of(_MANY['weighs'])}\b"
)
_WRONGS_AT_LARGE = re.compile(rf"{one_of(_MANY['wrongs'])}", re.IGNORECASE)
_IN_MANY = Worded(
    _MANY["in-many"],
    rf"\bin\s+(?:{one_of([*_MANY['at_least'], *CLAUSES['measured']['about']])}\s+)?(?:\d[\d,]*|{one_of(_MANY['many'])})\s+(?:\w+\s+)?{one_of(_MANY['in-many'])}\b",
)
_CASES = Worded(_MANY["cases"], rf"\b{one_of(_MANY['cases'])}\s+of\s+(?:[\w-]+\s+){{0,2}}$")
_LASTS = Worded(
    _MANY["into"],
    rf"\b{one_of(_MANY['into'])}\s+(?:{one_of(_MANY['nth'])}|\d{{1,2}}(?:st|nd|rd|th))\s+{one_of(_MANY['long'])}\b",
)
_DAILY = Worded(_MANY["daily"], rf"\b{one_of(_MANY['daily'])}\b")
_HABIT = Worded(_MANY["habit"], rf"\b{one_of(_MANY['habit'])}\s+(?:\w+ly\s+)?\w+ing\b")
_OFTEN_WORDS = CLAUSES["often"]
_OFTEN = re.compile(  # "often fire heavy rockets"; but "those who often come by night attacked"
    rf"\b(?P<who>{one_of(_OFTEN_WORDS['who'])}\s+)?(?:{one_of(_OFTEN_WORDS['adverbs'])}|(?P<ever>{one_of(_OFTEN_WORDS['ever'])}))"
    rf"\s+(?:(?!\w+(?:ed|ing)\b)[a-z-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\d\s?{one_of(_MANY['share'])}(?!\w)[^,.;]{{0,40}}?\s{one_of(_MANY['of-share'])}\b", re.IGNORECASE
)
_KNOWN = CLAUSES["known-harm"]
_RANKED = Worded(  # "The rockets of Monday are the fourth such incident this month"
    _KNOWN["ordinals"],
    rf"\b{one_of(_KNOWN['copula'])}\s+the\s+{one_of(_KNOWN['ordinals'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b",
)


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
    times = _TIMES.search(case.clause.quote) and not _is_of_a_town_today(case)
    often = (times or _WEIGHS.search(case.clause.quote)) and not _is_of_a_day(case)
    if case.violent and _DAILY.search(case.clause.quote) and not _is_of_a_day(case):
        return True
    rate = _RATE.search(case.clause.quote)
    cases = _CASES.search(case.clause.quote, 0, max(0, case.clause.trigger - case.clause.span.start))
    many = cases or _IN_MANY.search(case.clause.quote)
    dated = case.when.basis is TimeBasis.OWN and case.when.granularity.rank < Granularity.WEEK.rank
    if many and not dated:
        return True
    return case.violent and bool(often or (rate and not rate["not"]))


def is_habit(case: Case) -> bool:
    """Whether it says what is done again and again, of no day: "they keep attacking convoys on the road", "the army often shells villages".

    "They have repeatedly attacked the town this week" and "… killing six" tell acts.
    """
    quote, upto = case.clause.quote, max(0, case.clause.trigger - case.clause.span.start)
    often = _OFTEN.search(quote, 0, upto)
    if not case.violent:
        return False
    if often and often["ever"] and not often["who"]:
        return True  # "used to attack at night"
    told = case.clause.casualties.killed is not None or _is_of_a_week(case)
    return not _is_of_a_day(case) and ((often is not None and not told) or _HABIT.search(quote) is not None)


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


def is_lasting(case: Case) -> bool:
    """Whether it says for how many years something has lasted: "the siege of the city has entered its ninth year"."""
    lasts = _LASTS.search(case.clause.quote, max(0, case.clause.trigger - case.clause.span.start))
    return lasts is not None and not case.clause.casualties.told


def is_percentage(case: Case) -> bool:
    """Whether it tells a share of all and no day: "of the schools, 65 per cent have been hit"."""
    undated = case.when.basis is not TimeBasis.OWN or case.when.granularity.rank > Granularity.WEEK.rank
    return undated and _SHARE.search(case.clause.quote) is not None


def is_ranked(case: Case) -> bool:
    """Whether it only says which of many an act told before was: "the rockets of Monday are the fourth such incident this month"."""
    known = case.told_before and not (case.clause.casualties.told or case.clause.places)
    return known and _RANKED.search(case.clause.quote) is not None


def _is_of_a_town_today(case: Case) -> bool:
    """Whether it names a town and no longer time: "Chasiv Yar was shelled 11 times", of the day that the report is about."""
    named = any(each.precision < REGION for each in case.clause.places)
    until_now = _UNTIL_NOW.search(case.clause.quote) is not None
    return named and not until_now and not case.clause.times and case.when.basis in NO_WORDS


def _is_of_a_day(case: Case) -> bool:
    return _lasts(case, days=1)


def _is_of_a_week(case: Case) -> bool:
    return _lasts(case, days=7)


def _lasts(case: Case, *, days: int) -> bool:
    """Whether its own words tell a time that is no longer."""
    when = case.when
    short = when.start is not None and when.end is not None and (when.end - when.start).days <= days
    return when.basis is TimeBasis.OWN and short

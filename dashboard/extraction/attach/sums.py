"""What is told over many days or acts, and of none by itself: key figures, habits, the harm of a week in a region."""

import re
from datetime import timedelta

from dashboard.extraction.acled import VIOLENT, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.annotated_clause import UNARMED, AnnotatedClause
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.lexicon import CLAUSES, Worded, any_of, one_of, worded
from dashboard.gazetteer import REGION
from dashboard.temporal import Bearing
from dashboard.text import Span

FEW = _ACTS = 10  # more acts than one place tells of in one clause
_FOUGHT = frozenset({EventType.BATTLES, EventType.REMOTE_VIOLENCE})
_MANY_ACTS: int = CLAUSES["of-many"]["many-acts"]
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)
_NUMBERS = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,]*")
_DAYS, _A_MONTH, _MONTHS = timedelta(days=3), timedelta(days=28), timedelta(days=60)
_FIGURES = re.compile(r"\W*\d[\d,.]*\+? [^|·\n]{1,60}(?:[|·] *\d[\d,.]*\+? [^|·\n]{1,60})+$")
_COUNTED = re.compile(r"\b(\d[\d,]*)\s+(?:[\w-]+\s+)?$")
_PERFECT = re.compile(rf"\b{one_of(CLAUSES['of-many']['has'])}\b", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b(?:[2-9]|[1-9]\d[\d,]*|{one_of(CLAUSES['many-places']['numbers'])})\s+\w", re.IGNORECASE
)
_PLACES = Worded(
    CLAUSES["many-places"]["places"],
    rf"(?<!\bin )(?<!\bof )(?<!\bof the )(?<!\bacross )(?<!\band )\b(?:\d[\d,]*|{one_of(CLAUSES['many-places']['numbers'])})\s+(?:[\w-]+\s+)?{one_of(CLAUSES['many-places']['places'])}\b"
    rf"(?!\s+(?:\w+\s+){{0,2}}?{one_of(CLAUSES['many-places']['by'])}\s+(?:the\s+)?{one_of(CLAUSES['many-places']['town'])}\b)",
)
_PERIOD, _ONE_OF_IT = worded(CLAUSES["of-many"]["period"]), any_of(CLAUSES["of-many"]["once"])
_OVER_TIME = worded(CLAUSES["of-many"]["over-time"])
_PLURAL = any_of(CLAUSES["of-many"]["plural"])
_SINCE = worded(CLAUSES["background"]["since"])
_ACT_WORDS = any_of(
    [*CLAUSES["told-again"]["any"], *CLAUSES["told-again"]["words"], *CLAUSES["of-many"]["acts"]]
)
_ACTS_COUNTED = re.compile(
    rf"\b(?!(?:19|20)\d\d\b)(\d[\d,]*)\s+(?:[\w-]+\s+)?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['of-many']['acts']])}\b",
    re.IGNORECASE,
)
_RECORDED = Worded(
    CLAUSES["of-many"]["recorded"],
    rf"\b{one_of(CLAUSES['of-many']['has'])}\s+(?:\w+ly\s+)?{one_of(CLAUSES['of-many']['recorded'])}\b",
)


def is_over_many_places(clause: AnnotatedClause) -> bool:
    """Whether it counts the towns where it was and names none: "the enemy attacked five communities"; not "three villages near the town"."""
    named = any(each.precision < REGION for each in clause.places)
    return not named and _PLACES.search(clause.quote) is not None


def is_figures(text: str, span: Span) -> bool:
    """Whether it stands in a line of key figures: "41 incidents reported | 1 aid worker killed".

    >>> line = "41 incidents reported | 1 aid worker killed"
    >>> is_figures(line, Span(24, len(line)))
    True
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return _FIGURES.match(text[start : end if end >= 0 else len(text)]) is not None


def is_one_act(clause: AnnotatedClause) -> bool:
    """Whether it says who struck what town, or that it was shelled or fought over, in no words for many acts or a long time."""
    named = any(each.precision < REGION for each in clause.places)
    many = clause.casualties.often or clause.casualties.habit or _OVER_TIME.search(clause.quote)
    return (
        named
        and not many
        and ((clause.outright and clause.armed) or is_fought(clause) or _is_done_by_armed(clause))
    )


def is_fought(clause: AnnotatedClause) -> bool:
    """Whether its words are outright those of a fight or of a blow from afar, which tells more than that somebody was killed."""
    coding = clause.coding
    return clause.outright and coding is not None and coding.event_type in _FOUGHT


def _is_done_by_armed(clause: AnnotatedClause) -> bool:
    """Whether those who kill are named before and those killed behind: "police kill four in Kisumu"."""
    killed = clause.harm.killed
    doers = [
        each for each in clause.actors if each.category not in UNARMED and each.span.end <= clause.trigger
    ]
    return bool(doers) and killed is not None and killed.span.start > clause.trigger


def is_of_long(clause: AnnotatedClause) -> bool:
    """Whether it says what has been done, or since when: "rebels have killed nine people in Beni this year"."""
    return (_PERFECT.search(clause.quote) or _SINCE.search(clause.quote)) is not None


def tells_of_several(clause: AnnotatedClause) -> bool:
    """Whether its words are those of two acts or more: "air strikes killed eight in the last three months"."""
    return _PLURAL.search(clause.quote) is not None


def is_habit(clause: AnnotatedClause) -> bool:
    """Whether it says what is done again and again: "such raids have killed dozens", "they are often shelled"."""
    return clause.casualties.told and clause.hints and clause.casualties.often


def is_harm_of_days(clause: AnnotatedClause, when: When) -> bool:
    """Whether it counts the harmed of three days or more in a region or a country: "21 civilians killed in Rakhine this week"; or of months."""
    harmed = clause.casualties.killed or clause.casualties.wounded
    if harmed is None or any(each.precision < REGION for each in clause.places):
        return False
    if clause.hints and _is_long(when, _DAYS if clause.places else _MONTHS):
        return True
    return harmed.low >= _ACTS and _is_long(when, _A_MONTH)


def is_count_of_acts(clause: AnnotatedClause, when: When) -> bool:
    """Whether it counts the acts of three days or more: "from 1 April to 30 June the coalition counted 5,100 attacks"."""
    before = clause.quote[: clause.trigger - clause.span.start]
    counted = _COUNTED.search(before) or _ACTS_COUNTED.search(clause.quote)
    violent = clause.coding is not None and (
        clause.coding.event_type in VIOLENT or clause.coding.ext_type is ExtType.BREACH
    )
    if not violent or counted is None or int(counted[1].replace(",", "") or 0) < _ACTS:
        return False
    number = Span(*counted.span(1)).moved(
        clause.span.start
    )  # "in the year 1200 clashes took place" counts none
    since = _SINCE.search(clause.quote) is not None and not _is_since_today(when)
    wide = _is_front_wide(clause, int(counted[1].replace(",", "")))
    return (since or wide or _is_long(when)) and not any(each.span.touches(number) for each in clause.times)


def is_haul_of_long(clause: AnnotatedClause, when: When) -> bool:
    """Whether it counts the weapons that were taken or brought down in a week or more, in no town: "it shot down 800 drones in February"."""
    named = any(each.precision < REGION for each in clause.places)
    made_safe = (
        clause.coding is not None and clause.coding.sub_event_type is SubEventType.DISRUPTED_WEAPONS_USE
    )
    many = any(int(each[0].replace(",", "") or 0) >= _ACTS for each in _NUMBERS.finditer(clause.quote))
    return made_safe and many and not named and _is_long(when, _A_WEEK)


def is_done_since_long(clause: AnnotatedClause, when: When) -> bool:
    """Whether it counts what has been done since a month ago or more: "troops have retaken seven villages since the end of August"."""
    since = when.timex is not None and when.timex.bearing is Bearing.SINCE and when.basis is TimeBasis.OWN
    today = when.frame.day
    if not since or when.start is None or today is None or today - when.start.date() < _A_MONTH:
        return False
    told = clause.quote
    for each in sorted(clause.times, key=lambda time: -time.span.start):  # "since 9 May" counts none
        start, end = each.span.start - clause.span.start, each.span.end - clause.span.start
        told = told[: max(0, start)] + told[max(0, end) :]
    return _PERFECT.search(told) is not None and _SEVERAL.search(told) is not None


def is_count_of_period(clause: AnnotatedClause) -> bool:
    """Whether it counts what was done in a time spoken of as one counted over, in no town: "since then troops have held 40 suspects"."""
    named = any(each.precision < REGION for each in clause.places)
    told = clause.quote
    for each in _PERIOD.finditer(told):
        rest = told[: each.start()] + told[each.end() :]
        if not named and _SEVERAL.search(rest) and not _ONE_OF_IT.search(rest):
            return True
    return False


def _is_since_today(when: When) -> bool:
    """Whether it counts since an hour of the day of telling or the one before: "25 airstrikes since the early hours of this morning"."""
    today = when.frame.day
    return when.start is not None and today is not None and today - when.start.date() <= _A_DAY


def _is_front_wide(clause: AnnotatedClause, count: int) -> bool:
    """Whether it counts more acts than one town has, and names none: "118 combat engagements took place at the front"."""
    named = any(each.precision < REGION for each in clause.places)
    acts = clause.coding is not None and _ACT_WORDS.search(clause.coding.cue.text) is not None
    return count >= _MANY_ACTS and acts and not named


def is_recorded(clause: AnnotatedClause) -> bool:
    """Whether somebody has counted the harmed of a time: "the mission has verified 38 deaths by mines since October"."""
    counts = clause.casualties
    return counts.summed and counts.told and _RECORDED.search(clause.quote) is not None


def _is_long(when: When, days: timedelta = _DAYS) -> bool:
    return when.start is not None and when.end is not None and when.end - when.start >= days

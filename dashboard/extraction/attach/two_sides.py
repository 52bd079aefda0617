"""The dead that one clause counts and another adds to: of two sides of a fight, or of those killed in one way and another."""

import re

from dashboard.actors import ActorMention
from dashboard.actors.model import OF_STATES, ActorType, Category
from dashboard.extraction.acled import EventType
from dashboard.extraction.annotate.amounts import added
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.casualty_counts import Count, both
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.only_harm import only_kills
from dashboard.extraction.lexicon import one_of
from dashboard.language import end_of
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_NEAR = 25  # characters behind a number that may say who is counted
_LONG = 300  # characters
_FAR = 4  # clauses
_WORDS = lexicon("casualty_counts")
_NUMBERED = re.compile(
    rf"\b(?:\d[\d,]*|{one_of([*_WORDS['amounts']['exact'], *_WORDS['amounts']['tens'], *_WORDS['amounts']['loose']])})\s+$",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(rf"\b{one_of(_WORDS['sides']['other'])}\b", re.IGNORECASE)
_UNCHECKED = re.compile(rf"\b{one_of(_WORDS['sides']['unchecked'])}\b", re.IGNORECASE)
_SOME_OF = re.compile(
    rf"\W*[\w-]+\s+of\s+{one_of(_WORDS['sides']['some_of'])}\b", re.IGNORECASE
)  # a part of those told before
_MEMBERS = re.compile(
    rf",\s+(?:{one_of(_WORDS['sides']['all'])}\s+)?{one_of(_WORDS['sides']['members'])}\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ANEW = re.compile(
    rf"(?:{one_of(_WORDS['sides']['anew'])}\s+)?(?P<who>(?:{one_of(_WORDS['bounds']['new'])}|{one_of(_WORDS['sides']['the_other'])}|"
    rf"\d[\d,]*|{one_of([*_WORDS['amounts']['exact'], *_WORDS['amounts']['tens'], *_WORDS['amounts']['loose']])})\b)",
    re.IGNORECASE,
)
_WITH = re.compile(rf"{one_of(_WORDS['sides']['died_with'])}\s+(?P<who>[^,;:.]+)", re.IGNORECASE)
_ALONE = re.compile(rf"\s+{one_of(_WORDS['sides']['alone'])}\b", re.IGNORECASE)
_DOERS = one_of(_WORDS["sides"]["doers"])
_OF_SOME = rf"(?:(?:\d+|{one_of(_WORDS['amounts']['exact'])})\s+of\s+)?(?:{one_of(_WORDS['sides']['some_of'])})\s+(?:[\w-]+\s+){{0,1}}?{_DOERS}"
_SLAIN = rf"(?:{one_of(_WORDS['sides']['slain'])})"
_DOERS_DEAD = re.compile(  # "Two of the attackers died", "Police later shot dead one of the gunmen"
    rf"^\W*(?:\w+\s+)?{_OF_SOME}\s+(?:{one_of(_WORDS['sides']['struck_him'])}\s+)?(?:[\w-]+\s+){{0,2}}?{_SLAIN}\b|\b{_SLAIN}\s+{_OF_SOME}\b",
    re.IGNORECASE,
)
_FORCES = one_of(_WORDS["sides"]["forces"])
_HE_DIED = re.compile(  # "He was shot dead by police", "Police shot him dead", "He then killed himself"
    rf"^\W*(?:he|she|and|but|before)\s+(?:was|being)\s+(?:\w+\s+)?{_SLAIN}\s+by\s+(?:[\w-]+\s+){{0,2}}?{_FORCES}\b"
    rf"|^\W*(?:[\w-]+\s+){{0,2}}?{_FORCES}\s+(?:\w+\s+)?(?:shot\s+(?:him|her)\s+dead|{_SLAIN}\s+(?:him|her))\b|\b{_SLAIN}\s+(?:himself|herself)\b",
    re.IGNORECASE,
)
_ONE_DOER = re.compile(rf"\b(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?{_DOERS}\b", re.IGNORECASE)
_COUNTED_IN = re.compile(
    rf"\b{one_of(_WORDS['sides']['with_them'])}\s+(?:[\w-]+\s+){{0,3}}?{_DOERS}", re.IGNORECASE
)
_AMONG = re.compile(rf"\b{one_of(_WORDS['sides']['among'])}\b", re.IGNORECASE)
_GOES_ON = (Link.JOINED, Link.CONTRASTS, Link.CONCURRENT)
_BY_HAND = (EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.BATTLES)
_UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)


def side_of(actor: ActorMention) -> str:
    """Which side of a fight somebody armed is on; empty for others."""
    if actor.category in _UNARMED or actor.type is ActorType.CIVILIANS:
        return ""
    return "state" if actor.type in OF_STATES else "armed"


def side_counted(count: Count, clause: AnnotatedClause) -> str:
    """Whose dead a clause counts; empty for civilians and where it isn't said."""
    first = counted(count, clause)
    return side_of(first) if first else ""


def counted(count: Count, clause: AnnotatedClause) -> ActorMention | None:
    """Whom a clause counts: the first who is named at the number, right behind it or right before it, or of whom they were members."""
    near = range(count.span.start, count.span.end + _NEAR)
    behind = [each for each in clause.actors if each.span.start in near or each.span.touches(count.span)]
    before = [each for each in clause.actors if each.span.end == count.span.start - 1]
    found = min(behind or before, key=lambda each: each.span.start, default=None)
    if found is not None and found.category is Category.CIVILIANS:
        return next((each for each in clause.actors if _MEMBERS.search(_before(each, clause))), found)
    return found


def with_other_side(annotations: Annotations, number: int, count: Count) -> Count:
    """The dead of a clause, those that its sentence goes on to count, and those of the other side in the sentences behind it, before another act is told."""
    clauses = annotations.clauses
    here = side_counted(count, clauses[number])
    if count.aggregate:
        return count
    for clause in clauses[number + 1 : number + _FAR]:
        same = clause.sentence == clauses[number].sentence
        more = _counted_on(clause, count, alone=_is_alone(count, clauses[number])) if same else None
        more = more or (_died_with(clause) if same else None)
        if more:
            count = both(count, more)
            continue
        fell = doers_dead(clause, clauses[number]) or _of_the_other_side(
            annotations, clause, clauses[number], here
        )
        if fell:
            return both(count, fell)
        if clause.outright or clause.places or clause.paragraph != clauses[number].paragraph:
            return count
        other = clause.casualties.moved(clause.span.start).killed
        if other is None or clause.link is Link.COUNTED:
            continue
        checked = not _UNCHECKED.search(_sentence(annotations, clause))
        apart = _OTHER_SIDE.search(clause.quote) and not _SOME_OF.match(clause.quote)
        adds_to = adds(here, other, clause) and not _both_counted(clauses[number], other, clause)
        told = adds_to or (other.low and apart)
        return both(count, other) if checked and told else count
    return count


def doers_dead(clause: AnnotatedClause, act: AnnotatedClause) -> Count | None:
    """Those who did it, where the clause only tells that they died of it too: "Police shot him dead", "Two of the attackers died".

    None of another place or day, nor who was counted already or hunted down later, as those whom "troops shot dead three gunmen" counts.
    """
    killed = clause.harm.killed
    if clause.paragraph != act.paragraph or clause.places or clause.times or _AMONG.search(clause.quote):
        return None
    if clause.another or (clause.outright and _is_remote(clause) and not _is_remote(act)):
        return None  # an air strike in reply is an act of its own
    he = _HE_DIED.search(clause.quote)
    if he and _ONE_DOER.search(act.quote, 0, max(0, act.trigger - act.span.start)):
        return Count(1, 1, he[0].strip(), Span(*he.span()).moved(clause.span.start))
    if killed is None or not killed.low or killed.aggregate or clause.casualties.updated:
        return None
    known = act.harm.killed is not None and side_counted(act.harm.killed, act) == "armed"
    return killed if _DOERS_DEAD.search(clause.quote) and not (known or _counts_some(act)) else None


def _counts_some(act: AnnotatedClause) -> bool:
    """Whether some of those who did it were counted with the others: "five people, including three of the attackers, were killed"."""
    return _COUNTED_IN.search(act.quote) is not None


def _is_remote(clause: AnnotatedClause) -> bool:
    return clause.coding is not None and clause.coding.event_type is EventType.REMOTE_VIOLENCE


def _of_the_other_side(
    annotations: Annotations, clause: AnnotatedClause, act: AnnotatedClause, side: str
) -> Count | None:
    """The dead of the side that fought the one counted, where the clause tells no more than that they were killed: "One soldier was killed"."""
    killed = clause.harm.killed
    if killed is None or clause.paragraph != act.paragraph or clause.places or clause.times or clause.another:
        return None
    unchecked = _UNCHECKED.search(_sentence(annotations, clause))
    told = only_kills(clause) and adds(side, killed, clause) and not _both_counted(act, killed, clause)
    return killed if told and not unchecked else None


def _both_counted(act: AnnotatedClause, other: Count, clause: AnnotatedClause) -> bool:
    """Whether the act counts that side as well: "a soldier and two militants were killed. Two militants were killed while fleeing"."""
    its = side_counted(other, clause)
    return any(side_of(each) == its and _NUMBERED.search(_before(each, act)) for each in act.actors)


def is_added(annotations: Annotations, number: int) -> bool:
    """Whether the dead of a clause are added to those of the act told before it, of which they died too."""
    clauses = annotations.clauses
    if annotations.outright_before(number) is None or clauses[number].link is Link.COUNTED:
        return False  # "Our own count: nine soldiers dead" is another count
    for before in reversed(clauses[max(0, number - _FAR + 1) : number]):
        if before.casualties.killed and before.casualties.killed.low:
            here = side_counted(before.harm.killed, before) if before.harm.killed else ""
            fell = doers_dead(clauses[number], before) or _of_the_other_side(
                annotations, clauses[number], before, here
            )
            return fell is not None
        if before.outright or before.paragraph != clauses[number].paragraph:
            return False
    return False


def _counted_on(clause: AnnotatedClause, before: Count, *, alone: bool) -> Count | None:
    """Whom a clause that goes on with its sentence opens with, killed as well: "two men were beheaded, and a girl burned to death".

    A number with no noun is of those before, unless theirs stood ``alone`` too or is smaller: "killed 12 people, and three were hacked to death".
    """
    other, opens = clause.harm.killed, _ANEW.match(clause.quote)
    if other is None or opens is None or clause.link not in _GOES_ON or not other.low:
        return None
    if clause.places or (clause.times and not clause.casualties.late) or _tells_a_blow(clause):
        return None  # killed somewhere else, another day, or by something else
    here = other.span.start - clause.span.start == opens.start("who")
    part = clause.link is Link.CONTRASTS or other.low <= before.low
    if part and _is_alone(other, clause) and not (alone or clause.casualties.late):
        return None
    total = other.aggregate or (clause.casualties.updated and not clause.casualties.late)
    return other if here and not total and not _SOME_OF.match(clause.quote) else None


def _died_with(clause: AnnotatedClause) -> Count | None:
    """Whom a clause that goes on with its sentence adds with no verb of their own: "the mayor was shot dead on Monday, along with his driver and a guard"."""
    told = _WITH.match(clause.quote)
    apart = clause.coding is not None or clause.places or clause.times or clause.casualties.told
    bounds = added(told["who"]) if told and clause.actors and not apart else None
    if told is None or bounds is None:
        return None
    return Count(*bounds, told["who"], Span(*told.span("who")).moved(clause.span.start))


def _is_alone(count: Count, clause: AnnotatedClause) -> bool:
    """Whether a number stands in a clause with no noun of its own: "three were hacked to death"."""
    behind = max(0, count.span.end - clause.span.start)
    return _NUMBERED.search(f"{count.text} ") is not None and _ALONE.match(clause.quote, behind) is not None


def _tells_a_blow(clause: AnnotatedClause) -> bool:
    """Whether it tells of more than how they died: "while two villagers died when a bomb went off"."""
    coding = clause.coding
    return clause.outright and coding is not None and coding.event_type not in _BY_HAND


def adds(side: str, other: Count, clause: AnnotatedClause) -> bool:
    """Whether a clause counts the dead of the side that fought the one given, and of no other.

    "Two soldiers died" adds to seven rebels killed; "the army spoke of four soldiers and 27 rebels killed" tells all anew.
    """
    its = side_counted(other, clause)
    if not (side and its) or its == side or not other.low or other.aggregate:
        return False
    anew = any(side_of(each) == side and _NUMBERED.search(_before(each, clause)) for each in clause.actors)
    return not (anew or clause.casualties.updated)


def _sentence(annotations: Annotations, clause: AnnotatedClause) -> str:
    """The rest of a clause's sentence."""
    text = annotations.report.text
    return text[clause.span.start : end_of(text, clause.span.start, _LONG)]


def _before(actor: ActorMention, clause: AnnotatedClause) -> str:
    return clause.quote[: max(0, actor.span.start - clause.span.start)]

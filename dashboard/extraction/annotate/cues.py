"""What kind of event words are about: ACLED's six types and 25 sub-event types, and what these fold away.

No model and no parser: the cues are patterns of words in ``types.toml``, every cue is kept, and
an order anyone can read decides among them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.actors import ActorMention
from dashboard.actors.model import ActorType
from dashboard.extraction.acled import EVENT_TYPE_OF, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.asides import asides
from dashboard.extraction.annotate.names import is_name, names
from dashboard.extraction.annotate.spotted import Spotted, spot
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.language import STOP, STOPPED, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.language.words import Words, tokenise
from dashboard.text import Span, one_letter_off


@dataclass(frozen=True, slots=True)
class CueRow:
    """A row of the lexicon: what its patterns mean, and how strongly (1 a hint, 5 settles the matter).

    ``near``: the trigger must be one slip of the pen away from one of these words. ``anywhere``: it counts
    in full though stated as a reason.
    """

    id: str
    sub_event_type: SubEventType
    ext_type: ExtType
    strength: int
    kind: str
    needs: str
    unless: str
    near: tuple[str, ...]
    anywhere: bool
    example: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that state a type; ``SubEventType.NONE`` where they state that it is no event of a conflict."""

    span: Span
    text: str
    sub_event_type: SubEventType
    ext_type: ExtType
    strength: int
    rule: str
    kind: str

    @property
    def event_type(self) -> EventType:
        """ACLED's event type."""
        return EVENT_TYPE_OF.get(self.sub_event_type, EventType.NONE)


@dataclass(frozen=True, slots=True)
class Coding:
    """The type of a stretch of text, the cue that decided, and every cue by position."""

    event_type: EventType
    sub_event_type: SubEventType
    ext_type: ExtType
    cue: Cue
    cues: tuple[Cue, ...]


def cues(spotted: Spotted) -> list[Cue]:
    """Every cue in the text, by position; the stronger first where two begin together.

    >>> [cue.sub_event_type for cue in cues(spot(GRAMMAR, tokenise("Warplanes bombed the town.")))][0]
    <SubEventType.AIR_STRIKE: 'Air/drone strike'>
    """
    if not spotted.matches:
        return []
    text, news = spotted.text, _News.of(spotted.text, spotted.matches)
    unmeant = [match.trigger for match in spotted.matches if match.rule == _UNMEANT]
    named = names(text)
    found: dict[tuple[str, Span], Cue] = {}
    for match in spotted.matches:
        row = ROWS.get(match.rule)
        if row is None or any(each.touches(match.trigger) for each in unmeant):
            continue
        if is_name(match.trigger, row.sub_event_type, row.strength, named):
            continue
        if _fits(row, spotted.tokens) and _spelled(row, match.trigger.of(text).lower()):
            strength = max(1, row.strength - (0 if row.anywhere else news.distance(match.trigger)))
            found.setdefault((row.id, match.trigger), _cue(row, match.trigger, text, strength))
    return sorted(found.values(), key=_order)


def _order(cue: Cue) -> tuple[int, tuple[int, int, int]]:
    return cue.span.start, _rank(cue)


def cues_of(words: Words, spotted: Spotted) -> list[Cue]:
    """The cues that were spotted in the words, and those that are seen once what stands between subject and verb is left out."""
    found, apart = cues(spotted), asides(words.text)
    if not apart:
        return found
    seen = dict.fromkeys(
        [*found, *cues(spot(GRAMMAR, words.without(apart)))]
    )  # of equals the first one decides
    return sorted(seen, key=_order)


def named_in(found: Iterable[Cue], part: Span) -> Iterator[Cue]:
    """The cues that begin in a stretch of the text and mean what the first of them means: "peace deal", "deal"."""
    inside = [each for each in found if part.start <= each.span.start < part.end]
    yield from (each for each in inside if each.sub_event_type is inside[0].sub_event_type)


def code(text: str) -> Coding | None:
    """The type of a text, None when it is about no event of a conflict.

    >>> coding = code("Soldiers retook the town from the rebels after heavy clashes.")
    >>> coding and coding.sub_event_type
    <SubEventType.GOVERNMENT_REGAINS: 'Government regains territory'>
    >>> code("The kingdom expelled two diplomats.") is None
    True
    """
    words = tokenise(text)
    return deciding(cues_of(words, spot(GRAMMAR, words)))


def coding_of(found: Iterable[Cue], clause: Span, who: Sequence[ActorMention], text: str) -> Coding | None:
    """The coding of a clause's cues; what a foreign army takes, and takes back for nobody, is not its government's.

    Rebels who "were driven out" took nothing.
    """
    coding = deciding(found)
    if coding is None or coding.sub_event_type is not SubEventType.GOVERNMENT_REGAINS:
        return coding
    if _TAKEN_BACK.search(coding.cue.text) or _WERE_DRIVEN.search(text, 0, coding.cue.span.end):
        return coding
    trigger = clause.start + coding.cue.span.start
    acting = [each for each in who if each.span.start < trigger]
    theirs = _is_foreign(acting, who) or _is_rebel(acting)
    return replace(coding, sub_event_type=SubEventType.NON_STATE_OVERTAKES) if theirs else coding


def _is_foreign(acting: Sequence[ActorMention], who: Sequence[ActorMention]) -> bool:
    """Whether the nearest actor before the trigger is another country's army, with none of this country's beside it."""
    foreign = bool(acting) and acting[-1].type is ActorType.EXTERNAL
    return foreign and all(each.type is not ActorType.STATE for each in who)


def _is_rebel(acting: Sequence[ActorMention]) -> bool:
    """Whether the only actors before the trigger are rebels or a people's militia: "Tigrayan forces", "the White Army"."""
    theirs = (ActorType.REBELS, ActorType.IDENTITY)
    return bool(acting) and all(each.type in theirs for each in acting)


def deciding(found: Iterable[Cue]) -> Coding | None:
    """The coding that the order makes of these cues."""
    every = tuple(found)
    if not every:
        return None
    best = min(every, key=_rank)
    if not best.sub_event_type:
        return None
    return Coding(best.event_type, best.sub_event_type, best.ext_type, best, every)


def of_the_killing(coding: Coding, text: str, dead: Span) -> Coding:
    """The coding of words that count dead there as well; who kills and takes people or things is coded for the killing.

    >>> text = "Bandits killed six and abducted traders."
    >>> coding = code(text)
    >>> coding and [str(each.sub_event_type) for each in (coding, of_the_killing(coding, text, Span(15, 18)))]
    ['Abduction/forced disappearance', 'Attack']
    """
    part = coding.cue.span
    if coding.sub_event_type not in _WHILE_KILLING and coding.ext_type is not ExtType.DISPLACEMENT:
        return coding
    said = [each for each in coding.cues if each.sub_event_type in _KILLING]
    dying = [
        each for each in said if _is_beside(each.span, dead) and _is_of_one_raid(text, part, each.span, dead)
    ]
    if not dying or (coding.sub_event_type in _AFTER_KILLING and part.start < dead.start):
        return coding  # "arrested three over the killing of two"
    told = (each for some in (dying, said) for each in sorted(some, key=_rank) if each.strength > 1)
    meant = next(told, min(said, key=_rank))
    cue = replace(meant, strength=max(meant.strength, coding.cue.strength))
    return replace(
        coding, event_type=cue.event_type, sub_event_type=cue.sub_event_type, ext_type=cue.ext_type, cue=cue
    )


def _is_beside(killing: Span, dead: Span) -> bool:
    """Whether words of killing stand just before or behind a count: "killed six", "six people were killed"."""
    return max(killing.start, dead.start) - min(killing.end, dead.end) <= _BESIDE


def _is_of_one_raid(text: str, part: Span, killing: Span, dead: Span) -> bool:
    """Whether the killing is told with what was taken, and not as what came before it: "burned two cars after two settlers were killed"."""
    doing = killing.end <= dead.start and killing.of(text).endswith(_WHILE_DOING)  # "after killing two"
    if killing.start < part.start or doing:
        return _OF_ANOTHER.search(text, 0, part.start) is None
    return _TOLD_APART.search(text, part.end, max(killing.start, part.end)) is None


def _rank(cue: Cue) -> tuple[int, int, int]:
    """The strongest first, then as the lexicon orders the types, then as they stand."""
    return (-cue.strength, _ORDER[cue.sub_event_type], cue.span.start)


def _cue(row: CueRow, span: Span, text: str, strength: int) -> Cue:
    return Cue(span, span.of(text), row.sub_event_type, row.ext_type, strength, row.id, row.kind)


@dataclass(frozen=True, slots=True)
class _News:
    """Where the news stands: the first full sentence, less what is stated as a reason or a fear.

    ``head`` is where that sentence ends; ``reasons`` and ``ends`` are where reasons begin and end, in order. ``asides``
    only say which thing or person is meant: "the shelled barracks", "a bridge that saw fighting in May".
    """

    head: int
    reasons: tuple[int, ...]
    ends: tuple[int, ...]
    asides: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, matches: Iterable[triggers.Match]) -> "_News":
        aside = [(match.rule, match.trigger) for match in matches if match.rule in _ASIDE]
        causes = {span.start for rule, span in aside if rule == "causes"}
        reasons = sorted({span.start for rule, span in aside if rule == "background"} - causes)
        full = (stop.end() for stop in _SENTENCE_END.finditer(text) if stop.start() >= _HEADLINE)
        stops = [stop.start() for stop in _REASON_END.finditer(text)] if reasons else []
        ends = (_next(stops, start, len(text)) for start in reasons)
        asides = tuple(span for rule, span in aside if rule == "attributes")
        asides += tuple(_description(span, text) for rule, span in aside if rule == "descriptions")
        return cls(next(full, len(text)), tuple(reasons), tuple(ends), asides)

    def distance(self, span: Span) -> int:
        """What a cue loses for standing apart from the news."""
        last = bisect_left(self.reasons, span.start) - 1
        behind = last >= 0 and span.start < self.ends[last]
        aside = sum(each.covers(span) for each in self.asides)
        return 2 * max(behind, aside) + (span.start >= self.head)


def _description(span: Span, text: str) -> Span:
    """The words that say who or what is meant, up to where the sentence goes on with it."""
    goes_on = _GOES_ON.search(text, span.end)
    return Span(span.start, goes_on.start() if goes_on else len(text))


def _next(stops: list[int], after: int, otherwise: int) -> int:
    place = bisect_left(stops, after)
    return stops[place] if place < len(stops) else otherwise


def _fits(row: CueRow, tokens: triggers.Tokens) -> bool:
    if row.needs and not GRAMMAR.has(tokens, row.needs):
        return False
    return not (row.unless and GRAMMAR.has(tokens, row.unless))


def _spelled(row: CueRow, word: str) -> bool:
    return not row.near or any(one_slip(word, meant) for meant in row.near)


def one_slip(word: str, meant: str) -> bool:
    """Whether one letter dropped, added or changed, or the first two lost, makes the word from the one meant.

    >>> [one_slip(each, "clashes") for each in ("clases", "ashes", "clashes", "dishes")]
    [True, True, False, False]
    """
    return word == meant[2:] or one_letter_off(word, meant)


def _row(entry: dict[str, Any]) -> CueRow:
    return CueRow(
        id=entry["id"],
        sub_event_type=SubEventType(entry.get("sub_event_type", "")),
        ext_type=ExtType(entry.get("ext_type", "")),
        strength=entry["strength"],
        kind=entry["kind"],
        needs=entry.get("needs", ""),
        unless=entry.get("unless", ""),
        near=tuple(entry.get("near", "").split()),
        anywhere=entry.get("anywhere", False),
        example=entry["example"],
    )


_AFTER_KILLING = frozenset({SubEventType.ARRESTS, SubEventType.DISRUPTED_WEAPONS_USE})
_WHILE_KILLING = _AFTER_KILLING | {SubEventType.ABDUCTION, SubEventType.LOOTING}
"""What a raid is made of besides its dead; of the first two what is done to those who are left, and is told behind."""
_KILLING = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_BESIDE = 30  # characters
_WHILE_DOING = "ing"
_OF_ANOTHER = re.compile(rf"\b{one_of(CLAUSES['raids']['another'])}\b", re.IGNORECASE)
_TOLD_APART = re.compile(rf"\b{one_of(CLAUSES['raids']['apart'])}\b", re.IGNORECASE)
_WERE_DRIVEN = re.compile(
    rf"\b{one_of(CLAUSES['taken-back']['be'])}\s+(?:[a-z]+\s+)?{one_of(CLAUSES['taken-back']['driven'])}(?:\s+{one_of(CLAUSES['taken-back']['out'])})*$"
)
_TAKEN_BACK = re.compile(rf"\b{one_of(CLAUSES['taken-back']['stems'])}", re.IGNORECASE)
_HEADLINE = 30
"""Characters: what ends before is a dateline or a kicker, no sentence."""
_SENTENCE_END = re.compile(rf"{STOP}\s+(?=[A-Z\"“])")
_REASON_END = re.compile(rf"[,;\n]|{STOPPED}")
_LEXICON = lexicon("types")
ROWS: dict[str, CueRow] = {row["id"]: _row(row) for row in _LEXICON["cue"]}
_ORDER = {sub: place for place, sub in enumerate(_LEXICON["order"])}
_ASIDE: dict[str, list[str]] = {
    "background": _LEXICON["background"]["patterns"],
    "causes": _LEXICON["background"]["causes"],
    "attributes": _LEXICON["background"]["attributes"],
    "descriptions": _LEXICON["background"]["descriptions"],
}
_GOES_ON = re.compile(rf"{_REASON_END.pattern}|\b{one_of(_LEXICON['background']['goes_on'])}\b")
_UNMEANT = "unmeant"
BLOW = "blow"
ARMS = {f"arms: {sub}": SubEventType(sub) for sub in _LEXICON["arms"]}
"""The rules for weapons as the subject of a sentence, with what they do."""
_OTHER = {_UNMEANT: _LEXICON["unmeant"]["patterns"], BLOW: _LEXICON["blow"]["patterns"]}
_OTHER |= {f"arms: {sub}": patterns for sub, patterns in _LEXICON["arms"].items()}
GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(lexicon("event_words")),
    patterns={row["id"]: row["patterns"] for row in _LEXICON["cue"]} | _ASIDE | _OTHER,
    phrases=_LEXICON["phrases"],
    also=[words for row in ROWS.values() for words in (row.needs, row.unless) if words],
)

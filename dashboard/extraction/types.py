"""What kind of event the words tell: ACLED's six types and 25 sub-event types, and what these fold away.

No model and no parser: the cues are patterns of words in ``types.toml``, every cue is kept, and
an order anyone can read decides among them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.language import STOP, STOPPED, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.language.words import Words
from dashboard.text import Span, one_letter_off

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
EVENT_TYPE_OF: dict[str, str] = {sub: kind for kind, subs in EVENT_TYPES.items() for sub in subs}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the lexicon: what its patterns tell, and how strongly (1 a hint, 5 settles the matter).

    ``near``: the trigger must be one slip of the pen away from one of these words. ``anywhere``: it counts
    in full though told as a reason.
    """

    id: str
    sub_event_type: str
    ext_type: str
    strength: int
    kind: str
    needs: str
    unless: str
    near: tuple[str, ...]
    anywhere: bool
    example: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a type. An empty ``sub_event_type`` tells that it is no event of a conflict."""

    span: Span
    text: str
    sub_event_type: str
    ext_type: str
    strength: int
    rule: str
    kind: str

    @property
    def event_type(self) -> str:
        """ACLED's event type, empty for no event."""
        return EVENT_TYPE_OF.get(self.sub_event_type, "")


@dataclass(frozen=True, slots=True)
class Coding:
    """The type of a stretch of text, the cue that decided, and every cue by position."""

    event_type: str
    sub_event_type: str
    ext_type: str
    cue: Cue
    cues: tuple[Cue, ...]


def cues(told: str | Words) -> list[Cue]:
    """Every cue in the text, by position; the stronger first where two begin together.

    >>> [cue.sub_event_type for cue in cues("Warplanes bombed the town.")][0]
    'Air/drone strike'
    """
    tokens = _GRAMMAR.tokens(told)
    text = tokens.words.text
    matches = list(_GRAMMAR.matches(tokens))
    news = _News.of(text, matches)
    found: dict[tuple[str, Span], Cue] = {}
    for match in matches:
        row = ROWS.get(match.rule)
        if row and _fits(row, tokens) and _spelled(row, match.trigger.of(text).lower()):
            strength = max(1, row.strength - (0 if row.anywhere else news.distance(match.trigger)))
            found.setdefault((row.id, match.trigger), _cue(row, match.trigger, text, strength))
    return sorted(found.values(), key=lambda cue: (cue.span.start, _rank(cue)))


def code(told: str | Words) -> Coding | None:
    """The type the words tell, None when they tell no event of a conflict.

    >>> coding = code("Soldiers retook the town from the rebels after heavy clashes.")
    >>> coding and coding.sub_event_type
    'Government regains territory'
    >>> code("The kingdom expelled two diplomats.") is None
    True
    """
    return deciding(cues(told))


def deciding(found: Iterable[Cue]) -> Coding | None:
    """The coding that the order makes of these cues."""
    every = tuple(found)
    if not every:
        return None
    best = min(every, key=_rank)
    if not best.sub_event_type:
        return None
    return Coding(best.event_type, best.sub_event_type, best.ext_type, best, every)


def _rank(cue: Cue) -> tuple[int, int, int]:
    """The strongest first, then as the lexicon orders the types, then as told."""
    return (-cue.strength, _ORDER[cue.sub_event_type], cue.span.start)


def _cue(row: Row, span: Span, text: str, strength: int) -> Cue:
    return Cue(span, span.of(text), row.sub_event_type, row.ext_type, strength, row.id, row.kind)


@dataclass(frozen=True, slots=True)
class _News:
    """Where the news stands: the first full sentence, less what is told as a reason or a fear.

    ``head`` is where that sentence ends; ``reasons`` and ``ends`` are where reasons begin and end, in order.
    """

    head: int
    reasons: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, matches: Iterable[triggers.Match]) -> "_News":
        aside = [(match.rule, match.trigger.start) for match in matches if match.rule in _ASIDE]
        causes = {start for rule, start in aside if rule == "causes"}
        reasons = sorted({start for rule, start in aside if rule == "background"} - causes)
        full = (stop.end() for stop in _SENTENCE_END.finditer(text) if stop.start() >= _HEADLINE)
        stops = [stop.start() for stop in _REASON_END.finditer(text)] if reasons else []
        ends = (_next(stops, start, len(text)) for start in reasons)
        return cls(next(full, len(text)), tuple(reasons), tuple(ends))

    def distance(self, span: Span) -> int:
        """What a cue loses for standing apart from the news."""
        last = bisect_left(self.reasons, span.start) - 1
        behind = last >= 0 and span.start < self.ends[last]
        return 2 * behind + (span.start >= self.head)


def _next(stops: list[int], after: int, otherwise: int) -> int:
    place = bisect_left(stops, after)
    return stops[place] if place < len(stops) else otherwise


def _fits(row: Row, tokens: triggers.Tokens) -> bool:
    if row.needs and not _GRAMMAR.has(tokens, row.needs):
        return False
    return not (row.unless and _GRAMMAR.has(tokens, row.unless))


def _spelled(row: Row, word: str) -> bool:
    return not row.near or any(one_slip(word, meant) for meant in row.near)


def one_slip(word: str, meant: str) -> bool:
    """Whether one letter dropped, added or changed, or the first two lost, makes the word from the one meant.

    >>> [one_slip(each, "clashes") for each in ("clases", "ashes", "clashes", "dishes")]
    [True, True, False, False]
    """
    return word == meant[2:] or one_letter_off(word, meant)


def _row(told: dict[str, Any]) -> Row:
    return Row(
        id=told["id"],
        sub_event_type=told.get("sub_event_type", ""),
        ext_type=told.get("ext_type", ""),
        strength=told["strength"],
        kind=told["kind"],
        needs=told.get("needs", ""),
        unless=told.get("unless", ""),
        near=tuple(told.get("near", "").split()),
        anywhere=told.get("anywhere", False),
        example=told["example"],
    )


_HEADLINE = 30
"""Characters: what ends before is a dateline or a kicker, no sentence."""
_SENTENCE_END = re.compile(rf"{STOP}\s+(?=[A-Z\"“])")
_REASON_END = re.compile(rf"[,;\n]|{STOPPED}")
_LEXICON = lexicon("types")
ROWS: dict[str, Row] = {told["id"]: _row(told) for told in _LEXICON["cue"]}
_ORDER = {sub: place for place, sub in enumerate(_LEXICON["order"])}
_ASIDE: dict[str, list[str]] = {
    "background": _LEXICON["background"]["patterns"],
    "causes": _LEXICON["background"]["causes"],
}
_GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(lexicon("event_words")),
    patterns={told["id"]: told["patterns"] for told in _LEXICON["cue"]} | _ASIDE,
    phrases=_LEXICON["phrases"],
    also=[words for row in ROWS.values() for words in (row.needs, row.unless) if words],
)

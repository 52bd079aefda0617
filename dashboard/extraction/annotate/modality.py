"""Whether what the words say happened, goes on, is planned, or is only said, denied or supposed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.extraction.lexicon import any_of, one_of, said
from dashboard.extraction.model import Modality
from dashboard.language import STOP, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_FEW_WORDS = 45
"""How many characters a cue reaches when its row says "near" or "beside": some seven words."""
_SENTENCE_END = re.compile(rf"(?:{STOP}|;) |\n")


class Reach(StrEnum):
    """What part of its sentence a cue speaks of."""

    AFTER = "after"
    NEAR = "near"
    ONWARD = "onward"
    AROUND = "around"
    BESIDE = "beside"
    TOUCHING = "touching"


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """The modality, and the words that state it (None for a plain statement)."""

    modality: Modality
    span: Span | None = None
    text: str = ""
    rule: str = ""


PLAIN = ModalityCue(Modality.HAPPENED)
TO_COME = ModalityCue(Modality.PLANNED, rule="a time to come")


@dataclass(frozen=True, slots=True)
class ModalityRow:
    """A row of the lexicon: the modality its cues stand for, and what part of the sentence they speak of."""

    id: str
    modality: Modality
    reach: Reach
    example: str


def modality(spotted: Spotted, trigger: Span | None = None) -> ModalityCue:
    """What the clause makes of its event; with a trigger, only cues that reach it count.

    >>> from dashboard.extraction.annotate.spotted import spot
    >>> from dashboard.language.words import tokenise
    >>> read = lambda text: spot(GRAMMAR, tokenise(text))
    >>> modality(read("The army denied entering the village.")).modality
    <Modality.DENIED: 'denied'>
    >>> modality(read("Buses left while a truce is expected."), Span(0, 10)).modality
    <Modality.HAPPENED: 'happened'>
    """
    clause, found = spotted.text, spotted.matches
    reaching = found if trigger is None else list(_reaching(found, trigger, clause))
    if not reaching:
        return PLAIN
    best = min(reaching, key=lambda match: (_ORDER[ROWS[match.rule].modality], match.trigger))
    return ModalityCue(ROWS[best.rule].modality, best.trigger, best.trigger.of(clause), best.rule)


def modality_of(spotted: Spotted, coding: Coding | None) -> ModalityCue:
    """What a clause makes of its event, if it has one; preparations that go on are themselves no plan."""
    cue = modality(spotted, coding.cue.span if coding else None)
    if coding and coding.sub_event_type is SubEventType.AGREEMENT and _is_agreed(spotted.text, cue):
        return PLAIN
    if (
        coding
        and cue.modality is Modality.PLANNED
        and _PREPARES.search(spotted.text)
        and _UNDERWAY.search(spotted.text)
    ):
        return ModalityCue(Modality.ONGOING, cue.span, cue.text, "preparations under way")
    return cue


def _is_agreed(clause: str, cue: ModalityCue) -> bool:
    """Whether what is to come was agreed: "the sides agreed that the market would be secured"."""
    ahead = cue.modality in (Modality.PLANNED, Modality.HYPOTHETICAL) and cue.span is not None
    agreed = _AGREED.search(clause) if ahead else None
    return agreed is not None and cue.span is not None and agreed.start() <= cue.span.start


def _reaching(found: Iterable[triggers.Match], trigger: Span, clause: str) -> Iterator[triggers.Match]:
    """The cues that speak of the trigger, all of its own sentence."""
    opens = max((stop.start() for stop in _SENTENCE_END.finditer(clause, 0, trigger.start)), default=-1)
    after = _SENTENCE_END.search(clause, trigger.end)
    ends = after.start() if after else len(clause)
    for match in found:
        if opens < match.trigger.start <= ends and _reaches(ROWS[match.rule], match.trigger, trigger, clause):
            yield match


def _reaches(row: ModalityRow, cue: Span, trigger: Span, clause: str) -> bool:
    """Whether the trigger lies in the part of the sentence that the cue speaks of."""
    if cue.touches(trigger):
        return True
    if row.reach is Reach.TOUCHING:
        return False
    if trigger.end <= cue.start:
        return _reaches_back(row.reach, clause, trigger.end, cue.start)
    if row.modality is Modality.PLANNED and _is_done_before(clause, cue.end, trigger):
        return False
    return row.reach not in {Reach.NEAR, Reach.BESIDE} or trigger.start - cue.end <= _FEW_WORDS


def _is_done_before(clause: str, start: int, trigger: Span) -> bool:
    """Whether a plan made in these characters came after an act that was done: "plans a base after bandits killed seven"."""
    after = _AFTER.search(clause, start, trigger.start)
    done = _DONE.fullmatch(trigger.of(clause).split()[0]) is not None
    return after is not None and done and not _TO_BE.search(clause, after.end(), trigger.start)


def _reaches_back(reach: Reach, clause: str, start: int, end: int) -> bool:
    """Whether a cue speaks of a trigger that stands before it, with these characters in between."""
    near = end - start <= _FEW_WORDS
    if reach is Reach.ONWARD:
        return near and not _OTHER_CLAUSE.search(clause, start, end)
    return reach is Reach.AROUND or (reach is Reach.BESIDE and near)


_LEXICON = lexicon("modality")
_ORDER = {Modality(word): place for place, word in enumerate(_LEXICON["order"])}
_PREPARES = said("preparation")
_AGREED = any_of(_LEXICON["agreed"])
_AFTER, _TO_BE = (any_of(_LEXICON["done_before"][each]) for each in ("after", "to_be"))
_DONE = re.compile(rf"\w+ed|{one_of(_LEXICON['done_before']['did'])}", re.IGNORECASE)
_UNDERWAY = any_of(_LEXICON["underway"])
_OTHER_CLAUSE = re.compile(rf",|\b{one_of(_LEXICON['other_clause'])}\b")
ROWS: dict[str, ModalityRow] = {
    row["id"]: ModalityRow(row["id"], Modality(row["word"]), Reach(row["reach"]), row["example"])
    for row in _LEXICON["modality"]
}
GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(_LEXICON["words"]),
    patterns={row["id"]: row["patterns"] for row in _LEXICON["modality"]},
    phrases=_LEXICON["phrases"],
)

"""Whether what the words tell happened, goes on, is planned, or is only said, denied or supposed."""

import re
from dataclasses import dataclass

from dashboard.extraction import triggers, wordlists
from dashboard.extraction.tokens import Words
from dashboard.text import Span

HAPPENED = "happened"
_FEW_WORDS = 45
"""How many characters a cue reaches when its row says "near" or "beside": some seven words."""
_SENTENCE_END = re.compile(r"[.;!?] |\n")
_OTHER_CLAUSE = re.compile(r",|\b(?:while|but|and|as|where|whereas|after|before|which)\b")


@dataclass(frozen=True, slots=True)
class Modality:
    """The modality's word, and the cue that tells it (None for a plain statement)."""

    word: str
    span: Span | None = None
    text: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the lexicon: the word its cues stand for, and what part of the sentence they speak of."""

    id: str
    word: str
    reach: str
    example: str


def modality(told: str | Words, trigger: Span | None = None) -> Modality:
    """What the clause makes of its event; with a trigger, only cues that reach it count.

    >>> modality("The army denied entering the village.").word
    'denied'
    >>> modality("Buses left while a truce is expected.", Span(0, 10)).word
    'happened'
    """
    tokens = _GRAMMAR.tokens(told)
    clause = tokens.words.text
    reaching = [
        match
        for match in _GRAMMAR.matches(tokens)
        if trigger is None or _reaches(ROWS[match.rule], match.trigger, trigger, clause)
    ]
    if not reaching:
        return Modality(HAPPENED)
    best = min(reaching, key=lambda match: (_ORDER[ROWS[match.rule].word], match.trigger))
    return Modality(ROWS[best.rule].word, best.trigger, best.trigger.of(clause), best.rule)


def _reaches(row: Row, cue: Span, trigger: Span, clause: str) -> bool:
    """Whether the trigger lies in the part of the sentence that the cue speaks of."""
    if cue.touches(trigger):
        return True
    before = trigger.end <= cue.start
    between = clause[trigger.end : cue.start] if before else clause[cue.end : trigger.start]
    if _SENTENCE_END.search(between):
        return False
    if before:
        return _reaches_back(row.reach, between)
    return row.reach not in {"near", "beside"} or len(between) <= _FEW_WORDS


def _reaches_back(reach: str, between: str) -> bool:
    """Whether a cue speaks of a trigger that stands before it, with these words in between."""
    if reach == "onward":
        return len(between) <= _FEW_WORDS and not _OTHER_CLAUSE.search(between)
    return reach == "around" or (reach == "beside" and len(between) <= _FEW_WORDS)


_LEXICON = wordlists.load("modality.toml")
_ORDER = {word: place for place, word in enumerate(_LEXICON["order"])}
ROWS: dict[str, Row] = {
    told["id"]: Row(told["id"], told["word"], told["reach"], told["example"]) for told in _LEXICON["modality"]
}
_GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(_LEXICON["words"]),
    patterns={told["id"]: told["patterns"] for told in _LEXICON["modality"]},
    phrases=_LEXICON["phrases"],
)

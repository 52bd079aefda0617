"""Whether what the words tell happened, goes on, is planned, or is only said, denied or supposed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.language import STOP, triggers, wordlists
from dashboard.language.lexicon import lexicon
from dashboard.language.words import Words
from dashboard.text import Span

HAPPENED = "happened"
_FEW_WORDS = 45
"""How many characters a cue reaches when its row says "near" or "beside": some seven words."""
_SENTENCE_END = re.compile(rf"(?:{STOP}|;) |\n")
_OTHER_CLAUSE = re.compile(
    r",|\b(?:while|but|and|as|where|whereas|after|before|which|when|whether|how|why)\b"
)


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
    found = _GRAMMAR.matches(tokens)
    reaching = list(found) if trigger is None else list(_reaching(found, trigger, clause))
    if not reaching:
        return Modality(HAPPENED)
    best = min(reaching, key=lambda match: (_ORDER[ROWS[match.rule].word], match.trigger))
    return Modality(ROWS[best.rule].word, best.trigger, best.trigger.of(clause), best.rule)


def _reaching(found: Iterable[triggers.Match], trigger: Span, clause: str) -> Iterator[triggers.Match]:
    """The cues that speak of the trigger, all of its own sentence."""
    opens = max((stop.start() for stop in _SENTENCE_END.finditer(clause, 0, trigger.start)), default=-1)
    after = _SENTENCE_END.search(clause, trigger.end)
    ends = after.start() if after else len(clause)
    for match in found:
        if opens < match.trigger.start <= ends and _reaches(ROWS[match.rule], match.trigger, trigger, clause):
            yield match


def _reaches(row: Row, cue: Span, trigger: Span, clause: str) -> bool:
    """Whether the trigger lies in the part of the sentence that the cue speaks of."""
    if cue.touches(trigger):
        return True
    if trigger.end <= cue.start:
        return _reaches_back(row.reach, clause, trigger.end, cue.start)
    return row.reach not in {"near", "beside"} or trigger.start - cue.end <= _FEW_WORDS


def _reaches_back(reach: str, clause: str, start: int, end: int) -> bool:
    """Whether a cue speaks of a trigger that stands before it, with these characters in between."""
    near = end - start <= _FEW_WORDS
    if reach == "onward":
        return near and not _OTHER_CLAUSE.search(clause, start, end)
    return reach == "around" or (reach == "beside" and near)


_LEXICON = lexicon("modality")
_ORDER = {word: place for place, word in enumerate(_LEXICON["order"])}
ROWS: dict[str, Row] = {
    told["id"]: Row(told["id"], told["word"], told["reach"], told["example"]) for told in _LEXICON["modality"]
}
_GRAMMAR = triggers.Grammar(
    words=wordlists.word_classes(_LEXICON["words"]),
    patterns={told["id"]: told["patterns"] for told in _LEXICON["modality"]},
    phrases=_LEXICON["phrases"],
)

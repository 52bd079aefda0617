"""Words that speak of one act: "surrendered" and "the surrender", "was lost" and "its loss", "went off" and "the blast"."""

import re
from dataclasses import dataclass, replace

from dashboard.language.lexicon import one_of
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.text import Span

_ACT = Wording(
    r"\s+(?:{definite-words})\s+(?P<act>[^\W\d_][\w’'-]*(?:[ ](?!(?:{event-openers}|{of-words})\b)[^\W\d_][\w’'-]*){0,2})"
)
_HELD = Wording(r"\s+(?:{definite-words}\s+)?(?P<held>{polling-words})[ -](?:{act-days})\b")
_THAT = Wording(r"\s+(?:{it-words})(?=[,.;]|\s+(?:{determiners})\b|\s+\d)")
_OF_WHOM = Wording(r"\s+of\s+(?P<whom>[\w-]+)\s")
_ITS_NAME = Wording(r"\s+(?:{of-words})\s+(?:the\s+)?(?-i:(?P<name>[^\W\d_a-z][\w’'-]+))")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST, _ROOT = 4, 5  # letters


@dataclass(frozen=True, slots=True)
class Kindred:
    """How an act is told elsewhere: by one of these words, or, ``last_told``, by whatever was dated last."""

    pattern: re.Pattern[str]
    last_told: bool = False
    name: str = ""

    def place_in(self, sentence: str) -> Span | None:
        """Where a sentence tells the act, None where it does not, or not with the name that the act has."""
        found = self.pattern.search(sentence) if self.name in sentence else None
        return Span(*found.span()) if found else None


LAST_TOLD = Kindred(re.compile("(?!)"), last_told=True)
"""The act that was dated last, whatever it was: "It came three days after …"."""


def kindred(text: str, start: int, words: Lexicon) -> Kindred | None:
    """How the act named from that place on is told elsewhere; None where no act is named there."""
    held = _HELD.of(words.lists).match(text, start)
    if held:  # "the eve of polling day"
        return named_act(held["held"], words)
    if _THAT.of(words.lists).match(text, start):  # "Five days after this a farmer is killed"
        return LAST_TOLD
    found = _ACT.of(words.lists).match(text, start)
    if found is None or _is_named_anew(text, found):
        return None  # "a week after a blast killed ten": another one
    spoken = _WORD.findall(found["act"].lower())
    if not spoken or words.lists["other-words"].intersection(spoken):
        return None
    known = next((act for word in spoken if (act := _known(word, words))), None) or _of_stem(spoken[0], words)
    if known and _of_others(text, found.end(), words):
        return None
    named = _ITS_NAME.of(words.lists).match(text, found.end())
    return replace(known, name=named["name"]) if known and named else known


def _is_named_anew(text: str, found: re.Match[str]) -> bool:
    """Whether an act has a name that was not told before: "a week after the Pazigyi massacre"; "Israeli" is told with "Israel"."""
    name = found["act"][:_ROOT]
    return name[0].isupper() and name not in text[: found.start()]


def _of_others(text: str, end: int, words: Lexicon) -> bool:
    """Whether an act is told with those that it was done to, as none known yet: "the killing of two traders"."""
    whom = _OF_WHOM.of(words.lists).match(text, end)
    entry = words.words.get(whom["whom"].lower()) if whom else None
    return whom is not None and (
        whom["whom"].isdigit() or (entry is not None and entry.kind in ("a", "number"))
    )


def last_act(text: str, start: int, words: Lexicon) -> Kindred | None:
    """The act dated last, where one is named from that place on: "the strike" of whatever was told; None for no name of an act."""
    found = _ACT.of(words.lists).match(text, start)
    spoken = _WORD.findall(found["act"].lower()) if found else []
    named = words.lists["blow-names"].intersection(each.removesuffix("s") for each in spoken)
    other = words.lists["other-words"].intersection(spoken)
    if found is None or not named or other or _is_named_anew(text, found):
        return None
    if _of_others(text, found.end(), words):
        return None
    place = _ITS_NAME.of(words.lists).match(text, found.end())
    return replace(LAST_TOLD, name=place["name"]) if place else LAST_TOLD


def named_act(name: str, words: Lexicon) -> Kindred | None:
    """How an act of that name is told elsewhere; None where the lexicon knows no such act."""
    return _known(name.lower(), words)


def _known(word: str, words: Lexicon) -> Kindred | None:
    """By a family of words, a name of an act, or as the last one."""
    if word in words.lists["any-act"]:
        return LAST_TOLD
    family = next(
        (row.split("|") for row in sorted(words.lists["kindred-acts"]) if word in row.split("|")), None
    )
    if family:
        return Kindred(re.compile(rf"\b{one_of(family)}\b", re.IGNORECASE))
    single = word.removesuffix("s")
    if {word, single} & words.lists["act-names"]:
        forms = "|".join([*_endings(words), "s"])
        return Kindred(re.compile(rf"{re.escape(single)}(?:{forms})\b", re.IGNORECASE))
    return None


def _of_stem(word: str, words: Lexicon) -> Kindred | None:
    """By another form of the word: the same noun again need not be an act ("the army"), nor its plural."""
    stem = _stem(word, words)
    if len(stem) < _SHORTEST:
        return None
    same = re.escape(word.removesuffix("s"))
    return Kindred(
        re.compile(
            rf"\b(?!{same}(?:s|es)?\b){re.escape(stem)}(?:{'|'.join(_endings(words))})\b", re.IGNORECASE
        )
    )


def _endings(words: Lexicon) -> list[str]:
    return ["", *sorted(words.lists["act-endings"], key=len, reverse=True)]


def _stem(word: str, words: Lexicon) -> str:
    """The word without the ending that makes an act of it or tells it: "landing", "landed" → "land"."""
    for ending in _endings(words):
        if ending and word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word.removesuffix("e")

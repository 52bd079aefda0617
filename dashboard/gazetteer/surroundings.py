"""What the words round a capitalised name say of it: "the town of" before, "province" after, a title, a neighbour."""

import re

from dashboard.gazetteer import evidence as points
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.runs import SMALL, Piece

_LETTERS = re.compile(r"[^\W\d_]+$")
_REACH = 60  # characters looked back over for the words before a name
_FOLLOWING = re.compile(r"\s+([a-z]+)")
_WHERE = re.compile(rf",\s+(?:{WORDS.relations['where']})\b")
_ENTRY = re.compile(r"[ \t•*·▪‣–—-]*(?:(?:[A-Z][a-z]{2,8}|[\d./:-]*\d[\w./:-]*)[., ]+(?:[–—-]\s)?){0,4}")
_TOLD_NEXT = re.compile(r":\s+(?:an?\s|[a-z]{3}|\d)")
_HARMLESS = WORDS.never | WORDS.feature | WORDS.articles | WORDS.directions.keys()
_FRIENDLY = WORDS.feature | WORDS.generic
_SAYS_KIND = _FRIENDLY | WORDS.bodies
_DASHES = frozenset({"-", "–"})
_OF = frozenset({"of"})
_DONE_TO = frozenset({"of", "on"})


def before(text: str, pieces: list[Piece], at: int) -> float:
    """Points for what stands before a name: in its own run, or the word before the run."""
    return _in_run(text, pieces, at) if at else _before_run(text, pieces[0].start)


def _in_run(text: str, pieces: list[Piece], at: int) -> float:
    left = pieces[at - 1].plain
    if left in WORDS.titles:
        return points.AFTER_TITLE
    if left in WORDS.generic or (left in SMALL and at > 1 and pieces[at - 2].plain in WORDS.generic):
        return points.TOLD_KIND
    if left in WORDS.locative:
        return points.AFTER_LOCATIVE
    if _is_road(text, pieces) and text[pieces[at - 1].end : pieces[at].start] in _DASHES:
        return 0.0
    return 0.0 if left in _HARMLESS or left in SMALL else points.NEIGHBOUR


def _before_run(text: str, start: int) -> float:
    word, kind = _words_before(text, start)
    if word == "of" and kind in WORDS.generic:
        word = kind
    if (word in _DONE_TO and kind in WORDS.deeds) or (word in _OF and kind in WORDS.of_towns):
        return points.AFTER_LOCATIVE
    titles = WORDS.titles if text[start - 2 : start] != ", " else frozenset[str]()  # "Port-au-Prince, Haiti"
    groups = (
        (WORDS.generic, points.TOLD_KIND),
        (titles, points.AFTER_TITLE),
        (_OF, points.AFTER_OF),
        (WORDS.locative, points.AFTER_LOCATIVE),
    )
    return next((worth for group, worth in groups if word in group), 0.0)


def _words_before(text: str, start: int) -> tuple[str, str]:
    """The word before a name and the one before that, past "the" and "northern"; empty where none stands."""
    before = text[max(0, start - _REACH) : start].replace(",", " ")
    if not before[-1:].isspace():
        return "", ""
    parts = before.split()
    if parts and parts[-1].endswith("ern") and parts[-1].islower():
        parts.pop()
    if len(parts) > 1 and parts[-1] == "the":
        parts.pop()
    found = [_LETTERS.search(part) for part in reversed(parts[-2:])]
    last, kind = (match.group().lower() if match else "" for match in (*found, None, None)[:2])
    return last, kind


def after(text: str, pieces: list[Piece], at: int) -> float:
    """Points for what follows a name: in its own run, or the words after it."""
    if at < len(pieces):
        right = pieces[at].plain
        if _is_road(text, pieces) and text[pieces[at - 1].end : pieces[at].start] in _DASHES:
            return 0.0
        return 0.0 if right in _FRIENDLY or right in SMALL else points.NEIGHBOUR
    if _WHERE.match(text, pieces[-1].end):
        return points.AFTER_LOCATIVE
    if _heads_entry(text, pieces):
        return points.AFTER_LOCATIVE
    following = _FOLLOWING.match(text, pieces[-1].end)
    return points.TOLD_KIND if following and following.group(1) in WORDS.generic else 0.0


def _heads_entry(text: str, pieces: list[Piece]) -> bool:
    """Whether a run, behind a day or by itself, heads the line that tells what happened there: "2024-03-04 Barkin Ladi: gunmen killed a nurse"."""
    if text[pieces[-1].end : pieces[-1].end + 1] != ":":
        return False
    line = text.rfind("\n", max(0, pieces[0].start - _REACH), pieces[0].start) + 1
    head = text[line : pieces[0].start] if pieces[0].start - line <= _REACH else "."
    dated = any(map(str.isdigit, head))
    return _ENTRY.fullmatch(head) is not None and (
        dated or _TOLD_NEXT.match(text, pieces[-1].end) is not None
    )


def is_of_town(text: str, pieces: list[Piece]) -> bool:
    """Whether a run, no people's name, stands before its people or what is in it: "four Bokkos farmers", "a Maradun market"."""
    following = _FOLLOWING.match(text, pieces[-1].end)
    return (
        following is not None
        and following.group(1) in WORDS.of_towns
        and pieces[-1].plain not in WORDS.peoples_too
    )


def is_half(text: str, pieces: list[Piece], at: int, size: int) -> bool:
    """Whether one word of a run is part of a longer name: "Kachi" in "Kachi Chawni", not "Urmia" in "Urmia Central Prison"."""
    if size > 1 or any(each.plain in _SAYS_KIND for each in pieces[at + 1 :]):
        return False
    left = at > 0 and _in_run(text, pieces, at) == points.NEIGHBOUR
    right = after(text, pieces, at + 1) == points.NEIGHBOUR
    return left or (right and pieces[at + 1].plain not in WORDS.directions)


def _is_road(text: str, pieces: list[Piece]) -> bool:
    """Whether a run names a road by its ends: "Homs-Palmyra highway"."""
    following = _FOLLOWING.match(text, pieces[-1].end)
    return following is not None and following.group(1) in WORDS.roads

"""Bodies that no list holds, known to be under arms by what the text tells of them: "clashed with the KRGP".

A candidate is a name of capital words with a body in it ("Red Guard Party") or a short name in capitals. It is an actor where it stands
once where only the armed stand: before or behind armed men, as who attacks, behind "killed by" or "clashed with". Then it is one wherever
the text names it, in full or by the short name that it gives in brackets.
"""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.actors.dictionary import country_names, peoples
from dashboard.actors.model import ActorMention, ActorType, Category
from dashboard.actors.named import with_men
from dashboard.actors.patterns import lexicon
from dashboard.language.lexicon import one_of
from dashboard.text import Span

_LONG = 120  # characters before a name that may say what it does
_SHORT = r"[A-Z]{2,8}(?:[-/][A-Z0-9]{1,8}){0,5}s?"  # bounded, so that a long run of such parts stays linear
_BLANK = re.compile(r"\s+")
_FACTION = r"(?:\s\([A-Z]{1,8}\))?"


def proven(text: str, home: str) -> Iterator[ActorMention]:
    """Every mention of the bodies that the text shows to be under arms; ``home`` (ISO) is whose they are.

    >>> [each.name for each in proven("The Red Guard Party (RGP) came. RGP cadres fired.", "IN")]
    ['Red Guard Party', 'Red Guard Party', 'Red Guard Party']
    """
    told = tuple(_candidates(text))
    under_arms = {name for name, span in told if _is_under_arms(text, span)}
    for name, bare in told:
        if name in under_arms:
            span = with_men(text, bare)
            yield ActorMention(
                span, span.of(text), name, ActorType.REBELS, Category.NAMED, home, "opposition"
            )


def _candidates(text: str) -> Iterator[tuple[str, Span]]:
    """Names of bodies with where they stand, each by the full name that the text gives for it."""
    defined = [*map(_defined, _with_short().finditer(text)), *map(_behind, _short_first().finditer(text))]
    full = {name for name, _ in defined}
    known = {short: name for name, short in defined}
    for match in _body().finditer(text):
        name, span = _trimmed(text, Span(*match.span()), full)
        if name in full or not (name.split()[0] in _states() or _is_civil().search(name)):
            yield name, span
    for match in _short_form().finditer(text):
        yield known.get(match.group(), match.group()), Span(*match.span())


def _trimmed(text: str, span: Span, full: set[str]) -> tuple[str, Span]:
    """A name from the word on with which a known one begins: "Monday Red Guard Party"."""
    starts = [span.start, *(span.start + each.end() for each in _BLANK.finditer(span.of(text)))]
    for start in starts:
        name = " ".join(text[start : span.end].split())
        if name in full:
            return name, Span(start, span.end)
    return " ".join(span.of(text).split()), span


@cache
def _is_civil() -> re.Pattern[str]:
    """Words of a body of a trade, of sport or of care: "Teachers Union", "Football League"."""
    return re.compile(rf"\b{one_of(lexicon()['proven']['civil'])}\b")


@cache
def _states() -> frozenset[str]:
    """Words with which the name of a state's force begins: "Mexican", "Nigeria"."""
    return frozenset({*peoples(), *country_names().values()})


def _defined(match: re.Match[str]) -> tuple[str, str]:
    """The full name before a short one in brackets, from the word with which the short one begins, and the short one."""
    words, short = match["name"].split(), match["short"]
    first = next((at for at, word in enumerate(words) if word[0] == short[0]), 0)
    return " ".join(words[first:]), short


def _behind(match: re.Match[str]) -> tuple[str, str]:
    return " ".join(match["name"].split()), match["short"]


def _is_under_arms(text: str, span: Span) -> bool:
    """Whether a name stands as only the armed do."""
    before, after, suspected = _frames()
    start = max(0, span.start - _LONG)
    if after.match(text, span.end) or before.search(text, start, span.start):
        return True
    return span.of(text).isupper() and suspected.search(text, start, span.start) is not None


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before one under arms, behind it, and before one with a short name only."""
    words = lexicon()["proven"]
    men, does, by = ("|".join(words[each]) for each in ("men", "does", "by"))
    adverbs = "|".join(words["adverbs"])
    suspects, of = one_of(words["suspects"]), one_of(words["members_of"])
    only = rf"\b(?:{suspects}|(?:{one_of(words['members'])})\s+(?:{of})(?:\s+(?:{one_of(words['before'])}))?)\s+$"
    aside = r"(?:\s*\([^()\n]{1,40}\))?(?:,[^,.;\n]{1,60},)?"
    after = rf"{aside}\s+(?:(?:{men})\b|(?:(?:{adverbs})\s+)*(?:{does})\b(?!\s+by\b))"
    before = rf"\b(?:(?:{men})\s+(?:{of})|{by})\s+(?:(?:{one_of(words['before'])})\s+){{0,2}}$"
    return (
        re.compile(before, re.IGNORECASE),
        re.compile(after),
        re.compile(only, re.IGNORECASE),
    )


_WORD = r"[A-Z][\w’'-]{1,40}"  # bounded, so that a page without blanks stays linear


@cache
def _name() -> str:
    """A name of capital words with a body in it, the body last or before "of"; an army or guards stand last."""
    words = lexicon()["proven"]
    never = rf"(?!(?:{'|'.join(words['never_first'])})\b)(?<![A-Z]\w )"
    of, more = one_of(words["of"]), one_of(words["of_more"])
    first, body = (f"(?:{'|'.join(each)})" for each in (words["bodies"], words["bodies"] + words["people"]))
    tail = rf"(?:\s+(?:{of})\s+{_WORD}(?:\s+(?:(?:{of}|{more})\s+)?{_WORD}){{0,3}})"
    ends = rf"{never}{_WORD}(?:\s+{_WORD}){{0,4}}\s+(?<!-){body}\b(?:\s+{body}\b)?{tail}?"
    begins = rf"{first}{tail}"
    return rf"\b(?:{ends}|{begins})"


@cache
def _body() -> re.Pattern[str]:
    return re.compile(_name())


@cache
def _with_short() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_name()})\s*\([“\"]?(?P<short>{_SHORT})[”\"]?[),;]")


@cache
def _short_first() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<short>{_SHORT})\s*\((?:the\s+)?(?P<name>{_name()})[),;]")


@cache
def _short_form() -> re.Pattern[str]:
    stop = one_of(lexicon()["proven"]["not_short"])
    return re.compile(rf"(?<![\w-])(?!(?:{stop})(?![\w-])){_SHORT}{_FACTION}(?![\w-])")

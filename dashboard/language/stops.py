"""The mark that ends a sentence, as a piece of a pattern: the one place that tells it from an abbreviation's.

Patterns elsewhere are built from these pieces, so that "Lt. Khalid" and "No. 5 checkpoint" end a sentence nowhere.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from dashboard.language.lexicon import lexicon

MARKS = ".!?؟…"
LINE_END = r"[\r\n]"
LINE = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)
"""A line with anything in it; tried at the beginnings of lines alone, so that many blanks cost no more than letters."""


def _behind(words: Iterable[str]) -> str:
    """None of these words just before; a look back has one length, so there is one for each length of word."""
    by_length = groupby(sorted(set(words), key=lambda word: (len(word), word)), key=len)
    return "".join(rf"(?<!\b(?:{'|'.join(map(re.escape, same))}).)" for _, same in by_length)


_WORDS = lexicon("abbreviations")
_ALWAYS = _behind([*_WORDS["always"]["words"], *_WORDS["months"]["words"]])
_NUMBERED = rf"(?:{_behind(_WORDS['numbered']['words'])}|(?!\s*\d))"
_HOURS = rf"(?:{_behind(_WORDS['hours']['words'])}|(?=\s+(?:{'|'.join(_WORDS['openers']['words'])})\b))"
_INITIALS = (
    r"(?<![A-Z]\.[A-Z].)(?:(?<!\b[A-Z].)|(?<=\d\s[KW].))"  # "7 K, 12 W." counts the killed and the wounded
)
_DAY = r"[0-3]\d\.[01]\d."
_LEADS = rf"(?<!\A{_DAY})(?<!\n{_DAY})(?<![–—•.!?-]\s{_DAY})"  # "26.06. Aden: …", "Yemen – 26.06. Aden: …"

NOTE = rf"\[(?:\d{{1,3}}|[ivxl]{{1,6}}|[a-z]|{'|'.join(map(re.escape, _WORDS['notes']['words']))})\]|\(\d{{1,2}}\)|[⁰¹²³⁴-⁹]{{1,3}}"
"""The mark of a footnote: "[4]", "(4)", "[ii]", "[citation needed]", a raised figure. It stands glued to what it belongs to, or behind a blank
where a sentence has ended: "They fled. (3) Later"."""
NOTES = rf"(?:{NOTE}){{0,9}}"
STOP = rf"[{re.escape(MARKS)}]{_INITIALS}{_ALWAYS}{_NUMBERED}{_HOURS}{_LEADS}"
"""One mark that ends a sentence. The mark comes first and what may not stand before it after, so that a search leaps."""
STOPPED = rf"{STOP}(?={NOTES}\s)"
"""The same before a blank or a line's end, with the marks of footnotes between."""

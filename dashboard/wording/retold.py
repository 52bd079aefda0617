"""What was written in English where nobody knew who would read it, said again: reasons, notes, doubts, errors.

Such words are kept with reports and events, or come from rooms that know of no page. Each is a frame with parts; a frame that
stands in ``frames.py`` is said in the language at hand, its parts as they are. What is no frame of ours is given as it is.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from dashboard.wording.dates import Form, dated
from dashboard.wording.frames import FRAMES
from dashboard.wording.languages import ENGLISH
from dashboard.wording.say import one_by_one, say, term
from dashboard.wording.spoken import spoken

_PART = re.compile(r"\\\{(\w+)\\\}")
_WEIGHT = re.compile(r" \([+-]\d+(?:\.\d+)?\)$")
_DAY = re.compile(r"(?:(?P<weekday>[A-Z][a-z]+day) )?(?P<day>\d\d?) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
_A_DAY = r"(?:[A-Z][a-z]+day )?\d\d? [A-Z][a-z]+ \d{4}"
_STRETCH = re.compile(rf"{_A_DAY}(?: \d\d:\d\d(?:–\d\d:\d\d)?)?(?: – {_A_DAY}(?: \d\d:\d\d)?)?")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


def retold(words: str) -> str:
    """The words in the language at hand, as far as they are ours; several, parted by "; ", one by one.

    >>> from dashboard.wording.languages import language
    >>> from dashboard.wording.spoken import speaking
    >>> with speaking(language("fr")):
    ...     retold("publication day − 1"), retold("wie es dort steht")
    ('jour de publication − 1', 'wie es dort steht')
    """
    if spoken() is ENGLISH or not words:
        return words
    clauses = words.split("; ")
    said = [_whole(each) for each in clauses]
    if all(said):
        return one_by_one(said)
    return _whole(words) or one_by_one(one or other for one, other in zip(said, clauses, strict=True))


def _whole(words: str) -> str:
    """The words said again as one message; empty where they are none of ours."""
    said = term(words)
    if said != words:
        return said
    if _STRETCH.fullmatch(words):
        return _DAY.sub(_dated, words)
    return next(_of_frames(words), "") or _with_more(words) or _of_something(words)


def _of_frames(words: str) -> Iterator[str]:
    for frame, pattern in _patterns():
        found = pattern.fullmatch(words)
        if found:
            yield say(frame, **_parts(found.groupdict()))


def _parts(found: Mapping[str, str]) -> dict[str, str]:
    return {name: _part(part) for name, part in found.items()}


def _part(words: str) -> str:
    """A part said again; the weight of a doubt stays behind it."""
    weight = _WEIGHT.search(words)
    bare = words[: weight.start()] if weight else words
    return f"{_whole(bare) or bare}{weight[0] if weight else ''}"


def _with_more(words: str) -> str:
    """A reason with what it says of this phrase alone behind it: "only supposed: might"."""
    reason, _, more = words.partition(": ")
    said = term(reason)
    if more and said != reason:
        return say("{reason}: {more}", reason=said, more=_apart(more))
    reason, _, more = words.partition(" (")
    said = term(reason)
    return f"{said} ({more}" if more and said != reason else ""


def _of_something(words: str) -> str:
    """What is said of a file or an event whose name stands in front: "crater.pdf: is an encrypted PDF"."""
    name, _, rest = words.partition(": ")
    said = _whole(rest) if rest else ""
    return say("{file}: {why}", file=name, why=said) if said else ""


def _apart(words: str) -> str:
    return f"\u2068{words}\u2069"


def _dated(found: re.Match[str]) -> str:
    try:
        at = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return found[0]
    return dated(at, Form.WEEKDAY if found["weekday"] else Form.DAY)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The frames with parts, each as a pattern; the longest text of its own first."""
    with_parts = [each for each in FRAMES if "{" in each]
    ordered = sorted(with_parts, key=lambda each: -len(re.sub(r"\{\w+\}", "", each)))
    return tuple((each, re.compile(_PART.sub(r"(?P<\1>.+?)", re.escape(each)))) for each in ordered)

"""What was written in English where nobody knew who would read it, said again: reasons, notes, doubts, errors.

Such words are kept with reports and events, or come from rooms that know of no page. Each is a frame with parts; a frame that
stands here is said in the language at hand, its parts as they are. What is no frame of ours is given as it is.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from dashboard.wording.dates import Form, dated
from dashboard.wording.languages import ENGLISH
from dashboard.wording.say import one_by_one, say, term, to_say
from dashboard.wording.spoken import spoken

FRAMES = (
    # when
    to_say("publication day"),
    to_say("publication day + {days}"),
    to_say("publication day − {days}"),
    to_say("publication day: no time is told"),
    to_say("publication day not known: {words} counts from it"),
    to_say("needs the publication date"),
    to_say("ends at the reference time"),
    to_say("ends at what was last told, {day}"),
    to_say("at least so long: one unit more is taken for the other bound"),
    to_say("the week that the report covers: {words}"),
    to_say("the weekday does not fit: {day} is a {weekday}"),
    to_say("said on {day}: the named day wins over counting"),
    to_say("counted from the act told of {words}"),
    to_say("report of {day}"),
    to_say("entry of {day}"),
    to_say("quoted report of {day}"),
    to_say("carried-over text of {day}"),
    to_say("chronicle in the {frame}"),
    to_say("report of unknown date"),
    to_say("entry of unknown date"),
    to_say("quoted report of unknown date"),
    to_say("carried-over text of unknown date"),
    # what contradicts it
    to_say("{words} killed, not {number}"),
    to_say("{words} ({clock}) reads {time}, not {other}"),
    to_say("{place}, not {other}, {distance} km off"),
    # how sure
    to_say("time: {why}"),
    to_say("place: {why}"),
    to_say("type: {why}"),
    to_say("toll: {why}"),
    to_say("who: {why}"),
    to_say("what: {why}"),
    to_say("its time is told in words beside it"),
    to_say("its time is taken over from an earlier clause"),
    to_say("no words near it tell the time: the day of the report's first event"),
    to_say("no words tell the time: the report's own day"),
    to_say("its time is no finer than a week, or unknown"),
    to_say("its place was named before, not here"),
    to_say("its place is on no map"),
    to_say("its place is a region or a country"),
    to_say("several places are named beside it"),
    to_say("only its harm is told, not what was done"),
    to_say("people are counted"),
    to_say("the counts differ"),
    to_say("nobody is named"),
    to_say("several tellings are taken for one event"),
    to_say("what is told of it contradicts itself"),
    # of a report
    to_say("no publication date could be worked out: relative times stay relative until you give it"),
    to_say("no country was recognised: times are taken as UTC"),
    to_say("seems to be in {language}: events are read from English text, of this one only its time expressions are"),
    to_say("seems to be in {language}: events are read from English text, of this one what is found in it is by chance"),
    to_say("its page names other days too ({days}); {used} was taken"),
    to_say("the page was changed after it was published ({day})"),
    to_say("sent by {who}"),
    to_say("forwarded from {who}: these are its words, sent there earlier"),
    to_say("edited on {day}"),
    # what a person typed
    to_say("row {row}: {why}"),
    to_say("{words} is no date this reads"),
    to_say("{words} is no date this reads; write it like 2018-05-21, 21 May 2018 or yesterday"),
    to_say("{words} depends on today; name the day in full, like 2018-03-06"),
    to_say("{words} can be read in two ways; write {one}, or {other}"),
    to_say("{words} is no time zone; write it like Asia/Damascus, Europe/Kyiv or UTC"),
    to_say("{words} is a {what}; a publication date is a day, like 2018-05-21 or 21 May 2018"),
    to_say("{words} names no moment"),
    to_say("place: {words} may mean {count} places; say which by its id, as in {example}: {places}"),
    to_say("name a tag to put on or to take off"),
    to_say("a {deed} needs a reason: say why"),
    to_say("{event}: nothing would change; it says so already"),
    to_say("a note needs words, and an event or a moment to be pinned to"),
    to_say("{file}: is empty"),
    to_say("{file}: is no table of events"),
    to_say("{file}: holds no file that can be read"),
    to_say("is not text (binary data)"),
    to_say("is not text (binary data, or an unknown encoding); save it as UTF-8"),
    to_say("{report}: {count} of its events were reviewed; that is lost"),
    to_say("nobody is called {name}; there are: {names}"),
    to_say("{name} can't be a name: 1 to 60 letters, no colon, no # in front"),
)  # fmt: skip
"""The frames, as the rooms below write them; a part is whatever stands in its place."""

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
    return _whole(words) or one_by_one(_whole(each) or each for each in words.split("; "))


def _whole(words: str) -> str:
    """The words said again as one message; empty where they are none of ours."""
    said = term(words)
    if said != words:
        return said
    if _STRETCH.fullmatch(words):
        return _DAY.sub(_dated, words)
    return next(_of_frames(words), "") or _with_more(words)


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

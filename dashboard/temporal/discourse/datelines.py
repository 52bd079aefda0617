"""Datelines: days and clock times written over a stretch of text, which then counts from them.

A digest puts a dateline before each item ("KHARTOUM, 12 April (Example News) – …"), a day on a line of its own
heads what follows, a situation report puts a day before each entry ("3 May: …"), an update says when it was
made, a live blog puts the clock before each post, a chat or a channel that was exported stamps each message with
its day and its clock ("[13.09.2025 08:05] …"). A dateline reaches to the next of its rank, or of a higher
one; an entry's or an update's ends with its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import Wording, any_of
from dashboard.temporal.expressions import Expression, said
from dashboard.text import Span

_HEAD = 300  # characters from the start of a text within which its own dateline stands
_COLUMN = re.compile(r"[ \t]{4,}(?=\S)")  # so wide a gap parts a line as its end would
_BEFORE = 60  # characters of a line before its date: "PORT SUDAN (Example News), "
_AFTER = 60
_MARKS = r"""(?:[^\w()\[\]{}"“”'’‘«».,;:!?%&/+=<>|$€£]|_)*"""  # a bullet, a dash, an emoji
_BULLET = re.compile(rf"{_MARKS}(?:\d{{1,2}}[.)]\s+)?(?:[Oo]n\s+)?")
_BRACKET = re.compile(
    r"[\s•*·‣▪–—-]*(?:#?\d{1,3}(?:/\d{1,2})?[.):]?\s+)?[(\[]"
)  # "(09:00) A mine kills a shepherd.", "#4 (12:00) …"
_AGO = Wording(  # "20h ago (19:30 GMT)", "1 hr 12 min ago · 10:25": a live blog counts back from when it was looked at
    r"[\s•*·‣▪–—-]*(?:\d{1,2}\s?(?:{live-units})\s?){1,2}(?:{live-ago})\s*[(\[·|,–—-]?\s*",
    re.NOFLAG,
)
_OPENS_BRACKET, _CLOSES = ("(", "["), (")", "]")
_ANY_DAY = Moment.of(date(2000, 1, 1))
_PLACES = Wording(  # capitals, with the small words of names between them, and an agency in brackets
    r"(?:[^\w()\[\]\"“”'’.,;:!?/]|_)*\(?(?:(?:[A-Z]|(?:{small-words})\b)[\w’'.-]*[\s,/–—-]*(?:\([^()\n]*\)?)?[\s,/–—-]*){1,6}",
    re.NOFLAG,
)
_BOUNDS = Wording(r"\b(?:{bounding-words})\s+$")
_STAMP = re.compile(  # "[", "#12 · ", "— ", "🔴 ", "Juan, ["
    rf"{_MARKS}(?:#\d{{1,5}}\s*[·|.):–—-]?\s*|\d{{1,5}}\s*[·|]\s*)?(?:(?:[^\s\[(:]+ ?){{1,4}}[,:]?\s*(?=\[))?[\[(]?"
)
_LEADS_MESSAGE = re.compile(r"[^\S\n]*(?:[A-Z]{3,4}\b)?[^\S\n]*(?:[–—|:-]|[^\S\n]{2}|\n|$)")
_ARABIC_PLACES = re.compile(r"[\s•*·–—-]*(?:[\u0621-\u064a-]+\s*){1,4}[،,(–—/-]\s*")
_ENDS_LINE = re.compile(r"[)\].*_:]*\s*(?:\n|$)")
_LEADS_NAME = re.compile(
    r"[)*_]{0,3}[ \t]*[,|:–—-][ \t]+(?=[^\n]{2,60}(?:\n|$))"
)  # "12 October – Gwoza", alone on its line
_MORE_DAYS = Wording(r"(?:\s*(?:,|&|(?:{and-words})\b)\s*\d{1,2}\b)+")  # "October 21 and 22"
_MARK = re.compile(r"[ \t]*[•*·‣▪▸►■◆●–—-](?=[ \t])")
_A_YEAR = re.compile(r"^[ \t#*]*(?:19|20)\d\d[ \t*:]*$", re.MULTILINE)
_LEADS = re.compile(r"[)*_]{0,3}\s*(?::|[–—-]\s|-\n)")
_LEADS_PLACE = re.compile(r"[\s)]*(?:\([^()\n]*\)\s*)?\)?\.?\s?(?::|[–—]\s?|-{1,2}\s)")
_LEADS_AGENCY = re.compile(
    r"\s*\([A-Z][^()\n]{1,30}\)\s+[“‘\"']?[A-Z]"
)  # "Srinagar, Feb 15 (PTI) A soldier was …"
_PLACE_BEHIND = re.compile(  # "February 15, 2024 (EL FULA) – The force …"
    r"[\s*_]*\([A-Z][^()\n\d]{1,40}\)[\s*_]*(?:[–—]|-{1,2}\s)"
)
_LEADS_POST = re.compile(
    r"\s*\(?(?:[A-Z]{3,4}\b|local(?: time)?\b)?\)?(?:\s*(?:[:|]|[–—-]\s|\n)|\s+[“‘]?[A-Z\u0600-\u06ff])"
)
_LEADS_UPDATE = re.compile(r"\s*(?:[A-Z]{3,4}\b|local time\b)?\)?\s*[:–—-]")


class Rank(IntEnum):
    """What a dateline is; it reaches to the next that ranks as high."""

    HEADING = 0
    MESSAGE = 1
    UPDATE = 2
    DATELINE = 3
    ENTRY = 4
    POST = 5


_DAYS = (Rank.HEADING, Rank.DATELINE, Rank.ENTRY)
_BY_DAY, _CHRONICLE = (Rank.HEADING, Rank.ENTRY), 2


@dataclass(frozen=True, slots=True)
class Dateline:
    """The phrase that tells the day or the hour, what it is, and the span of what counts from it."""

    phrase: Phrase
    rank: Rank
    span: Span


def datelines(document: Document) -> tuple[Dateline, ...]:
    r"""Datelines in order; the report's own dateline is none of them.

    >>> from dashboard.temporal.context.parse import understood
    >>> text = understood("3 May: Shells fell.\n4 May: Calm returned.")
    >>> [(each.phrase.span.of(text.text), each.span.of(text.text)) for each in datelines(text)]
    [('3 May', ': Shells fell.'), ('4 May', ': Calm returned.')]
    """
    found = list(_ranked(document, messages=True))
    if [rank for _, rank in found].count(Rank.MESSAGE) == 1:  # when the page was put up
        found = list(_ranked(document, messages=False))
    if found and _is_the_reports_own(*found[0], [rank for _, rank in found[1:]]):
        del found[0]
    return tuple(reversed(list(_reaching(document.text, found))))


def _ranked(document: Document, *, messages: bool) -> Iterator[tuple[Phrase, Rank]]:
    """The phrases that stand over a stretch, each with its rank; ``messages``: whether stamps of messages are such."""
    ranks = ((phrase, _rank(document, phrase, messages=messages)) for phrase in document.phrases)
    found = [(phrase, rank) for phrase, rank in ranks if rank is not None]
    days = sum(_is_day(phrase) and rank in _BY_DAY for phrase, rank in found)
    return ((phrase, rank) for phrase, rank in found if days >= _CHRONICLE or not _is_days(phrase))


def _is_day(phrase: Phrase) -> bool:
    return phrase.meaning.of_day.tells_day


def _is_days(phrase: Phrase) -> bool:
    """Whether it tells a stretch of days: "14–16 October", over an entry of a chronicle, or the week that a bulletin is of."""
    return not _is_day(phrase) and phrase.meaning.last_end.of_day.tells_day


def line_before(text: str, at: int) -> str | None:
    r"""The line, or its column, up to there, None where it is too long to be a label.

    >>> line_before("Calm.\nKHARTOUM, 12 April", 16)
    'KHARTOUM, '
    >>> line_before("SNAPSHOT | March 2024      Released 7 April", 36)
    'Released '
    """
    reach = max(0, at - _BEFORE)
    column = max((gap.end() for gap in _COLUMN.finditer(text, reach, at)), default=0)
    start = max(column, text.rfind("\n", reach, at) + 1)
    return text[start:at] if start or at <= _BEFORE else None


def is_dateline(document: Document, phrase: Phrase) -> bool:
    """Whether a day stands behind a place and before a dash, or before both: "GOMA, 28 January 2024 (Example News) – …", "28 January 2024 (GOMA) – …"."""
    before = line_before(document.text, phrase.span.start)
    return (
        before is not None
        and phrase.meaning.of_day.tells_day
        and _leads_from_a_place(document, phrase, before)
    )


def _leads_from_a_place(document: Document, phrase: Phrase, before: str) -> bool:
    text, end = document.text, phrase.span.end
    if not _names_a_place(document, before):
        return _BULLET.fullmatch(before) is not None and _PLACE_BEHIND.match(text, end) is not None
    return any(each.match(text, end) for each in (_LEADS_PLACE, _LEADS_AGENCY))


def _names_a_place(document: Document, before: str) -> bool:
    lists = document.words.lists
    if _ARABIC_PLACES.fullmatch(before):
        return True
    return _PLACES.of(lists).fullmatch(before) is not None and _BOUNDS.of(lists).search(before) is None


def _rank(document: Document, phrase: Phrase, *, messages: bool) -> Rank | None:
    before = line_before(document.text, phrase.span.start)
    if before is None:
        return None
    after = document.text[phrase.span.end : phrase.span.end + _AFTER]
    if phrase.meaning.is_clock and phrase.meaning.of_day.is_last_mentioned:
        return _of_clock(document, before, after)
    if _is_days(phrase):
        alone = _BULLET.fullmatch(before) is not None and _ENDS_LINE.match(after) is not None
        return Rank.HEADING if alone else None
    if not _is_day(phrase):
        return None
    if messages and _is_moment(phrase.meaning) and _stamps_message(before, after):
        return Rank.MESSAGE
    return _of_day(document, before, after)


def _is_moment(meaning: Expression) -> bool:
    """Whether it is a day in full with a clock."""
    day = meaning.of_day
    fixed = said(meaning, _ANY_DAY).interval if meaning.is_fixed else None
    in_full = meaning.is_clock and (day.is_fixed or (day.stated is not None and day.stated.full))
    return in_full or (fixed is not None and fixed.granularity is Granularity.MINUTE)


def _stamps_message(before: str, after: str) -> bool:
    if _STAMP.fullmatch(before) is None:
        return False
    closed = before.endswith(_OPENS_BRACKET) and after.startswith(_CLOSES)
    return closed or _LEADS_MESSAGE.match(after) is not None


def _of_clock(document: Document, before: str, after: str) -> Rank | None:
    if _is_update(document, before, after):
        return Rank.UPDATE
    opens = (
        _BULLET.fullmatch(before)
        or _AGO.of(document.words.lists).fullmatch(before)
        or (_BRACKET.fullmatch(before) and after[:1] in _CLOSES)
    )
    return Rank.POST if opens and _LEADS_POST.match(after.replace("]", ")", 1)) else None


def _of_day(document: Document, before: str, after: str) -> Rank | None:
    if _is_update(document, before, after):
        return Rank.UPDATE
    if any_of(document.words.lists["date-labels"]).search(before):  # "Published: 3 May"
        return None
    if _BULLET.fullmatch(before):
        return _of_first_day(document, after)
    if not _names_a_place(document, before):
        return None
    if _ENDS_LINE.match(after):  # "Gwoza, 12 October", alone on its line
        return Rank.HEADING
    return Rank.DATELINE if _LEADS_PLACE.match(after) or _LEADS_AGENCY.match(after) else None


def _of_first_day(document: Document, after: str) -> Rank | None:
    """What a day is that opens its line."""
    if _PLACE_BEHIND.match(after):
        return Rank.DATELINE
    more = _MORE_DAYS.of(document.words.lists).match(after)
    alone = _ENDS_LINE.match(after, more.end() if more else 0)
    if alone or _stands_over_a_place(document, after):
        return Rank.HEADING
    return Rank.ENTRY if _LEADS.match(after) else None


def _stands_over_a_place(document: Document, after: str) -> bool:
    """Whether nothing but a place stands behind a day on its line: "12 October – Gwoza"."""
    lead = _LEADS_NAME.match(after)
    line = after[lead.end() :].split("\n", 1)[0].rstrip(" \t.:*_") if lead else ""
    return bool(line) and _PLACES.of(document.words.lists).fullmatch(line) is not None


def _is_update(document: Document, before: str, after: str) -> bool:
    update = any_of(document.words.lists["update-words"]).search(before)
    return (
        update is not None
        and not before[: update.start()].strip("([*• ")
        and bool(_LEADS_UPDATE.match(after))
    )


def _is_the_reports_own(phrase: Phrase, rank: Rank, later: list[Rank]) -> bool:
    """A full date at the head that no other of its rank follows dates the report, not a part of it."""
    stated = phrase.meaning.of_day.stated
    in_full = phrase.meaning.is_fixed or (stated is not None and stated.full)
    return in_full and rank in _DAYS and phrase.span.end <= _HEAD and rank not in later


def _reaching(text: str, found: list[tuple[Phrase, Rank]]) -> Iterator[Dateline]:
    """The datelines from the last to the first, each with how far it reaches."""
    lines = dict.fromkeys(Rank, len(text))  # where the line of the next dateline of each rank starts
    for phrase, rank in reversed(found):
        before = _DAYS if _is_days(phrase) else [other for other in Rank if other <= rank]
        start, end = phrase.span.end, min(lines[other] for other in before)
        end = min(end, _next_of_list(text, phrase.span)) if rank is Rank.HEADING else end
        end = min(end, _next_mark(text, phrase.span)) if rank is Rank.DATELINE else end
        if rank in (Rank.ENTRY, Rank.UPDATE):
            line_end = text.find("\n", start)
            end = min(end, line_end) if line_end >= 0 else end
        yield Dateline(phrase, rank, Span(start, max(start, end)))
        lines[rank] = text.rfind("\n", 0, phrase.span.start) + 1


def _next_mark(text: str, day: Span) -> int:
    """Where the next item of a list begins, for a day in one of its items: "▸ Baghlan. 5 July: … ⏎ ▸ Kandahar …"."""
    mark, below = _MARK.match(text, text.rfind("\n", 0, day.start) + 1, day.start), text.find("\n", day.end)
    if mark is None or below < 0:
        return len(text)
    return _marked(text, mark[0].strip(), below) or len(text)


def _marked(text: str, mark: str, start: int) -> int | None:
    """Where the next line with that mark begins."""
    same = re.compile(rf"^[ \t]*{re.escape(mark)}[ \t]", re.MULTILINE).search(text, start + 1)
    return same.start() if same else None


def _next_of_list(text: str, day: Span) -> int:
    """Where the next entry of a chronicle begins: a line with the mark that stands before this day, or with a year and nothing else."""
    head = text.rfind("\n", 0, day.start) + 1
    mark = _MARK.match(text, head, day.start)
    below = text.find("\n", day.end)
    if below < 0:
        return len(text)
    year = _A_YEAR.search(text, below + 1)
    ends = [year.start()] if year else []
    if mark and not text[below:].lstrip().startswith(mark[0].strip()):
        same = _marked(text, mark[0].strip(), below)
        ends += [same] if same is not None else []
    return min(ends, default=len(text))

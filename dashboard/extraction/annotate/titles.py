"""Lines that name what the next one tells: the titles of a live page's entries, of a digest's items."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.language import sentences
from dashboard.language.stops import LINE, MARKS
from dashboard.text import Span

_LONGEST = 100
_LABEL_LENGTH = 40
_SUMS = CLAUSES["summaries"]
_LABEL = re.compile(  # "Key Highlights", "HIGHLIGHTS OF THE WEEK:"
    rf"\W*(?:{one_of(_SUMS['labels'])}|{one_of(_SUMS['kinds'])}\s+{one_of(_SUMS['what'])})(?:\s+{one_of(_SUMS['of'])})?\W*",
    re.IGNORECASE,
)
_LABEL_AT_END = re.compile(  # "22:05 That's all for today. Our main points:"
    rf"[.!?–—]\s+{one_of(CLAUSES['summaries']['labels'])}\s*:\s*$", re.IGNORECASE
)
_INLINE = re.compile(  # "IN SHORT: The week saw 31 incidents", "We are closing. Here is what happened today: two men were killed"
    rf"(?:^\W*(?:\d{{1,2}}[:.h]\d\d\W*(?:[A-Z]{{2,4}}\b\W*)?)?|(?<=[.!?])\s+){one_of(_SUMS['inline'])}\s*:\s+(?=\S)",
    re.IGNORECASE,
)
_LINK = (
    re.compile(  # "Also read | Gunmen kill two", "[ Also read: Factions clash ]", "Topics: airstrikes, Magwe"
        rf"\W*{one_of(CLAUSES['links']['inline'])}\s*[:|»]\s*\S", re.IGNORECASE
    )
)
_LINKS = re.compile(rf"\W*{one_of(CLAUSES['links']['labels'])}\b\W*", re.IGNORECASE)
_CONTENTS = re.compile(  # "Colombia: Fighting spreads | Ecuador: Gangs clash | Haiti: A town attacked"
    r"(?=[^\n]*:[^\n]*\|[^\n]*:)[^|\d\n]+(?:\|[^|\d\n]+){2,}(?<![.!?\s])\s*"
)
_OVER_LINES = re.compile(rf"\W*{one_of(CLAUSES['summaries']['over-lines'])}\W*", re.IGNORECASE)
_OVER_PARAGRAPH = re.compile(rf"\W*{one_of(CLAUSES['summaries']['paragraphs'])}\W*", re.IGNORECASE)
_STAMP = 30  # characters: what is no longer and ends in no stop is a clock or a name, and no sentence
_ITEM = re.compile(r"\s*(?:[•▪●◦*·‣▸►❖➢➤>–—-]|\d{1,2}[.)])\s")
_SHOWN = CLAUSES["captions"]
_CAPTION = re.compile(
    rf"[ \t]*(?:{one_of(_SHOWN['opens'])}(?!\w)"
    rf"|[A-Z][^\n]{{20,300}}?[A-Z][\w'’-]+,\s(?:[A-Z][a-z]+day,\s)?{one_of(_SHOWN['months'])}\s\d{{1,2}},\s(?:19|20)\d\d"
    rf"(?:\.?\s*\([^()\n]{{2,60}}\)|\.\s*[A-Z][^\n.]{{1,60}}|\.)?\s*$)",
    re.MULTILINE,
)
_MONTHS = one_of([each.rstrip(".") for each in _SHOWN["months"]])
_DAY = re.compile(rf"\W*(?:\d{{1,2}}\s)?{_MONTHS}\.?(?:\s\d{{1,2}})?,?\s(?:19|20)\d\d\W*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[ \t]*\[\d{1,3}\](?:\s?[–—-]\s?\[\d{1,3}\])?\s+\S")
_BULLETED = re.compile(r"\s*(?:[•▪●◦*·‣▸►❖➢➤▫◾🔸🔹]\ufe0f?\s*|[–—-]\s)\w")
_ENTRY = re.compile(
    r"\s*(?:[•▪●*·–—-]\s*)?[\[(]?(?:\d{1,2}[:.h/]\d{2}\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\b)[^\n]{0,60}?(?:[:–—\])]|\s-)\s"
)
_STAMPED = re.compile(  # "14:20 Two killed", "5 March: gunmen", "04/03 Rebels"
    r"\W*(?:\d{1,2}[:.h/]\d{2}\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\b|[A-Z][a-z]{2,8}\s+\d{1,2}\b)"
)
_ENDS = re.compile(rf"""[{re.escape(MARKS)}:;]["”’)\]]*(?:\[\d+\])?\s*$""")
_TELLS = re.compile(r"""[.!:;]["”’)\]]*\s*$""")  # a title may ask, it seldom states
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3


def title_lines(text: str) -> tuple[Span, ...]:
    r"""The lines that end in no stop, have some words, and stand over a line that does end in one.

    >>> text = "08:10\nDrone attack on Sumy\nA drone hit a car in Sumy, its mayor says."
    >>> [line.of(text) for line in title_lines(text)]
    ['Drone attack on Sumy']
    """
    lines = [Span(*line.span()) for line in LINE.finditer(text)]
    return tuple(_titles(text, lines))


def _titles(text: str, lines: list[Span]) -> Iterator[Span]:
    before_ends = True
    for line, below in pairwise(lines):
        words = line.of(text)
        open_end = _ENDS.search(words) is None
        if open_end and before_ends and _is_name(words) and _tells(below.of(text)):
            yield line
        before_ends = not open_end or len(words) <= _STAMP


def summary_lines(text: str) -> tuple[Span, ...]:
    r"""The items of a list that sums up what is told below, under "Highlights" or "Key takeaways"; a paragraph, under "In brief".

    >>> text = "HIGHLIGHTS\n- Shells hit Sumy.\n- Two died.\n\nSITUATION\nShells fell."
    >>> [line.of(text) for line in summary_lines(text)]
    ['- Shells hit Sumy.', '- Two died.']
    """
    lines = [Span(*line.span()) for line in LINE.finditer(text)]
    found, inside, whole = list[Span](), False, False
    lined, end = False, 0  # under a label whose lines need no bullet; where the line before ends
    for line in lines:
        lined = lined and "\n" not in text[end : line.start].strip(" \t\r").removeprefix("\n")
        item = _ITEM.match(line.of(text)) is not None or lined
        labelled = (_LABEL.fullmatch(line.of(text)) or _LABEL_AT_END.search(line.of(text))) is not None
        inline = _INLINE.search(line.of(text))
        found += [line] if (inside and item) or (whole and not labelled) else []
        found += [Span(line.start + inline.start(), line.end)] if inline and found[-1:] != [line] else []
        inside, end = labelled or (inside and item), line.end
        lined = lined or _OVER_LINES.fullmatch(line.of(text)) is not None
        whole = _OVER_PARAGRAPH.fullmatch(line.of(text)) is not None
    below = bool(found) and any(line.start > found[-1].end for line in lines)
    return tuple(found) if below else ()


def link_lines(text: str) -> tuple[Span, ...]:
    r"""The lines that only lead to other stories, under "Also read", with that line, and those of contents between bars; of a line that tells on, its first sentence.

    >>> text = "Shells hit Sumy.\n\nAlso read:\nBomb kills two in Kano\nWho rules Chad?\n\nOne man died."
    >>> [line.of(text) for line in link_lines(text)]
    ['Also read:', 'Bomb kills two in Kano', 'Who rules Chad?']
    """
    found, inside = list[Span](), False
    lines = [Span(*each.span()) for each in LINE.finditer(text)]
    for line, below in zip_longest(lines, lines[1:], fillvalue=Span(0, 0)):
        words = line.of(text)
        label = len(words) <= _LABEL_LENGTH and _LINKS.fullmatch(words) is not None
        heads = _DAY.fullmatch(words) is not None and _TELLS.search(below.of(text)) is not None
        inside = label or (inside and not heads and _TELLS.search(words) is None)
        if inside or _CONTENTS.fullmatch(words):
            found.append(line)
        elif _LINK.match(words):  # "Watch: gunmen storm a hotel. Ten people were killed": its first sentence
            found.append(next(sentences(words)).span.moved(line.start) if _TELLS.search(words) else line)
    return tuple(found)


def caption_lines(text: str) -> tuple[Span, ...]:
    r"""The lines that say what a picture shows, and those of two footnotes or more one below the other, where other lines tell the story.

    >>> text = "FILE - Rebels hold a post in Gao, Mali, Jan. 5, 2013. (Agency)\nShells fell on Gao."
    >>> [line.of(text)[:13] for line in caption_lines(text)]
    ['FILE - Rebels']
    """
    lines = [Span(*line.span()) for line in LINE.finditer(text)]
    shown = [line for line in lines if _CAPTION.match(text, line.start, line.end)]
    noted = [_FOOTNOTE.match(text, line.start, line.end) is not None for line in lines]
    beside = zip(lines, [False, *noted], noted, [*noted[1:], False], strict=False)
    notes = [line for line, before, here, behind in beside if here and (before or behind)]
    found = sorted([*shown, *notes])
    return tuple(found) if len(found) < len(lines) else ()


def item_lines(text: str) -> tuple[Span, ...]:
    r"""The lines of lists, each behind a bullet.

    >>> [line.of(item) for item in ["Two towns:\n• Sumy: calm.\n"] for line in item_lines(item)]
    ['• Sumy: calm.']
    """
    return tuple(Span(*line.span()) for line in LINE.finditer(text) if _BULLETED.match(line[0]))


def entry_lines(text: str) -> tuple[Span, ...]:
    r"""The lines of a log: two or more, one after the other, that each open with a day or a clock in figures.

    >>> text = "Daily log\n06:30 Donetsk: shelling.\n09:10 Horlivka: two hurt.\n\nA long day."
    >>> [line.of(text) for line in entry_lines(text)]
    ['06:30 Donetsk: shelling.', '09:10 Horlivka: two hurt.']
    """
    lines = [Span(*line.span()) for line in LINE.finditer(text)]
    opens = [_ENTRY.match(line.of(text)) is not None for line in lines]
    beside = zip([False, *opens], opens, [*opens[1:], False], strict=False)
    return tuple(
        line
        for line, (before, here, behind) in zip(lines, beside, strict=True)
        if here and (before or behind)
    )


def heads_list(words: str) -> bool:
    """Whether a line is the label of a list: "Key highlights", "Two towns were hit:"."""
    return (
        words.rstrip().endswith(":")
        or _LABEL.fullmatch(words) is not None
        or _LINKS.fullmatch(words) is not None
    )


def is_entry(words: str) -> bool:
    """Whether a line opens with a day or a clock, or behind a bullet or a number, and so tells on its own."""
    return _STAMPED.match(words) is not None or _ITEM.match(words) is not None


def _is_name(words: str) -> bool:
    few = len(words) <= _LONGEST and _ITEM.match(words) is None
    return few and len(_WORDS.findall(words)) >= _FEWEST


def _tells(words: str) -> bool:
    return _ENDS.search(words) is not None and len(words) > _STAMP

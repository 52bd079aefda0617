"""The day of publication, worked out from the text.

A dateline tells it outright. Otherwise every day said twice ("today, Monday"), every full date and every
quoted report is a constraint on the day; the earliest day that satisfies all of them is the answer. Where
nothing ties the report's own day, there is no answer: a wrong anchor would shift every event. A chronicle
tells many days and none of them is its own, and no report tells as gone by what comes after it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dashboard.temporal.anchoring.reference_times import ImpliedDays, implied_days
from dashboard.temporal.anchoring.resolve import Anchored
from dashboard.temporal.calendar.moment import Moment, is_publishable
from dashboard.temporal.context.cues import opens_sentence
from dashboard.temporal.context.parse import Document, Phrase, day_meant
from dashboard.temporal.context.wording import Wording, any_of
from dashboard.temporal.discourse.datelines import line_before
from dashboard.temporal.discourse.frames import Origin, Quotation, innermost
from dashboard.temporal.discourse.narrative import at_passage, heads_entry, passages
from dashboard.temporal.expressions import Expression, said
from dashboard.temporal.timex import Bearing, NarrativePassage, PublicationDate

Counted = Callable[[date], tuple[Anchored, tuple[NarrativePassage, ...]]]
"""The phrases of a text as reported on a day, and how it is then parted into news and chronicle."""
_ANY_DAY = Moment.of(date(2000, 1, 1))  # for what reads the same whenever said
_GONE_BY = 2  # an entry of a list, or two signs that a date was over when reported
_AHEAD = 8  # days tried after the latest date mentioned: a week and a day
_DATELINE_REACH = 300
_DATELINE_SOURCE = 60  # room for "(Example News) –" behind the date
_BEFORE_LABEL = re.compile(r"(?:^|[.!?|·•*(—–;-]|\s{2})\s*(?:[A-Z]\w+\s){0,3}$")
_CLOCK = r"(?:\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?,?\s*(?:{behind-labels})?\s*)?"  # "Updated 6:42 PM EST, …"
_AFTER_LABEL = Wording(rf"\s*(?:{{behind-labels}})?\s*:?[\s*_]*{_CLOCK}")
_OF_A_REPORT = Wording(  # "Report of", "Security bulletin No. 12 of", "Morning update for"
    r"(?:.{0,80}[,:(|–—-]\s+)?(?:(?:{definite-words})\s+)?(?:(?!(?:{not-a-title})\b)[\w’'-]+\s+){0,4}?(?:{report-words})(?:\s+(?:no\.?|nr\.?|number|#)?\s*#?\d[\d/-]{0,8})?,?\s*(?:(?:{of-a-report})\s+)?"
)
_STANDS_APART = Wording(r"(?:^|[,،:()[|•·/–—-]|\s{2}|^(?:{byline-words}):?\s[^.\n]*)\s*$")
_BEGINS_SENTENCE = re.compile(r"[.!?]\s+$")
_IS_SENTENCE = re.compile(r"[*_]*\.\s")  # "LIVE. Friday 3 May 2024. All times are local."
_ZONE = r"(?:\s*\(?(?:[A-Z]{1,5}\b)?(?:\s?[+−-]\d{1,2}(?::?\d\d)?)?\)?(?:,?\s*local time)?)"
_MARKUP = re.compile(
    r"^[^\w(\[“\"‘'|–—-]+"
)  # "*8 March 2018*", "## 8 March 2018", "**GOMA, 8 March 2018** –", "🕗 8 March 2018"
_LABEL_WORDS = 3
_LINE_REACH = 600  # characters: so far down a page a date may stand on a line of its own
_LINE_OPENS = Wording(r"(?:(?:{of-a-report})\s+)?", re.IGNORECASE)  # "On Mar 6, 2024"
_LINE_ENDS = Wording(
    rf"[*_]*{_ZONE}\s*(?:[–—|·-]\s*\d\d?[:.h]\d\d{_ZONE})?(?:,?\s*(?:{{update-words}})\s[^.\n]{{1,30}})?[*_]*\s*",
    re.IGNORECASE,
)
_PLACES = r"(?:\s+(?:[A-Z][\w'’-]*\s*[/,]?\s?){1,5})"  # "29.02.2024 14:35 Donetsk", "September 27 - 2023 NYALA / EL FASHER"
_ENDS = Wording(
    rf"[*_]*{_ZONE}\s*(?:$|\n|[|·•/]|[).\]]*\s*(?:\.|[–—-]{{1,2}}\s|:|\n|$))|{_ZONE}?\s*\([^)]*\)\s*(?:[–—-]|\n|$)"
    rf"|{_ZONE}\s{{2}}|{_PLACES}(?:\n|$|\.\s)|(?:,|\s(?:{{byline-words}}))\s[^.,\n]{{1,40}}(?:\n|$)",
    re.NOFLAG,
)


def worked_out(document: Document, quotes: tuple[Quotation, ...], resolved: Counted) -> PublicationDate:
    """The day the text itself tells, with the phrases that prove it; no day where it doesn't.

    ``resolved`` gives the phrases as reported on a day.

    >>> from dashboard.temporal import read_time
    >>> read_time("Shells fell on Douma yesterday, Saturday the 19th of May 2018.").published.day
    datetime.date(2018, 5, 20)
    """
    days = implied_days(document, quotes)
    for outright in (_dateline(document, quotes), days.get(0)):
        if outright and is_publishable(outright[0]) and not _tells_later(document, outright[0]):
            return _dating(outright[0], [outright[1]], document)
    return _constrained(document, quotes, days, resolved)


def _tells_later(document: Document, day: date) -> bool:
    """Whether the text tells what came after that day: an entry of a list of dates, or a past stated twice over."""
    weight = 0
    for phrase in document.phrases:
        first = None if phrase.future else _first_day(phrase)
        if first and first > day:
            weight += (
                phrase.past
                + opens_sentence(document.text, phrase.span.start)
                + _GONE_BY * heads_entry(phrase, document.text)
            )
    return weight >= _GONE_BY


def _first_day(phrase: Phrase) -> date | None:
    """The first day of what a phrase names with its year."""
    meaning = day_meant(phrase)
    return _day_named(meaning) if meaning.stated and meaning.stated.year is not None else None


def _day_named(meaning: Expression) -> date | None:
    """The first day of what stands by itself, whenever said."""
    interval = said(meaning, _ANY_DAY).interval
    return interval.start.date() if interval and interval.start else None


def _constrained(
    document: Document, quotes: tuple[Quotation, ...], days: ImpliedDays, resolved: Counted
) -> PublicationDate:
    tied = [phrase for phrase in document.named if innermost(quotes, phrase.span.start) == 0]
    openers = [
        quote.opener
        for quote in quotes
        if quote.parent == 0 and quote.opener and quote.origin is not Origin.CARRIED
    ]
    tied, openers = _in_news(document, tied), _in_news(document, openers)
    counted = [opener for opener in openers if day_meant(opener).counts_from_speech]
    stated = [each for each in (*_full_days(document), *days.values()) if is_publishable(each[0])]
    if not stated or not (tied or counted):
        return PublicationDate(None, "")
    floor = max(day for day, _ in stated)
    for step in range(_AHEAD):
        day = floor + timedelta(days=step)
        if _fits(quotes, day, tied, days, resolved) and not _tells_later(document, day):
            bound = {phrase.span for phrase in tied}
            proof = [phrase for known, phrase in stated if known == floor or phrase.span in bound]
            proof += tied + openers
            return _dating(day, proof, document)
    return PublicationDate(None, "")


def _in_news(document: Document, phrases: list[Phrase]) -> list[Phrase]:
    """Those of the phrases that stand in news, whose days are the report's own."""
    if not phrases:
        return phrases
    placed = at_passage(passages(document, None), phrases)
    return [phrase for phrase, chronicle in placed if not chronicle]


def _fits(
    quotes: tuple[Quotation, ...], day: date, tied: list[Phrase], days: ImpliedDays, resolved: Counted
) -> bool:
    """Whether every constraint holds if the report is of that day."""
    moment = Moment.of(day)
    if any(day_meant(phrase).spoken_on(moment) != day for phrase in tied):
        return False
    quoted = {number: implied for number, (implied, _) in days.items() if number}
    frames = resolved(day)[0].frames if quoted else ()
    return all(
        frames[number].day == implied and _opens_on(quotes, number, day, days)
        for number, implied in quoted.items()
    )


def _opens_on(quotes: tuple[Quotation, ...], number: int, published: date, days: ImpliedDays) -> bool:
    """Whether the words that open a quotation, counted from its parent, name the day that it tells itself."""
    quote = quotes[number]
    if quote.opener is None:
        return True
    expected, _ = days[number]
    above = days.get(quote.parent)
    parent = above[0] if above else published if quote.parent == 0 else expected
    opened = said(quote.opener.meaning, Moment.of(parent)).interval
    return opened is not None and opened.start is not None and opened.start.date() == expected


def _full_days(document: Document) -> Iterator[tuple[date, Phrase]]:
    """Days mentioned in full."""
    for phrase in document.phrases:
        if phrase.future or phrase.bearing.dates_nothing:
            continue
        named = day_meant(phrase).named_day
        day = _day_named(named) if named.stated and named.stated.full else None
        if day:
            yield day, phrase


def _dateline(document: Document, quotes: tuple[Quotation, ...]) -> tuple[date, Phrase] | None:
    """A full date that stands by itself at the head of the text, or behind "published:"; not an entry's, but where all are of one day.

    Behind another entry it is one of a list of dates.
    """
    openers = [quote.opener for quote in quotes if quote.opener and quote.origin is Origin.DATELINED]
    days = set(map(_day_of, openers))
    entries = {each.span for each in openers} if len(days) > 1 else frozenset()
    listed = False
    for phrase in document.phrases:
        before = line_before(document.text, phrase.span.start)
        day = None if before is None else _day_of(phrase)
        if before is not None and day:
            heads = not listed and phrase.span not in entries
            if _is_labelled(document, before) or (heads and _heads(document, phrase, before)):
                return day, phrase
        listed = listed or (_first_day(phrase) is not None and heads_entry(phrase, document.text))
    return None


def _is_labelled(document: Document, before: str) -> bool:
    """Whether "published", "updated" stand before the date, at the start of a line or a sentence."""
    labels = list(any_of(document.words.lists["date-labels"]).finditer(before))
    return (
        bool(labels)
        and _AFTER_LABEL.of(document.words.lists).fullmatch(before, labels[-1].end()) is not None
        and (opens := _BEFORE_LABEL.search(before[: labels[0].start()])) is not None
        and any_of(document.words.lists["rights-words"]).search(before, opens.start())
        is None  # "Terms updated", "Incident date"
    )


def _day_of(phrase: Phrase) -> date | None:
    """The day that a date in full names, with or without a clock or a part of the day beside it."""
    meaning = phrase.meaning.of_day if phrase.meaning.is_clock else day_meant(phrase)
    in_full = meaning.is_fixed or (meaning.stated is not None and meaning.stated.full)
    return _day_named(meaning) if in_full else None


def _heads(document: Document, phrase: Phrase, before: str) -> bool:
    """Whether a date stands at the head of the text, apart from what is reported: "GOMA, 28 January 2024 – …"."""
    of_a_report = _OF_A_REPORT.of(document.words.lists).fullmatch(_MARKUP.sub("", before)) is not None
    bears = phrase.bearing is Bearing.AT or (of_a_report and phrase.bearing is Bearing.FOR)
    if phrase.span.end > _LINE_REACH or not bears or phrase.future:
        return False
    label = _line_above(document.text, phrase.span.start)
    if any(any_of(document.words.lists["rights-words"]).search(each) for each in (before, label)):
        return False
    if _is_line(document, phrase, _MARKUP.sub("", before)):
        return True
    if phrase.span.end > _DATELINE_REACH:
        return False
    after = document.text[phrase.span.end : phrase.span.end + _DATELINE_SOURCE]
    before = _MARKUP.sub("", before)
    named = list(any_of(document.words.lists["as-of-words"]).finditer(before))
    as_of = bool(named) and not before[named[-1].end() :].strip()
    if _BEGINS_SENTENCE.search(before) and _IS_SENTENCE.match(after):
        return True
    ends = _ENDS.of(document.words.lists).match(after) or (before.startswith("(") and after.startswith(")"))
    return bool(ends) and (
        as_of or of_a_report or _STANDS_APART.of(document.words.lists).search(before) is not None
    )


def _line_above(text: str, start: int) -> str:
    """The line over the one a date stands on, where that has a word or two, as a label has: "INCIDENT DATE"."""
    above = text[: text.rfind("\n", 0, start) + 1].rstrip()
    label = above[above.rfind("\n") + 1 :]
    return label if len(label.split()) <= _LABEL_WORDS else ""


def _is_line(document: Document, phrase: Phrase, before: str) -> bool:
    """Whether a date has a line of its own, with its clock and when it was brought up to date; behind "On" a paragraph."""
    lists, (rest, *below) = document.words.lists, document.text[phrase.span.end :].split("\n", 2)
    if _LINE_ENDS.of(lists).fullmatch(rest) is None or _LINE_OPENS.of(lists).fullmatch(before) is None:
        return False
    return not (before and below and below[0].strip())


def _dating(day: date, proof: list[Phrase], document: Document) -> PublicationDate:
    words = dict.fromkeys(phrase.span.of(document.text) for phrase in proof)
    notes = (note for phrase in proof for note in _in_two_ways(phrase, document.text))
    return PublicationDate(day, "text", tuple(words), worked_out=day, notes=tuple(dict.fromkeys(notes)))


def _in_two_ways(phrase: Phrase, text: str) -> Iterator[str]:
    """What to say of a date in figures whose order the text alone does not tell."""
    stated = day_meant(phrase).named_day.stated
    if stated and stated.two_ways:
        ways = stated.two_ways
        yield f"“{phrase.span.of(text)}” is read {ways.note}; {ways.other:%d %B %Y} {ways.why}"

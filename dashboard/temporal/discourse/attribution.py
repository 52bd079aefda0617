"""Attribution: phrases that date an older report quoted in this one.

"The Observatory published on Sunday that …", "On Sunday, the Observatory published that …", "As published this
morning, …", "… (posted on 3 March)". In newspapers "officials said on Sunday that" shifts nothing: indirect
speech is reported from the paper's own day, so only publishing verbs, and a source speaking of itself with
"had", open a frame.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language import Sentence
from dashboard.language.sentences import end_of
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import Wording, any_of
from dashboard.temporal.discourse.datelines import is_dateline
from dashboard.temporal.expressions import Deixis
from dashboard.temporal.timex import Bearing
from dashboard.text import Span

_LONGEST_SENTENCE, _NEAREST = 300, 3  # characters, phrases
_REACH = 60  # characters between a reporting verb, its time phrase and "that"
_SOURCE_REACH = 300  # characters before "it had said" within which the source is named
_OPENS_PARAGRAPH = 200  # a quotation begun within these many characters owns the paragraph
# Arabic joins letters to both ends of its "that", so that its shape and no list tells it.
_THAT = Wording(r"[\s,،)]*(?:(?:{that-words})\b|:|ب?[أإ]نّ?\w{0,3}\b)", re.NOFLAG)
_FOLLOWS = Wording(r"[\s,،)]*(?:(?:{that-words})\b|:|ب?[أإ]نّ?\w{0,3}\b)|\s*[,،)\]]", re.NOFLAG)
_THAT_WORD = re.compile(r"\b(?:that|ب?أنّ?\w{0,3})\b")  # not "إن", which opens direct speech
_IN_A = Wording(r"\b(?:{tells-in}) (?:{determiners})(?: \w+)? $")
_A = Wording(r"(?:^|[.!?]\s|\n)(?:{determiners})(?: \w+)? $")  # "A note sent out on 9 August says that"
_FILLER = Wording(r" (?:(?:{behind-statements}) )*")
_DATED = Wording(r" (?:{dated-statements}) ")
_SAID = Wording(  # between "said" and the day on which it was said
    r"\s+(?:(?:{behind-said}|(?:the|a) (?:{said-to})|(?:in|at) an? (?:\w+ )?(?:{said-in})"
    r"|(?:(?:in|at|from|to|with) )?(?:the |a )?(?:(?:\w+ )?(?:{said-to}) )?(?-i:[A-Z][\w’'.-]*)(?:\s+(?-i:[A-Z][\w’'.-]*|al|of|de))*(?:\s(?:{said-to}))?)\s+)*"
)
_SAID_HOW = Wording(  # behind that day, in what it was said, or where: "said on Sunday in a statement", "… told reporters on Sunday in Jos."
    r"\s+(?:in|at|during|on|to|through|via|by|over|from)\s+(?:(?:{determiners})\s+)?(?:[\w-]+\s+){0,3}?(?:{said-in})\b"
    r"|\s+(?:in|at|from)\s+(?:the\s+)?(?-i:[A-Z][\w’'.-]*)(?:\s+(?-i:[A-Z][\w’'.-]*|of|de|al))*\s*(?:[.,;]|$)"
)
_PASSIVE = Wording(r"\b(?:{be-forms})\s+(?:\w+ly\s+)?$")
_ENDS = re.compile(r"\s*(?:[.,;،؛)\]\"”’]|$)")
_HAD = Wording(r"\b(?:{had-words})\b", re.NOFLAG)
_IT_DID = Wording(r"\s+(?:{subject-words})\s+[a-z]")
_IT = re.compile(r"\bit had\b")
_IT_HAD = re.compile(r"\bit\s+had\s+(?:\w+\s+)?$", re.IGNORECASE)
_OPENS_SENTENCE = Wording(
    r"\W*(?:(?:{sentence-openers})\W+)*(?:(?:{determiners})\s+(?:\w+\s+)?(?:{statements})\s+(?:(?:{behind-statements}|{dated-statements})\s+)*)?"
)
_WHO = re.compile(
    r"\s*,?\s*(?!and\b)(?:(?!\sand\s)[^,.;:\n“\"«]){2,80}$"
)  # between the day of a telling and its verb
_AT_HEAD = re.compile(r"(?:^|\n|[.!?…]\W)[^.!?\n]{0,40}$")
_APART = 3  # characters: "said this morning" dates the saying
_COMMA = re.compile(r"\s*[,،]\s*")
_REPOSTED = Wording(
    r"(?<!\w)(?:{repost-words})[ \t:]+[@\w][\w@.'’ \t-]{0,40}?,?[ \t]*(?P<bracket>[(\[]?)[ \t]*(?:\w+[ \t]+)?$"
)
_OLDER_POST = Wording(
    r"(?<!\w)(?:{older-posts})\s+(?:\w+\s+)?(?:{statements})\s+(?:(?:{dated-statements})\s+)?(?:\w+day,?\s+)?$"
)
_QUOTED = re.compile(r"[ \t]*(?P<bracket>[)\]]?)[ \t]*:\s*(?P<mark>[\"“«„]?)")
_ADDED = Wording(
    r"""[.!?”"]*\s+(?:[\w'’-]+\s+){1,5}?(?:{adding-words})\b"""
)  # "The Observatory's sources added that …"
_SOMEBODY = re.compile(r"(?:^|\n)\W*(?:[\w'’.-]+\s+){1,6}$")  # "*The Observatory on 5 April: “… last night”"
_AS_FOLLOWS = re.compile(r"(?:\s+\w+){0,3}?(?=:)")
_OPENS_QUOTE = re.compile(r"\s*[:,]?\s*(?P<mark>[\"“«„])")
_CLOSING = {'"': '"', "“": "”", "«": "»", "„": "“"}
_BRACKET = re.compile(r"[(\[]\s*(?:\w+\s+){0,2}?$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The phrase that dates an older report, the verb, and the span quoted.

    Where it stands in a quotation itself, it ends with its sentence: ``sentence_end``. A phrase in front
    ("Last night, it had said that …") dates the telling, and what is reported with no time of its own.
    """

    phrase: Phrase
    verb: str
    span: Span
    sentence_end: int
    fronted: bool = False


def may_attribute(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase tells a moment and stands where words of telling may date it.

    Nearly every phrase is turned down here, before the text is split into sentences.
    """
    text, end = document.text, phrase.span.end
    tells = phrase.meaning.tells_moment or phrase.kind in ("time", "day")
    if not tells:
        return False
    if _FOLLOWS.of(document.words.lists).match(text, end) is None:
        return _may_front(document, phrase)
    around = max(0, phrase.span.start - _REACH), end + 2 * _REACH
    lists = ("publishing-verbs", "source-words", "repost-words")
    telling = any(any_of(document.words.lists[each]).search(text, *around) for each in lists)
    return telling or _IT.search(text, *around) is not None or _may_front(document, phrase)


def _may_front(document: Document, phrase: Phrase) -> bool:
    """Whether it stands near the head of its line or sentence, and words that count from the day of speech come soon behind it."""
    head = document.text[max(0, phrase.span.start - _REACH) : phrase.span.start]
    return (
        _AT_HEAD.search(head) is not None and next(_counted_from_speech(document, phrase), None) is not None
    )


def _counted_from_speech(document: Document, opener: Phrase) -> Iterator[Phrase]:
    """What counts from the day of speech within a sentence's length behind a phrase: "this morning", "yesterday"."""
    first = bisect_right(document.phrases, opener.span.start, key=lambda each: each.span.start)
    for each in document.phrases[first:]:
        if each.span.start - opener.span.end > _LONGEST_SENTENCE:
            return
        if each.meaning.of_day.is_step and each.meaning.deixis in (Deixis.TODAY, Deixis.NEAR):
            yield each


def is_reporting(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase dates a telling, not what is reported: "in a statement yesterday", "…, police said on Sunday.", a dateline."""
    before = document.text[max(0, phrase.span.start - _REACH) : phrase.span.start]
    after = document.text[phrase.span.end : phrase.span.end + 8]
    if _THAT.of(document.words.lists).match(after):
        last = list(any_of(document.words.lists["reporting-verbs"]).finditer(before))
        if last and not re.search(r"[.;:]", before[last[-1].end() :]):
            return True
    if _in_a_statement(document, phrase, before) or is_dateline(document, phrase):
        return True
    if not _was_said(document, before):
        return False
    ends = (
        _ENDS.match(after)
        or _SAID_HOW.of(document.words.lists).match(document.text, phrase.span.end)
        or _IT_DID.of(document.words.lists).match(document.text, phrase.span.end)
    )
    return bool(ends) or _day_behind(document, phrase)


def _day_behind(document: Document, phrase: Phrase, *, counted: bool = False) -> bool:
    """Whether the sentence names another day behind it, or counts to one, which is that of what is told: "said on Wednesday shells fell on Tuesday"."""
    stop = end_of(document.text, phrase.span.end, _LONGEST_SENTENCE)
    first = bisect_right(document.phrases, phrase.span.start, key=lambda each: each.span.start)
    for each in document.phrases[first : first + _NEAREST]:
        if (
            each.span.end <= stop
            and each.bearing is Bearing.AT
            and not each.future
            and (each.meaning.of_day.tells_day or (counted and each.meaning.of_day.is_step))
        ):
            return True
    return False


def _was_said(document: Document, before: str) -> bool:
    """Whether a verb of telling stands right before: "…, the army said late on", "residents told the radio on"."""
    said = list(any_of(document.words.lists["reporting-verbs"]).finditer(before))
    return (
        bool(said)
        and _SAID.of(document.words.lists).fullmatch(before, said[-1].end()) is not None
        and _PASSIVE.of(document.words.lists).search(before[: said[-1].start()]) is None
    )


def _in_a_statement(document: Document, phrase: Phrase, before: str) -> bool:
    """Whether it dates what somebody told it in; "a statement of 8 May" does where another day is told behind it."""
    lists = document.words.lists
    named = list(any_of(lists["statements"]).finditer(before))
    opener = before[: named[-1].start()] if named else ""
    inside = _IN_A.of(lists).search(opener) is not None
    if not named or not (inside or _A.of(lists).search(opener)):
        return False
    if _DATED.of(lists).fullmatch(before, named[-1].end()):
        return _day_behind(document, phrase, counted=True)
    filler = _FILLER.of(lists).fullmatch(before, named[-1].end())
    return filler is not None and (inside or _day_behind(document, phrase, counted=True))


def attribution(
    document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase
) -> Attribution | None:
    """The older report that the phrase dates, None where it dates none."""
    for find in (_published_that, _as_published, _published_behind, _reposted, _quoted, _fronted):
        found = find(document, sentence, paragraph, phrase)
        if found:
            verb, span = found
            return Attribution(phrase, verb, span, min(span.end, sentence.span.end), fronted=find is _fronted)
    return None


_Found = tuple[str, Span] | None


def _published_that(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:
    """What follows in "the Observatory published on Sunday that …"."""
    that = _THAT.of(document.words.lists).match(document.text, phrase.span.end)
    verb = that and _telling(document, sentence, phrase.span.start)
    if that and verb:
        return verb, Span(that.end(), _end(sentence, paragraph, phrase.span.start))
    return _told_on_a_date(document, sentence, paragraph, phrase, that.end()) if that else None


def _told_on_a_date(
    document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase, start: int
) -> _Found:
    """The rest of the sentence or the quotation in which somebody told on a date what was of that day: "activists reported on August 25 that jets came last night"."""
    opened = _QUOTED.match(document.text, phrase.span.end)
    if not phrase.meaning.names_month and not (opened and opened["mark"]):
        return None
    verb = _last(
        any_of(document.words.lists["reporting-verbs"]), _before(document, sentence, phrase.span.start)
    )
    end = _end_of_quotation(document, start, sentence, paragraph)
    told = any(each.span.end <= end and not each.future for each in _counted_from_speech(document, phrase))
    return (verb.group(), Span(start, _added(document, end, paragraph))) if verb and told else None


def _added(document: Document, end: int, paragraph: Span) -> int:
    """Where what was told then ends, with the sentences right behind it that say what was added."""
    added = _ADDED.of(document.words.lists)
    while end < paragraph.end and (more := added.match(document.text, end, paragraph.end)):
        end = min(end_of(document.text, more.end(), _LONGEST_SENTENCE), paragraph.end)
    return end


def _quoted(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:
    """What is quoted behind somebody and a day, at the head of a line: "SOHR on April 5: “Two were killed last night”"."""
    line = document.text[max(paragraph.start, phrase.span.start - _REACH) : phrase.span.start]
    opened = _QUOTED.match(document.text, phrase.span.end)
    if not opened or not opened["mark"] or opened["bracket"] or _SOMEBODY.search(line) is None:
        return None
    end = _end_of_quotation(document, opened.end() - 1, sentence, paragraph)
    told = any(each.span.end <= end and not each.future for each in _counted_from_speech(document, phrase))
    return (line.strip(), Span(opened.end(), end)) if told else None


def _end_of_quotation(document: Document, start: int, sentence: Sentence, paragraph: Span) -> int:
    """Where a quotation that opens there is closed within the paragraph; else where the sentence ends."""
    opened = _OPENS_QUOTE.match(document.text, start, paragraph.end)
    closes = document.text.find(_CLOSING[opened["mark"]], opened.end(), paragraph.end) if opened else -1
    return sentence.span.end if closes < 0 else closes


def _as_published(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:  # noqa: ARG001 - one shape for all
    """The rest of the sentence after "as the Observatory published this morning,"."""
    before = _before(document, sentence, phrase.span.start)
    first = any_of(document.words.lists["as-words"]).match(before.lstrip())
    verb = _last(any_of(document.words.lists["publishing-verbs"]), before)
    comma = _COMMA.match(document.text, phrase.span.end)
    if not (first and verb and comma) or re.search(r"[,،:]", before):
        return None
    return verb.group(), Span(comma.end(), sentence.span.end)


def _published_behind(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:
    """What stands before "(posted on 3 March)" in the sentence or, when it stands alone, in the paragraph."""
    text = document.text
    before = text[max(paragraph.start, phrase.span.start - _REACH) : phrase.span.start]
    verb = _last(any_of(document.words.lists["publishing-verbs"]), before)
    bracket = verb and _BRACKET.search(before, 0, verb.start())
    if not verb or not bracket or not re.match(r"\s*[)\]]", text[phrase.span.end :][:_REACH]):
        return None
    opened = phrase.span.start - len(before) + bracket.start()
    start = sentence.span.start if text[sentence.span.start : opened].strip() else paragraph.start
    start = max(start, text.rfind(")", start, opened) + 1)  # what stands before another bracket has its own
    return (verb.group(), Span(start, opened)) if start < opened else None


def _reposted(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:  # noqa: ARG001 - one shape for all
    """What is quoted behind "QT @monitor (17 Sep):", to its closing mark or the paragraph's end."""
    text = document.text
    start = max(paragraph.start, phrase.span.start - _REACH)
    before, lists = text[start : phrase.span.start], document.words.lists
    opened = _REPOSTED.of(lists).search(before) or _OLDER_POST.of(lists).search(before)
    quoted = opened and _QUOTED.match(text, phrase.span.end)
    if not opened or not quoted or bool(opened.groupdict().get("bracket")) != bool(quoted["bracket"]):
        return None
    closes = text.find(_CLOSING[quoted["mark"]], quoted.end(), paragraph.end) if quoted["mark"] else -1
    end = paragraph.end if closes < 0 else closes
    return (opened[0], Span(quoted.end(), end)) if end > quoted.end() else None


def _fronted(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:
    """What follows in "on Sunday, the Observatory published that …"."""
    text = document.text
    start = sentence.span.start
    if phrase.span.start - start > _REACH or not _OPENS_SENTENCE.of(document.words.lists).fullmatch(
        text, start, phrase.span.start
    ):
        return None
    telling = text[phrase.span.end : min(sentence.span.end, phrase.span.end + 2 * _REACH)]
    that = _THAT_WORD.search(telling)
    verb = that and _telling(document, sentence, phrase.span.end + that.start())
    if not that or not verb:
        return _told_then(document, sentence, paragraph, phrase)
    return verb, Span(phrase.span.end + that.end(), _end(sentence, paragraph, phrase.span.start))


def _told_then(document: Document, sentence: Sentence, paragraph: Span, phrase: Phrase) -> _Found:
    """The rest of a sentence in which somebody told on a day what was of that day: "On Tuesday the agency reported that three died today"."""
    if phrase.meaning.deixis is Deixis.TODAY or phrase.meaning.is_clock:
        return None
    text, lists = document.text, document.words.lists
    reach = min(sentence.span.end, phrase.span.end + 2 * _REACH)
    verb = any_of(lists["reporting-verbs"] | lists["publishing-verbs"]).search(text, phrase.span.end, reach)
    if verb is None or _WHO.match(text[phrase.span.end : verb.start()]) is None:
        return None
    told = (each for each in _counted_from_speech(document, phrase) if verb.end() + _APART < each.span.start)
    how = _AS_FOLLOWS.match(text, verb.end())
    end = _end_of_quotation(document, how.end() if how else verb.end(), sentence, paragraph)
    if not any(each.span.end <= end and not is_reporting(document, each) for each in told):
        return None
    return verb.group(), Span(verb.end(), _added(document, end, paragraph))


def _telling(document: Document, sentence: Sentence, at: int) -> str:
    """The verb before that place that tells of an older report, empty if none does."""
    before = _before(document, sentence, at)
    published = _last(any_of(document.words.lists["publishing-verbs"]), before)
    if published:
        return published.group()
    said = _last(any_of(document.words.lists["reporting-verbs"]), before)
    return said.group() if said and _quotes_itself(document, sentence, before[: said.start()]) else ""


def _quotes_itself(document: Document, sentence: Sentence, before_verb: str) -> bool:
    """Whether the source speaks of what it had said: "the Observatory had", or "it had" once it was named."""
    sources = any_of(document.words.lists["source-words"])
    named = sources.search(before_verb)
    if named:
        return bool(_HAD.of(document.words.lists).search(before_verb, named.end()))
    start = max(0, sentence.span.start - _SOURCE_REACH)
    return bool(_IT_HAD.search(before_verb) and sources.search(document.text, start, sentence.span.start))


def _before(document: Document, sentence: Sentence, at: int) -> str:
    return document.text[max(sentence.span.start, at - _REACH) : at]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    if not matches or re.search(r"[.;]", text[matches[-1].end() :]):
        return None
    return matches[-1]


def _end(sentence: Sentence, paragraph: Span, opener: int) -> int:
    return paragraph.end if opener - paragraph.start < _OPENS_PARAGRAPH else sentence.span.end

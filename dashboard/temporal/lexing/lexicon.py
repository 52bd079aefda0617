"""The lexicon as a look-up table: word to kinds, phrases by their first word."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.language.lexicon import lexicon as read_lexicon
from dashboard.temporal.lexing.arabic import bare, is_arabic

Value = int | str | list[int | str]
Words = tuple[str, ...]

_TOKEN_LISTS = (
    "capital",
    "quantity",
    "numbered",
    "date-prefixes",
    "elided",
    "plural-verbs",
    "year-openers",
    "year-joiners",
    "year-leads",
    "year-softeners",
    "year-closers",
    "count-openers",
    "round-count-openers",
    "behind-short-years",
    "dated-nouns",
    "bare-clock-openers",
    "bare-clock-skips",
    "clock-joiners",
    "standing-words",
    "dialling-words",
    "holding-words",
    "verb-particles",
    "seasonal-acts",
    "verbs-too",
    "before-verbs",
)  # looked up word by word, so kept bare
_LISTS = (
    *_TOKEN_LISTS,
    "future-words",
    "intent-words",
    "deferring-words",
    "schedule-words",
    "relative-words",
    "other-act-words",
    "recalled-words",
    "past-words",
    "publishing-verbs",
    "repost-words",
    "older-posts",
    "reporting-verbs",
    "source-words",
    "continuing-words",
    "state-words",
    "chronicle-headings",
    "date-labels",
    "update-words",
    "local-time",
    "back-words",
    "perfect-past",
    "rights-words",
    "as-of-words",
    "as-words",
    "statements",
    "named-by-date",
    "named-by-weekday",
    "numbered-things",
    "lasting-things",
    "numbered-forces",
    "superlatives",
    "event-openers",
    "after-acts",
    "definite-words",
    "it-words",
    "other-words",
    "joins-days",
    "places-of-days",
    "and-words",
    "before-acts",
    "of-words",
    "inexact-words",
    "roughly-words",
    "came-after",
    "any-act",
    "kindred-acts",
    "act-names",
    "inquirers",
    "inquiry-verbs",
    "asking-verbs",
    "contact-verbs",
    "contact-ways",
    "recorded-images",
    "inquiries",
    "the-heard",
    "act-days",
    "polling-words",
    "blow-names",
    "act-endings",
    "rites",
    "clause-openers",
    "that-words",
    "plan-words",
    "adding-words",
    "before-old-plans",
    "limit-words",
    "ahead-words",
    "effective-words",
    "deadline-words",
    "deadline-nouns",
    "moved-to-words",
    "between-verb-and-day",
    "undone-words",
    "owners",
    "before-names",
    "many-words",
    "lasting-preps",
    "of-our-times",
    "life-owners",
    "named-by-length",
    "named-by-part",
    "state-verbs",
    "little-words",
    "behind-labels",
    "byline-words",
    "report-words",
    "subject-words",
    "ordinal-words",
    "counted-within",
    "not-words",
    "rather-words",
    "of-a-report",
    "not-a-title",
    "small-words",
    "bounding-words",
    "determiners",
    "tells-in",
    "behind-statements",
    "dated-statements",
    "behind-said",
    "said-to",
    "said-in",
    "be-forms",
    "had-words",
    "sentence-openers",
    "beginning-verbs",
    "business-words",
    "counted-in",
    "named-by-feast",
    "measures",
    "until-words",
    "marks",
    "modal-words",
    "perfect-words",
    "particles",
    "abstract-endings",
    "hour-signs",
    "live-units",
    "live-ago",
)
_FEASTS = ("feast", "weak-feast", "named-feast", "hijri-month")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word or phrase is: its kind, as rules name it, and what it means."""

    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words``: one-word entries · ``phrases``: by first and second word, longest first · ``lists``: words by name.

    ``feasts`` are the last words of feasts and Islamic months, behind which an Islamic year may stand.
    """

    words: dict[str, Entry]
    phrases: dict[str, dict[str, list[tuple[Words, Entry]]]]
    lists: dict[str, frozenset[str]]
    feasts: frozenset[str] = frozenset()

    @property
    def capital(self) -> frozenset[str]:
        """Words that tell time only with a capital letter."""
        return self.lists["capital"]

    @property
    def elided(self) -> frozenset[str]:
        """Words that an apostrophe joins to the next one."""
        return self.lists["elided"]

    @property
    def quantity(self) -> frozenset[str]:
        """Words after a four-digit number that make it a count."""
        return self.lists["quantity"]

    @property
    def numbered(self) -> frozenset[str]:
        """Words before a four-digit number that make it a name."""
        return self.lists["numbered"]

    def knows(self, word: str) -> bool:
        """Whether the word tells time, or begins a phrase that does."""
        return word in self.words or word in self.phrases


@cache
def lexicon(*languages: str) -> Lexicon:
    """The lexicons of the languages, by code, in one table that is read once.

    Languages that one text mixes have their scripts to tell them apart, so that no word of one is a word of the other
    and one pass reads them all.

    >>> lexicon("en").words["yesterday"], lexicon("ar").words["امس"]
    (Entry(kind='deictic', value=-1), Entry(kind='deictic', value=-1))
    """
    words: dict[str, Entry] = {}
    with_article: dict[str, Entry] = {}
    phrases: dict[str, dict[str, list[tuple[Words, Entry]]]] = defaultdict(lambda: defaultdict(list))
    lists: dict[str, frozenset[str]] = dict.fromkeys(_LISTS, frozenset())
    feasts: set[str] = set()
    for language in languages:
        raw = read_lexicon("time", language)
        for name in _LISTS:
            found = raw.pop(name, {}).get("words", ())
            lists[name] |= frozenset(_spelled(word) if name in _TOKEN_LISTS else word for word in found)
        for spelling, entry in _rows(raw):
            parts = tuple(spelling.replace("-", " - ").split())
            feasts |= {parts[-1]} if entry.kind in _FEASTS else set()
            if len(parts) == 1:
                words[spelling] = entry
                if is_arabic(spelling) and entry.kind != entry.value:
                    with_article.setdefault(f"ال{spelling}", entry)
            else:
                phrases[parts[0]][parts[1]].append((parts, entry))
    for seconds in phrases.values():
        for options in seconds.values():
            options.sort(key=lambda option: -len(option[0]))
    by_first = {first: dict(seconds) for first, seconds in phrases.items()}
    return Lexicon(with_article | words, by_first, lists, frozenset(feasts))


def _rows(raw: dict[str, dict[str, Value]]) -> Iterator[tuple[str, Entry]]:
    """Each spelling of each row, with the entry; Arabic ones without vowel signs."""
    for kind, spellings in raw.pop("glue", {}).items():
        for word in spellings if isinstance(spellings, list) else ():
            yield _spelled(str(word)), Entry(kind, kind)
    for kind, table in raw.items():
        for keys, value in table.items():
            for word in keys.split("|"):
                yield _spelled(word), Entry(kind, value)


def _spelled(word: str) -> str:
    return bare(word) if is_arabic(word) else word

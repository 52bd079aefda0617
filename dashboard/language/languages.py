"""The languages that are read, and which one a text seems to be in.

A language that is read is a folder of lexicons with a ``language.toml``. A reader is passed the languages of its text;
where nobody says them they are told here.

Scripts tell most; among those in Latin letters the commonest small words do. It replaces a trained model, which
would weigh more than all the rest of the product for one sentence of advice.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dashboard.errors import InputError
from dashboard.language.lexicon import LEXICONS, lexicon

ENGLISH = "English"
_LATIN = "Latin"
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")  # no piece of a name with a hyphen
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000  # characters
_FEW_WORDS = 8
_SHARE, _TIMES = 0.12, 2.0
"""So large a share of the words must be small words of a language, and so many times as many as of English."""
_SHORT, _ENOUGH = 25, 3  # words
_ALSO_OTHERS = frozenset(("in", "on", "was", "as", "an", "is", "at", "be", "are", "have", "said", "not"))
"""Small words of English that other languages write too."""
_MOSTLY = 0.5
_PERSIAN, _URDU = frozenset("پچژگ"), frozenset("ٹڈڑےں")
_UKRAINIAN = frozenset("іїєґ")
_SCRIPTS = (
    ("Hebrew", "\u0590", "\u05ff"),
    ("Greek", "\u0370", "\u03ff"),
    ("Armenian", "\u0530", "\u058f"),
    ("Georgian", "\u10a0", "\u10ff"),
    ("Amharic or Tigrinya", "\u1200", "\u137f"),
    ("Burmese", "\u1000", "\u109f"),
    ("Hindi", "\u0900", "\u097f"),
    ("Bengali", "\u0980", "\u09ff"),
    ("Tamil", "\u0b80", "\u0bff"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Korean", "\uac00", "\ud7a3"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
    ("Cyrillic", "\u0400", "\u04ff"),
    ("Arabic", "\u0600", "\u06ff"),
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is read: the folder of its lexicons, its name, its script."""

    code: str
    name: str
    script: str


@cache
def languages() -> tuple[Language, ...]:
    """The languages that are read, by code.

    >>> [each.name for each in languages()]
    ['Arabic', 'English', 'French']
    """
    folders = sorted(each.name for each in LEXICONS.iterdir() if (each / "language.toml").is_file())
    return tuple(Language(code, **lexicon("language", code)) for code in folders)


def language_named(code: str) -> Language:
    """The language of a code; raises InputError naming those that are read.

    >>> language_named("fr").name
    'French'
    """
    found = next((each for each in languages() if each.code == code.strip().lower()), None)
    if found is None:
        read = ", ".join(f"{each.code} ({each.name})" for each in languages())
        msg = f"{code!r}: not a language that is read; those are {read}"
        raise InputError(msg)
    return found


def spoken_in(text: str, main: Language | None = None) -> tuple[Language, ...]:
    """The languages to read a text in: the main one, and those whose script stands in it as well.

    The main one, where nobody gives it, is the one the text seems to be in, else English.

    >>> [each.code for each in spoken_in("Dated 19 أيار 2018")]
    ['en', 'ar']
    """
    name = language_of(text) if main is None else main.name
    named = {each.name: each for each in languages()}
    first = named.get(name, named[ENGLISH])
    if first.script != _LATIN:  # a text in another script still has English names and dates in it
        return named[ENGLISH], first
    also = (each for each in languages() if each.script != _LATIN and _has_script(text, each.script))
    return first, *also


def _has_script(text: str, script: str) -> bool:
    first, last = next((low, high) for name, low, high in _SCRIPTS if name == script)
    return not text.isascii() and re.search(f"[{first}-{last}]", text) is not None


@lru_cache(maxsize=4)  # asked for the times of a text and again for the notes on it
def language_of(text: str) -> str:
    """The language's name, English where nothing speaks for another.

    >>> language_of(
    ...     "Quatre personnes ont été tuées dans la ville et les combats sont de plus en plus violents."
    ... )
    'French'
    >>> language_of("قتل أربعة مدنيين في مدينة دوما اليوم"), language_of("Shells fell on Douma.")
    ('Arabic', 'English')
    """
    start = text[:_LOOKED_AT]
    lower = start.lower()
    words = _WORD.findall(lower)
    return (
        _by_script("".join(_LETTERS.findall(lower)))
        or (_of_few_words(_WORD.findall(start)) if len(words) < _SHORT else "")
        or _by_small_words(words)
    )


def _by_script(letters: str) -> str:
    if letters.isascii():
        return ""
    latin = sum(letter < "\u0250" for letter in letters)
    if not letters or latin > _MOSTLY * len(letters):
        return ""
    counts = {name: sum(first <= each <= last for each in letters) for name, first, last in _SCRIPTS}
    if counts["Japanese"]:
        return "Japanese"
    most = max(counts, key=lambda name: counts[name])
    if most == "Cyrillic":
        return "Ukrainian" if not _UKRAINIAN.isdisjoint(letters) else "Russian or another in Cyrillic letters"
    if most == "Arabic":
        return (
            "Urdu"
            if not _URDU.isdisjoint(letters)
            else "Persian"
            if not _PERSIAN.isdisjoint(letters)
            else "Arabic"
        )
    return most if counts[most] else ""


def _of_few_words(words: list[str]) -> str:
    """The language of a headline or a message: three small words of its own, or one and a word with letters English has not.

    Only words in small letters count: names may be in any language.
    """
    lower = frozenset(each for each in words if each.islower())
    if lower & (_small_words()[ENGLISH] - _ALSO_OTHERS):
        return ""
    english = _small_words()[ENGLISH]
    own = {name: len(lower & (small - english)) for name, small in _small_words().items() if name != ENGLISH}
    most = max(own, key=lambda name: own[name])
    strange = any(not each.isascii() for each in lower - _small_words()[most])
    return most if own[most] >= _ENOUGH or (own[most] and strange) else ""


def _by_small_words(words: list[str]) -> str:
    if len(words) < _FEW_WORDS:
        return ENGLISH
    often = Counter(words)
    there = frozenset(often)
    counts = {name: sum(often[word] for word in small & there) for name, small in _small_words().items()}
    most = max(counts, key=lambda name: counts[name])
    enough = counts[most] >= max(_SHARE * len(words), 2) and counts[most] > _TIMES * counts[ENGLISH]
    return most if enough else ENGLISH


@cache
def _small_words() -> dict[str, frozenset[str]]:
    rows = files(__package__).joinpath("languages.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {name: frozenset(words.split()) for _, name, words in cells}

"""The lexicon as a look-up table: word to kinds, phrases by their first word."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Value = int | str | list[int | str]
Words = tuple[str, ...]

_LISTS = (
    "capital",
    "quantity",
    "future-words",
    "past-words",
    "publishing-verbs",
    "reporting-verbs",
    "source-words",
    "continuing-words",
    "state-words",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word or phrase is: its kind, as rules name it, and what it means."""

    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words``: one-word entries · ``phrases``: by first and second word, longest first · ``lists``: words by name."""

    words: dict[str, Entry]
    phrases: dict[str, dict[str, list[tuple[Words, Entry]]]]
    lists: dict[str, frozenset[str]]

    @property
    def capital(self) -> frozenset[str]:
        """Words that tell time only with a capital letter."""
        return self.lists["capital"]

    @property
    def quantity(self) -> frozenset[str]:
        """Words after a four-digit number that make it a count."""
        return self.lists["quantity"]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once.

    >>> lexicon().words["yesterday"]
    Entry(kind='deictic', value=-1)
    """
    raw = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(raw.pop(name, {}).get("words", ())) for name in _LISTS}
    glue = raw.pop("glue", {})
    words: dict[str, Entry] = {}
    phrases: dict[str, dict[str, list[tuple[Words, Entry]]]] = defaultdict(lambda: defaultdict(list))
    rows = [(word, Entry(kind, kind)) for kind, spellings in glue.items() for word in spellings]
    rows += [
        (word, Entry(kind, value))
        for kind, table in raw.items()
        for keys, value in table.items()
        for word in keys.split("|")
    ]
    for word, entry in rows:
        parts = tuple(word.replace("-", " - ").split())
        if len(parts) == 1:
            words[word] = entry
        else:
            phrases[parts[0]][parts[1]].append((parts, entry))
    for seconds in phrases.values():
        for options in seconds.values():
            options.sort(key=lambda option: -len(option[0]))
    return Lexicon(words, {first: dict(seconds) for first, seconds in phrases.items()}, lists)

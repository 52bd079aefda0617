"""Patterns with rows of the lexicon in them, so that what surrounds a time phrase is known by words that anybody can add.

To add one: ``Wording`` with the names of its lists in braces; a new list is a table in the lexicon.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from dashboard.language.lexicon import any_case, one_of

Lists = dict[str, frozenset[str]]
_NEVER = "(?!)"
_NAME = re.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True)
class Wording:
    r"""A pattern that names lists of the lexicon in braces.

    >>> passive = Wording(r"(?:{be-forms})\s+$")
    >>> passive.of({"be-forms": frozenset(["was", "were"])}).pattern
    '(?:w(?:ere|as))\\s+$'
    """

    pattern: str
    flags: re.RegexFlag = re.IGNORECASE

    def of(self, lists: Lists) -> re.Pattern[str]:
        """The pattern with the words of a language."""
        return _compiled(self.pattern, self.flags, tuple([lists[name] for name in self._names]))

    @cached_property
    def _names(self) -> list[str]:
        return _NAME.findall(self.pattern)


@cache
def _compiled(pattern: str, flags: re.RegexFlag, rows: tuple[frozenset[str], ...]) -> re.Pattern[str]:
    words = iter(rows)
    return re.compile(_NAME.sub(lambda _: _either(next(words)), pattern), flags)


def _either(words: frozenset[str]) -> str:
    """Any of the words; what never matches where a language has none."""
    return one_of(words) or _NEVER


@cache
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, as they stand in a text."""
    return re.compile(rf"(?<!\w)(?:{any_case(words) or _NEVER})(?!\w)")

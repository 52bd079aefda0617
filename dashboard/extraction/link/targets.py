"""What may be struck, by its name: brought in with "a", spoken of with "the" from then on."""

import re

from dashboard.extraction.lexicon import CLAUSES, one_of

_TARGETS = rf"(?:[\w-]+\s+){{0,2}}?(?P<target>{one_of(CLAUSES['told-again']['targets'])})\b"
_KNOWN = re.compile(  # "the house of a pensioner" is a new one
    rf"\b{one_of(CLAUSES['told-again']['known-by'])}\s+{_TARGETS}(?!\s+of\b)", re.IGNORECASE
)
_NEW = re.compile(rf"\b{one_of(CLAUSES['told-again']['new-by'])}\s+{_TARGETS}", re.IGNORECASE)


def targets(quote: str) -> frozenset[str]:
    """What is brought in that may be struck.

    >>> sorted(targets("Gunmen attacked a food convoy and their bus."))
    ['bus', 'convoy']
    """
    return _named(_NEW, quote)


def known_targets(quote: str) -> frozenset[str]:
    """What is spoken of as known that may be struck.

    >>> sorted(known_targets("A bomb went off when the convoy was passing."))
    ['convoy']
    """
    return _named(_KNOWN, quote)


def _named(how: re.Pattern[str], quote: str) -> frozenset[str]:
    return frozenset(each["target"].lower() for each in how.finditer(quote))

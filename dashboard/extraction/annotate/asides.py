"""What a sentence says of those who act before it says what they did: cut out, their verb stands beside them again.

"Gunmen, believed to be from a camp in the hills, stormed a church" is then spotted as "Gunmen stormed a church" as well.
"""

import re
from collections.abc import Iterator

from dashboard.extraction.annotate.spotted import BRACKETS
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.text import Span

_LONGEST = 100  # characters
_DID = (
    rf"(?:{one_of(CLAUSES['asides']['helpers'])}\s+)?(?:\w+ly\s+)?"
    rf"{one_of({*CLAUSES['joined']['verbs'], *CLAUSES['coordinated']['verbs']})}\b"
)
_BETWEEN = re.compile(rf",\s[^,;:.\n]{{3,{_LONGEST}}},(?=\s+{_DID})")
_TOLD_OF = re.compile(
    rf"(?<=\w\s)(?:\w+ly\s+)?{one_of(CLAUSES['asides']['told-of'])}\s[^,;:.\n]{{3,{_LONGEST}}}?\s+(?={_DID})"
)
_BEFORE_IT = re.compile(rf"\s+{_DID}")


def asides(clause: str) -> list[Span]:
    """What stands between those who act and what they did, in order.

    >>> told = "Drones presumably operated by a cartel had dropped explosives."
    >>> [each.of(told) for each in asides(told)]
    ['presumably operated by a cartel ']
    """
    between = (*_BETWEEN.finditer(clause), *_bracketed(clause)) or _TOLD_OF.finditer(clause)
    return sorted(Span(*each.span()) for each in between)


def _bracketed(clause: str) -> Iterator[re.Match[str]]:
    return (each for each in BRACKETS.finditer(clause) if _BEFORE_IT.match(clause, each.end()))

"""The words by which people harmed are counted: the rows of the lexicon, and what each kind of row is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.extraction.annotate.amounts import SOMEONE
from dashboard.extraction.model import Harm
from dashboard.language import triggers, wordlists
from dashboard.language.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class CasualtyRow:
    """A row of the lexicon: the harm it counts; ``none``: of nobody; ``one``: of one person; ``besides``: to be added to the others; ``sides``: side by side; ``total``: all so far, which counts alone."""

    id: str
    harm: Harm
    none: bool
    one: bool
    besides: bool
    sides: bool
    total: bool
    example: str
    reads: str


def _patterns(lexicon: dict[str, Any], *tables: str) -> Iterator[tuple[str, list[str]]]:
    for table in tables:
        for row in lexicon[table]:
            yield row["id"], row["patterns"]


def _classes(words: dict[str, dict[str, str]]) -> dict[str, frozenset[str]]:
    """The classes of words; one of any kind of people is "someone"."""
    classes = wordlists.word_classes(words)
    return classes | {each: classes.get(each, frozenset()) | {"someone"} for each in SOMEONE}


_LEXICON = lexicon("casualty_counts")
ROWS: dict[str, CasualtyRow] = {
    row["id"]: CasualtyRow(
        id=row["id"],
        harm=Harm(row["role"]),
        none=row.get("none", False),
        one=row.get("one", False),
        besides=row.get("besides", False),
        sides=row.get("sides", False),
        total=row.get("total", False),
        example=row["example"],
        reads=row["reads"],
    )
    for row in _LEXICON["toll"]
}
HURT = {Harm.KILLED: Harm.WOUNDED, Harm.WOUNDED: Harm.KILLED}
MANY: int = _LEXICON["amounts"]["many_for_one_act"]
SUMS = frozenset(row["id"] for row in _LEXICON["sum"])
ONWARD = frozenset(row["id"] for row in _LEXICON["sum"] if row.get("onward"))
HABITS = frozenset(row["id"] for row in _LEXICON["habits"] if not row.get("counted"))
OFTEN = frozenset(row["id"] for row in _LEXICON["habits"] if row.get("counted"))
LEADS = frozenset(row["id"] for row in _LEXICON["leads"])
OTHERS = frozenset(row["id"] for row in _LEXICON["other"])
ASIDES = frozenset(row["id"] for row in _LEXICON["elsewhere"] if row.get("aside"))
ELSEWHERE = frozenset(row["id"] for row in _LEXICON["elsewhere"])
UPDATES = frozenset(row["id"] for row in _LEXICON["update"])
LATE = frozenset(row["id"] for row in _LEXICON["update"] if row.get("late"))
BARE = frozenset(row["id"] for row in _LEXICON["update"] if row.get("bare"))
MORE = frozenset(row["id"] for row in _LEXICON["update"] if row.get("more"))
UNKNOWN = frozenset(row["id"] for row in _LEXICON["unknown"])
GRAMMAR = triggers.Grammar(
    words=_classes(_LEXICON["words"]),
    patterns=dict(
        _patterns(_LEXICON, "toll", "sum", "unknown", "update", "other", "elsewhere", "leads", "habits")
    ),
    phrases=_LEXICON["phrases"],
)

"""The labels of forms, and what each says that its value is (forms.toml); several may be joined: "State / LGA"."""

import re
from enum import StrEnum

from dashboard.extraction.lexicon import one_of
from dashboard.language.lexicon import lexicon

LEXICON = lexicon("forms")


class FieldKind(StrEnum):
    """What a label says that its value is."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    REGION = "region"
    KIND = "kind"
    WEAPON = "weapon"
    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    CASUALTIES = "casualties"
    DOER = "doer"
    SIDES = "sides"
    TARGET = "target"
    NARRATIVE = "narrative"
    OTHER = "other"


WORDS_OF = {kind: one_of(LEXICON["labels"][kind]) for kind in FieldKind}
_JOINED = r"(?:\s*[/&,]\s*|\s+and\s+)"
_MORE = f"(?:{_JOINED}(?:{WORDS_OF[FieldKind.PLACE]}|{WORDS_OF[FieldKind.REGION]}))*"
_DAY, _HOUR = WORDS_OF[FieldKind.DATE], WORDS_OF[FieldKind.TIME]
WORDS_OF[FieldKind.DATE] = f"(?:{_HOUR}{_JOINED})?{_DAY}(?:{_JOINED}{_HOUR})?"  # "Time / date"
WORDS_OF[FieldKind.PLACE] += _MORE
WORDS_OF[FieldKind.REGION] += _MORE  # "State / LGA"
LABELS = "|".join(f"(?P<{kind}>{WORDS_OF[kind]})" for kind in FieldKind)
"""Any label, as a group named by its kind."""
_ALONE = re.compile(rf"(?:{LABELS})", re.IGNORECASE)


def kind_of_label(words: str) -> FieldKind | None:
    """What a label says of its value; None for words that are none.

    >>> kind_of_label("State / LGA"), kind_of_label("Soldiers")
    (<FieldKind.REGION: 'region'>, None)
    """
    label = _ALONE.fullmatch(words.strip(" \t*_#:"))
    return FieldKind(label.lastgroup or "") if label else None

"""How far looking and keeping are, told to whoever waits; who waits may stop them there."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Stage(StrEnum):
    """What is being done."""

    OPENING = "opening files"
    READING = "reading reports"
    TABLES = "looking at tables"
    KEEPING = "keeping"


class StoppedError(Exception):
    """Whoever waited wants it no more; what was kept before stays."""


Tell: TypeAlias = Callable[[Stage, int, int], None]
"""Called with the stage, how much of it is done, and of how much; raises StoppedError to end it there."""

"""What is brought in: looked at first, dated where it has to be, and only then kept in the store.

``look`` opens files, reads their reports and the first rows of their tables, and keeps nothing; ``keep`` takes what was
looked at with what a person said of it. To add what is told of a report before it is kept: a field in ``offered.py``.
"""

from dashboard.intake.days import dated, read_at
from dashboard.intake.hands import by_hand, kept_report_of
from dashboard.intake.keeping import Decisions, Intaken, TableDecision, keep
from dashboard.intake.looking import Looked, look
from dashboard.intake.offered import Offered
from dashboard.intake.opening import Origin
from dashboard.intake.progress import Stage, StoppedError, Tell
from dashboard.intake.sheets import MAPPED_BY_HAND, SheetFound, sheet_found

__all__ = [
    "MAPPED_BY_HAND",
    "Decisions",
    "Intaken",
    "Looked",
    "Offered",
    "Origin",
    "SheetFound",
    "Stage",
    "StoppedError",
    "TableDecision",
    "Tell",
    "by_hand",
    "dated",
    "keep",
    "kept_report_of",
    "look",
    "read_at",
    "sheet_found",
]

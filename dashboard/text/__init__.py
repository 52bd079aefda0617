"""A report as it came, and the stretches of it that others point at. Standard library only.

To add to it is rarely right: what every room shares and no room owns stands here.
"""

from dashboard.text.blanked import blanked
from dashboard.text.letters import lowered, one_letter_off, whole
from dashboard.text.plain import Plain
from dashboard.text.report import Report
from dashboard.text.span import Span
from dashboard.text.starred import mended
from dashboard.text.unbroken import goes_on, unbroken

__all__ = [
    "Plain",
    "Report",
    "Span",
    "blanked",
    "goes_on",
    "lowered",
    "mended",
    "one_letter_off",
    "unbroken",
    "whole",
]

"""A report as it came, and the stretches of it that others point at. Standard library only."""

from dashboard.text.letters import lowered
from dashboard.text.report import Report
from dashboard.text.sentences import Sentence, sentences
from dashboard.text.span import Span

__all__ = ["Report", "Sentence", "Span", "lowered", "sentences"]

"""What a tab is: its name in the address, its words, and what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dash.development.base_component import Component

from dashboard.app.part import PagePart
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.say import say, term


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab below the chart.

    ``name`` in the address · ``words`` on it, with how many are ``counted`` · ``shown`` once it is open, as long as may
    be · ``above`` that stands what is there from the start, and ``part`` is what it answers to · ``look`` of its panel.
    """

    name: str
    words: str
    shown: Callable[[View, Dataset], Sequence[Component]] | None = None
    counted: Callable[[Dataset], int] | None = None
    above: Callable[[], list[Component]] = list
    part: PagePart = field(default_factory=PagePart)
    look: str = "panel"

    def label(self, dataset: Dataset) -> str:
        """What stands on it for a dataset."""
        words = term(self.words)
        return say("{tab} ({count})", tab=words, count=self.counted(dataset)) if self.counted else words

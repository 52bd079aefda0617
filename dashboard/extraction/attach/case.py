"""A clause with the words of an event, and what stands around it: what every reason to refuse it looks at."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.extraction.acled import VIOLENT, ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.when import Times, When
from dashboard.extraction.model import Modality


@dataclass(frozen=True, slots=True)
class Case:
    """A clause with the words of an event; ``times`` are those of all such clauses, whatever goes on in them."""

    annotations: Annotations
    number: int
    clause: AnnotatedClause
    times: Mapping[int, Times]

    @property
    def ext_type(self) -> ExtType:
        """What ACLED folds away of its kind."""
        return self.clause.coding.ext_type if self.clause.coding else ExtType.NONE

    @property
    def modality(self) -> Modality:
        """Whether it happened, is planned, denied or only supposed."""
        return self.clause.modality.modality

    @property
    def violent(self) -> bool:
        """Whether its words are those of violence."""
        return self.clause.coding is not None and self.clause.coding.event_type in VIOLENT

    @property
    def told_before(self) -> bool:
        """Whether an act is told before it."""
        return bool(self.annotations.outright) and self.annotations.outright[0] < self.number

    @property
    def when(self) -> When:
        """Its time, whatever goes on in it."""
        return self.times[self.number].plain

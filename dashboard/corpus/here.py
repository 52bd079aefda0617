"""Reading in this process, batch by batch."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.corpus.reading import Batch, Setup, Source, read_batch


@dataclass(frozen=True, slots=True)
class _Later:
    """A batch that is read when it is asked for."""

    sources: Sequence[Source]
    setup: Setup

    def result(self) -> Batch:
        return read_batch(self.sources, self.setup)


@dataclass(frozen=True, slots=True)
class Here:
    """One pair of hands: ours."""

    setup: Setup
    many: int = 1

    def submit(self, sources: Sequence[Source]) -> _Later:
        """Have a batch read, once its result is asked for."""
        return _Later(sources, self.setup)

"""Ids of events and mentions: the same words of the same report give the same, however its lines end."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from dashboard.extraction.attach.candidates import Candidate
from dashboard.text import Report


@dataclass(frozen=True, slots=True)
class Ids:
    r"""What ids are made of: the report's id, and where its lines begin, as received and with plain line ends.

    A copy of a report may have other line ends ("\r\n") and blanks before them; neither is a word of it.
    """

    report_id: str
    received: tuple[int, ...]
    plain: tuple[int, ...]
    end: int

    @classmethod
    def of(cls, report: Report) -> Self:
        """The ids of a report; its own is made of all the words, so once is enough."""
        lines = report.text.splitlines(keepends=True)
        return cls(
            report.report_id,
            tuple(accumulate(map(len, lines[:-1]), initial=0)),
            tuple(accumulate((len(line.rstrip()) + 1 for line in lines[:-1]), initial=0)),
            len(report.text.rstrip()),
        )

    def mention(self, candidate: Candidate) -> str:
        """A mention's id."""
        span = candidate.clause.span
        return self._id(self._at(span.start), self._at(span.end), self._cue(candidate))

    def event(self, first: Candidate) -> str:
        """An event's id: made of its first mention."""
        return self._id(self._at(first.clause.span.start), self._cue(first), first.coding.sub_event_type)

    def _cue(self, candidate: Candidate) -> int:
        """Where in its clause the word stands that makes it an event."""
        start = candidate.clause.span.start
        return self._at(start + candidate.coding.cue.span.start) - self._at(start)

    def _at(self, position: int) -> int:
        """The position if every line ended plainly."""
        position = min(position, self.end)  # an act told by a verb before may point beyond
        line = bisect_right(self.received, position) - 1
        return self.plain[line] + position - self.received[line]

    def _id(self, *parts: object) -> str:
        """Twelve characters that stand for the parts."""
        joined = "|".join(map(str, (self.report_id, *parts)))
        return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

"""Where a speaker stands in time: what words are counted from."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import EARLIEST, LATEST, Interval, midnight

_FIRST, _LAST = EARLIEST.year + 10, LATEST.year - 10
UNPUBLISHABLE = f"reports are of the years {_FIRST} to {_LAST}"


def is_publishable(day: date) -> bool:
    """Whether a report can be of that day: some years within the calendar, so that what it tells is on it too.

    >>> is_publishable(date(2018, 5, 21)), is_publishable(date(9999, 12, 31))
    (True, False)
    """
    return _FIRST <= day.year <= _LAST


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of speech.

    ``day`` is the reference day · ``latest`` the latest the speaker can be speaking (its end, or its
    clock when that is known) · ``exact`` whether the clock is known · ``mentioned`` the time last mentioned in
    the frame · ``mentioned_long`` the month, quarter or year mentioned since then, if any · ``ancient`` the year before our era last mentioned ·
    ``future`` and ``past``
    whether the clause speaks of what is to come or of what is over · ``narrative`` whether the text counts from the time last mentioned rather than from its publication · ``carried_from`` the day of an
    earlier report from which the words may have been carried over unchanged · ``lost`` the words of a date mentioned
    last that does not exist, so that nothing can count from it · ``began`` the start of the first time told in the frame ·
    ``stamped`` whether ``latest`` is the hour that stands over the page ·
    ``back`` whether the sentence tells of what was before that ·
    ``written`` the day on which the whole was written, in an entry under an older day ·
    ``heads`` whether the words head an entry ·
    ``reported`` the quarter that the figures of a business report are of, or the year where more than a quarter is summed up.
    """

    day: date
    latest: datetime
    exact: bool = False
    mentioned: Interval | None = None
    mentioned_long: Interval | None = None
    ancient: int | None = None
    future: bool = False
    past: bool = False
    narrative: bool = False
    carried_from: date | None = None
    lost: str = ""
    began: datetime | None = None
    reported: Interval | None = None
    written: date | None = None
    stamped: bool = False
    back: bool = False
    heads: bool = False

    @classmethod
    def of(cls, when: date | datetime) -> "Moment":
        """A day with no clock, or a clock; a datetime at midnight sharp is taken for a day.

        >>> Moment.of(date(2018, 5, 21)).latest
        datetime.datetime(2018, 5, 22, 0, 0)
        """
        if isinstance(when, datetime) and (when.hour or when.minute):
            naive = when.replace(tzinfo=None)
            return cls(naive.date(), naive, exact=True)
        day = when.date() if isinstance(when, datetime) else when
        return cls(day, midnight(day) + timedelta(days=1))

    def speaking(self, *, future: bool, past: bool) -> "Moment":
        """The same moment in a clause that speaks of what is to come or of what is over."""
        if (
            self.future is future and self.past is past
        ):  # nearly always, and a copy costs as much as a reading
            return self
        return replace(self, future=future, past=past)

    def after_mention(self, time: Interval) -> "Moment":
        """The same moment, once that time has been mentioned.

        A month or a year mentioned by the way does not move a day-to-day report's "the following day".
        """
        if time.granularity.rank <= Granularity.DAY.rank:
            again = self.mentioned == time and not (self.mentioned_long or self.ancient or self.lost)
            return (
                self
                if again
                else replace(
                    self,
                    mentioned=time,
                    mentioned_long=None,
                    ancient=None,
                    lost="",
                    began=self.began or time.start,
                )
            )
        if self.narrative and self.mentioned and time.holds(self.mentioned):
            return self  # "7 December (in Asia 8 December), 1941"
        day = time if self.narrative else self.mentioned
        return replace(
            self, mentioned=day, mentioned_long=time, ancient=None, lost="", began=self.began or time.start
        )

    def after_aside(self, time: Interval) -> "Moment":
        """The same moment, once a year was mentioned by the way: "that year" means it, dates go on as before."""
        return replace(self, mentioned_long=time)

    @property
    def mentioned_day(self) -> date:
        """The day last mentioned, else the reference day."""
        return self.mentioned.start.date() if self.mentioned and self.mentioned.start else self.day

    @property
    def mentioned_span(self) -> Interval:
        """The time last mentioned, however long or by the way, else the reference day."""
        return self.mentioned_long or self.mentioned or Interval.of_day(self.day)

    @property
    def quarter_told(self) -> Interval | None:
        """The quarter that figures are of: that of a business report, else the one last mentioned."""
        told = self.reported or self.mentioned_long
        return told if told and told.granularity is Granularity.QUARTER else None

    @property
    def base(self) -> date:
        """The day that a date without a year is counted from."""
        return self.mentioned_day if self.narrative else self.day

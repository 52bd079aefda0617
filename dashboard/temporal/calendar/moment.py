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
    clock when that is known) · ``exact`` whether the clock is known · ``told`` the time last told in
    the frame · ``told_long`` the month, quarter or year told since then, if any · ``ancient`` the year before our era last told ·
    ``future`` and ``past``
    whether the clause speaks of what is to come or of what is over · ``narrative`` whether the text counts from the time last told rather than from its publication · ``carried_from`` the day of an
    earlier report from which the words may have been carried over unchanged · ``lost`` the words of a date told
    last that does not exist, so that nothing can count from it.
    """

    day: date
    latest: datetime
    exact: bool = False
    told: Interval | None = None
    told_long: Interval | None = None
    ancient: int | None = None
    future: bool = False
    past: bool = False
    narrative: bool = False
    carried_from: date | None = None
    lost: str = ""

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

    def after_telling(self, told: Interval) -> "Moment":
        """The same moment, once that time has been told.

        A month or a year told by the way does not move a day-to-day report's "the following day".
        """
        if told.granularity.rank <= Granularity.DAY.rank:
            again = self.told == told and self.told_long is None and self.ancient is None and not self.lost
            return self if again else replace(self, told=told, told_long=None, ancient=None, lost="")
        if self.narrative and self.told and told.holds(self.told):  # "7 December (in Asia 8 December), 1941"
            return self
        day = told if self.narrative else self.told
        return replace(self, told=day, told_long=told, ancient=None, lost="")

    def after_mention(self, told: Interval) -> "Moment":
        """The same moment, once a year was told by the way: "that year" means it, dates go on as before."""
        return replace(self, told_long=told)

    @property
    def told_day(self) -> date:
        """The day last told, else the reference day."""
        return self.told.start.date() if self.told and self.told.start else self.day

    @property
    def told_span(self) -> Interval:
        """The time last told, however long or by the way, else the reference day."""
        return self.told_long or self.told or Interval.of_day(self.day)

    @property
    def base(self) -> date:
        """The day that a date without a year is counted from."""
        return self.told_day if self.narrative else self.day

"""Clock times as they were told, before anybody says in which half of the day: 2:40, 5 pm, 11."""

import re
from dataclasses import dataclass, replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Clock, DayPart, Expression, From, LastMentioned
from dashboard.temporal.lexing.tokens import Node

NOON = 12
DAY = 24
_NOON_LETTERS = f"{NOON}:00"
_FIGURES = re.compile(r"\d{1,2}")
_IN_WORDS = "o'clock"


@dataclass(frozen=True, slots=True)
class Told:
    """An hour, its minute if told, and the half of the day: "a", "p", or nothing where that was not told.

    ``in_words``: told as people say it, "half past three", and in no figures of a clock of 24 hours.
    """

    hour: int
    minute: int | None = None
    half: str = ""
    in_words: bool = False

    @property
    def on_a_dial(self) -> bool:
        """Whether it stands on a clock of twelve hours with no half told, so that a neighbour may lend its own."""
        return not self.half and 1 <= self.hour <= NOON

    @property
    def minutes(self) -> int:
        """Minutes since the day began."""
        hour = self.hour
        if self.half and hour <= NOON:
            hour = self.hour % NOON + NOON * (self.half == "p")
        return 60 * hour + (self.minute or 0)

    def in_half(self, half: str) -> "Told":
        """The same, in that half of the day."""
        return replace(self, half=half)

    def on(self, day: Expression) -> Clock:
        """As a clock time of a day."""
        return Clock(day, self.minutes // 60, self.minute, said=self.in_words and self.on_a_dial)

    def written(self) -> str:
        """As figures that the other rules read.

        >>> Told(4, 5, "p").written()
        '4:05 p.m.'
        """
        figures = f"{self.hour}" if self.minute is None else f"{self.hour}:{self.minute:02d}"
        if self.half:
            return f"{figures} {self.half}.m."
        return f"{figures} {_IN_WORDS}" if self.in_words else figures


def told(node: Node) -> Told:
    """What a clock or a number tells: "5:45 p.m.", "1140 a.m.", 11."""
    if isinstance(node.value, int):
        return Told(node.value)
    text = str(node.value).lower()
    hour, minute = _hour_and_minute(text)
    half = "p" if "p" in text else "a" if "a" in text else ""
    return Told(hour, minute, half, in_words=_IN_WORDS in text)


def _hour_and_minute(text: str) -> tuple[int, int | None]:
    figures = _FIGURES.findall(text)
    joined = re.match(r"\d{3,4}", text)
    if joined:
        return int(joined[0][:-2]), int(joined[0][-2:])
    return int(figures[0]), int(figures[1]) if len(figures) > 1 else None


def named_hour(node: Node) -> Told | None:
    """What a clock, a number, noon or midnight tells; None for another part of the day.

    Midnight ends a stretch: from 8 to midnight.
    """
    if node.kind == "midnight":
        return Told(DAY)
    if node.kind != "part":
        return told(node)
    noon = isinstance(node.value, list) and node.value[2] == _NOON_LETTERS
    return Told(NOON, half="p") if noon else None


def sharp(time: Expression) -> Expression:
    """Noon as the clock shows it; all else as it is."""
    if isinstance(time, DayPart) and time.part.letters == _NOON_LETTERS:
        return Clock(time.day, NOON)
    return time


def other(half: str) -> str:
    """The other half of the day."""
    return "a" if half == "p" else "p"


def pair_of(first: Told, last: Told) -> tuple[Told, Told]:
    """Both ends of a stretch of hours, each in its half of the day.

    The last lends its half to the first where that then lies before it: from 4:20 to 4:55 pm; else the first is in
    the other one: from 11 to 1 pm. The first lends to the last in the same way: from 9 p.m. until 11.
    """
    if last.hour == DAY and first.on_a_dial:
        return first.in_half("p"), last
    if last.half and first.on_a_dial:
        same = first.in_half(last.half)
        return (same if same.minutes < last.minutes else first.in_half(other(last.half))), last
    if first.half and last.on_a_dial:
        same = last.in_half(first.half)
        return first, (same if same.minutes > first.minutes else last.in_half(other(first.half)))
    return first, last


def later_of(first: Clock, last: Clock) -> Clock:
    """The clock time that ends a stretch, on the next day where it lies before the one that begins it."""
    over = (last.hour, last.minute or 0) <= (first.hour, first.minute or 0)
    return replace(last, day=From(last.day, Unit.DAY, 1)) if over else last


def is_dayless(clock: Expression) -> bool:
    """Whether no day was told beside it."""
    return isinstance(clock, Clock) and isinstance(clock.day, LastMentioned)

"""What words beside a prayer or a meal of the fast say: which prayer is meant, which side of it is told, and how near."""

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.calendar.sun import Nearness, Solar, broad_hours, rite_of
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Calendar, DayOfFeast, Hijri, Length, TheEid
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced

FRIDAY, OF_FRIDAY, _OF_EID = 4, "friday prayer", "eid prayer"
NEARER = {Nearness.BEFORE: Nearness.JUST_BEFORE, Nearness.AFTER: Nearness.JUST_AFTER}
_EIDS = ((10, 1), (12, 10))  # month and day: the end of the fast, the sacrifice
_SMALL_UNITS, _LONGEST_BESIDE = (
    (Unit.SECOND, Unit.MINUTE, Unit.HOUR),
    1,
)  # hours: "two hours after" is not just after


def side_told(
    before: Node | None, after: Node | None, shortly: Node | None, length: Node | None
) -> Nearness | None:
    """On which side, and how near; None beside a length that is no matter of hours ("two days before Friday prayers")."""
    if before is None and after is None:
        return Nearness.AT
    if length is not None and not is_matter_of_hours(length):
        return None
    side = Nearness.BEFORE if before else Nearness.AFTER
    return NEARER[side] if shortly or (length and is_just_beside(length)) else side


def is_matter_of_hours(length: Node) -> bool:
    """Whether a length is one of a clock, "minutes", and not "two days"."""
    return isinstance(length.value, Length) and length.value.unit in _SMALL_UNITS


def is_just_beside(length: Node) -> bool:
    """Whether so long before or after is still beside it."""
    amount = length.value
    if not isinstance(amount, Length) or amount.unit != Unit.HOUR:
        return True
    return amount.count is not None and amount.count <= _LONGEST_BESIDE


def rite_node(name: Node, nearness: Nearness) -> Produced:
    """The node of a rite by its name, or by the part of the day whose prayers they are."""
    return part_of_rite(_named(name), nearness)


def part_of_rite(prayer: str, nearness: Nearness) -> Produced:
    """The node of a prayer told so, as rows of the lexicon write parts of a day; None where no prayer is meant."""
    if not prayer:
        return None
    start, end, letters = broad_hours(Solar(prayer, nearness))
    return "lone-part", [start, end, letters, prayer, nearness]


def side_of(node: Node) -> tuple[str, Nearness | None]:
    """The row and the side that "before dawn" names; no side for "dawn"."""
    hours = node.value if isinstance(node.value, list) else []
    return (str(hours[3]), Nearness(str(hours[4]))) if len(hours) > 4 else ("", None)


def _named(name: Node) -> str:
    if isinstance(name.value, list):
        return rite_of(str(name.value[3])) if len(name.value) == 4 else ""
    return str(name.value)


def prayer_of_day(day: object, name: Node | None) -> str:
    """What the prayers of a day are: of a Friday those at noon, of a feast those of its morning; of others nobody knows."""
    prayer = _named(name) if name else ""
    feast = day.feast if isinstance(day, DayOfFeast) else day
    if isinstance(feast, TheEid) or (isinstance(feast, Hijri) and (feast.month, feast.day) in _EIDS):
        return prayer or _OF_EID
    if _weekday_of(day) == FRIDAY and prayer in ("", "dhuhr", OF_FRIDAY):
        return OF_FRIDAY
    return prayer


def _weekday_of(day: object) -> int | None:
    """The weekday that is named with nothing else."""
    return day.weekday if isinstance(day, Calendar) and day.weekday_only else None


def hours_of_rite(prayer: str, nearness: Nearness) -> PartOfDay:
    """The usual hours of a prayer told so, and what the sun tells of it."""
    what = Solar(prayer, nearness)
    start, end, letters = broad_hours(what)
    return PartOfDay(start, end, letters, what)

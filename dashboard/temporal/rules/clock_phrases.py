"""Clock times said in words: ten past nine, twenty to noon, half past four pm, five am, seven forty-five in the evening."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.clock_figures import NOON, Told, named_hour, told
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

CLOCK_PHRASES = RuleFamily()
_MINUTES_OF: dict[str, int] = {Unit.QUARTER: 15, Unit.MINUTE: 1}
_AN_HOUR = 60
_FIVE = 5  # nobody says "seven to nine" of one moment
_FIGURES = 2  # characters; words are longer
_A_DAY = 24 * _AN_HOUR
_NAMED_MINUTES = {"half-past": 30, "half": 30, "quarter-past": 15, "quarter-to": 15}
_AT = "(at | since | until) (around | shortly)?"  # "by more than two to one" counts
_WHEN = "(am | pm | clock-word | (in | on | at) the? part | on? (weekday | deictic) part | (this | that) part | tonight)"
_UP_TO = "(and | to | until) (about | shortly)?"
_HOUR = "<hour:number|clock|part|midnight>"
_NO_LENGTH = "{not unit|units|dash|slash}"


@CLOCK_PHRASES.rule(
    "<hour> <minutes>",
    f"{{{_AT}}} <hour:number> <dash>? <minutes:number|tens> {{{_WHEN}}}",
    f"{{(between | from) (about | shortly)?}} <hour:number> <dash>? <minutes:number|tens> {{{_UP_TO} (clock | number dash? (number | tens)? {_WHEN})}}",
    f"{{(between | from) (about | shortly)? (clock | number dash? (number | tens)?) {_UP_TO}}} <hour:number> <dash>? <minutes:number|tens> {{{_WHEN}}}",
)
def hour_and_minutes(hour: Node, minutes: Node, dash: Node | None = None) -> Produced:
    """At seven forty-five in the evening, at ten-thirty pm; figures with a hyphen are a stretch."""
    if dash and hour.end - hour.start <= _FIGURES:
        return None
    if not (1 <= as_int(hour) <= NOON and 10 <= as_int(minutes) < _AN_HOUR):
        return None
    return "clock", Told(as_int(hour), as_int(minutes)).written()


@CLOCK_PHRASES.rule(
    "<minutes> past <hour>",
    f"<named:half-past|quarter-past> {_HOUR} {_NO_LENGTH}",
    f"{{at (around | shortly)?}} <named:half> <hour:number|clock> {{{_WHEN[:-1]} | on? (weekday | deictic))}}",
    f"<minutes:number> <unit:unit|units>? past-span {_HOUR} {_NO_LENGTH}",
    f"<minutes:number> <unit:unit|units> after {_HOUR} {_NO_LENGTH}",
    f"{{at about?}} <minutes:number> after {_HOUR}",
    "-for <minutes:number> <unit:unit|units> <hour:after-midnight>",
    f"{{{_AT}}} <minutes:number> <hour:after-midnight>",
)
def minutes_past(
    hour: Node, minutes: Node | None = None, unit: Node | None = None, named: Node | None = None
) -> Produced:
    """Ten past nine, five minutes after midnight, half past four, a quarter past noon."""
    return _beside(hour, _minutes(minutes, unit, named), 1)


@CLOCK_PHRASES.rule(
    "<minutes> to <hour>",
    f"<named:quarter-to> {_HOUR} {_NO_LENGTH}",
    f"<minutes:number> <unit:unit|units> (to | before) {_HOUR} {_NO_LENGTH}",
    f"{{{_AT}}} <minutes:number> (to | before) {_HOUR} {_NO_LENGTH}",
    f"-from|between|around|shortly|dash|and <count:number> (to | before) {_HOUR} {{{_WHEN}}}",
    f"{{{_AT}}} a? <named:unit> (to | before) {_HOUR} {_NO_LENGTH}",
)
def minutes_to(
    hour: Node,
    minutes: Node | None = None,
    unit: Node | None = None,
    named: Node | None = None,
    count: Node | None = None,
) -> Produced:
    """Ten to eight, twenty to noon, five minutes before midnight; "from ten to noon" and "7 to 9 pm" are stretches."""
    if count and (as_int(count) % _FIVE or _is_stretch(count, hour)):
        return None
    return _beside(hour, _minutes(minutes or count, unit, named), -1)


@CLOCK_PHRASES.rule("<hour> am", "<hour:number|clock> clock-word? <half:am|pm>")
def hour_of_a_half(hour: Node, half: Node) -> Produced:
    """Five am, half past four pm."""
    clock = told(hour)
    return ("clock", clock.in_half(half.kind[0]).written()) if clock.on_a_dial else None


@CLOCK_PHRASES.rule("<number> hours past midnight", "-for <number> <unit:units> after-midnight")
def hours_past_midnight(number: Node, unit: Node) -> Produced:
    """Two hours past midnight; "for two hours after midnight" is how long."""
    told_in_hours = unit.value == Unit.HOUR and 1 <= as_int(number) < NOON
    return ("clock", Told(as_int(number), half="a").written()) if told_in_hours else None


@CLOCK_PHRASES.rule("<clock> sharp", "<clock> sharp")
def sharp_clock(clock: Node) -> Produced:
    """1 p.m. sharp."""
    return "clock", clock.value


@CLOCK_PHRASES.rule("12 midnight", "<number> <midnight>")
def twelve_midnight(number: Node, midnight: Node) -> Produced:
    """12 midnight: as midnight alone."""
    return ("midnight", midnight.value) if as_int(number) == NOON else None


@CLOCK_PHRASES.rule(
    "a few minutes past",
    "vague <unit:unit|units> (past-span | after) {number | clock | part}",
    "vague <before_unit:unit|units> (to | before) {number | clock | part | midnight}",
    "vague <after_unit:unit|units> {after-midnight}",
)
def little_beside(
    unit: Node | None = None, before_unit: Node | None = None, after_unit: Node | None = None
) -> Produced:
    """A few minutes past nine, several minutes before midnight: shortly after, shortly before."""
    told_in = unit or before_unit or after_unit
    if told_in is None or told_in.value != Unit.MINUTE:
        return None
    return "just-before" if before_unit else "just-after", None


def _is_stretch(first: Node, last: Node) -> bool:
    """Whether figures rise as those of a stretch do: "5 to 8 in the evening", but "ten to eight"."""
    return (
        first.end - first.start <= _FIGURES and as_int(first) < told(last).hour
        if last.kind == "number"
        else False
    )


def _minutes(minutes: Node | None, unit: Node | None, named: Node | None) -> int:
    """How many minutes were told; none where that was something else."""
    if named:
        return _NAMED_MINUTES.get(named.kind, _MINUTES_OF.get(str(named.value), 0))
    if minutes is None or (unit is not None and unit.value != Unit.MINUTE):
        return 0
    return as_int(minutes)


def _beside(hour: Node, minutes: int, sign: int) -> Produced:
    """So many minutes past, or to, a full hour."""
    full = _full_hour(hour)
    if full is None or not 0 < minutes < _AN_HOUR:
        return None
    if full.on_a_dial:
        return "clock", _on_the_dial(60 * (full.hour % NOON) + sign * minutes).written()
    told_minutes = (full.minutes + sign * minutes) % _A_DAY
    half = "a" if told_minutes < _A_DAY // 2 else "p"
    return "clock", _on_the_dial(told_minutes).in_half(half).written()


def _on_the_dial(minutes: int) -> Told:
    hour, minute = divmod(minutes % (_A_DAY // 2), _AN_HOUR)
    return Told(hour or NOON, minute, in_words=True)


def _full_hour(node: Node) -> Told | None:
    """The hour that minutes are counted from; None for what is none: dawn, 9:15, 40."""
    if node.kind in ("midnight", "after-midnight"):
        return Told(NOON, half="a")
    hour = named_hour(node)
    return hour if hour and hour.minute is None and (hour.half or hour.on_a_dial) else None

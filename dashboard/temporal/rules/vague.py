"""Words that are on no calendar: now, recently, every day, weekly."""

from dashboard.temporal.expressions import Calendar, Every, LastMentionedSpan, Length, Ref
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily

VAGUE = RuleFamily()


@VAGUE.rule("vague time", "<present>", "<past>", "<future>", "<current>")
def vague(
    present: Node | None = None,
    past: Node | None = None,
    future: Node | None = None,
    current: Node | None = None,
) -> Produced:
    """Now, recently, in the future."""
    if current:
        return "ref", Ref("PRESENT_REF")
    node = present or past or future
    return ("ref", Ref(str(node.value))) if node else None


@VAGUE.rule("future <unit>s", "<chronicle> <unit:unit|units>")
def future_units(chronicle: Node, unit: Node) -> Produced:  # noqa: ARG001 - whichever unit it is
    """In future years: some time to come."""
    return "ref", Ref(str(chronicle.value))


@VAGUE.rule("only in a chronicle", "<chronicle>", "<mentioned:chronicle-mentioned>", "recent")
def in_a_chronicle(chronicle: Node | None = None, mentioned: Node | None = None) -> Produced:
    """The former mandate, at the same time: a chronicle's way to place things; see the lexicon."""
    if mentioned:
        return "in-chronicles", LastMentionedSpan()
    return "in-chronicles", Ref(str(chronicle.value) if chronicle else "PAST_REF")


@VAGUE.rule("the past", "{in} <span:past-span>")
def the_past(span: Node) -> Produced:
    """In the past, with nothing counted; "in the last" needs its noun."""
    return None if span.value == "last" else ("ref", Ref("PAST_REF"))


@VAGUE.rule("every other <unit>", "every other <unit>")
def every_other(unit: Node) -> Produced:
    """Every other day."""
    return "set", Every(Length(str(unit.value), 2).value)


@VAGUE.rule("every <unit>", "every ordinal? <unit:unit|day|part|length|month-of>", "per <unit>")
def repeated(unit: Node) -> Produced:
    """Every day, each Friday."""
    return "set", Every(_set_value(unit))


@VAGUE.rule("repetition in one word", "<often:adverb-set>")
def repeated_in_one_word(often: Node) -> Produced:
    """Weekly."""
    return "set", Every(str(often.value))


def _set_value(unit: Node) -> str:
    if unit.kind in ("unit", "units"):
        return Length(str(unit.value), 1).value
    if isinstance(unit.value, Length):
        return unit.value.value
    if isinstance(unit.value, Calendar) and unit.value.month is not None:
        return f"XXXX-{unit.value.month:02d}"
    if isinstance(unit.value, Calendar) and unit.value.weekday is not None:
        return f"XXXX-WXX-{unit.value.weekday + 1}"
    letters = getattr(unit.value, "letters", unit.value[2] if isinstance(unit.value, list) else "")
    return f"XXXX-XX-XXT{letters}"

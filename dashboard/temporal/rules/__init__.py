"""The rules by family, in the order they run: what is written in figures first, what spans others last."""

from functools import cache

from dashboard.temporal.rules.dates import DATES
from dashboard.temporal.rules.engine import Engine
from dashboard.temporal.rules.numbers import NUMBERS
from dashboard.temporal.rules.parts import PARTS
from dashboard.temporal.rules.relative import RELATIVE
from dashboard.temporal.rules.stretches import BEFORE_DATES, STRETCHES


@cache
def engine() -> Engine:
    """Every rule, in order."""
    families = (BEFORE_DATES, NUMBERS, DATES, RELATIVE, PARTS, STRETCHES)
    return Engine([rule for family in families for rule in family.rules])


__all__ = ["Engine", "engine"]

"""The rules by family, in the order they run: what is written in figures first, what spans others last."""

from functools import cache

from dashboard.temporal.rules.adjective_last import ADJECTIVE_LAST, BEFORE_AMOUNTS, CLOCKS_SAID
from dashboard.temporal.rules.amounts import COMPOUNDS, FRACTIONS
from dashboard.temporal.rules.clock_phrases import CLOCK_PHRASES
from dashboard.temporal.rules.clock_ranges import (
    CLOCK_RANGES,
    CLOCK_STRETCHES,
    HOURS_OF_DAYS,
    HOURS_OF_PARTS,
    LISTED_CLOCKS,
)
from dashboard.temporal.rules.clocks import CLOCK_WORDS
from dashboard.temporal.rules.counted_days import COUNTED_DAYS
from dashboard.temporal.rules.dates import DATES
from dashboard.temporal.rules.day_lists import DAY_LISTS
from dashboard.temporal.rules.distances import COUNTED_WINDOWS, DISTANCES, LASTING
from dashboard.temporal.rules.engine import Engine
from dashboard.temporal.rules.feasts import BOTH_CALENDARS, FEASTS
from dashboard.temporal.rules.modifiers import BOUNDS, NEARNESS
from dashboard.temporal.rules.noun_first import NUMBERS_NOUN_FIRST, STEPS_NOUN_FIRST
from dashboard.temporal.rules.noun_first_days import (
    DATES_NOUN_FIRST,
    LAST_NOUN_FIRST,
    MONTHS_NOUN_FIRST,
    NAMES_NOUN_FIRST,
    PARTS_NOUN_FIRST,
)
from dashboard.temporal.rules.noun_first_hours import HOURS_NOUN_FIRST
from dashboard.temporal.rules.numbers import FIGURES, NUMBERS
from dashboard.temporal.rules.offsets import STEPPED
from dashboard.temporal.rules.pairs import CLOCK_PAIRS, PAIRS
from dashboard.temporal.rules.partitives import LIKE_DAYS, LIKE_PARTS, LISTS, PIECES
from dashboard.temporal.rules.parts import CLOCK_TIMES, PARTS
from dashboard.temporal.rules.periods import PERIODS
from dashboard.temporal.rules.ranges import BEFORE_DATES, STRETCHES
from dashboard.temporal.rules.relative import RELATIVE
from dashboard.temporal.rules.rites import BEFORE_STEPS, RITES
from dashboard.temporal.rules.vague import VAGUE
from dashboard.temporal.rules.weeks import WEEKS, WEEKS_ALONE
from dashboard.temporal.rules.written_dates import ORDINALS_SAID, WRITTEN_DATES
from dashboard.temporal.rules.year_spans import LENT_YEARS, YEAR_SPANS


@cache
def all_rules() -> Engine:
    """Every rule, in order."""
    families = (
        *(
            CLOCKS_SAID,
            ORDINALS_SAID,
            FIGURES,
            CLOCK_PHRASES,
            CLOCK_WORDS,
            CLOCK_PAIRS,
            CLOCK_RANGES,
            BEFORE_AMOUNTS,
            COUNTED_WINDOWS,
            NAMES_NOUN_FIRST,
            WRITTEN_DATES,
            DAY_LISTS,
            LISTS,
            BEFORE_DATES,
        ),
        *(FRACTIONS, NUMBERS_NOUN_FIRST, NUMBERS, COMPOUNDS, FEASTS),
        *(DATES_NOUN_FIRST, DATES, BOTH_CALENDARS, MONTHS_NOUN_FIRST, ADJECTIVE_LAST),
        *(
            LENT_YEARS,
            COUNTED_DAYS,
            WEEKS,
            PIECES,
            STEPS_NOUN_FIRST,
            BOUNDS,
            BEFORE_STEPS,
            RELATIVE,
            STEPPED,
            DISTANCES,
            VAGUE,
            PERIODS,
            WEEKS_ALONE,
            LIKE_DAYS,
        ),
        *(
            PARTS_NOUN_FIRST,
            HOURS_NOUN_FIRST,
            HOURS_OF_DAYS,
            PAIRS,
            RITES,
            PARTS,
            LIKE_PARTS,
            HOURS_OF_PARTS,
            LISTED_CLOCKS,
            CLOCK_TIMES,
            LAST_NOUN_FIRST,
        ),
        *(STRETCHES, CLOCK_STRETCHES, YEAR_SPANS, NEARNESS, LASTING),
    )
    return Engine([rule for family in families for rule in family.rules])


__all__ = ["Engine", "all_rules"]

"""Which quotation holds a character: found twice, once by the definition and once by the quick look-up."""

from dashboard.temporal.context.parse import understood
from dashboard.temporal.discourse.frames import Origin, innermost, quotations

REPORT = (
    "It published on Sunday that it rained; we published yesterday that hail fell. The sun shone.\n"
    "And the wind rose.\n"
    "Nothing stirred on Monday.\n"
    "In the far south, where no rain had been seen for as long as anybody there could remember, and where the wells "
    "had long been dry and the fields bare, people looked at the sky and waited for a sign, as the monitors said. "
    "They published on Sunday that it had published yesterday that it had published on Friday that clouds came. "
    "Rain fell on Tuesday.\n"
    "It published on Sunday that it rained.\n"
    "And it went on.\n"
)


def test_the_innermost_quotation_is_the_last_opened_that_holds_the_character() -> None:
    """Carried-over paragraphs and nested quotations among them."""
    quotes = quotations(understood(REPORT))
    assert sum(each.origin is Origin.CARRIED for each in quotes) == 2
    assert max(each.parent for each in quotes) > 2
    for at in range(len(REPORT)):
        holding = [number for number, each in enumerate(quotes) if each.span.start <= at < each.span.end]
        assert innermost(quotes, at) == holding[-1]


def test_a_quotation_knows_what_goes_on_after_it() -> None:
    """The nearest around it that reaches further, past those that end with it."""
    quotes = quotations(understood(REPORT))
    for each in quotes[1:]:
        if each.origin is not Origin.CARRIED:
            assert quotes[each.outer].span.end > each.span.end

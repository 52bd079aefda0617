"""Lines of a list with a day over them are acts, whatever total stands above; lines without a day count what the total sums up."""

from datetime import date

from dashboard.extraction import read_report
from dashboard.text import Report

_ABOVE = "Since 16 January at least 117 people have been killed in Catatumbo.\n\nIn recent days we have also known of:\n"


def test_a_line_with_its_day_is_an_act_though_a_total_stands_above() -> None:
    told = "– 17 April: fighting between the ELN and dissidents in Tibú.\n– 18 April: explosion of a mine in Teorama.\n"
    read = read_report(Report(_ABOVE + told, published=date(2025, 4, 22)))
    days = {each.start.date() for each in read.events if each.start}
    assert {date(2025, 4, 17), date(2025, 4, 18)} <= days


def test_a_line_without_a_day_is_a_part_of_the_total() -> None:
    above = "Since January 117 people have been killed in attacks, by municipality:\n"
    told = "– Tibú: 40 killed in attacks\n– Teorama: 22 killed in attacks\n"
    read = read_report(Report(above + told, published=date(2025, 4, 22)))
    assert [each.location for each in read.events] == []

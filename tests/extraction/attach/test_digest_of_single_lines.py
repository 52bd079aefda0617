"""Lines of a digest that open with a country and tell all there is are no titles over what follows."""

from datetime import date

from dashboard.extraction import read_report
from dashboard.text import Report


def _read(text: str) -> list[tuple[str, int | None]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [(each.location, each.fatalities) for each in events]


def test_each_line_tells_its_act() -> None:
    text = (
        "The Daily Brief, 6 March 2024\n\n"
        "Sudan: Paramilitaries killed 30 villagers in El Fasher on Tuesday. (Radio)\n"
        "Mali: Jihadists killed seven soldiers in Gao on Tuesday. (Agency)"
    )
    assert _read(text) == [("El Fasher", 30), ("Gao", 7)]


def test_a_title_over_its_own_text_is_none() -> None:
    text = (
        "Sudan: Many killed in El Fasher\nParamilitaries killed 30 villagers in El Fasher on Tuesday.\n\n"
        "Mali: Soldiers killed in Gao\nJihadists killed seven soldiers in Gao on Tuesday."
    )
    assert _read(text) == [("El Fasher", 30), ("Gao", 7)]

"""Lines without full stops that list acts are no headings, and none of them is lost; a headline over the lead is one."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    ("lines", "towns"),
    [
        (
            (
                "Daily report",
                "A drone killed ten people in Nyala",
                "Shells killed four women in El Fasher",
                "RSF fighters killed three men in Kadugli",
                "A sniper shot a boy in Omdurman",
                "Shelling killed two people in Nyala, medics said.",
            ),
            ["Nyala", "El Fasher", "Kadugli", "Omdurman", "Nyala"],
        ),
        (
            (
                "Goma: rebels shoot dead a teacher",
                "Beni: ADF fighters kill four farmers",
                "Bunia: CODECO fighters burn a market",
                "Kananga: a mine kills two soldiers, the army said.",
            ),
            ["Goma", "Beni", "Bunia", "Kananga"],
        ),
        (
            (
                "Kherson today",
                "07:10 Drone hits bus",
                "09:20 Shells wound two women in Nikopol",
                "11:00 Missile hits depot in Sumy",
                "12:00 A bomb hit a mill in Kupiansk.",
            ),
            ["Kherson", "Nikopol", "Sumy", "Kupiansk"],
        ),
        (
            (
                "Daily report",
                "• Rebels shot dead a teacher in Goma",
                "• ADF fighters killed four farmers in Beni",
                "• A mine killed two soldiers near Gao",
                "• A drone hit a bus in Kherson",
                "The situation stays tense.",
            ),
            ["Goma", "Beni", "near Gao", "Kherson"],
        ),
        (
            (
                "Militants killed in Gao",
                "Soldiers killed in Kidal",
                "Bamako, Mali",
                "By Our Staff",
                "Soldiers killed four militants in Gao on Monday, the army said.",
                "A mine killed two soldiers in Kidal on Tuesday.",
            ),
            ["Gao", "Kidal"],
        ),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_lines_that_list_acts_are_rows(lines: tuple[str, ...], towns: list[str], between: str) -> None:
    read = read_report(Report(between.join(lines), published=date(2024, 3, 7))).events
    assert [each.location for each in read] == towns

"""Figures of dates count nobody, and whoever is wounded is not dead, in whatever order it is told."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("BAGHDAD, Oct 21 (Agency) - A car bomb killed six people in Mosul on Monday.", 6, None),
        ("KYIV, Oct. 20 — Russian shelling killed four in Kherson on Sunday.", 4, None),
        ("GAZA, 21 October (Agency) – An air strike killed two in Jenin on Monday.", 2, None),
        ("Twelve people were wounded and two killed when a shell hit Douma on Monday.", 2, 12),
        ("Dozens were wounded and four soldiers killed in clashes in Homs on Monday.", 4, 12),
        ("A bomb injured dozens and killed 3 in Kabul on Monday.", 3, 12),
        ("A bomb killed 3 and injured dozens in Kabul on Monday.", 3, 12),
        ("Three people were killed and twelve wounded when a shell hit Homs on Monday.", 3, 12),
    ],
)
def test_a_count_is_of_its_own_harm(text: str, killed: int, wounded: int | None) -> None:
    (event,) = read_report(Report(text, published=date(2024, 10, 22))).events
    assert (event.fatalities, event.injured) == (killed, wounded)

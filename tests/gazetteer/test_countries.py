"""The country a short report is about, told by few names; and that none is told where too many may be meant."""

from pathlib import Path

import pytest

from dashboard import gazetteer
from tests.tables import Row, rows

CORPUS = list(rows(Path(__file__).with_name("countries.md")))


@pytest.mark.parametrize("row", CORPUS, ids=[row["report"][:50] for row in CORPUS])
def test_a_short_report_tells_its_country(row: Row) -> None:
    assert gazetteer.country_of(row["report"]) == row["country"], row["why"]


def test_a_country_at_war_is_meant_rather_than_its_namesake_abroad() -> None:
    assert gazetteer.country_of("Two were wounded near Hebron.") == "PS"
    assert gazetteer.country_of("Two were wounded near Hebron, Nebraska.") == "US"

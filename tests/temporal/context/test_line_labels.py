"""Days that label the lines of a list: in figures, or as a weekday and a number."""

from datetime import date

import pytest

from dashboard.temporal import read_time

_PUBLISHED = date(2024, 5, 16)


def days(text: str) -> list[str]:
    return [each.value for each in read_time(text, _PUBLISHED).timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/04 – Shells fell.\n13/04 – A mine went off.", ["2024-04-12", "2024-04-13"]),
        ("01.05 – Shells fell.\n02.05 – A mine went off.", ["2024-05-01", "2024-05-02"]),
        ("- 12/04: shells\n- 13/04: a raid\n- 14/04: calm", ["2024-04-12", "2024-04-13", "2024-04-14"]),
        ("04/12 - Shells fell.\n04/13 - A mine went off.", ["2024-04-12", "2024-04-13"]),
        ("[12/04] shells fell\n(13/04) calm", ["2024-04-12", "2024-04-13"]),
        ("03/05: shells\n04/05: a raid\n05/05: calm", ["2024-05-03", "2024-05-04", "2024-05-05"]),
        ("05/03: shells\n05/04: a raid\n05/05: calm", ["2024-05-03", "2024-05-04", "2024-05-05"]),
        ("28/12 – shells\n02/01 – calm", ["2023-12-28", "2024-01-02"]),
        (
            "• 12/04, Nyala market: shells.\n• 15/04, dawn, El Geneina (west): a raid.",
            ["2024-04-12", "2024-04-15TMO"],
        ),
        (
            "12/04, Goma: calm, from 14 to 15/04 rain.\n17/04, Goma: calm.",
            ["2024-04-12", "2024-04-14/2024-04-15", "2024-04-17"],
        ),
        ("Sat 30: shelling hit the market.\nSun 31: calm.", ["2024-03-30", "2024-03-31"]),
        ("- Saturday 30 – shelling\n- Sunday 31 – calm", ["2024-03-30", "2024-03-31"]),
        ("Sat, 30: shelling", ["2024-03-30"]),
        ("On 13/04 gunmen came; on 12/04 the road was open.", ["2024-04-13", "2024-04-12"]),
        ("They met on Saturday 11th.", ["2024-05-11"]),
        ("Yemen – 26.04. Aden: a bomb went off.\nOman – 28.04. Sohar: calm.", ["2024-04-26", "2024-04-28"]),
        ("Gao (12.05.): shells fell.", ["2024-05-12"]),
        ("On Sunday, 12.05., a mine killed two.", ["2024-05-12"]),
        ("Shells fell on 03.05. and the road was shut. 04.05. Mopti: calm.", ["2024-05-03", "2024-05-04"]),
    ],
)
def test_the_label_of_a_line_is_a_day(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1/3: They came.\n2/3: They saw.\n3/3: They left.",  # the parts of a thread
        "1/12 – The camp.\n2/12 – The road.",
        "2/3 – of the homes burned.",  # one line is no list
        "- 3/4 cup, flour: sift it\n- 1/2 cup, sugar: stir it",
        "40/50 – first\n41/50 – second",  # no days
        "1/2 of the wells are dry\n1/3 of the men left",
        "on 13/20 of the posts nobody stood",
        "Sat 40: nothing",
        "Sun 30 times it rose",
        "They hit 5/21 of the targets.",
        "Rebels came at 10.05. They left at 11.10. Calm.",  # clocks
        "Prices fell to 12.05. Then they rose.",
        "12.01. Scope\n13.02. Duties\n14.03. Fees\n15.04. Ends",  # sections
        "Section 12.05. and section 13.05. apply.",
    ],
)
def test_parts_scores_and_counts_are_no_labels(text: str) -> None:
    assert days(text) == []


def test_people_counted_behind_a_weekday_are_no_day_of_the_month() -> None:
    assert days("on Saturday 30 people fled") == ["2024-05-11"]

"""Tolls: counts as the words give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction.annotate.amounts import amount
from dashboard.extraction.annotate.casualty_counts import Count, casualties
from dashboard.extraction.annotate.casualty_words import ROWS, CasualtyRow
from tests.extraction.annotate.spot import harms
from tests.extraction.corpora import rows

ROLES = ("killed", "wounded", "missing", "captured", "displaced")


def written(count: Count | None) -> str:
    if count is None:
        return ""
    high = "-" if count.high is None else count.high
    return f"{count.low} {high}" + (" sum" if count.aggregate else "")


@pytest.mark.parametrize("cells", rows("annotate/casualty_counts.md"), ids=lambda cells: cells[0])
def test_a_sentence_has_its_toll(cells: tuple[str, ...]) -> None:
    words, *expected = cells
    harmed = casualties(harms(words))
    assert [written(getattr(harmed, role)) for role in ROLES] == expected


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.id)
def test_a_row_of_the_lexicon_reads_its_own_example(row: CasualtyRow) -> None:
    role, reading = row.reads.split(maxsplit=1)
    assert written(getattr(casualties(harms(row.example)), role)) == reading


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("three", 3, 3),
        ("ninety nine", 99, 99),
        ("two hundred and five", 205, 205),
        ("three thousand", 3000, 3000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("a couple of", 2, 2),
        ("scores of", 20, None),
        ("no fewer than 8", 8, None),
        ("less than 8", 1, 7),
        ("8 or more", 8, None),
    ],
)
def test_number_words_have_bounds(words: str, low: int, high: int | None) -> None:
    assert amount(words) == (low, high)


@pytest.mark.parametrize("words", ["", "an unknown number of", "people"])
def test_words_without_a_number_count_nothing(words: str) -> None:
    assert amount(words) is None


@given(st.integers(min_value=1, max_value=1800))
def test_figures_are_read_as_they_stand(number: int) -> None:
    killed = casualties(harms(f"The raid killed {number} people.")).killed
    assert killed is not None
    assert (killed.low, killed.high) == (number, number)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    harmed = casualties(harms(text))
    counts = [count for role in ROLES if (count := getattr(harmed, role))]
    assert all(count.high is None or count.low <= count.high for count in counts)

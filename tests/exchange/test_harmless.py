import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exchange.harmless import harmless
from tests.exchange.guarded import unguarded

RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
hostile = st.builds(
    "".join, st.tuples(st.sampled_from(["", "'", "''", " ", "\t", "\r\n"]), st.sampled_from(RUN), st.text())
)


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://example.org","x")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "＝1+1",
        "\x00=1+1",
    ],
)
def test_a_cell_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Douma", "al-Tadamon", "2018-05-21", "'tis calm", "a = b", "3 + 4"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text() | hostile)
def test_what_the_report_states_comes_back(text: str) -> None:
    assert unguarded(harmless(text)) == text


@given(st.text() | hostile)
def test_no_cell_begins_with_what_a_spreadsheet_runs(text: str) -> None:
    assert not harmless(text).lstrip().startswith(RUN)


@given(st.text() | hostile)
def test_two_different_texts_never_become_one(text: str) -> None:
    assert harmless(f"'{text}") != harmless(text)


def test_a_comma_and_a_quote_do_not_let_a_cell_out() -> None:
    cells = [harmless('a","=1+1'), harmless("b\n=1+1")]
    file = io.StringIO()
    csv.writer(file).writerow(cells)
    assert next(csv.reader(io.StringIO(file.getvalue()))) == cells

"""Numbers of texts stand in stores that exist: the same text must have the same number for ever."""

import pandas as pd
import pytest

from dashboard.table.text_numbers import numbers_of

pytest.importorskip("pyarrow")

KNOWN = {
    "": 0x0,
    "SYR1": 0xCD939D24B6493A9C,
    "MAD12345": 0x9663EF4E2D14E3DA,
    "MAD123456": 0x4C85F6C27AF59172,
    "a:SY.12-of the longest kind": 0x4BB610DC742CDE99,
    "دوما": 0x22872FD13753B391,
}


def test_a_text_has_the_number_that_stores_hold() -> None:
    assert dict(zip(KNOWN, numbers_of(pd.Series(list(KNOWN))).tolist(), strict=True)) == KNOWN


def test_some_rows_of_a_column_have_the_numbers_they_have_among_all() -> None:
    texts = pd.Series([f"row {number}" * (number % 5) for number in range(100)])
    assert numbers_of(texts[40:60]).tolist() == numbers_of(texts).tolist()[40:60]


def test_no_texts_have_no_numbers() -> None:
    assert numbers_of(pd.Series([], dtype="str")).tolist() == []

"""Cells that a spreadsheet would run, made into text.

Excel, LibreOffice and Google Sheets take a cell that begins with = + - @ (or the same in full width, or
after blanks, a tab or a line end) for a formula, whatever it was in the report. An apostrophe in front
makes it text. A text that has such an apostrophe already gets one more, so taking one away from each
gives back exactly what the report says. Numbers are left alone: -36.2 is a number.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_RUN = re.compile(r"'*[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n]")


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs.

    >>> harmless("=1+1"), harmless("Douma"), harmless("'=1+1")
    ("'=1+1", 'Douma', "''=1+1")
    """
    return f"'{text}" if _RUN.match(text) else text


def harmless_series(series: "pd.Series") -> "pd.Series":
    """A column of texts, each harmless; a column of anything else as it is.

    >>> import pandas as pd
    >>> harmless_series(pd.Series(["@a", "b"])).tolist()
    ["'@a", 'b']
    """
    kind = str(series.dtype)
    if kind == "category":
        return series.cat.rename_categories([harmless(str(word)) for word in series.cat.categories])
    if kind != "str":
        return series
    words = series.to_numpy(dtype=object)
    return series.__class__([harmless(word) for word in words], index=series.index, dtype=object)

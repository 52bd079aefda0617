"""A line with anything in it: the same as by the plain pattern, which takes the square of the time over many blanks."""

import re

import pytest

from dashboard.language.stops import LINE

PLAIN = re.compile(r"[^\n]*\S[^\n]*")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "a",
        "  a  ",
        "\n\n a\n \n\tb c \n",
        "a\r\n \r\nb",
        "a\u2028b\n\u00a0\n\u00a0c",
        " \n" * 3 + "x",
    ],
)
def test_a_line_with_anything_in_it_is_found_whole(text: str) -> None:
    assert [line.span() for line in LINE.finditer(text)] == [line.span() for line in PLAIN.finditer(text)]

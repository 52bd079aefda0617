import pytest

from dashboard.readers.headline import headline

BODY = "Artillery struck the town on Monday, killing three. Shelling went on until the evening."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Shelling in Douma\n\n{BODY}", "Shelling in Douma"),
        (f"The Monitor\n\nShelling kills three in Douma\n\n{BODY}", "Shelling kills three in Douma"),
        (f"Shelling kills three in Douma\n21 May 2018\n\n{BODY}", "Shelling kills three in Douma"),
        (f"\r\n  Shelling in Douma  \r\n\r\n{BODY}\r\n", "Shelling in Douma"),
        (f"# Shelling in Douma\n\n{BODY}", "Shelling in Douma"),
        (f"**Shelling in Douma**\n\n{BODY}", "Shelling in Douma"),
        (f"Three dead in Douma, and the count rises…\n\n{BODY}", "Three dead in Douma, and the count rises…"),
        (BODY, ""),
        (f"{BODY}\n\nRead more", ""),
        ("one\ntwo\nthree", ""),
        ("x" * 300 + f"\n\n{BODY}", ""),
        ("", ""),
    ],
)
def test_a_headline_is_a_short_line_without_a_full_stop_above_the_text(text: str, expected: str) -> None:
    assert headline(text) == expected

"""What a browser sends to be kept: texts that can be written, of a length that a person reads."""

from typing import Any

from dashboard.text import whole

LONGEST = 20_000
"""Characters of one text: a long note, or a passage that is quoted as the reason."""


def plain(said: Any) -> Any:
    r"""What was sent, every text whole: half a character can't be written.

    >>> plain({"put": ["calm \ud83d"], "number": 3}) == {"put": ["calm \ufffd"], "number": 3}
    True
    """
    if isinstance(said, str):
        return whole(said)
    if isinstance(said, list):
        return [plain(each) for each in said]
    if isinstance(said, dict):
        return {plain(name): plain(value) for name, value in said.items()}
    return said


def longest(said: Any) -> int:
    """How long the longest text of it is.

    >>> longest({"ids": ["a", "bcd"], "number": 3})
    3
    """
    if isinstance(said, str):
        return len(said)
    values = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    return max(map(longest, values), default=0)

"""The text that a harmless cell stands for: takes away the apostrophe that ``harmless`` put there."""

import re

_GUARDED = re.compile(r"'(?:'*[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n])")


def unguarded(cell: str) -> str:
    """The text as the report states it."""
    return cell[1:] if _GUARDED.match(cell) else cell

"""What is told at the terminal, in the words of the page."""

import re

_OPTION = re.compile(r"\s*\((?:change |say which )?(?:with )?--[^()]*\)|; --\w[^;]*$")


def plain(words: str) -> str:
    """What is told, without the options that belong to the terminal.

    >>> plain("no date was found: times stay relative until you give it (--published)")
    'no date was found: times stay relative until you give it'
    >>> plain("it may be month and day (say which with --map order=dmy or order=mdy)")
    'it may be month and day'
    """
    return _OPTION.sub("", words)

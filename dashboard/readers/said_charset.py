"""The encoding that a page or a feed says it is in."""

import re

_META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(
    rb"\A[\xef\xbb\xbf\s]*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE
)


def said_charset(head: bytes) -> str:
    """What the first bytes name; empty when they name nothing.

    >>> said_charset(b'<html><head><meta charset="windows-1256">'), said_charset(b"calm")
    ('windows-1256', '')
    """
    found = _XML.search(head) or _META.search(head)
    return found.group(1).decode("ascii", "replace") if found else ""

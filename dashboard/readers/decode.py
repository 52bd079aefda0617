r"""Bytes into text, saying what had to be assumed.

The text is what the file holds, character for character: line ends stay as they came ("\r\n" is two
characters), so a span of the text is a span of the decoded file. Only a byte-order mark is taken off.
"""

import codecs
from dataclasses import dataclass
from json import detect_encoding

from charset_normalizer import from_bytes

from dashboard.errors import InputError

_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The single-byte encodings in which reports of the last thirty years were saved, the likelier first.
# Left to choose among all it knows, the guesser takes short English text with one curly quote for an
# old Macintosh encoding, and of two equal guesses the first by name.
_LIKELY = ("cp1252", "cp1256", "cp1251", "cp1254", "cp1255", "cp1250", "koi8_u", "iso8859_6")

_NO_TEXT = ("utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem")

_LAYOUT = frozenset("\t\n\v\f\r\x85\x1a")  # 1a: the end-of-file mark of DOS
_MOSTLY = 10


_WITH_THEIR_MARK = {
    "utf-8": "utf-8-sig",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
}
"""Python's names of the encodings that take the mark off by themselves."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and in ``note`` what was assumed to get it; empty when nothing was."""

    text: str
    note: str = ""


def by_its_mark(head: bytes) -> str:
    """The encoding that a byte-order mark at the start tells, as one that takes it off; empty where there is none.

    >>> by_its_mark("Calm".encode("utf-16")), by_its_mark(b"Calm")
    ('utf-16', '')
    """
    return next((_WITH_THEIR_MARK[name] for mark, name in _MARKS if head.startswith(mark)), "")


def encoding_of_data(head: bytes) -> str:
    """The encoding of JSON or XML, by its mark or by where its first letters, which are ASCII, have their NULs.

    >>> encoding_of_data('{"a": 1}'.encode("utf-16-le")), encoding_of_data(b'{"a": 1}')
    ('utf-16-le', 'utf-8-sig')
    """
    found = by_its_mark(head) or detect_encoding(head)
    return "utf-8-sig" if found == "utf-8" else found


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of the bytes; ``declared`` is the encoding they say they are in, if they do.

    What is declared is believed as far as the bytes agree with it. Raises InputError when they hold no text.

    >>> decode("Fire at 6 o’clock".encode("cp1252"))
    Decoded(text='Fire at 6 o’clock', note='not UTF-8: read as windows-1252')
    """
    said = _declared(data, declared)
    wide = (
        said if b"\x00" in data else None
    )  # UTF-16 without its mark is good UTF-8 too, with a null a letter
    decoded = _marked(data) or wide or _utf8(data) or said or _broken_utf8(data) or _guessed(data)
    if _is_binary(decoded.text):
        msg = "is not text (binary data)"
        raise InputError(msg)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, "" if encoding == "utf-8" else f"read as {encoding[:6].upper()}")
    return None


def _declared(data: bytes, name: str) -> Decoded | None:
    """The text in the encoding that is declared; None where there is no such encoding, or the bytes are in another.

    Asked after UTF-8: other text hardly ever is valid UTF-8, and pages that were saved anew often say what they were.
    """
    known = _known(name)
    if not known:
        return None
    try:
        return Decoded(data.decode(known), f"read as {known}, as it says itself")
    except (UnicodeDecodeError, LookupError):
        return None


def _known(name: str) -> str:
    """Python's name of an encoding of text; what is called Latin-1 is windows-1252, as in every browser."""
    try:
        found = codecs.lookup(name.strip().strip("\"'")) if name.strip() and name.isascii() else None
    except (LookupError, ValueError):
        return ""
    if found is None or found.name in _NO_TEXT:
        return ""
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged bytes: kept as UTF-8, since any other reading would garble the rest."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - damaged
    if whole < _MOSTLY * damaged:
        return None
    return Decoded(text, f"read as UTF-8; {damaged} damaged characters are shown as \ufffd")


def _guessed(data: bytes) -> Decoded:
    encoding = None if b"\x00" in data else _likeliest(data)
    if encoding is None:
        msg = "is not text (binary data, or an unknown encoding); save it as UTF-8"
        raise InputError(msg)
    name = encoding.replace("cp", "windows-").replace("_", "-")
    return Decoded(data.decode(encoding, "replace"), f"not UTF-8: read as {name}")


def _likeliest(data: bytes) -> str | None:
    """The encoding with the least mess; among equals the one that reads most like a language, then ours."""
    ranked = [
        (match.chaos, -match.coherence, _LIKELY.index(encoding), encoding)
        for match in from_bytes(data, cp_isolation=list(_LIKELY))
        for encoding in match.could_be_from_charset
        if encoding in _LIKELY
    ]
    return min(ranked)[-1] if ranked else None


def _is_binary(text: str) -> bool:
    strange = sum(char < " " and char not in _LAYOUT for char in text)
    return "\x00" in text or strange * 100 > len(text)

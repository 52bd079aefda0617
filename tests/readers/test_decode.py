import codecs

import pytest

from dashboard.errors import InputError
from dashboard.readers.decode import Decoded, decode

MONITOR = "The Observatory’s activists said: “calm” since 6 o’clock – no casualties"
ARABIC = "قصف مدفعي على مدينة دوما صباح اليوم الاثنين"
UKRAINIAN = "Обстріл Харкова вночі 12 травня, загинули троє людей"
FRENCH = "Attaque à Ménaka: 12 tués, selon l’armée"


@pytest.mark.parametrize(
    ("text", "encoding", "assumed"),
    [
        (MONITOR, "utf-8", ""),
        (ARABIC, "utf-8", ""),
        (MONITOR, "utf-8-sig", ""),
        (MONITOR, "utf-16", "read as UTF-16"),
        (ARABIC, "utf-32", "read as UTF-32"),
        (MONITOR, "cp1252", "not UTF-8: read as windows-1252"),
        (FRENCH, "cp1252", "not UTF-8: read as windows-1252"),
        (ARABIC, "cp1256", "not UTF-8: read as windows-1256"),
        (UKRAINIAN, "cp1251", "not UTF-8: read as windows-1251"),
    ],
)
def test_the_text_comes_back_and_what_was_assumed_is_said(text: str, encoding: str, assumed: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.note) == (text, assumed)


def test_a_mark_at_the_front_is_no_character_of_the_text() -> None:
    assert decode(codecs.BOM_UTF16_BE + "Calm".encode("utf-16-be")).text == "Calm"


def test_line_ends_stay_as_they_came_so_that_spans_fit_the_file() -> None:
    assert decode(b"Calm.\r\nFire.\rSmoke.\n").text == "Calm.\r\nFire.\rSmoke.\n"


def test_a_few_damaged_bytes_do_not_garble_the_rest() -> None:
    damaged = ARABIC.encode() + b"\xd8"
    decoded = decode(damaged)
    assert decoded.text == ARABIC + "\ufffd"
    assert decoded.note == "read as UTF-8; 1 damaged characters are shown as \ufffd"


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "note"),
    [
        (UKRAINIAN, "koi8_u", "koi8-u", "read as koi8-u, as it says itself"),
        (FRENCH, "cp1252", "ISO-8859-1", "read as cp1252, as it says itself"),
        (ARABIC, "utf-8", "windows-1256", ""),  # saved anew, and the page still says what it was
        (ARABIC, "utf-16-le", "utf-16-le", "read as utf-16-le, as it says itself"),
        (ARABIC, "cp1256", "no-such-encoding", "not UTF-8: read as windows-1256"),
        (ARABIC, "cp1256", "rot13", "not UTF-8: read as windows-1256"),
        (MONITOR, "utf-8", "utf-7", ""),
    ],
)
def test_what_is_declared_is_believed_as_far_as_the_bytes_agree(
    text: str, encoding: str, declared: str, note: str
) -> None:
    assert decode(text.encode(encoding), declared) == Decoded(text, note)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n1 0 obj\x00",
        bytes(range(256)) * 8,
        b"text with a null \x00 in it",
        b"\x01\x02\x03\x04 abc",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is not text"):
        decode(data)

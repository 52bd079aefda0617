"""A file packed by itself (gzip, bzip2, xz), as lists are sent and archives of mails are kept: what is in it, unpacked."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, cast

from dashboard.errors import InputError
from dashboard.readers.contents import content_of
from dashboard.readers.opened import opened
from dashboard.readers.received import MEGABYTE, Found, Received

MOST_TIMES = 200
"""Times as large as it is packed, as in an archive."""
_SMALL = 20 * MEGABYTE
_PICTURED = 10
_PIECE = 1 << 20
_HEAD = 16  # bytes by which each is known
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError)
_OPENS: Mapping[bytes, Callable[[BinaryIO], object]] = {
    b"\x1f\x8b": gzip.open,
    b"BZ": bz2.open,
    b"\xfd7": lzma.open,
}
_ENDINGS = (".gz", ".gzip", ".bz2", ".xz")
_LONGER = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def reports(received: Received) -> Iterator[Found]:
    """Every report in it. Raises InputError, naming it, for what is cut off, a bomb, or longer than a report may be."""
    most = received.largest * MEGABYTE * _PICTURED
    data = bytearray()
    for piece in unpacked(BytesIO(received.data), received):
        data += piece
        if len(data) > most:
            msg = f"{received.where}: has more than {most // MEGABYTE} MB unpacked; --largest MB reads longer ones"
            raise InputError(msg)
    yield from opened(received.part(inner_name(received.name), bytes(data)))


def unpacked(stream: BinaryIO, received: Received) -> Iterator[bytes]:
    """What is in it, piece by piece; raises InputError, naming it, where it breaks off or would do harm."""
    head = stream.read(_HEAD)
    stream.seek(0)
    given = 0
    try:
        with cast("BinaryIO", _OPENS[head[:2]](stream)) as file:
            while piece := file.read(_PIECE):
                given += len(piece)
                if given > _SMALL and given > MOST_TIMES * max(stream.tell(), 1):
                    msg = f"{received.where}: is more than {MOST_TIMES} times as large unpacked: such files are made to do harm"
                    raise InputError(msg)
                yield piece
    except _BROKEN as error:
        msg = f"{received.where}: is {content_of(head).words} that is broken or cut off: get it once more"
        raise InputError(msg) from error


def inner_name(name: str) -> str:
    """What the file in it is called, as the programs that unpack such files call it.

    >>> inner_name("lists/acled.csv.gz"), inner_name("mails.tgz"), inner_name("list")
    ('acled.csv', 'mails.tar', 'list')
    """
    last = PurePath(name)
    if last.suffix.lower() in _LONGER:
        return last.stem + _LONGER[last.suffix.lower()]
    return last.stem if last.suffix.lower() in _ENDINGS else last.name

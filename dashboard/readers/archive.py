"""A ZIP archive: what is in it, one after the other, never on disk, and never more than it may be."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from dashboard.errors import InputError
from dashboard.readers.contents import Kind, content_of
from dashboard.readers.opened import part
from dashboard.readers.received import MEGABYTE, Found, Received, Unreadable, one_line

MOST_FILES = 20_000
MOST_MEGABYTES = 100
"""Times the longest report: all of an archive unpacked."""
MOST_TIMES = 200
"""Times as large as it is packed; text shrinks to a tenth, a bomb to a thousandth."""
_SMALL = 20 * MEGABYTE  # what may be unpacked whatever it shrank to
_PICTURED = 10
_SYSTEM = "__MACOSX"
_DOCUMENTS = {
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "xlsx": "an Excel workbook",
    "ods": "an OpenDocument table",
    "kmz": "a map (KMZ)",
}
_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype", "content.xml", "doc.kml"})
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def reports(received: Received) -> Iterator[Found]:
    """Every report in an archive that is in memory."""
    return streamed(received, BytesIO(received.data))


def streamed(received: Received, stream: BinaryIO) -> Iterator[Found]:
    """Every report in an archive; its names are shown and never written to, so none leads out of anywhere.

    Raises InputError, naming it, for what is no archive, is a bomb, or holds nothing that can be read.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*BROKEN, zipfile.LargeZipFile) as error:
        msg = f"{received.where}: {_broken(received)}: get it once more"
        raise InputError(msg) from error
    with archive:
        if _is_within(archive, received):
            msg = f"{received.where}: {_broken(received)}: get it once more"
            raise InputError(msg)
        members = [
            each for each in archive.infolist() if not each.is_dir() and not is_of_the_system(each.filename)
        ]
        must_be_harmless(archive.infolist(), received)
        left = list[str]()
        for each in members:
            yield from _member(archive, each, received, left)
        if left:
            yield Unreadable(
                received.name, f"{len(left):,} of its files hold no report ({', '.join(sorted(set(left)))})"
            )
    if not members:
        msg = f"{received.where}: is an archive without files"
        raise InputError(msg)


def _is_within(archive: zipfile.ZipFile, received: Received) -> bool:
    """Whether it is a document or a workbook, which would be read as such if it were whole."""
    named = received.name.rpartition(".")[2].lower() in _DOCUMENTS
    return named and any(each in _OF_DOCUMENTS for each in archive.namelist())


def _broken(received: Received) -> str:
    """What is broken, as people call it: documents and workbooks are archives inside."""
    ending = received.name.rpartition(".")[2].lower()
    return f"is {_DOCUMENTS.get(ending, 'a ZIP archive')} that is broken or cut off"


def must_be_harmless(members: list[zipfile.ZipInfo], received: Received) -> None:
    """Raises InputError where the archive would be too much unpacked: it is checked before any of it is."""
    whole, packed = sum(each.file_size for each in members), sum(each.compress_size for each in members)
    most = received.largest * MOST_MEGABYTES * MEGABYTE
    if len(members) > MOST_FILES:
        why = f"holds {len(members):,} files, more than {MOST_FILES:,}; unpack it"
    elif whole > most:
        why = f"would be {whole // MEGABYTE:,} MB unpacked, more than {most // MEGABYTE:,}; unpack it, or say --largest MB"
    elif whole > _SMALL and whole > MOST_TIMES * max(packed, 1):
        why = (
            f"would be {whole // max(packed, 1):,} times as large unpacked: such archives are made to do harm"
        )
    else:
        return
    msg = f"{received.where}: {why}"
    raise InputError(msg)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, received: Received, left: list[str]
) -> Iterator[Found]:
    name = harmless_name(member.filename)
    most = received.largest * MEGABYTE * _PICTURED
    if member.flag_bits & 0x1:
        yield Unreadable(f"{received.name}/{name}", "is encrypted; unpack it with its password")
    elif member.file_size > most:
        yield Unreadable(f"{received.name}/{name}", f"has more than {most // MEGABYTE} MB; unpack it")
    else:
        try:
            data = archive.read(member)
        except BROKEN as error:
            yield Unreadable(
                f"{received.name}/{name}", f"is broken in the archive ({one_line(str(error)):.100})"
            )
            return
        found = content_of(data)
        if found.kind is Kind.OTHER:
            left.append(found.words)
        else:
            yield from part(received.part(name, data))


def is_of_the_system(name: str) -> bool:
    """Whether a file in an archive is hidden, or was put there by the system that packed it."""
    parts = name.replace("\\", "/").split("/")
    return parts[0] == _SYSTEM or any(each.startswith(".") and each.strip(".") for each in parts)


def harmless_name(name: str) -> str:
    """The name without ways up and roots: it is only shown, and should look like what it is."""
    parts = [each for each in name.replace("\\", "/").split("/") if each.strip(".")]
    return one_line("/".join(parts)) or "unnamed"

"""An OpenDocument text (.odt): paragraphs, headings, items and the rows of its tables."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from dashboard.errors import InputError
from dashboard.readers.archive import must_be_harmless
from dashboard.readers.received import Found, Received, Told, report_of

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_UNSEEN = (
    f"{_TEXT}note",
    f"{_TEXT}tracked-changes",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
)
_BETWEEN_CELLS = " | "


def reports(received: Received) -> Iterator[Found]:
    """The one report of a document; raises InputError, naming it, where it is damaged or encrypted."""
    try:
        with zipfile.ZipFile(BytesIO(received.data)) as archive:
            must_be_harmless(archive.infolist(), received)
            tree = fromstring(archive.read("content.xml"))
    except DefusedXmlException as error:
        msg = f"{received.where}: declares entities of its own, which can fill the memory"
        raise InputError(msg) from error
    except (KeyError, ParseError, zipfile.BadZipFile) as error:
        msg = (
            f"{received.where}: is a broken or encrypted OpenDocument text; save it again without a password"
        )
        raise InputError(msg) from error
    yield report_of(received, Told("\n".join(_lines(tree)).strip()))


def _lines(element: Any, bullet: str = "") -> Iterator[str]:
    for each in element:
        if each.tag in _UNSEEN:
            continue
        if each.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            said = _said(each)
            yield from ([f"{bullet}{said}"] if bullet else ["", said]) if said else ()
        elif each.tag == f"{_TEXT}list":
            yield ""
            yield from _lines(each, "- ")
        elif each.tag == f"{_TABLE}table-row":
            cells = (" ".join(" ".join(_lines(cell)).split()) for cell in each)
            yield _BETWEEN_CELLS.join(cell for cell in cells if cell)
        elif each.tag == f"{_TABLE}table":
            yield ""
            yield from _lines(each)
        else:
            yield from _lines(each, bullet)


def _said(element: Any) -> str:
    """The words of a paragraph, tabs and breaks as blanks, remarks left out."""
    told = [element.text or ""]
    for each in element:
        if each.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            told.append(" ")
        elif each.tag not in _UNSEEN:
            told.append(_said(each))
        told.append(each.tail or "")
    return " ".join("".join(told).split())

"""KML and KMZ: placemarks as rows; XML that names files or grows by entities is refused."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import InputError
from dashboard.exchange.tabular.records import Record, sheet_of
from dashboard.exchange.tabular.sheet import Sheet
from dashboard.readers import shown
from dashboard.readers.decode import encoding_of_data

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEAD = 4096
_LARGEST = 500_000_000
_TIMES = {"when": "when", "begin": "begin", "end": "end"}
_SHAPES = {"Point": "Point", "LineString": "LineString", "LinearRing": "LineString", "Polygon": "Polygon"}


def kml(path: Path) -> Sheet | None:
    """The placemarks of a KML or KMZ file; None for another file. Raises InputError for XML that is broken or hostile."""
    data = _xml(path)
    if data is None:
        return None
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - the error only; defusedxml parses

    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only KML pays for loading it
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root = fromstring(_decoded(data), forbid_dtd=True)
    except DefusedXmlException as error:
        msg = f"{shown(path)}: declares entities, as no map does; it was not read"
        raise InputError(msg) from error
    except (ParseError, ValueError) as error:
        msg = f"{shown(path)}: its XML is broken ({str(error)[:120]}); it may be cut off: get it once more"
        raise InputError(msg) from error
    found = [_record(mark, folder) for mark, folder in _placemarks(root, "")]
    if not found:
        msg = f"{shown(path)}: is a KML map without placemarks"
        raise InputError(msg)
    return sheet_of(path, "KML", "kml", found)


def _xml(path: Path) -> bytes | None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _from_archive(path)
    text = head.decode(encoding_of_data(head), "replace")
    if "<kml" not in text or not text.lstrip().startswith("<"):
        return None
    if path.stat().st_size > _LARGEST:
        msg = (
            f"{shown(path)}: has more than {_LARGEST // 1_000_000} MB of XML; save it in parts, or as GeoJSON"
        )
        raise InputError(msg)
    return path.read_bytes()


def _decoded(data: bytes) -> bytes | str:
    """XML in two or four bytes a letter as text, whatever it says it is in: programs that save it so leave that as it was."""
    encoding = encoding_of_data(data)
    return data if encoding == "utf-8-sig" else data.decode(encoding, "replace")


def _from_archive(path: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [each for each in archive.infolist() if each.filename.lower().endswith(".kml")]
            if not inside or "xl/workbook.xml" in archive.namelist():
                return None
            if inside[0].file_size > _LARGEST:
                msg = f"{shown(path)}: unpacks to {inside[0].file_size // 1_000_000:,} MB, which no map does"
                raise InputError(msg)
            return archive.read(inside[0])
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return None


def _placemarks(element: "Element", folder: str) -> Iterator[tuple["Element", str]]:
    for each in element:
        kind = _bare(each.tag)
        if kind == "Placemark":
            yield each, folder
        elif kind in {"Document", "Folder", "kml"}:
            yield from _placemarks(each, _told(each, "name") or folder)


def _record(mark: "Element", folder: str) -> Record:
    times = {_bare(each.tag): (each.text or "").strip() for each in mark.iter() if _bare(each.tag) in _TIMES}
    more = {
        each.get("name", ""): (_told(each, "value") if _bare(each.tag) == "Data" else each.text or "").strip()
        for each in mark.iter()
        if _bare(each.tag) in {"Data", "SimpleData"}
    }
    return {
        "id": mark.get("id", ""),
        "name": _told(mark, "name"),
        "description": _told(mark, "description"),
        "folder": folder,
        "address": _told(mark, "address"),
        "date": times.get("begin") or times.get("when", ""),
        "end": times.get("end", ""),
        **more,
        "geometry": _geometry(mark),
    }


def _geometry(mark: "Element") -> Record | None:
    for each in mark.iter():
        shape = _SHAPES.get(_bare(each.tag))
        if shape:
            words = next((one.text or "" for one in each.iter() if _bare(one.tag) == "coordinates"), "")
            return {"type": shape, "coordinates": _coordinates(words, shape)}
    return None


def _coordinates(words: str, shape: str) -> object:
    points = [[_degree(each) for each in point.split(",")[:2]] for point in words.split()]
    if shape == "Point":
        return points[0] if points else []
    return [points] if shape == "Polygon" else points


def _degree(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _told(element: "Element", name: str) -> str:
    return next(((each.text or "").strip() for each in element if _bare(each.tag) == name), "")


def _bare(tag: object) -> str:
    return str(tag).rsplit("}", maxsplit=1)[-1]

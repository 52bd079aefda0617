"""Word documents with real footnotes, which python-docx can't make yet: their part of the package is written here.

A footnote is a part of its own (ECMA-376, 17.11): ``word/footnotes.xml``, tied to the document by a relationship, begun by
the two separators that Word asks for. Text in a script that runs from right to left is marked so, or Word sets it wrongly.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RTL = frozenset({"R", "AL"})
_LTR = frozenset({"L"})
ET.register_namespace("w", _W)  # the prefix every program expects
_STEADY = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name


def clean(text: str) -> str:
    """The text with a mark for each character that XML can't hold."""
    return _NOT_XML.sub("\ufffd", text)


def runs_from_right(text: str) -> bool:
    """Whether most of its letters are of a script that runs from right to left.

    >>> runs_from_right("قصف على Douma أمس"), runs_from_right("Shelling in دوما")
    (True, False)
    """
    kinds = [unicodedata.bidirectional(each) for each in text]
    return sum(kind in _RTL for kind in kinds) > sum(kind in _LTR for kind in kinds)


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a document being written, in order; each ``add`` marks the paragraph it belongs to."""

    document: Any
    notes: list[list[str]] = field(default_factory=list)

    def add(self, paragraph: Any, parts: Iterable[str]) -> None:
        """A footnote of these paragraphs, and its mark at the end of a paragraph of the document."""
        from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
        from docx.oxml.ns import qn  # noqa: PLC0415

        self.notes.append([clean(part) for part in parts if part])
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(len(self.notes)))
        run = paragraph.add_run()
        run.style = "footnote reference"
        run.element.append(mark)

    def close(self) -> None:
        """Put the footnotes into the document; without any it stays as it is."""
        from docx.opc.packuri import PackURI  # noqa: PLC0415
        from docx.opc.part import Part  # noqa: PLC0415

        if not self.notes:
            return
        part = self.document.part
        made = Part(PackURI("/word/footnotes.xml"), _TYPE, self._xml(), part.package)
        part.relate_to(made, _RELATION)

    def _xml(self) -> bytes:
        root = ET.Element(_tag("footnotes"))
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = ET.SubElement(root, _tag("footnote"), {_tag("type"): kind, _tag("id"): str(number)})
            run = ET.SubElement(ET.SubElement(note, _tag("p")), _tag("r"))
            ET.SubElement(run, _tag(kind))
        for number, parts in enumerate(self.notes, start=1):
            note = ET.SubElement(root, _tag("footnote"), {_tag("id"): str(number)})
            for place, words in enumerate(parts or [""]):
                _paragraph(note, words, marked=place == 0)
        content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
        return content


def _paragraph(note: Any, words: str, *, marked: bool) -> None:
    """A paragraph of a footnote, the first with the footnote's own number."""
    right = runs_from_right(words)
    paragraph = ET.SubElement(note, _tag("p"))
    about = ET.SubElement(paragraph, _tag("pPr"))
    ET.SubElement(about, _tag("pStyle"), {_tag("val"): "FootnoteText"})
    if right:
        ET.SubElement(about, _tag("bidi"))
    if marked:
        run = ET.SubElement(paragraph, _tag("r"))
        style = ET.SubElement(run, _tag("rPr"))
        ET.SubElement(style, _tag("rStyle"), {_tag("val"): "FootnoteReference"})
        ET.SubElement(run, _tag("footnoteRef"))
    run = ET.SubElement(paragraph, _tag("r"))
    if right:
        ET.SubElement(ET.SubElement(run, _tag("rPr")), _tag("rtl"))
    text = ET.SubElement(run, _tag("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = f" {words}" if marked else words


def _tag(name: str) -> str:
    return f"{{{_W}}}{name}"


def steady(content: bytes) -> bytes:
    """A packed document with the same parts in the same order and no moment of packing: the same words, the same bytes."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = ZipInfo(name, _STEADY)
            about.compress_type = ZIP_DEFLATED
            new.writestr(about, old.read(name))
    return packed.getvalue()

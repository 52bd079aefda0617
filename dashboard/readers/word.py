"""A Word document (.docx): paragraphs, headings, items and the rows of its tables, in their order."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.errors import InputError
from dashboard.extras import DOCUMENTS
from dashboard.readers.archive import must_be_harmless
from dashboard.readers.received import Found, Received, Told, one_line, report_of

if TYPE_CHECKING:
    from docx.document import Document

_BETWEEN_CELLS = " | "
_ITEM_STYLES = ("List", "Liste", "Aufzählung")
_DEEPEST = 8  # tables within tables


def reports(received: Received) -> Iterator[Found]:
    """The one report of a document. Its own dates are those of whoever made or copied the file, and are left alone.

    A new document carries the day of the program's template (23 December 2013). Raises InputError, naming it, where
    it is damaged, or the library is not installed.
    """
    lacking = DOCUMENTS.lacking()
    if lacking:
        msg = f"{received.where}: {lacking}"
        raise InputError(msg)
    import docx  # noqa: PLC0415 - an extra

    with zipfile.ZipFile(BytesIO(received.data)) as archive:
        must_be_harmless(archive.infolist(), received)
    document = docx.Document(BytesIO(received.data))
    text = "\n".join(_lines(document, 0)).strip()
    if not text:
        msg = f"{received.where}: is a Word document without text; if it is a picture, have its text recognised (OCR)"
        raise InputError(msg)
    made = (f"text of the document by python-docx {docx.__version__}",)
    yield report_of(received, Told(text, _title(document), made=made))


def _lines(within: Any, depth: int) -> Iterator[str]:
    """Paragraphs with an empty line between them; items and rows on a line each."""
    if depth > _DEEPEST:
        return
    after_line = False
    for each in within.iter_inner_content():
        rows = hasattr(each, "rows")
        told = list(_rows(each, depth)) if rows else [line for line in each.text.splitlines() if line.strip()]
        is_item = not rows and _is_item(each)
        if not told:
            continue
        if not (after_line and is_item):
            yield ""
        yield from (f"- {line}" for line in told) if is_item else told
        after_line = is_item


def _rows(table: Any, depth: int) -> Iterator[str]:
    """A row a line; a cell that reaches over several columns once."""
    for row in table.rows:
        cells = dict.fromkeys(row.cells)
        told = (" ".join(" ".join(_lines(cell, depth + 1)).split()) for cell in cells)
        line = _BETWEEN_CELLS.join(each for each in told if each)
        if line:
            yield line


def _is_item(paragraph: Any) -> bool:
    properties = paragraph.paragraph_format.element.pPr
    numbered = properties is not None and properties.numPr is not None
    style = paragraph.style.name if paragraph.style is not None else ""
    return numbered or str(style or "").startswith(_ITEM_STYLES)


def _title(document: "Document") -> str:
    return one_line(document.core_properties.title or "")

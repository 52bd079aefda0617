"""A PDF: the text of its pages in paragraphs, without the lines that stand on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.errors import InputError
from dashboard.extras import DOCUMENTS
from dashboard.readers.received import Found, Received, Told, one_line, report_of
from dashboard.readers.wrapped import unwrapped

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_AT_THE_EDGE = 3  # lines at the head and at the foot in which what stands on every page is looked for
_FEW_PAGES = 3
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|seite|صفحة)?\s*#(?:\s*(?:of|/|von|de|من)\s*#)?\W*", re.IGNORECASE)
_NAMED_BY_A_PROGRAM = re.compile(
    r"^(?:microsoft word|untitled|document\d*|\S+\.(?:docx?|pdf|odt|rtf|indd))", re.IGNORECASE
)


def reports(received: Received) -> Iterator[Found]:
    """The one report of a PDF; the day it was made is noted, and is no day of publication.

    Raises InputError, naming it, where it is encrypted, damaged, made of pictures, or the library is not installed.
    """
    lacking = DOCUMENTS.lacking()
    if lacking:
        msg = f"{received.where}: {lacking}"
        raise InputError(msg)
    from pypdf import PdfReader  # noqa: PLC0415 - an extra
    from pypdf import __version__ as version  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        pdf = PdfReader(BytesIO(received.data))
        _open(pdf, received)
        pages, broken = _pages(pdf)
    except PyPdfError as error:
        msg = f"{received.where}: is a broken or cut off PDF ({one_line(str(error)):.100})"
        raise InputError(msg) from error
    text = text_of_pages(pages)
    if not text:
        raise _without_text(received, len(pages), broken)
    made = (f"text of the document by pypdf {version}", *_dated(pdf, broken))
    yield report_of(received, Told(text, _title(pdf), notes=tuple(_notes(pages, broken)), made=made))


def text_of_pages(pages: Sequence[Sequence[str]]) -> str:
    r"""The lines of pages as paragraphs, without running heads, feet and page numbers.

    >>> page = "Weekly Report 21 May", "Artillery struck the market.", "Page 1"
    >>> text_of_pages(
    ...     [
    ...         page,
    ...         ("Weekly Report 21 May", "Two were killed.", "Page 2"),
    ...         ("Weekly Report 21 May", "Calm.", "Page 3"),
    ...     ]
    ... )
    'Weekly Report 21 May\n\nArtillery struck the market.\nTwo were killed.\nCalm.'
    """
    running = _running(pages)
    kept = [
        [line for number, line in enumerate(page) if not _is_furniture(number, page, running)]
        for page in pages
    ]
    heads = takewhile(lambda line: _shape(line) in running, pages[0] if pages else ())
    body = unwrapped("\n".join(line for page in kept for line in page), fixed=False)
    return "\n\n".join(
        each
        for each in (*dict.fromkeys(each for each in heads if not _is_number(each)), body)
        if each.strip()
    )


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines at the edges of most pages, whatever figures are in them."""
    if len(pages) < _FEW_PAGES:
        return frozenset()
    seen = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    return frozenset(shape for shape, count in seen.items() if shape and count * 2 > len(pages))


def _edges(page: Sequence[str]) -> list[str]:
    return [line for number, line in enumerate(page) if _is_at_the_edge(number, page)]


def _is_at_the_edge(number: int, page: Sequence[str]) -> bool:
    return number < _AT_THE_EDGE or number >= len(page) - _AT_THE_EDGE


def _is_furniture(number: int, page: Sequence[str], running: frozenset[str]) -> bool:
    return _is_at_the_edge(number, page) and (_shape(page[number]) in running or _is_number(page[number]))


def _shape(line: str) -> str:
    return _FIGURES.sub("#", " ".join(line.split()))


def _is_number(line: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(_shape(line)))


def _open(pdf: "PdfReader", received: Received) -> None:
    """Many are encrypted with an empty password, so that anybody can read them."""
    if pdf.is_encrypted and not pdf.decrypt(""):
        msg = f"{received.where}: is an encrypted PDF; open it with its password and save a copy without one"
        raise InputError(msg)


def _pages(pdf: "PdfReader") -> tuple[list[list[str]], list[int]]:
    """The lines of each page, and the numbers of those that could not be read."""
    pages, broken = list[list[str]](), list[int]()
    for number, page in enumerate(pdf.pages, start=1):
        try:
            pages.append(_lines(page))
        except Exception:  # noqa: BLE001 - a broken page fails in many ways, and must not lose the others
            pages.append([])
            broken.append(number)
    return pages, broken


def _lines(page: "PageObject") -> list[str]:
    return [line.rstrip() for line in page.extract_text().splitlines()]


def _without_text(received: Received, pages: int, broken: Sequence[int]) -> InputError:
    if broken:
        return InputError(
            f"{received.where}: is a PDF none of whose {pages} pages can be read; it is damaged"
        )
    what = "one page is a picture; have its" if pages == 1 else f"{pages} pages are pictures; have their"
    return InputError(f"{received.where}: is a PDF whose {what} text recognised (OCR) and save that")


def _notes(pages: Sequence[Sequence[str]], broken: Sequence[int]) -> Iterator[str]:
    empty = [n for n, page in enumerate(pages, start=1) if not "".join(page).strip() and n not in broken]
    if empty:
        yield f"without text, perhaps pictures: {_numbered(empty)}"
    if broken:
        yield f"could not be read: {_numbered(broken)}"


def _dated(pdf: "PdfReader", broken: Sequence[int]) -> Iterator[str]:
    made = pdf.metadata.creation_date if pdf.metadata and not broken else None
    if made:
        yield f"the PDF was made on {made:%Y-%m-%d}, which is not taken for its day"


def _numbered(pages: Sequence[int]) -> str:
    listed = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


def _title(pdf: "PdfReader") -> str:
    """The title it was given, unless a program gave it."""
    title = one_line(str(pdf.metadata.get("/Title") or "") if pdf.metadata else "")
    return "" if _NAMED_BY_A_PROGRAM.match(title) else title

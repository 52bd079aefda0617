"""The chronology as a Word document: an entry a paragraph, quotes and doubts as footnotes, methods at the end."""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from typing import Any

from dashboard.errors import ExportError
from dashboard.exchange.narrative.chronology import Entry, chapters
from dashboard.exchange.narrative.methods import Section, methods_of
from dashboard.exchange.narrative.word import Footnotes, clean, runs_from_right, steady
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.exchange.supported import Passing, Supported, supported
from dashboard.extras import DOCUMENTS
from dashboard.table import Dataset
from dashboard.wording.say import say
from dashboard.wording.spoken import spoken

MOST_EVENTS = 10_000


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The document. Raises ExportError for more events than Word opens with ease."""
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    if lacking := DOCUMENTS.lacking():
        raise ExportError(lacking)
    if provenance.events > MOST_EVENTS:
        msg = say(
            "{count} events are more than a Word document holds well ({most}); choose fewer, or export the chronology as .html",
            count=provenance.events,
            most=MOST_EVENTS,
        )
        raise ExportError(msg)
    yield steady(_document(events, provenance))


def _document(events: Supported, provenance: Provenance) -> bytes:
    import docx  # noqa: PLC0415 - what says that it is lacking stands before it

    document, passing = docx.Document(), Passing(events)
    title = clean(
        say("Chronology: {title}", title=provenance.title) if provenance.title else say("Chronology")
    )
    _describe(document, title, provenance)
    _styles(document)
    document.add_heading(title, 0)
    for line in provenance.lines():
        document.add_paragraph(clean(line), style="Source line")
    notes = Footnotes(document)
    for chapter in chapters(passing, events.support, provenance.headings):
        document.add_heading(clean(chapter.heading), 1)
        for entry in chapter.entries:
            _entry(document, notes, entry)
    for section in methods_of(passing.tallies, events.support, provenance):
        _section(document, section)
    _number_pages(document)
    if spoken().direction == "rtl":
        _turn(document)
    notes.close()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: Any, title: str, provenance: Provenance) -> None:
    """What the file says of itself, in place of what python-docx's template says."""
    about = document.core_properties
    made = provenance.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.title, about.author, about.last_modified_by = title[:255], PRODUCT, PRODUCT
    about.comments, about.created, about.modified = "", made, made


def _styles(document: Any) -> None:
    """The styles of footnotes, which the template has not, and a small one for what a file says of itself."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    note = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.element.set(_style_id(), "FootnoteText")
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(_style_id(), "FootnoteReference")
    mark.font.superscript = True
    small = document.styles.add_style("Source line", WD_STYLE_TYPE.PARAGRAPH)
    for style in (note, small):
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(9)
        style.paragraph_format.space_after = Pt(1)


def _style_id() -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    name: str = qn("w:styleId")
    return name


def _entry(document: Any, notes: Footnotes, entry: Entry) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{clean(entry.when)}. ").bold = True
    paragraph.add_run(clean(entry.what))
    for number, each in enumerate(entry.notes):
        if number:
            paragraph.add_run(", ").font.superscript = True
        notes.add(paragraph, (f"“{each.quote}”" if each.quote else "", each.about))


def _number_pages(document: Any) -> None:
    """The page's number at the foot of each page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    paragraph.paragraph_format.element.append(field)


def _section(document: Any, section: Section) -> None:
    document.add_heading(clean(section.title), 1)
    for line in section.lines:
        document.add_paragraph(clean(line), style="Source line")
    if not section.rows:
        return
    table = document.add_table(rows=1, cols=len(section.heads), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, section.heads, strict=True):
        cell.text = words
        cell.paragraphs[0].runs[0].bold = True
    for row in section.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], clean(words))


_BEHIND = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")  # fmt: skip
"""What of a paragraph's properties stands behind its direction (ECMA-376, 17.3.1.26)."""


def _turn(document: Any) -> None:
    """Everything from right to left: paragraphs, the words in them that run so, tables."""
    from docx.enum.table import WD_TABLE_DIRECTION  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415

    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)):
        paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), *_BEHIND
        )
        for run in paragraph.runs:
            if runs_from_right(run.text):
                run.font.rtl = True
    for table in document.tables:
        table.table_direction = WD_TABLE_DIRECTION.RTL


def _fill(paragraph: Any, words: str) -> None:
    """Words into a cell, small, from the right where they run so."""
    paragraph.style = "Source line"
    run = paragraph.add_run(words)
    if runs_from_right(words):
        run.font.rtl = True

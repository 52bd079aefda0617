"""What is handed out to be read is in the language at hand, to the last piece, and leaves no English behind."""

import io
import re
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dashboard.exchange.formats import Format, format_of
from dashboard.exchange.provenance import Remark
from dashboard.figures import plotly_js
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.offered import FORMATS, PAGE, REPORT
from dashboard.publish.parcel import parcel
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from dashboard.wording.languages import codes, language
from dashboard.wording.spoken import speaking, spoken
from tests.sample import dataset
from tests.told import told

MADE = datetime(2026, 11, 1, tzinfo=UTC)
CODES = [each for each in codes() if each != "en"]
PAGES = [each for each in FORMATS if each.read and each.media_type == "text/html"]
_TELLS = ("made ", "filters", "events", "Killed", "Involved", "How ", "What ", "counted from", "published", "Listed", "When", "rule ", "Read as", "Doubt", "at once", "may begin")  # fmt: skip


def extract(of: Dataset) -> Extract:
    noted = Remark("Vu", "Ann", MADE, str(of.events["event_id"].iloc[0]))
    wanted = Wanted(Selection(rejected=True), headings=Wanted().headings)
    return extract_of(of, wanted, MADE, remarks=(noted,))


def written(form: Format, code: str, of: Dataset | None = None) -> bytes:
    """The file, taken up piece by piece where another language is spoken."""
    with speaking(language(code)):
        made = parcel(extract(of or dataset()), form)
    assert spoken().code == "en"
    return b"".join(made.pieces)


def shown(markup: str) -> str:
    """What a reader sees of a page, without the words that are data: quotes and names."""
    plain = markup.replace(plotly_js.script(), "")
    plain = re.sub(r"<script[^>]*>.*?</script>|<style>.*?</style>|<blockquote.*?</blockquote>|<q .*?</q>", "", plain, flags=re.DOTALL)  # fmt: skip
    return re.sub(r"<[^>]*>", " ", plain)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
def test_a_page_says_its_language_and_direction_and_no_english(form: Format, code: str) -> None:
    for data in (dataset(), told(160)):
        markup = written(form, code, data).decode()
        assert f'<html lang="{code}" dir="{language(code).direction}">' in markup
        said = shown(markup)
        assert [each for each in _TELLS if re.search(rf"(?<![\w“]){each}", said)] == []


@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
def test_in_english_the_same_words_are_there(form: Format) -> None:
    """Those that are looked for above are words that would be found."""
    markup = written(form, "en", told(160)).decode()
    assert '<html lang="en" dir="ltr">' in markup
    assert [each for each in _TELLS if each in shown(markup)]


def test_a_drawing_in_a_page_has_the_months_of_the_language() -> None:
    markup = written(PAGE, "ar").decode()
    assert "كانون الثاني" in markup
    assert '"locale": "ar"' in markup
    assert '"locale"' not in written(PAGE, "en").decode().replace(plotly_js.script(), "")


def test_the_stretches_of_a_report_are_named_in_the_language() -> None:
    assert "mars 2018 : 20 événements pouvant commencer alors" in written(REPORT, "fr", told(160)).decode()


def runs_from_the_right(paragraph: Paragraph) -> bool:
    about = paragraph._p.pPr
    return about is not None and about.find(qn("w:bidi")) is not None


def test_a_word_document_in_arabic_runs_from_the_right() -> None:
    form = format_of(".chronology.docx")
    document = docx.Document(io.BytesIO(written(form, "ar")))
    paragraphs = [each for each in document.paragraphs if each.text]
    assert paragraphs[0].text.startswith("التسلسل الزمني")
    assert all(map(runs_from_the_right, paragraphs))
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)
    english = docx.Document(io.BytesIO(written(form, "en")))
    assert not any(map(runs_from_the_right, english.paragraphs))

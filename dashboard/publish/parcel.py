"""An extract as a file to be saved: the one composer of whatever leaves the page or the command line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from dashboard.exchange.described import LeftOut
from dashboard.exchange.formats import FORMATS as ROWS
from dashboard.exchange.formats import Format
from dashboard.exchange.pieces import joined
from dashboard.exchange.write import to_pieces
from dashboard.figures.drawing import LIMIT_S
from dashboard.figures.picture import Picture
from dashboard.figures.render import WIDTH, image, printed
from dashboard.publish.chart import chart
from dashboard.publish.extract import Extract
from dashboard.publish.offered import PAGE, REPORT, REPORT_PDF
from dashboard.publish.pages.report import report
from dashboard.publish.pages.whole import page
from dashboard.wording.spoken import spoken, spoken_in


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to be saved: its bytes, piece by piece and once, what they are, and a name for them.

    ``left_out`` says what of the extract such a file has no room for.
    """

    pieces: Iterator[bytes]
    media_type: str
    name: str
    left_out: tuple[LeftOut, ...] = ()


def parcel(extract: Extract, form: Format, *, mark: bool = True, limit: float = LIMIT_S) -> Parcel:
    """The extract as a file of that format, its words in the language at hand.

    ``mark``: whether a CSV begins with the mark by which Excel knows UTF-8 · ``limit`` seconds for a picture.
    Raises ExportError for what can't be drawn or written on this machine, before the first piece is handed out.
    """
    left = form.left_out(extract.dataset)
    said = replace(extract.provenance, events=extract.provenance.events - sum(each.count for each in left))
    made = _pieces(replace(extract, provenance=said), form, mark=mark, limit=limit)
    pieces = _begun(spoken_in(spoken(), made))
    name = file_name(extract.dataset.name, form.ending)
    return Parcel(pieces, form.media_type, name, left)


def file_name(name: str, suffix: str) -> str:
    """A name for the file: letters, digits and dashes of the dataset's.

    >>> file_name("South Damascus, May 2018", ".csv")
    'south-damascus-may-2018.csv'
    """
    words = "".join(each if each.isalnum() and each.isascii() else " " for each in name.lower()).split()
    return f"{'-'.join(words) or 'timeline'}{suffix}"


def _pieces(extract: Extract, form: Format, *, mark: bool, limit: float) -> Iterator[bytes]:
    if form in ROWS:
        yield from to_pieces(extract.dataset, form, extract.provenance, mark=mark)
    elif form == PAGE:
        yield page(extract).markup.encode("utf-8", "xmlcharrefreplace")
    elif form == REPORT:
        yield report(extract).markup.encode("utf-8", "xmlcharrefreplace")
    elif form == REPORT_PDF:
        yield printed(report(extract).markup, limit=limit)
    else:
        yield image(chart(extract), Picture(form.name), WIDTH, limit=limit)


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same, the first of them made already, so that what can't be written fails now."""
    first = next(pieces, b"")
    return joined(chain([first], pieces))

"""An extract as a file to be saved: the one composer of whatever leaves the page or the command line."""

from dataclasses import dataclass

from dashboard.exchange.formats import FORMATS as ROWS
from dashboard.exchange.formats import Format
from dashboard.exchange.write import to_bytes
from dashboard.figures.drawing import LIMIT_S
from dashboard.figures.picture import Picture
from dashboard.figures.render import WIDTH, image
from dashboard.publish.chart import chart, page
from dashboard.publish.extract import Extract
from dashboard.publish.offered import PAGE


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to be saved: its bytes, what they are, and a name for them."""

    content: bytes
    media_type: str
    name: str


def parcel(extract: Extract, form: Format, *, mark: bool = True, limit: float = LIMIT_S) -> Parcel:
    """The extract as a file of that format.

    ``mark``: whether a CSV begins with the mark by which Excel knows UTF-8 · ``limit`` seconds for a picture.
    Raises ExportError for what can't be drawn or written on this machine.
    """
    content = _content(extract, form, mark=mark, limit=limit)
    return Parcel(content, form.media_type, file_name(extract.dataset.name, form.suffix))


def file_name(name: str, suffix: str) -> str:
    """A name for the file: letters, digits and dashes of the dataset's.

    >>> file_name("South Damascus, May 2018", ".csv")
    'south-damascus-may-2018.csv'
    """
    words = "".join(each if each.isalnum() and each.isascii() else " " for each in name.lower()).split()
    return f"{'-'.join(words) or 'timeline'}{suffix}"


def _content(extract: Extract, form: Format, *, mark: bool, limit: float) -> bytes:
    if form in ROWS:
        return to_bytes(extract.dataset, form, extract.provenance, mark=mark)
    if form == PAGE:
        return page(extract).encode()
    return image(chart(extract), Picture(form.name), WIDTH, limit=limit)

"""Every format something is handed out in: those of rows, and those of the chart."""

from dashboard.exchange.formats import FORMATS as ROWS
from dashboard.exchange.formats import Format
from dashboard.extras import IMAGES
from dashboard.figures.picture import Picture

PAGE = Format(".html", "HTML page, works offline", "text/html")
_LABELS = {
    Picture.PNG: ("PNG picture", "image/png"),
    Picture.SVG: ("SVG drawing", "image/svg+xml"),
    Picture.PDF: ("PDF page", "application/pdf"),
}
PICTURES = {
    kind: Format(f".{kind}", *words, binary=kind is not Picture.SVG, needs=IMAGES)
    for kind, words in _LABELS.items()
}
FORMATS = (PAGE, *ROWS, *PICTURES.values())
SUFFIXES = tuple(each.suffix for each in FORMATS)

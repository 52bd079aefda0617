"""Every format something is handed out in: those of rows, and those of the chart."""

from dashboard.exchange.formats import FORMATS as ROWS
from dashboard.exchange.formats import Format
from dashboard.extras import IMAGES
from dashboard.figures.picture import Picture

PAGE = Format(".html", "HTML page, works offline", "text/html", read=True)
REPORT = Format(".html", "Report to print", "text/html", flavour="report", read=True)
REPORT_PDF = Format(
    ".pdf", "Report, PDF", "application/pdf", flavour="report", binary=True, needs=IMAGES, read=True
)
_LABELS = {
    Picture.PNG: ("PNG picture", "image/png"),
    Picture.SVG: ("SVG drawing", "image/svg+xml"),
    Picture.PDF: ("PDF page", "application/pdf"),
}
PICTURES = {
    kind: Format(f".{kind}", *words, binary=kind is not Picture.SVG, needs=IMAGES, read=True)
    for kind, words in _LABELS.items()
}
FORMATS = (PAGE, *ROWS, *PICTURES.values(), REPORT, REPORT_PDF)
SUFFIXES = tuple(dict.fromkeys(each.suffix for each in FORMATS))
NAMES = tuple(dict.fromkeys(each.name for each in FORMATS))
FLAVOURS = tuple(dict.fromkeys(each.flavour for each in FORMATS if each.flavour))


def called(word: str) -> tuple[Format, ...]:
    """The formats a person means by a word: a name, or else the end of a file's name.

    >>> [each.label for each in called("ACLED")], [each.label for each in called(".csv")]
    (['ACLED-style CSV'], ['CSV'])
    """
    name = word.casefold().lstrip(".")
    return (
        tuple(each for each in FORMATS if each.name == name)
        or tuple(each for each in FORMATS if each.ending == f".{name}")
        or tuple(each for each in FORMATS if each.suffix == f".{name}")
    )


def endings_of(flavour: str) -> tuple[str, ...]:
    """What the files of a flavour end in.

    >>> endings_of("chronology")
    ('.html', '.docx')
    """
    return tuple(each.suffix for each in FORMATS if each.flavour == flavour)


def misnamed(file: str) -> str:
    """The flavour a file's name tells though no file of it ends so; empty where there is none.

    >>> misnamed("chronology.pdf"), misnamed("homs.acled.json"), misnamed("homs.pdf")
    ('chronology', 'acled', '')
    """
    *stem, last = file.casefold().split(".")
    told = stem[-1] if stem else ""
    return told if told in FLAVOURS and f".{last}" not in endings_of(told) else ""


def told_by(file: str) -> Format | None:
    """The format the name of a file tells; ``acled.csv`` and ``homs.acled.csv`` tell a flavour too.

    >>> [told_by(name).label for name in ("homs.csv", "homs.acled.csv", "acled.csv")]
    ['CSV', 'ACLED-style CSV', 'ACLED-style CSV']
    """
    *stem, last = file.casefold().split(".")
    alike = [each for each in FORMATS if stem and each.suffix == f".{last}"]
    flavoured = [each for each in alike if each.flavour == stem[-1]]
    plain = [each for each in alike if not each.flavour]
    return next(iter(flavoured or plain or alike), None)

"""The formats events are written in and read from: one row each. Menus, help, completion, media types and checks follow.

Only names and words stand here: a format's module is loaded when a file is written, so that a help text costs nothing.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from dashboard.errors import ExportError
from dashboard.extras import DOCUMENTS, GEO, PARQUET, Extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pandas as pd

    from dashboard.exchange.described import LeftOut
    from dashboard.exchange.provenance import Provenance
    from dashboard.exchange.supported import Supported
    from dashboard.table import Dataset

    Writer: TypeAlias = Callable[[Dataset, Provenance], Iterator[bytes]]
    SupportedWriter: TypeAlias = Callable[[Supported, Provenance], Iterator[bytes]]
    PartsWriter: TypeAlias = Callable[[Iterable[pd.DataFrame], Provenance, Sequence[str]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what its name ends in, what people and machines call it, the module that writes it.

    ``binary`` files are none for a terminal · ``needs`` what has to be installed · ``mark`` the bytes by which
    Excel knows its encoding, which a pipe can do without · ``flavour`` whose kind of .csv or .json it is, where
    that is not ours · ``whole`` it tells of all reports, those without a chosen event too · ``read`` it is written for people
    to read, in their language; what programs read is in English, whoever asks for it.
    """

    suffix: str
    label: str
    media_type: str
    module: str = ""
    binary: bool = False
    needs: Extra | None = None
    mark: bytes = b""
    flavour: str = ""
    whole: bool = False
    read: bool = False

    @property
    def name(self) -> str:
        """What a person types after ``--format``.

        >>> Format(".csv", "CSV", "text/csv").name
        'csv'
        >>> Format(".csv", "ACLED", "text/csv", flavour="acled").name
        'acled'
        """
        return self.flavour or self.suffix.removeprefix(".")

    @property
    def ending(self) -> str:
        """What the names of such files end in where nothing else tells what they are; no two formats share one.

        >>> Format(".csv", "ACLED", "text/csv", flavour="acled").ending
        '.acled.csv'
        """
        return f".{self.flavour}{self.suffix}" if self.flavour else self.suffix

    @property
    def lacking(self) -> str:
        """What has to be installed before such a file can be written; empty when nothing has."""
        return self.needs.lacking() if self.needs else ""

    @property
    def write(self) -> "Writer":
        """From a dataset and where it comes from to the file, piece by piece."""
        writer: Writer = import_module(f"dashboard.exchange.{self.module}").write
        return writer

    @property
    def of_parts(self) -> "PartsWriter | None":
        """The same of events that come part by part; None for a format that has to see them all at once."""
        if not self.module:
            return None
        writer: PartsWriter | None = getattr(
            import_module(f"dashboard.exchange.{self.module}"), "of_parts", None
        )
        return writer

    @property
    def of_supported(self) -> "SupportedWriter | None":
        """The same of events that come part by part with the mentions and reports behind them; None for a format of rows."""
        if not self.module:
            return None
        writer: SupportedWriter | None = getattr(
            import_module(f"dashboard.exchange.{self.module}"), "of_supported", None
        )
        return writer

    @property
    def is_streamed(self) -> bool:
        """Whether it can be written of events that come part by part."""
        return self.of_parts is not None or self.of_supported is not None

    def brought_by(self, events: "pd.DataFrame") -> list[str]:
        """The columns behind the format's own that files brought along."""
        told = getattr(import_module(f"dashboard.exchange.{self.module}"), "brought_by", None)
        return list(told(events)) if told else []

    def left_out(self, dataset: "Dataset") -> "tuple[LeftOut, ...]":
        """What of the dataset this format has no room for; nothing for most."""
        if not self.module:
            return ()
        told = getattr(import_module(f"dashboard.exchange.{self.module}"), "left_out", None)
        return tuple(told(dataset)) if told else ()


_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CSV = "text/csv; charset=utf-8"

# One format, one row, however long it is.
# fmt: off
FORMATS = (
    Format(".csv", "CSV", _CSV, "as_csv", mark=b"\xef\xbb\xbf"),
    Format(".json", "JSON", "application/json", "as_json"),
    Format(".jsonl", "JSON Lines", "application/jsonl", "as_json_lines"),
    Format(".geojson", "GeoJSON", "application/geo+json", "as_geojson"),
    Format(".kml", "KML", "application/vnd.google-earth.kml+xml", "as_kml"),
    Format(".gpkg", "GeoPackage", "application/geopackage+sqlite3", "as_geopackage", binary=True, needs=GEO),
    Format(".xlsx", "Excel", _EXCEL, "as_excel", binary=True, whole=True),
    Format(".parquet", "Parquet", "application/vnd.apache.parquet", "as_parquet", binary=True, needs=PARQUET),
    Format(".csv", "ACLED-style CSV", _CSV, "as_acled", flavour="acled"),
    Format(".csv", "UCDP-style CSV", _CSV, "as_ucdp", flavour="ucdp"),
    Format(".json", "TimelineJS", "application/json", "as_timelinejs", flavour="timelinejs"),
    Format(".json", "timemap", "application/json", "as_timemap", flavour="timemap"),
    Format(".html", "Chronology to read and print", "text/html", "as_chronology", flavour="chronology", whole=True, read=True),
    Format(".docx", "Chronology, Word", _WORD, "as_chronology_word", flavour="chronology", binary=True, needs=DOCUMENTS, whole=True, read=True),
    Format(".html", "Methods page", "text/html", "as_methods", flavour="methods", whole=True, read=True),
    Format(".md", "Methods, Markdown", "text/markdown; charset=utf-8", "as_methods_markdown", flavour="methods", whole=True, read=True),
    Format(".json", "FollowTheMoney entities", "application/json+ftm", "as_ftm", flavour="ftm"),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Readable:
    """A form of tables that are read: its name in ``extra`` and in messages, and what people call it.

    How each is read stands in ``tabular/readings.py``; in which files it comes is told by their content.
    """

    name: str
    label: str


READ = (
    Readable("own", "an export of ours"),
    Readable("acled", "ACLED"),
    Readable("ucdp", "UCDP GED"),
    Readable("gdelt", "GDELT 2.0 events"),
    Readable("timelinejs", "TimelineJS"),
    Readable("timemap", "timemap"),
    Readable("geojson", "GeoJSON"),
    Readable("kml", "KML"),
    Readable("hxl", "a table with HXL tags"),
    Readable("table", "a table"),
)


def format_of(ending: str) -> Format:
    """The format of files whose names end so. Raises ExportError, naming those there are, where there is none."""
    for each in FORMATS:
        if each.ending == ending:
            return each
    msg = f"{ending or 'no suffix'}: data is written as {' '.join(each.ending for each in FORMATS)}"
    raise ExportError(msg)

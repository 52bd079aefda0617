"""The languages there are: English, and one for each catalogue; which of them a reader wants."""

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

CATALOGUES = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language: its ``code`` on the page, the ``tag`` that a browser writes its numbers by, what says its messages.

    ``locale`` knows its dates, numbers and direction; None of English, which is written here as it always was.
    """

    code: str
    tag: str
    messages: NullTranslations
    locale: "Locale | None" = None

    @property
    def direction(self) -> str:
        """``rtl`` where it is written from right to left, else ``ltr``."""
        return self.locale.text_direction if self.locale else "ltr"


ARGUMENT = "lang"
"""What an address names its language by."""
ENGLISH = Language("en", "en", NullTranslations())


@cache
def codes() -> tuple[str, ...]:
    """English, then the others in the order of their codes."""
    return (ENGLISH.code, *sorted(each.stem for each in CATALOGUES.glob("*.po")))


@cache
def language(code: str) -> Language:
    """The language of a code that ``codes`` gives, read from its catalogue once.

    The header ``Language`` of the catalogue says whose months are meant where a language has several: ``ar_SY``. Digits are
    Western ones everywhere, as in the reports that are read and in what is exported: nobody has to compare two kinds.

    >>> language("ar").tag, language("ar").direction, language("en").direction
    ('ar-SY-u-nu-latn', 'rtl', 'ltr')
    """
    if code == ENGLISH.code:
        return ENGLISH
    from babel import Locale  # noqa: PLC0415 - nobody who reads English waits for it
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (CATALOGUES / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    locale = catalogue.locale or Locale.parse(code)
    return Language(code, f"{str(locale).replace('_', '-')}-u-nu-latn", GNUTranslations(compiled), locale)


@cache
def names() -> tuple[tuple[str, str], ...]:
    """The code of each language and what its readers call it.

    >>> dict(names())["ar"]
    'العربية'
    """
    from babel import Locale  # noqa: PLC0415

    return tuple((code, _capital(Locale.parse(code).get_display_name() or code)) for code in codes())


def known(code: str) -> str:
    """The code, where it is of a language there is; else empty."""
    return code if code in codes() else ""


def preferred(accepted: str) -> str:
    """The code of the language that an ``Accept-Language`` header likes best of those there are; else English.

    >>> preferred("de-AT, fr-CA;q=0.8, en;q=0.7"), preferred("ar-SY"), preferred("*")
    ('fr', 'ar', 'en')
    """
    wanted = sorted(map(_weighed, accepted.split(",")), key=lambda each: -each[1])
    return next(
        (code for tag, weight in wanted if weight > 0 and (code := known(tag.partition("-")[0]))),
        ENGLISH.code,
    )


def _weighed(part: str) -> tuple[str, float]:
    """A tag and its weight; nothing for a weight that is no number."""
    tag, _, weight = part.partition(";")
    try:
        return tag.strip().lower(), float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return "", 0.0


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]

"""Words as data: a TOML file a subject, in a folder a language."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(subject: str, language: str = "en") -> dict[str, Any]:
    """A file of words, as TOML gives it; read once.

    >>> "Lt" in lexicon("abbreviations")["always"]["words"]
    True
    """
    file = files("dashboard.language") / "lexicon" / language / f"{subject}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))

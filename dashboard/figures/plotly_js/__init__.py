"""plotly.js as the page and an exported page need it: the kinds of trace that are drawn here, a third of the whole."""

import re
from functools import cache
from importlib.resources import files


@cache
def script() -> str:
    """The script; it sets ``window.Plotly``."""
    return files(__name__).joinpath("plotly-cartesian.min.js").read_text(encoding="utf-8")


@cache
def version() -> str:
    """Its version, as it says itself.

    >>> version().count(".")
    2
    """
    said = re.search(r"plotly\.js \(cartesian - minified\) v([\d.]+)", script()[:200])
    return said[1] if said else ""

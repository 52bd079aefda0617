"""plotly.js as the page and an exported page need it: the kinds of trace that are drawn here, a third of the whole."""

import re
from functools import cache
from importlib.resources import files

_WRAPPED = re.compile(
    r'(?P<licence>/\*\*.*?\*/\n).*?"use strict";var Plotly=\(\(\)=>\{(?P<within>.*)\}\)\(\);(?P<others>\n/\*!.*)window\.Plotly = Plotly;',
    re.DOTALL,
)

_KINDS = (
    "bar", "box", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "contour", "scatterternary", "violin", "image", "pie",
    "calendars",
)  # fmt: skip
"""What is registered beside scatter, in the order of its lib/index-cartesian.js."""
_DRAWN = frozenset({"bar", "heatmap"})
_REGISTERED = re.compile(r"(\.register\(\[)((?:[\w$]+\(\),?)+)(\]\);[\w$]+\.exports=)")


@cache
def script() -> str:
    """The script; it sets ``window.Plotly``.

    It comes in functions for other loaders, each of which a browser would read through before it runs, and then once more: out
    of them, and in one that is written as called at once, it is there in two thirds of the time.
    """
    text = files(__name__).joinpath("plotly-cartesian.min.js").read_text(encoding="utf-8")
    found = _WRAPPED.match(text)
    if found is None:
        return text
    licence, within, others = found.groups()
    return f'{licence}window.Plotly=(function(){{"use strict";{_lighter(within)}}}).call(this);{others}'


def _lighter(script: str) -> str:
    """The script without setting up what is drawn nowhere here: half of what it does before anything is drawn."""

    def drawn(found: re.Match[str]) -> str:
        every = found[2].split(",")
        if len(every) != len(_KINDS):
            return found[0]
        return (
            found[1]
            + ",".join(each for kind, each in zip(_KINDS, every, strict=True) if kind in _DRAWN)
            + found[3]
        )

    return _REGISTERED.sub(drawn, script)


@cache
def version() -> str:
    """Its version, as it says itself.

    >>> version().count(".")
    2
    """
    said = re.search(r"plotly\.js \(cartesian - minified\) v([\d.]+)", script()[:200])
    return said[1] if said else ""

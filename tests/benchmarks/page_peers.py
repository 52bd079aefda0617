"""What people would take instead, as static pages over the same events, px.timeline, and vis-timeline from npm; and our exported page."""

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
import plotly.express as px

from dashboard.app import create_app
from dashboard.table import Dataset
from tests.benchmarks.page_data import dataset_of

_VIS = "vis-timeline@8"
_FILES = ("standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css")
_SCRIPT = """const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));"""
_PX_DRAWN = (
    _SCRIPT
    + """const look = () => document.querySelector(".js-plotly-plot .barlayer .point")
  ? painted().then((at) => (window.drawnAt = at)) : requestAnimationFrame(look); look();"""
)
_OURS_DRAWN = (
    _SCRIPT
    + """const look = () => document.querySelector("#figure.js-plotly-plot .scatterlayer, #figure.js-plotly-plot .heatmaplayer *")
  ? painted().then((at) => (window.drawnAt = at)) : requestAnimationFrame(look); look();"""
)
_PX_ZOOM = """async () => { const start = performance.now();
  await Plotly.relayout(document.querySelector(".js-plotly-plot"), { "xaxis.range": ["2018-04-01", "2018-08-01"] });
  return (await painted()) - start; }"""
_VIS_PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title><style>{style}</style><div id="here"></div>
<script>{script}</script><script>{painted}
const { events, groups } = {data};
const timeline = new vis.Timeline(document.getElementById("here"), new vis.DataSet(events), new vis.DataSet(groups),
  { height: "700px", verticalScroll: true });
timeline.on("changed", async () => { window.drawnAt ??= await painted(); });
</script>"""
_VIS_ZOOM = """async () => { const start = performance.now();
  const changed = new Promise((done) => timeline.on("changed", done));
  timeline.setWindow("2018-04-01", "2018-08-01", { animation: false });
  await changed;
  return (await painted()) - start; }"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A page, which sets ``drawnAt``, or has it set by what ``watches`` it, and what zooms in and says how long that took; without a page, why there is none."""

    name: str
    page: Path | None = None
    zoom: str = ""
    why: str = ""
    watches: str = ""


def static_pages(size: str, folder: Path) -> Iterator[Peer]:
    """Ours and both peers', over so many events."""
    dataset = dataset_of(size)
    events = dataset.events
    yield _ours(dataset, folder)
    yield _px(events, folder)
    yield _vis(events, folder)


def _ours(dataset: Dataset, folder: Path) -> Peer:
    """The page as it is exported: with its cards and its table."""
    page = folder / "ours.html"
    page.write_bytes(create_app(dataset).server.test_client().get("/export/timeline.html").data)
    return Peer(
        "our exported page", page, f"() => {{ {_SCRIPT} return ({_PX_ZOOM})(); }}", watches=_OURS_DRAWN
    )


def _px(events: pd.DataFrame, folder: Path) -> Peer:
    """A bar an event in the lane of its place, as px.timeline draws it."""
    figure = px.timeline(events, x_start="start", x_end="end", y="location", color="event_type")
    figure.update_layout(height=700)
    page = folder / "px.html"
    whole = figure.to_html(
        include_plotlyjs=True, full_html=True, config={"showSendToCloud": False}, post_script=""
    )
    page.write_text(whole.replace("</body>", f"<script>{_PX_DRAWN}</script></body>"), encoding="utf-8")
    return Peer("px.timeline", page, _PX_ZOOM)


def _vis(events: pd.DataFrame, folder: Path) -> Peer:
    """An item an event in the group of its place; fetched from npm."""
    name = "vis-timeline"
    npm = shutil.which("npm")
    if npm is None:
        return Peer(name, why="left out, as there is no npm")
    try:
        subprocess.run(
            [npm, "pack", "--silent", _VIS], cwd=folder, check=True, capture_output=True, timeout=60
        )
    except (subprocess.SubprocessError, OSError):
        return Peer(name, why="left out, as npm could not fetch it")
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    script, style = ((folder / "package" / each).read_text(encoding="utf-8") for each in _FILES)
    columns = ("location", "start", "end", "sub_event_type")
    items = [
        {"id": at, "group": str(place), "start": start.isoformat(), "end": end.isoformat(), "content": escape(str(kind))}
        for at, (place, start, end, kind) in enumerate(zip(*(events[each].tolist() for each in columns), strict=True))
    ]  # fmt: skip
    groups = [{"id": str(each), "content": escape(str(each))} for each in events["location"].unique()]
    parts = {
        "title": name,
        "style": style,
        "script": script,
        "painted": _SCRIPT,
        "data": json.dumps({"events": items, "groups": groups}).replace("<", "\\u003c"),
    }
    whole = _VIS_PAGE
    for key, value in parts.items():
        whole = whole.replace(f"{{{key}}}", value)
    page = folder / "vis.html"
    page.write_text(whole, encoding="utf-8")
    return Peer(name, page, _VIS_ZOOM)

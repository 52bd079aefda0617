// The map: drawn with the chart's plotly.js, as large as its panel; what is pointed at is told to the server.
(function () {
  "use strict";
  const STEP = 1.5, BAR_PX = 110;
  const CONFIG = { displayModeBar: false, scrollZoom: true, doubleClick: false, responsive: false, showSendToCloud: false };
  const config = () => ({ ...CONFIG, ...wording.drawings });
  let shown = null, times = 0;

  const box = () => document.getElementById("map");
  const tell = (said) => window.dash_clientside.set_props("map-pointed", { data: { ...said, times: ++times } });

  // The frame, made as wide or high as the panel is, so that a kilometre is as long upwards as across.
  function ranges([west, south, east, north], width, height) {
    const scale = Math.max((east - west) / width, (north - south) / height);
    const [x, y, w, h] = [(west + east) / 2, (south + north) / 2, (scale * width) / 2, (scale * height) / 2];
    return { x: [x - w, x + w], y: [y - h, y + h] };
  }

  function draw({ data: figure }) {
    const part = box();
    if (!part || !figure) return;
    const meta = figure.layout.meta, same = shown && JSON.stringify(shown.frame) === JSON.stringify(meta.frame);
    const [width, height] = [part.clientWidth, part.clientHeight];
    part.setAttribute("aria-label", meta.words + (meta.frame ? ` ${wording.say("Keys: + and − zoom, arrows move, 0 shows all.")}` : ""));
    if (!meta.frame) {
      if (shown) window.Plotly.purge(part);
      part.classList.remove("js-plotly-plot");
      shown = null;
      part.textContent = meta.words;
      return;
    }
    if (!shown) part.textContent = "";
    const layout = { ...figure.layout, width: width || 800, height: height || 300 };
    const now = same && part.layout ? { x: part.layout.xaxis.range, y: part.layout.yaxis.range } : ranges(meta.frame, layout.width, layout.height);
    layout.xaxis = { ...layout.xaxis, range: now.x };
    layout.yaxis = { ...layout.yaxis, range: now.y };
    const first = !shown;
    shown = meta;
    window.Plotly.react(part, figure.data, layout, config()).then(() => {
      if (first) listen(part);
      measure(part);
    });
    watch.observe(part);
  }

  function listen(part) {
    part.on("plotly_click", ({ points }) => {
      const leads = points.map((each) => each.customdata).find(Array.isArray);
      if (leads) tell({ leads });
    });
    part.on("plotly_selected", (said) => {
      const range = said && said.range;
      if (!range || !shown) return;
      mode("pan");
      tell({ box: [range.x[0], Math.min(...range.y), range.x[1], Math.max(...range.y), shown.parallel] });
    });
    part.on("plotly_relayout", () => measure(part));
  }

  // A bar of a round number of kilometres: right along the middle of the map.
  function measure(part) {
    const axis = part._fullLayout && part._fullLayout.xaxis;
    if (!axis) return;
    const each = (axis.range[1] - axis.range[0]) / axis._length;
    const ten = 10 ** Math.floor(Math.log10(each * BAR_PX));
    const km = [5, 2, 1].map((times) => times * ten).find((long) => long <= each * BAR_PX) || ten;
    let bar = part.querySelector(".map-scale");
    if (!bar) {
      bar = document.createElement("div");
      bar.className = "map-scale";
      part.append(bar);
    }
    bar.style.width = `${Math.round(km / each)}px`;
    bar.textContent = km >= 1 ? wording.say("{count} km", { count: km }) : wording.say("{count} m", { count: Math.round(km * 1000) });
  }

  function mode(name) {
    const part = box();
    const button = document.querySelector("[data-map=box]");
    if (button) button.setAttribute("aria-pressed", String(name === "select"));
    if (part.layout) window.Plotly.relayout(part, { dragmode: name, selections: [] });
  }

  const moved = ([first, last], by, to = 0) => {
    const [middle, half] = [(first + last) / 2 + to * (last - first), ((last - first) / 2) * by];
    return [middle - half, middle + half];
  };

  function look(by, across = 0, upwards = 0) {
    const part = box(), { xaxis, yaxis } = part.layout;
    // not beyond what is drawn, nor closer than the outlines tell anything
    const far = ((xaxis.range[1] - xaxis.range[0]) * by) / part.clientWidth;
    if (by !== 1 && (far > 45 || far < 0.002)) return;
    window.Plotly.relayout(part, { "xaxis.range": moved(xaxis.range, by, across), "yaxis.range": moved(yaxis.range, by, upwards) });
  }

  function all() {
    const part = box(), to = ranges(shown.frame, part.clientWidth, part.clientHeight);
    window.Plotly.relayout(part, { "xaxis.range": to.x, "yaxis.range": to.y });
  }

  async function picture(format) {
    const part = box(), { clientWidth: width, clientHeight: height } = part;
    const link = document.createElement("a");
    link.href = await window.Plotly.toImage(part, { format, width, height, scale: format === "png" ? 2 : 1 });
    link.download = `${(document.querySelector(".topbar h1")?.textContent || "map").replace(/[^\p{L}\p{N}]+/gu, "-")}-map.${format}`;
    document.body.append(link);
    link.click();
    link.remove();
  }

  const DEEDS = {
    in: () => look(1 / STEP),
    out: () => look(STEP),
    all,
    box: () => mode(box().layout.dragmode === "select" ? "pan" : "select"),
    png: () => picture("png"),
    svg: () => picture("svg"),
  };
  document.addEventListener("click", (press) => {
    const name = press.target.closest?.("[data-map]")?.dataset.map;
    if (name && shown) DEEDS[name]();
  });

  const KEYS = { "+": DEEDS.in, "=": DEEDS.in, "-": DEEDS.out, "0": all, ArrowLeft: () => look(1, -0.2), ArrowRight: () => look(1, 0.2), ArrowUp: () => look(1, 0, 0.2), ArrowDown: () => look(1, 0, -0.2) };
  document.addEventListener("keydown", (press) => {
    if (press.target !== box() || !shown || press.ctrlKey || press.metaKey || press.altKey || !KEYS[press.key]) return;
    press.preventDefault();
    KEYS[press.key]();
  });

  // The panel is another size when a card opens, the splitter moves or the phone is turned.
  let waiting = 0;
  const watch = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const part = box();
      if (!part || !shown || !part.layout || !part.clientWidth) return;
      const { clientWidth: width, clientHeight: height, layout } = part;
      if (width === layout.width && height === layout.height) return;
      const [x, y] = [layout.xaxis.range, layout.yaxis.range];
      const to = ranges([x[0], y[0], x[1], y[1]], width, height);
      window.Plotly.relayout(part, { width, height, "xaxis.range": to.x, "yaxis.range": to.y });
    }, 120);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { map: { draw } });
})();

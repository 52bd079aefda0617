// Who says what: drawn as wide as its panel; a cell says what it is, and opens its event by a click or by the keys.
(function () {
  "use strict";
  const CONFIG = { displayModeBar: false, doubleClick: false, responsive: false, showSendToCloud: false };
  const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  let figure = null, at = null; // at: column and row that the keys are on

  const box = () => document.getElementById("who");
  const meta = () => figure.layout.meta;

  function said(column, row, apart) {
    const { sources, events, said, delays, templates } = meta();
    const after = delays[`${row},${column}`];
    return [apart ? sources[row] : `<b>${sources[row]}</b>`, templates[said[row][column]] + (after ? ` ${after}` : ""), events[column]].join("<br>");
  }

  // A point in every cell: what a pointer meets.
  function cells() {
    const { sources, ids } = meta(), points = sources.flatMap((_, row) => ids.map((_, column) => [column, row]));
    return {
      type: "scatter", mode: "none", name: "cells", hovertemplate: "%{hovertext}<extra></extra>", customdata: points,
      x: points.map(([column]) => column), y: points.map(([, row]) => -row), hovertext: points.map(([column, row]) => said(column, row)),
    };
  }

  const open = ([column]) => window.dash_clientside.address.go((address) => address.set("event", meta().ids[column]));

  function show(part) {
    if (!part.clientWidth || !figure.data) return;
    const first = !part.classList.contains("js-plotly-plot");
    if (first) part.textContent = "";
    at = null;
    window.Plotly.react(part, [...figure.data, cells()], { ...figure.layout, width: part.clientWidth }, { ...CONFIG, ...wording.drawings }).then(() => {
      point(part);
      if (!first) return;
      part.on("plotly_click", ({ points }) => {
        const cell = points.map((each) => each.customdata).find(Array.isArray);
        if (cell) open(cell);
      });
    });
    watch.observe(part);
  }

  function draw({ data }) {
    const part = box();
    if (!part || !data) return;
    figure = data;
    const { words, ids } = data.layout.meta;
    part.setAttribute("aria-label", ids ? `${words} ${wording.say("Arrows go from cell to cell, Enter opens the event.")}` : words);
    if (ids) return show(part);
    if (part.classList.contains("js-plotly-plot")) window.Plotly.purge(part);
    part.classList.remove("js-plotly-plot");
    part.textContent = words;
  }

  // A frame around the cell that the keys are on, and what it says for those who listen.
  function point(part) {
    let frame = part.querySelector(".who-at");
    if (!at) return frame && frame.remove();
    if (!frame) frame = part.appendChild(Object.assign(document.createElement("div"), { className: "who-at" }));
    const { xaxis, yaxis } = part._fullLayout, [column, row] = at;
    const [left, right] = [column - 0.5, column + 0.5].map((x) => xaxis._offset + xaxis.l2p(x));
    const [top, foot] = [0.5 - row, -row - 0.5].map((y) => yaxis._offset + yaxis.l2p(y));
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${Math.max(right - left, 4)}px`, height: `${foot - top}px` });
    const words = document.createElement("p");
    words.innerHTML = said(column, row, true).replaceAll("<br>", ". "); // names come escaped
    frame.title = words.textContent;
    document.getElementById("who-spoken").textContent = words.textContent;
  }

  document.addEventListener("keydown", (press) => {
    if (press.target !== box() || !figure || !meta().ids || press.ctrlKey || press.metaKey || press.altKey) return;
    if (press.key === "Enter" && at) open(at);
    else if (STEPS[press.key]) {
      const [right, down] = STEPS[press.key], { sources, ids } = meta();
      at = at ? [Math.min(Math.max(at[0] + right, 0), ids.length - 1), Math.min(Math.max(at[1] + down, 0), sources.length - 1)] : [0, 0];
      point(press.target);
    } else return;
    press.preventDefault();
  });

  let waiting = 0;
  const watch = new ResizeObserver(([{ target }]) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => figure && meta().ids && target.layout && target.layout.width !== target.clientWidth && show(target), 150);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { who: { draw } });
})();

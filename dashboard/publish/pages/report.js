// Draws the sheets, as small as a sheet of paper asks for, and prints them where the address says so.
(function () {
  "use strict";
  const MARGIN = 0.5; // pixels by which a corner may be rounded

  // The corners of a rectangle: left, top, right, bottom; null for any other shape.
  function box(steps) {
    const across = [], down = [];
    let x = 0, y = 0;
    for (const [, step, where] of steps.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
      const numbers = where.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);
      if (step === "H") x = numbers[0];
      else if (step === "V") y = numbers[0];
      else [x, y] = numbers;
      across.push(x);
      down.push(y);
    }
    const [left, right, top, bottom] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)];
    const atEdge = (at, low, high) => Math.min(at - low, high - at) < MARGIN;
    return across.every((each) => atEdge(each, left, right)) && down.every((each) => atEdge(each, top, bottom)) ? [left, top, right, bottom] : null;
  }

  // The lines x + y = n * every within it, from lower left to upper right.
  function strokes([left, top, right, bottom], every) {
    const lines = [];
    for (let at = (Math.floor((left + top) / every) + 1) * every; at < right + bottom; at += every)
      lines.push(`M${Math.max(left, at - bottom)},${Math.min(bottom, at - left)}L${Math.min(right, at - top)},${Math.max(top, at - right)}`);
    return lines.join("");
  }

  // A browser prints a pattern as a picture of the whole sheet, one for each bar: its lines are drawn as lines instead.
  function hatch(shape) {
    const name = /url\(["']?#([^"')]+)/.exec(shape.style.fill), pattern = name && document.getElementById(name[1]), line = pattern?.querySelector("path");
    const boxes = line && shape.getAttribute("d").match(/M[^M]+/g).map(box);
    if (!boxes || boxes.includes(null)) return;
    const lines = line.cloneNode();
    lines.setAttribute("d", boxes.map((each) => strokes(each, pattern.width.baseVal.value)).join(""));
    lines.setAttribute("fill", "none");
    const ground = pattern.querySelector("rect");
    shape.style.fill = ground?.getAttribute("fill") || "none";
    shape.style.fillOpacity = ground?.getAttribute("fill-opacity") || 1;
    shape.after(lines);
  }

  async function draw() {
    for (const [at, { data, layout }] of figures.entries()) {
      const paper = document.getElementById(`figure-${at}`);
      await window.Plotly.newPlot(paper, data, layout, config);
      paper.querySelectorAll("path[style*='url(']").forEach(hatch);
      paper.style.zoom = Math.min(1, tallest / layout.height, figures[0].layout.width / layout.width);
    }
    document.documentElement.dataset.drawn = "1";
    if (window.location.hash === "#print") window.print();
  }

  document.getElementById("print").addEventListener("click", () => window.print());
  draw();
})();

// A click on the name beside a mark is a click on the mark: the chart knows points only, and a name is wider than one.
(function () {
  "use strict";
  const STILL = 4; // pixels that a hand may tremble between pressing and letting go
  let pressed = null;

  const chart = (at) => at.closest?.("#timeline .js-plotly-plot");

  // The point that a name belongs to, where one is under the pointer.
  function named(graph, { clientX, clientY }) {
    for (const words of graph.querySelectorAll(".scatterlayer .textpoint text")) {
      const box = words.getBoundingClientRect();
      if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) continue;
      const point = words.closest(".textpoint").__data__, [{ trace } = {}] = words.closest(".trace").__data__ || [];
      if (trace?.name === "label" && trace.customdata?.[point.i]) return { curveNumber: trace.index, pointNumber: point.i, customdata: trace.customdata[point.i] };
    }
    return null;
  }

  document.addEventListener("pointerdown", (press) => {
    pressed = press.isPrimary && press.button === 0 && chart(press.target) ? press : null;
  }, true);

  document.addEventListener("pointerup", (press) => {
    const still = pressed && Math.hypot(press.clientX - pressed.clientX, press.clientY - pressed.clientY) < STILL;
    const graph = still && chart(pressed.target);
    pressed = null;
    if (!graph || graph._hoverdata?.length) return; // on a point the chart itself says so
    const point = named(graph, press);
    if (point) graph.emit("plotly_click", { points: [point], event: press });
  }, true);
})();

// Draws the sheets, as small as a sheet of paper asks for, and prints them where the address says so.
(function () {
  "use strict";
  const TALLEST = 610; // pixels that a sheet has for a chart, below its heading

  async function draw() {
    for (const [at, { data, layout }] of figures.entries()) {
      const box = document.getElementById(`figure-${at}`);
      await window.Plotly.newPlot(box, data, layout, { staticPlot: true });
      box.style.zoom = Math.min(1, TALLEST / box.getBoundingClientRect().height);
    }
    document.documentElement.dataset.drawn = "1";
    if (window.location.hash === "#print") window.print();
  }

  document.getElementById("print").addEventListener("click", () => window.print());
  draw();
})();

// The bands of counts: drawn as wide as their panel; a click on a bin is told to the server, which looks through it.
(function () {
  "use strict";
  const CONFIG = { displayModeBar: false, doubleClick: false, responsive: false, showSendToCloud: false };
  const config = () => ({ ...CONFIG, ...wording.drawings });
  let figure = null, times = 0;

  function show(part) {
    if (!part.clientWidth || !figure.data.length) return;
    const first = !part.classList.contains("js-plotly-plot");
    if (first) part.textContent = "";
    window.Plotly.react(part, figure.data, { ...figure.layout, width: part.clientWidth }, config()).then(() => {
      if (!first) return;
      part.on("plotly_click", ({ points }) => {
        const leads = points.map((each) => each.customdata).find(Array.isArray);
        if (leads) window.dash_clientside.set_props("counts-pointed", { data: { leads, times: ++times } });
      });
    });
    watch.observe(part);
  }

  function draw({ data }) {
    const part = document.getElementById("counts");
    if (!part || !data) return;
    figure = data;
    part.setAttribute("aria-label", data.layout.meta.words);
    if (data.data.length) return show(part);
    if (part.classList.contains("js-plotly-plot")) window.Plotly.purge(part);
    part.classList.remove("js-plotly-plot");
    part.textContent = data.layout.meta.words;
  }

  let waiting = 0;
  const watch = new ResizeObserver(([{ target }]) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => figure && target.layout && target.layout.width !== target.clientWidth && show(target), 150);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { counts: { draw } });
})();

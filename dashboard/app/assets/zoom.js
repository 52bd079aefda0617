// A stretch drawn on the chart is told as soon as the hand lets go of it: plotly.js would first draw what is there once more, larger.
(function () {
  "use strict";
  let begun = null, aimed = null; // where the hand came down, and which stretch plotly.js would go to
  const heard = new WeakSet();

  // Dash would tell of a drag that led nowhere, too.
  function listen(graph) {
    if (heard.has(graph)) return;
    heard.add(graph);
    graph.on("plotly_relayouting", (said) => { aimed = said; });
    graph.removeAllListeners("plotly_relayout");
    graph.on("plotly_relayout", (said) => Object.keys(said).length && window.dash_clientside.set_props("timeline", { relayoutData: said }));
  }

  // What was drawn by hand stays until the answer is drawn; without its names, by which plotly.js takes it away.
  function keep(graph) {
    const layer = graph.querySelector(".zoomlayer"), band = layer.cloneNode(true);
    for (const each of band.children) each.removeAttribute("class");
    layer.after(band);
    graph.once("plotly_afterplot", () => band.remove());
  }

  document.addEventListener("mousedown", (press) => {
    const graph = press.target.closest?.("#timeline .js-plotly-plot");
    begun = aimed = null;
    if (!graph || !press.target.matches(".nsewdrag")) return;
    listen(graph);
    begun = { graph, press };
  }, true);

  // The way back leads where a double click leads: plotly.js knows only where its last drawing began.
  document.addEventListener("click", (press) => {
    if (!press.target.closest?.('#timeline .modebar-btn[data-val="reset"]')) return;
    press.stopImmediatePropagation();
    window.dash_clientside.set_props("timeline", { relayoutData: { "xaxis.autorange": true } });
  }, true);

  window.addEventListener("mouseup", (release) => {
    const said = aimed, drag = begun;
    begun = aimed = null;
    const edges = [0, 1].map((at) => said?.[`xaxis.range[${at}]`]);
    if (!drag?.graph.querySelector(".zoomlayer .zoombox") || !edges.every(Boolean)) return;
    keep(drag.graph);
    window.dash_clientside.set_props("timeline", { relayoutData: { "xaxis.range": edges } });
    // back where it began there is nothing to zoom to
    release.target.dispatchEvent(new MouseEvent("mousemove", drag.press));
  }, true);
})();

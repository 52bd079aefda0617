// What is told of an event under the pointer: asked for once somebody points at it, as it would be most of what a chart weighs.
(function () {
  "use strict";
  const APART = 14, EDGE = 8; // pixels from the pointer, and from the edge of the window
  let told = new Map(), drawn = null; // by event, as long as the chart is the one they were asked of
  let over = ""; // the event under the pointer

  const zone = () => new URLSearchParams(window.location.search).get("zone") || "";

  async function ask(event) {
    const answer = await fetch(`/hover?${new URLSearchParams({ of: event, zone: zone() })}`);
    return answer.ok ? answer.json() : [];
  }

  function lines(event, graph) {
    if (drawn !== graph.data) [told, drawn] = [new Map(), graph.data];
    if (!told.has(event)) told.set(event, ask(event).catch(() => [])); // the server is gone, or asleep: the next question says so
    return told.get(event);
  }

  function box() {
    let made = document.getElementById("hover");
    if (!made) {
      made = Object.assign(document.createElement("div"), { id: "hover", hidden: true });
      document.body.append(made);
    }
    return made;
  }

  const line = (words, at) => Object.assign(document.createElement(at ? "div" : "b"), { textContent: words, dir: "auto" });

  // Below the pointer and beside it, or on its other side where there is no room.
  function place(shown, { clientX, clientY }) {
    const { offsetWidth: wide, offsetHeight: high } = shown, { innerWidth, innerHeight } = window;
    const left = clientX + APART + wide > innerWidth - EDGE ? clientX - APART - wide : clientX + APART;
    const top = clientY + APART + high > innerHeight - EDGE ? clientY - APART - high : clientY + APART;
    Object.assign(shown.style, { left: `${Math.max(left, EDGE)}px`, top: `${Math.max(top, EDGE)}px` });
  }

  function leave() {
    over = "";
    box().hidden = true;
  }

  async function point(graph, { points, event }) {
    const under = points.find((each) => each.data.name === "events");
    if (!under || under.customdata === over) return;
    const own = (over = under.customdata);
    const words = await lines(own, graph);
    if (over !== own || !words.length) return;
    const shown = box();
    shown.replaceChildren(...words.map(line));
    shown.hidden = false;
    place(shown, event);
  }

  const heard = new WeakSet();
  document.addEventListener("mouseover", (move) => {
    const graph = move.target.closest?.("#timeline .js-plotly-plot");
    if (!graph || !graph.on || heard.has(graph)) return;
    heard.add(graph);
    graph.on("plotly_hover", (said) => point(graph, said));
    graph.on("plotly_unhover", leave);
    graph.on("plotly_afterplot", leave);
    graph.addEventListener("mousedown", leave, true);
  });
})();

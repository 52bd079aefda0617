// What only the browser can do. No state is kept here: the address says what the page shows.
(function () {
  "use strict";
  const NONE = () => window.dash_clientside.no_update;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

  const { seen, said } = window.dash_clientside.first;

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  let last = said; // the page came drawn for it
  function look() {
    const now = seen(window.location.search);
    if (!same(now, last)) {
      last = now;
      window.dash_clientside.set_props("screen", { data: now });
    }
  }

  function saveAs(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  // The link to the HTML page holds what of the address is used; the address may say more.
  async function picture(format) {
    const page = document.getElementById("download-html");
    const answer = await fetch("/export/timeline.json" + new URL(page.href).search);
    if (!answer.ok) throw new Error(`the chart could not be fetched: ${answer.status}`);
    const { figure, name, width } = await answer.json();
    const size = { format, width, height: figure.layout.height || 600, scale: format === "png" ? 2 : 1 };
    saveAs(await window.Plotly.toImage(figure, size), name + "." + format);
  }

  // A newly opened event: its card from the top, its sentence in the middle of the report.
  let shown = "";
  function reveal() {
    document.getElementById("card")?.scrollTo(0, 0);
    const words = document.querySelector("#report .here") || document.querySelector("#report .quoted");
    const panel = words && words.closest(".panel");
    if (!panel) return;
    const [word, box] = [words.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (word.top < box.top || word.bottom > box.bottom) panel.scrollTop += word.top - box.top - box.height / 2;
  }

  // Events in the order they are drawn, for the arrow keys.
  function drawn() {
    const graph = document.querySelector("#timeline .js-plotly-plot");
    const found = new Map();
    const hits = ((graph && graph.data) || []).find((trace) => trace.name === "events");
    ((hits && hits.customdata) || []).forEach((id, at) => {
      const when = String(hits.x[at]);
      if (!found.has(id) || when < found.get(id)) found.set(id, when);
    });
    return [...found].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)).map((pair) => pair[0]);
  }

  const go = (change) => window.dash_clientside.address.go(change);

  function step(by) {
    const order = drawn();
    if (!order.length) return;
    const now = order.indexOf(new URLSearchParams(window.location.search).get("event"));
    const next = now < 0 ? (by > 0 ? 0 : order.length - 1) : (now + by + order.length) % order.length;
    go((said) => said.set("event", order[next]));
  }

  document.addEventListener("keydown", (press) => {
    const busy = press.target.closest("input, textarea, select, [role=listbox]");
    if (busy || press.ctrlKey || press.metaKey || press.altKey) return;
    if (!press.target.closest("#timeline-section")) return;
    if (press.key === "ArrowRight" || press.key === "ArrowLeft") {
      press.preventDefault();
      step(press.key === "ArrowRight" ? 1 : -1);
    }
  });

  prefersDark.addEventListener("change", look);

  // The chart gets narrower when a card opens, not only when the window does.
  let waiting = 0;
  const watch = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });

  // plotly.js leaves shapes between the grid and the marks where they are when the new drawing has fewer of them.
  function prune(graph) {
    const left = (graph.layout.shapes || []).length;
    for (const shape of graph.querySelectorAll(".shapelayer [data-index]"))
      if (Number(shape.getAttribute("data-index")) >= left) shape.remove();
    return graph;
  }
  let pruned = false;
  function pruneEach(Plotly) {
    if (pruned) return;
    pruned = true;
    const { react } = Plotly;
    let isPainted;
    const painted = new Promise((done) => (isPainted = done));
    Plotly.react = async (graph, ...drawing) => {
      const isStrip = graph.closest(".strip");
      if (isStrip) await painted; // the chart comes first
      try {
        return prune(await react(graph, ...drawing));
      } finally {
        if (!isStrip) requestAnimationFrame(() => setTimeout(isPainted));
      }
    };
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    page: {
      // Told by set_props and not as an answer: Dash would hold back every click while an answer that may lead here is awaited.
      screen(search) {
        document.dispatchEvent(new CustomEvent("addressed", { detail: search || "" }));
        const box = document.querySelector(".drawing");
        pruneEach(window.Plotly);
        if (box) watch.observe(box);
        requestAnimationFrame(look);
      },
      scheme(screen) {
        const dark = Boolean(screen && screen.dark);
        document.documentElement.dataset.scheme = dark ? "dark" : "light";
        return dark ? wording.say("Light") : wording.say("Dark");
      },
      repaint(clicks, search, screen) {
        if (!clicks) return [NONE(), NONE()];
        const said = new URLSearchParams(search);
        const dark = !(screen && screen.dark);
        if (dark === prefersDark.matches) said.delete("theme");
        else said.set("theme", dark ? "dark" : "light");
        const text = said.toString();
        last = { ...seen(text), dark }; // told together with the address: one question
        return [text ? "?" + text : "?", last];
      },
      reveal(card, report, search) {
        const event = new URLSearchParams(search).get("event") || "";
        if (event === shown) return NONE();
        shown = event;
        requestAnimationFrame(reveal);
        return NONE();
      },
      drawer() {
        const opened = window.dash_clientside.callback_context.triggered_id === "rail-open";
        return opened ? "page rail-open" : "page";
      },
      async picture(png, svg) {
        const asked = window.dash_clientside.callback_context.triggered_id;
        if (!png && !svg) return NONE();
        await picture(asked === "export-svg" ? "svg" : "png");
        return Date.now();
      },
    },
  });
})();

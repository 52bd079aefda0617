// Draws the chart, and opens the card of the event that the address names after its #.
(function () {
  "use strict";
  const room = document.documentElement.clientWidth;
  const fitting = room < least.middle ? "narrow" : room < least.wide ? "middle" : "wide";
  const figure = JSON.parse(document.getElementById(fitting).textContent), box = document.getElementById("figure");
  let from = null;

  // What an address names after its #; one that was cut off names nothing.
  function named(hash = window.location.hash) {
    try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
  }

  // The markup of an event's card, by the card's name; each is escaped where it was written.
  let told = null;
  function card(name) {
    if (!name.startsWith("event-")) return "";
    told ??= JSON.parse(document.getElementById("told")?.textContent || "null"); // it comes last
    return told && Object.hasOwn(told, name) ? told[name] : "";
  }

  function show() {
    const name = named(), box = document.getElementById("cards"), markup = card(name);
    document.querySelector("tr.open")?.classList.remove("open");
    if (box) box.innerHTML = markup;
    if (markup) {
      [...document.querySelectorAll("td a[href]")].find((link) => named(link.hash) === name)?.closest("tr").classList.add("open");
      box.firstElementChild.focus({ preventScroll: true });
    } else if (from) { from.focus({ preventScroll: true }); from = null; }
  }

  // Without a leap of the page to where the card stands in it.
  function go(name) {
    window.history.pushState(null, "", `#${encodeURIComponent(name)}`);
    show();
  }

  document.addEventListener("click", (press) => {
    const link = press.target.closest('a[href^="#"]');
    if (!link) return;
    press.preventDefault();
    if (!link.closest(".card")) from = link;
    go(named(link.hash));
  });
  document.addEventListener("keydown", (press) => press.key === "Escape" && named().startsWith("event-") && go("events"));
  window.addEventListener("popstate", show);

  // The table and the cards come after the chart: with a thousand events it would else be drawn seconds later.
  const whole = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  whole.then(show);

  const drawn = window.Plotly.newPlot(box, figure.data, figure.layout, config).then(() => {
    box.on("plotly_click", ({ points }) => {
      const id = points.map((each) => each.customdata).find((each) => typeof each === "string");
      if (id) go(`event-${id}`);
    });
  });
  Promise.all([drawn, whole]).then(() => { document.documentElement.dataset.drawn = "1"; });
})();

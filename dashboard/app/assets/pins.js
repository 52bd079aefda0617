// Stars and notes above the lanes: buttons over the chart's axis; those that would cover each other are one, with their number.
(function () {
  "use strict";
  const LEAST = 24; // pixels between two marks
  let said = { pins: [], left: 0 }, placed = ""; // placed: the axis they stand on now

  const row = () => document.getElementById("pins");
  const chart = () => document.querySelector("#timeline .js-plotly-plot");

  // Those close together as one: all of them are said, the first is opened.
  function gathered(axis, offset) {
    const groups = [];
    for (const pin of said.pins) {
      const x = axis.d2p(pin.at);
      if (x < -1 || x > axis._length + 1) continue;
      const last = groups[groups.length - 1];
      if (last && x + offset - last.x < LEAST) last.pins.push(pin);
      else groups.push({ x: x + offset, pins: [pin] });
    }
    return groups;
  }

  function button({ x, pins }) {
    const signs = [...new Set(pins.map((each) => each.sign))].join(""), words = pins.map((each) => `${each.sign} ${each.words}`).join("\n");
    const made = Object.assign(document.createElement("button"), { type: "button", className: "pin", title: words, textContent: pins.length > 1 ? `${signs}${pins.length}` : signs });
    made.setAttribute("aria-label", words);
    made.style.left = `${x}px`;
    const event = pins.map((each) => each.event).find(Boolean);
    made.addEventListener("click", () => window.dash_clientside.address.go((address) => (event && pins.length === 1 ? address.set("event", event) : address.set("tab", "notes"))));
    return made;
  }

  function place() {
    const box = row(), graph = chart(), axis = graph && graph._fullLayout && graph._fullLayout.xaxis;
    if (!box) return;
    const drawn = axis && axis.type === "date" && graph.offsetParent;
    box.hidden = !said.pins.length || !drawn;
    if (box.hidden) return (placed = "") || box.replaceChildren();
    const offset = graph.getBoundingClientRect().left - box.getBoundingClientRect().left + axis._offset;
    const now = JSON.stringify([axis.range, axis._length, offset]);
    if (now === placed) return;
    placed = now;
    const more = said.left ? [Object.assign(document.createElement("span"), { className: "hint", textContent: wording.say("and {left} more", { left: said.left }) })] : [];
    const here = [...box.children].indexOf(document.activeElement);
    box.replaceChildren(...gathered(axis, offset).map(button), ...more);
    if (here >= 0) (box.children[here] || box.lastElementChild)?.focus();
  }

  // The chart is drawn anew by whoever draws it, and tells nobody who is not its own: what stands in it is watched instead.
  let asked = 0;
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(place);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    pins: {
      draw({ data }) {
        said = data || { pins: [], left: 0 };
        placed = "";
        place();
        const box = document.getElementById("timeline-section");
        if (box && said.pins.length) watch.observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: ["transform", "width"] });
      },
    },
  });
})();

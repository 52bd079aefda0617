// The window that lies over the strip, drawn and moved by hand, and told as soon as the hand lets go: plotly.js would first wait
// whether it moves on, and draw what is there once more.
(function () {
  "use strict";
  const LEAST = 4, EDGE = 7; // pixels: what is drawn shorter is a click, and how near to an edge takes hold of it
  const PARTS = ["before", "after", "opened", "on"];
  const clock = (words) => Date.parse(`${words}Z`);
  const wall = (moment) => new Date(1000 * Math.round(moment / 1000)).toISOString().slice(0, 19); // in whole seconds, as a window is kept
  const box = () => document.getElementById("strip-over");
  let given = {}, held = null; // what is drawn as the server says; what a hand is at

  // Moments of the clock as shares of the strip, and back.
  const share = (words) => { const [first, last] = given.whole.map(clock); return (clock(words) - first) / (last - first); };
  const moment = (part) => { const [first, last] = given.whole.map(clock); return wall(first + part * (last - first)); };
  const within = (part) => Math.min(Math.max(part, 0), 1);

  function lay(part, stretch) {
    part.hidden = !stretch;
    if (!stretch) return;
    const [first, last] = stretch.map(within);
    part.style.left = `${first * 100}%`;
    part.style.width = `${(last - first) * 100}%`;
  }

  function show(window) {
    const over = box();
    if (!over) return;
    if (!over.childElementCount) over.append(...PARTS.map((name) => Object.assign(document.createElement("i"), { className: name })));
    const [before, after, opened, on] = over.children;
    lay(before, window && [0, window[0]]);
    lay(after, window && [window[1], 1]);
    lay(opened, !window && given.opened && given.opened.map(share));
    lay(on, window);
  }

  const shown = () => (given.window ? given.window.map(share) : null);

  function draw({ data }) {
    given = data || {};
    if (!held) show(given.whole && shown());
  }

  // Which edge stays where it is, or that both go along: an edge can be taken hold of, and what lies between them.
  function taken(at, wide) {
    const now = shown(), near = EDGE / wide;
    if (!now) return { from: at };
    const [first, last] = now;
    if (Math.abs(at - first) < near) return { from: last };
    if (Math.abs(at - last) < near) return { from: first };
    return at > first && at < last && last - first < 0.98 ? { along: now, from: at } : { from: at };
  }

  function stretch(at) {
    const { from, along } = held;
    if (!along) return [from, at].map(within).sort((one, other) => one - other);
    const by = Math.min(Math.max(at - from, Math.min(-along[0], 0)), Math.max(1 - along[1], 0)); // no further out than it reaches already
    return along.map((edge) => edge + by);
  }

  function place(press) {
    const { left, width } = box().getBoundingClientRect();
    return { at: (press.clientX - left) / width, wide: width };
  }

  function released() {
    window.removeEventListener("pointermove", moved);
    window.removeEventListener("pointerup", done);
    window.removeEventListener("pointercancel", left);
    window.removeEventListener("keydown", escaped, true);
    held = null;
  }

  function moved(press) {
    if (press.pointerId !== held.finger) return;
    const { at, wide } = place(press);
    held.moves = held.moves || Math.abs(at - held.at) * wide >= LEAST;
    if (held.moves) show(stretch(at));
  }

  function done(press) {
    if (press.pointerId !== held.finger) return;
    moved(press);
    const drawn = held.moves && stretch(place(press).at);
    released();
    if (!drawn || drawn[0] >= drawn[1]) return show(shown());
    window.dash_clientside.set_props("overview", { relayoutData: { "xaxis.range": drawn.map(moment) } });
  }

  function left(press) {
    if (press.pointerId !== held.finger) return;
    givenUp();
  }

  function givenUp() {
    released();
    show(shown());
  }

  function escaped(press) {
    if (press.key !== "Escape") return;
    press.stopPropagation();
    givenUp();
  }

  document.addEventListener("pointerdown", (press) => {
    if (held || press.button !== 0 || !press.isPrimary || !given.whole || !press.target.closest?.(".strip-box .nsewdrag")) return;
    // Two presses in a row are a double click to plotly.js, of which it tells Dash that nothing moved: all moves are told here.
    press.target.closest(".js-plotly-plot").removeAllListeners("plotly_relayout");
    const { at, wide } = place(press);
    held = { at, finger: press.pointerId, ...taken(at, wide) };
    window.addEventListener("pointermove", moved);
    window.addEventListener("pointerup", done);
    window.addEventListener("pointercancel", left);
    window.addEventListener("keydown", escaped, true);
  });

  // What may be taken hold of is told by the pointer.
  document.addEventListener("pointermove", (press) => {
    const drag = !held && given.whole && press.target.closest?.(".strip-box .nsewdrag");
    if (!drag) return;
    const { at, wide } = place(press), would = taken(at, wide);
    drag.style.cursor = would.along ? "grab" : would.from === at ? "crosshair" : "ew-resize";
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { strip: { draw } });
})();

// Goes through time on the chart: a line moves on, and what begins after it is covered. Nothing is asked of the server.
(function () {
  "use strict";
  const WHOLE = 24000, STEP = 1000; // milliseconds that the whole takes, and a step where motion is not wanted
  const SPEEDS = [0.5, 1, 2, 4, 8];
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let given = null, at = null, speed = 1, playing = null, last = 0; // at: milliseconds of the clock on the page; playing: what ends it

  const row = () => document.getElementById("play");
  const chart = () => document.querySelector("#timeline .js-plotly-plot");
  const time = (stop) => Date.parse(`${stop}Z`);
  const ends = () => [time(given.stops[0]), time(given.stops[given.stops.length - 1])];
  const isOpen = () => Boolean(row() && !row().hidden && given && given.stops.length);

  function words(moment) {
    const day = new Date(moment), format = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" };
    return day.toLocaleString(wording.tag === "en" ? "en-GB" : wording.tag, format);
  }

  // How many may have begun: those of the last stop that is past.
  function said() {
    let count = given.counts[0];
    given.stops.forEach((stop, index) => { if (time(stop) <= at) count = given.counts[index]; });
    const all = given.counts[given.counts.length - 1];
    return wording.say("{moment}: {count} of {all} events may have begun", { moment: words(at), count, all });
  }

  function button(name, sign, words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: sign, title: words });
    made.setAttribute("aria-label", words);
    made.dataset.play = name;
    made.addEventListener("click", act);
    return made;
  }

  function build() {
    const box = row();
    if (box.childElementCount) return;
    const pace = document.createElement("select");
    pace.setAttribute("aria-label", wording.say("Speed"));
    pace.append(...SPEEDS.map((each) => Object.assign(document.createElement("option"), { value: each, textContent: `${each}×`, selected: each === speed })));
    pace.addEventListener("change", () => { speed = Number(pace.value); });
    const clock = Object.assign(document.createElement("span"), { className: "play-clock" });
    const spoken = Object.assign(document.createElement("span"), { className: "unseen" });
    spoken.setAttribute("role", "status");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", wording.say("Go through time"));
    box.append(
      button("back", "‹", wording.say("A step back (,)"), () => step(-1)),
      button("play", "▶", wording.say("Play (p)"), toggle),
      button("on", "›", wording.say("A step on (.)"), () => step(1)),
      pace, clock, spoken,
      button("close", "×", wording.say("Close"), close),
    );
  }

  // The line, and the cover over what is later.
  function place() {
    const frame = document.querySelector(".drawing"), graph = chart(), axis = graph && graph._fullLayout && graph._fullLayout.xaxis;
    let cover = document.querySelector(".play-cover");
    if (!isOpen() || !axis || axis.type !== "date" || !graph.offsetParent) return cover && cover.remove();
    if (!cover) cover = frame.appendChild(Object.assign(document.createElement("div"), { className: "play-cover" }));
    const [here, there] = [frame.getBoundingClientRect(), graph.getBoundingClientRect()], { _size: size } = graph._fullLayout;
    const x = Math.min(Math.max(axis.d2p(new Date(at).toISOString().slice(0, 23)), 0), axis._length);
    Object.assign(cover.style, {
      left: `${there.left - here.left + axis._offset + x}px`, width: `${axis._length - x}px`,
      top: `${there.top - here.top + frame.scrollTop + size.t}px`, height: `${size.h}px`,
    });
    row().querySelector(".play-clock").textContent = said();
  }

  function tell() {
    place();
    row().querySelector("[role=status]").textContent = said();
  }

  function step(by) {
    stop();
    const stops = given.stops.map(time);
    const next = by > 0 ? stops.find((each) => each > at) : stops.filter((each) => each < at).pop();
    at = next === undefined ? (by > 0 ? stops[stops.length - 1] : stops[0]) : next;
    tell();
    return next !== undefined && at < stops[stops.length - 1];
  }

  function stop() {
    playing?.();
    playing = null;
    show();
  }

  function show() {
    const made = row().querySelector("[data-play=play]"), words = playing ? wording.say("Pause (p)") : wording.say("Play (p)");
    made.textContent = playing ? "❚❚" : "▶";
    made.title = words;
    made.setAttribute("aria-label", words);
  }

  function goOn() {
    const next = requestAnimationFrame(frame);
    playing = () => cancelAnimationFrame(next);
  }

  function wait() {
    const next = setTimeout(leap, STEP / speed);
    playing = () => clearTimeout(next);
  }

  function frame(now) {
    const [first, end] = ends();
    at = Math.min(at + ((now - last) * speed * (end - first)) / WHOLE, end);
    last = now;
    place();
    if (at < end) goOn();
    else { stop(); tell(); }
  }

  // Where motion is not wanted: from one beginning to the next, and nothing in between.
  function leap() {
    const goes = step(1);
    if (goes) { wait(); show(); }
  }

  function toggle() {
    if (playing) { stop(); return tell(); }
    const [first, end] = ends();
    if (at >= end) at = first;
    if (still.matches) wait();
    else { last = performance.now(); goOn(); }
    show();
  }

  function open() {
    if (!given || !given.stops.length) return false;
    build();
    row().hidden = false;
    document.getElementById("play-open").setAttribute("aria-expanded", "true");
    at = ends()[0];
    tell();
    return true;
  }

  function close() {
    stop();
    const within = row().contains(document.activeElement);
    row().hidden = true;
    const opener = document.getElementById("play-open");
    opener.setAttribute("aria-expanded", "false");
    if (within) opener.focus();
    place();
  }

  document.addEventListener("click", ({ target }) => {
    if (target.id !== "play-open") return;
    if (isOpen()) close();
    else if (open()) row().querySelector("[data-play=play]").focus();
  });

  document.addEventListener("keydown", (press) => {
    const busy = press.target.closest("input, textarea, select, [role=grid], [role=tree], [role=listbox], dialog");
    const key = window.dash_clientside.keys.latin(press);
    if (busy || press.ctrlKey || press.metaKey || press.altKey || !["p", ",", "."].includes(key)) return;
    if (!isOpen() && !open()) return;
    press.preventDefault();
    if (key === "p") toggle();
    else step(key === "." ? 1 : -1);
  });

  // The chart is drawn anew, or is another size: the line stays at its moment, where that is still in view.
  let asked = 0;
  const watch = new MutationObserver(() => {
    if (!isOpen() || playing) return;
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(place);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    play: {
      draw({ data }) {
        given = data;
        if (!row()) return;
        document.getElementById("play-open").disabled = !data || !data.stops.length; // nothing to go through
        watch.observe(document.getElementById("timeline"), { childList: true, subtree: true, attributes: true, attributeFilter: ["transform", "width"] });
        if (row().hidden) return;
        if (!data || !data.stops.length) return close();
        const [first, end] = ends();
        if (at < first || at > end) at = first;
        place();
      },
    },
  });
})();

// A sign that an answer is awaited, once that takes longer than a blink; and what pops up, opened and closed by hand.
(function () {
  "use strict";
  const SOON = 400;
  let awaited = 0, timer = 0;

  function say(words) {
    const box = document.getElementById("working");
    if (box && box.textContent !== words) box.textContent = words;
  }

  function changed(by) {
    awaited += by;
    if (awaited > 0 && !timer) timer = setTimeout(() => say(wording.say("Working…")), SOON);
    else if (awaited <= 0) {
      clearTimeout(timer);
      timer = 0;
      say("");
    }
  }

  // What was touched and is not answered yet is told again with what is touched next: Dash takes the last answer only.
  const open = new Map(); // what a question fills -> the questions about it that are open, each with what was touched
  function together(said) {
    const before = (open.get(said.output) || []).flat();
    return { ...said, changedPropIds: [...new Set([...before, ...(said.changedPropIds || [])])] };
  }

  async function asked(what, options) {
    const said = together(JSON.parse(options.body));
    const { output, changedPropIds } = said;
    open.set(output, [...(open.get(output) || []), changedPropIds]);
    changed(1);
    try {
      return await ask.call(window, what, { ...options, body: JSON.stringify(said) });
    } finally {
      changed(-1);
      open.set(output, open.get(output).filter((each) => each !== changedPropIds));
    }
  }

  const ask = window.fetch;
  window.fetch = function (what, options) {
    const isQuestion = String(what && what.url ? what.url : what).includes("_dash-update-component");
    return isQuestion && typeof options?.body === "string" ? asked(what, options) : ask.call(this, what, options);
  };

  // What pops up over the page goes with a click elsewhere, a click on a line of it, and Escape.
  const key = () => document.getElementById("key-box");
  const popped = () => [...document.querySelectorAll("details.pops[open]")];
  document.addEventListener("click", (press) => {
    const line = press.target.closest?.(".pops .line");
    for (const each of popped()) if (line || !each.contains(press.target)) each.open = false;
  });
  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape" && popped().length) {
      press.stopPropagation();
      for (const each of popped()) {
        each.open = false;
        each.querySelector("summary").focus();
      }
      return;
    }
    if (press.ctrlKey || press.metaKey || press.altKey || press.target.closest("input, textarea, select, [contenteditable]")) return;
    const sign = window.dash_clientside.keys.latin(press);
    if (sign === "?" && key()) key().open = !key().open;
    else if (sign === "/") document.getElementById("search")?.focus();
    else return;
    press.preventDefault();
  }, true);
})();

// What is typed in a form and not saved yet: kept for this window through Back, another event, a closed card or a reload.
(function () {
  "use strict";
  const ROOM = "conflict-timeline.draft ";
  const hand = () => window.dash_clientside.hand;
  const known = new WeakSet(); // forms that have got back what was typed in them
  let last = null; // where somebody was typing: the form by its name, the box, and where in it

  const room = (form) => ROOM + hand().name(form);
  function kept(name, draft) {
    try {
      if (draft === null) window.sessionStorage.removeItem(name);
      else if (draft !== undefined) window.sessionStorage.setItem(name, JSON.stringify(draft));
      return JSON.parse(window.sessionStorage.getItem(name) || "null");
    } catch { return null; } // a browser that keeps nothing
  }

  const boxes = (form) => [...form.elements].filter((box) => box.name && box.name !== "by");
  const at = (box) => (box.type === "checkbox" ? `${box.name} ${box.value}` : box.name);
  const said = (box) => (box.type === "checkbox" ? box.checked : box.value);
  const changed = (box) => (box.type === "checkbox" ? box.checked !== box.defaultChecked : box.value !== hand().before(box));

  function keep(form) {
    const values = Object.fromEntries(boxes(form).filter(changed).map((box) => [at(box), said(box)]));
    const upon = form.upon ?? JSON.parse(form.dataset.said || "{}").upon;
    kept(room(form), Object.keys(values).length ? { values, upon, mode: mode() } : null);
  }

  const mode = () => new URLSearchParams(window.location.search).get("edit") || "";

  document.addEventListener("input", (typed) => {
    const form = typed.target.closest && typed.target.closest("form[data-do]");
    if (!form) return;
    keep(form);
    where(typed.target);
  });
  document.addEventListener("focusin", (into) => where(into.target));
  document.addEventListener("selectionchange", () => where(document.activeElement));

  function where(box) {
    const form = box && box.closest && box.closest("form[data-do]");
    if (!form || !box.name) { if (box && box !== document.body) last = null; return; }
    const [from, to] = "selectionStart" in box && box.type !== "checkbox" ? [box.selectionStart, box.selectionEnd] : [null, null];
    last = { form: hand().name(form), box: at(box), from, to };
  }

  // Puts what was typed into a form that was drawn anew, and says who changed the event meanwhile.
  function bring(form) {
    if (known.has(form)) return;
    known.add(form);
    const draft = kept(room(form));
    if (draft) {
      for (const box of boxes(form)) if (at(box) in draft.values) {
        if (box.type === "checkbox") box.checked = draft.values[at(box)];
        else box.value = draft.values[at(box)];
        box.closest("details")?.setAttribute("open", "");
      }
      tell(form, draft);
    }
    if (last && last.form === hand().name(form) && (document.activeElement === document.body || !document.activeElement)) back(form);
  }

  function back(form) {
    const box = boxes(form).find((each) => at(each) === last.box);
    const { from, to } = last;
    if (!box) return;
    box.focus({ preventScroll: true });
    if (from !== null && box.setSelectionRange) box.setSelectionRange(from, to);
  }

  function tell(form, draft) {
    const upon = JSON.parse(form.dataset.said || "{}").upon;
    const news = JSON.parse(form.dataset.news || "[]").filter(([revision]) => draft.upon !== undefined && revision > draft.upon);
    if (upon !== undefined && draft.upon !== undefined && draft.upon < upon) form.upon = draft.upon;
    const line = Object.assign(document.createElement("p"), { className: "hint kept-draft" });
    line.setAttribute("role", "status");
    const throwAway = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: wording.say("Throw it away") });
    throwAway.addEventListener("click", () => {
      kept(room(form), null);
      form.reset();
      form.upon = undefined;
      line.remove();
    });
    const words = news.length ? wording.say("Meanwhile {news}. What you typed is kept.", { news: news.map(([, each]) => each).join(wording.say("; ")) }) : wording.say("What you typed before is here again.");
    line.classList.toggle("changed", news.length > 0);
    line.append(words, " ", throwAway);
    form.querySelector("h3, :scope > *")?.after(line);
  }

  // Where the form is not open: the button that opens it says that something is kept.
  function mark() {
    const event = new URLSearchParams(window.location.search).get("event") || "";
    for (const button of document.querySelectorAll('#card button[data-go]:not([data-cancels])')) {
      const opens = JSON.parse(button.dataset.go).edit, verb = { fields: "set", split: "split", delete: "delete" }[opens];
      const waits = Boolean(verb && kept(`${ROOM}${verb} ${event}`));
      button.classList.toggle("waits", waits);
      button.title = waits ? wording.say("What you typed before is kept") : "";
    }
  }

  function look(part) {
    part.querySelectorAll("form[data-do]").forEach(bring);
    if (part.id === "card") mark();
  }
  document.addEventListener("drawn", ({ detail }) => look(detail));

  // Saved: nothing is kept of it any more. A line to type in is empty again.
  document.addEventListener("hand", ({ detail: { done, from } }) => {
    if (!(from instanceof HTMLFormElement) || !from.matches("[data-do]") || Object.keys(done.errors || {}).length) return;
    kept(room(from), null);
    if (from.classList.contains("line")) from.reset();
    mark();
  });

  // Cancelled: it can be brought back.
  document.addEventListener("click", (press) => {
    const form = press.target.closest && press.target.closest("[data-cancels]") && press.target.closest("form[data-do]");
    const draft = form && kept(room(form));
    if (!draft) return;
    const name = room(form), there = window.location.search;
    kept(name, null);
    hand().say(wording.say("Not saved."));
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: wording.say("Bring back what I typed") });
    button.addEventListener("click", () => {
      kept(name, draft);
      hand().say("");
      window.dash_clientside.set_props("url", { search: there });
    });
    document.getElementById("said")?.append(" ", button);
  }, true);
})();

// What a person's hand does to the case: a wish goes to the server, and what became of it is said where she is.
(function () {
  "use strict";
  const NAME = "conflict-timeline.by";
  const STAYS = 12_000; // ms until what was said makes room for what it lies over
  const asked = new Map(); // turn -> the form, or the element, that asked
  let turns = 0;
  let leaves = 0;
  let opening = false; // a form was asked for, and is not drawn yet

  function who(name) {
    try {
      if (name !== undefined) window.localStorage.setItem(NAME, name);
      return window.localStorage.getItem(NAME) || "";
    } catch { return name || ""; } // a browser that keeps nothing
  }

  // Asks for a change by its verb; `from` is where errors are shown.
  function wish(verb, values, from) {
    turns += 1;
    const turn = `${Date.now()}-${turns}`;
    asked.set(turn, from || null);
    window.dash_clientside.set_props("wish", { data: { verb, turn, by: who(), ...values } });
    return turn;
  }

  // Sets of the address what is named, and takes out of it what is named empty.
  function go(named) {
    window.dash_clientside.address.go((said) => {
      for (const [name, value] of Object.entries(named)) value ? said.set(name, value) : said.delete(name);
    });
  }

  // Goes there, and on in the form that it opens.
  function open(named) {
    opening = Boolean(named.edit);
    go(named);
  }

  // What a form says: of fields only those that were changed, of boxes those that are ticked.
  function values(form) {
    const said = { ...JSON.parse(form.dataset.said || "{}"), ...(form.upon === undefined ? {} : { upon: form.upon }) };
    for (const box of form.elements) {
      const [group, name] = (box.name || "").split(".");
      if (!group || group === "by") continue;
      if (group.endsWith("[]")) {
        said[group.slice(0, -2)] = said[group.slice(0, -2)] || [];
        if (box.type === "checkbox" ? box.checked : box.value.trim()) said[group.slice(0, -2)].push(box.value);
      } else if (name === undefined) said[group] = box.value;
      else {
        said[group] = said[group] || {};
        if (box.value !== before(box)) said[group][name] = box.value;
      }
    }
    if (form.dataset.of === "chosen") said.ids = window.dash_clientside.table.chosen();
    return said;
  }

  function before(box) {
    if (box.tagName !== "SELECT") return box.defaultValue;
    const chosen = [...box.options].find((each) => each.defaultSelected) || box.options[0];
    return chosen ? chosen.value : "";
  }

  document.addEventListener("submit", (sent) => {
    const form = sent.target.closest("form[data-do]");
    if (!form) return;
    sent.preventDefault();
    who(form.elements.by.value.trim());
    clear(form);
    if ("ask" in form.dataset && !form.agreed) return ask(form);
    form.agreed = false;
    wish(form.dataset.do, values(form), form);
  });

  // What changes many events is asked once more, with how many they are.
  function ask(form) {
    const count = form.dataset.of === "chosen" ? window.dash_clientside.table.chosen().length : 0;
    const box = Object.assign(document.createElement("div"), { className: "ask" });
    box.setAttribute("role", "alert");
    const answer = (words, look, act) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: look, textContent: words });
      button.addEventListener("click", () => { box.remove(); act(); });
      return button;
    };
    const yes = answer(wording.say("Yes, correct them"), "button strong", () => { form.agreed = true; form.requestSubmit(); });
    box.append(form.dataset.ask || wording.soMany("Correct the {count} ticked event? One undo takes it back.", "Correct the {count} ticked events? One undo takes it back.", count), yes, answer(wording.say("No"), "button", () => form.elements.because?.focus()));
    form.querySelectorAll(".ask").forEach((each) => each.remove());
    form.append(box);
    yes.focus();
  }

  // How many of an event's sentences are ticked to leave it.
  document.addEventListener("change", (set) => {
    const form = set.target.closest && set.target.closest("form[data-do=split]"), said = form && form.querySelector("[data-counts]");
    if (!said) return;
    const leave = form.querySelectorAll("input[type=checkbox]:checked").length, stay = Number(said.dataset.counts) - leave;
    said.textContent = stay ? wording.say("{leaving} of {of} leave, {staying} stay.", { leaving: leave, of: Number(said.dataset.counts), staying: stay }) : wording.say("All would leave: one has to stay.");
  });

  document.addEventListener("click", (press) => {
    const button = press.target.closest && press.target.closest("button[data-do], button[data-go], button[data-copy]");
    if (!button) return;
    // the second click of two is of the same wish, wherever what it fell on has moved
    if (button.dataset.do && press.detail > 1) return;
    if (button.dataset.go) open(JSON.parse(button.dataset.go));
    else if (button.dataset.do) wish(button.dataset.do, JSON.parse(button.dataset.said), button);
    else copy(button);
  });

  // Whoever opens a form by a button goes on in it.
  document.addEventListener("drawn", ({ detail }) => {
    const box = opening && detail.id === "card" && detail.querySelector(".edit :is(input, select, textarea, a, button)");
    if (!box) return;
    opening = false;
    if (!document.activeElement?.closest("#card .edit")) box.focus();
  });

  async function copy(button) {
    const words = button.dataset.copy || window.location.href; // a button that names nothing copies where one is
    try { await navigator.clipboard.writeText(words); }
    catch { // a page that is not served as secure may write nothing by itself
      const box = document.body.appendChild(document.createElement("textarea"));
      box.value = words;
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    say(wording.say("Copied"));
  }

  // a: accept, r: reject, s: star, e: edit the open event, wherever nobody types.
  document.addEventListener("keydown", (press) => {
    const busy = press.target.closest("input, textarea, select, [role=tree], [role=menu], [role=listbox]") || atAnother(press.target);
    // whoever types fast is in the form before it is drawn
    if (busy || press.ctrlKey || press.metaKey || press.altKey || new URLSearchParams(window.location.search).get("edit")) return;
    const key = window.dash_clientside.keys.latin(press);
    if (key === "e" && document.querySelector("#card [data-go]")) return press.preventDefault(), open({ edit: "fields" });
    if (key === "n") return next();
    if (/^[ars]$/.test(key)) document.querySelector(`#card [data-key="${key}"]`)?.click();
  });

  // In the table a key is meant for the row that one is at: it counts where that is the open one.
  function atAnother(at) {
    const row = at.closest("[role=grid]") && at.closest("tr[row-id]")?.getAttribute("row-id");
    return at.closest("[role=grid]") && row !== new URLSearchParams(window.location.search).get("event");
  }

  // The event after the open one in the queue of the review; its first where none of it is open.
  function next() {
    const queue = [...document.querySelectorAll("#review li a")];
    queue[queue.findIndex((each) => each.classList.contains("here")) + 1]?.click();
  }

  function clear(form) {
    form.querySelectorAll(".error").forEach((each) => each.replaceChildren());
    form.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
  }

  // Each error beside its field; of two people's values both, and the second chooses.
  function beside(form, done) {
    for (const [name, words] of Object.entries(done.errors)) {
      const box = name ? form.elements[`fields.${name}`] || form.elements[name] : null;
      const room = (box && form.querySelector(`[data-error="${CSS.escape(box.name)}"]`)) || form.querySelector('[data-error=""]');
      room.append(words);
      room.closest("details")?.setAttribute("open", "");
      if (box && box.setAttribute) { box.setAttribute("aria-invalid", "true"); box.focus(); }
      if (done.conflict) both(form, box, room, done.conflict);
    }
  }

  function both(form, box, room, { theirs, mine, upon, whole }) {
    form.upon = upon;
    const keep = (words, act) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words });
      button.addEventListener("click", act);
      room.append(button);
    };
    if (whole) {
      keep(wording.say("Save mine all the same"), () => form.requestSubmit());
      return keep(wording.say("Leave it as it is now"), () => { clear(form); form.querySelector("[data-cancels]")?.click(); });
    }
    keep(wording.say("Mine: {value}", { value: mine }), () => form.requestSubmit());
    keep(wording.say("Theirs: {value}", { value: theirs }), () => { take(box, theirs); clear(form); });
  }

  // Theirs stands in the box as what is there already: saved with the rest, it changes nothing.
  function take(box, theirs) {
    if (!box) return;
    if (box.name === "fields.when") box.value = "";
    else {
      box.value = theirs ?? "";
      if (box.tagName === "SELECT") [...box.options].forEach((each) => { each.defaultSelected = each.value === box.value; });
      else box.defaultValue = box.value;
    }
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function say(words, isError) {
    const box = document.getElementById("said");
    if (!box) return;
    box.replaceChildren(document.createTextNode(words));
    box.classList.toggle("bad", Boolean(isError));
    clearTimeout(leaves);
    if (words) leaves = setTimeout(leave, STAYS);
  }

  // What was said goes by itself; not while somebody is at it, and sooner by a click on it. An undo stays on the card.
  function leave() {
    const box = document.getElementById("said");
    if (box?.matches(":hover, :focus-within")) leaves = setTimeout(leave, STAYS);
    else say("");
  }

  document.addEventListener("click", ({ target }) => target.id === "said" && say(""));

  function offerUndo(numbers) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: wording.say("Undo") });
    button.addEventListener("click", () => wish("undo", { numbers }));
    document.getElementById("said")?.append(" ", button);
  }

  // What became of a wish: beside the form that asked, and in the line that is read out.
  function told(done) {
    if (!done) return;
    const from = asked.get(done.turn);
    asked.delete(done.turn);
    const errors = Object.entries(done.errors || {});
    say(errors.length ? errors.map(([, words]) => words).join(wording.say("; ")) : done.message, errors.length);
    // a form without places for errors of its own hears of them by "hand"
    const form = from instanceof HTMLFormElement && from.matches("[data-do]") ? (from.isConnected ? from : again(from)) : null;
    if (errors.length && form) beside(form, done);
    if (!errors.length && done.numbers?.length) offerUndo(done.numbers);
    document.dispatchEvent(new CustomEvent("hand", { detail: { done, from } }));
  }

  // The form that stands in the place of one that was drawn anew while its wish was on the way.
  const again = (gone) => [...document.querySelectorAll("form[data-do]")].find((each) => name(each) === name(gone));

  // What a form is of: its verb and its events.
  const name = (form) => `${form.dataset.do} ${(JSON.parse(form.dataset.said || "{}").ids || []).join()}`;

  window.dash_clientside = Object.assign({}, window.dash_clientside, { hand: { told, wish, who, say, name, before, open } });
})();

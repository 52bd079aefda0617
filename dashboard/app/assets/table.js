// The table of events: a page of rows that the server has sorted. Cells come as plain data and are set as text.
(function () {
  "use strict";
  const MOST = 5000; // so many are changed at once
  const SOON = 150; // ms: the page is painted by then
  const HIGH = 29; // px: a row
  const chosen = new Set(); // ids of the rows that are ticked, on whatever page of the table
  let from = null; // the row that a shift-click counts from
  let below = []; // rows under those that are seen: drawn soon, or once they are asked for

  const kept = () => Boolean(document.getElementById("add-open")); // a page that can only be looked at has nothing to tick

  const say = (name, search = window.location.search) => new URLSearchParams(search).get(name) || "";

  const go = (change) => window.dash_clientside.address.go(change);

  function make(tag, attributes, ...within) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== "") made.setAttribute(name, value);
    made.append(...within);
    return made;
  }

  function head(each) {
    const words = each.next
      ? make("button", { type: "button", "data-sort": each.next, title: wording.say("Sort by: {column}", { column: each.words }) }, each.words)
      : each.words;
    return make("th", { scope: "col", class: each.numbers ? "number" : null, "aria-sort": each.next ? each.sorted : null }, words);
  }

  function tick(id, words) {
    const box = make("input", { type: "checkbox", tabindex: "-1", "aria-label": words, "data-tick": id });
    box.checked = chosen.has(id);
    return box;
  }

  function row(cells, data, at) {
    const [id, ...parts] = cells;
    const within = parts.map((part, column) => {
      const cell = make("td", { class: data.heads[column].numbers ? "number" : null, dir: "auto" });
      cell.append(...part.map(window.dash_clientside.light.element));
      if (cell.textContent.length > 24) cell.title = cell.textContent;
      return cell;
    });
    const first = kept() ? [make("td", { class: "pick" }, tick(id, wording.say("Tick {event}", { event: within[1].textContent })))] : [];
    const look = (data.rejected || []).includes(id) ? "rejected" : null;
    return make("tr", { "row-id": id, class: look, tabindex: "-1", "aria-rowindex": data.first + at + 2, "aria-selected": "false" }, ...first, ...within);
  }

  const ticked = () => wording.soMany("{count} ticked", "{count} ticked", chosen.size);

  // What may be done with the ticked rows.
  function bar() {
    const act = (words, name) => make("button", { type: "button", class: "button", "data-ticked": name }, words);
    const said = make("strong", {}, ticked());
    return make("div", { class: "ticked", role: "toolbar", "aria-label": wording.say("The ticked events") }, said,
      act(wording.say("Correct…"), "correct"), act(wording.say("Accept"), "accepted"), act(wording.say("Reject"), "rejected"), act(wording.say("Second look"), "needs a second look"), act(wording.say("Untick all"), "none"));
  }

  // Ticks and the bar as they are now, without drawing the table anew.
  function show() {
    const box = document.getElementById("table");
    if (!box) return;
    box.querySelectorAll("tr[row-id] [data-tick]").forEach((each) => {
      each.checked = chosen.has(each.dataset.tick);
      each.closest("tr").classList.toggle("picked", each.checked);
    });
    const all = box.querySelector("[data-tick='']"), ids = shown(box);
    if (all) {
      all.checked = ids.length > 0 && ids.every((id) => chosen.has(id));
      all.indeterminate = !all.checked && ids.some((id) => chosen.has(id));
    }
    const before = box.querySelector(".ticked");
    if (!chosen.size) {
      if (before?.contains(document.activeElement)) box.querySelector("tr[row-id]")?.focus();
      before?.remove();
    } else if (before) before.querySelector("strong").textContent = ticked();
    else box.prepend(bar());
    document.querySelectorAll("[data-chosen]").forEach((each) => { each.textContent = wording.soMany("{count} event", "{count} events", chosen.size); });
  }

  const shown = (box) => [...box.querySelectorAll("tr[row-id]")].map((each) => each.getAttribute("row-id"));

  function set(ids, on) {
    for (const id of ids) {
      if (!on) chosen.delete(id);
      else if (chosen.size < MOST) chosen.add(id);
      else { window.dash_clientside.hand.say(wording.say("{most} events at most are changed at once.", { most: MOST }), true); break; }
    }
    show();
  }

  // Ticks a row or takes the tick off; with `through`, all rows from the last one to it.
  function pick(id, through) {
    const ids = shown(document.getElementById("table")), [one, other] = [ids.indexOf(from), ids.indexOf(id)].sort((a, b) => a - b);
    if (through && one >= 0) set(ids.slice(one, other + 1), true);
    else set([id], !chosen.has(id));
    from = id;
  }

  function done(what) {
    if (what === "none") return set([...chosen], false);
    if (what === "correct") return window.dash_clientside.hand.open({ edit: "chosen" });
    window.dash_clientside.hand.wish("review", { ids: [...chosen], status: what }, document.querySelector("#table .ticked"));
  }

  // What was done with all that are ticked: they are let go.
  document.addEventListener("hand", ({ detail: { done: told, from: by } }) => {
    const ours = by instanceof Element && (by.classList.contains("ticked") || by.dataset.of === "chosen");
    if (ours && !Object.keys(told.errors || {}).length) set([...chosen], false);
  });
  document.addEventListener("drawn", ({ detail }) => detail.id === "card" && show());

  function pager(data) {
    const last = data.first + data.rows.length;
    const said = wording.say("{first}–{last} of {of}", { first: data.first + 1, last, of: data.of });
    const step = (words, to, on) => {
      const made = make("button", { type: "button", class: "button", "data-page": to }, words);
      made.disabled = !on;
      return made;
    };
    return make("nav", { class: "pager", "aria-label": wording.say("Pages of the table") },
      step(wording.say("Back"), data.page - 1, data.page > 0), make("span", { class: "hint" }, said),
      step(wording.say("Next"), data.page + 1, data.page < data.pages - 1));
  }

  // Each column's longest words of some rows, in a row that is not seen: columns are then as wide as they will be.
  function widest(rows) {
    const longer = (one, other) => (one.textContent.length < other.textContent.length ? other : one);
    const cells = rows.map((each) => [...each.children]).reduce((one, other) => one.map((cell, at) => longer(cell, other[at])));
    return make("tr", { class: "widest", "aria-hidden": "true" }, ...cells.map((each) => each.cloneNode(true)));
  }

  // To lay out a hundred rows of words takes as long as to draw the chart: those that nobody sees yet wait for it.
  function whole() {
    if (!below.length) return;
    const rows = document.querySelector("#table tbody");
    rows?.querySelector(".widest")?.remove();
    rows?.append(...below.splice(0));
    show();
  }

  function fill(box, data) {
    below = [];
    if (!data.of) return box.replaceChildren(make("p", { class: "hint" }, wording.say("No events to list")));
    const walking = box.contains(document.activeElement) ? document.activeElement : null;
    const held = walking && (walking.getAttribute("row-id") || walking.dataset.sort?.replace("-", "") || walking.dataset.page);
    const rows = data.rows.map((cells, at) => row(cells, data, at)), seen = Math.ceil(window.innerHeight / 2 / HIGH);
    below = rows.splice(seen);
    if (below.length) setTimeout(whole, SOON);
    const table = make("table", { role: "grid", "aria-label": wording.say("Events"), "aria-rowcount": data.of + 1 },
      make("thead", {}, make("tr", {}, ...(kept() ? [make("th", { scope: "col", class: "pick" }, tick("", wording.say("Tick all on this page")))] : []), ...data.heads.map(head))),
      make("tbody", {}, ...rows, ...(below.length ? [widest(below)] : [])));
    const scroll = make("div", { class: "rows" }, table);
    box.replaceChildren(scroll, ...(data.pages > 1 ? [pager(data)] : []));
    if (held) whole();
    if (held) [...box.querySelectorAll("tr[row-id], [data-sort], [data-page]")].find((each) =>
      [each.getAttribute("row-id"), each.dataset.sort?.replace("-", ""), each.dataset.page].includes(held))?.focus();
    show();
  }

  function choose(box, search) {
    const event = say("event", search);
    if (event) whole();
    const rows = [...box.querySelectorAll("tr[row-id]")];
    const chosen = rows.find((each) => each.getAttribute("row-id") === event);
    rows.forEach((each) => {
      each.setAttribute("aria-selected", String(each === chosen));
      each.tabIndex = -1;
    });
    const first = chosen || rows[0];
    if (first) first.tabIndex = 0;
    if (chosen && !chosen.contains(document.activeElement)) see(chosen);
  }

  // Rows may lie under the heads, which stay.
  function see(row) {
    const box = row.closest(".rows"), heads = box.querySelector("thead").offsetHeight;
    if (row.offsetTop - heads < box.scrollTop) box.scrollTop = row.offsetTop - heads;
    else if (row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = row.offsetTop + row.offsetHeight - box.clientHeight;
  }

  function draw({ data }) {
    const box = document.getElementById("table");
    if (!box || !data) return;
    fill(box, data);
    choose(box, window.location.search);
  }

  document.addEventListener("addressed", ({ detail }) => {
    const box = document.getElementById("table");
    if (box && box.firstChild) choose(box, detail);
  });

  const open = (row) => say("event") !== row.getAttribute("row-id") && go((said) => said.set("event", row.getAttribute("row-id")));

  document.addEventListener("click", (press) => {
    const within = (what) => press.target.closest && press.target.closest(`#table ${what}`);
    if (within("*")) whole();
    const sort = within("[data-sort]"), page = within("[data-page]"), row = within("tr[row-id]");
    const box = within("[data-tick]"), act = within("[data-ticked]"), pad = within("td.pick");
    if (act) done(act.dataset.ticked);
    else if (box && !box.dataset.tick) set(shown(document.getElementById("table")), box.checked);
    else if (box || pad) pick(row.getAttribute("row-id"), press.shiftKey);
    else if (row && kept() && (press.shiftKey || press.ctrlKey || press.metaKey)) {
      window.getSelection().removeAllRanges();
      pick(row.getAttribute("row-id"), press.shiftKey);
    }
    else if (sort) go((said) => (said.set("sort", sort.dataset.sort), said.delete("page")));
    else if (page) go((said) => (Number(page.dataset.page) ? said.set("page", page.dataset.page) : said.delete("page")));
    else if (row && !String(window.getSelection())) {
      row.focus({ preventScroll: true });
      open(row);
    }
  });

  document.addEventListener("keydown", (press) => {
    const row = press.target.closest && press.target.closest("#table tr[row-id]");
    if (!row || press.altKey) return;
    whole();
    if (press.ctrlKey || press.metaKey) {
      if (window.dash_clientside.keys.latin(press) !== "a" || !kept()) return;
      press.preventDefault();
      return set(shown(document.getElementById("table")), true);
    }
    const rows = [...row.parentElement.children], at = rows.indexOf(row);
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows[rows.length - 1] }[press.key];
    if (next && press.shiftKey && kept()) set([row.getAttribute("row-id"), next.getAttribute("row-id")], true);
    if (next) {
      row.tabIndex = -1;
      next.tabIndex = 0;
      next.focus({ preventScroll: true });
      see(next);
    } else if (press.key === " " && kept()) pick(row.getAttribute("row-id"), press.shiftKey);
    else if (press.key === " " || press.key === "Enter") open(row);
    else return;
    press.preventDefault();
  });

  window.addEventListener("beforeprint", whole);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { table: { draw, chosen: () => [...chosen] } });
})();

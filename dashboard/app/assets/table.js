// The table of events: a page of rows that the server has sorted. Cells come as plain data and are set as text.
(function () {
  "use strict";
  let drawn = null;

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
      ? make("button", { type: "button", "data-sort": each.next, title: `Sort by ${each.words.toLowerCase()}` }, each.words)
      : each.words;
    return make("th", { scope: "col", class: each.numbers ? "number" : null, "aria-sort": each.next ? each.sorted : null }, words);
  }

  function row(cells, data, at) {
    const [id, ...parts] = cells;
    const within = parts.map((part, column) => {
      const cell = make("td", { class: data.heads[column].numbers ? "number" : null, dir: "auto" });
      cell.append(...part.map(window.dash_clientside.light.element));
      if (cell.textContent.length > 24) cell.title = cell.textContent;
      return cell;
    });
    return make("tr", { "row-id": id, tabindex: "-1", "aria-rowindex": data.first + at + 2, "aria-selected": "false" }, ...within);
  }

  function pager(data) {
    const last = data.first + data.rows.length;
    const said = `${(data.first + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${data.of.toLocaleString("en")}`;
    const step = (words, to, on) => {
      const made = make("button", { type: "button", class: "button", "data-page": to }, words);
      made.disabled = !on;
      return made;
    };
    return make("nav", { class: "pager", "aria-label": "Pages of the table" },
      step("Back", data.page - 1, data.page > 0), make("span", { class: "hint" }, said),
      step("Next", data.page + 1, data.page < data.pages - 1));
  }

  function fill(box, data) {
    if (!data.of) return box.replaceChildren(make("p", { class: "hint" }, "No events to list"));
    const walking = box.contains(document.activeElement) ? document.activeElement : null;
    const kept = walking && (walking.getAttribute("row-id") || walking.dataset.sort?.replace("-", "") || walking.dataset.page);
    const table = make("table", { role: "grid", "aria-label": "Events", "aria-rowcount": data.of + 1 },
      make("thead", {}, make("tr", {}, ...data.heads.map(head))),
      make("tbody", {}, ...data.rows.map((cells, at) => row(cells, data, at))));
    const scroll = make("div", { class: "rows" }, table);
    box.replaceChildren(scroll, ...(data.pages > 1 ? [pager(data)] : []));
    if (kept) [...box.querySelectorAll("tr[row-id], [data-sort], [data-page]")].find((each) =>
      [each.getAttribute("row-id"), each.dataset.sort?.replace("-", ""), each.dataset.page].includes(kept))?.focus();
  }

  function choose(box, search) {
    const rows = [...box.querySelectorAll("tr[row-id]")], event = say("event", search);
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

  function draw(data, search) {
    const box = document.getElementById("table");
    if (!box || !data) return;
    if (drawn !== data || !box.firstChild) {
      fill(box, data);
      drawn = data;
    }
    choose(box, search || "");
  }

  const open = (row) => say("event") !== row.getAttribute("row-id") && go((said) => said.set("event", row.getAttribute("row-id")));

  document.addEventListener("click", (press) => {
    const within = (what) => press.target.closest && press.target.closest(`#table ${what}`);
    const sort = within("[data-sort]"), page = within("[data-page]"), row = within("tr[row-id]");
    if (sort) go((said) => (said.set("sort", sort.dataset.sort), said.delete("page")));
    else if (page) go((said) => (Number(page.dataset.page) ? said.set("page", page.dataset.page) : said.delete("page")));
    else if (row && !String(window.getSelection())) {
      row.focus({ preventScroll: true });
      open(row);
    }
  });

  document.addEventListener("keydown", (press) => {
    const row = press.target.closest && press.target.closest("#table tr[row-id]");
    if (!row || press.ctrlKey || press.metaKey || press.altKey) return;
    const rows = [...row.parentElement.children], at = rows.indexOf(row);
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows[rows.length - 1] }[press.key];
    if (next) {
      row.tabIndex = -1;
      next.tabIndex = 0;
      next.focus({ preventScroll: true });
      see(next);
    } else if (press.key === " " || press.key === "Enter") open(row);
    else return;
    press.preventDefault();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { table: { draw } });
})();

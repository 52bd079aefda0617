// What was found in files before any of it is kept: each report with its day, each table with its columns, what can't be read.
(function () {
  "use strict";
  const adding = (window.adding = window.adding || {});
  const FIRST_WORDS = 90; // characters
  const orders = () => [["", wording.say("as its rows tell")], ["dmy", wording.say("the day first: 21/5/2018")], ["mdy", wording.say("the month first: 5/21/2018")]];

  // An element with properties and what stands within; texts are texts, never markup.
  function h(tag, said, ...within) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(said || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "look") made.className = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...within.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== ""));
    return made;
  }

  const events = (count) => wording.soMany("{count} event", "{count} events", count);
  const phrases = (count) => wording.soMany("{count} phrase", "{count} phrases", count);

  function later(wait, act) {
    let timer = 0;
    return (...said) => {
      clearTimeout(timer);
      timer = setTimeout(() => act(...said), wait);
    };
  }

  // A box for a day: what is typed is read by the server, and what it is read as stands below, or why it can't be.
  // `told` hears of each day that was read, and of each that was taken out again; `isWrong` says that what stands there is none.
  function dayBox(label, id, zone, told) {
    const hint = h("div", { id: `${id}-hint`, look: "hint", role: "status" });
    const box = h("input", { id, type: "text", autocomplete: "off", placeholder: wording.say("21 May 2018"), "aria-label": label, "aria-describedby": hint.id });
    let asked = 0;
    async function read() {
      const words = box.value.trim();
      const mine = (asked += 1);
      if (!words || !box.isConnected) return tell("");
      const { said, notes, trouble } = await adding.ask("POST", "/add/day", { day: words, zone: zone() });
      return mine === asked ? tell(trouble || [said, ...(notes || [])].join(" · "), Boolean(trouble)) : !trouble;
    }
    function tell(words, bad) {
      hint.textContent = words;
      hint.classList.toggle("wrong", Boolean(bad));
      if (bad) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
      told?.(Boolean(words) && !bad);
      return Boolean(words) && !bad;
    }
    box.addEventListener("input", later(350, read));
    return { box, hint, tell, read, set: (words) => { box.value = words; read(); }, words: () => box.value.trim(), isWrong: () => box.hasAttribute("aria-invalid") };
  }

  // A post without a headline is told from others by its first words, not by its file's name, which stands below.
  function heading({ title, name, begins }) {
    if (title && !name.endsWith(title)) return title;
    return begins && begins.length > FIRST_WORDS ? `${begins.slice(0, FIRST_WORDS).replace(/\s+\S*$/, "")} …` : begins || name;
  }

  function report(each, number, changed) {
    const id = `add-${number}`;
    const keeps = h("input", { type: "checkbox", checked: true, id, onchange: changed });
    const zoneBox = h("input", { type: "text", list: "add-zones", autocomplete: "off", placeholder: each.zone || "Asia/Damascus", "aria-label": wording.say("Time zone of {name}", { name: each.name }), onchange: () => day.words() && day.set(day.words()) });
    const day = dayBox(wording.say("Day of publication of {name}", { name: each.name }), `${id}-day`, () => zoneBox.value.trim(), (known) => { found.hidden = known && !each.day; changed(); });
    day.box.addEventListener("input", changed);
    const found = each.day
      ? h("p", { look: "found" }, h("b", {}, each.day), ` · ${each.by}`, each.evidence.length ? [": ", each.evidence.map((words, at) => [at ? ", " : "", h("q", {}, words)])] : "")
      : h("p", { look: "found none" }, h("b", {}, wording.say("No day told")), each.undated ? ` · ${wording.soMany("{count} event without a time until it has one", "{count} events without a time until it has one", each.undated)}` : "");
    const offer = each.suggested
      ? h("button", { type: "button", look: "offer", title: wording.say("The day in its file's name: taken only if you say so"), onclick: () => { day.set(each.suggested); changed(); } }, wording.say("{day}, from its name", { day: each.suggested }))
      : null;
    const unread = each.unread.map(([words, why]) => h("li", {}, h("q", {}, words), h("span", { look: "hint" }, ` ${why}`)));
    if (each.unreadInAll > unread.length) unread.push(h("li", { look: "hint" }, wording.say("and {phrases} more, in the report once it is kept", { phrases: phrases(each.unreadInAll - unread.length) })));
    const row = h("li", { look: "found-report" },
      keeps,
      h("div", { look: "about" },
        h("label", { for: id, dir: "auto" }, heading(each)),
        h("p", { look: "hint", dir: "auto" }, [each.name !== heading(each) ? each.name : "", each.source, events(each.events), each.foreign, each.known ? wording.say("in the store already") : ""].filter(Boolean).join(" · ")),
        found,
        each.day ? each.notes.map((words) => h("p", { look: "hint" }, words)) : "",
        h("details", {}, h("summary", {}, unread.length ? wording.soMany("The text, the zone, {count} phrase not read", "The text, the zone, {count} phrases not read", each.unreadInAll) : wording.say("The text, the zone")),
          each.begins ? h("p", { look: "begins", dir: "auto" }, each.begins) : "",
          h("div", { look: "zone-line" }, h("span", { look: "hint" }, wording.say("Time zone of its place")), zoneBox),
          unread.length ? h("ul", {}, unread) : "")),
      h("div", { look: "day-line" }, h("span", { look: "hint", "aria-hidden": "true" }, each.day ? wording.say("Another day") : wording.say("Its day")), day.box, offer, day.hint));
    return {
      row, day, each,
      kept: () => keeps.checked,
      said: () => ({ day: day.words(), zone: zoneBox.value.trim() }),
    };
  }

  function table(each, number, job, changed) {
    const row = h("li", { look: "found-table" });
    const keeps = h("input", { type: "checkbox", id: `add-table-${number}`, onchange: changed });
    let mapping = null;
    let now = each;
    keeps.checked = !each.trouble;
    async function map() {
      mapping = {};
      for (const pick of row.querySelectorAll("select[data-column]")) if (pick.value) mapping[pick.value] = pick.dataset.column;
      const order = row.querySelector("select[data-order]");
      if (order && order.value) mapping.order = order.value;
      const focus = document.activeElement && document.activeElement.id;
      now = await adding.ask("POST", `/add/${job}/table/${number}`, { mapping });
      if (!now.columns) now = { ...each, trouble: now.trouble };
      keeps.checked = !now.trouble;
      draw();
      if (focus) document.getElementById(focus)?.focus();
      changed();
    }
    function columns() {
      const roles = (role) => [h("option", { value: "" }, wording.say("kept, not read")), ...now.roles.map(([name, words]) => h("option", { value: name, selected: name === role }, words))];
      return h("table", { look: "columns" },
        h("thead", {}, h("tr", {}, [wording.say("Column"), wording.say("Tells"), wording.say("For example")].map((words) => h("th", { scope: "col" }, words)))),
        h("tbody", {}, now.columns.map((column, at) => h("tr", {},
          h("th", { scope: "row", dir: "auto" }, column.name),
          h("td", {}, h("select", { id: `add-${number}-${at}`, "data-column": column.name, "aria-label": wording.say("What {column} tells", { column: column.name }), onchange: map }, roles(column.role))),
          h("td", { look: "hint", dir: "auto" }, column.cells.slice(0, 3).join(" · "))))));
    }
    function draw() {
      const rows = now.rows >= 2000
        ? wording.soMany("from its first {count} row", "from its first {count} rows", now.rows)
        : wording.soMany("from its {count} row", "from its {count} rows", now.rows);
      row.replaceChildren(keeps, h("div", { look: "about" },
        h("label", { for: keeps.id, dir: "auto" }, `${now.name}`),
        h("p", { look: "hint" }, now.form),
        now.trouble ? h("p", { look: "wrong" }, now.trouble)
          : h("p", { look: "found" }, h("b", {}, events(now.events)), ` ${rows}`, now.left ? [wording.say(", "), wording.soMany("{count} row can't be used", "{count} rows can't be used", now.left)] : ""),
        now.faults.length ? h("ul", { look: "faults" }, now.faults.map((words) => h("li", {}, words))) : "",
        now.notes.map((words) => h("p", { look: "hint" }, words)),
        now.shown.length ? h("ul", { look: "first-events" }, now.shown.slice(0, 3).map((parts) => h("li", { dir: "auto" }, parts.filter(Boolean).join(" · ")))) : "",
        now.byHand ? h("details", { open: Boolean(now.trouble || mapping) }, h("summary", {}, wording.say("What its columns tell")), columns(),
          h("div", { look: "zone-line" }, h("span", { look: "hint" }, wording.say("Dates in figures")), h("select", { id: `add-${number}-order`, "data-order": "1", "aria-label": wording.say("Order of dates in figures"), onchange: map }, orders().map(([value, words]) => h("option", { value, selected: value === now.order }, words))))) : ""));
    }
    draw();
    return { row, kept: () => keeps.checked, said: () => ({ left_out: !keeps.checked, mapping }) };
  }

  // One day for all that have none, and the days in their names.
  function forAll(reports) {
    const without = reports.filter((one) => !one.each.day);
    if (without.length < 2) return null;
    const day = dayBox(wording.say("One day for all that tell none"), "add-all", () => "");
    const open = () => without.filter((one) => !one.day.words() || one.day.isWrong());
    const tells = h("p", {});
    function tell() {
      const left = open().length;
      tells.hidden = !left;
      tells.replaceChildren(h("b", {}, wording.soMany("{count} report tells no day of publication.", "{count} reports tell no day of publication.", left)), " ", wording.say("Words like “yesterday” stay without a date until it is known."));
    }
    tell();
    const fill = async () => (await day.read()) && open().forEach((one) => one.day.set(day.words()));
    day.box.addEventListener("keydown", ({ key }) => key === "Enter" && fill());
    const named = without.filter((one) => one.each.suggested);
    const part = h("div", { look: "for-all" }, tells,
      h("div", { look: "day-line" },
        named.length ? h("button", { type: "button", look: "offer", onclick: () => named.forEach((one) => open().includes(one) && one.day.set(one.each.suggested)) }, wording.soMany("Take the day in the name of {count}", "Take the days in the names of {count}", named.length)) : "",
        h("span", { look: "hint" }, wording.say("One day for the rest")), day.box, h("button", { type: "button", look: "button", onclick: fill }, wording.say("Fill in")), day.hint));
    return { part, tell };
  }

  // All that was found; gives the elements and what a person said of it.
  adding.found = function (job, looked, changed) {
    const reports = looked.reports.map((each, number) => report(each, number, () => { all?.tell(); changed(); }));
    const all = forAll(reports);
    const tables = looked.tables.map((each, number) => table(each, number, job, changed));
    const parts = [];
    if (reports.length) parts.push(all?.part, h("ul", { look: "found-list" }, reports.map((one) => one.row)));
    if (tables.length) parts.push(h("h3", {}, wording.say("Tables")), h("ul", { look: "found-list" }, tables.map((one) => one.row)));
    if (looked.failed.length) {
      parts.push(h("h3", {}, wording.say("Not readable ({count})", { count: looked.failed.length })),
        h("ul", { look: "failed-list" }, looked.failed.map(({ name, why }) => h("li", { dir: "auto" }, h("b", {}, name), ` ${why}`))));
    }
    parts.push(looked.notes.map((words) => h("p", { look: "hint" }, words)));
    const kept = () => [reports.filter((one) => one.kept()).length, tables.filter((one) => one.kept()).length];
    return {
      parts: parts.flat().filter(Boolean),
      kept,
      undated: () => reports.filter((one) => one.kept() && !one.each.day && one.each.undated && !one.day.words()).length,
      isTouched: () => reports.some((one) => one.day.words()),
      said() {
        const days = {};
        for (const one of reports) {
          const said = one.said();
          if (one.kept() && (said.day || said.zone)) days[one.each.id] = said;
        }
        return {
          days,
          left_out: reports.filter((one) => !one.kept()).map((one) => one.each.id),
          tables: Object.fromEntries(tables.map((one, number) => [number, one.said()])),
        };
      },
      refuse(days) {
        const wrong = reports.filter((one) => days[one.each.id]);
        wrong.forEach((one) => one.day.tell(days[one.each.id], true));
        if (wrong.length) wrong[0].day.box.focus();
      },
    };
  };

  Object.assign(adding, { h, dayBox });
})();

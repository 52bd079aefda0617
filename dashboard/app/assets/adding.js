// Adding on the page: files are dropped, chosen or pasted, sent in pieces, looked at, and kept once the person agrees.
(function () {
  "use strict";
  const adding = (window.adding = window.adding || {});
  const PIECE = 2_000_000, AT_ONCE = 3, EVERY = 400;
  const SAID = "conflict-timeline.said";
  const STAGES = { "opening files": () => wording.say("Opening"), "reading reports": () => wording.say("Reading"), "looking at tables": () => wording.say("Looking at tables"), keeping: () => wording.say("Keeping") };

  adding.ask = async function (method, address, body) {
    const sent = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    try {
      const answer = await fetch(address, { method, ...sent });
      const said = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : { trouble: (await answer.text()).trim() };
      return answer.ok ? said : { trouble: wording.say("the server answered {status}", { status: String(answer.status) }), ...said };
    } catch {
      return { trouble: wording.say("the server does not answer; is it still running?") };
    }
  };

  const h = (...said) => adding.h(...said); // of adding_found.js, which is there before anybody clicks
  const events = (count) => wording.soMany("{count} event", "{count} events", count);
  const files = (count) => wording.soMany("{count} file", "{count} files", count);
  const rows = (count) => wording.soMany("{count} row", "{count} rows", count);
  const reportsAndTables = (reports, tables) => wording.listed([
    reports ? wording.soMany("{count} report", "{count} reports", reports) : "", tables ? wording.soMany("{count} table", "{count} tables", tables) : "",
  ].filter(Boolean));
  const pause = (wait) => new Promise((resolve) => setTimeout(resolve, wait));

  let box = null; // the dialog
  let job = null; // the key of what is under way
  let turn = 0; // whoever was stopped has an older one
  let shown = null; // what was found, as it is shown
  let keeping = false; // what is kept before it is stopped stays
  let begin = null; // what is to be done once the dialog is closed

  const can = () => Boolean(document.getElementById("add-open"));

  function dialog() {
    if (box) return box;
    box = h("dialog", { look: "adding", id: "adding", "aria-labelledby": "adding-title" });
    const zones = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
    document.body.append(h("datalist", { id: "add-zones" }, zones.map((name) => h("option", { value: name }))));
    box.addEventListener("cancel", (press) => { press.preventDefault(); leave(); });
    document.body.append(box);
    return box;
  }

  function show(title, ...within) {
    const head = h("header", {}, h("h2", { id: "adding-title", tabindex: "-1" }, title), h("button", { type: "button", look: "close", title: wording.say("Close (Esc)"), "aria-label": wording.say("Close"), onclick: leave }, "×"));
    dialog().replaceChildren(head, ...within.flat().filter(Boolean));
    if (!box.open) box.showModal();
    (box.querySelector("[data-first]") || box.querySelector("h2")).focus();
  }

  // Closes, and stops what is under way; asks first where something was typed that would be lost.
  function leave() {
    const asks = shown && shown.isTouched() && !box.querySelector(".sure");
    if (asks) {
      const sure = h("div", { look: "sure", role: "alert" }, wording.say("Nothing is kept yet; the days you typed would be lost."),
        h("button", { type: "button", look: "button", onclick: close }, wording.say("Close all the same")),
        h("button", { type: "button", look: "button primary", onclick: () => sure.remove() }, wording.say("Go on")));
      box.append(sure);
      sure.querySelector("button").focus();
      return;
    }
    close();
  }

  function close() {
    stop();
    if (box && box.open) box.close();
    if (begin) return begin();
    document.getElementById("add-open")?.focus();
  }

  const tellOf = () => window.dash_clientside.set_props("changed", { data: `added-${Date.now()}` });

  // Where nothing of one's own was there before, the page begins anew: its name and its clock are others.
  function anew(view, words) {
    try { window.sessionStorage.setItem(SAID, words); } catch { /* a browser that keeps nothing says nothing */ }
    window.location.assign(`${window.location.pathname}${String(view) ? `?${view}` : ""}`);
  }

  function sayAgain() {
    try {
      const words = window.sessionStorage.getItem(SAID);
      window.sessionStorage.removeItem(SAID);
      if (words) window.dash_clientside.hand?.say?.(words);
    } catch { /* nothing was kept */ }
  }
  document.addEventListener("drawn", sayAgain, { once: true });

  function stop() {
    turn += 1;
    shown = null;
    if (job) adding.ask("DELETE", `/add/${job}`);
    if (keeping) setTimeout(tellOf, EVERY);
    job = null;
    keeping = false;
  }

  // The first step: where files and texts are given.
  function open(words) {
    if (!can()) return;
    stop();
    const several = h("input", { type: "file", multiple: true, look: "unseen", tabindex: "-1", "aria-hidden": "true", id: "add-files", onchange: () => chosen(several) });
    const folder = h("input", { type: "file", webkitdirectory: true, look: "unseen", tabindex: "-1", "aria-hidden": "true", id: "add-folder", onchange: () => chosen(folder) });
    const text = h("textarea", { id: "add-text", rows: "7", dir: "auto", placeholder: wording.say("The text of a report, with its headline first") });
    const called = h("input", { id: "add-called", type: "text", autocomplete: "off", placeholder: wording.say("who wrote it, or its address") });
    const read = h("button", { type: "button", look: "button primary", id: "add-read", onclick: () => pasted(text.value, called.value) }, wording.say("Read this text"));
    text.value = words || "";
    show(wording.say("Add reports or tables"),
      h("div", { look: "drop" },
        h("p", {}, wording.say("Drop files or a folder anywhere on the page, or")),
        h("div", { look: "offers" },
          h("button", { type: "button", look: "button primary", "data-first": true, onclick: () => several.click() }, wording.say("Choose files")),
          h("button", { type: "button", look: "button", onclick: () => folder.click() }, wording.say("Choose a folder"))), several, folder,
        h("p", { look: "hint" }, wording.say("Pages, mail, chats, PDF, Word, texts, ZIP archives; tables as CSV, Excel, GeoJSON, KML, Parquet. They stay on this machine, and nothing is kept before you have seen what is in them."))),
      h("div", { look: "paste" }, h("label", { for: "add-text" }, wording.say("Or paste a text")), text,
        h("div", { look: "zone-line" }, h("label", { for: "add-called", look: "hint" }, wording.say("From")), called, read),
        h("p", { id: "add-wrong", look: "wrong", role: "alert" })));
    if (words) read.focus();
  }

  function chosen(input) {
    send([...input.files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
  }

  function pasted(words, called) {
    if (!words.trim()) {
      document.getElementById("add-wrong").textContent = wording.say("paste a text first");
      document.getElementById("add-text").focus();
      return;
    }
    const from = called.trim() || pastedBy(), isAddress = /^https?:\/\//.test(from);
    const name = from.replace(/^https?:\/\//, "").replace(/[\\\/]+/g, "-").replace(/^[-.]+/, "");
    send([{ name: `${name}.txt`, file: new Blob([words]), from, source: isAddress ? "" : called.trim() }]);
  }

  // What a text is cited as that nobody is named for.
  function pastedBy() {
    const who = window.dash_clientside.hand.who(), day = new Date().toLocaleDateString(wording.tag === "en" ? "en-GB" : wording.tag, { day: "numeric", month: "long", year: "numeric" });
    return who ? wording.say("pasted by {who} on {day}", { who, day }) : wording.say("pasted on {day}", { day });
  }

  // Everything that was dropped, folders with all that is in them.
  async function dropped(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    if (!entries.length) return [...transfer.files].map((file) => ({ name: file.name, file }));
    const found = [];
    async function walk(entry) {
      if (entry.isFile) {
        const file = await new Promise((give, fail) => entry.file(give, fail)).catch(() => null);
        if (file) found.push({ name: entry.fullPath.replace(/^\//, ""), file });
        return;
      }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((give) => reader.readEntries(give, () => give([])));
        if (!some.length) return;
        for (const each of some) await walk(each);
      }
    }
    for (const entry of entries) await walk(entry);
    return found;
  }

  // Two files of one name from two folders are two files.
  function apart(files) {
    const names = new Set();
    return files.map(({ name, ...rest }) => {
      let one = name;
      for (let number = 2; names.has(one); number += 1) one = `${number}/${name}`;
      names.add(one);
      return { name: one, ...rest };
    });
  }

  async function send(given) {
    const every = apart(given);
    if (!every.length) return fail(wording.say("there was no file in what you dropped"));
    stop();
    const mine = turn;
    const top = new Set(every.map(({ name }) => (name.includes("/") ? name.split("/")[0] : "")));
    const bar = progress(wording.say("Sending"), () => close());
    const begun = await adding.ask("POST", "/add", { name: top.size === 1 ? [...top][0] : "" });
    if (mine !== turn) return begun.id && adding.ask("DELETE", `/add/${begun.id}`);
    if (begun.trouble) return fail(begun.trouble);
    job = begun.id;
    const whole = every.reduce((sum, { file }) => sum + file.size, 0) || 1;
    let sent = 0, next = 0, trouble = "";
    async function hand() {
      while (next < every.length && !trouble && mine === turn) {
        const { name, file, from, source } = every[next++];
        let at = 0;
        do {
          const answer = await piece(name, at, file.slice(at, at + PIECE), { from: from || "", source: source || "" });
          if (answer.trouble) { trouble = answer.trouble; return; }
          sent += Math.min(PIECE, file.size - at);
          at += PIECE;
          bar.tell(wording.say("Sending {files}", { files: files(given.length) }), sent / whole);
        } while (at < file.size && mine === turn && !trouble);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    if (mine !== turn) return;
    if (trouble) return fail(trouble);
    const looking = await adding.ask("POST", `/add/${job}/look`);
    if (looking.trouble) return fail(looking.trouble);
    const state = await followed(bar, "looked", mine);
    if (state && state.looked) review(state.looked);
  }

  async function piece(name, at, data, origin) {
    try {
      const answer = await fetch(`/add/${job}/file?${new URLSearchParams({ at, name, ...origin })}`, { method: "PUT", headers: { "Content-Type": "application/octet-stream" }, body: data });
      const said = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : { trouble: (await answer.text()).trim() };
      return answer.ok ? said : { trouble: wording.say("the server answered {status}", { status: String(answer.status) }), ...said };
    } catch {
      return { trouble: wording.say("{file}: could not be sent; is the file still there, and the server running?", { file: name }) };
    }
  }

  function progress(words, stopped) {
    const line = h("p", { role: "status", "aria-live": "polite" }, words);
    const bar = h("progress", { max: "1", "aria-label": words });
    show(wording.say("Add reports or tables"), h("div", { look: "under-way" }, line, bar), h("footer", {}, h("button", { type: "button", look: "button", "data-first": true, id: "add-stop", onclick: stopped }, wording.say("Stop"))));
    return {
      tell(said, part) {
        line.textContent = said;
        if (part === null) bar.removeAttribute("value");
        else bar.value = part;
      },
    };
  }

  // Asks how far it is until it is done; null where it was stopped or failed, which is then said.
  async function followed(bar, end, mine) {
    for (;;) {
      const state = await adding.ask("GET", `/add/${job}`);
      if (mine !== turn) return null;
      if (state.phase === end) return state;
      if (state.trouble) { fail(state.trouble); return null; }
      const of = state.of ? `: ${wording.say("{done} of {of}", { done: state.done, of: state.of })}` : state.done ? `: ${rows(state.done)}` : "";
      bar.tell(`${STAGES[state.stage] ? STAGES[state.stage]() : wording.say("Beginning")}${of}`, state.of ? state.done / state.of : null);
      await pause(EVERY);
    }
  }

  // The sample that comes with the product, in an empty store.
  async function sample() {
    stop();
    const mine = turn, bar = progress(wording.say("Reading the sample"), () => close());
    const begun = await adding.ask("POST", "/add/sample", {});
    if (mine !== turn) return;
    if (begun.trouble) return fail(begun.trouble);
    job = begun.id;
    const state = await followed(bar, "kept", mine);
    if (state) done({ ...state.kept, reports: 0 });
  }

  function fail(words) {
    stop();
    show(wording.say("Nothing was added"), h("p", { look: "wrong", role: "alert" }, words),
      h("footer", {}, h("button", { type: "button", look: "button primary", "data-first": true, onclick: () => open() }, wording.say("Try again")), h("button", { type: "button", look: "button", onclick: close }, wording.say("Close"))));
  }

  // The second step: what was found, nothing of it kept yet.
  function review(looked) {
    const button = h("button", { type: "button", look: "button primary", id: "add-keep", onclick: keep });
    const wrong = h("p", { look: "wrong", role: "alert", id: "add-wrong" });
    const changed = () => {
      if (!shown) return; // a table's answer that comes when it is being kept already
      const [reports, tables] = shown.kept();
      const words = reportsAndTables(reports, tables);
      button.textContent = words ? wording.say("Keep {what}", { what: words }) : wording.say("Nothing to keep");
      button.disabled = !words;
    };
    shown = adding.found(job, looked, changed);
    changed();
    const told = looked.reports.reduce((sum, each) => sum + each.events, 0) + looked.tables.reduce((sum, each) => sum + each.events, 0);
    const title = looked.reports.length + looked.tables.length
      ? wording.say("{what}, {events}", { what: reportsAndTables(looked.reports.length, looked.tables.length), events: events(told) })
      : wording.say("Nothing here can be read");
    show(title, h("div", { look: "found-all" }, shown.parts),
      h("footer", {}, button, h("button", { type: "button", look: "button", onclick: () => open() }, wording.say("Choose others")), h("span", { look: "hint" }, looked.failed.length ? wording.soMany("{count} file could not be read: see below the list.", "{count} files could not be read: see below the list.", looked.failed.length) : wording.say("Nothing is kept before you say so.")), wrong));
  }

  async function keep() {
    const mine = turn, said = shown.said(), undated = shown.undated();
    const asked = await adding.ask("POST", `/add/${job}/keep`, said);
    if (mine !== turn) return;
    if (asked.trouble) {
      document.getElementById("add-wrong").textContent = asked.trouble;
      if (asked.days) shown.refuse(asked.days);
      return;
    }
    shown = null;
    keeping = true;
    const bar = progress(wording.say("Keeping"), () => close());
    const state = await followed(bar, "kept", mine);
    if (state) keeping = false;
    if (state) done(state.kept, undated);
  }

  function done(kept, undated) {
    const [rest, others] = [[], []];
    const words = [
      kept.reports ? wording.soMany("{count} report kept", "{count} reports kept", kept.reports) : "",
      kept.rows ? wording.soMany("{count} row of tables kept", "{count} rows of tables kept", kept.rows) : "",
      wording.soMany("{count} event new", "{count} events new", kept.events),
      kept.reports > 1 && kept.events ? wording.say("those that several tell are shown once") : "",
      kept.already ? wording.say("{count} there already", { count: kept.already }) : "", kept.replaced ? wording.say("{count} read anew", { count: kept.replaced }) : "",
    ].filter(Boolean).join(wording.say(", ")) + (undated ? `; ${wording.soMany("{count} report still without a day: give it in the tray below the chart", "{count} reports still without a day: give it in the tray below the chart", undated)}` : "");
    if (kept.rowsLeft) rest.push(h("p", {}, wording.soMany("{count} row of tables could not be used:", "{count} rows of tables could not be used:", kept.rowsLeft)), h("ul", { look: "faults" }, kept.faults.map((each) => h("li", {}, each))));
    if (kept.failed.length) others.push(h("ul", { look: "failed-list" }, kept.failed.map(({ name, why }) => h("li", { dir: "auto" }, h("b", {}, name), ` ${why}`))));
    adding.ask("DELETE", `/add/${job}`);
    job = null;
    const view = new URLSearchParams(window.location.search);
    if (kept.reports === 1 && kept.first && !kept.rows) {
      view.delete("event");
      view.set("tab", "report");
      view.set("report", kept.first);
    }
    if (kept.anew) begin = () => anew(view, words);
    else {
      tellOf();
      window.dash_clientside.hand?.say?.(words);
      if (`?${view}` !== window.location.search) window.dash_clientside.set_props("url", { search: `?${view}` });
    }
    if (!rest.length && !others.length) return close();
    show(wording.say("Added"), h("p", {}, words), rest, others, h("footer", {}, h("button", { type: "button", look: "button primary", "data-first": true, onclick: close }, wording.say("Done"))));
  }

  // Files may be dropped anywhere on the page.
  const isFiles = (transfer) => Boolean(transfer && [...transfer.types].includes("Files"));
  let over = 0;
  const veil = (on) => document.documentElement.classList.toggle("dropping", on);
  document.addEventListener("dragenter", (drag) => {
    if (!can() || !isFiles(drag.dataTransfer)) return;
    over += 1;
    veil(true);
  });
  document.addEventListener("dragleave", (drag) => {
    if (!isFiles(drag.dataTransfer)) return;
    over = Math.max(0, over - 1);
    if (!over) veil(false);
  });
  document.addEventListener("dragover", (drag) => { if (can() && isFiles(drag.dataTransfer)) drag.preventDefault(); });
  document.addEventListener("drop", async (drag) => {
    over = 0;
    veil(false);
    if (!can() || !isFiles(drag.dataTransfer)) return;
    drag.preventDefault();
    if (shown && shown.isTouched()) return leave();
    send(await dropped(drag.dataTransfer));
  });
  document.addEventListener("paste", (paste) => {
    if (!can() || paste.target.closest?.("input, textarea, [contenteditable]") || document.querySelector("dialog[open]")) return;
    const files = [...paste.clipboardData.files], words = paste.clipboardData.getData("text/plain");
    if (files.length) send(files.map((file) => ({ name: file.name, file })));
    else if (words.trim().length > 80) open(words);
  });
  document.addEventListener("click", (press) => {
    if (press.target.closest?.("#add-open, .add-open")) open();
    else if (press.target.closest?.(".add-sample")) sample();
  });

  Object.assign(adding, { open, send });
})();

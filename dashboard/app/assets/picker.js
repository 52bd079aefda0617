// Choices with counts, flat or as a tree. Only what is open stands in the page, so 20,000 places cost what 20 do.
(function () {
  "use strict";
  const MOST = 200; // children of a branch, and finds, shown at once
  const FEW = 40; // choices among which nobody needs a box to find one
  const pickers = new Map();

  function make(tag, attributes, ...within) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
    made.append(...within.filter((each) => each !== null && each !== undefined));
    return made;
  }

  // Where each choice's branch ends, and which choice holds it, by how deep each lies.
  function shaped(names) {
    const levels = names.keys.map((_, at) => (names.levels[at] ?? 0));
    const ends = new Array(levels.length), parents = new Array(levels.length).fill(-1), open = [];
    levels.forEach((level, at) => {
      while (open.length && levels[open[open.length - 1]] >= level) ends[open.pop()] = at;
      parents[at] = open.length ? open[open.length - 1] : -1;
      open.push(at);
    });
    open.forEach((at) => (ends[at] = levels.length));
    return { levels, ends, parents };
  }

  function children(state, at) {
    const found = [];
    const end = at < 0 ? state.names.keys.length : state.ends[at];
    for (let child = at + 1; child < end; child = state.ends[child]) found.push(child);
    return found;
  }

  function checked(state, at) {
    const key = state.names.keys[at];
    if (state.value.has(key)) return "true";
    return [...state.value].some((each) => each.startsWith(key + "/")) ? "mixed" : "false";
  }

  function words(state, at) {
    const letter = state.names.letters[at];
    const swatch = letter ? make("span", { class: "swatch", "aria-hidden": "true" }, letter) : null;
    if (swatch) swatch.style.setProperty("--paint", state.names.paints[at]);
    const count = state.counts[at] ?? 0;
    return [
      swatch,
      make("span", { class: "choice" }, make("bdi", {}, state.names.words[at])), // begins at its box, whichever way it is read
      " ",
      make("span", { class: "count" }, wording.number(count)),
    ];
  }

  function flat(state) {
    const boxes = state.names.keys.map((key, at) => {
      const input = make("input", { type: "checkbox", value: key, "aria-label": state.names.words[at] });
      input.checked = state.value.has(key);
      input.addEventListener("change", () => tick(state, at));
      return make("label", { class: state.counts[at] ? "box" : "box none" }, input, ...words(state, at));
    });
    state.box.setAttribute("role", "group");
    const [some, none] = parted(state, state.names.keys.map((_, at) => at));
    return [...some.map((at) => boxes[at]), ...rest(state, none.length)];
  }

  // Choices that would leave something or are ticked, and those that would leave nothing: these are folded away.
  function parted(state, every) {
    const some = every.filter((at) => state.all || state.counts[at] || checked(state, at) !== "false");
    return some.length ? [some, every.filter((at) => !some.includes(at))] : [every, []];
  }

  function rest(state, none) {
    if (!none && !state.all) return [];
    const empty = state.counts.filter((count) => !count).length;
    if (!empty) return [];
    const words = state.all ? wording.say("Fold those with none") : wording.soMany("{count} with none", "{count} with none", none);
    const made = make("button", { type: "button", class: "quiet with-none", "aria-expanded": String(Boolean(state.all)) }, words);
    made.addEventListener("click", () => {
      state.all = !state.all;
      render(state);
      state.box.querySelector(".with-none")?.focus();
    });
    return [made];
  }

  function branch(state, at, depth) {
    const [below] = parted(state, children(state, at));
    const shown = below.slice(0, MOST).map((child) => item(state, child, depth));
    if (below.length > MOST) shown.push(hint(wording.say("and {left} more: find them by name", { left: below.length - MOST })));
    return shown;
  }

  function item(state, at, depth) {
    const has = state.ends[at] > at + 1;
    const isOpen = has && state.open.has(state.names.keys[at]);
    const row = make("div", {
      role: "treeitem", class: state.counts[at] ? "box" : "box none", "data-at": at, tabindex: "-1", "aria-label": named(state, at),
      "aria-level": depth, "aria-checked": checked(state, at), "aria-expanded": has ? String(isOpen) : null,
    }, make("span", { class: has ? "twisty" : "twisty leaf", "aria-hidden": "true" }),
    make("span", { class: "tick", "aria-hidden": "true" }), ...words(state, at));
    // The branch stands beside its row, not in it: the row is then called by its own words alone.
    return make("li", { role: "none" }, row, isOpen ? make("ul", { role: "group" }, ...branch(state, at, depth + 1)) : null);
  }

  // What is read out: the words that are seen, in their order.
  const named = (state, at, ...where) =>
    [state.names.words[at], ...where, wording.say("{count} events", { count: state.counts[at] ?? 0 })].join(", "); // with the number, as it is seen

  function path(state, at) {
    const found = [];
    for (let up = state.parents[at]; up >= 0; up = state.parents[up]) found.push(state.names.words[up]);
    return found.join(", ");
  }

  function found(state) {
    const wanted = state.find.toLocaleLowerCase();
    const hits = [];
    for (let at = 0; at < state.names.keys.length; at += 1)
      if (state.names.words[at].toLocaleLowerCase().includes(wanted)) hits.push(at);
    const items = hits.slice(0, MOST).map((at) => {
      const row = item({ ...state, ends: state.ends.map((_, each) => each + 1) }, at, 1);
      const where = path(state, at);
      if (!where) return row;
      row.querySelector(".choice").append(make("span", { class: "hint" }, ` ${where}`));
      row.querySelector("[role=treeitem]").setAttribute("aria-label", named(state, at, where));
      return row;
    });
    if (!hits.length) items.push(hint(wording.say("no place is called so")));
    if (hits.length > MOST) items.push(hint(wording.say("and {left} more", { left: hits.length - MOST })));
    return items;
  }

  const hint = (text) => make("li", { class: "hint", role: "none" }, text);

  function tree(state) {
    const list = make("ul", { role: "tree", "aria-multiselectable": "true", "aria-label": state.box.getAttribute("aria-label") },
      ...(state.find ? found(state) : branch(state, -1, 1)));
    const first = list.querySelector(`[data-at="${state.at}"]`) || list.querySelector("[role=treeitem]");
    if (first) first.tabIndex = 0;
    const search = state.names.keys.length > FEW ? finder(state) : null;
    const none = state.find ? [] : rest(state, state.counts.filter((count) => !count).length);
    return search ? [search, list, ...none] : [list, ...none];
  }

  function finder(state) {
    if (!state.finder) {
      state.finder = make("input", { type: "search", class: "find", placeholder: wording.say("Find by name"), "aria-label": wording.say("Find by name") });
      state.finder.addEventListener("input", () => { state.find = state.finder.value.trim(); render(state); });
    }
    return state.finder;
  }

  function render(state) {
    if (!state.names || !state.box) return;
    const { scrolled } = state, typing = document.activeElement === state.finder;
    const walking = Boolean(document.activeElement?.closest?.("[role=treeitem]")) && state.box.contains(document.activeElement);
    const drawn = state.box.classList.contains("tree") ? tree(state) : flat(state);
    const more = state.names.more ? [make("p", { class: "hint" }, state.names.more)] : [];
    state.box.replaceChildren(...(state.names.keys.length ? drawn : []), ...more); // one with no choices folds away
    if (scrolled) state.box.scrollTop = scrolled; // asked for or set, it has the whole page laid out: so it is noted as it is scrolled
    // At once: a key pressed before the next frame would else go nowhere.
    if (typing) state.finder.focus();
    else if (walking) state.box.querySelector("[role=treeitem][tabindex='0']")?.focus({ preventScroll: true });
  }

  // Shown at once, before the server has settled what becomes of the places around it.
  function tick(state, at) {
    const key = state.names.keys[at];
    const now = [...state.value].filter((each) => each !== key);
    if (!state.value.has(key)) now.push(key);
    state.value = new Set(now);
    const row = state.box.querySelector(`[role=treeitem][data-at="${at}"]`);
    if (row) row.setAttribute("aria-checked", checked(state, at));
    window.dash_clientside.set_props(state.id, { data: now });
  }

  function fold(state, at, open) {
    const key = state.names.keys[at];
    if (open) state.open.add(key); else state.open.delete(key);
    render(state);
  }

  function listen(state) {
    state.box.addEventListener("scroll", () => { state.scrolled = state.box.scrollTop; }, { passive: true });
    if (!state.box.classList.contains("tree")) return;
    state.box.addEventListener("click", (press) => {
      const row = press.target.closest("[role=treeitem]");
      if (!row) return;
      const at = (state.at = Number(row.dataset.at));
      if (press.target.classList.contains("twisty") && row.hasAttribute("aria-expanded"))
        fold(state, at, row.getAttribute("aria-expanded") === "false");
      else tick(state, at);
    });
    state.box.addEventListener("keydown", (press) => {
      const row = press.target.closest("[role=treeitem]");
      if (!row || press.ctrlKey || press.metaKey || press.altKey) return;
      const at = Number(row.dataset.at), open = row.getAttribute("aria-expanded");
      const all = [...state.box.querySelectorAll("[role=treeitem]")], here = all.indexOf(row);
      const parent = all.find((each) => Number(each.dataset.at) === state.parents[at]);
      const [inwards, outwards] = wording.rightToLeft ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
      const moves = {
        ArrowDown: () => go(state, all[here + 1]), ArrowUp: () => go(state, all[here - 1]),
        Home: () => go(state, all[0]), End: () => go(state, all[all.length - 1]),
        [inwards]: () => (open === "false" ? fold(state, at, true) : open === "true" && go(state, all[here + 1])),
        [outwards]: () => (open === "true" ? fold(state, at, false) : go(state, parent)),
        " ": () => tick(state, at), Enter: () => tick(state, at),
      };
      if (!moves[press.key]) return;
      press.preventDefault();
      press.stopPropagation();
      state.at = at;
      moves[press.key]();
    });
  }

  function go(state, row) {
    if (!row) return;
    state.box.querySelectorAll("[role=treeitem][tabindex='0']").forEach((each) => (each.tabIndex = -1));
    row.tabIndex = 0;
    state.at = Number(row.dataset.at);
    row.focus();
  }

  // Open at first: the top, a small tree whole, and the way to what is ticked.
  function opened(state) {
    const { keys } = state.names;
    const deep = keys.length <= FEW ? 3 : 1;
    keys.forEach((key, at) => state.levels[at] < deep && state.open.add(key));
    keys.forEach((key, at) => {
      if (!state.value.has(key)) return;
      for (let up = state.parents[at]; up >= 0; up = state.parents[up]) state.open.add(keys[up]);
    });
  }

  function draw({ id, names, counts, data: value }) {
    const state = pickers.get(id) || { id, open: new Set(), find: "", at: -1, value: new Set() };
    pickers.set(id, state);
    const box = document.getElementById(`${id}-boxes`);
    if (state.box === box && same(state.said, [names, counts, value])) return;
    if (box && state.box !== box) listen(Object.assign(state, { box }));
    state.said = [names, counts, value];
    state.value = new Set(value || []);
    state.counts = counts || [];
    if (names && (!state.names || state.names.version !== names.version)) {
      Object.assign(state, { names }, shaped(names));
      opened(state);
    }
    render(state);
  }

  const same = (one, other) => Boolean(one) && one.every((each, at) => each === other[at]);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { picker: { draw } });
})();

// Draws what travels as plain data: a text, or [tag, attributes, ...within]. Text is set as text, never as markup.
(function () {
  "use strict";
  const TAGS = new Set("a article b button cite code dd details div dl dt em form h2 h3 header img input label li mark ol p q section small span strong summary time ul".split(" "));
  const ATTRIBUTES = new Set("class title dir open tabindex name type value placeholder autocomplete alt".split(" "));

  function element(data) {
    if (typeof data === "string") return document.createTextNode(data);
    const [tag, attributes, ...within] = data;
    const made = document.createElement(TAGS.has(tag) ? tag : "span");
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "paint") made.style.setProperty("--paint", value);
      else if (name === "href" && String(value).startsWith("?")) made.setAttribute("href", value);
      else if (name === "open") made.open = true;
      else if (name === "src" && String(value).startsWith("data:image/svg+xml,")) made.setAttribute("src", value);
      else if (ATTRIBUTES.has(name) || name.startsWith("aria-") || name.startsWith("data-")) made.setAttribute(name, value);
    }
    made.append(...within.map(element));
    return made;
  }

  // Called once for all parts, with the data of each: only what is otherwise than before is drawn.
  const drawn = new Map();
  function draw(...every) {
    window.dash_clientside.callback_context.inputs_list.forEach(({ id }, at) => {
      const part = document.getElementById(id.replace(/-light$/, ""));
      if (!part || drawn.get(part) === every[at]) return;
      drawn.set(part, every[at]);
      part.replaceChildren(...(every[at] || []).map(element));
      part.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
    });
  }

  // A link to another view changes the address and nothing else; with a key held it opens as any link does.
  document.addEventListener("click", (press) => {
    const link = press.target.closest && press.target.closest('a[href^="?"]');
    const own = link && !link.target && press.button === 0 && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
    if (!own || press.defaultPrevented) return;
    press.preventDefault();
    window.dash_clientside.set_props("url", { search: link.getAttribute("href") });
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { light: { draw, element } });
})();

// Draws what travels as plain data: a text, or [tag, attributes, ...within]. Text is set as text, never as markup.
(function () {
  "use strict";
  const TAGS = new Set("a article b blockquote button cite code datalist dd details div dl dt em fieldset footer form h2 h3 header img input label legend li mark ol optgroup option p progress q section select small span strong summary table tbody td textarea th thead time tr ul".split(" "));
  const ATTRIBUTES = new Set("class title dir open tabindex name type value placeholder autocomplete alt role id list rows required checked selected label max inputmode".split(" "));

  function element(data) {
    if (typeof data === "string") return document.createTextNode(data);
    const [tag, attributes, ...within] = data;
    const made = document.createElement(TAGS.has(tag) ? tag : "span");
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "paint") made.style.setProperty("--paint", value);
      else if (name === "href" && /^(\?|\/export\/|\/shares\?)/.test(value)) made.setAttribute("href", value);
      else if (name === "target") Object.assign(made, { target: value, rel: "noopener" });
      else if (name === "open") made.open = true;
      else if (name === "src" && String(value).startsWith("data:image/svg+xml,")) made.setAttribute("src", value);
      else if (ATTRIBUTES.has(name) || name.startsWith("aria-") || name.startsWith("data-")) made.setAttribute(name, value);
    }
    if ("data-who" in attributes) made.value = window.dash_clientside.hand.who() || attributes.value || "";
    if (tag === "button") made.type = attributes.type || "button";
    made.append(...within.map(element));
    return made;
  }

  // What stays the same stays where it is: a form keeps what is typed in it, and whoever is in it stays there.
  const words = new WeakMap();
  function patch(part, data) {
    const kept = new Map();
    for (const node of part.childNodes) {
      const said = words.get(node);
      if (said !== undefined) kept.set(said, [...(kept.get(said) || []), node]);
    }
    const wanted = data.map((each) => {
      const said = JSON.stringify(each);
      const node = (kept.get(said) || []).shift() || element(each);
      words.set(node, said);
      return node;
    });
    const stays = new Set(wanted), keep = window.dash_clientside.keys.kept(part);
    for (const node of [...part.childNodes]) if (!stays.has(node)) node.remove();
    let at = part.firstChild;
    for (const node of wanted) {
      if (node === at) at = at.nextSibling;
      else part.insertBefore(node, at);
    }
    keep();
    document.dispatchEvent(new CustomEvent("drawn", { detail: part }));
  }

  // A link to another view changes the address and nothing else; with a key held it opens as any link does.
  document.addEventListener("click", (press) => {
    const link = press.target.closest && press.target.closest('a[href^="?"]');
    const own = link && !link.target && press.button === 0 && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
    if (!own || press.defaultPrevented) return;
    press.preventDefault();
    window.dash_clientside.set_props("url", { search: link.getAttribute("href") });
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { light: { patch, element } });
})();

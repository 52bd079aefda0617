// What the scripts say, in the language of the page: its messages come with the page as data, English stands in the code.
(function () {
  "use strict";
  const { tag, languages, messages, drawings } = JSON.parse(document.getElementById("wording")?.textContent || "{}");
  const written = new Intl.NumberFormat(tag || "en"), kind = new Intl.PluralRules(tag || "en");
  const rightToLeft = document.documentElement.dir === "rtl";
  const other = rightToLeft ? /[^\P{L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

  const number = (count) => written.format(count);

  // A part as it stands in a message: words that run the other way are kept apart, so that both stay in order.
  function part(value) {
    if (typeof value === "number") return number(value);
    const words = String(value);
    return messages && other.test(words) ? `\u2068${words}\u2069` : words;
  }

  const filled = (words, parts) => words.replace(/\{(\w+)\}/g, (all, name) => (name in parts ? part(parts[name]) : all));

  const say = (words, parts = {}) => filled(messages?.[words] || words, parts);

  function soMany(one, several, count, parts = {}) {
    const forms = messages?.[one];
    const words = forms ? forms[kind.select(count)] || forms.other || several : count === 1 ? one : several;
    return filled(words, { count, ...parts });
  }

  const listed = (words) => new Intl.ListFormat(tag || "en-GB", { type: "conjunction" }).format(words);

  // The languages there are, once somebody asks.
  document.addEventListener("toggle", ({ target }) => {
    const menu = target.id === "language-box" && target.open && target.querySelector(".menu");
    if (!menu || menu.firstChild) return;
    for (const [code, name] of languages || []) {
      const line = Object.assign(document.createElement("button"), { type: "button", className: "line", lang: code, dir: "auto", textContent: name });
      line.dataset.lang = code;
      if (code === document.documentElement.lang) line.setAttribute("aria-current", "true");
      menu.append(line);
    }
  }, true);

  document.addEventListener("click", (press) => {
    const code = press.target.closest?.("#language-box [data-lang]")?.dataset.lang;
    if (!code) return;
    const said = new URLSearchParams(window.location.search);
    said.set("lang", code);
    window.location.assign(`?${said}`);
  });

  const wording = (window.wording = { tag: tag || "en", say, soMany, number, listed, drawings: drawings || {}, rightToLeft });
  document.documentElement.dataset.drop = wording.say("Drop to look at what is in them"); // shown by the style sheet
})();

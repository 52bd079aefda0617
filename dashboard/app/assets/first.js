// Asks for what the page shows while the scripts that draw it are still on their way.
(function () {
  "use strict";
  const LONGEST = 16000; // an address that says more is read once the page is there
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const base = JSON.parse(document.getElementById("_dash-config").textContent).requests_pathname_prefix;
  const ask = window.fetch;

  // Every question says in which language the page is: another window may be in another one.
  function said(options = {}) {
    const headers = new Headers(options.headers);
    headers.set("X-Language", document.documentElement.lang);
    return { ...options, headers };
  }

  // As wide as it is where no card stands beside it.
  function wide(name, beside) {
    const box = document.querySelector(name);
    return Math.max(280, Math.floor(box && box.clientWidth ? inside(box) + beside : window.innerWidth));
  }

  function inside(box) {
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    return box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  }

  // What a card takes of that: nothing where it lies over the page.
  function taken(card) {
    if (!card || getComputedStyle(card).position === "fixed") return 0;
    return card.offsetWidth || parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--card"));
  }

  // Dark or light, and how wide what is drawn may be: first in the empty frame that the page stands in for, then in itself.
  // A card is told apart, so that whoever opens one is answered with a drawing that has room beside it.
  function seen(search) {
    const theme = new URLSearchParams(search).get("theme");
    const dark = theme ? theme === "dark" : prefersDark.matches;
    const aside = document.getElementById("card") || document.getElementById("frame-card");
    const card = taken(aside), beside = card && aside.offsetWidth;
    return { dark, width: wide(".drawing", beside), strip: wide(".strip-box", beside), card };
  }

  const { search } = window.location;
  const screen = seen(search);
  document.documentElement.dataset.scheme = screen.dark ? "dark" : "light";
  const drawn = new URLSearchParams({ search, screen: JSON.stringify(screen) }).toString();
  const isFilled = drawn.length <= LONGEST;
  const page = `${base}_dash-layout`;
  let underway = ask(page + (isFilled ? `?${drawn}` : ""), said({ credentials: "same-origin" }));

  // What came with the scripts, for whoever asks for it.
  function known(what) {
    const words = typeof what === "string" && what.startsWith(base) && window.dash_clientside.known?.[what.slice(base.length)];
    return words && new Response(words, { headers: { "Content-Type": "application/json" } });
  }

  // Whoever asks the first time is given the answer that is under way.
  window.fetch = async function (what, options) {
    const answer = known(what) || (what === page && underway);
    if (!answer) return ask.call(window, what, said(options));
    if (what === page) underway = null;
    return answer;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, { first: { seen, said: isFilled ? screen : null } });
})();

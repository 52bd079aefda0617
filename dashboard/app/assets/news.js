// Another person changed the case since this page was drawn: said, and shown at a click, never under one's hands.
(function () {
  "use strict";
  const EVERY = 20000;
  let drawn = ""; // the edition that the page shows

  async function ask() {
    if (!drawn || document.hidden || !document.getElementById("add-open")) return;
    const asked = drawn;
    try {
      const answer = await fetch("/news", { cache: "no-store" });
      const { edition } = answer.ok ? await answer.json() : {};
      if (edition && asked === drawn) tell(edition !== drawn);
    } catch { /* the server is gone, or asleep: the next question says so */ }
  }

  function tell(isNew) {
    const box = document.getElementById("news");
    if (!box || isNew === Boolean(box.firstChild)) return;
    if (!isNew) return box.replaceChildren();
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: wording.say("Show") });
    button.addEventListener("click", () => {
      box.replaceChildren();
      window.dash_clientside.set_props("changed", { data: `news ${Date.now()}` });
    });
    box.replaceChildren(wording.say("Somebody else changed the case."), " ", button);
  }

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    news: {
      ask,
      drawn(edition) {
        drawn = edition || "";
        tell(false);
      },
    },
  });
})();

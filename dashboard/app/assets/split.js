// What parts chart and tabs, and how much of the page the tabs have: kept in the address, drawn by the browser alone.
(function () {
  "use strict";
  const MOST = 80, LEAST = 10, STEP = 4;
  const usual = (said) => (said.get("tab") === "map" ? 56 : 32); // a map is as high as it is wide

  const go = (change) => window.dash_clientside.address.go(change);

  // What is told by Dash: the address bar follows it a moment later.
  function now(search = window.location.search) {
    const said = new URLSearchParams(search), split = said.get("split");
    const asked = /^\d{1,2}$/.test(split || "") ? Number(split) : usual(said);
    return asked < LEAST ? 0 : Math.min(asked, MOST);
  }

  function show(share) {
    const page = document.documentElement, bar = document.getElementById("splitter"), close = document.getElementById("tabs-close");
    page.style.setProperty("--tabs", share + "%");
    page.classList.toggle("tabs-closed", share === 0);
    if (bar) {
      bar.setAttribute("aria-valuenow", String(share));
      bar.setAttribute("aria-valuetext", share ? wording.say("tabs {share} % of the page", { share }) : wording.say("tabs closed"));
    }
    if (close) {
      close.textContent = share ? wording.say("Close") : wording.say("Open");
      close.setAttribute("aria-expanded", String(share > 0));
    }
  }

  const standard = () => usual(new URLSearchParams(window.location.search));
  const clamped = (share) => (share < LEAST ? 0 : Math.min(Math.round(share), MOST));
  const keep = (share) => go((said) => (share === usual(said) ? said.delete("split") : said.set("split", String(share))));

  document.addEventListener("pointerdown", (press) => {
    const bar = press.target.closest && press.target.closest("#splitter");
    if (!bar || press.button !== 0) return;
    press.preventDefault();
    bar.focus();
    bar.setPointerCapture(press.pointerId);
    const box = document.querySelector("main").getBoundingClientRect(), from = press.clientY;
    let share = now();
    const move = (at) => {
      if (Math.abs(at.clientY - from) < 3) return;
      share = clamped(((box.bottom - at.clientY) / box.height) * 100);
      show(share);
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", () => {
      bar.removeEventListener("pointermove", move);
      if (share !== now()) keep(share);
    }, { once: true });
  });

  document.addEventListener("keydown", (press) => {
    if (press.target.id !== "splitter") return;
    const to = { ArrowUp: now() ? now() + STEP : LEAST + 2, ArrowDown: now() - STEP, Home: 0, End: MOST, Enter: now() ? 0 : standard() }[press.key];
    if (to === undefined) return;
    press.preventDefault();
    keep(clamped(to));
  });

  document.addEventListener("dblclick", (press) => press.target.id === "splitter" && keep(standard()));
  document.addEventListener("click", (press) => {
    if (press.target.id === "tabs-close") keep(now() ? 0 : standard());
    // Another tab is opened by the server's answer; the one that is chosen already is not.
    else if (!now() && press.target.closest?.("#tabs [role=tab][aria-selected=true]")) keep(standard());
  }, true); // before the tabs themselves hear of it: then every tab that is clicked is the chosen one

  window.dash_clientside = Object.assign({}, window.dash_clientside, { split: { draw: (search) => show(now(search || "")) } });
})();

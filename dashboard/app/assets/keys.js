// Where the keys lead: from chart and table into the card and its forms, out of them step by step, and back to where one was.
(function () {
  "use strict";
  const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";
  const CLOSES_ITSELF = "dialog, input:not([type=checkbox], [type=radio]), textarea, select, [role=listbox]";
  let from = null; // where the card was entered from
  let entering = false; // the card is awaited
  let form = ""; // the form that was open
  let shown = false; // something stood on the card

  const go = (change) => window.dash_clientside.address.go(change);
  const say = (name) => new URLSearchParams(window.location.search).get(name) || "";
  const part = (id) => document.getElementById(id);
  const isLost = () => document.activeElement === document.body || !document.activeElement;

  // Into the card: its first line is read out, and the next key goes to what may be done.
  function enter() {
    const head = part("card")?.querySelector("h2");
    entering = !head;
    if (!head) return;
    if (!head.closest("#card").contains(document.activeElement)) from = document.activeElement;
    head.tabIndex = -1;
    head.focus();
  }

  function back() {
    const row = from?.getAttribute?.("row-id"), again = row && document.querySelector(`#table [row-id="${CSS.escape(row)}"]`);
    (again || (from?.isConnected && from !== document.body ? from : part("timeline-section")))?.focus({ preventScroll: true });
    from = null;
  }

  // A form is cancelled: what was typed in it can be brought back.
  function leave() {
    const cancel = document.querySelector("#card form.edit [data-cancels]");
    if (cancel) cancel.click();
    else go((said) => said.delete("edit"));
  }

  function closed() {
    const root = part("root");
    if (root?.classList.contains("rail-open")) part("rail-close")?.click();
    else if (say("edit")) leave();
    else if (say("event")) {
      go((said) => said.delete("event"));
      if (part("card").contains(document.activeElement)) back();
    } else return false;
    return true;
  }

  document.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return;
    const at = press.target, row = at.closest("#table tr[row-id]");
    if (press.key === "Escape") {
      if (!at.closest(CLOSES_ITSELF) || (at.closest("#card form.edit") && !at.closest("dialog"))) closed();
    } else if (press.key === "Enter" && (at.id === "timeline-section" || (row && row.getAttribute("row-id") === say("event")))) {
      if (say("event")) enter();
    }
  });

  // What is written in a list that drops down gives way to what is typed.
  document.addEventListener("focusin", ({ target }) => target.matches?.(".list-box input:not([readonly])") && target.select());

  // A chart keeps whoever presses on it where she was: what she typed would not be told before the click.
  document.addEventListener("pointerdown", ({ target }) => {
    const typing = document.activeElement;
    if (typing?.closest?.(".edge, .search") && typing !== target) typing.blur();
  }, true);

  // Into what slides in, as soon as it is there.
  function into(frames = 60) {
    if (part("root")?.classList.contains("rail-open")) part("rail-close")?.focus();
    if (document.activeElement?.id !== "rail-close" && frames) requestAnimationFrame(() => into(frames - 1));
  }

  document.addEventListener("click", ({ target }) => {
    if (target.id === "rail-open") into();
    if (target.id === "rail-close") part("rail-open")?.focus();
  });

  document.addEventListener("drawn", ({ detail }) => {
    if (detail?.id !== "card") return;
    if (entering) enter();
    const now = say("edit"), here = document.activeElement;
    if (now !== form && !here?.matches("input, textarea, select")) {
      if (!isLost() && !detail.contains(here)) from = here;
      if (now) detail.querySelector("form.edit")?.elements[0]?.focus();
      else (detail.querySelector("[data-go]") || detail.querySelector("h2"))?.focus();
    }
    form = now;
    if (shown && !detail.childElementCount && isLost()) back();
    shown = detail.childElementCount > 0;
  });

  // Whoever is in a list that is drawn anew stays at her place in it; `kept` gives what leads back there.
  function kept(box) {
    const was = document.activeElement;
    if (!box.contains(was) || was.closest("form[data-do]")) return () => {}; // drafts.js leads back into a form
    const at = [...box.querySelectorAll(REACHED)].indexOf(was);
    return () => {
      if (!isLost() || (box.id === "card" && say("edit") !== form)) return; // a form that opens says itself where to begin
      const now = [...box.querySelectorAll(REACHED)];
      const alike = now.find((each) => each.tagName === was.tagName && each.textContent === was.textContent);
      (alike || now[Math.min(at, now.length - 1)] || box.closest("[tabindex]"))?.focus({ preventScroll: true });
    };
  }

  // The key as Latin letters name it: on an Arabic or Ukrainian keyboard it is the one that stands where P stands.
  const SIGNS = { Comma: ",", Period: ".", Slash: "/" }, SHIFTED = { Slash: "?" };
  const latin = ({ key, code, shiftKey }) => (/^[ -~]$/.test(key) ? key : /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : (shiftKey ? SHIFTED : SIGNS)[code] || key);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { keys: { kept, latin } });
})();

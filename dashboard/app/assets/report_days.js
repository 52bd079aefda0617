// The days of reports, typed in the report tab and in the tray: read as they are typed, and saved by a wish.
(function () {
  "use strict";
  const FORMS = "form.day-form, form.days-form, form.remove-form";
  const typed = new Map(); // what stands in the boxes, kept while the part around them is drawn anew
  const timers = new WeakMap();

  const boxes = (form) => [...form.querySelectorAll("input[name=day]")];
  const reportOf = (box) => box.closest("[data-report]")?.dataset.report || "";
  const keyOf = (box) => `${box.closest("form").className} ${boxes(box.closest("form")).length > 1 ? "" : reportOf(boxes(box.closest("form"))[0])} ${box.name} ${reportOf(box)}`;
  const hintOf = (box) => box.closest("li, form").querySelector(".day-hint");

  function tell(box, words, bad) {
    const hint = hintOf(box);
    if (hint) {
      hint.textContent = words;
      hint.classList.toggle("wrong", Boolean(bad));
    }
    if (bad) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  }

  async function read(box) {
    const words = box.value.trim();
    if (!box.isConnected) return;
    if (!words) return tell(box, "");
    const zone = box.closest("form").querySelector("input[name=zone]")?.value.trim() || "";
    const { said, notes, trouble } = await window.adding.ask("POST", "/add/day", { day: words, zone });
    if (box.value.trim() === words) tell(box, trouble || [said, ...(notes || [])].join(" · "), Boolean(trouble));
  }

  document.addEventListener("input", (typing) => {
    const box = typing.target.closest?.(".day-form input, .days-form input");
    if (!box) return;
    typed.set(keyOf(box), box.value);
    if (box.name !== "day") return;
    clearTimeout(timers.get(box));
    timers.set(box, setTimeout(() => read(box), 350));
  });

  document.addEventListener("drawn", (drawing) => {
    for (const box of (drawing.detail || drawing.target).querySelectorAll(".day-form [name=by], .days-form [name=by]")) box.value ||= window.dash_clientside.hand.who();
    for (const box of (drawing.detail || drawing.target).querySelectorAll(".day-form input, .days-form input")) {
      const words = typed.get(keyOf(box));
      if (!words || box.value) continue;
      box.value = words;
      box.closest("details").open = true;
      if (box.name === "day") read(box);
    }
  });

  // A day that is offered is taken once it is clicked; of every report that has none yet with the button for all.
  function take(offer) {
    const box = offer.closest("li, form").querySelector("input[name=day]");
    box.value = offer.title;
    typed.set(keyOf(box), box.value);
    read(box);
  }

  document.addEventListener("click", (press) => {
    const offer = press.target.closest?.("form .offer");
    if (!offer) return;
    const form = offer.closest("form"), why = form.querySelector("input[name=because]");
    const offers = offer.classList.contains("every") ? [...form.querySelectorAll("li .offer")].filter((one) => !one.closest("li").querySelector("input").value) : [offer];
    offers.forEach(take);
    if (why && !why.value) {
      why.value = wording.say("the day in the file's name");
      typed.set(keyOf(why), why.value);
    }
  });

  document.addEventListener("submit", (press) => {
    const form = press.target.closest?.(FORMS);
    if (!form) return;
    press.preventDefault();
    const { wish } = window.dash_clientside.hand;
    form.querySelector(".wrong:not(.day-hint)").textContent = "";
    const word = (name) => form.querySelector(`input[name=${name}]`)?.value.trim() || "";
    if (form.classList.contains("remove-form")) {
      wish(form.dataset.verb, { report: form.dataset.report, sure: form.dataset.sure === "yes" }, form);
      return;
    }
    window.dash_clientside.hand.who(word("by"));
    const days = Object.fromEntries(boxes(form).filter((box) => box.value.trim() || boxes(form).length === 1).map((box) => [reportOf(box), box.value.trim()]));
    const button = form.querySelector("button.primary");
    button.dataset.words = button.textContent;
    button.textContent = wording.say("Reading again…");
    button.disabled = true;
    wish(form.dataset.verb, { days, zone: word("zone"), because: word("because") }, form);
  });

  // What became of it: errors beside the boxes they are of; what was saved is no longer typed.
  document.addEventListener("hand", ({ detail: { done, from } }) => {
    if (!from || !from.matches || !from.matches(FORMS)) return;
    const button = from.querySelector("button.primary, button.danger");
    if (button) button.disabled = false;
    if (button?.dataset.words) button.textContent = button.dataset.words;
    const errors = { ...(done.errors || {}) };
    if (!Object.keys(errors).length) {
      for (const box of from.querySelectorAll("input")) typed.delete(keyOf(box));
      return;
    }
    for (const box of boxes(from)) {
      if (!errors[reportOf(box)]) continue;
      tell(box, errors[reportOf(box)], true);
      delete errors[reportOf(box)];
    }
    from.querySelector(".wrong:not(.day-hint)").textContent = Object.values(errors).join(wording.say("; "));
    if (done.asks) {
      from.dataset.sure = "yes";
      button.textContent = wording.say("Remove it all the same");
    }
    (from.querySelector("[aria-invalid]") || from.querySelector("input[name=because]") || button)?.focus();
  });
})();

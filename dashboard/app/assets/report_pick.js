// What a person types into the box of reports: asked once she rests, and forgotten once she leaves.
(function () {
  "use strict";
  const BOX = "input#report-pick";
  const REST = 250; // milliseconds
  let told = "", timer = 0;

  function tell(words) {
    clearTimeout(timer);
    if (words === told) return;
    told = words;
    window.dash_clientside.set_props("report-typed", { data: words });
  }

  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(BOX)) return;
    clearTimeout(timer);
    timer = setTimeout(() => tell(target.value), REST);
  });
  document.addEventListener("focusout", ({ target }) => target.matches?.(BOX) && tell(""));
})();

// The address says what the page shows: who changes it, changes what is shown.
(function () {
  "use strict";
  // `change` gets what the address says now, and sets or deletes of it.
  function go(change) {
    const said = new URLSearchParams(window.location.search);
    change(said);
    const text = said.toString();
    window.dash_clientside.set_props("url", { search: text ? "?" + text : "?" });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { address: { go } });
})();

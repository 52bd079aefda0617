// What a person's hand does to the case: a wish goes to the server, and what became of it is said where she is.
(function () {
  "use strict";
  const NAME = "conflict-timeline.by";
  const asked = new Map(); // turn -> the form, or the element, that asked
  let turns = 0;

  function who(name) {
    try {
      if (name !== undefined) window.localStorage.setItem(NAME, name);
      return window.localStorage.getItem(NAME) || "";
    } catch { return name || ""; } // a browser that keeps nothing
  }

  // Asks for a change by its verb; `from` is where errors are shown.
  function wish(verb, values, from) {
    turns += 1;
    const turn = `${Date.now()}-${turns}`;
    asked.set(turn, from || null);
    window.dash_clientside.set_props("wish", { data: { verb, turn, by: who(), ...values } });
    return turn;
  }

  function say(words, isError) {
    const box = document.getElementById("said");
    if (!box) return;
    box.replaceChildren(document.createTextNode(words));
    box.classList.toggle("bad", Boolean(isError));
  }

  // What became of a wish: beside the form that asked, and in the line that is read out.
  function told(done) {
    if (!done) return;
    const from = asked.get(done.turn);
    asked.delete(done.turn);
    const errors = Object.entries(done.errors || {});
    say(errors.length ? errors.map(([, words]) => words).join("; ") : done.message, errors.length);
    document.dispatchEvent(new CustomEvent("hand", { detail: { done, from } }));
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { hand: { told, wish, who, say } });
})();

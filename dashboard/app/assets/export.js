// The menu of exports: a title that is handed on with every line, and sealing the whole case.
(function () {
  "use strict";
  const title = () => document.getElementById("export-title")?.value.trim() || "";
  const EACH = '#export-menu a.line[href^="/export/"]';

  function handOn() {
    for (const line of document.querySelectorAll(EACH)) {
      const to = new URL(line.href);
      if (title()) to.searchParams.set("title", title());
      else to.searchParams.delete("title");
      line.setAttribute("href", to.pathname + to.search + to.hash);
    }
  }

  document.addEventListener("input", ({ target }) => target.id === "export-title" && handOn());
  document.addEventListener("drawn", ({ detail }) => detail?.id === "export-menu" && handOn());

  function h(tag, given, ...within) {
    const made = Object.assign(document.createElement(tag), given);
    made.append(...within);
    return made;
  }

  function shown(name, ...within) {
    document.getElementById("sealed")?.remove();
    const close = h("button", { type: "button", className: "button", textContent: wording.say("Close") });
    const box = h("dialog", { id: "sealed", className: "sealed" }, h("h2", { textContent: name }), ...within, h("footer", {}, close));
    close.addEventListener("click", () => box.close());
    box.addEventListener("close", () => { box.remove(); document.getElementById("export")?.focus(); });
    document.body.append(box);
    box.showModal();
    return box;
  }

  async function seal() {
    shown(wording.say("Sealing the case…"), h("p", { role: "status", textContent: wording.say("Reports, store, exports and methods are put into one file.") }));
    const { trouble, ...sealed } = await window.adding.ask("POST", "/seal", {});
    if (!document.getElementById("sealed")) return; // closed meanwhile
    if (trouble) return shown(wording.say("The case could not be sealed"), h("p", { className: "wrong", role: "alert", textContent: trouble }));
    const copy = h("button", { type: "button", className: "button", textContent: wording.say("Copy") });
    copy.dataset.copy = sealed.fingerprint;
    const save = h("a", { className: "button primary", href: sealed.href, download: sealed.name, textContent: wording.say("Save {file}", { file: sealed.name }) });
    const box = shown(wording.say("The case is sealed"),
      h("p", { textContent: sealed.said }),
      h("p", {}, wording.say("Its fingerprint:"), " ", h("code", { dir: "ltr", textContent: sealed.fingerprint }), " ", copy),
      h("p", { className: "hint", textContent: wording.say("Keep the fingerprint apart from the file: who changes the file can't change what you wrote down. {command} tells whether it is as it was sealed.", { command: "conflict-timeline case verify FILE.zip" }) }),
      h("p", { className: "hint", textContent: wording.say("The files that reports came from, and a time stamp of an authority, are sealed along at the terminal: {command}", { command: "conflict-timeline case seal FILE.zip --originals FOLDER --timestamp ADDRESS" }) }));
    box.querySelector("footer").prepend(save);
    save.focus();
  }

  document.addEventListener("click", ({ target }) => target.id === "seal-case" && seal());
})();

// What is pasted into a page of one's own to show this view in it.
(function () {
  "use strict";
  const escape = (words) => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  // Before the click is told to hand.js, which copies it; the link to the page holds what of the address is used.
  document.addEventListener("click", ({ target }) => {
    if (target.id !== "embed-code") return;
    const { origin } = window.location, { search } = new URL(document.getElementById("download-html").href, origin);
    const title = document.querySelector("h1")?.textContent || wording.say("Timeline");
    target.dataset.copy = `<iframe src="${escape(`${origin}/embed${search}`)}" title="${escape(title)}" width="100%" height="640" style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
  }, true);
})();

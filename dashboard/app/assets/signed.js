// Where several share the page: signing out, and what to do when the session has ended.
(function () {
  "use strict";
  document.addEventListener("click", async (press) => {
    if (!press.target.closest?.("#sign-out")) return;
    await window.fetch("/sign-out", { method: "POST", redirect: "manual" });
    window.location.assign("/sign-in");
  });

  function ended() {
    if (document.getElementById("ended")) return;
    const bar = document.createElement("div");
    bar.id = "ended";
    bar.role = "alert";
    const here = window.location.pathname + window.location.search;
    const again = document.createElement("a");
    again.href = `/sign-in?next=${encodeURIComponent(here)}`;
    again.textContent = wording.say("Sign in again");
    bar.append(wording.say("You are no longer signed in."), " ", again, " · ", wording.say("what you typed is still here, but was not kept."));
    document.body.prepend(bar);
  }

  const ask = window.fetch;
  window.fetch = async function (...asked) {
    const answer = await ask.apply(this, asked);
    if (answer.status === 401) ended();
    return answer;
  };
})();

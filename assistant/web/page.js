// What HTML alone cannot do: open an article at the quote, copy a citation, unfold a folded source, and keep the
// reader's place.
(() => {
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  function reveal(element) {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
    }
    element.scrollIntoView({ behavior: calm(), block: "nearest" });
    element.focus({ preventScroll: true });
    element.classList.remove("found");
    void element.offsetWidth; // restarts the animation
    element.classList.add("found");
  }

  function read(dialog) {
    dialog.showModal();
    const body = dialog.querySelector(".reader-body");
    const mark = body.querySelector("mark");
    body.scrollTop = mark
      ? mark.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3
      : 0;
    body.focus({ preventScroll: true });
  }

  function copy(button) {
    const done = () => {
      button.textContent = button.dataset.copied;
    };
    const byHand = () => {
      // Where the page may not write to the clipboard: the old way, which needs something selected.
      const box = document.createElement("textarea");
      box.value = button.dataset.copies;
      document.body.append(box);
      box.select();
      if (document.execCommand("copy")) done();
      box.remove();
      button.focus({ preventScroll: true });
    };
    if (navigator.clipboard) navigator.clipboard.writeText(button.dataset.copies).then(done, byHand);
    else byHand();
  }

  document.addEventListener("click", (event) => {
    const at = event.target;
    if (!(at instanceof Element)) return;
    const opens = at.closest("[data-opens]");
    const closes = at.closest("[data-closes]");
    const copies = at.closest("[data-copies]");
    const jump = at.closest("a.cite, a.back");
    if (opens) {
      const dialog = document.getElementById(opens.dataset.opens);
      if (dialog) read(dialog);
    } else if (copies) {
      copy(copies);
    } else if (closes) {
      document.getElementById(closes.dataset.closes)?.close();
    } else if (at instanceof HTMLDialogElement && at.matches(".reader")) {
      at.close(); // a click beside the page, on the backdrop
    } else if (jump) {
      const target = document.getElementById(jump.getAttribute("href").slice(1));
      if (target) {
        event.preventDefault();
        reveal(target);
      }
    }
  });

  // Gradio draws the page after load and redraws the conversation as it streams.
  let exchanges = 0;
  new MutationObserver(() => {
    const conversation = document.getElementById("conversation");
    if (!conversation) return;
    if (!conversation.hasAttribute("aria-live")) {
      conversation.setAttribute("role", "log");
      conversation.setAttribute("aria-live", "polite");
    }
    const language = conversation.querySelector("[lang]")?.lang;
    if (language && document.documentElement.lang !== language) document.documentElement.lang = language;
    conversation.setAttribute("aria-busy", String(!!conversation.querySelector(".streaming")));
    const now = conversation.querySelectorAll(".exchange");
    if (now.length > exchanges) {
      const last = now[now.length - 1];
      const top = last.getBoundingClientRect().top;
      if (top < 0 || top > innerHeight * 0.45) last.scrollIntoView({ behavior: calm(), block: "start" });
      const side = document.getElementById("side");
      if (side) side.scrollTop = 0;
    }
    exchanges = now.length;
  }).observe(document.documentElement, { childList: true, subtree: true });
})();

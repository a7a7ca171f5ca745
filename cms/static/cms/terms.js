/* Terms of the glossary, explained where they stand: by focus, touch and hover.
   Without this script each is a link to its place in the glossary. */
(function () {
  "use strict";

  const LEAVING = 300; // Milliseconds in which a pointer may stray from a note.
  const MARGIN = 16; // Pixels between a note and the edge of the window.
  let open = null; // The box whose note is shown.
  let pinned = false; // Whether it was asked for, and not only pointed at.
  let timer = 0;

  const noteIn = (box) => document.getElementById(box.dataset.note);

  function show(box) {
    clearTimeout(timer);
    if (open === box) return;
    hide();
    const note = noteIn(box);
    note.querySelector("a").href = box.firstChild.href;
    box.append(note);
    note.hidden = false;
    place(note);
    box.firstChild.setAttribute("aria-expanded", "true");
    open = box;
  }

  function place(note) {
    note.style.left = "0";
    const { left, right } = note.getBoundingClientRect();
    const over = right + MARGIN - document.documentElement.clientWidth;
    note.style.left = `${Math.max(-Math.max(over, 0), MARGIN - left)}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (!open) return;
    noteIn(open).hidden = true;
    open.firstChild.setAttribute("aria-expanded", "false");
    open = null;
    pinned = false;
  }

  function toggle(box) {
    if (open === box && pinned) return hide();
    show(box);
    pinned = true;
  }

  function leave(box) {
    if (pinned || box.contains(document.activeElement)) return;
    timer = setTimeout(hide, LEAVING);
  }

  function enhance(link) {
    const note = document.getElementById(`term-${link.dataset.id}`);
    if (!note) return;
    const box = document.createElement("span");
    box.className = "term";
    box.dataset.note = note.id;
    link.replaceWith(box);
    box.append(link);
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-describedby", note.id);
    box.addEventListener("mouseenter", () => show(box));
    box.addEventListener("mouseleave", () => leave(box));
    link.addEventListener("focus", () => show(box));
    box.addEventListener("focusout", (event) => {
      if (open === box && !box.contains(event.relatedTarget)) hide();
    });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      toggle(box);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(box);
    });
  }

  document.querySelectorAll('a[data-type="cms.Term"]').forEach(enhance);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (open && !open.contains(event.target)) hide();
  });
})();

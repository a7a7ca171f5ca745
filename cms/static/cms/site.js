// What a browser can add to a page that is whole without it: the time of an event on the
// visitor's own clock, a button that copies the address of the page, and Escape, which
// closes the menu.
(() => {
  const lang = document.documentElement.lang;

  const clock = (moment, timeZone) =>
    new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone }).format(moment);

  const tellLocalTime = (element) => {
    const { start, end, zone, words } = element.dataset;
    const [from, until] = [new Date(start), new Date(end)];
    try {
      if (clock(from, zone) === clock(from)) return;
      const format = new Intl.DateTimeFormat(lang, {
        weekday: "long", month: "long", day: "numeric",
        hour: "numeric", minute: "2-digit", timeZoneName: "short",
      });
      element.textContent = words.replace("{}", format.formatRange(from, until));
      element.hidden = false;
    } catch { /* A browser that does not know the zone says nothing. */ }
  };

  const offerCopy = (button) => {
    if (!navigator.clipboard) return;
    const words = button.textContent, status = document.createElement("span");
    status.className = "usa-sr-only";
    status.setAttribute("role", "status");
    status.dataset.enhancement = "";
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = status.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = words; status.textContent = ""; }, 4000);
    });
  };

  const closeByEscape = (menu) => {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };

  document.querySelectorAll(".site-nav details").forEach(closeByEscape);
  document.querySelectorAll("[data-start]").forEach(tellLocalTime);
  document.querySelectorAll("[data-copy]").forEach(offerCopy);
})();

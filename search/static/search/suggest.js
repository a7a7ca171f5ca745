// Completes what is typed into a search field: an editable combo box with a list, as the
// ARIA Authoring Practices describe it. Without this script the field searches all the same.
(() => {
  const WAIT = 150, SHORTEST = 2;

  const complete = (input) => {
    const list = document.createElement("ul");
    const status = document.createElement("div");
    let found = [], current = -1, timer, asked = "";

    list.id = `${input.id}-list`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestions);
    list.hidden = true;
    status.className = "usa-sr-only";
    status.setAttribute("role", "status");
    const attributes = {
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": list.id,
    };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    input.after(list, status);

    const open = () => {
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };

    const choose = (place) => {
      current = place;
      [...list.children].forEach((option, at) =>
        option.setAttribute("aria-selected", String(at === place)));
      const option = list.children[place];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };

    const option = (item, place) => {
      const element = document.createElement("li");
      const kind = document.createElement("span");
      element.id = `${list.id}-${place}`;
      element.setAttribute("role", "option");
      element.setAttribute("aria-selected", "false");
      element.textContent = item.title;
      kind.textContent = item.type_label;
      element.append(" ", kind);
      // Before the field loses the focus, which closes the list.
      element.addEventListener("pointerdown", (event) => event.preventDefault());
      element.addEventListener("click", () => { location.href = item.path; });
      return element;
    };

    const show = (items) => {
      found = items;
      list.replaceChildren(...items.map(option));
      close();
      if (items.length) open();
      const [none, one, many] = input.dataset.found.split("|");
      const words = items.length ? (items.length === 1 ? one : many) : none;
      status.textContent = words.replace("{}", items.length);
    };

    const ask = async () => {
      const typed = input.value.trim();
      if (typed === asked) return;
      asked = typed;
      found = [];
      if (typed.length < SHORTEST || typed.length > 100) return close();
      const query = new URLSearchParams({ q: typed, locale: document.documentElement.lang });
      try {
        const response = await fetch(`${input.dataset.suggest}?${query}`);
        const items = response.ok ? (await response.json()).items : [];
        if (typed === asked && document.activeElement === input) show(items);
      } catch { close(); }
    };

    const keys = {
      ArrowDown: () => choose(current + 1 < found.length ? current + 1 : -1),
      ArrowUp: () => choose(current < 0 ? found.length - 1 : current - 1),
      Home: () => choose(-1),
      End: () => choose(-1),
      Escape: close,
      Enter: () => { location.href = found[current].path; },
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      const does = keys[event.key];
      const opens = event.key.startsWith("Arrow") && found.length && asked === input.value.trim();
      if (does && list.hidden && opens) open();
      if (!does || list.hidden || (event.key === "Enter" && current < 0)) return;
      does();
      if (!["Home", "End"].includes(event.key)) event.preventDefault();
    });
    input.addEventListener("blur", close);
  };

  document.querySelectorAll("input[data-suggest]").forEach(complete);
})();

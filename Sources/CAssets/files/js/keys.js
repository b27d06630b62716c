// Keys for those who live in the lists; the table of keys on each page says the same. / search, j and k move, x marks, Enter opens
// (the focused link does that itself), r loads again what has changed, ? the keys, Escape out of a field.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isMark = event.target.matches("[data-mark]");
  if (event.target.closest("input, textarea, select, [contenteditable]") && !isMark) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const links = () => [...document.querySelectorAll("[data-list] tbody tr")].map((row) => row.querySelector("a[href]")).filter(Boolean);
  const move = (step) => {
    const rows = links();
    if (rows.length === 0) return;
    const now = rows.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + step));
    rows[next].focus();
    rows[next].closest("tr").scrollIntoView({ block: "nearest" });
  };
  switch (event.key) {
    case "/": {
      const search = document.querySelector("[data-search]");
      if (!search) return;
      search.focus();
      search.select();
      break;
    }
    case "j": move(1); break;
    case "k": move(-1); break;
    case "x": {
      const mark = document.activeElement?.closest("tr")?.querySelector("[data-mark]");
      if (!mark) return;
      mark.checked = !mark.checked;
      break;
    }
    case "Enter": {
      // On a mark Enter would send the form.
      if (!isMark) return;
      event.target.closest("tr")?.querySelector("a[href]")?.click();
      break;
    }
    case "r": {
      const way = document.querySelector("[data-news] a[data-reload]");
      if (!way) return;
      way.click();
      break;
    }
    case "?": {
      const keys = document.querySelector("[data-keys]");
      if (!keys) return;
      keys.open = !keys.open;
      if (keys.open) keys.scrollIntoView({ block: "nearest" });
      break;
    }
    default: return;
  }
  event.preventDefault();
});

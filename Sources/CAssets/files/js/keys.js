// Keys for those who live in the lists: / search, j and k move, Enter opens (the focused link does that itself), ? the keys.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const move = (step) => {
    const links = [...document.querySelectorAll("[data-list] tbody tr")].map((row) => row.querySelector("a[href]")).filter(Boolean);
    if (links.length === 0) return;
    const now = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const next = now < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, now + step));
    links[next].focus();
    links[next].closest("tr").scrollIntoView({ block: "nearest" });
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

// Keeps what is being typed. <form data-draft="name"> keeps its words in this browser for three days, brings them back into
// empty inputs, and forgets them on a page that has data-draft-done="name". Any form with data-guard warns before unsaved
// words are left behind. Passwords, files and hidden values are never kept, but for a key ([data-draft-key]) by which the server tells
// that the same words come again. Whoever signs out leaves nothing behind.
(() => {
  const days = 3;
  const kept = "input:not([type=password],[type=hidden],[type=file],[type=submit]), input[data-draft-key], textarea, select";
  const key = (name) => `dong-hanh-nhap:${name}`;
  const store = {
    read(name) {
      try {
        const draft = JSON.parse(localStorage.getItem(key(name)));
        return draft && Date.now() - draft.at < days * 86400000 ? draft.values : null;
      } catch { return null; }
    },
    write(name, values) {
      try { localStorage.setItem(key(name), JSON.stringify({ at: Date.now(), values })); } catch { /* private window: nothing is kept */ }
    },
    forget(name) {
      try { localStorage.removeItem(key(name)); } catch { /* likewise */ }
    },
    forgetAll() {
      try { Object.keys(localStorage).filter((one) => one.startsWith(key(""))).forEach((one) => localStorage.removeItem(one)); } catch { /* likewise */ }
    },
  };
  const inputs = (form) => [...form.querySelectorAll(kept)].filter((input) => input.name);
  const isChoice = (input) => input.type === "radio" || input.type === "checkbox";

  const collect = (form) => inputs(form)
    .filter((input) => (isChoice(input) ? input.checked : input.value !== ""))
    .map((input) => [input.name, input.value]);

  // A list whose first answer is chosen already counts as empty until somebody chooses.
  const isEmpty = (input) => input.value === ""
    || input.tagName === "SELECT" && [...input.options].every((option) => option.selected === option.defaultSelected);

  const restore = (form, values) => {
    let changed = false;
    const untouched = inputs(form).every((input) => !isChoice(input) || input.checked === input.defaultChecked);
    for (const input of inputs(form)) {
      const mine = values.filter(([name]) => name === input.name).map(([, value]) => value);
      if (isChoice(input)) {
        const on = mine.includes(input.value);
        if (untouched && on !== input.checked) { input.checked = on; changed = true; }
      } else if (!("draftKey" in input.dataset) && isEmpty(input) && mine.length > 0 && input.value !== mine[0]) {
        input.value = mine[0];
        changed = true;
      }
    }
    for (const input of changed ? form.querySelectorAll("[data-draft-key]") : []) {
      input.value = values.find(([name]) => name === input.name)?.[1] ?? input.value;
    }
    return changed;
  };

  const tell = (form, name) => {
    const box = document.createElement("div");
    box.className = "notice plain";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = "Đã khôi phục nội dung bạn đang viết dở trên thiết bị này. ";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain";
    button.textContent = "Xóa bản nháp";
    button.addEventListener("click", () => { store.forget(name); form.reset(); box.remove(); });
    box.append(words, button);
    form.prepend(box);
  };

  for (const done of document.querySelectorAll("[data-draft-done]")) store.forget(done.dataset.draftDone);

  let isLeaving = false;
  document.querySelector("form[action='/dang-xuat']")?.addEventListener("submit", () => { isLeaving = true; store.forgetAll(); });

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const name = form.dataset.draft;
    const values = store.read(name);
    if (values && restore(form, values)) tell(form, name);
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (!isLeaving) store.write(name, collect(form)); }, 400);
    });
    form.addEventListener("submit", () => { clearTimeout(timer); store.write(name, collect(form)); });
  }

  for (const form of document.querySelectorAll("form[data-guard]")) {
    let dirty = false;
    // Whoever types is at work: the session must not end under a long answer (it does after 15 minutes without a request).
    let alive = Date.now();
    form.addEventListener("input", () => {
      dirty = true;
      if (Date.now() - alive < 240000) return;
      alive = Date.now();
      fetch(location.href, { method: "HEAD" }).catch(() => { /* offline: the next stroke tries again */ });
    });
    form.addEventListener("submit", () => { dirty = false; });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  }

  // Whoever signs in here may be another person: pages that were kept on this device for work on site are put away.
  if (document.querySelector("form[action='/dang-nhap']")) window.caches?.delete("dong-hanh-hien-truong").catch(() => { /* none there */ });

  document.querySelector(".summary")?.focus();
})();

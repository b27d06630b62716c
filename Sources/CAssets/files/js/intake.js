// The desk for typing while somebody speaks (<form class="intake">). Ctrl+Enter saves; Enter in a line goes on to the next and sends
// nothing. With data-intake="address" what was typed of the caller is posted there while he speaks, and what comes back, who it is and
// what he has with us, takes the place of [data-caller]; his button ([data-fill]) puts what is known into the empty lines. Without a
// script the buttons of the form do the same.
// The keys that pages show (data-key) work with Alt alone, whatever else a browser wants for its access keys.
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const key = event.code.replace(/^Key/, "").toLowerCase();
  const place = /^[a-z]$/.test(key) ? document.querySelector(`[accesskey="${key}"]`) : null;
  if (!place) return;
  event.preventDefault();
  if (place.matches("a, button")) place.click();
  else place.focus();
});
for (const form of document.querySelectorAll("form.intake")) {
  const caller = form.querySelector("[data-caller]");
  const save = form.querySelector("[data-save]");
  const offline = form.querySelector("[data-offline]");
  const names = ["phone", "taxCode", "code", "text"];
  let timer;
  let asked = null;
  let running = null;

  const typed = () => {
    const all = new FormData(form);
    const body = new URLSearchParams({ csrf: all.get("csrf") ?? "" });
    for (const name of [...names, "petition", "listed"]) body.set(name, all.get(name) ?? "");
    return body;
  };

  const look = async () => {
    clearTimeout(timer);
    const body = typed();
    if (!caller || body.toString() === asked) return;
    asked = body.toString();
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.intake, { method: "POST", body, signal: running.signal, redirect: "error" });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.text();
      // Somebody chose meanwhile, or stands in the list with the keyboard: his choice stays.
      const chosen = form.querySelector("[name=petition]:checked")?.value;
      const held = caller.contains(document.activeElement) ? document.activeElement.value : null;
      caller.innerHTML = found;
      for (const input of caller.querySelectorAll("[name=petition]")) {
        if (chosen && chosen !== body.get("petition") && input.value === chosen) input.checked = true;
        if (held !== null && input.value === held) input.focus();
      }
    } catch {
      // Refused or away: what is shown stays, and the next stroke asks again.
      asked = null;
    }
  };

  const lines = () => [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button, summary")]
    .filter((one) => !one.disabled && one.offsetParent !== null);

  // Wherever the keyboard stands: the form is what the page is for.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(save);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (!event.target.matches("input, select") || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const all = lines();
    all[all.indexOf(event.target) + 1]?.focus();
    look();
  });

  form.addEventListener("input", (event) => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, event.target.name === "text" ? 1500 : 300);
  });

  caller?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill]");
    if (!button) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(button.dataset)) {
      const input = name === "fill" ? null : form.elements[name];
      if (input && input.value === "") input.value = value;
    }
    form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    (form.elements.text.value === "" ? form.elements.text : save).focus();
    look();
  });

  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (offline) offline.hidden = navigator.onLine;
    if (!navigator.onLine || isSent) event.preventDefault();
    else isSent = true;
  });
  // Back from the next page: the form may be sent again.
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("online", () => { if (offline) offline.hidden = true; });
  // What was brought back of an interrupted call has a caller too.
  if (names.some((name) => name !== "text" && form.elements[name]?.value)) look();
}

// Refreshes the suggestions beside a draft while it is written. <section data-suggestions="address" data-suggestions-from="names">
// stands in the form; a second after the last stroke the named inputs are posted to the address, with the form's token, and what
// comes back takes the place of [data-suggestions-list]. What was typed stands in no address. Without a script there is a link.
for (const box of document.querySelectorAll("[data-suggestions]")) {
  const form = box.closest("form");
  const list = box.querySelector("[data-suggestions-list]");
  if (!form || !list) continue;
  const names = box.dataset.suggestionsFrom.split(" ");
  let timer;
  let asked = null;
  let running = null;

  const typed = () => {
    const all = new FormData(form);
    const body = new URLSearchParams({ csrf: all.get("csrf") ?? "" });
    for (const name of names) body.set(name, all.get(name) ?? "");
    return body;
  };

  const refresh = async () => {
    const body = typed();
    if (body.toString() === asked) return;
    asked = body.toString();
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(box.dataset.suggestions, { method: "POST", body, signal: running.signal, redirect: "error" });
      // Refused or away: what is shown stays, and the next stroke asks again.
      if (answer.ok) list.innerHTML = await answer.text(); else asked = null;
    } catch {
      asked = null;
    }
  };

  form.addEventListener("input", (event) => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 1000);
  });
  refresh();
}

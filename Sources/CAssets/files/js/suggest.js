// Refreshes the suggestions beside a draft while it is written. <section data-suggestions="address" data-suggestions-from="names">
// stands in the form; a second after the last stroke the named inputs are posted to the address, with the form's token, and what
// comes back takes the place of [data-suggestions-list]. What was typed stands in no address. Without a script there is a link.
// A suggestion that is taken ([data-suggestion]) is fetched as the page it leads to, and its words are put into this form: into
// empty inputs, and below what stands in the others. Nothing that was typed is lost.
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

  const isChoice = (input) => input.type === "radio" || input.type === "checkbox";

  const put = (input, words) => {
    if (input.type === "hidden" || input.type === "file" || isChoice(input) || !words || input.value.includes(words)) return;
    if (input.value === "") input.value = words;
    else if (input.tagName === "TEXTAREA") input.value = `${input.value.trimEnd()}\n\n${words}`;
  };

  const take = async (link) => {
    const answer = await fetch(link.href, { redirect: "error" });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const source = [...page.forms].find((other) => other.querySelector("[data-suggestions]"));
    if (!source) throw new Error("no form");
    const chosen = new Set([...form.querySelectorAll("input:checked")].map((input) => input.name));
    for (const input of form.elements) {
      const other = input.name ? source.elements[input.name] : null;
      if (!other) continue;
      if (input.type === "radio") input.checked = chosen.has(input.name) ? input.checked : other.value === input.value;
      else put(input, other.value);
    }
    const first = form.elements[names[0]];
    first.focus();
    first.dispatchEvent(new Event("input", { bubbles: true }));
    const said = box.querySelector("[data-suggestion-taken]");
    if (said) said.hidden = false;
  };

  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-suggestion]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Away or refused: the page itself, which says what is wrong.
    take(link).catch(() => { location.href = link.href; });
  });

  form.addEventListener("input", (event) => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 1000);
  });
  refresh();
}

// Shows a button beside each large code that copies it. Without a script the code is marked with one tap.
for (const box of document.querySelectorAll("[data-copy]")) {
  const button = box.querySelector("button");
  const code = box.querySelector("output");
  if (!button || !code || !navigator.clipboard) continue;
  const words = button.querySelector("span");
  const before = words.textContent;
  button.hidden = false;
  words.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent.trim());
      words.textContent = button.dataset.copied;
    } catch {
      // The browser said no: mark the code instead, so that the person copies it with the keys they know.
      getSelection().selectAllChildren(code);
    }
    setTimeout(() => { words.textContent = before; }, 3000);
  });
}

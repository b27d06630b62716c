// Everything works without this; each part makes one thing quicker.
"use strict";

// Copies the lookup code.
for (const code of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet-button";
  button.textContent = "Sao chép mã";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent.trim());
    button.textContent = "Đã sao chép";
  });
  code.after(button);
}

// Brings the person to what is wrong.
document.querySelector(".error-summary")?.focus();

// Lists by keyboard: j and k move, Enter opens, / searches.
const rows = [...document.querySelectorAll("[data-list] tbody tr")];
let chosen = -1;
function choose(index) {
  rows[chosen]?.classList.remove("chosen");
  chosen = Math.max(0, Math.min(rows.length - 1, index));
  rows[chosen]?.classList.add("chosen");
  rows[chosen]?.scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, button, a, summary")) return;
  if (event.key === "/") {
    const field = document.querySelector("[data-search]");
    if (field) { event.preventDefault(); field.focus(); }
  } else if (rows.length && event.key === "j") choose(chosen + 1);
  else if (rows.length && event.key === "k") choose(chosen - 1);
  else if (event.key === "Enter" && chosen >= 0) rows[chosen].querySelector("a")?.click();
});

// Keeps what was typed into a long form on this device until it has been sent.
for (const form of document.querySelectorAll("form[data-keep]")) {
  const key = "donghanh." + form.dataset.keep;
  const fields = [...form.elements].filter((e) => e.name && !["hidden", "file", "password", "submit"].includes(e.type));
  const refused = document.querySelector(".error-summary");
  if (!refused) {
    const kept = JSON.parse(localStorage.getItem(key) || "{}");
    for (const field of fields) {
      const value = kept[field.name];
      if (value === undefined) continue;
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
  form.addEventListener("input", () => {
    const values = {};
    for (const field of fields) if (field.type !== "radio" || field.checked) values[field.name] = field.value;
    localStorage.setItem(key, JSON.stringify(values));
  });
}
if (document.querySelector("[data-copy]")) localStorage.removeItem("donghanh.gui-kien-nghi");

// A field that narrows a long list while one types. Without this script the whole list is there.
"use strict";
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const box of document.querySelectorAll("[data-sieve]")) {
    const rows = [...box.querySelectorAll("li")].map((row) => [row, plain(row.textContent)]);
    if (rows.length < 12) continue;
    const label = document.createElement("label");
    label.className = "sieve-field";
    label.textContent = box.dataset.sieve;
    const field = document.createElement("input");
    field.type = "search";
    label.append(field);
    const status = document.createElement("p");
    status.className = "unseen";
    status.setAttribute("role", "status");
    box.before(label, status);
    field.addEventListener("input", () => {
      const wanted = plain(field.value.trim());
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !text.includes(wanted);
        shown += row.hidden ? 0 : 1;
      }
      for (const part of box.querySelectorAll("section")) part.hidden = !part.querySelector("li:not([hidden])");
      status.textContent = String(shown);
    });
  }
})();

// A button beside each citation that puts it on the clipboard. Without this script the text is there to be selected.
"use strict";
(() => {
  if (!navigator.clipboard) return;
  const words = document.getElementById("cite-words");
  if (!words) return;
  for (const text of document.querySelectorAll(".quotable")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = words.dataset.copied;
      setTimeout(() => { button.textContent = words.dataset.copy; }, 2000);
    });
    if (text.tagName === "DD") text.append(" ", button); else text.after(button);
  }
})();

// The key / goes to the search field, on every page.
"use strict";
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.getElementById("q") ?? document.getElementById("find");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

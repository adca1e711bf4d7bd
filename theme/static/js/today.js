// Makes the link to the days of the year one to today. Without this script it leads to all days.
"use strict";
(() => {
  const link = document.getElementById("today");
  if (!link) return;
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, "0");
  link.href = `${link.dataset.days}/${month}.html#day-${now.getDate()}`;
  link.textContent = link.dataset.today;
})();

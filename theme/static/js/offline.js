// Keeps what is read for reading without a connection: starts the service worker, and has it keep what this page came with.
// On a disk, on a server without https and where the site has no sw.js, nothing happens.
"use strict";
(() => {
  const root = new URL("../../", document.currentScript.src);
  if (!/^https?:$/.test(root.protocol) || !("serviceWorker" in navigator)) return;
  // After everything else, so that it takes nothing from a page that is being opened.
  const later = 1500;
  // Bytes of the search that are fetched unasked, by a reader who opened it.
  const most = 3_000_000;

  globalThis.pressmarkOffline = {
    root,
    // Gives the service worker a task, and promises its answer.
    async ask(task) {
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
      active.postMessage(task, [port2]);
      return answer;
    },
  };
  const { ask } = globalThis.pressmarkOffline;

  const keepSearch = async () => {
    if (navigator.connection?.saveData) return;
    const list = new URL("offline/search.json", root);
    const { bytes, files } = await (await fetch(list, { cache: "no-store" })).json();
    if (bytes <= most) await ask({ search: files.map(([path]) => path) });
  };

  // Whether there is a service worker now.
  const start = async () => {
    const first = !navigator.serviceWorker.controller;
    try {
      await navigator.serviceWorker.register(new URL("sw.js", root));
    } catch {
      return false; // no such file, as in a ZIM, or not allowed here
    }
    if (first) {
      const parts = performance.getEntriesByType("resource").map((entry) => entry.name);
      await ask({ keep: [location.href, ...parts.filter((name) => name.startsWith(root.href))] });
    }
    return true;
  };

  addEventListener("load", () => setTimeout(async () => {
    const running = await start();
    if (running && document.querySelector("main.search")) await keepSearch().catch(() => {});
  }, later));
})();
